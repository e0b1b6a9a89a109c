"""The words of one speaker as several articles have them, held against each other word by word.

Two citations are compared where both go back to one origin and are recognisably one utterance, which at least one of them quotes directly: at least ``SAME`` of
their words are the same, in order, or the shorter stands whole in the longer, and at least ``FEWEST`` are. What stands in
quotation marks is direct, anything else is a paraphrase. A direct quotation is compared without the article's words
around it, except those that follow it and hold a condition, a hedge or a negation.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factsite.analyse.consistency.credits import credited
from factsite.analyse.wording.alignment import HEDGES, NEGATIONS, TOKEN, align
from factsite.analyse.wording.utterances import utterances
from factsite.comparisons import Compared, Wording
from factsite.english import in_sentence, listed
from factsite.findings import Located, Note

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.analyse.wording.alignment import Alignment
    from factsite.comparisons import Change
    from factsite.findings import Examined
    from factsite.model import Origin, Source, SourceText

SAME = 0.5
FEWEST = 2

TOUCHED = {
    "number": "a number", "negation": "a negation", "hedge": "a condition or hedge", "name": "a name",
}  # fmt: skip
"""What a change can bear on, as a sentence names it."""

TELLING = {"negation": NEGATIONS, "hedge": HEDGES}
"""The words by which a reader sees it."""


def compared_wordings(
    evidence: Sequence[Examined],
    sources: Mapping[str, Source],
    texts: Mapping[str, SourceText],
    origins: Mapping[str, Origin],
) -> Iterator[Compared]:
    """Yield, for each origin, the wording that has most in common with the others, against each that differs from it."""
    for origin, positions in _by_origin(evidence).items():
        wordings = [_wording(at, evidence[at], sources, texts) for at in positions]
        distinct = _distinct([wording for wording in wordings if wording.words])
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
            if _recognisable(alignment):
                text = _statement(one, other, alignment, in_sentence(origins[origin].name))
                yield Compared(origin, one, other, alignment.changes, text, tuple(same))


def notes_on_wordings(
    wordings: Sequence[Compared],
    evidence: Sequence[Examined],
    sources: Mapping[str, Source],
    texts: Mapping[str, SourceText],
    origins: Mapping[str, Origin],
) -> Iterator[Note]:
    """Say what the differences amount to, and which articles quote an origin directly and which retell it."""
    for compared in wordings:
        yield Note("wording", compared.text, (compared.one.position, compared.other.position))
    for origin, positions in _by_origin(evidence).items():
        told = [_wording(at, evidence[at], sources, texts) for at in positions]
        direct = list(dict.fromkeys(wording.label for wording in told if wording.direct))
        retold = [wording for wording in told if not wording.direct and wording.label not in direct]
        if direct and retold:
            labels = list(dict.fromkeys(wording.label for wording in retold))
            text = (
                f"{listed(direct)} {'puts' if len(direct) == 1 else 'put'} words of {in_sentence(origins[origin].name)} in quotation marks; "
                f"{listed(labels)} {'retells' if len(labels) == 1 else 'retell'} them in words of {'its' if len(labels) == 1 else 'their'} own."
            )
            yield Note("wording", text, tuple(positions))


def _by_origin(evidence: Sequence[Examined]) -> Mapping[str, Sequence[int]]:
    """Return the citations that go back to each origin, where those of several articles do."""
    groups: dict[str, list[int]] = {}
    for at, piece in enumerate(evidence):
        for origin in credited(piece):
            groups.setdefault(origin, []).append(at)
    return {
        origin: positions
        for origin, positions in groups.items()
        if len({evidence[at].evidence.source for at in positions}) > 1
    }


def _source(wording: Wording, evidence: Sequence[Examined]) -> str:
    return evidence[wording.position].evidence.source


def _wording(
    at: int, piece: Examined, sources: Mapping[str, Source], texts: Mapping[str, SourceText]
) -> Wording:
    """Return the words of a citation that are compared: those in quotation marks, or all where there are none."""
    label = sources[piece.evidence.source].label if piece.evidence.source in sources else ""
    direct = _direct(piece, texts[piece.evidence.source]) if piece.speaker and piece.text else []
    if not direct:
        return Wording(at, label, piece.text, direct=False)
    rest = piece.text.rpartition(direct[-1])[2]
    turning = {token.lower() for token in TOKEN.findall(rest)} & (HEDGES | NEGATIONS)
    words = " … ".join(direct) + (rest if turning else "")
    return Wording(at, label, words.strip(" .,;:"), direct=True, beyond=bool(turning))


def _direct(piece: Examined, text: SourceText) -> list[str]:
    """Return the parts of a quotation that the article has in quotation marks, each two words or more."""
    assert isinstance(piece.quotation, Located)
    found = []
    for span in piece.quotation.spans:
        for said in utterances(text.lines[span.line - 1]):
            start, end = max(said.start, span.start), min(said.end, span.end)
            words = text.lines[span.line - 1][start:end].strip(" ,.;") if start < end else ""
            if len(TOKEN.findall(words)) >= FEWEST:
                found.append(words)
    return found


def _distinct(wordings: Sequence[Wording]) -> list[list[Wording]]:
    """Group wordings that have the same words."""
    groups: dict[tuple[str, ...], list[Wording]] = {}
    for wording in wordings:
        words = tuple(re.sub(r"[’']", "'", token).lower() for token in TOKEN.findall(wording.words))
        groups.setdefault(words, []).append(wording)
    return list(groups.values())


def _likeness(one: Wording, others: Sequence[Wording]) -> tuple[float, bool]:
    """Return how much a wording has in common with all others; among equals a direct quotation goes first."""
    return sum(align(one.words, other.words).ratio for other in others), one.direct


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
