"""The range strip: figures of a claim as bars on one axis, the gaps between them, and the ticks. Knows nothing of pages."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factsite.frozen import NamedTuple
from factsite.render.pictures import axis, calendar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factsite.comparisons import Gap, Laid, Scale
    from factsite.render.pictures.axis import Domain, Label

VERGE = 1.2
"""Bars narrower than this, in percent of the width, are points."""


class Bar(NamedTuple):
    """What a figure leaves possible, in percent of the width; an open end goes on beyond the picture."""

    low: float
    high: float
    open_low: bool = False
    open_high: bool = False

    @property
    def point(self) -> bool:
        """Whether the figure allows one value alone, or too few to be told apart."""
        return not (self.open_low or self.open_high) and self.high - self.low < VERGE


class GapBand(NamedTuple):
    """What lies between figures that exclude each other; ``row`` counts the lines of labels from 0."""

    low: float
    high: float
    label: Label
    row: int


class Strip(NamedTuple):
    """A range strip: for each figure of the scale its bar, if it has one, and what stands around them."""

    bars: tuple[Bar | None, ...]
    ticks: tuple[Label, ...]
    gaps: tuple[GapBand, ...]
    domain: Domain


def worth_drawing(scale: Scale) -> bool:
    """Say whether there is something to see: figures that are not all read alike."""
    return len({(one.low, one.high) for one in scale.laid if one.placed}) > 1


def layout(scale: Scale) -> Strip:
    """Return the coordinates of everything, in percent of the width."""
    shown = _domain(scale)
    ticks = calendar.ticks(shown, yearless=scale.yearless) if scale.dated else axis.ticks(shown, scale.unit)
    return Strip(
        tuple(_bar(one, shown) if one.placed else None for one in scale.laid),
        ticks,
        _bands(scale.gaps, shown),
        shown,
    )


def _domain(scale: Scale) -> Domain:
    """Return the domain that shows every end of a placed figure, with room where one has none."""
    placed = [one for one in scale.laid if one.placed]
    ends = [end for one in placed for end in (one.low, one.high) if end is not None]
    ends += [end for gap in scale.gaps for end in (gap.low, gap.high)]
    chosen = calendar.domain if scale.dated else axis.domain
    return chosen(
        ends or [Decimal(0)],
        onward=[one.low for one in placed if one.high is None and one.low is not None],
        backward=[one.high for one in placed if one.low is None and one.high is not None],
    )


def _bar(one: Laid, shown: Domain) -> Bar:
    return Bar(
        0.0 if one.low is None else shown.place(one.low),
        100.0 if one.high is None else shown.place(one.high),
        one.low is None,
        one.high is None,
    )


def _bands(gaps: Sequence[Gap], shown: Domain) -> tuple[GapBand, ...]:
    """Return the gaps from left to right, each label on the first line where it touches no other."""
    bands: list[GapBand] = []
    for gap in sorted(gaps, key=lambda gap: gap.low):
        low, high = shown.place(gap.low), shown.place(gap.high)
        words = axis.label(round((low + high) / 2, 2), gap.words)
        row = 0
        while not axis.apart([*(band.label for band in bands if band.row == row), words]):
            row += 1
            if row > len(bands):
                row = len(bands)
                break
        bands.append(GapBand(low, high, words, row))
    return tuple(bands)
