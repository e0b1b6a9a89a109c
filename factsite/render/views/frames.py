"""What pages share: the frame around each, verdicts, links and lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from markupsafe import Markup

Segment = tuple[str, bool]
"""A stretch of a line, and whether it is marked as cited."""


class Link(NamedTuple):
    """An address and the words that lead there."""

    href: str
    words: str


class Alternate(NamedTuple):
    """The same in another form, for programs: its address, its media type and its name."""

    href: str
    kind: str
    title: str


class Card(NamedTuple):
    """The picture that stands for a page where it is shared: its absolute address, and what it shows in words."""

    address: str
    alt: str


class Frame(NamedTuple):
    """What every page has around it.

    ``root`` leads from the page to the top of the site; ``here`` is the page's own path; ``address`` its absolute
    address, where the site has one. ``kind`` is "website" or "article"; ``locale`` language and territory, where the
    site's language names both; ``linked`` the page as JSON-LD.
    """

    root: str
    here: str
    address: str | None
    title: str
    description: str
    language: str
    site_title: str
    publisher: str | None
    publisher_url: str | None
    home: str
    sources: str
    methodology: str
    data: str
    menu: tuple[Link, ...]
    site_map: tuple[Link, ...]
    kind: str
    locale: str | None
    card: Card | None
    alternates: tuple[Alternate, ...]
    linked: Markup | None


class Mark(NamedTuple):
    """A verdict as readers see it: its class, which gives shape and colour, and its words."""

    kind: str
    label: str


class CitedLine(NamedTuple):
    """A line of a source: its number, the link to it, and its text with the cited words marked.

    ``before`` and ``after`` say whether words of the line are left out at its ends.
    """

    number: int
    href: str
    segments: tuple[Segment, ...]
    before: bool = False
    after: bool = False


class Dated(NamedTuple):
    """A correction or withdrawal: the day for readers and for machines, and the text.

    ``was`` and ``now`` are the verdicts before and after, where a correction changed it.
    """

    day: str
    iso: str
    text: Markup
    was: Mark | None = None
    now: Mark | None = None
