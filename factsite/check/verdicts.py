"""Whether the verdict follows from the evidence, or says why it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.diagnostic import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsite.findings import Background, ClaimFindings
    from factsite.model import Claim


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


RULES = (verdict_departs, because_without_departure)
