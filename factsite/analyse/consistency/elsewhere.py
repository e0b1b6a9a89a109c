"""Figures of one measure in different claims, held against each other: a fold over the rows of all claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.analyse.consistency.laid import kind_of
from factsite.analyse.consistency.pairs import gap_in_words, stand
from factsite.comparisons import Elsewhere
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factsite.analyse.figures.relations import Relation
    from factsite.comparisons import Stated
    from factsite.findings import Cited, Row


class Held(NamedTuple):
    """A figure of a claim held against one of another claim."""

    here: Stated
    there: Stated
    relation: Relation


def by_measure(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Return the claims that stand and have figures, by what these count."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        if row.counts:
            groups.setdefault(measure_of(row), []).append(row)
    return groups


def elsewhere(rows: Iterable[Row]) -> Mapping[str, tuple[Elsewhere, ...]]:
    """Return, for each claim, how its figures stand to those of every other claim of its measure."""
    groups = by_measure(rows)
    return {row.id: elsewhere_of(row, groups) for group in groups.values() for row in group}


def elsewhere_of(row: Row, groups: Mapping[str, Sequence[Row]]) -> tuple[Elsewhere, ...]:
    """Return how the figures of a claim stand to those of every other claim of its measure."""
    group = groups[measure_of(row)] if row.counts else ()
    return tuple(_against(row, group)) if len(group) > 1 else ()


def measure_of(row: Row) -> str:
    """Return what the figures of a claim count, alike for all that count the same."""
    return " ".join((row.measure or "").casefold().split())


def _against(row: Row, group: Sequence[Row]) -> Iterator[Elsewhere]:
    """Yield how a claim's figures stand to each other claim of the group that cites passages which this one does not."""
    own, every = row.stated, row.cited
    for other in group:
        if other is not row:
            new = [figure for figure in other.stated if not _cited_here(figure, every)]
            held = [Held(here, there, stand(here, there)) for here in own for there in new]
            held = [pair for pair in held if pair.relation.kind != "not comparable"]
            if held:
                yield _told(other, held)


def _cited_here(figure: Stated, every: Iterable[Cited]) -> bool:
    """Say whether the passage of a figure is among the citations of a claim, or a part of it."""
    return any(
        cited.source == figure.source
        and any(
            own.line == span.line and own.start < span.end and span.start < own.end
            for own in cited.spans
            for span in figure.spans
        )
        for cited in every
    )


def _told(other: Row, held: Sequence[Held]) -> Elsewhere:
    """Return what is said of another claim: the two figures that are furthest apart, or that nothing is excluded."""
    excluding = [pair for pair in held if pair.relation.kind == "conflicting"]
    if not excluding:
        here = tuple(dict.fromkeys(pair.here.position for pair in held if pair.here.position is not None))
        kind = kind_of(held[0].here)
        text = f"The {kind} of another claim, on the same count, agree with these."
        return Elsewhere(other.id, kind, "compatible", text, here)
    widest = max(excluding, key=lambda pair: pair.relation.gap or 0)
    assert widest.here.position is not None
    text = (
        f"Another claim cites {widest.there.named}, which excludes {widest.here.named} here: "
        f"{gap_in_words(widest.here.figure, widest.there.figure, widest.relation)}."
    )
    return Elsewhere(other.id, kind_of(widest.here), "conflicting", text, (widest.here.position,))
