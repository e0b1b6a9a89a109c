"""The evidence of a claim before and after: which citations are the same one, and what became of them."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from factsite.changes import Change, Citation, Moved
from factsite.compare.fields import changed_fields
from factsite.compare.figures import figure_change
from factsite.findings import Located
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from factsite.changes import FigureChange
    from factsite.findings import Examined

ALIKE = 0.6
"""From this share of common text on, two quotations of an article are one that was changed."""

STRAIGHT = str.maketrans("“”„‘’‚", "\"\"\"'''")


class Pair(NamedTuple):
    """A citation before and after, and its position afterwards (from 0)."""

    before: Examined
    after: Examined
    position: int

    @property
    def where(self) -> str:
        """Source and lines, as they are now."""
        return f"{self.after.evidence.source}:{self.after.evidence.lines}"


class Paired(NamedTuple):
    """The citations of a claim: those of both sides, those of one."""

    pairs: tuple[Pair, ...]
    dropped: tuple[Examined, ...]
    added: tuple[Examined, ...]


def paired(before: Sequence[Examined], after: Sequence[Examined], names: Mapping[str, str]) -> Paired:
    """Find for each citation the one that it was; ``names`` leads from the ids of sources that were renamed to the new.

    Those with the same words belong together first, then those of the same lines, then those that are most alike.
    """
    old, new = dict(enumerate(before)), dict(enumerate(after))
    pairs: list[Pair] = []
    for likeness in (_same, _same_lines, _alike):
        for position in list(new):
            there = _best(old, new[position], names, likeness)
            if there is not None:
                pairs.append(Pair(old.pop(there), new.pop(position), position))
    return Paired(
        tuple(sorted(pairs, key=lambda pair: pair.position)), tuple(old.values()), tuple(new.values())
    )


def _best(
    old: Mapping[int, Examined], new: Examined, names: Mapping[str, str], likeness: Callable[..., float]
) -> int | None:
    """Return the position of the older citation of the same source that is most like a newer one, if any is."""
    source = new.evidence.source
    likenesses = {
        position: likeness(one, new)
        for position, one in old.items()
        if names.get(one.evidence.source, one.evidence.source) == source
    }
    best = max(likenesses, key=lambda position: likenesses[position], default=None)
    return best if best is not None and likenesses[best] else None


def _same(one: Examined, other: Examined) -> float:
    """Equal words; of several such, those whose lines and stance are the same too."""
    if folded(one) != folded(other):
        return 0
    return (
        1 + 2 * (one.evidence.lines == other.evidence.lines) + (one.evidence.stance == other.evidence.stance)
    )


def _same_lines(one: Examined, other: Examined) -> float:
    likeness = SequenceMatcher(None, folded(one), folded(other), autojunk=False).ratio()
    return likeness if one.evidence.lines == other.evidence.lines and likeness > ALIKE / 2 else 0


def _alike(one: Examined, other: Examined) -> float:
    words, others = folded(one), folded(other)
    likeness = SequenceMatcher(None, words, others, autojunk=False).ratio()
    return likeness if likeness >= ALIKE or words in others or others in words else 0


def folded(piece: Examined) -> str:
    """Return the words of a citation without what is typography alone."""
    return " ".join(unicodedata.normalize("NFKC", piece.evidence.quote).translate(STRAIGHT).split())


def words(piece: Examined) -> str:
    """Return the words of a citation: the source's own, if they were found."""
    return piece.text if isinstance(piece.quotation, Located) else piece.evidence.quote


def citation(piece: Examined) -> Citation:
    """Return how a citation is told of that is on one side only."""
    given = piece.evidence
    return Citation(given.source, str(given.lines), words(piece), str(given.stance))


def figure_changes(pairs: Sequence[Pair]) -> Iterator[FigureChange]:
    """Yield the figures of citations that are read differently."""
    for pair in pairs:
        yield from figure_change(pair.where, pair.before.figure, pair.after.figure, pair.position)


def stance_changes(pairs: Sequence[Pair]) -> Iterator[Change]:
    """Yield the citations that do something else to the claim now."""
    for before, after, position in pairs:
        old, new = before.evidence, after.evidence
        if old.at.has(["stance"]) and new.at.has(["stance"]) and old.stance is not new.stance:
            yield Change(Pair(before, after, position).where, str(old.stance), str(new.stance))


def quotation_changes(pairs: Sequence[Pair]) -> Iterator[Change]:
    """Yield the citations that have other words."""
    for pair in pairs:
        if folded(pair.before) != folded(pair.after):
            yield Change(pair.where, words(pair.before), words(pair.after))


def moved(pairs: Sequence[Pair]) -> Iterator[Moved]:
    """Yield the citations whose words are the same and whose lines are others."""
    for before, after, _ in pairs:
        old, new = before.evidence, after.evidence
        readable = old.at.has(["lines"]) and new.at.has(["lines"])
        if readable and folded(before) == folded(after) and old.lines != new.lines:
            yield Moved(new.source, str(old.lines), str(new.lines))


def particulars(pairs: Sequence[Pair]) -> Iterator[Change]:
    """Yield what else citations say differently: whom they credit, for when and what they hold, their notes."""
    told = ("source", "lines", "quote", "stance", "figure")
    for pair in pairs:
        for change in changed_fields(pair.before.evidence, pair.after.evidence, told):
            if isinstance(change, Change):
                yield Change(f"{change.what} of {pair.where}", change.before, change.after)
