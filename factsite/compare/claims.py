"""The claims of both sides: which one is which, and what each says differently."""

from __future__ import annotations

from dataclasses import fields
from itertools import zip_longest
from typing import TYPE_CHECKING

from factsite.changes import Change, ClaimChange, ClaimLine, FigureChange, Moved
from factsite.compare import evidence
from factsite.compare.fields import changed_fields, written
from factsite.compare.figures import figure_change, spoken_changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.model import Correction, Site
    from factsite.survey import Survey, Surveyed

TOLD = ("claim", "verdict", "figure", "evidence", "corrections", "withdrawn", "aliases")
"""The fields of a fact file that have a kind of change of their own."""


def renamed(before: Survey, after: Survey) -> dict[str, str]:
    """Return the ids of claims that were renamed, each with its new one: a claim that is new has the old id as alias."""
    names: dict[str, str] = {}
    for name, one in after.claims.items():
        if name not in before.corpus.ids["facts"]:
            old = next(
                (
                    old
                    for old in one.claim.aliases
                    if old in before.claims and old not in after.corpus.ids["facts"]
                ),
                None,
            )
            if old is not None and old not in names:
                names[old] = name
    return names


def line(one: Surveyed, site: Site, leads_to: str = "") -> ClaimLine:
    """Return how a claim is told of that is on one side only."""
    conflict = one.found.consistency.conflict
    return ClaimLine(
        one.claim.id, one.claim.claim, label(one.claim.verdict, site), not one.published, one.claim.withdrawn is not None,
        conflict.pair if conflict else "", leads_to,
    )  # fmt: skip


def label(verdict: str, site: Site) -> str:
    """Return what readers see of a verdict."""
    return site.scale[verdict].label if verdict in site.scale else verdict


def claim_change(
    before: Surveyed, after: Surveyed, sites: tuple[Site, Site], sources: Mapping[str, str]
) -> ClaimChange | None:
    """Compare a claim with what it was; None where nothing differs. ``sources`` leads from old ids of sources to new."""
    old, new = before.claim, after.claim
    pairs, dropped, added = evidence.paired(before.found.evidence, after.found.evidence, sources)
    others = list(changed_fields(old, new, TOLD))
    sure = old.at.has(["evidence"]) and new.at.has(["evidence"])
    found = ClaimChange(
        id=new.id, claim=new.claim, published=before.published,
        was=old.id if old.id != new.id else "",
        wording=_words("claim", old.claim, new.claim) if old.at.has(["claim"]) and new.at.has(["claim"]) else None,
        verdict=_verdict(before, after, sites),
        derived=_words("derived", str(before.found.derived.verdict_class), str(after.found.derived.verdict_class)) if sure else None,
        figures=tuple(_figures(before, after, pairs)),
        stances=tuple(evidence.stance_changes(pairs)),
        evidence_added=tuple(map(evidence.citation, added)) if sure else (),
        evidence_dropped=tuple(map(evidence.citation, dropped)) if sure else (),
        quotations=tuple(evidence.quotation_changes(pairs)),
        moved=(*evidence.moved(pairs), *(change for change in others if isinstance(change, Moved))),
        conflict=_conflict(before, after),
        notes=tuple(_notes(before, after)),
        corrections=tuple(corrections(old.corrections, new.corrections)),
        withdrawn=_words("withdrawn", written(old.withdrawn), written(new.withdrawn)),
        aliases=tuple(name for name in old.aliases if name not in new.aliases and name != new.id),
        fields=(*(change for change in others if isinstance(change, Change)), *evidence.particulars(pairs)),
    )  # fmt: skip
    return found if _differs(found) else None


def _differs(found: ClaimChange) -> bool:
    return any(
        getattr(found, part.name) for part in fields(found) if part.name not in ("id", "claim", "published")
    )


def _words(what: str, before: str, after: str) -> Change | None:
    return Change(what, before, after) if before != after else None


def _verdict(before: Surveyed, after: Surveyed, sites: tuple[Site, Site]) -> Change | None:
    """Tell of another verdict. One that only goes by another name, or under another label, is the same."""
    old, new = before.claim, after.claim
    if not (old.at.has(["verdict"]) and new.at.has(["verdict"])):
        return None
    scales = sites[0].scale, sites[1].scale
    classes = [
        scale[claim.verdict].verdict_class if claim.verdict in scale else ""
        for scale, claim in zip(scales, (old, new), strict=True)
    ]
    same_name = old.verdict == new.verdict or old.verdict not in scales[1] or new.verdict not in scales[0]
    if classes[0] == classes[1] and same_name:
        return None
    names = label(old.verdict, sites[0]), label(new.verdict, sites[1])
    return Change("verdict", *(names if names[0] != names[1] else map(str, classes)))


def _figures(before: Surveyed, after: Surveyed, pairs: Sequence[evidence.Pair]) -> Iterator[FigureChange]:
    """Yield the figures that are read differently; what both the claim's own figure and its sentence tell is told once."""
    own = list(figure_change("figure", before.found.figure, after.found.figure))
    spoken = list(spoken_changes(before.spoken, after.spoken))
    if any(change.corrects for change in own):
        spoken = [change for change in spoken if _readings(change) not in map(_readings, own)]
    yield from (change for change in own if _readings(change) not in map(_readings, spoken))
    yield from spoken
    yield from evidence.figure_changes(pairs)


def _readings(change: FigureChange) -> tuple[tuple[str, str] | None, ...]:
    return tuple(figure.meaning if figure else None for figure in (change.before, change.after))


def _conflict(before: Surveyed, after: Surveyed) -> Change | None:
    """Tell of a conflict that appears or disappears; one whose figures changed is told of by the figures."""
    old, new = before.found.consistency.conflict, after.found.consistency.conflict
    if (old is None) == (new is None):
        return None
    return Change("conflict", old.pair if old else "", new.pair if new else "")


def _notes(before: Surveyed, after: Surveyed) -> Iterator[Change]:
    """Yield the computed notes that are on one side only, those of one kind side by side."""
    old, new = before.found.consistency.notes, after.found.consistency.notes
    same = {note.text for note in old} & {note.text for note in new}
    for kind in dict.fromkeys(note.kind for note in (*old, *new)):
        gone, come = (
            [note.text for note in notes if note.kind == kind and note.text not in same]
            for notes in (old, new)
        )
        yield from (Change(kind, one, other) for one, other in zip_longest(gone, come, fillvalue=""))


def corrections(before: Sequence[Correction], after: Sequence[Correction]) -> Iterator[Change]:
    """Yield the corrections that were added, taken away or reworded; those of one day belong together."""
    old = [one for one in before if one not in after]
    for one in after:
        if one not in before:
            same = next((other for other in old if other.date == one.date), None)
            if same is not None:
                old.remove(same)
            yield Change("correction", written(same), written(one))
    for gone in old:
        yield Change("correction", written(gone), "")
