"""What the pages that list claims show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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

    A disagreement on figures has them as ``strip``, any other as ``sides``.
    """

    href: str
    claim: str
    summary: str
    mark: Mark
    witnesses: str
    withdrawn: bool
    sides: tuple[Side, ...] = ()
    strip: StripView | None = None
    why: str = ""


class Group(NamedTuple):
    """Claims under a heading, and their verdicts counted; the heading is a link where it has a page of its own."""

    heading: str
    href: str | None
    items: tuple[ClaimItem, ...]
    tallies: tuple[TallyView, ...]


class IndexView(NamedTuple):
    """The front page."""

    frame: Frame
    description: str | None
    facts: tuple[str | Link, ...]
    tallies: tuple[TallyView, ...]
    disagreements: tuple[ClaimItem, ...]
    groups: tuple[Group, ...]
    sources: tuple[SourceItem, ...]


class ListView(NamedTuple):
    """The claims of a topic or of a verdict class; ``empty`` is what the page says where there are none."""

    frame: Frame
    kind: str
    heading: str
    mark: Mark | None
    description: str | None
    items: tuple[ClaimItem, ...]
    siblings: tuple[Link, ...]
    empty: str
