"""Notes on figures: whether one number or one day satisfies them all, and which are left out and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.analyse.consistency.laid import (
    comparable,
    core,
    days_of,
    kind_of,
    laid_out,
    yearless,
)
from factsite.analyse.consistency.pairs import Apart, lasting, pairs_of, reason
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
from factsite.frozen import NamedTuple, dataclass
from factsite.values import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from factsite.analyse.figures.relations import Overlap
    from factsite.comparisons import NoteKind, Pair, Stated
    from factsite.findings import Days


@dataclass(frozen=True, slots=True)
class Group:
    """Figures of articles that can all be compared, and how they stand to each other.

    ``laid`` has what each of them allows and ``bounds`` what that leaves; a figure alone that is not read has neither. Where
    no value fits all, ``agreeing`` are the positions in the group of those that agree. ``text`` says it all; "" of one alone.
    """

    figures: Sequence[Stated]
    laid: Sequence[Interval]
    bounds: Overlap | None
    agreeing: Sequence[int] = ()
    text: str = ""

    @property
    def excludes(self) -> bool:
        """Whether no value fits all of them."""
        return self.bounds is not None and self.bounds.common is None


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of a claim: how each two stand to each other, and in which groups those of articles can be compared."""

    stated: tuple[Stated, ...]
    pairs: tuple[Pair, ...]
    apart: Apart
    groups: Sequence[Group]

    @property
    def of_articles(self) -> list[Stated]:
        """The figures that are not the claim's own."""
        return [figure for figure in self.stated if figure.position is not None]


def measured(stated: tuple[Stated, ...]) -> Measured:
    """Hold the figures of a claim against each other."""
    pairs = tuple(pairs_of(stated))
    apart = Apart(pairs)
    of_articles = [figure for figure in stated if figure.position is not None]
    supporting = {figure.position for figure in of_articles if figure.stance is Stance.SUPPORTS}
    groups = [_grouped(figures, supporting) for figures in comparable(of_articles, apart)]
    return Measured(stated, pairs, apart, groups)


def _grouped(figures: Sequence[Stated], supporting: Set[int | None]) -> Group:
    """Lay figures that can be compared over each other; ``supporting`` are the positions of all that support the claim."""
    laid = laid_out(figures)
    bounds = overlap(laid) if laid else None
    if bounds is None or len(figures) == 1:
        return Group(figures, laid, bounds)
    if bounds.common is not None:
        return Group(figures, laid, bounds, (), _agreement(figures, laid))
    agreeing = core(figures, laid)
    return Group(figures, laid, bounds, agreeing, _conflict(figures, laid, agreeing, supporting))


def notes_on_figures(found: Measured) -> Iterator[Note]:
    """Say of all figures of articles that can be compared whether one value satisfies them, and why others are left out."""
    groups = found.groups
    for group in groups:
        if group.text:
            yield Note(kind_of(group.figures[0]), group.text, _positions(group.figures))
    main = max(groups, key=lambda group: len(group.figures), default=None)
    for group in groups:
        if len(group.figures) == 1 and main is not None and group is not main:
            yield _left_out(group.figures[0], main.figures, found.apart)


def conflict_in(found: Measured) -> Conflict | None:
    """Return the two figures of articles that exclude each other most, where no value satisfies all that can be compared."""
    for group in found.groups:
        if group.text and group.bounds and group.excludes:
            ends = group.figures[group.bounds.first_to_end].position
            begins = group.figures[group.bounds.last_to_begin].position
            assert ends is not None and begins is not None
            pair = _exclusion(placed(group.figures, group.laid)) if group.agreeing else group.text
            return Conflict(ends, begins, group.text, pair)
    return None


def _positions(stated: Sequence[Stated]) -> tuple[int, ...]:
    return tuple(figure.position for figure in stated if figure.position is not None)


def _left_out(figure: Stated, group: Sequence[Stated], apart: Apart) -> Note:
    """Say why a figure is not compared with a group, or with the only other one."""
    against, why = next((other, why) for other in group if (why := apart.why(other, figure)))
    kind: NoteKind = {"scope": "scope", "time": "time"}.get(why, kind_of(figure))  # type: ignore[assignment]
    others = f" with {group[0].named}" if len(group) == 1 else ""
    if why == "stretch":
        stretch, day = (figure, "a single date") if lasting(figure.figure) else (against, figure.named)
        text = f"{stretch.named} covers a stretch of time, so it is not compared with {day}."
    else:
        text = f"{figure.named} is not compared{others}: {reason(against, figure, why)}."
    return Note(kind, text, _positions([figure]))


def explanation(group: Group, found: Measured) -> str:
    """Say how the figures of a group stand to each other; of one alone, why another is not compared with it."""
    if group.text:
        return group.text
    [alone] = group.figures
    left_out = (one for one in found.of_articles if one is not alone and found.apart.why(alone, one))
    return next((_left_out(one, group.figures, found.apart).text for one in left_out), "")


def _conflict(
    group: Sequence[Stated],
    laid: Sequence[Interval],
    agreeing: Sequence[int],
    supporting: Set[int | None],
) -> str:
    """Explain why no value fits all figures: which agree, and from which of these each other one is kept apart."""
    every = placed(group, laid)
    if not agreeing:
        return _exclusion(every)
    inside = [group[at] for at in agreeing]
    them = (
        "The figures that support the claim" if {figure.position for figure in inside} == supporting else ""
    )
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
