"""The figures of a claim laid on one scale, and the gaps between those that exclude each other: what pictures are drawn from."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from factsite.analyse.consistency.figures import Placed, edges, explanation, placed
from factsite.analyse.consistency.laid import laid_out, yearless
from factsite.analyse.consistency.pairs import lasting, reason
from factsite.analyse.figures.explained import in_unit, last_number, printed, repeats, shown
from factsite.analyse.figures.relations import in_years_of, overlap
from factsite.analyse.figures.units import converted, dimension
from factsite.comparisons import Gap, Laid, Scale

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.analyse.consistency.figures import Group, Measured
    from factsite.analyse.consistency.pairs import Apart
    from factsite.comparisons import Stated
    from factsite.findings import Days, Figure

LEAST = 2
"""So many figures of articles make a scale worth having."""

UNPLACED = {
    "date": "no interval: it needs the day of the article, which is not known",
    "vague": "no interval: it names no number",
    "relation": "no interval: it says what another figure is multiplied by",
    "none": "no interval: it names no number that counts something",
}
"""Why a figure has no place on a scale, by its qualifier."""


def scale_of(found: Measured) -> Scale | None:
    """Return the figures of a claim on one scale: that of those which can be compared, where two of articles have a place on it."""
    groups = [group for group in found.groups if group.bounds is not None]
    if not groups:
        return None
    main = next(
        (group for group in groups if group.excludes), max(groups, key=lambda group: len(group.figures))
    )
    laid = tuple(_laid(figure, main.figures, found) for figure in found.stated)
    if sum(one.placed and one.stated.position is not None for one in laid) < LEAST:
        return None
    first = main.figures[0].figure
    dated = first.days is not None
    gaps = tuple(_gaps(main))
    from_claim = () if gaps else tuple(_from_claim(main, found))
    return Scale(
        unit="" if dated else in_unit("", first.unit).strip(),
        laid=laid,
        gaps=gaps or from_claim,
        dated=dated,
        yearless=dated and yearless([figure for figure in found.stated if figure.figure.days]),
        text=explanation(main, found),
        own="".join(f"The claim’s own figure lies apart: {gap.words}." for gap in from_claim),
    )


def _read(figure: Figure) -> bool:
    return figure.interval is not None or figure.days is not None


def _laid(figure: Stated, main: Sequence[Stated], found: Measured) -> Laid:
    """Lay one figure on the scale of those that can be compared."""
    of, first = figure.figure, main[0].figure
    if not _read(of):
        return Laid(figure, "", placed=False, apart=UNPLACED[of.qualifier])
    if (of.days is None) != (first.days is None) or dimension(of.unit) != dimension(first.unit):
        return Laid(figure, printed(of), placed=False, apart="not on this scale: it is given in another unit")
    apart = _apart(figure, main, found.apart)
    if of.days is not None:
        dates = [other.figure.days for other in found.stated if other.figure.days]
        guide = next((days for days in dates if not days.yearless), of.days)
        if of.days.yearless and not guide.yearless:
            apart = apart or "names no year: set in that nearest to the others"
        return Laid(
            figure, printed(of), *_counted(in_years_of(of.days, guide)), apart=apart, repeats=repeats(of)
        )
    assert of.interval is not None
    interval = shown(converted(of.interval, of.unit, first.unit), first.unit)
    return Laid(figure, printed(of), interval.low, interval.high, apart=apart, repeats=repeats(of))


def _apart(figure: Stated, main: Sequence[Stated], apart: Apart) -> str:
    """Say what keeps a figure from being compared with those that can be; "" where nothing does."""
    for other in main:
        why = apart.why(other, figure) if other is not figure else ""
        if why == "stretch":
            return f"not compared: it {'covers a stretch of time' if lasting(figure.figure) else 'is a single date'}"
        if why:
            return f"not compared: {reason(other, figure, why)}"
    return ""


def _counted(days: Days) -> tuple[Decimal | None, Decimal | None]:
    """Return where a span of days begins, and where its last day ends."""
    return (
        Decimal(days.first.toordinal()) if days.first else None,
        Decimal(days.last.toordinal() + 1) if days.last and days.last < dt.date.max else None,
    )


def _gaps(main: Group) -> Iterator[Gap]:
    """Yield what lies between figures that exclude each other: on each side of those that agree, up to the nearest that does not."""
    bounds, agreeing, laid = main.bounds, main.agreeing, main.laid
    if bounds is None or bounds.common is not None:
        return
    every = placed(main.figures, laid)
    if not agreeing:
        yield _gap(every[bounds.first_to_end], every[bounds.last_to_begin])
        return
    inside = overlap([laid[at] for at in agreeing])
    after, before = every[agreeing[inside.last_to_begin]], every[agreeing[inside.first_to_end]]
    outside = [one for at, one in enumerate(every) if at not in agreeing]
    below = [one for one in outside if _ends_before(one, after)]
    above = [one for one in outside if one not in below]
    if below:
        yield _gap(max(below, key=lambda one: last_number(one.allowed)), after)
    if above:
        yield _gap(before, min(above, key=lambda one: one.allowed.low))


def _from_claim(main: Group, found: Measured) -> Iterator[Gap]:
    """Yield what lies between the claim's own figure and those of articles, where these have a value in common and it is another."""
    own = next((figure for figure in found.stated if figure.position is None), None)
    if own is None or any(found.apart.why(own, figure) for figure in main.figures):
        return
    group = [*main.figures, own]
    *every, claimed = placed(group, laid_out(group))
    bounds = overlap([one.allowed for one in every])
    after, before = every[bounds.last_to_begin], every[bounds.first_to_end]
    pair = (
        (claimed, after)
        if _ends_before(claimed, after)
        else (before, claimed)
        if _ends_before(before, claimed)
        else None
    )
    if pair:
        yield _gap(*pair, behind=" from the claim")


def _ends_before(one: Placed, other: Placed) -> bool:
    found = overlap([one.allowed, other.allowed])
    return found.common is None and found.first_to_end == 0


def _gap(first: Placed, last: Placed, behind: str = "") -> Gap:
    """Return what lies between two figures, the first of which ends before the last begins."""
    size = edges(first, last).gap
    if first.stated.figure.days is not None:
        return Gap(last_number(first.allowed) + 1, last.allowed.low, f"{size}{behind or ' apart'}")
    low, high = shown(first.allowed, first.unit), shown(last.allowed, first.unit)
    return Gap(
        last_number(low),
        high.low,
        f"gap of {size}{' to the claim' if behind else ''}" if size else "they do not meet",
    )
