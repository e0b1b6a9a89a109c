"""Sentences, words and their stems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse.wording.words import Sentence, sentences, stem, stems, words


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("He slept. Then? Yes! 12 men came… More.", ["He slept.", "Then?", "Yes!", "12 men came…", "More."]),
        ("Mr. Smith left St. Ives at 5 p.m. on Jan. 3 for 3.5 km. Then he slept.", ["Mr. Smith left St. Ives at 5 p.m. on Jan. 3 for 3.5 km.", "Then he slept."]),
        ("J. K. Doe fled. He ran.", ["J. K. Doe fled.", "He ran."]),
        ("“He slept.” (Yes.) “Why?” he asked.", ["“He slept.”", "(Yes.)", "“Why?” he asked."]),
        ("It fell. and so on", ["It fell. and so on"]),
        ("", []),
        ("  ", []),
    ],
)  # fmt: skip
def test_the_sentences_of_a_line(line: str, found: list[str]) -> None:
    """A full stop ends one before a capital letter, unless it closes an abbreviation."""
    assert [sentence.text for sentence in sentences(line)] == found


def test_a_sentence_stands_where_it_says() -> None:
    """Characters count from 0."""
    assert list(sentences("One. Two.")) == [Sentence("One.", 0), Sentence("Two.", 5)]


def test_words_are_small_with_straight_apostrophes() -> None:
    """A number in digits is one word."""
    assert words("The mayor’s DOG ate 3,000.5 – été") == ["the", "mayor's", "dog", "ate", "3,000.5", "été"]


def test_stems() -> None:
    """Endings go, and with them the words that say little and single letters."""
    assert (stem("killing"), stem("mayor's")) == ("kill", "mayor")
    assert stems("The mayor’s dogs ran from 2 of the cities, a x") == ["mayor", "dog", "ran", "2", "citi"]


@given(st.text(alphabet="aA .!?…”“)\n•J12", max_size=80))
def test_sentences_are_cut_out_of_the_line_in_order(line: str) -> None:
    """Nothing but spaces and marks between sentences is lost, and none overlap."""
    end = 0
    for sentence in sentences(line):
        assert sentence.start >= end
        assert line[sentence.start : sentence.start + len(sentence.text)] == sentence.text
        assert not any(sign.isalnum() for sign in line[end : sentence.start])
        end = sentence.start + len(sentence.text)
    assert not any(sign.isalnum() for sign in line[end:])
