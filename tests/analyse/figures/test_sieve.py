"""Where figures may begin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse.figures import mentions
from factsite.analyse.figures.sieve import by_first_letter, sieved

WORDS = st.sampled_from(
    [
        "about", "more than", "a", "the", "half", "a million", "two", "three times as many", "twice", "1", "3,000", "2024", "in", "June", "since",
        "last week", "the past", "two years ago", "early", "mid-October", "percent", "km", "–", "to", "İstanbul", "men’s", "won", "3-1", "F-16", "flight", "one",
    ]
)  # fmt: skip


def test_a_text_without_figures_is_not_looked_at_further() -> None:
    """No place is left, and so there is nothing to try."""
    assert sieved("Nobody had heard of it before the harbour master came home.").beginnings == ()


@pytest.mark.parametrize(
    "words",
    ["40 men", "Twenty men", "a dozen", "half of them", "twice as many", "in June 2024", "today", "the past week", "Q3 2024", "many times more"],
)  # fmt: skip
def test_the_beginning_of_a_figure_is_left(words: str) -> None:
    """It is among the places, also where the text has letters that are longer in small."""
    assert sieved(words).beginnings[0] in (0, 3)
    assert sieved(f"İz {words}").beginnings[0] in (3, 6)


@given(st.lists(WORDS, max_size=8))
def test_nothing_is_read_elsewhere(words: list[str]) -> None:
    """Every figure has its number, or its first word, at a place that is left."""
    text = " ".join(words)
    left = sieved(text).beginnings
    assert all(any(mention.start <= place < mention.end for place in left) for mention in mentions(text))


def test_patterns_are_put_together_by_their_first_letters() -> None:
    """Only those that begin as the word does are tried."""
    assert by_first_letter(["two", "ten", "six"]) == "t(?:wo|en)|s(?:ix)"
