"""Claims as JSON, for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factsite.findings import Located
from factsite.render import urls
from factsite.render.data import documents
from factsite.render.data.joined import in_line, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factsite.comparisons import Sharing
    from factsite.findings import Background, ClaimFindings, Examined
    from factsite.model import Claim, Corpus
    from factsite.render.data.joined import Join

VERSION = 1
"""Goes up when a reader of the JSON would have to change."""


ELSEWHERE = "elsewhere"
"""Where a claim's document tells of other claims."""


def claim_document(claim: Claim, found: ClaimFindings, background: Background) -> dict[str, Any]:
    """Return what ``claims/<id>.json`` says, but for what it tells of other claims; ``schema.py`` states its form."""
    return {"version": VERSION, **_claim(claim, found, background)}


def document_halves(document: Mapping[str, Any]) -> tuple[str, str]:
    """Return a claim's document as JSON in a line, before and after what it tells of other claims."""
    names = list(document)
    place = names.index(ELSEWHERE)
    before, after = (
        in_line({name: document[name] for name in part}) for part in (names[:place], names[place + 1 :])
    )
    return f'{before.removesuffix("}")}, "{ELSEWHERE}": ', f", {after.removeprefix('{')}"


def claims_join(corpus: Corpus, shared: Sharing, lines: Iterable[bytes]) -> Join:
    """Return ``data/claims.json``: the claims' own documents, one a line."""
    head = {
        "version": VERSION,
        "title": corpus.site.title,
        "url": corpus.site.base_url,
        "license": corpus.site.license,
        "offsets": "Unicode code points of the line, from 0, end excluded; lines count from 1",
        "sources": {source.id: {
            "file": f"seeds/{source.file}", "sha256": source.sha256, "title": source.title, "publisher": source.publisher,
            "author": source.author, "published": source.published and source.published.isoformat(), "url": source.url,
        } for source in corpus.sources.values()},
    }  # fmt: skip
    pairs = ([documents.shared_text(pair) for pair in pairs] for pairs in shared.by_first())
    return joined(urls.CLAIMS_DATA, head, "claims", lines, listed=("shared", pairs))


def _claim(claim: Claim, found: ClaimFindings, background: Background) -> dict[str, Any]:
    scale = background.site.scale
    notes = [
        {"by": "computed", "kind": note.kind, "text": note.text, "evidence": list(note.citations)}
        for note in found.consistency.notes
    ]
    notes += [{"by": "editor", "kind": "note", "text": text.text, "evidence": []} for text in claim.notes]
    return {
        "id": claim.id,
        "page": urls.claim(claim.id),
        "url": urls.absolute(background.site, urls.claim(claim.id)),
        "claim": claim.claim,
        "verdict": {
            "given": claim.verdict,
            "label": scale[claim.verdict].label,
            "class": scale[claim.verdict].verdict_class,
            "derived": found.derived.verdict_class,
            "rule": found.derived.reason,
            "because": claim.because,
        },
        "summary": claim.summary,
        "checked": claim.checked.isoformat(),
        "published": claim.first_published and claim.first_published.isoformat(),
        "topic": claim.topic,
        "measure": claim.measure,
        "figure": claim.figure,
        "reading": documents.reading(found.figure, found.reading),
        "articles": found.witnesses.articles,
        "origins": found.witnesses.origins,
        "evidence": [_evidence(piece, background) for piece in found.evidence],
        "discrepancy": claim.discrepancy and {
            "reason": claim.discrepancy.reason,
            "note": claim.discrepancy.note and claim.discrepancy.note.text,
        },
        "notes": notes,
        "pairs": [documents.pair(pair) for pair in found.consistency.pairs],
        "relations": [documents.reckoned(result) for result in found.consistency.reckoned],
        "wordings": [documents.compared(wordings) for wordings in found.consistency.wordings],
        ELSEWHERE: None,
        "explanation": claim.explanation and claim.explanation.text,
        "outside": claim.outside and claim.outside.text,
        "related": list(claim.related),
        "aliases": list(claim.aliases),
        "corrections": [
            {"date": change.date.isoformat(), "text": change.text.text, "verdict_was": change.verdict_was}
            for change in claim.corrections
        ],
        "withdrawn": claim.withdrawn and {
            "date": claim.withdrawn.date.isoformat(), "reason": claim.withdrawn.reason.text,
        },
    }  # fmt: skip


def _evidence(piece: Examined, background: Background) -> dict[str, Any]:
    assert isinstance(piece.quotation, Located)
    evidence = piece.evidence
    return {
        "source": evidence.source,
        "file": f"seeds/{background.sources[evidence.source].file}",
        "lines": [evidence.lines.first, evidence.lines.last],
        "quotation": piece.text,
        "spans": [
            {"line": span.line, "start": span.start, "end": span.end} for span in piece.quotation.spans
        ],
        "stance": evidence.stance,
        "figure": piece.figure and piece.figure.words,
        "reading": documents.reading(piece.figure, piece.reading),
        "according_to": piece.according_to,
        "speaker": piece.speaker,
        "as_of": evidence.as_of and evidence.as_of.written,
        "scope": evidence.scope,
        "note": evidence.note,
    }
