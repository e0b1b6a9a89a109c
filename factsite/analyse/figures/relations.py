"""How figures of one measure stand to each other: whether one number, or one day, can satisfy them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from factsite.analyse.figures.units import converted, dimension
from factsite.findings import Interval
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factsite.comparisons import RelationKind
    from factsite.findings import Days, Figure


class Relation(NamedTuple):
    """How two figures stand to each other.

    ``gap`` is what lies between two conflicting amounts, in the unit of the first, or the days between two dates.
    ``why`` says why two are not comparable: "unit", "vague", or "undated".
    """

    kind: RelationKind
    gap: Decimal | None = None
    why: str = ""


def relate(one: Figure, other: Figure) -> Relation:
    """Say how two figures of one measure stand to each other."""
    if one.days is not None and other.days is not None:
        return _of_days(one.days, other.days)
    if one.interval is None or other.interval is None:
        undated = "date" in (one.qualifier, other.qualifier)
        return Relation("not comparable", why="undated" if undated else "vague")
    if dimension(one.unit) != dimension(other.unit):
        return Relation("not comparable", why="unit")
    second = converted(other.interval, other.unit, one.unit)
    found = overlap([one.interval, second])
    if found.common is None:
        return Relation("conflicting", found.gap)
    return Relation("equal" if one.interval == second else "compatible")


def _of_days(one: Days, other: Days) -> Relation:
    """Compare spans of days; one without a year is taken for the year that brings it nearest to the other."""
    one, other = in_years_of(one, other), in_years_of(other, one)
    gap = _days_between(one, other)
    if gap > 0:
        return Relation("conflicting", Decimal(gap))
    return Relation(
        "equal"
        if (one.first, one.last) == (other.first, other.last) and one.yearless == other.yearless
        else "compatible"
    )


def in_years_of(days: Days, other: Days) -> Days:
    """Return days without a year in the year that brings them nearest to others that have one, still marked as such."""
    if not days.yearless or other.yearless:
        return days
    years = {day.year + step for day in (other.first, other.last) if day for step in (-1, 0, 1)}
    return min(
        (_in_year(days, year) for year in sorted(years)),
        key=lambda moved: _days_between(moved, other),
        default=days,
    )


def _in_year(days: Days, year: int) -> Days:
    def moved(day: dt.date | None) -> dt.date | None:
        if day is None:
            return None
        return dt.date(year, day.month, day.day - (day.month == 2 and day.day == 29 and not _leap(year)))

    return type(days)(days.edtf, moved(days.first), moved(days.last), yearless=True)


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_between(one: Days, other: Days) -> int:
    """Return how many days lie from the end of one span to the beginning of the other; 0 where they overlap."""
    first = max(one.first or dt.date.min, other.first or dt.date.min)
    last = min(one.last or dt.date.max, other.last or dt.date.max)
    return max(0, (first - last).days)


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
    """Lay one or more intervals of one unit over each other."""
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
