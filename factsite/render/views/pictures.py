"""What pictures show. Coordinates are ready to be printed: percent of the width of the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from factsite.render.views.frames import Mark


class TickView(NamedTuple):
    """Words at a place of the axis; ``anchor`` is which part of them stands there."""

    at: str
    words: str
    anchor: str


class GapView(NamedTuple):
    """A gap between figures: where it begins, how wide it is, where it ends, its label, and how far down that stands."""

    low: str
    width: str
    high: str
    label: TickView
    down: str


class BarView(NamedTuple):
    """A figure as it is drawn; ``kind`` is "range", or "point" where it allows one value alone."""

    kind: str
    low: str
    width: str
    high: str
    open_low: bool
    open_high: bool


class StripRow(NamedTuple):
    """A figure of a strip: its line, words, article and reading, and its bar, where it has one.

    ``told`` is the reading where it says more than the words. ``stance`` and ``number`` are "" for the claim's own figure. ``apart`` says why it is not compared or not placed,
    ``published`` is where the article's day lies, where dates are shown and it is near them.
    """

    number: str
    href: str
    stance: str
    words: str
    source: str
    reading: str
    told: str
    facts: tuple[tuple[str, str], ...]
    apart: str
    bar: BarView | None
    published: str | None


class StripView(NamedTuple):
    """Figures of a claim on one scale; ``text`` says in words what is to be seen.

    ``own`` says how far from them the claim's own is, where that is to be seen. ``kind`` is "amounts" or "dates".
    """

    kind: str
    rows: tuple[StripRow, ...]
    ticks: tuple[TickView, ...]
    gaps: tuple[GapView, ...]
    lines: int
    text: str
    own: str


class TallyView(NamedTuple):
    """How many claims have a verdict: a segment of the bar of all, its words and its link."""

    mark: Mark
    claims: int
    href: str
    low: str
    width: str
