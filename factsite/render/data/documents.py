"""What was compared, as JSON. Positions count a claim's evidence from 0; null is the claim itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from decimal import Decimal

    from factsite.comparisons import Compared, Pair, Reading, Reckoned, Shared, Wording
    from factsite.findings import Figure
    from factsite.values import CitedFigure


def reading(figure: Figure | None, words: Reading | None) -> dict[str, Any] | None:
    """Return a figure as it is read.

    ``low`` and ``high`` are null where the wording names no number or no end; ``date`` is EDTF, null for amounts and for
    dates that could not be resolved, and ``first`` and ``last`` its days, null where there is no end or no year.
    """
    if figure is None or words is None:
        return None
    interval, days = figure.interval, figure.days
    dated = days if days and not days.yearless else None
    return {
        "qualifier": figure.qualifier,
        "unit": figure.unit,
        "low": _number(interval.low) if interval else None,
        "high": _number(interval.high) if interval and interval.high is not None else None,
        "low_in": interval.low_in if interval else None,
        "high_in": interval.high_in if interval else None,
        "date": days.edtf if days else None,
        "first": dated.first.isoformat() if dated and dated.first else None,
        "last": dated.last.isoformat() if dated and dated.last else None,
        "inferred": words.inferred,
        "words": words.meaning or None,
        "explanation": words.explanation,
    }


def pair(compared: Pair) -> dict[str, Any]:
    """Return how two figures stand to each other."""
    return {
        "figures": [compared.one, compared.other],
        "relation": compared.kind,
        "gap": _number(compared.gap) if compared.gap is not None else None,
        "why": compared.why or None,
        "text": compared.text,
    }


def reckoned(result: Reckoned) -> dict[str, Any]:
    """Return a relation that the editor stated, and how it comes out."""
    times = result.relation.times
    return {
        "figure": _cited(result.relation.figure),
        "times": times and {"words": times.words, "cited": _cited(times.cited) if times.cited else None},
        "of": [_cited(figure) for figure in result.relation.of],
        "holds": result.holds,
        "text": result.text,
        "evidence": list(result.citations),
    }


def _cited(figure: CitedFigure) -> dict[str, Any]:
    return {"words": figure.words, "source": figure.source, "lines": [figure.lines.first, figure.lines.last]}


def compared(wordings: Compared) -> dict[str, Any]:
    """Return two wordings of one speaker, word by word."""
    return {
        "speaker": wordings.speaker,
        "one": _wording(wordings.one),
        "other": _wording(wordings.other),
        "same": [_wording(wording) for wording in wordings.same],
        "changes": [
            {"kind": change.kind, "one": change.one, "other": change.other, "touches": list(change.touches)}
            for change in wordings.changes
        ],
        "touches": list(wordings.touches),
        "text": wordings.text,
    }


def _wording(wording: Wording) -> dict[str, Any]:
    return {
        "evidence": wording.position,
        "words": wording.words,
        "direct": wording.direct,
        "beyond": wording.beyond,
    }


def shared_text(pair: Shared) -> dict[str, Any]:
    """Return what two articles share: lines and numbers of words, without the words."""
    return {
        "sources": [pair.one, pair.other],
        "runs": [{"words": run.words, "lines": [run.line, run.other_line]} for run in pair.runs],
        "sentences": [list(lines) for lines in pair.sentences],
        "copied": pair.copied,
    }


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
