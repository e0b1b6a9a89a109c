"""Figures as intervals: each wording leaves exactly the numbers possible that it leaves possible."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse.figures import read
from factsite.analyse.figures.explained import span
from factsite.findings import Interval

PHRASES = [
    # wording, qualifier, in words, unit
    ("1.2 million", "plain", "1.15 to 1.25 million", ""),
    ("a 1.2 million-strong force", "plain", "1.15 to 1.25 million", ""),
    ("3,000 troops", "plain", "2,850 to 3,150", ""),
    ("the total to 3,000", "plain", "2,850 to 3,150", ""),
    ("412 metres", "plain", "411.5 to 412.5", "metre"),
    ("half a million", "plain", "475,000 to 525,000", ""),
    ("a dozen ships", "plain", "11.5 to 12.5", ""),
    ("40 percent", "plain", "38 to 42", "percent"),
    ("40 per cent", "plain", "38 to 42", "percent"),
    ("40%", "plain", "38 to 42", "percent"),
    ("12 percentage points", "plain", "11.5 to 12.5", "percentage point"),
    ("5 kilometres", "plain", "4.75 to 5.25", "km"),
    ("US$5 million", "plain", "4.75 to 5.25 million", "USD"),
    ("two and a half years", "plain", "2.45 to 2.55", "year"),
    ("about 3,000", "about", "2,700 to 3,300", ""),
    ("around 1.2 million personnel", "about", "1.1 to 1.3 million", ""),
    ("some 200 people", "about", "180 to 220", ""),
    ("an estimated 200", "about", "180 to 220", ""),
    ("approximately 2,500 troops", "about", "2,400 to 2,600", ""),
    ("~250", "about", "240 to 260", ""),
    ("£3m or so", "about", "2.7 to 3.3 million", "GBP"),
    ("a total of about 10,000 troops", "about", "9,000 to 11,000", ""),
    ("over 600,000", "over", "more than 600,000", ""),
    ("Over 600,000", "over", "more than 600,000", ""),
    ("more than $1.2bn", "over", "more than 1,200 million", "USD"),
    ("surpassing 1.3 million personnel", "over", "more than 1.3 million", ""),
    ("in excess of a million", "over", "more than 1 million", ""),
    ("more than a total of 50", "over", "more than 50", ""),
    ("at least 3,000 soldiers", "at least", "at least 3,000", ""),
    ("no fewer than twelve", "at least", "at least 12", ""),
    ("3,000 or more", "at least", "at least 3,000", ""),
    ("3,000 soldiers or more", "at least", "at least 3,000", ""),
    ("1,000+ people", "at least", "at least 1,000", ""),
    ("a 40-plus team", "at least", "at least 40", ""),
    ("nearly 12,000 soldiers", "nearly", "10,800 to 12,000", ""),
    ("almost half a million", "nearly", "450,000 to 500,000", ""),
    ("just under 2 km", "nearly", "1.8 to 2", "km"),
    ("fewer than 10", "under", "less than 10", ""),
    ("up to 3,000 soldiers", "up to", "at most 3,000", ""),
    ("as many as 40", "up to", "at most 40", ""),
    ("no more than 200", "up to", "at most 200", ""),
    ("not more than 5 km", "up to", "at most 5", "km"),
    ("exactly 412", "exactly", "exactly 412", ""),
    ("between 3 and 5 metres", "range", "3 to 5", "metre"),
    ("10,000–12,000 men", "range", "10,000 to 12,000", ""),
    ("10 to 12 thousand", "range", "10,000 to 12,000", ""),
    ("1.2-1.3 million", "range", "1.2 to 1.3 million", ""),
    ("two-thirds of them", "plain", "63.3365 to 70.0035", "percent"),
    ("just over 100", "over", "100 to 110", ""),
    ("1/3 of the vote", "plain", "31.6635 to 34.9965", "percent"),
    ("more than 1 in 5", "over", "more than 20", "percent"),
    ("2 billion rubles", "plain", "1,900 to 2,100 million", "RUB"),
    ("half a percentage point", "plain", "0.475 to 0.525", "percentage point"),
    ("an hour and a half", "plain", "1.45 to 1.55", "hour"),
    ("from 900,000 to 1.1 million", "range", "900,000 to 1.1 million", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "qualifier", "in_words", "unit"), PHRASES, ids=[phrase[0] for phrase in PHRASES]
)
def test_a_wording_is_read_as_it_is_meant(words: str, qualifier: str, in_words: str, unit: str) -> None:
    """Qualifier, interval and unit are those that a careful reader takes from the words."""
    figure = read(words)
    assert figure.interval
    assert (figure.qualifier, span(figure.interval), figure.unit) == (qualifier, in_words, unit)


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("thousands of men", "vague"),
        ("a significant number of interpreters", "vague"),
        ("several ships", "vague"),
        ("multiple bases", "vague"),
        ("2023", "date"),
        ("since August 2023", "date"),
        ("October 23, 2024", "date"),
        ("on Wednesday", "date"),
        ("more than doubled", "relation"),
        ("twice as many", "relation"),
        ("the army", "none"),
    ],
)
def test_what_names_no_number_has_no_interval(words: str, qualifier: str) -> None:
    """Vague amounts, dates and fractions are not taken for numbers."""
    figure = read(words)
    assert (figure.qualifier, figure.interval) == (qualifier, None)


def test_the_ends_of_an_interval_are_in_it_or_not_as_the_words_say() -> None:
    """The number itself is left out by "more than" and by "nearly", and is in by "at least" and "up to"."""
    assert read("more than 5").interval == Interval(Decimal(5), None, low_in=False)
    assert read("at least 5").interval == Interval(Decimal(5), None)
    assert read("up to 5").interval == Interval(Decimal(0), Decimal(5))
    assert read("nearly 5").interval == Interval(Decimal("4.5"), Decimal(5), high_in=False)
    assert read("5").interval == Interval(Decimal("4.75"), Decimal("5.25"), high_in=False)


@pytest.mark.parametrize(
    "words", ["9" * 31 + " men", "9" * 5000, "1" + " million" * 800, "one in " + "9" * 5000]
)
def test_nobody_counts_beyond_all_measure(words: str) -> None:
    """Digits and scales without end count nothing, and break nothing."""
    interval = read(words).interval
    assert interval is None or interval.low < 10**30


def test_spaces_in_thousands_between_two_numbers() -> None:
    """They are gone over once: this would take an hour if every way to share them out were tried."""
    assert read("9" + " " * 10_000 + "8").interval == read("9 8").interval
    assert read("9" + " " * 10_000 + "to" + " " * 10_000 + "12").interval == read("9 to 12").interval


def test_a_range_to_nothing_is_none() -> None:
    """A scale that stands once at a second end of zero is not shared with the first."""
    assert read("aged 5 to 0.0 hundred").qualifier == "plain"


@given(st.integers(1, 10**9))
def test_a_number_lies_in_its_own_interval_and_about_is_twice_as_wide(value: int) -> None:
    """Whatever the number, plain lies within about, and both around the number."""
    plain, about = read(f"{value:,} men").interval, read(f"about {value:,} men").interval
    assert plain
    assert about
    assert plain.high
    assert about.high
    assert about.low <= plain.low <= value <= plain.high <= about.high
    assert about.high - about.low == 2 * (plain.high - plain.low)


@given(st.text(max_size=80))
def test_any_text_can_be_read(words: str) -> None:
    """No wording breaks the reading, and an interval that has an end ends after it begins."""
    interval = read(words).interval
    assert interval is None or interval.high is None or interval.low <= interval.high
