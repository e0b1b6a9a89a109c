"""The faults of a change: what may not happen to a claim that readers know."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factsite.diagnostic import Diagnostic
from factsite.place import Place

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from factsite.changes import ClaimChange, ClaimLine, FigureChange
    from factsite.model import Claim
    from factsite.survey import Surveyed


def correction_missing(
    change: ClaimChange, before: Surveyed, after: Surveyed, today: dt.date
) -> Iterator[Diagnostic]:
    """The verdict or a figure of a published claim was changed, and no correction says so (`build.py compare`).

    Why: readers have relied on what stood there, and others have quoted it; a site that changes its findings without a
    word cannot be trusted. Only what is read differently counts: another spelling of the same figure, other lines, and
    another label of a verdict need no correction. Neither does a draft, nor a claim that is withdrawn.
    Fix: add an entry to `corrections`, with the day, what was wrong and what it says now; under `verdict_was` the verdict
    until then, where that changed.
    """
    told = any(not correction.before for correction in change.corrections)
    lost = not after.claim.at.has(["corrections", "withdrawn"]) or not before.claim.at.has(["corrections"])
    if not (change.published and after.published) or told or lost or after.claim.withdrawn:
        return
    wrong = list(_uncorrected(change, after.claim))
    if wrong:
        (place, message), *others = wrong
        yield Diagnostic(
            "correction-missing", place, f"{message}, and no correction says so", help=_entry(change, before.claim, after.claim, today),
            also=tuple((there, f"so did this: {words}") for there, words in others),
        )  # fmt: skip


def _uncorrected(change: ClaimChange, claim: Claim) -> Iterator[tuple[Place, str]]:
    """Yield what readers were told otherwise: where it stands now, and what it was."""
    if change.verdict:
        yield (
            claim.at["verdict"],
            f"the verdict was changed: {change.verdict.before} → {change.verdict.after}",
        )
    for figure in change.figures:
        if figure.corrects:
            gone = figure.after or "no figure"
            yield _place(figure, claim), f"a figure was changed: {figure.before} → {gone}"


def _place(figure: FigureChange, claim: Claim) -> Place:
    """Return where a figure stands in the new file: in a field of its own, or in the words that it was found in."""
    if figure.citation is None:
        return claim.at[figure.where]
    piece = claim.evidence[figure.citation]
    return piece.at["figure" if piece.figure else "quote"]


def _entry(change: ClaimChange, before: Claim, after: Claim, today: dt.date) -> str:
    """Return what to write: the correction, and the days that it makes needful. YAML reads a text of JSON as it is."""
    text = json.dumps(" ".join(dict.fromkeys(_said(change))), ensure_ascii=False)
    was = f", verdict_was: {before.verdict}" if change.verdict and before.verdict != after.verdict else ""
    entry = f"{{date: {today}, text: {text}{was}}}"
    written = f"add to `corrections`: `- {entry}`" if after.corrections else f"write `corrections: [{entry}]`"
    if before.first_published and not after.published:
        written += f", `published: {before.first_published}`"
    if after.checked < today:
        written += f", and `checked: {today}` when you have checked every citation again"
    return written


def _said(change: ClaimChange) -> Iterator[str]:
    """Yield, for readers, what was said and is not said any more."""
    if change.verdict:
        yield f"The verdict was “{change.verdict.before}”, and is “{change.verdict.after}” now."
    for figure in change.figures:
        if figure.corrects and figure.before:
            now = f", and says “{figure.after.words}” now." if figure.after else "."
            yield f"It said “{figure.before.words}”{now}"


def claim_removed(gone: ClaimLine) -> Iterator[Diagnostic]:
    """The file of a published claim is gone, or is a draft again, and its address leads nowhere (`build.py compare`).

    Why: others have linked to the page, and what was published once can be asked for; a dead link answers nobody.
    Fix: put the file back. If the claim no longer stands, say so under `withdrawn`; if it has another name now, or another claim
    took its place, put the old name among the `aliases` of that one. An alias that was there before has to stay.
    """
    if not gone.draft and not gone.leads_to:
        yield Diagnostic(
            "claim-removed", Place(f"content/facts/{gone.id}.yaml"), f"this claim was published, and its page is gone: {gone.claim}",
            help=f"put the file back, with `withdrawn`; or put `{gone.id}` among the `aliases` of the claim that took its place",
        )  # fmt: skip


def drafted(after: Surveyed) -> Iterator[Diagnostic]:
    """Yield the fault of a published claim that was made a draft."""
    if not after.published:
        yield Diagnostic(
            "claim-removed", after.claim.at["draft"], "this claim was published, and a draft has no page",
            help="delete `draft`; if the claim no longer stands, say so under `withdrawn`",
        )  # fmt: skip


def alias_dropped(change: ClaimChange, after: Surveyed, known: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield the fault of every old address of a claim that leads nowhere any more; ``known`` are all addresses there are."""
    for alias in change.aliases:
        if alias not in known and after.claim.at.has(["aliases"]):
            yield Diagnostic(
                "claim-removed", after.claim.at["aliases"], f"`{alias}` led here, and leads nowhere now",
                help=f"put `{alias}` back among the `aliases`",
            )  # fmt: skip


RULES = (correction_missing, claim_removed)
