from __future__ import annotations

import pytest

from factsite.analyse.verdict import RULE, Weighed, derive
from factsite.comparisons import Conflict
from factsite.findings import Derived, Examined
from factsite.values import VerdictClass
from tests.samples import evidence

CONFLICTING, REFUTED, SUPPORTED, NOT_ENOUGH = (
    VerdictClass.CONFLICTING,
    VerdictClass.REFUTED,
    VerdictClass.SUPPORTED,
    VerdictClass.NOT_ENOUGH_EVIDENCE,
)
EXCLUDING = Conflict(0, 1, "No number fits them all.", "No number fits them all.")


def examined(stances: str) -> list[Examined]:
    """Return evidence written as "article: stance", with the origin that the article credits after an @."""
    pieces = []
    for item in stances.split(", ") if stances else ():
        name, stance = item.split(": ")
        stance, _, origin = stance.partition("@")
        pieces.append(Examined(evidence(name, stance), None, according_to=origin or None))
    return pieces


@pytest.mark.parametrize(
    ("stances", "derived"),
    [
        ("", Derived(NOT_ENOUGH, "No article supports or refutes the claim.")),
        ("a: context", Derived(NOT_ENOUGH, "No article supports or refutes the claim.")),
        ("a: supports", Derived(NOT_ENOUGH, "One article supports the claim, none refutes it.")),
        ("a: supports, a: supports", Derived(NOT_ENOUGH, "One article supports the claim, none refutes it.")),
        ("a: supports, b: context", Derived(NOT_ENOUGH, "One article supports the claim, none refutes it.")),
        ("a: supports, b: supports", Derived(SUPPORTED, "Two articles support the claim, none refutes it.")),
        ("a: refutes", Derived(REFUTED, "One article refutes the claim, none supports it.")),
        ("a: refutes, b: refutes", Derived(REFUTED, "Two articles refute the claim, none supports it.")),
        ("a: supports, b: refutes", Derived(CONFLICTING, "One article supports the claim, one refutes it.")),
        ("a: supports, a: refutes", Derived(CONFLICTING, "One article supports the claim, one refutes it.")),
        (
            "a: supports, b: supports, c: refutes, d: refutes",
            Derived(CONFLICTING, "Two articles support the claim, two refute it."),
        ),
    ],
)  # fmt: skip
def test_derive(stances: str, derived: Derived) -> None:
    """The first line of the rule whose condition holds gives the verdict; an article counts once."""
    assert derive(examined(stances), None, {}) == derived


@pytest.mark.parametrize(
    ("stances", "verdict"),
    [("a: supports, b: supports", CONFLICTING), ("a: refutes, b: refutes", CONFLICTING)],
)
def test_figures_that_exclude_each_other_conflict(stances: str, verdict: VerdictClass) -> None:
    """Two articles of one stance whose figures cannot both be true do not agree."""
    assert derive(examined(stances), EXCLUDING, {}).verdict_class is verdict


def test_the_reason_says_that_figures_exclude_each_other() -> None:
    """What decided beside the stances is said."""
    assert derive(examined("a: supports, b: supports"), EXCLUDING, {}).reason == (
        "Two articles support the claim, none refutes it; figures exclude each other."
    )


@pytest.mark.parametrize(
    ("stances", "copies", "derived"),
    [
        (
            "a: supports, b: supports",
            {"a": "a", "b": "a"},
            Derived(
                NOT_ENOUGH,
                "Two articles support the claim, none refutes it; those that support it copy each other and count as one.",
            ),
        ),
        (
            "a: supports, b: supports, c: supports",
            {"a": "a", "b": "a"},
            Derived(
                SUPPORTED,
                "Three articles support the claim, none refutes it; some of them copy each other, so that they count as two.",
            ),
        ),
        (
            "a: supports@nis, b: supports@nis",
            {},
            Derived(
                SUPPORTED,
                "Two articles support the claim, none refutes it; those that support it go back to one origin.",
            ),
        ),
        (
            "a: supports@nis, b: supports",
            {},
            Derived(SUPPORTED, "Two articles support the claim, none refutes it."),
        ),
    ],
)
def test_articles_and_origins(stances: str, copies: dict[str, str], derived: Derived) -> None:
    """Articles that copy each other cannot corroborate each other; one origin is said, and decides nothing."""
    assert derive(examined(stances), None, copies) == derived


def test_the_rule_covers_everything() -> None:
    """Its last line holds whatever is weighed, and every class can be reached."""
    assert RULE[-1].holds(Weighed())
    assert {case.verdict_class for case in RULE} == set(VerdictClass)
