"""Units of measurement, and one in another."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse.figures import read
from factsite.analyse.figures.relations import relate
from factsite.analyse.figures.units import MONEY_UNITS, UNITS, converted, dimension
from factsite.findings import Interval


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("5 kilometres", "km"),
        ("10 miles", "mile"),
        ("10 nautical miles", "nautical mile"),
        ("a six-foot fence", "foot"),
        ("3 sq km", "square km"),
        ("12 tonnes", "tonne"),
        ("50 pounds of heroin", "pound"),
        ("50 million pounds", "GBP"),
        ("£3m", "GBP"),
        ("US$5 million", "USD"),
        ("Rs 500", "INR"),
        ("500 yen", "JPY"),
        ("300 million won", "KRW"),
        ("3 won the race", ""),
        ("38C", "celsius"),
        ("100 degrees Fahrenheit", "fahrenheit"),
        ("30 degrees", "degree"),
        ("a magnitude 6.8 earthquake", "magnitude"),
        ("a 6.8 quake", "magnitude"),
        ("40 per cent", "percent"),
        ("25 basis points", "basis point"),
        ("120 km/h", "km/h"),
        ("450-megawatt", "megawatt"),
        ("3 sheep", ""),
    ],
)
def test_the_unit_of_a_wording(words: str, unit: str) -> None:
    """Signs, abbreviations and words name units; what is counted has none."""
    assert read(words).unit == unit


@pytest.mark.parametrize(
    ("value", "unit", "into", "result"),
    [
        ("10", "mile", "km", "16.09344"),
        ("1", "hour", "minute", "60"),
        ("212", "fahrenheit", "celsius", "100"),
        ("0", "celsius", "fahrenheit", "32"),
        ("-40", "celsius", "fahrenheit", "-40"),
        ("2", "tonne", "kg", "2000"),
        ("2", "ton", "tonne", "2"),
        ("50", "basis point", "percentage point", "0.5"),
    ],
)
def test_an_amount_in_another_unit(value: str, unit: str, into: str, result: str) -> None:
    """Both ends are converted, temperatures from their own zeros; whether the ends are in stays."""
    one = Interval(Decimal(value), Decimal(value), low_in=True, high_in=False)
    found = converted(one, unit, into)
    assert found.high is not None
    assert (round(found.low, 9), round(found.high, 9)) == (Decimal(result), Decimal(result))
    assert (found.low_in, found.high_in) == (True, False)


def test_what_has_no_end_has_none_in_another_unit() -> None:
    """More than ten miles are more than so many kilometres."""
    assert converted(Interval(Decimal(10), None), "mile", "km") == Interval(Decimal("16.09344"), None)


@pytest.mark.parametrize(
    ("one", "other", "kind", "why"),
    [
        ("about 10 miles", "16 km", "compatible", ""),
        ("100F", "38C", "compatible", ""),
        ("100F", "50C", "conflicting", ""),
        ("$5 million", "€5 million", "not comparable", "unit"),
        ("5 miles", "5 hours", "not comparable", "unit"),
        ("5 percent", "5 percentage points", "not comparable", "unit"),
        ("5 men", "5 kg", "not comparable", "unit"),
    ],
)
def test_only_units_of_one_dimension_are_compared(one: str, other: str, kind: str, why: str) -> None:
    """No article says at which rate one currency is another."""
    found = relate(read(one), read(other))
    assert (found.kind, found.why) == (kind, why)


def test_a_currency_measures_itself() -> None:
    """Currencies are units of money, other units are not."""
    assert dimension("USD") == "USD"
    assert dimension("AUD") == "AUD"
    assert dimension("") == ""
    assert {"USD", "EUR", "krone", "rand"} <= MONEY_UNITS
    assert not {"km", "percent", "celsius", "magnitude", "degree", "day"} & MONEY_UNITS


PAIRS = [(one, other) for one in UNITS for other in UNITS if dimension(one) == dimension(other)]


@given(st.decimals(-1000, 1000, places=2), st.sampled_from(PAIRS))
def test_there_and_back_is_the_same(value: Decimal, pair: tuple[str, str]) -> None:
    """Converting loses nothing that counts."""
    one, other = pair
    back = converted(converted(Interval(value, None), one, other), other, one)
    assert abs(back.low - value) < Decimal("1e-9")
