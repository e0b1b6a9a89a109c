"""What is told of one claim that changed, in lines."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from factsite.english import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsite.changes import Change, ClaimChange

MOST = 240
"""Words are cut to so many characters, around where they differ."""
AROUND = 60
"""Of what is the same before and after a difference, so many characters are shown."""


def differences(change: ClaimChange) -> Iterator[tuple[str, str]]:
    """Yield what is different in a claim but for what has a table of its own, each with what it is about."""
    if change.was:
        yield "renamed", f"{change.was} → {change.id}"
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


def _cut(before: str, after: str) -> tuple[str, str]:
    """Cut the words that two texts begin and end with alike, but for some around where they differ."""
    start = before.rfind(" ", 0, max(0, _alike(before, after) - AROUND)) + 1
    old, new = before[start:], after[start:]
    end = max(0, _alike(old[::-1], new[::-1]) - AROUND)
    lead, tail = "…" if start else "", "…" if end else ""
    return f"{lead}{old[: len(old) - end]}{tail}", f"{lead}{new[: len(new) - end]}{tail}"


def _alike(one: str, other: str) -> int:
    """Return how many signs two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda signs: signs[0] == signs[1], zip(one, other, strict=False)))


def window(change: Change) -> tuple[str, str]:
    """Return what a change is about, and its words before and after, cut to where they differ."""
    before, after = " ".join(change.before.split()), " ".join(change.after.split())
    if not before:
        return change.what, f"added: {shortened(after, MOST)}"
    if not after:
        return change.what, f"removed: {shortened(before, MOST)}"
    if max(len(before), len(after)) > MOST:
        before, after = _cut(before, after)
    return change.what, f"{shortened(before, MOST)} → {shortened(after, MOST)}"
