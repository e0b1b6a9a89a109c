from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse.figures import read
from factsite.analyse.figures.explained import explained, printed, repeats, shown
from factsite.findings import Interval

PLAIN = "A plain number may be rounded: half a unit of its last digit either way, at most 5 percent"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("3,000 men", f"“3,000 men” is read as 2,850 to 3,150. {PLAIN}."),
        ("three sites", f"“three sites” is read as 3. {PLAIN}, and no other whole number lies so near."),
        ("30 men", f"“30 men” is read as 29 to 31. {PLAIN}."),
        ("3 km", f"“3 km” is read as 2.85 to 3.15 km. {PLAIN}."),
        ("two thirds", f"“two thirds” is read as 63 to 70 percent. {PLAIN}."),
        ("over two thirds", "“over two thirds” is read as more than 66.67 percent: it allows more than the number, and not the number itself."),
        ("in June 2024", "“in June 2024” is read as June 2024: it allows all of that month."),
        ("2023", "“2023” is read as 2023: it allows all of that year."),
        ("7 May 2024", "“7 May 2024” is read as 7 May 2024: it names one day."),
        (
            "early to mid-October 2024",
            "“early to mid-October 2024” is read as 1 October 2024 to 20 October 2024: it allows every day it names.",
        ),
        (
            "since August 2023",
            "“since August 2023” is read as any day from 1 August 2023 on: it allows every day on that side of the day it names.",
        ),
        ("in June", "“in June” is read as June of some year: it names no year, and the article no date to tell it from."),
    ],
)  # fmt: skip
def test_explained(words: str, sentence: str) -> None:
    """How a figure is read is said in a sentence, with the reason."""
    assert explained(read(words)) == sentence


@pytest.mark.parametrize(
    ("words", "so"),
    [
        ("at least 3,000 soldiers", True),
        ("over 600,000", True),
        ("surpassing 1.3 million personnel", True),
        ("up to 3,000 men", True),
        ("15 men", True),
        ("in June of 2024", True),
        ("2023", True),
        ("3,000", False),
        ("about 3,000", False),
        ("nearly 12,000 soldiers", False),
        ("three sites", False),
        ("more than a million", False),
        ("in June", False),
        ("on Wednesday", False),
        ("several", False),
    ],
)
def test_repeats(words: str, so: bool) -> None:
    """A reading that says nothing the words do not is worth no space."""
    assert repeats(read(words, dt.date(2024, 10, 3))) is so


@pytest.mark.parametrize(
    ("words", "read_as"),
    [
        ("about three", "3"),
        ("nine", "9"),
        ("12 men", "12"),
        ("about 3.1", "3 to 3.2"),
        ("two and a half", "2.45 to 2.55"),
        ("between 3 and 4", "3 to 4"),
        ("half", "47.5 to 52.5 percent"),
    ],
)
def test_whole_things_are_printed_as_whole(words: str, read_as: str) -> None:
    """What is counted has no tenths; what is stated with tenths keeps them."""
    assert printed(read(words)) == read_as


@given(st.integers(1, 10**7), st.sampled_from(("", "about ", "nearly ", "over ", "up to ")))
def test_what_is_shown_lies_in_what_is_read_and_leaves_out_no_whole_number(
    value: int, qualifier: str
) -> None:
    """Printing rounds inwards, and never to nothing."""
    interval = read(f"{qualifier}{value} men").interval
    assert interval is not None
    printed = shown(interval, "")
    assert printed.low >= interval.low
    assert printed.high is None or interval.high is None or printed.low <= printed.high <= interval.high
    assert printed.low - interval.low < 1
    assert printed.high is None or interval.high is None or interval.high - printed.high < 1


def test_other_units_are_shown_as_they_are() -> None:
    """Kilometres can have any fraction, percent only a readable one."""
    interval = Interval(Decimal("2.85"), Decimal("3.15"))
    assert shown(interval, "km") == shown(interval, "percent") == interval
