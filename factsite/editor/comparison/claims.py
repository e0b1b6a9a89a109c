"""What is told of one claim that changed, in lines."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from factsite.english import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsite.pipeline import Change, ClaimChange

MOST = 240
"""Words are cut to so many characters, around where they differ."""
BEFORE = 60
"""Of what is the same before a difference, so many characters are shown."""


def differences(change: ClaimChange) -> Iterator[tuple[str, str]]:
    """Yield what is different in a claim but for what has a table of its own, each with what it is about."""
    if change.was:
        yield "renamed", f"{change.was} → {change.id}"
    if change.withdrawn:
        yield window(change.withdrawn)
    for alias in change.aliases:
        yield "address dropped", alias
    if change.wording:
        yield window(change.wording)
    for one in change.evidence_dropped:
        yield "evidence dropped", shortened(f"{one.source}:{one.lines} {one.stance}: “{one.words}”", MOST)
    for one in change.evidence_added:
        yield "evidence added", shortened(f"{one.source}:{one.lines} {one.stance}: “{one.words}”", MOST)
    for quotation in change.quotations:
        _, text = window(quotation)
        yield f"quotation {quotation.what}", text
    yield from map(window, change.corrections)
    yield from map(window, change.fields)
    for note in change.notes:
        name, text = window(note)
        yield f"computed note on {name}", text


def window(change: Change) -> tuple[str, str]:
    """Return what a change is about, and its words before and after, cut to where they differ."""
    before, after = " ".join(change.before.split()), " ".join(change.after.split())
    if not before:
        return change.what, f"added: {shortened(after, MOST)}"
    if not after:
        return change.what, f"removed: {shortened(before, MOST)}"
    if max(len(before), len(after)) > MOST:
        same = sum(1 for _ in takewhile(lambda signs: signs[0] == signs[1], zip(before, after, strict=False)))
        start = max(0, same - BEFORE)
        lead = "…" if start else ""
        before, after = lead + before[start:], lead + after[start:]
    return change.what, f"{shortened(before, MOST)} → {shortened(after, MOST)}"
