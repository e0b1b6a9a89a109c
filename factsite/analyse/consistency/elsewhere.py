"""Figures of one measure in different claims, held against each other: a fold over the rows of all claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factsite.analyse.consistency.laid import kind_of
from factsite.analyse.consistency.pairs import gap_in_words, stand
from factsite.comparisons import Elsewhere
from factsite.english import number_in_words, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factsite.analyse.figures.relations import Relation
    from factsite.comparisons import Stated
    from factsite.findings import Row


class Held(NamedTuple):
    """A figure of a claim held against one of another claim."""

    here: Stated
    there: Stated
    relation: Relation


def elsewhere(rows: Iterable[Row]) -> Mapping[str, tuple[Elsewhere, ...]]:
    """Return, for each claim, how its figures stand to those of every other claim of its measure."""
    by_measure: dict[str, list[Row]] = {}
    for row in rows:
        if row.measure and row.stated and row.withdrawn is None:
            by_measure.setdefault(" ".join(row.measure.casefold().split()), []).append(row)
    return {row.id: tuple(_against(row, group)) for group in by_measure.values() for row in group}


def _against(row: Row, group: Sequence[Row]) -> Iterator[Elsewhere]:
    """Yield how a claim's figures stand to each other claim of the group that has figures which this one lacks."""
    own = {_key(figure) for figure in row.stated}
    for other in group:
        new = [figure for figure in other.stated if _key(figure) not in own]
        held = [Held(here, there, stand(here, there)) for here in row.stated for there in new]
        held = [pair for pair in held if pair.relation.kind != "not comparable"]
        if other is not row and held:
            yield _told(other, held)


def _key(figure: Stated) -> tuple[str, str]:
    """Return what tells a figure that two claims cite from one that they do not."""
    return figure.source, figure.figure.words


def _told(other: Row, held: Sequence[Held]) -> Elsewhere:
    """Return what is said of another claim: the two figures that are furthest apart, or that nothing is excluded."""
    excluding = [pair for pair in held if pair.relation.kind == "conflicting"]
    if not excluding:
        here = tuple(dict.fromkeys(pair.here.position for pair in held if pair.here.position is not None))
        kind = kind_of(held[0].here)
        return Elsewhere(
            other.id,
            kind,
            "compatible",
            "Another claim counts the same measure; each of its figures can be true together with each of these.",
            here,
        )
    widest = max(excluding, key=lambda pair: pair.relation.gap or 0)
    assert widest.here.position is not None
    more = len(excluding) - 1
    rest = (
        f" {sentence(number_in_words(more, 'more pair'))} of figures {'does' if more == 1 else 'do'} so too."
        if more
        else ""
    )
    text = (
        f"{widest.here.named} here and {widest.there.named} in another claim count the same measure and exclude each other: "
        f"{gap_in_words(widest.here.figure, widest.relation)}.{rest}"
    )
    return Elsewhere(other.id, kind_of(widest.here), "conflicting", text, (widest.here.position,))
