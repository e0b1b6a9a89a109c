"""The words of one speaker as several articles have them, held against each other word by word.

Two citations are compared where both go back to one origin, at least one of them quotes it directly, and they are
recognisably one utterance: at least ``SAME`` of their words are the same, in order, or the shorter stands whole in the
longer, and at least ``FEWEST`` words are. What stands in quotation marks is direct, anything else is a paraphrase. A
direct quotation is compared without the article's words around it, except those that follow it and hold a condition, a
hedge or a negation. Wordings that differ in articles alone, or in the noun that these belong to, are left out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factsite.analyse.consistency.quoted import FEWEST, distinct_of
from factsite.analyse.wording.alignment import HEDGES, NEGATIONS, TOKEN, align, likeness, only_frames
from factsite.comparisons import Compared
from factsite.english import in_sentence, listed
from factsite.findings import Note

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.analyse.consistency.quoted import Told
    from factsite.analyse.wording.alignment import Alignment
    from factsite.comparisons import Change, Wording
    from factsite.findings import Examined
    from factsite.model import Origin

SAME = 0.5

TOUCHED = {
    "number": "a number", "negation": "a negation", "hedge": "a condition or hedge", "name": "a name",
}  # fmt: skip
"""What a change can bear on, as a sentence names it."""

TELLING = {"negation": NEGATIONS, "hedge": HEDGES}
"""The words by which a reader sees it."""


def compared_wordings(
    told: Told, evidence: Sequence[Examined], origins: Mapping[str, Origin]
) -> Iterator[Compared]:
    """Yield, for each origin, the wording that has most in common with the others, against each that differs from it."""
    for origin, wordings in told.items():
        distinct = distinct_of([wording for wording in wordings if wording.words])
        if len(distinct) < 2:
            continue
        one = max(distinct, key=lambda alike: _likeness(alike[0], [other[0] for other in distinct]))[0]
        for other, *same in distinct:
            if (
                other is one
                or _source(one, evidence) == _source(other, evidence)
                or not (one.direct or other.direct)
            ):
                continue
            alignment = _told(align(one.words, other.words))
            if _recognisable(alignment) and not only_frames(alignment.changes):
                text = _statement(one, other, alignment, in_sentence(origins[origin].name))
                yield Compared(origin, one, other, alignment.changes, text, tuple(same))


def notes_on_wordings(
    compared: Sequence[Compared], told: Told, origins: Mapping[str, Origin]
) -> Iterator[Note]:
    """Say what the differences amount to, and which articles quote an origin directly and which retell it."""
    for pair in compared:
        yield Note("wording", pair.text, (pair.one.position, pair.other.position))
    for origin, wordings in told.items():
        direct = list(dict.fromkeys(wording.label for wording in wordings if wording.direct))
        retold = [wording for wording in wordings if not wording.direct and wording.label not in direct]
        if direct and retold:
            quoting = [wording for wording in wordings if wording.direct]
            same = all(
                any(_recognisable(align(one.words, other.words)) for one in quoting) for other in retold
            )
            labels = list(dict.fromkeys(wording.label for wording in retold))
            text = _manners(direct, labels, in_sentence(origins[origin].name), same=same)
            yield Note("wording", text, tuple(wording.position for wording in wordings))


def _manners(direct: Sequence[str], retold: Sequence[str], speaker: str, *, same: bool) -> str:
    """Return which articles quote a speaker and which do not; ``same``: what these say is in the quoted words."""
    one = len(retold) == 1
    if same:
        return (
            f"{listed(direct)} {'puts' if len(direct) == 1 else 'put'} words of {speaker} in quotation marks; "
            f"{listed(retold)} {'retells' if one else 'retell'} them in words of {'its' if one else 'their'} own."
        )
    return (
        f"{listed(direct)} {'quotes' if len(direct) == 1 else 'quote'} {speaker}; "
        f"{listed(retold)} {'reports' if one else 'report'} {speaker} without quoting."
    )


def _source(wording: Wording, evidence: Sequence[Examined]) -> str:
    return evidence[wording.position].evidence.source


def _likeness(one: Wording, others: Sequence[Wording]) -> tuple[float, bool]:
    """Return how much a wording has in common with all others; among equals a direct quotation goes first."""
    return sum(likeness(one.words, other.words) for other in others), one.direct


def _told(alignment: Alignment) -> Alignment:
    """Return an alignment in which a name is touched where it is changed, and not where a clause with a name is added."""
    changes = [
        change
        if change.kind == "changed"
        else replace(change, touches=tuple(touch for touch in change.touches if touch != "name"))
        for change in alignment.changes
    ]
    return replace(alignment, changes=tuple(changes))


def _recognisable(alignment: Alignment) -> bool:
    """Say whether two wordings are recognisably of one utterance."""
    same = sum(len(TOKEN.findall(change.one)) for change in alignment.changes if change.kind == "same")
    return same >= FEWEST and (alignment.ratio >= SAME or alignment.within)


def _statement(one: Wording, other: Wording, alignment: Alignment, speaker: str) -> str:
    """Return what the difference of two wordings amounts to."""
    parts = [f"Set against {one.label}, {other.label} {listed(list(_differences(alignment.changes)))}."]
    touched = list(_touched(alignment.changes))
    if touched:
        parts.append(f"That touches {listed(touched)}.")
    if one.direct and other.direct and alignment.differs:
        parts.append(
            f"Both are in quotation marks, so at least one is not word for word what {speaker} said."
        )
    elif one.direct != other.direct:
        direct, retold = (one, other) if one.direct else (other, one)
        parts.append(f"{direct.label} quotes {speaker} directly, {retold.label} retells it.")
    return " ".join(parts)


def _differences(changes: Sequence[Change]) -> Iterator[str]:
    """Yield what the second wording does to the first."""
    for change in changes:
        if change.kind == "changed":
            yield f"has “{change.other}” in place of “{change.one}”"
    for kind, verb in (("added", "adds"), ("dropped", "leaves out")):
        stretches = [f"“{change.one or change.other}”" for change in changes if change.kind == kind]
        if stretches:
            yield f"{verb} {listed(stretches)}"


def _touched(changes: Sequence[Change]) -> Iterator[str]:
    """Yield what the changes bear on, with the words that tell."""
    for touches, named in TOUCHED.items():
        bearing = [change for change in changes if touches in change.touches]
        if bearing:
            words = [
                f"“{token}”"
                for change in bearing
                for token in TOKEN.findall(f"{change.one} {change.other}")
                if token.lower() in TELLING.get(touches, ())
            ]
            yield f"{named} ({listed(list(dict.fromkeys(words)))})" if words else named
