"""Ticks on an axis of days: years, months or days, whichever are few enough."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from factsite.english import MONTHS
from factsite.render.pictures.axis import MOST_TICKS, Domain, apart, label, stretched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factsite.render.pictures.axis import Label

SHORTEST = 4
"""A picture shows so many days at the least."""

FEW, MANY = 200, 5000
"""Single days are named in a picture of fewer than this many, single months in one of fewer than that."""

LAST = dt.date.max.toordinal()

NOON = Decimal("0.5")
"""The tick of a day stands in its middle, that of a month or year where it begins."""

YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
MONTH_STEPS = (1, 2, 3, 6)
DAYS = (
    tuple(range(1, 32)),
    tuple(range(1, 31, 2)),
    tuple(range(1, 30, 3)),
    tuple(range(1, 30, 4)),
    (1, 6, 11, 16, 21, 26),
    (1, 8, 15, 22),
    (1, 16),
)
"""On which days of a month ticks stand, from every day on."""


def domain(
    values: Iterable[Decimal], onward: Iterable[Decimal] = (), backward: Iterable[Decimal] = ()
) -> Domain:
    """Return the domain for one or more days, with room where spans have no end."""
    ends = sorted(values)
    low, high = ends[0], ends[-1]
    span = max(high - low, Decimal(SHORTEST))
    slack = (span - (high - low)) / 2
    first, last = stretched(low - slack, -span, backward), stretched(high + slack, span, onward)
    return Domain(max(first, Decimal(1)), min(last, Decimal(LAST)))


def ticks(shown: Domain, *, yearless: bool = False) -> tuple[Label, ...]:
    """Return a few ticks, as fine as there is room for; ``yearless`` leaves the year out of their words."""
    first, last = (dt.date.fromordinal(min(max(int(end), 1), LAST)) for end in (shown.first, shown.last))
    alone: tuple[Label, ...] = ()
    for days, written in _scales(first, last):
        into = NOON if written == "day" else Decimal(0)
        inside = [day for day in days if shown.first <= day.toordinal() + into <= shown.last]
        if len(inside) > MOST_TICKS:
            continue
        labels = tuple(
            label(shown.place(day.toordinal() + into), words)
            for day, words in zip(inside, _written(inside, written, yearless=yearless), strict=True)
        )
        if len(labels) >= 2 and apart(labels):
            return labels
        if len(labels) == 1:
            alone = alone or labels
    return alone


def _scales(first: dt.date, last: dt.date) -> Iterator[tuple[list[dt.date], str]]:
    """Yield the days on which ticks could stand, the closest first, and which part of a date they name."""
    span = last.toordinal() - first.toordinal()
    years = range(first.year, last.year + 1)
    months = [(year, month) for year in years for month in range(1, 13)] if span < MANY else []
    if span < FEW:
        for wanted in DAYS:
            yield [dt.date(*month, day) for month in months for day in wanted if _exists(*month, day)], "day"
    if span < MANY:
        for step in MONTH_STEPS:
            yield [dt.date(year, month, 1) for year, month in months if (month - 1) % step == 0], "month"
    for step in YEARS:
        yield [dt.date(year, 1, 1) for year in years if year % step == 0], "year"


def _exists(year: int, month: int, day: int) -> bool:
    return day <= 28 or (dt.date(year, month, 28) + dt.timedelta(days=day - 28)).month == month


def _written(days: Sequence[dt.date], part: str, *, yearless: bool) -> Iterator[str]:
    """Yield the words of ticks; the year stands at the first, and wherever it changes."""
    before: dt.date | None = None
    for day in days:
        year = "" if yearless or (before and before.year == day.year) else f" {day.year}"
        yield _FORMS[part](day, year)
        before = day


_FORMS: dict[str, Callable[[dt.date, str], str]] = {
    "day": lambda day, year: f"{day.day} {MONTHS[day.month - 1][:3]}{year}",
    "month": lambda day, year: f"{MONTHS[day.month - 1][:3]}{year}",
    "year": lambda day, year: str(day.year),
}
