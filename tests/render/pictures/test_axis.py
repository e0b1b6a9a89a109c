from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.render.pictures import axis, calendar
from factsite.render.pictures.axis import Domain, Label

amounts = st.decimals(-(10**12), 10**12, places=2, allow_nan=False, allow_infinity=False)
days = st.integers(1, dt.date.max.toordinal()).map(Decimal)
either = pytest.mark.parametrize("module", [axis, calendar])


def words(first: str, last: str, unit: str = "") -> list[str]:
    """Return the words of the ticks between two amounts."""
    return [tick.words for tick in axis.ticks(Domain(Decimal(first), Decimal(last)), unit)]


def dates(first: str, last: str, *, yearless: bool = False) -> list[str]:
    """Return the words of the ticks between two days."""
    ends = [Decimal(dt.date.fromisoformat(day).toordinal()) for day in (first, last)]
    return [tick.words for tick in calendar.ticks(Domain(*ends), yearless=yearless)]


@pytest.mark.parametrize(
    ("first", "last", "unit", "expected"),
    [
        ("1090000", "1360000", "", ["1.1", "1.2", "1.3 million"]),
        ("0", "12480", "", ["0", "5,000", "10,000"]),
        ("2376", "3180", "", ["2,500", "2,750", "3,000"]),
        ("1146", "1315", "km", ["1,150", "1,200", "1,250", "1,300 km"]),
        ("0", "1", "", ["0", "0.5", "1"]),
        ("-12", "9", "celsius", ["-10", "-5", "0", "5 celsius"]),
        ("0", "1040000000000", "", ["0", "1,000,000 million"]),
        ("2.8", "3.2", "", ["2.8", "3", "3.2"]),
    ],
)
def test_ticks_stand_at_round_numbers(first: str, last: str, unit: str, expected: list[str]) -> None:
    """They are few, have one form, and the last says the unit for all."""
    assert words(first, last, unit) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2022-04-01", "2024-11-15", ["2023", "2024"]),
        ("2024-05-05", "2024-05-10", ["5 May 2024", "7 May", "9 May"]),
        ("2023-11-20", "2024-03-15", ["Dec 2023", "Jan 2024", "Feb", "Mar"]),
        ("1750-01-01", "2024-01-01", ["1800", "1900", "2000"]),
    ],
)
def test_ticks_of_days(first: str, last: str, expected: list[str]) -> None:
    """They stand where days, months or years begin, and the year is said where it changes."""
    found = dates(first, last)
    assert found == expected


def test_days_of_no_year() -> None:
    """Where no date names a year, no tick does."""
    assert dates("2000-05-05", "2000-05-10", yearless=True) == ["5 May", "7 May", "9 May"]


@pytest.mark.parametrize(
    ("values", "domain"),
    [
        (["1100000", "1300000"], ("1092000", "1308000")),
        (["0", "3000"], ("0", "3120")),
        (["1450", "3150"], ("0", "3276")),
        (["0"], ("0", "0.54")),
        (["3"], ("2.19", "3.81")),
        (["-5", "5"], ("-5.4", "5.4")),
    ],
)
def test_zero_belongs_where_values_are_no_nearer_to_each_other(
    values: list[str], domain: tuple[str, str]
) -> None:
    """A domain begins at zero unless its values lie close together, and leaves a little room beside them."""
    assert axis.domain([Decimal(value) for value in values]) == Domain(*map(Decimal, domain))


@pytest.mark.parametrize(
    ("onward", "last"), [([], "100.4"), (["100"], "103"), (["75"], "100.4"), (["10", "99"], "102")]
)
def test_room_for_what_has_no_end(onward: list[str], last: str) -> None:
    """A bar that goes on without end has room to do so, and no more is left where it has that already."""
    assert axis.domain([Decimal(90), Decimal(100)], map(Decimal, onward)).last == Decimal(last)


@either
@given(data=st.data())
def test_every_value_lies_in_its_domain_in_order(module: object, data: st.DataObject) -> None:
    """Of two values the smaller never lies to the right of the other, and none lies outside."""
    values = sorted(data.draw(st.lists(days if module is calendar else amounts, min_size=1)))
    openings = data.draw(st.lists(st.sampled_from(values)))
    shown = module.domain(values, openings, openings)  # type: ignore[attr-defined]
    assert shown.first < shown.last
    assert shown.first <= values[0] <= values[-1] <= shown.last
    places = [shown.place(value) for value in values]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)


@either
@given(data=st.data())
def test_ticks_are_apart_inside_and_in_order(module: object, data: st.DataObject) -> None:
    """Ticks lie in the domain from left to right, with words of their own that touch nowhere."""
    values = data.draw(st.lists(days if module is calendar else amounts, min_size=1))
    shown = module.domain(values)  # type: ignore[attr-defined]
    ticks: tuple[Label, ...] = module.ticks(shown)  # type: ignore[attr-defined]
    places = [tick.at for tick in ticks]
    assert places == sorted(set(places))
    assert all(0 <= place <= 100 for place in places)
    assert len({tick.words for tick in ticks}) == len(ticks) <= axis.MOST_TICKS
    assert axis.apart(ticks)
