"""What several figures have to do with each other: whether one number can satisfy them all."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factsite.findings import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence


class Overlap(NamedTuple):
    """What is left when intervals are laid over each other.

    ``last_to_begin`` and ``first_to_end`` are the positions of the two that bound it. ``common`` is what every
    interval allows; where there is nothing, these two exclude each other, and ``gap`` lies between them.
    """

    last_to_begin: int
    first_to_end: int
    common: Interval | None
    gap: Decimal = Decimal(0)


def overlap(intervals: Sequence[Interval]) -> Overlap:
    """Lay one or more intervals over each other."""
    positions = range(len(intervals))
    last = max(positions, key=lambda at: (intervals[at].low, not intervals[at].low_in))
    first = min(positions, key=lambda at: _end(intervals[at]))
    low, low_in = intervals[last].low, intervals[last].low_in
    high, high_in = intervals[first].high, intervals[first].high_in
    if high is None or low < high or (low == high and low_in and high_in):
        return Overlap(last, first, Interval(low, high, low_in, high_in))
    return Overlap(last, first, None, low - high)


def _end(interval: Interval) -> tuple[bool, Decimal, bool]:
    """Order intervals by where they end; those without end come last."""
    return interval.high is None, interval.high or Decimal(0), interval.high_in
