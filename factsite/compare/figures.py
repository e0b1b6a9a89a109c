"""Figures before and after: whether they are read as the same, and how they are told of."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from factsite.changes import FigureChange, Told
from factsite.english import amount

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from factsite.findings import Days, Figure, Interval


def told(figure: Figure | None) -> Told | None:
    """Return how a figure is told of; None where there is none, or it is not read."""
    if figure is None or (figure.interval is None and figure.days is None):
        return None
    return Told(figure.words, reading(figure), figure.unit)


def reading(figure: Figure) -> str:
    """Return what a figure is read as: "[1.15 million, 1.25 million)", "(3, ∞)", "[2024-10-01, 2024-10-31]"."""
    if figure.days is not None:
        return _days(figure.days)
    return _interval(figure.interval) if figure.interval is not None else ""


def _interval(interval: Interval) -> str:
    if interval.low == interval.high:
        return f"[{amount(interval.low)}]"
    high = "∞" if interval.high is None else amount(interval.high)
    closed = interval.high_in and interval.high is not None
    return f"{'[' if interval.low_in else '('}{amount(interval.low)}, {high}{']' if closed else ')'}"


def _days(days: Days) -> str:
    first, last = (_day(day, yearless=days.yearless) for day in (days.first, days.last))
    if first == last:
        return f"[{first}]"
    return f"{'[' if days.first else '('}{first}, {last}{']' if days.last else ')'}"


def _day(day: dt.date | None, *, yearless: bool) -> str:
    if day is None:
        return "…"
    return f"{day:%m-%d} of any year" if yearless else f"{day}"


def figure_change(
    where: str, before: Figure | None, after: Figure | None, citation: int | None = None
) -> Iterator[FigureChange]:
    """Yield the change of a figure, if it is read differently; words alone do not count."""
    old, new = told(before), told(after)
    if (old and old.meaning) != (new and new.meaning):
        yield FigureChange(where, old, new, citation)


def spoken_changes(before: Sequence[Figure], after: Sequence[Figure]) -> Iterator[FigureChange]:
    """Yield the figures of two sentences that differ, in their order; one that only moved in its sentence is the same."""
    old = [one for one in map(told, before) if one]
    new = [one for one in map(told, after) if one]
    for one in list(old):
        same = next((other for other in new if other.meaning == one.meaning), None)
        if same:
            old.remove(one)
            new.remove(same)
    for one, other in zip_longest(old, new):
        yield FigureChange("claim", one, other)
