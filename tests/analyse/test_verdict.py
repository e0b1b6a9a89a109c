from __future__ import annotations

import pytest

from factsite.analyse.verdict import RULE, derive
from factsite.findings import Derived
from factsite.values import VerdictClass
from tests.samples import evidence

CONFLICTING, REFUTED, SUPPORTED, NOT_ENOUGH = (
    VerdictClass.CONFLICTING,
    VerdictClass.REFUTED,
    VerdictClass.SUPPORTED,
    VerdictClass.NOT_ENOUGH_EVIDENCE,
)


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
    pieces = [evidence(*item.split(": ")) for item in stances.split(", ") if item]
    assert derive(pieces) == derived


def test_the_rule_covers_everything() -> None:
    """Its last line holds for all counts, and every class can be reached."""
    assert all(RULE[-1].holds(supporting, refuting) for supporting in range(3) for refuting in range(3))
    assert {case.verdict_class for case in RULE} == set(VerdictClass)
