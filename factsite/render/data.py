"""Claims as JSON, for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factsite.findings import Located
from factsite.page import Page
from factsite.render import urls

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from factsite.findings import Background, ClaimFindings, Examined, Figure
    from factsite.model import Claim, Corpus

VERSION = 1
"""Goes up when a reader of the JSON would have to change."""


def claim_page(claim: Claim, found: ClaimFindings, background: Background) -> Page:
    """Return ``claims/<id>.json``."""
    document = {"version": VERSION, **_claim(claim, found, background)}
    return Page(urls.claim_data(claim.id), (json.dumps(document, ensure_ascii=False) + "\n").encode("utf-8"))


def claims_page(corpus: Corpus, claims: Sequence[Page]) -> Page:
    """Return ``data/claims.json``: the claims' own documents, one a line."""
    head = {
        "version": VERSION,
        "title": corpus.site.title,
        "url": corpus.site.base_url,
        "offsets": "Unicode code points of the line, from 0, end excluded; lines count from 1",
        "sources": {source.id: {
            "file": f"seeds/{source.file}", "sha256": source.sha256, "title": source.title, "publisher": source.publisher,
            "author": source.author, "published": source.published and source.published.isoformat(), "url": source.url,
        } for source in corpus.sources.values()},
    }  # fmt: skip
    opening = json.dumps(head, ensure_ascii=False).removesuffix("}")
    documents = b",\n".join(page.content.rstrip(b"\n") for page in claims)
    return Page(urls.CLAIMS_DATA, opening.encode("utf-8") + b', "claims": [\n' + documents + b"\n]}\n")


def _claim(claim: Claim, found: ClaimFindings, background: Background) -> dict[str, Any]:
    scale = background.site.scale
    notes = [
        {"by": "computed", "kind": note.kind, "text": note.text, "evidence": list(note.citations)}
        for note in found.notes
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
        "topic": claim.topic,
        "measure": claim.measure,
        "figure": claim.figure,
        "evidence": [_evidence(piece, background) for piece in found.evidence],
        "discrepancy": claim.discrepancy and {
            "reason": claim.discrepancy.reason,
            "note": claim.discrepancy.note and claim.discrepancy.note.text,
        },
        "notes": notes,
        "explanation": claim.explanation and claim.explanation.text,
        "outside": claim.outside and claim.outside.text,
        "related": list(claim.related),
        "aliases": list(claim.aliases),
        "corrections": [{"date": change.date.isoformat(), "text": change.text.text} for change in claim.corrections],
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
        "figure": evidence.figure,
        "reading": _reading(piece.figure) if piece.figure else None,
        "according_to": piece.according_to,
        "speaker": piece.speaker,
        "as_of": evidence.as_of and evidence.as_of.written,
        "scope": evidence.scope,
        "note": evidence.note,
    }


def _reading(figure: Figure) -> dict[str, Any]:
    """Return a figure as it is read; ``low`` and ``high`` are null where the wording names no number or no end."""
    interval = figure.interval
    return {
        "qualifier": figure.qualifier,
        "unit": figure.unit,
        "low": _number(interval.low) if interval else None,
        "high": _number(interval.high) if interval and interval.high is not None else None,
        "low_in": interval.low_in if interval else None,
        "high_in": interval.high_in if interval else None,
    }


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
