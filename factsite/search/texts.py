"""A published page to what the search knows of it: its text in sections, what it is filtered by, what is shown of it.

The pages say themselves what that is, by attributes: ``data-search-body`` is what is searched, ``data-search-filter``
and ``data-search-meta`` are what a page is filtered by and what is shown of it. These pages are ours and well-formed, so
their tags are walked through with one expression; a parser of any HTML takes ten times as long.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final

from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

TAG: Final = re.compile(r"""<(/?)([a-z]\w*+)((?:[^>"]++|"[^"]*+")*+)>|<!--.*?-->""", re.DOTALL)
BODY: Final = "data-search-body"
FILTER: Final = re.compile(r'data-search-filter="([^":]+):([^"]*)"')
SHOWN: Final = re.compile(r'data-search-meta="([^"]+)"')
TITLE: Final = "<h1"
ID: Final = re.compile(r'\bid="([^"]+)"')
PLACE: Final = re.compile(r"(?:L|quotation-)[0-9]+")
"""Where a section begins, besides at headings: at lines and quotations."""
INLINE: Final = frozenset(
    "a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr".split()
)
"""Elements whose text is of one piece with what stands around it."""
LEFT_OUT: Final = re.compile(
    r"""\bclass="(?:[^"]*\s)?(?:hidden-sign|strip|numeral|unseen|facts|small-print|evidence__aside|pairs|"""
    r"""article-line__(?:claims|hidden|reason))[\s"]|\baria-labelledby="(?:rule|related)\""""
)
"""What stands on the pages and is no text of a claim or an article."""
NO_TEXT: Final = frozenset({"nav", "script", "style", "svg"})


class Section(NamedTuple):
    """A part of a page with an address of its own: its anchor, its heading if it has one, its text."""

    anchor: str
    heading: str
    text: str


class Text(NamedTuple):
    """A page: its address, its title, what it is filtered by, what else is shown of it, and its sections."""

    address: str
    title: str
    filters: tuple[tuple[str, str], ...]
    shown: dict[str, str]
    sections: tuple[Section, ...]


def text_of(address: str, page: str) -> Text | None:
    """Return what the search knows of a page; None where nothing of it is to be found."""
    body, title = _around(page, page.find(BODY)), _around(page, page.find(TITLE) + 1)
    if body is None:
        return None
    filters = ((name, unescape(value)) for name, value in FILTER.findall(page))
    return Text(
        address,
        _words_in(page, title) if title else "",
        tuple(dict.fromkeys(filters)),
        dict(_shown(page)),
        tuple(_sections(page, body)),
    )


def _around(page: str, inside: int) -> re.Match[str] | None:
    """Return the tag in which something stands, if it is there at all."""
    return TAG.match(page, page.rfind("<", 0, inside)) if inside > 0 else None


def _shown(page: str) -> Iterator[tuple[str, str]]:
    """Yield what is shown of a page: given in the attribute, or as the text of the element that has it."""
    for attribute in SHOWN.finditer(page):
        element = _around(page, attribute.start())
        for entry in attribute[1].split(", "):
            name, given, value = entry.partition(":")
            if given:
                yield name, unescape(value)
            elif element:
                yield name, _words_in(page, element)


def _words_in(page: str, element: re.Match[str]) -> str:
    """Return the text of an element."""
    return " ".join(section.text for section in _sections(page, element))


def _sections(page: str, element: re.Match[str]) -> Iterator[Section]:
    """Yield the text of an element, given by its first tag, in sections; none that is empty."""
    at, end = element.end(), _end(page, element)
    anchor = heading = ""
    pieces: list[str] = []
    while tag := TAG.search(page, at, end):
        pieces.append(page[at : tag.start()])
        at = tag.end()
        closing, name, attributes = tag.groups()
        if name not in INLINE:
            pieces.append(" ")
        if closing or not (attributes or name in NO_TEXT):
            continue
        if name in NO_TEXT or LEFT_OUT.search(attributes):
            at = _end(page, tag)  # what is left of it is its last tag
        elif (found := ID.search(attributes)) and (name == "h2" or PLACE.fullmatch(found[1])):
            if words := _plain(pieces):
                yield Section(anchor, heading, words)
            anchor, heading, pieces = found[1], "", []
            if name == "h2":
                heading, at = _words_in(page, tag), _end(page, tag)
    pieces.append(page[at:end])
    if words := _plain(pieces):
        yield Section(anchor, heading, words)


def _plain(pieces: list[str]) -> str:
    """Return pieces of HTML without tags as text, white space made one space."""
    return " ".join(unescape("".join(pieces)).split())


def _end(page: str, element: re.Match[str]) -> int:
    """Return where the last tag of an element begins, given its first: there are as many ends of its name as beginnings."""
    first, last = f"<{element[2]}", f"</{element[2]}>"
    at = element.end()
    end = page.find(last, at)
    while end >= 0 and (inner := page.find(first, at, end)) >= 0:
        at = inner + len(first)
        if page[at] in " >\n":
            end = page.find(last, end + 1)
    return end if end >= 0 else len(page)
