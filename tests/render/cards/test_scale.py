"""Numbers to places on a line."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.findings import Interval
from factsite.render.cards.scale import Scale, scale, ticks

numbers = st.decimals(min_value=0, max_value=10**13, places=2)


def interval(low: str, high: str | None) -> Interval:
    """Return an interval of numbers as they are written."""
    return Interval(Decimal(low), Decimal(high) if high else None)


def test_a_scale_begins_at_the_least_and_goes_on_beyond_the_most() -> None:
    """What has no end needs room to run out."""
    line = scale([interval("1100", "1300"), interval("2100", None)], 100, 1100)
    assert line == Scale(Decimal(1100), Decimal(2220), 100, 1100)
    assert (line.at(Decimal(1100)), line.at(Decimal(2220)), line.at(Decimal(1660))) == (100, 1100, 600)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("2400", "3072", "2400 2600 2800 3000"),
        ("1100000", "1324000", "1100000 1150000 1200000 1250000 1300000"),
        ("0", "13440", "0 5000 10000"),
        ("2.85", "3.2", "2.9 3.0 3.1 3.2"),
    ],
)
def test_round_numbers_stand_under_the_axis(low: str, high: str, expected: str) -> None:
    """Evenly apart, and no more than fit."""
    found = ticks(Scale(Decimal(low), Decimal(high), 0, 100), 5)
    assert found == tuple(Decimal(number) for number in expected.split())


@given(low=numbers, more=numbers)
def test_there_are_always_some_and_never_too_many(low: Decimal, more: Decimal) -> None:
    """Whatever the numbers are, all of them on the scale."""
    line = scale([Interval(low, low + more)], 0, 1000)
    found = ticks(line, 5)
    assert 1 <= len(found) <= 5
    assert all(line.low <= number <= line.high for number in found)
