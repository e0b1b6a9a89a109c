"""A figure and what it counts: the thing, what befalls it, and what limits the count."""

from __future__ import annotations

import datetime as dt

import pytest

from factsite.analyse.suggest.statements import Statement, statements

WEDNESDAY = dt.date(2024, 10, 23)


def stated(line: str, position: int = 0) -> Statement:
    """Return one of the statements of a line."""
    return list(statements("courier", 1, line, WEDNESDAY))[position]


@pytest.mark.parametrize(
    ("line", "kind", "role", "thing"),
    [
        ("A fire has killed 12 miners.", "miner", "dead", "miners"),
        ("12 people were killed.", "person", "dead", "people"),
        ("41 dead", "person", "dead", "dead"),
        ("12 people were killed or wounded.", "person", "dead or injured", "people"),
        ("50 people were arrested, while 12 were hurt", "person", "arrested", "people"),
        ("20 crew members were rescued.", "crew", "rescued", "crew"),
        ("two members of the crew died", "crew", "dead", "members of the crew"),
        ("A 3,000-strong army marched.", "soldier", "attended", "-strong army"),
        ("The number of arrests rose to 50.", "person", "arrested", ""),
        ("The toll stands at 50.", "person", "dead", ""),
        ("They fired 300 rockets.", "missile", "", "rockets"),
        ("The floods took the lives of 30 villagers", "villag", "dead", "villagers"),
    ],
)
def test_what_is_counted_and_what_befalls_it(line: str, kind: str, role: str, thing: str) -> None:
    """Words that follow the number say what it counts, else those before; the nearest verb what befalls it."""
    found = stated(line)
    assert (found.kind, found.role, found.thing) == (kind, role, thing)


def test_qualities_stand_before_what_is_counted() -> None:
    """They are kept without their endings."""
    assert stated("30 wooden houses burnt").qualities == {"wooden"}


def test_all_figures_of_a_sentence_are_stated_with_their_own_roles() -> None:
    """A while divides what befalls some from what befalls others."""
    line = "50 people were arrested, while 12 were hurt"
    assert [one.role for one in statements("a", 1, line, None)] == ["arrested", "injured"]


@pytest.mark.parametrize(
    ("line", "position", "flag"),
    [
        ("41 people were killed, including 14 children.", 1, "part"),
        ("Ten villagers fled, six of them children.", 1, "part"),
        ("Of the 41 dead, 12 were women.", 1, "part"),
        ("Of the 41 dead, 12 were women.", 0, "whole"),
        ("Another 20 people were hurt.", 0, "added"),
        ("They carry 500 passengers a day.", 0, "rate day"),
        ("They carry 500 passengers daily.", 0, "rate day"),
        ("It costs $5 each.", 0, "rate "),
        ("The mine has a capacity of 400 workers.", 0, "capacity"),
        ("Prices rose by 5 percent.", 0, "change"),
        ("Prices rose to 5 percent from 3 percent.", 1, "earlier"),
        ("Initially 20 were reported dead.", 0, "earlier"),
        ("A similar fire killed 20.", 0, "other"),
        ("So far 300 homes have burnt.", 0, "sum"),
        ("So far 300 homes have burnt.", 0, "interim"),
        ("In the end 300 homes burnt.", 0, "final"),
        ("The factory will employ 300 people.", 0, "ahead"),
        ("Visser is to cut 1,200 jobs", 0, "ahead"),
        ("The factory employed 300 people.", 0, "done"),
        ("Ann Ambry, 34, was killed.", 0, "age"),
        ("Ann Ambry (34) fell", 0, "age"),
        ("the 34-year-old teacher", 0, "age"),
        ("a boy aged 12", 0, "age"),
        ("Across the country 300 people died.", 0, "scope country"),
        ("In Orsa province, 90 people died.", 0, "scope province"),
        ("There were 40 dead in the town.", 0, "scope town"),
        ("Worldwide, 40 died.", 0, "scope world"),
    ],
)
def test_what_limits_a_count(line: str, position: int, flag: str) -> None:
    """Parts, additions, rates, changes, ages, other counts and those to come are marked as such."""
    assert flag in stated(line, position).flags


@pytest.mark.parametrize("line", ["12 people were killed.", "41 dead", "They fired 300 rockets."])
def test_a_plain_count_is_not_limited(line: str) -> None:
    """Nothing but that it is of the past."""
    assert stated(line).flags <= {"done"}


def test_where_and_when() -> None:
    """Places, days, weekdays, times of day and what is counted through are those of the sentence."""
    found = stated("In the second quarter 300 jobs were lost in Torvik at dawn on Tuesday.")
    assert found.places == {"torvik"}
    assert [days.edtf for days in found.when] == ["2024-10-22"]
    assert (found.weekdays, found.hours, found.orders) == ({"tuesday"}, {"dawn"}, {"second quarter"})
    assert found.times == set()


@pytest.mark.parametrize(
    ("line", "published", "times"),
    [
        ("In 1999, 300 people died.", WEDNESDAY, {"1999"}),
        ("In 1999, 300 people died.", None, {"1999"}),
        ("300 people died last year.", WEDNESDAY, {"2023"}),
        ("300 people died decades ago.", WEDNESDAY, {"long ago"}),
        ("300 people died on Monday.", WEDNESDAY, set()),
    ],
)
def test_figures_of_other_years_than_the_article_s(
    line: str, published: dt.date | None, times: set[str]
) -> None:
    """They are of another event."""
    found = [one for one in statements("a", 1, line, published) if one.figure.days is None]
    assert [set(one.times) for one in found] == [times]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("The lake lies 58 km (36 miles) away.", ["58 km"]),
        ("The 2004 tsunami killed 300 people", ["300"]),
        ("TORVIK, Oct. 3, 2024 — Forty people died.", ["Forty"]),
        ("Updated October 3, 2024", []),
        ("October 3, 2024", []),
        ("Thousands fled, twice as many as before.", []),
        ("No number.", []),
    ],
)
def test_what_states_nothing(line: str, words: list[str]) -> None:
    """Conversions, years that only name an event, the date of the page, and what names no number are left out."""
    assert [one.figure.words for one in statements("a", 1, line, None)] == words
