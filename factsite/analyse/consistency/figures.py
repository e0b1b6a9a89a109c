"""Notes on figures: whether one number or one day satisfies them all, and which are left out and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factsite.analyse.consistency.laid import (
    comparable,
    core,
    days_of,
    kind_of,
    laid_out,
    yearless,
)
from factsite.analyse.consistency.pairs import lasting, reason, stand
from factsite.analyse.figures.explained import (
    days_in_words,
    in_unit,
    last_number,
    printed,
    repeats,
    shown,
    span,
)
from factsite.analyse.figures.relations import overlap
from factsite.comparisons import Conflict
from factsite.english import amount, listed, number_of
from factsite.findings import Interval, Note
from factsite.values import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.comparisons import NoteKind, Stated
    from factsite.findings import Days


def notes_on_figures(stated: Sequence[Stated]) -> Iterator[Note]:
    """Say of all figures of articles that can be compared whether one value satisfies them, and why others are left out."""
    groups = comparable(of_articles(stated))
    for group in groups:
        if len(group) > 1:
            yield Note(kind_of(group[0]), _statement(group, stated), _positions(group))
    main = max(groups, key=len, default=[])
    for group in groups:
        if len(group) == 1 and group is not main:
            yield _left_out(group[0], main)


def conflict_in(stated: Sequence[Stated]) -> Conflict | None:
    """Return the two figures of articles that exclude each other most, where no value satisfies all that can be compared."""
    for group in comparable(of_articles(stated)):
        laid = laid_out(group) if len(group) > 1 else []
        found = overlap(laid) if laid else None
        if found and found.common is None:
            ends, begins = group[found.first_to_end].position, group[found.last_to_begin].position
            assert ends is not None and begins is not None
            return Conflict(ends, begins, _conflict(group, laid, stated), _exclusion(placed(group, laid)))
    return None


def of_articles(stated: Sequence[Stated]) -> list[Stated]:
    """Return the figures that are not the claim's own."""
    return [figure for figure in stated if figure.position is not None]


def _positions(stated: Sequence[Stated]) -> tuple[int, ...]:
    return tuple(figure.position for figure in stated if figure.position is not None)


def _left_out(figure: Stated, group: Sequence[Stated]) -> Note:
    """Say why a figure is not compared with a group, or with the only other one."""
    against, why = next((other, relation.why) for other in group if (relation := stand(other, figure)).why)
    kind: NoteKind = {"scope": "scope", "time": "time"}.get(why, kind_of(figure))  # type: ignore[assignment]
    others = f" with {group[0].named}" if len(group) == 1 else ""
    if why == "stretch":
        stretch, day = (figure, "a single date") if lasting(figure.figure) else (against, figure.named)
        text = f"{stretch.named} covers a stretch of time, so it is not compared with {day}."
    else:
        text = f"{figure.named} is not compared{others}: {reason(against, figure, why)}."
    return Note(kind, text, _positions([figure]))


def explanation(group: Sequence[Stated], stated: Sequence[Stated]) -> str:
    """Say how the figures of a group stand to each other; of one alone, why another is not compared with it."""
    if len(group) > 1:
        return _statement(group, stated)
    left_out = (
        _left_out(one, group)
        for one in of_articles(stated)
        if one is not group[0] and stand(group[0], one).why
    )
    return next((note.text for note in left_out), "")


def _statement(group: Sequence[Stated], stated: Sequence[Stated]) -> str:
    """Say which values fit all figures of a group, or why none does."""
    laid = laid_out(group)
    if overlap(laid).common is not None:
        return _agreement(group, laid)
    return _conflict(group, laid, stated)


def _conflict(group: Sequence[Stated], laid: Sequence[Interval], stated: Sequence[Stated]) -> str:
    """Explain why no value fits all figures: which agree, and from which of these each other one is kept apart."""
    every = placed(group, laid)
    agreeing = core(group, laid)
    if not agreeing:
        return _exclusion(every)
    inside = [group[at] for at in agreeing]
    supporting = [figure for figure in stated if figure.stance is Stance.SUPPORTS]
    them = "The figures that support the claim" if {*inside} == {*supporting} else ""
    parts = [_agreement(inside, [laid[at] for at in agreeing], them)]
    against = [every[at] for at in agreeing]
    parts += [_apart(every[at], against) for at in range(len(group)) if at not in agreeing]
    return " ".join(parts)


def _agreement(group: Sequence[Stated], laid: Sequence[Interval], them: str = "") -> str:
    """Say that figures can be true together, and with which values; ``them`` names them otherwise than one by one."""
    alike = all(interval == laid[0] for interval in laid) and len({yearless([one]) for one in group}) == 1
    if alike and not them:
        names = listed([figure.named for figure in group])
        as_read = (
            "" if all(repeats(figure.figure) for figure in group) else f", as {printed(group[0].figure)}"
        )
        return f"{names} are read alike{as_read}."
    them = them or listed([_with_reading(figure) for figure in group])
    return f"{them} can {'both' if len(group) == 2 else 'all'} be true{_where(group, laid)}."


def _with_reading(figure: Stated) -> str:
    """Return a figure with its article, and with its reading where that says more: "“30” (Courier, read as 29 to 31)"."""
    if repeats(figure.figure):
        return figure.named
    return f"{figure.words} ({figure.label}, read as {printed(figure.figure)})"


def _where(group: Sequence[Stated], laid: Sequence[Interval]) -> str:
    """Return which values figures have in common: ", at exactly 3,000", ": any number from 2,850 to 3,000 fits them"."""
    common = overlap(laid).common
    assert common is not None
    if group[0].figure.days is not None:
        return f": {_any_day(days_of(common, yearless=yearless(group)))} fits them"
    unit = group[0].figure.unit
    common = overlap([shown(interval, unit) for interval in laid]).common or common
    fitting = in_unit(span(common), unit)
    if common.low == common.high:
        return f", at {fitting}"
    return f": any number {'from' if ' to ' in fitting else 'that is'} {fitting} fits them"


def _any_day(days: Days) -> str:
    """Return "any day from 1 to 20 June 2024", "any day in June 2024", "only 3 June 2024"."""
    words = days_in_words(days)
    if words.startswith("any day"):
        return words
    if days.first == days.last:
        return f"only {words}"
    return f"any day {'from' if ' to ' in words else 'in'} {words}"


class Placed(NamedTuple):
    """A figure and what it allows, in the unit of the first of its group."""

    stated: Stated
    allowed: Interval
    unit: str


def placed(group: Sequence[Stated], laid: Sequence[Interval]) -> list[Placed]:
    """Return figures that can be compared with what they allow."""
    return [
        Placed(figure, allowed, group[0].figure.unit) for figure, allowed in zip(group, laid, strict=True)
    ]


class Edges(NamedTuple):
    """Where the first of two figures ends, where the last begins, and what lies between, in words; "" where nothing does."""

    end: str
    begin: str
    gap: str


def _apart(figure: Placed, group: Sequence[Placed]) -> str:
    """Say against which of the figures that agree another one fails: the one that bounds them on its side."""
    found = overlap([one.allowed for one in group])
    after, before = group[found.last_to_begin], group[found.first_to_end]
    below = overlap([figure.allowed, after.allowed])
    if below.common is None and below.first_to_end == 0:
        return f"{_ends(figure, after)}."
    return f"{_begins(figure, before)}."


def _exclusion(group: Sequence[Placed]) -> str:
    """Say why no value fits figures of which no two agree: which ends before which begins, and by how much."""
    found = overlap([one.allowed for one in group])
    first, last = group[found.first_to_end], group[found.last_to_begin]
    dated = first.stated.figure.days is not None
    return f"No {'day' if dated else 'number'} fits them all: {_ends(first, last, both=True)}."


def _ends(one: Placed, other: Placed, *, both: bool = False) -> str:
    """Say where a figure ends, and how far that is from one that begins later; ``both``: and where that one begins."""
    found = edges(one, other)
    if not found.gap:
        return _touching(one, other, found)
    if one.stated.figure.days is not None:
        begins = f"begins on {found.begin}" if both else "begins"
        return f"{one.stated.named} ends on {found.end}, {found.gap} before {other.stated.named} {begins}"
    ends = f"{one.stated.named} ends at {found.end}"
    if both:
        return f"{ends}, and {other.stated.named} begins at {found.begin}: a gap of {found.gap}"
    return f"{ends}: a gap of {found.gap} to {other.stated.named}"


def _begins(one: Placed, other: Placed) -> str:
    """Say where a figure begins, and how far that is from one that ends earlier."""
    found = edges(other, one)
    if not found.gap:
        return _touching(other, one, found)
    if one.stated.figure.days is not None:
        return f"{one.stated.named} begins on {found.begin}, {found.gap} after {other.stated.named} ends"
    return f"{one.stated.named} begins at {found.begin}: a gap of {found.gap} to {other.stated.named}"


def _touching(first: Placed, last: Placed, edges: Edges) -> str:
    """Say that two figures meet at a number which one of them leaves out."""
    return f"{first.stated.named} ends where {last.stated.named} begins, at {edges.end}, a number that they do not both allow"


def edges(first: Placed, last: Placed) -> Edges:
    """Return how two figures lie that exclude each other."""
    if first.stated.figure.days is not None:
        end, begin = last_number(first.allowed), last.allowed.low
        undated = yearless([first.stated, last.stated])
        days = [days_in_words(days_of(Interval(day, day), yearless=undated)) for day in (end, begin)]
        return Edges(days[0], days[1], number_of(int(begin - end), "day"))
    unit = first.unit
    end, begin = last_number(shown(first.allowed, unit)), shown(last.allowed, unit).low
    gap = in_unit(amount(begin - end), unit) if begin > end else ""
    return Edges(in_unit(amount(end), unit), in_unit(amount(begin), unit), gap)
