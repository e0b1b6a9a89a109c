"""How each two figures of one measure stand to each other."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from factsite.analyse.figures import read
from factsite.analyse.figures.explained import in_unit, shown
from factsite.analyse.figures.relations import Relation, overlap, relate
from factsite.analyse.figures.units import converted
from factsite.comparisons import Pair, Stated
from factsite.english import amount, long_period, number_of
from factsite.findings import Located
from factsite.values import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factsite.findings import Examined, Figure
    from factsite.model import Claim, Source

STRETCH = re.compile(r"\b(?:over|during|for|through(?:out)?)\s+the\s+(?:last|past)\b", re.IGNORECASE)
"""What lasts through a stretch of time is not dated by it: "over the last two and a half years"."""


def figures_of(claim: Claim, evidence: Sequence[Examined], sources: Mapping[str, Source]) -> Iterator[Stated]:
    """Yield the figures of a claim that has a measure: its own, then those of evidence that takes a stance."""
    if claim.measure is None:
        return
    if claim.figure is not None:
        yield Stated(None, read(claim.figure), "the claim")
    for position, piece in enumerate(evidence):
        given = piece.evidence
        if piece.figure and given.stance is not Stance.CONTEXT:
            label = sources[given.source].label
            spans = piece.quotation.spans if isinstance(piece.quotation, Located) else ()
            yield Stated(
                position, piece.figure, label, given.source, given.lines, given.scope, given.as_of, spans, given.stance
            )  # fmt: skip


class Apart:
    """What keeps figures from being compared, two by two."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        """Take how the figures stand to each other."""
        self._why = {frozenset((pair.one, pair.other)): pair.why for pair in pairs if pair.why}

    def why(self, one: Stated, other: Stated) -> str:
        """Return what keeps two figures from being compared: "scope", "time", …; "" where nothing does."""
        return self._why.get(frozenset((one.position, other.position)), "") if self._why else ""


def pairs_of(stated: Sequence[Stated]) -> Iterator[Pair]:
    """Yield every pair of figures, and how the two stand to each other."""
    for one, other in combinations(stated, 2):
        relation = stand(one, other)
        assert other.position is not None
        yield Pair(
            one.position,
            other.position,
            relation.kind,
            _in_words(one, other, relation),
            relation.gap,
            relation.why,
        )


def stand(one: Stated, other: Stated) -> Relation:
    """Say how two figures of one measure stand to each other, what they hold for taken into account."""
    if one.scope != other.scope:
        return Relation("not comparable", why="scope")
    if apart_in_time(one, other):
        return Relation("not comparable", why="time")
    if lasting(one.figure) != lasting(other.figure):
        return Relation("not comparable", why="stretch")
    return relate(one.figure, other.figure)


def apart_in_time(one: Stated, other: Stated) -> bool:
    """Say whether two figures hold for times that share no day; where one states no time, that is not known."""
    if one.as_of is None or other.as_of is None:
        return False
    return one.as_of.last < other.as_of.first or other.as_of.last < one.as_of.first


def lasting(figure: Figure) -> bool:
    """Say whether a date is a stretch of time that something lasted through."""
    return figure.qualifier == "date" and STRETCH.search(figure.words) is not None


def _in_words(one: Stated, other: Stated, relation: Relation) -> str:
    """Return how two figures stand to each other, without naming them."""
    if relation.kind == "equal":
        return "are read alike"
    if relation.kind == "compatible":
        return "can both be true"
    if relation.kind == "conflicting":
        return f"exclude each other: {gap_in_words(one.figure, other.figure, relation)}"
    return f"are not compared: {_between(one, other, relation.why)}"


def _between(one: Stated, other: Stated, why: str) -> str:
    """Return what keeps two figures from being compared, said of both."""
    if why == "scope":
        scopes = [f"“{figure.scope}”" for figure in (one, other) if figure.scope is not None]
        return (
            f"their scopes are {' and '.join(scopes)}"
            if len(scopes) == 2
            else f"only one is of the scope {scopes[0]}"
        )
    if why == "time":
        assert one.as_of and other.as_of
        return f"they hold for {long_period(one.as_of.written)} and for {long_period(other.as_of.written)}"
    return {
        "unit": "they are given in different units",
        "undated": "one of them cannot be dated without the day of its article",
        "vague": "one of them names no number",
        "stretch": "one of them covers a stretch of time, the other is a single date",
    }[why]


def gap_in_words(one: Figure, other: Figure, relation: Relation) -> str:
    """Return what lies between two figures that exclude each other, in the unit of the first."""
    if one.days is not None:
        return f"they are {number_of(int(relation.gap or 0), 'day')} apart"
    assert one.interval and other.interval
    second = converted(other.interval, other.unit, one.unit)
    gap = overlap([shown(one.interval, one.unit), shown(second, one.unit)]).gap
    if not gap:
        return "they touch at a number that they do not both allow"
    return f"a gap of {in_unit(amount(gap), one.unit)}"


def reason(one: Stated, other: Stated, why: str) -> str:
    """Return what keeps a figure, the second, from being compared with another."""
    if why == "scope":
        scoped = other if other.scope is not None else one
        whose = "its" if scoped is other else "the other’s"
        return f"{whose} scope is “{scoped.scope}”, so it does not count the same"
    if why == "time":
        assert one.as_of and other.as_of
        return f"it holds for {long_period(other.as_of.written)}, not for {long_period(one.as_of.written)}"
    return {
        "unit": "it is given in another unit",
        "undated": "it cannot be dated without the day of its article",
        "vague": "it names no number",
    }[why]
