"""A claim and its findings to the row that the rest of the site knows of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factsite.findings import Cited, Dated, Detail, Located, Row
from factsite.values import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factsite.findings import ClaimFindings
    from factsite.model import Claim, Source


def row_of(claim: Claim, found: ClaimFindings, sources: Mapping[str, Source]) -> Row:
    """Return a claim's row."""
    cited = [
        Cited(
            piece.evidence.source,
            piece.evidence.lines,
            piece.quotation.spans,
            piece.evidence.stance,
            piece.evidence.figure or piece.text,
            piece.reading.told if piece.reading else "",
        )
        for piece in found.evidence
        if isinstance(piece.quotation, Located)
    ]
    in_prose = [
        Cited(inline.source, inline.lines, (), None) for text in claim.prose for inline in text.citations
    ]
    stated = tuple(figure for figure in found.consistency.stated if figure.position is not None)
    return Row(
        id=claim.id,
        claim=claim.claim,
        summary=claim.summary,
        verdict=claim.verdict,
        topic=claim.topic,
        measure=claim.measure,
        checked=claim.checked,
        published=claim.first_published,
        sources=tuple(
            sorted({piece.source for piece in claim.evidence} | {inline.source for inline in in_prose})
        ),
        whole=claim.at.has(["evidence"]) and all(piece.at.has(["source"]) for piece in claim.evidence),
        witnesses=found.witnesses,
        quotations=len(cited),
        counts=bool(claim.measure and stated and claim.withdrawn is None),
        aliases=claim.aliases,
        related=claim.related,
        corrections=claim.corrections,
        withdrawn=claim.withdrawn,
        draft=claim.is_draft,
        quoted=tuple(Counter(one.source for one in cited).items()),
        detail=Detail(
            cited=(*cited, *in_prose),
            stated=stated,
            scale=found.consistency.scale,
            why=_why(found),
            places=claim.at,
            dates=tuple(_dates_of(claim)),
            dates_read=tuple(_dates_read(claim, sources)),
        ),
    )


def _dates_of(claim: Claim) -> Iterator[Dated]:
    """Yield the days on which something was done to a claim."""
    if claim.at.has(["checked"]):
        yield Dated("checked", claim.checked, claim.at["checked"])
    if claim.published:
        yield Dated("published", claim.published, claim.at["published"])
    for change in claim.corrections:
        if change.at.has(["date"]):
            yield Dated("corrected", change.date, change.at["date"])
    if claim.withdrawn and claim.withdrawn.at.has(["date"]):
        yield Dated("withdrawn", claim.withdrawn.date, claim.withdrawn.at["date"])


def _dates_read(claim: Claim, sources: Mapping[str, Source]) -> Iterator[Dated]:
    """Yield the days on which the articles of a claim's evidence were published."""
    for name in dict.fromkeys(piece.source for piece in claim.evidence):
        source = sources.get(name)
        if source and source.published:
            yield Dated(f"{name} published", source.published, source.at["published"])


def _why(found: ClaimFindings) -> str:
    """Return why the articles disagree, as far as it can be computed: no value fits, or the words differ."""
    conflict, wordings = found.consistency.conflict, found.consistency.wordings
    if conflict is not None:
        return conflict.text
    stances = [piece.evidence.stance for piece in found.evidence]
    opposed = (
        compared.text
        for compared in wordings
        if {stances[compared.one.position], stances[compared.other.position]}
        == {Stance.SUPPORTS, Stance.REFUTES}
    )
    return next(opposed, "")
