"""A comparison in a sentence: "2 claims added, 1 verdict changed, 1 conflict found"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.english import number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsite.changes import Comparison

NOTHING = "Nothing changed that a reader would notice"


def headline(comparison: Comparison) -> str:
    """Return what changed, in a sentence, the weightiest first."""
    loud = [part for part, quiet in _counted(comparison) if not quiet]
    quiet = [part for part, quiet in _counted(comparison) if quiet]
    return f"{', '.join([*(loud or [NOTHING]), *quiet])}."


def _counted(comparison: Comparison) -> Iterator[tuple[str, bool]]:
    """Yield each count that is not zero, and whether it is one of changes that readers do not notice."""
    for noun, done, count in (*_of_claims(comparison), *_of_the_rest(comparison)):
        if count:
            yield f"{number_of(count, noun)} {done}", done in ("re-anchored", "checked anew")


def _of_claims(comparison: Comparison) -> Iterator[tuple[str, str, int]]:
    changed = comparison.claims_changed
    withdrawn = [one.withdrawn for one in changed if one.withdrawn]
    conflicts = [*comparison.conflicts, *(one.conflict for one in changed if one.conflict)]
    fresh = sum(bool(one.conflict) for one in comparison.claims_added)
    gone = sum(bool(one.conflict) for one in comparison.claims_removed)
    yield "fault", "of this change", len(comparison.breaches)
    yield "claim", "removed", len(comparison.claims_removed)
    yield "claim", "withdrawn", sum(bool(one.after) for one in withdrawn)
    yield "claim", "reinstated", sum(not one.after for one in withdrawn)
    yield "claim", "added", len(comparison.claims_added)
    yield "claim", "renamed", sum(bool(one.was) for one in changed)
    yield "verdict", "changed", sum(bool(one.verdict) for one in changed)
    yield "figure", "changed", sum(len(one.figures) for one in changed)
    yield "stance", "changed", sum(len(one.stances) for one in changed)
    yield "conflict", "found", sum(not one.before for one in conflicts) + fresh
    yield "conflict", "gone", sum(not one.after for one in conflicts) + gone
    yield "claim", "reworded", sum(bool(one.wording) for one in changed)
    yield "citation", "added", sum(len(one.evidence_added) for one in changed)
    yield "citation", "dropped", sum(len(one.evidence_dropped) for one in changed)
    yield "quotation", "changed", sum(len(one.quotations) for one in changed)
    yield "correction", "added", sum(not one.before for change in changed for one in change.corrections)
    yield (
        "correction",
        "rewritten or taken away",
        sum(bool(one.before) for change in changed for one in change.corrections),
    )
    yield (
        "claim",
        "edited otherwise",
        sum(any(field.what != "checked" for field in one.fields) for one in changed),
    )


def _of_the_rest(comparison: Comparison) -> Iterator[tuple[str, str, int]]:
    changed = comparison.claims_changed
    yield "source", "added", len(comparison.sources_added)
    yield "source", "removed", len(comparison.sources_removed)
    yield "source", "repinned", sum(one.repinned for one in comparison.sources_changed)
    yield "source file", "changed", sum(bool(one.was or one.fields) for one in comparison.sources_changed)
    yield "origin", "changed", len(comparison.origins)
    yield "setting", "changed", len(comparison.site)
    yield "template", "changed", len(comparison.templates)
    yield "page", "changed", len(comparison.pages)
    yield "citation", "re-anchored", sum(len(one.moved) for one in changed)
    yield (
        "claim",
        "checked anew",
        sum(any(field.what == "checked" for field in one.fields) for one in changed),
    )
