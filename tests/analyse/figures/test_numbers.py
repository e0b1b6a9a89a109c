"""Numbers in articles: what they amount to, and to which unit they are stated."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse.figures.numbers import numbers
from factsite.analyse.figures.sieve import sieved


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("7", 7, 1),
        ("40", 40, 10),
        ("412", 412, 1),
        ("3,000", 3000, 1000),
        ("3 000", 3000, 1000),
        ("3\u00a0000", 3000, 1000),
        ("3000", 3000, 1000),
        ("1,250,000", 1250000, 10000),
        ("0.5", "0.5", "0.1"),
        ("2.50", "2.5", "0.01"),
        ("1.2 million", 1200000, 100000),
        ("1.2-million", 1200000, 100000),
        ("2.5 thousand million", 2500000000, 100000000),
        ("12k", 12000, 1000),
        ("1.2m", 1200000, 100000),
        ("3bn", 3000000000, 1000000000),
        ("a dozen", 12, 1),
        ("three dozen", 36, 1),
        ("a hundred", 100, 100),
        ("a hundred thousand", 100000, 100000),
        ("half a million", 500000, 100000),
        ("a quarter of a million", 250000, 10000),
        ("seven", 7, 1),
        ("twenty", 20, 10),
        ("twenty-five", 25, 1),
        ("two hundred and fifty thousand", 250000, 10000),
        ("two million three hundred thousand", 2300000, 100000),
        ("two and a half", "2.5", "0.1"),
        ("two and a half million", 2500000, 100000),
        ("Three thousand", 3000, 1000),
    ],
)
def test_a_number(words: str, value: object, unit: object) -> None:
    """Digits, scales and words, and both together, are one number."""
    found = list(numbers(sieved(f"the {words} of them")))
    assert [number.words for number in found] == [words]
    number = found[0].number
    assert (number.value, number.unit) == (Decimal(str(value)), Decimal(str(unit)))


@pytest.mark.parametrize(
    "words", ["the 3rd army", "the 21st", "first", "B52", "v1.2", "someone", "often", "tension"]
)
def test_no_number(words: str) -> None:
    """Ordinals, names with digits, and words that hold number words are no numbers."""
    assert not list(numbers(sieved(words)))


@given(st.integers(0, 10**12))
def test_thousands_separators_do_not_matter(value: int) -> None:
    """A number is the same with commas, with spaces and without."""
    for written in (f"{value}", f"{value:,}", f"{value:,}".replace(",", " ")):
        (found,) = numbers(sieved(written))
        assert (found.words, found.number.value) == (written, value)
