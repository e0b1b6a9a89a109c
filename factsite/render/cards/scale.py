"""Numbers to places on a line: one scale for all figures of a strip, and the round numbers that are written under it."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factsite.findings import Interval

ROUND: Final = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
BEYOND: Final = Decimal("0.12")
"""How far the scale goes on beyond the last number, in parts of all that it shows: what has no end runs out there."""


class Scale(NamedTuple):
    """A line from ``left`` to ``right`` on which the numbers from ``low`` to ``high`` stand."""

    low: Decimal
    high: Decimal
    left: int
    right: int

    def at(self, number: Decimal) -> int:
        """Return where a number stands."""
        return self.left + round((number - self.low) / (self.high - self.low) * (self.right - self.left))


def scale(intervals: Sequence[Interval], left: int, right: int) -> Scale:
    """Return the scale of some intervals, at least one of which has two ends; it begins where the first of them does."""
    ends = [end for interval in intervals for end in (interval.low, interval.high) if end is not None]
    low, high = min(ends), max(ends)
    return Scale(low, high + ((high - low) or Decimal(1)) * BEYOND, left, right)


def ticks(line: Scale, most: int) -> tuple[Decimal, ...]:
    """Return at most so many round numbers on a scale, evenly apart."""
    span = line.high - line.low
    power = Decimal(10) ** (span.adjusted() - 1)
    steps = (power * 10**more * number for more in range(3) for number in ROUND)
    step = next(step for step in steps if span / step < most)
    first = int((line.low / step).to_integral_value(ROUND_CEILING))
    last = int((line.high / step).to_integral_value(ROUND_FLOOR))
    return tuple(step * number for number in range(first, last + 1))
