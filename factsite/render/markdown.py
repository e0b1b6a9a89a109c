"""Markdown to HTML. The only module whose HTML a template prints as it is.

Simple prose is made HTML here, any other by ``converter``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from factsite.render import urls
from factsite.render.marks import held

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factsite.model import Source
    from factsite.values import Prose

PLAIN = r"[\w ,.;:?'\"()%/$€–—…’‘“”-]"
"""What means nothing in Markdown inside a line and is HTML as it is; but for ``_``, which is looked for apart."""
WORDS = re.compile(f"{PLAIN}+")
CITATION = re.compile(r"\[@[a-z0-9-]+:[0-9-]+\](?!:)")
EMPHASIS = re.compile(r"\*([^\W_]++(?:[ '’-][^\W_]++)*+)\*(?!\*)")
_PIECE = f"{CITATION.pattern}|{EMPHASIS.pattern.replace('(', '(?:', 1)}"
_LINE = rf"""(?:{_PIECE}|[^\W\d]|["'“‘(])(?:{PLAIN}++|{_PIECE})*+(?<! )"""
SIMPLE = re.compile(rf"{_LINE}(?:\n\n?{_LINE})*+")
"""Paragraphs in which Markdown has nothing to find but citations and emphasis. A line begins with none of what begins a
list, heading or rule, and ends with none of what breaks it.
"""


def html(prose: Prose, root: str, sources: Mapping[str, Source], *, top: int = 3) -> Markup:
    """Return the HTML of an author's prose, safe to print.

    ``root`` is the way from the page to the top of the site, ``top`` the level of its highest heading.
    """
    simple = _simple(prose, root, sources)
    return Markup(held(full(prose, root, sources, top) if simple is None else simple))


def full(prose: Prose, root: str, sources: Mapping[str, Source], top: int = 3) -> str:
    """Return the same, whatever Markdown there is in it."""
    from factsite.render import converter  # most sites have no such prose, most builds print none of it

    return converter.converted(prose, root, sources, top)


def _simple(prose: Prose, root: str, sources: Mapping[str, Source]) -> str | None:
    """Return the same if the prose is simple: paragraphs of words, citations and emphasis. Most is, and it takes a twentieth of the time."""
    text = prose.text.strip("\n")
    if "_" in text or root.strip("./") or not SIMPLE.fullmatch(text):
        return None
    pieces = {}
    for inline in prose.citations:
        words = f"{sources[inline.source].label}, {inline.lines.words}"
        if "_" in words or not WORDS.fullmatch(words):
            return None
        href = root + urls.source(inline.source, inline.lines)
        pieces[inline.written] = f'<a class="cite" href="{href}">{words}</a>'
    if any(written not in pieces for written in CITATION.findall(text)):
        return None
    text = EMPHASIS.sub(r"<em>\1</em>", text)
    for written, link in pieces.items():
        text = text.replace(written, link)
    return "<p>" + text.replace("\n\n", "</p>\n<p>") + "</p>"


def inline(prose: Prose, root: str, sources: Mapping[str, Source]) -> Markup:
    """Return the HTML of a text of one paragraph, without the paragraph around it."""
    paragraph = str(html(prose, root, sources))
    inner = paragraph.removeprefix("<p>").removesuffix("</p>")
    return Markup(inner if "<p>" not in inner else paragraph)


def plain(text: str) -> Markup:
    """Return a plain text as a paragraph."""
    return Markup("<p>{}</p>").format(held(text))
