"""Suggestions as text for an editor at work, each with a fact file to paste, and as JSON for programs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from factsite.editor.factfile import written
from factsite.editor.readings import reading
from factsite.english import number_of, shortened
from factsite.report import printable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from factsite.findings import SuggestedItem, Suggestion

AROUND = 90
"""So many characters before and after the words in question are shown and quoted, to whole words."""


def as_json(suggestions: Sequence[Suggestion], today: dt.date) -> str:
    """Return the suggestions as a JSON list, the first to look at first."""
    return json.dumps([_entry(one) for one in suggestions], ensure_ascii=False, indent=1) + "\n"


def _entry(suggestion: Suggestion) -> dict[str, Any]:
    return {
        "number": suggestion.number,
        "kind": suggestion.kind,
        "relation": suggestion.relation,
        "score": suggestion.score,
        "measure": suggestion.measure,
        "reason": suggestion.reason,
        "claims": list(suggestion.claims),
        "items": [
            {
                "source": item.source,
                "line": item.line,
                "text": passage(item),
                "words": item.words,
                "figure": reading(item.figure),
            }
            for item in suggestion.items
        ],
    }


def as_text(suggestions: Sequence[Suggestion], today: dt.date) -> str:
    """Return the suggestions with their passages and fact files, and in the last line how many there are."""
    lines = [line for one in suggestions for line in _described(one, today)]
    known = sum(bool(one.claims) for one in suggestions)
    total = number_of(len(suggestions), "suggestion") + (
        f", {known} of them in claims already" if known else ""
    )
    return "".join(f"{printable(line)}\n" for line in (*lines, f"{total}."))


def _described(suggestion: Suggestion, today: dt.date) -> Iterator[str]:
    yield f"{suggestion.number}. {suggestion.kind}, {suggestion.relation}, {suggestion.score:.2f}: {suggestion.measure}"
    yield f"   {suggestion.reason}"
    for item in suggestion.items:
        yield f"   {item.source}:{item.line}:{item.start + 1}: {_in_context(item)}"
    if suggestion.claims:
        yield f"   in {', '.join(suggestion.claims)} already"
    else:
        yield from (f"     {line}" for line in written(fact_file(suggestion, today)))
    yield ""


def _in_context(item: SuggestedItem) -> str:
    """Return the words in question between brackets, with what stands around them."""
    start, end = _around(item)
    before, after = "… " if start else "", " …" if end < len(item.text) else ""
    return f"{before}{item.text[start : item.start]}[{item.words}]{item.text[item.end : end]}{after}"


def passage(item: SuggestedItem) -> str:
    """Return the words in question with what stands around them, as they can be quoted."""
    start, end = _around(item)
    return item.text[start:end]


def _around(item: SuggestedItem) -> tuple[int, int]:
    """Return from where to where a passage reaches: its sentences, or as much of them as stands close by."""
    start, end = item.first, item.last
    if item.start - start > AROUND:
        start = item.text.find(" ", item.start - AROUND, item.start) + 1 or item.start
    if end - item.end > AROUND:
        found = item.text.rfind(" ", item.end, item.end + AROUND)
        end = found if found >= 0 else item.end
    return start, end


def fact_file(suggestion: Suggestion, today: dt.date) -> dict[str, Any]:
    """Return a fact file that holds a disagreement; its claim and summary are for the editor to put better."""
    first = suggestion.items[0]
    agree = suggestion.kind == "modality"
    stances = ["supports" if agree or _agrees(suggestion, item) else "refutes" for item in suggestion.items]
    compared = first.figure is not None
    return {
        "claim": _claim(suggestion),
        "verdict": "supported" if agree else "conflicting",
        "summary": suggestion.reason,
        "checked": today,
        **({"measure": suggestion.measure or "what both count", "figure": first.words} if compared else {}),
        "evidence": [_evidence(item, stance) for item, stance in zip(suggestion.items, stances, strict=True)],
        **({} if agree else {"discrepancy": {"reason": "unexplained" if compared else "wording"}}),
    }


def _evidence(item: SuggestedItem, stance: str) -> dict[str, Any]:
    figure = {} if item.figure is None else {"figure": item.words}
    return {
        "source": source_id(item.source),
        "lines": item.line,
        "quote": passage(item),
        "stance": stance,
    } | figure


def _agrees(suggestion: Suggestion, item: SuggestedItem) -> bool:
    """Say whether a passage says the same as the first."""
    first = suggestion.items[0]
    if item is first:
        return True
    if item.figure is not None and first.figure is not None:
        return (item.figure.interval, item.figure.days) == (first.figure.interval, first.figure.days)
    return item.words == first.words


def _claim(suggestion: Suggestion) -> str:
    first = suggestion.items[0]
    if first.figure is not None:
        return f"{suggestion.measure[:1].upper()}{suggestion.measure[1:]}: {first.words}."
    if suggestion.kind == "wording":
        return f"The words were “{shortened(first.words, 200)}”."
    if suggestion.kind == "name":
        return f"The name is spelt {first.words}."
    return f"{first.words[:1].upper()}{first.words[1:].rstrip('.')}."


def source_id(source: str) -> str:
    """Return the id of a source; a file that has none yet is given one made of its name."""
    name = re.sub(r"\.txt$", "", source.lower())
    return re.sub(r"[^a-z0-9]+", "-", name).strip("-") or "source"
