"""Notes on figures: whether one number or one day satisfies them all, and which are left out and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.analyse.consistency.laid import comparable, days_of, kind_of, laid_out, together, yearless
from factsite.analyse.consistency.pairs import reason, stand
from factsite.analyse.figures.explained import days_in_words, in_unit, last_number, meaning, span
from factsite.analyse.figures.relations import overlap
from factsite.comparisons import Conflict
from factsite.english import amount, listed, number_of, sentence
from factsite.findings import Interval, Note

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.comparisons import NoteKind, Stated
    from factsite.findings import Days


def notes_on_figures(stated: Sequence[Stated]) -> Iterator[Note]:
    """Say of all figures of articles that can be compared whether one value satisfies them, and why others are left out."""
    groups = comparable([figure for figure in stated if figure.position is not None])
    for group in groups:
        if len(group) > 1:
            yield Note(kind_of(group[0]), _statement(group), _positions(group))
    main = max(groups, key=len, default=[])
    for group in groups:
        if len(group) == 1 and group is not main:
            yield _left_out(group[0], main)


def conflict_in(stated: Sequence[Stated]) -> Conflict | None:
    """Return the two figures of articles that keep any one value from satisfying all that can be compared."""
    for group in comparable([figure for figure in stated if figure.position is not None]):
        laid = laid_out(group) if len(group) > 1 else []
        found = overlap(laid) if laid else None
        if found and found.common is None:
            ends, begins = group[found.first_to_end].position, group[found.last_to_begin].position
            assert ends is not None and begins is not None
            return Conflict(ends, begins, _exclusion(group, laid))
    return None


def _positions(stated: Sequence[Stated]) -> tuple[int, ...]:
    return tuple(figure.position for figure in stated if figure.position is not None)


def _left_out(figure: Stated, group: Sequence[Stated]) -> Note:
    """Say why a figure is not compared with a group, or with the only other one."""
    against, why = next((other, relation.why) for other in group if (relation := stand(other, figure)).why)
    kind: NoteKind = {"scope": "scope", "time": "time"}.get(why, kind_of(figure))  # type: ignore[assignment]
    others = f" with {group[0].named}" if len(group) == 1 else ""
    return Note(
        kind, f"{figure.named} is not compared{others}: {reason(against, figure, why)}.", _positions([figure])
    )


def _statement(group: Sequence[Stated]) -> str:
    """Return how figures are read, and which values fit them all or which two exclude each other."""
    laid = laid_out(group)
    if all(interval == laid[0] for interval in laid) and len({yearless([figure]) for figure in group}) == 1:
        return f"{listed([figure.named for figure in group])} are read alike, as {meaning(group[0].figure)}."
    common = overlap(laid).common
    if common is not None:
        return f"{_readings(group)}. {_any_value(group, common)} fits them all."
    fit = together(laid)
    if len(fit) < 2:
        return f"{_readings(group)}. {_exclusion(group, laid)}"
    fitting = [group[at] for at in fit]
    others = [figure for at, figure in enumerate(group) if at not in fit]
    return f"{_agreement(fitting, [laid[at] for at in fit])} {_readings(others)}. {_exclusion(group, laid)}"


def _agreement(group: Sequence[Stated], laid: Sequence[Interval]) -> str:
    """Say which figures can be true together, and with which values."""
    common = overlap(laid).common
    assert common is not None
    names = listed([figure.named for figure in group])
    fitting = _any_value(group, common)
    return f"{names} can be true together: {fitting[:1].lower()}{fitting[1:]} fits them."


def _any_value(group: Sequence[Stated], common: Interval) -> str:
    """Return "Any number from 2,850 to 3,000", "Any day of June 2024"."""
    if group[0].figure.days is not None:
        return _any_day(days_of(common, yearless=yearless(group)))
    fitting = in_unit(span(common), group[0].figure.unit)
    return f"Any number {'from ' if ' to ' in fitting else 'that is '}{fitting}"


def _any_day(days: Days) -> str:
    """Return "Any day from 1 to 20 June 2024", "Any day in June 2024", "Only 3 June 2024"."""
    words = days_in_words(days)
    if words.startswith("any day"):
        return sentence(words)
    if days.first == days.last:
        return f"Only {words}"
    return f"Any day {'from' if ' to ' in words else 'in'} {words}"


def _readings(group: Sequence[Stated]) -> str:
    """Return how each figure is read: "“about 30” (Courier) is read as 27 to 33 and “40” (Gazette) as 38 to 42"."""
    return listed(
        [
            f"{figure.named} {'as' if position else 'is read as'} {meaning(figure.figure)}"
            for position, figure in enumerate(group)
        ]
    )


def _exclusion(group: Sequence[Stated], laid: Sequence[Interval]) -> str:
    """Say why no value fits all figures: which ends before which begins, and by how much."""
    found = overlap(laid)
    first, last = group[found.first_to_end], group[found.last_to_begin]
    end, begin = last_number(laid[found.first_to_end]), laid[found.last_to_begin].low
    if first.figure.days is not None:
        apart = number_of(int(found.gap), "day")
        dates = [days_in_words(days_of(Interval(day, day), yearless=yearless(group))) for day in (end, begin)]
        return (
            f"No day fits them all: {first.named} ends on {dates[0]}, and {last.named} begins on {dates[1]}, "
            f"{apart} later."
        )
    unit = group[0].figure.unit
    apart = (
        f", {in_unit(amount(found.gap), unit)} above"
        if found.gap
        else ", a number that they do not both allow"
    )
    return (
        f"No number fits them all: {first.named} ends at {in_unit(amount(end), unit)}, and {last.named} begins at "
        f"{in_unit(amount(begin), unit)}{apart}."
    )
