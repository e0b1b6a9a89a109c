"""The verdict rule: one table, which derives the verdict of every claim and is printed on the methodology page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.analyse.witnesses import witnesses_of
from factsite.english import in_words, number_in_words, sentence
from factsite.findings import Derived
from factsite.frozen import dataclass
from factsite.values import Stance, VerdictClass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factsite.comparisons import Conflict
    from factsite.findings import Examined


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What the rule looks at.

    ``supporting`` and ``refuting`` count articles; ``independent`` counts the supporting ones, those that copy each other as
    one; ``origins`` counts whom these go back to. ``excluding`` says that figures of the measure exclude each other.
    """

    supporting: int = 0
    refuting: int = 0
    independent: int = 0
    origins: int = 0
    excluding: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A line of the rule: the condition in words, the same for the machine, and the verdict it gives."""

    condition: str
    holds: Callable[[Weighed], bool]
    verdict_class: VerdictClass


RULE = (
    Case(
        "at least one article supports the claim and at least one refutes it",
        lambda weighed: weighed.supporting > 0 and weighed.refuting > 0,
        VerdictClass.CONFLICTING,
    ),
    Case(
        "figures of the claim’s measure that articles give for or against it exclude each other",
        lambda weighed: weighed.excluding,
        VerdictClass.CONFLICTING,
    ),
    Case(
        "at least one article refutes the claim and none supports it",
        lambda weighed: weighed.refuting > 0,
        VerdictClass.REFUTED,
    ),
    Case(
        "two articles or more that do not copy each other support the claim and none refutes it, even where all go back to one origin; the page then says so",
        lambda weighed: weighed.independent >= 2,
        VerdictClass.SUPPORTED,
    ),
    Case(
        "anything else: a single article supports the claim, or several that copy each other, or none speaks to it",
        lambda weighed: True,
        VerdictClass.NOT_ENOUGH_EVIDENCE,
    ),
)
"""The first line whose condition holds gives the verdict."""


def derive(evidence: Sequence[Examined], conflict: Conflict | None, copies: Mapping[str, str]) -> Derived:
    """Apply the rule to a claim's evidence; an article counts once, however often it is cited."""
    supporting = [piece for piece in evidence if piece.evidence.stance is Stance.SUPPORTS]
    articles = {piece.evidence.source for piece in supporting}
    weighed = Weighed(
        supporting=len(articles),
        refuting=len(
            {piece.evidence.source for piece in evidence if piece.evidence.stance is Stance.REFUTES}
        ),
        independent=len({copies.get(source, source) for source in articles}),
        origins=witnesses_of(supporting, copies).origins,
        excluding=conflict is not None,
    )
    case = next(case for case in RULE if case.holds(weighed))
    return Derived(case.verdict_class, _reason(weighed))


def _reason(weighed: Weighed) -> str:
    """Return what the rule saw, as a sentence: "Two articles support the claim, one refutes it."."""
    return sentence("; ".join([_counts(weighed), *_more(weighed)])) + "."


def _counts(weighed: Weighed) -> str:
    supporting, refuting = weighed.supporting, weighed.refuting
    if not supporting and not refuting:
        return "no article supports or refutes the claim"
    if not supporting:
        return (
            f"{number_in_words(refuting, 'article')} {_verb('refute', refuting)} the claim, none supports it"
        )
    rest = f"{in_words(refuting)} {_verb('refute', refuting)} it" if refuting else "none refutes it"
    return f"{number_in_words(supporting, 'article')} {_verb('support', supporting)} the claim, {rest}"


def _more(weighed: Weighed) -> list[str]:
    """Return what else led to the verdict, or has to be known with it."""
    more = []
    if weighed.excluding:
        more.append("figures exclude each other")
    if weighed.independent < weighed.supporting:
        more.append(
            f"those that support it copy each other and count as {in_words(weighed.independent)}"
            if weighed.independent == 1
            else f"some of them copy each other, so that they count as {in_words(weighed.independent)}"
        )
    elif weighed.supporting > 1 and weighed.origins == 1:
        more.append("those that support it go back to one origin")
    return more


def _verb(verb: str, count: int) -> str:
    return verb + "s" if count == 1 else verb
