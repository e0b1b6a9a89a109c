"""The pages of the new site that show what changed, the most important first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.changes import Look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsite.changes import ClaimChange, Comparison
    from factsite.survey import Survey


def pages_to_look_at(comparison: Comparison, before: Survey, after: Survey) -> tuple[Look, ...]:
    """Return the pages to look at, each once, with the weightiest of its reasons."""
    named: dict[tuple[str, str], Look] = {}
    for look in _pages(comparison, before, after):
        named.setdefault((look.kind, look.id), look)
    return tuple(named.values())


def _pages(comparison: Comparison, before: Survey, after: Survey) -> Iterator[Look]:
    loud = [change for change in comparison.claims_changed if not change.quiet]
    for change in sorted(loud, key=lambda change: -_weight(change)):
        yield Look("claim", change.id, _why(change))
    for one in comparison.claims_added:
        yield Look("claim", one.id, "new")
    if comparison.site or comparison.templates:
        yield Look("index", "", "settings or templates changed")
    if (
        comparison.conflicts
        or any(change.conflict for change in loud)
        or any(one.conflict for one in comparison.claims_added)
    ):
        yield Look("discrepancies", "", "conflicts changed")
    for source in comparison.sources_changed:
        yield Look("source", source.id, "text changed" if source.repinned else "source file changed")
    for name in comparison.sources_added:
        yield Look("source", name, "new")
    for page in comparison.pages:
        if page.after:
            yield Look("essay", page.what, "text changed" if page.before else "new")
    for name in _topics(comparison, before, after):
        yield Look("topic", name, "other claims")


def _topics(comparison: Comparison, before: Survey, after: Survey) -> list[str]:
    """Return the topics under which other claims are listed than before."""
    changed = [after.claims[one.id] for one in comparison.claims_added]
    changed += [before.claims[one.id] for one in comparison.claims_removed]
    for change in comparison.claims_changed:
        if any(field.what == "topic" for field in change.fields):
            changed += [after.claims[change.id], before.claims[change.was or change.id]]
    topics = {str(one.claim.topic) for one in changed if one.claim.topic}
    return sorted(topics & {str(name) for name in after.corpus.site.topics})


REASONS = (
    ("verdict", "verdict changed"), ("withdrawn", "withdrawn"), ("figures", "figure changed"), ("conflict", "conflict changed"),
    ("stances", "stance changed"), ("wording", "claim reworded"), ("derived", "the rule gives another verdict"), ("was", "renamed"),
    ("quotations", "quotation changed"), ("evidence_dropped", "evidence dropped"), ("evidence_added", "evidence added"),
    ("corrections", "corrections changed"), ("notes", "notes changed"), ("fields", "text changed"), ("aliases", "address dropped"),
)  # fmt: skip
"""Why the page of a claim is worth a look, the weightiest reason first."""


def _weight(change: ClaimChange) -> int:
    return max(len(REASONS) - place for place, (name, _) in enumerate(REASONS) if getattr(change, name))


def _why(change: ClaimChange) -> str:
    return next(why for name, why in REASONS if getattr(change, name))
