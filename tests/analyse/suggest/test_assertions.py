"""Clauses that deny each other, or differ in how sure they are."""

from __future__ import annotations

import pytest

from factsite.analyse.suggest.assertions import assertions
from tests.samples import suggested, words_of

DAMAGED = "The dam was damaged by the flood."


def test_a_denial() -> None:
    """One article says so, the other that it is not."""
    [found] = suggested(assertions, DAMAGED, "Experts came, the dam was not damaged by the flood.")
    assert (found.kind, found.relation, found.reason) == (
        "denial",
        "conflicting",
        "One says that it is so, the other that it is not.",
    )
    assert words_of([found]) == [[("a", 1, DAMAGED), ("b", 1, "the dam was not damaged by the flood.")]]


def test_what_is_done_in_one_and_possible_in_the_other() -> None:
    """Both can be true, each in its time."""
    signed = "The minister signed the water treaty in Torvik."
    [found] = suggested(assertions, signed, signed.replace("signed", "may have signed"))
    assert (found.kind, found.relation, found.reason) == (
        "modality",
        "compatible",
        "One has it as done, the other as possible, planned or expected.",
    )


@pytest.mark.parametrize(
    "other",
    [
        DAMAGED,
        "Was the dam not damaged by the flood?",
        "It is not known if the dam was damaged by the flood.",
        "The dam was not only damaged by the flood.",
        "The bridge was not closed by the police.",
        "The dam may not be damaged by the flood.",
    ],
    ids=["same", "question", "not-known", "not-only", "another", "possible"],
)
def test_what_denies_nothing(other: str) -> None:
    """The same, questions, what is not known, other things, and what may be."""
    assert suggested(assertions, DAMAGED, other) == []
