"""Numbers that count nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse.figures import mentions
from factsite.analyse.figures.names import names_and_scores
from factsite.analyse.figures.sieve import sieved


@pytest.mark.parametrize(
    "words",
    [
        "an F-16 jet", "leaders of the G7", "flight MH370", "flight 302", "Article 5 of the treaty", "along Route 66",
        "the COVID-19 pandemic", "Resolution 1701", "Platform 9", "Boeing 737", "the Boeing 737 Max", "a 4G network",
        "open 24/7", "the 9/11 attacks", "at 5:30 p.m.", "at 1430 GMT", "at seven o’clock", "the 21st century",
        "won 3-1 at home", "a 2–0 victory", "version 2.4.1", "12 Market Street", "call 555-123-4567", "World War 2",
        "a .45 calibre pistol", "candidate #3", "a card of 116-112-110",
    ],
)  # fmt: skip
def test_names_scores_times_and_ordinals_count_nothing(words: str) -> None:
    """No amount is read from them."""
    assert mentions(words) == ()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Line 5 carries 300 people", ["300"]),
        ("flight 302 had 157 people aboard", ["157"]),
        ("a line 40 percent longer", ["40 percent"]),
        ("unit 12 million", ["12 million"]),
        ("mid-40 percent", ["40 percent"]),
        ("about Torvik 300 people were killed", ["300"]),
    ],
)
def test_numbers_beside_names_count(words: str, found: list[str]) -> None:
    """Only the number of the name itself is left out."""
    assert [mention.figure.words for mention in mentions(words)] == found


@given(st.text(max_size=60))
def test_stretches_lie_in_the_text(text: str) -> None:
    """Every stretch has a beginning and an end, in this order."""
    assert all(0 <= start < end <= len(text) for start, end in names_and_scores(sieved(text)))
