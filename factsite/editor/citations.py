"""Citations as an editor pastes them under ``evidence:``, with what has to be known of each, and as JSON for programs."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from factsite.editor.factfile import comments, item, todo
from factsite.english import number_of, shortened
from factsite.report import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.findings import Occurrence

SHOWN: Final = 10
"""So many places of a kind are printed, unless all are asked for."""

LONGEST: Final = 280
"""Sentences around the words are cut to so many characters."""

FEW: Final = 3
"""So many claims are named that cite other words of the line."""

STANCE: Final = todo("supports, refutes or context")

HEADS: Final = {
    "case": "Nothing is exactly so; with other capitals:",
    "near": "Nothing is exactly so; the nearest in each article:",
    "alike": "The same figure in other words:",
    "speaks": "What may speak to it, one passage of each article:",
}
"""What is said above the places of a kind; exact ones need no words."""


def as_text(found: Sequence[Occurrence], *, every: bool = False) -> str:
    """Return every place with its citation, ready to paste; what is said of it is a comment of YAML."""
    lines = [line for match in ("exact", *HEADS) for line in _kind(match, found, every=every)]
    return "".join(f"{printable(line)}\n" for line in (*lines, *comments([_total(found)])))


def _kind(match: str, found: Sequence[Occurrence], *, every: bool) -> Iterator[str]:
    """Yield the places of one kind."""
    here = sorted((one for one in found if one.match == match), key=lambda one: bool(one.boilerplate))
    if here and match in HEADS:
        yield from comments([HEADS[match]])
        yield ""
    for one in here if every else islice(here, SHOWN):
        yield from comments(about(one))
        if not one.boilerplate:
            yield from item(citation(one))
        yield ""
    if len(here) > SHOWN and not every:
        yield from comments([f"… and {len(here) - SHOWN:,} more; --all shows them", ""])


def _total(found: Sequence[Occurrence]) -> str:
    articles = len({one.source for one in found})
    return f"{number_of(len(found), 'place')} in {number_of(articles, 'article')}."


def about(one: Occurrence) -> Iterator[str]:
    """Yield what has to be known of a place: where it is, what stands around, how it differs, who cites it already."""
    yield f"{one.source}:{one.lines}:{one.spans[0].start + 1}: {_in_context(one)}"
    if one.found or one.written:
        yield f"  - yours:     {one.written or '(nothing)'}"
        yield f"  + article's: {one.found or '(nothing)'}"
    if one.boilerplate:
        yield f"  no evidence: {one.boilerplate}"
    if one.headline:
        yield "  the article's headline; better cite the sentence that says so"
    if one.cut_at:
        yield f"  leaves out the “{one.cut_at}” right beside it"
    if one.claims:
        yield f"  cited in {', '.join(one.claims)} already"
    if one.beside:
        more = f" and {len(one.beside) - FEW} more" if len(one.beside) > FEW else ""
        yield f"  other words of {one.lines.words} are cited in {', '.join(one.beside[:FEW])}{more}"


def _in_context(one: Occurrence) -> str:
    """Return the sentences around the words, with these in brackets."""
    start = one.context.find(one.quote)
    if start < 0:
        return shortened(one.context, LONGEST)
    end = start + len(one.quote)
    before, after = one.context[:start], one.context[end:]
    room = max(20, (LONGEST - len(one.quote)) // 2)
    if len(before) > room:
        before = f"… {before[-room:].partition(' ')[2]}"
    return f"{before}[{one.quote}]{shortened(after, room)}"


def citation(one: Occurrence) -> dict[str, Any]:
    """Return a place as a piece of evidence; what these words do to the claim is for the editor to say."""
    made: dict[str, Any] = {"source": one.source, "lines": one.lines, "quote": one.quote, "stance": STANCE}
    if len(one.figures) > 1:
        among = ", ".join(f"“{figure}”" for figure in dict.fromkeys(one.figures))
        made["figure"] = one.figure or todo(f"the one that bears on the claim, or no such line: {among}")
    return made


def as_json(found: Sequence[Occurrence]) -> str:
    """Return all places as a JSON list."""
    return json.dumps([_entry(one) for one in found], ensure_ascii=False, indent=1) + "\n"


def _entry(one: Occurrence) -> dict[str, Any]:
    return {
        "match": one.match,
        "source": one.source,
        "lines": str(one.lines),
        "quote": one.quote,
        "context": one.context,
        "yours": one.written,
        "article": one.found,
        "figures": list(one.figures),
        "figure": one.figure or None,
        "boilerplate": one.boilerplate or None,
        "headline": one.headline,
        "cut_at": one.cut_at,
        "claims": list(one.claims),
        "claims_beside": list(one.beside),
    }
