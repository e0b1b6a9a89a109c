"""Figures that articles agree on, and are not equally sure of."""

from __future__ import annotations

import pytest

from factsite.analyse.suggest.modalities import modalities
from tests.samples import suggested, words_of

SENT = "The army has sent 3,000 soldiers to the border."


@pytest.mark.parametrize(
    ("other", "sure"),
    [
        ("The army may send 3,000 soldiers to the border.", "possible"),
        ("The army plans to send 3,000 soldiers to the border.", "planned"),
        ("The army pledged to send 3,000 soldiers to the border.", "pledged"),
    ],
)
def test_a_figure_that_is_done_in_one_and_not_in_the_other(other: str, sure: str) -> None:
    """They do not conflict, and an editor ought to know."""
    [found] = suggested(modalities, SENT, other)
    assert (found.kind, found.relation) == ("modality", "compatible")
    assert found.reason == f"“3,000” is done in one, “3,000” is {sure} in the other."
    assert words_of([found]) == [[("a", 1, "3,000"), ("b", 1, "3,000")]]


@pytest.mark.parametrize(
    "other",
    [
        SENT,
        "The army may send 9,000 soldiers to the border.",
        "The army may send 3,000 shells to the border.",
        "3,000 soldiers, they say.",
    ],
    ids=["same", "other-number", "other-things", "unsaid"],
)
def test_what_is_not_another_modality(other: str) -> None:
    """The same, other figures, other things, and words that do not say how sure they are."""
    assert suggested(modalities, SENT, other) == []
