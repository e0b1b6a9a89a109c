"""Markdown to HTML, whatever there is in it. The only module that imports python-markdown and the sanitiser.

Raw HTML in the Markdown is shown as typed, pictures are left out (no page of ours asks another host for anything),
and what python-markdown returns goes through an HTML sanitiser all the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import escape

from factsite.render import urls
from factsite.values import INLINE_CITATION, LineRange

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factsite.model import Source
    from factsite.values import Prose

TAGS = {
    "a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "strong", "ul",
}  # fmt: skip
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
ATTRIBUTES = {"a": {"href", "title", "rel"}}
SCHEMES = {
    "http",
    "https",
}  # no "mailto": addresses of letters are gathered from pages by those who send unwanted ones
ELSEWHERE = "nofollow noopener noreferrer"
"""What a link of an author's to another host says of itself: it recommends nothing there, and tells nothing to it."""
WHOLE = re.compile(r"\s*https?:", re.IGNORECASE)
ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|\w+);")
"""What python-markdown leaves as it is in an address, and browsers read."""
BEFORE_LINKS = 165
"""Priority among python-markdown's inline patterns: after code (190) and escapes (180), before links (160)."""


class _Citation(InlineProcessor):
    """Makes ``[@eastside:5]`` a link to the line."""

    def __init__(self, prose: _Markdown) -> None:
        super().__init__(INLINE_CITATION.pattern)
        self.prose = prose

    def handleMatch(  # type: ignore[override]  # noqa: N802  the library's name
        self, found: re.Match[str], text: str
    ) -> tuple[Element | None, int | None, int | None]:
        lines = self.prose.cited.get(found[0])
        if lines is None:
            return None, None, None
        source = self.prose.sources[found["source"]]
        link = Element("a", {"href": self.prose.root + urls.source(source.id, lines), "class": "cite"})
        link.text = f"{source.label}, {lines.words}"
        return link, found.start(), found.end()


class _Demoted(Treeprocessor):
    """Puts the author's headings below the page's own: the highest of them becomes one of level ``top``."""

    top = 2

    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if element.tag in HEADINGS]
        highest = min((int(element.tag[1]) for element in headings), default=1)
        for element in headings:
            element.tag = f"h{min(6, int(element.tag[1]) - highest + self.top)}"


class _Leading(Treeprocessor):
    """Tells links that lead elsewhere; makes words of those whose address the sanitiser would take away: a link to nowhere is no HTML."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            if link.get("class") == "cite":
                continue
            address = ENTITY.sub(lambda found: unescape(found[0]), link.get("href", ""))
            if not _leads(address):
                link.tag = "span"
            elif WHOLE.match(address):
                link.set("rel", ELSEWHERE)


@lru_cache(maxsize=1000)
def _leads(address: str) -> bool:
    """Say whether the sanitiser leaves an author's address."""
    return "href" in CLEANER.clean(f'<a href="{escape(address)}">')


class _Markdown:
    """One python-markdown, kept, and what the page at hand needs of it."""

    def __init__(self) -> None:
        self.root = ""
        self.sources: Mapping[str, Source] = {}
        self.cited: dict[str, LineRange] = {}
        self.converter = markdown.Markdown(output_format="html")
        self.converter.preprocessors.deregister("html_block")
        for pattern in ("html", "image_link", "image_reference", "short_image_ref", "automail"):
            self.converter.inlinePatterns.deregister(pattern)
        self.converter.inlinePatterns.register(_Citation(self), "citation", BEFORE_LINKS)
        self.headings = _Demoted()
        self.converter.treeprocessors.register(self.headings, "demoted", 0)
        self.converter.treeprocessors.register(_Leading(), "leading", 0)

    def html(self, prose: Prose, root: str, sources: Mapping[str, Source], top: int) -> str:
        self.root, self.sources, self.headings.top = root, sources, top
        self.cited = {inline.written: inline.lines for inline in prose.citations}
        return self.converter.reset().convert(prose.text)


_MARKDOWN = _Markdown()


UNREAD = dict.fromkeys(map(ord, "\t\n\r"))
"""What a browser takes out of an address wherever it stands."""
AROUND = "".join(map(chr, range(33)))
"""What it takes off the ends."""


def _own_or_whole(element: str, attribute: str, value: str) -> str | None:
    """Leave out addresses that look relative and lead to another host."""
    read = value.translate(UNREAD).lstrip(AROUND)
    return None if attribute == "href" and read.startswith(("//", "\\", "/\\")) else value


CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    allowed_classes={"a": {"cite"}},
    url_schemes=SCHEMES,
    attribute_filter=_own_or_whole,
    link_rel=None,
)


def converted(prose: Prose, root: str, sources: Mapping[str, Source], top: int) -> str:
    """Return the HTML of an author's prose, sanitised; as ``markdown.html``."""
    return CLEANER.clean(_MARKDOWN.html(prose, root, sources, top)).strip()
