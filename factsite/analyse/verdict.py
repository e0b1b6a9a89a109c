"""The verdict rule: one table, which derives the verdict of every claim and is printed on the methodology page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factsite.english import in_words, number_in_words, sentence
from factsite.findings import Derived
from factsite.values import Stance, VerdictClass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factsite.model import Evidence


@dataclass(frozen=True, slots=True)
class Case:
    """A line of the rule: the condition in words, the same for the machine, and the verdict it gives.

    ``holds`` takes the numbers of articles that support and that refute the claim.
    """

    condition: str
    holds: Callable[[int, int], bool]
    verdict_class: VerdictClass


RULE = (
    Case(
        "at least one article supports the claim and at least one refutes it",
        lambda supporting, refuting: supporting > 0 and refuting > 0,
        VerdictClass.CONFLICTING,
    ),
    Case(
        "at least one article refutes the claim and none supports it",
        lambda supporting, refuting: refuting > 0,
        VerdictClass.REFUTED,
    ),
    Case(
        "two articles or more support the claim and none refutes it",
        lambda supporting, refuting: supporting >= 2,
        VerdictClass.SUPPORTED,
    ),
    Case(
        "anything else: a single article supports the claim, or none speaks to it",
        lambda supporting, refuting: True,
        VerdictClass.NOT_ENOUGH_EVIDENCE,
    ),
)
"""The first line whose condition holds gives the verdict."""


def derive(evidence: Sequence[Evidence]) -> Derived:
    """Apply the rule to a claim's evidence; an article counts once, however often it is cited."""
    supporting = len({piece.source for piece in evidence if piece.stance is Stance.SUPPORTS})
    refuting = len({piece.source for piece in evidence if piece.stance is Stance.REFUTES})
    case = next(case for case in RULE if case.holds(supporting, refuting))
    return Derived(case.verdict_class, _reason(supporting, refuting))


def _reason(supporting: int, refuting: int) -> str:
    """Return the counts as a sentence: "Two articles support the claim, one refutes it."."""
    if not supporting and not refuting:
        return "No article supports or refutes the claim."
    if not supporting:
        return sentence(
            f"{number_in_words(refuting, 'article')} {_verb('refute', refuting)} the claim, none supports it."
        )
    rest = f"{in_words(refuting)} {_verb('refute', refuting)} it" if refuting else "none refutes it"
    return sentence(
        f"{number_in_words(supporting, 'article')} {_verb('support', supporting)} the claim, {rest}."
    )


def _verb(verb: str, count: int) -> str:
    return verb + "s" if count == 1 else verb
