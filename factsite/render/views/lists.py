"""What the pages that list claims show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from factsite.render.views.frames import Frame, Link, Mark
    from factsite.render.views.pictures import StripView, TallyView
    from factsite.render.views.sources import SourceItem


class Side(NamedTuple):
    """One citation in a disagreement: stance, words, what they are read as, and the line they stand in."""

    stance: str
    words: str
    reading: str
    number: str
    source: str
    href: str


class ClaimItem(NamedTuple):
    """A claim in a list; ``witnesses`` are its articles and their origins, ``why`` says why its sides disagree.

    A disagreement on figures has them as ``strip``, any other as ``sides``. By ``topic``, ``sources`` (ids with spaces
    between), ``articles`` and ``checked`` the list is filtered and sorted in place.
    """

    href: str
    claim: str
    summary: str
    mark: Mark
    witnesses: str
    withdrawn: bool
    topic: str
    sources: str
    articles: int
    checked: str
    sides: tuple[Side, ...] = ()
    strip: StripView | None = None
    why: str = ""
    draft: bool = False


class Group(NamedTuple):
    """Claims under a heading, and their verdicts counted.

    The heading is a link where it has a page of its own; ``more`` leads to the claims that are not here.
    """

    heading: str
    href: str | None
    items: tuple[ClaimItem, ...]
    tallies: tuple[TallyView, ...] = ()
    more: str = ""


class Choice(NamedTuple):
    """A value by which claims are filtered, what readers call it, and how many claims have it."""

    value: str
    words: str
    claims: int


class Sieve(NamedTuple):
    """By what a list is filtered in place; a kind of which all claims have the same value is empty."""

    verdicts: tuple[Choice, ...]
    topics: tuple[Choice, ...]
    sources: tuple[Choice, ...]


class Paging(NamedTuple):
    """Where a page of a long list stands among the others: those before and after it, and some by number; None is a gap."""

    words: str
    previous: str | None
    next: str | None
    pages: tuple[Link | None, ...]


class TopicItem(NamedTuple):
    """A topic in the list of topics, and how many of its claims have which verdict."""

    link: Link
    description: str | None
    claims: str
    tallies: tuple[TallyView, ...]


class TopicsView(NamedTuple):
    """All topics."""

    frame: Frame
    items: tuple[TopicItem, ...]


class DiscrepanciesView(NamedTuple):
    """All claims on which articles disagree, those on amounts and dates first."""

    frame: Frame
    facts: tuple[str | Link, ...]
    groups: tuple[Group, ...]
    paging: Paging | None


class IndexView(NamedTuple):
    """The front page. ``more`` and ``all_sources`` lead to all disagreements and articles, where there are more than it shows."""

    frame: Frame
    description: str | None
    facts: tuple[str | Link, ...]
    tallies: tuple[TallyView, ...]
    disagreements: tuple[ClaimItem, ...]
    more: Link | None
    groups: tuple[Group, ...]
    sieve: Sieve | None
    all_claims: Link
    sources: tuple[SourceItem, ...]
    all_sources: Link | None


class ListView(NamedTuple):
    """A page of a list of claims: all, those of a topic, or of a verdict class; ``empty`` is said where there are none.

    ``first`` is the first of the pages; there is no ``paging`` where it is the only one.
    """

    frame: Frame
    first: str
    kind: str
    heading: str
    mark: Mark | None
    description: str | None
    items: tuple[ClaimItem, ...]
    siblings: tuple[Link, ...]
    empty: str
    sieve: Sieve | None
    paging: Paging | None


class SearchView(NamedTuple):
    """The page of the search, and the ways that lead to claims without it."""

    frame: Frame
    tallies: tuple[TallyView, ...]
    topics: tuple[Choice, ...]
    sources: tuple[Choice, ...]
    all_claims: Link
    ways: tuple[tuple[str, tuple[Link, ...]], ...]
