"""Figures laid over each other: which of them can be compared, what each allows, and which can be true together."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from factsite.analyse.figures.relations import in_years_of, overlap
from factsite.analyse.figures.units import converted
from factsite.findings import Days, Interval
from factsite.values import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factsite.analyse.consistency.pairs import Apart
    from factsite.comparisons import NoteKind, Stated


def kind_of(figure: Stated) -> NoteKind:
    """Return what a note on a figure is about."""
    return "dates" if figure.figure.days or figure.figure.qualifier == "date" else "figures"


def comparable(stated: Sequence[Stated], apart: Apart) -> list[list[Stated]]:
    """Group figures so that all of a group can be compared; what holds for the whole goes first."""
    groups: list[list[Stated]] = []
    for figure in sorted(stated, key=lambda figure: figure.scope is not None):
        for group in groups:
            if not any(apart.why(other, figure) for other in group):
                group.append(figure)
                break
        else:
            groups.append([figure])
    return groups


def laid_out(group: Sequence[Stated]) -> list[Interval]:
    """Return what figures that can be compared allow, in the unit of the first; days are counted from the first of all."""
    first = group[0].figure
    if first.days is None:
        return [
            converted(figure.figure.interval, figure.figure.unit, first.unit)
            for figure in group
            if figure.figure.interval
        ]
    dated = next(
        (figure.figure.days for figure in group if figure.figure.days and not figure.figure.days.yearless),
        None,
    )
    return [
        _counted(in_years_of(figure.figure.days, dated or figure.figure.days))
        for figure in group
        if figure.figure.days
    ]


def _counted(days: Days) -> Interval:
    first, last = days.first or dt.date.min, days.last
    return Interval(Decimal(first.toordinal()), Decimal(last.toordinal()) if last else None)


def together(laid: Sequence[Interval]) -> list[int]:
    """Return the positions of the most intervals that have a value in common, the first such set."""
    best: list[int] = []
    for anchor in range(len(laid)):
        start = (laid[anchor].low, not laid[anchor].low_in)
        holding = [
            at
            for at, interval in enumerate(laid)
            if (interval.low, not interval.low_in) <= start and overlap([interval, laid[anchor]]).common
        ]
        best = max(best, holding, key=len)
    return best


def core(group: Sequence[Stated], laid: Sequence[Interval]) -> list[int]:
    """Return the positions of the figures that agree, the rest of which are told against them.

    These are the supporting ones, where two or more do and have a value in common, with whatever else allows one; otherwise
    the most that have one, if that is two or more.
    """
    supporting = [at for at, figure in enumerate(group) if figure.stance is Stance.SUPPORTS]
    if len(supporting) > 1:
        common = overlap([laid[at] for at in supporting]).common
        if common is not None:
            others = [at for at in range(len(group)) if at not in supporting]
            left = {at: overlap([common, laid[at]]).common for at in others}
            near = [(at, rest) for at, rest in left.items() if rest is not None]
            joined = together([rest for _, rest in near])
            return sorted([*supporting, *(near[at][0] for at in joined)])
    fit = together(laid)
    return fit if len(fit) > 1 else []


def days_of(common: Interval, *, yearless: bool) -> Days:
    """Return the days that an interval counts."""
    first, last = (
        None if value is None or value == 1 else dt.date.fromordinal(int(value))
        for value in (common.low, common.high)
    )
    return Days("", first, last, yearless)


def yearless(group: Sequence[Stated]) -> bool:
    """Say whether none of the dates names a year."""
    return all(figure.figure.days and figure.figure.days.yearless for figure in group)
