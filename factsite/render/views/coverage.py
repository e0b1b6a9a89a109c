"""What the page on coverage shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from factsite.render.views.frames import CitedLine, Frame, Link
    from factsite.render.views.lists import Paging


class Meter(NamedTuple):
    """How much of one kind claims cover, in words, and as a stroke for each line, figure or quotation of the text.

    A stroke that is 1 is covered; ``width`` is that of the picture.
    """

    name: str
    words: str
    strokes: bytes
    width: int


class Unchecked(NamedTuple):
    """Figures and quotations of one sentence that no claim covers; the line has no segments where it may not be shown."""

    kinds: str
    line: CitedLine


class Covering(NamedTuple):
    """A claim that cites a line, and what it covers there: figures, and quotations with their marks."""

    claim: Link
    words: tuple[str, ...]


class CoveredLine(NamedTuple):
    """A line of an article with the claims that cite it."""

    number: int
    href: str
    claims: tuple[Covering, ...]


class SourceCoverage(NamedTuple):
    """What claims cover of one article. ``left_out`` are its lines that are not counted, with the reason."""

    id: str
    source: Link
    meters: tuple[Meter, ...]
    unchecked: tuple[Unchecked, ...]
    uncited: tuple[Link, ...]
    covered: tuple[CoveredLine, ...]
    left_out: tuple[tuple[Link, str], ...]


class CoverageView(NamedTuple):
    """What of the articles claims cover, and what nobody has checked yet."""

    frame: Frame
    facts: tuple[str, ...]
    articles: tuple[SourceCoverage, ...]
    data: str
    paging: Paging | None
