"""A reading in a sentence."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse.figures import read
from factsite.analyse.figures.explained import EXAMPLES, WHY, examples, explained

PLAIN = "A plain number may be rounded: half a unit of its last digit either way, at most 5 percent"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("1.2 million", f"“1.2 million” is read as 1.15 to 1.25 million. {PLAIN}."),
        ("100 feet", f"“100 feet” is read as 95 to 105 feet. {PLAIN}."),
        ("-5 C", f"“-5 C” is read as -5.25 to -4.75 celsius. {PLAIN}."),
        ("2 centuries", f"“2 centuries” is read as 1.9 to 2.1 centuries. {PLAIN}."),
        (
            "about 3,000",
            "“about 3,000” is read as 2,700 to 3,300: it allows twice as much on either side as the number alone.",
        ),
        (
            "over 5 km",
            "“over 5 km” is read as more than 5 km: it allows more than the number, and not the number itself.",
        ),
        (
            "at least 40 people",
            "“at least 40 people” is read as at least 40: it allows the number and more.",
        ),
        (
            "nearly 5,000 homes",
            "“nearly 5,000 homes” is read as 4,500 to just under 5,000: it reaches from nine tenths of the number up to it.",
        ),
        (
            "under $3 million",
            "“under $3 million” is read as less than 3 million USD: it allows less than the number.",
        ),
        ("up to 3,000", "“up to 3,000” is read as at most 3,000: it allows the number and less."),
        ("exactly 412", "“exactly 412” is read as exactly 412: it allows nothing else."),
        (
            "between 3 and 5 feet",
            "“between 3 and 5 feet” is read as 3 to 5 feet: it allows what lies between its two ends, and both of them.",
        ),
        ("June 2024", "“June 2024” is read as June 2024: it allows all of that month."),
        (
            "3 to 7 June 2024",
            "“3 to 7 June 2024” is read as 3 June 2024 to 7 June 2024: it allows every day it names.",
        ),
        (
            "since June 2024",
            "“since June 2024” is read as any day from 1 June 2024 on: it allows every day on that side of the day it names.",
        ),
        (
            "by June 2024",
            "“by June 2024” is read as any day until 30 June 2024: it allows every day on that side of the day it names.",
        ),
        (
            "June 23",
            "“June 23” is read as 23 June of some year: it names no year, and the article no date to tell it from.",
        ),
        (
            "since June",
            "“since June” is read as any day from 1 June of some year on: it names no year, and the article no date to tell it from.",
        ),
        (
            "on Monday",
            "“on Monday” is not read as an amount or a date: it needs the day of the article, which is not known.",
        ),
        (
            "more than doubled",
            "“more than doubled” is not read as an amount or a date: it says what another figure is multiplied by, and none by itself.",
        ),
        ("thousands", "“thousands” is not read as an amount or a date: it names no number."),
        (
            "the army",
            "“the army” is not read as an amount or a date: it names no number that counts something.",
        ),
    ],
)
def test_a_sentence_says_how_a_figure_is_read_and_why(words: str, sentence: str) -> None:
    """Or why it is not read."""
    assert explained(read(words)) == sentence


def test_a_month_named_in_an_article_with_a_date_is_of_its_year() -> None:
    """Nothing is left to say about the year."""
    assert explained(read("in June", dt.date(2024, 10, 23))) == (
        "“in June” is read as June 2024: it allows all of that month."
    )


def test_the_examples_of_the_methodology_show_every_kind_of_reading() -> None:
    """Each wording stands with what it is read as, and no qualifier but "under" and "exactly" lacks one."""
    assert tuple(words for words, _ in examples()) == EXAMPLES
    assert dict(examples())["nearly 3,000"] == "2,700 to just under 3,000"
    assert {read(words).qualifier for words in EXAMPLES} - {"date"} == WHY.keys() - {"under", "exactly"}


@given(st.text(max_size=60), st.none() | st.dates())
def test_whatever_is_read_can_be_explained(words: str, published: dt.date | None) -> None:
    """Every figure has its sentence."""
    assert explained(read(words, published)).startswith(f"“{words}” is ")
