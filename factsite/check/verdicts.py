"""Whether the verdict follows from the evidence, or says why it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.diagnostic import Diagnostic
from factsite.model import verdicts_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsite.comparisons import Conflict
    from factsite.findings import Background, ClaimFindings
    from factsite.model import Claim, Evidence
    from factsite.place import Place


def _departs(claim: Claim, found: ClaimFindings, background: Background) -> bool | None:
    """Say whether the verdict is of another class than the derived one; None where it cannot be judged."""
    verdict = background.site.scale.get(claim.verdict)
    whole = claim.at.has(["verdict", "evidence"]) and all(
        piece.at.has(["source", "stance"]) and piece.source in background.ids["sources"]
        for piece in claim.evidence
    )
    if verdict is None or not whole or not background.site.at.has(["verdicts"]):
        return None
    return verdict.verdict_class is not found.derived.verdict_class


def verdict_departs(
    claim: Claim, found: ClaimFindings, background: Background
) -> Iterator[Diagnostic | None]:
    """The verdict is not the one that the rule derives from the evidence, and the file does not say why.

    Why: the rule is the same for every claim; a departure from it has to be explained to readers.
    Fix: correct the verdict or a stance, add the evidence that is missing, or say under `because` why this claim
    is an exception. The rule is on the methodology page.
    """
    departs = _departs(claim, found, background)
    if departs is not None:
        derived = found.derived
        yield None if not departs or claim.because else Diagnostic(
            "verdict-departs", claim.at["verdict"],
            f"the evidence gives `{derived.verdict_class}`, not `{claim.verdict}`: {derived.reason[:1].lower()}{derived.reason[1:-1]}",
            help=f"write `verdict: {derived.verdict_class}`, or say why not under `because`",
        )  # fmt: skip


def because_without_departure(
    claim: Claim, found: ClaimFindings, background: Background
) -> Iterator[Diagnostic | None]:
    """`because` explains a departure from the rule, and there is none (a warning).

    Why: it may be left over from when the evidence was another, and would puzzle readers; it is not printed.
    Fix: delete it, or move what it says to `explanation`.
    """
    if claim.because and _departs(claim, found, background) is not None:
        yield None if _departs(claim, found, background) else Diagnostic(
            "because-without-departure", claim.at["because"],
            f"the evidence gives `{found.derived.verdict_class}`, and so does the file: there is no departure to explain",
            help="delete `because`, or move its words to `explanation`", severity="warning",
        )  # fmt: skip


def verdict_unchanged(
    claim: Claim, found: ClaimFindings, background: Background
) -> Iterator[Diagnostic | None]:
    """A correction names the verdict until then, and it is the one that held afterwards too.

    Why: pages and feeds would tell readers that the verdict changed, and it did not.
    Fix: write the verdict that the correction replaced, or delete `verdict_was`.
    """
    if not claim.at.has(["verdict", "corrections"]):
        return
    for change, after in zip(
        claim.corrections, verdicts_after(claim.corrections, claim.verdict), strict=True
    ):
        if change.verdict_was is not None:
            yield None if change.verdict_was != after else Diagnostic(
                "verdict-unchanged", change.at["verdict_was"], f"the verdict was `{after}` after this correction too",
                help="write the verdict that it replaced, or delete `verdict_was`",
            )  # fmt: skip


def conflict_without_reason(
    claim: Claim, found: ClaimFindings, background: Background
) -> Iterator[Diagnostic | None]:
    """Two figures of the claim's measure exclude each other, and the file does not say why they differ.

    Why: readers who see that no number, or no day, fits what the articles say ask why; the editor has looked, and says what
    was found, be it that nothing explains it.
    Fix: add `discrepancy` with a `reason`; `unexplained` is an honest one. If the two figures count different things or hold
    for different times, say so in their `scope` or `as_of`. Evidence whose `stance` is `context` takes no part.
    """
    given = ["measure", "discrepancy", "evidence"]
    if claim.measure is None or not claim.at.has(given) or any(piece.at.lost for piece in claim.evidence):
        return
    conflict = found.consistency.conflict
    yield None if conflict is None or claim.discrepancy else _unreasoned(claim, conflict)


def _unreasoned(claim: Claim, conflict: Conflict) -> Diagnostic:
    ends, begins = (_figure_at(claim.evidence[position]) for position in (conflict.ends, conflict.begins))
    return Diagnostic(
        "conflict-without-reason", begins, f"no reason is given for a conflict: {conflict.pair[:1].lower()}{conflict.pair[1:-1]}",
        help="say why under `discrepancy`, with a `reason`, or give the figures their `scope` or `as_of`",
        also=((ends, "the figure that it excludes"),),
    )  # fmt: skip


def _figure_at(piece: Evidence) -> Place:
    """Return where a figure stands: in its own field, or in the quotation that it was found in."""
    return piece.at["figure" if piece.figure else "quote"]


RULES = (verdict_departs, because_without_departure, verdict_unchanged, conflict_without_reason)
