"""The words of a citation that are compared: those that the article puts in quotation marks, or all where there are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factsite.analyse.consistency.credits import credited
from factsite.analyse.wording.alignment import HEDGES, NEGATIONS, TOKEN
from factsite.analyse.wording.utterances import utterances
from factsite.comparisons import Wording
from factsite.findings import Located

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factsite.findings import Examined
    from factsite.model import Source, SourceText

    Told = Mapping[str, Sequence[Wording]]
    """The words of the citations that go back to each origin."""

FEWEST = 2
"""Fewer words are no utterance."""


def wordings_of(
    evidence: Sequence[Examined], sources: Mapping[str, Source], texts: Mapping[str, SourceText]
) -> Told:
    """Return the words of the citations that go back to each origin, where those of several articles do."""
    return {
        origin: [wording_of(at, evidence[at], sources, texts) for at in positions]
        for origin, positions in by_origin(evidence).items()
    }


def by_origin(evidence: Sequence[Examined]) -> Mapping[str, Sequence[int]]:
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


def wording_of(
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


def distinct_of(wordings: Sequence[Wording]) -> list[list[Wording]]:
    """Group wordings that have the same words."""
    groups: dict[tuple[str, ...], list[Wording]] = {}
    for wording in wordings:
        words = tuple(re.sub(r"[’']", "'", token).lower() for token in TOKEN.findall(wording.words))
        groups.setdefault(words, []).append(wording)
    return list(groups.values())
