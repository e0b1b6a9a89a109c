"""Dates as spans of days: each form of the grammar, with and without the day of the article."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse.figures import read
from factsite.analyse.figures.dates import dates

WEDNESDAY = dt.date(2024, 10, 23)
"""The day of the article where a test needs one."""

DATED = [
    # wording, EDTF, first day, last day
    ("23 October 2024", "2024-10-23", "2024-10-23", "2024-10-23"),
    ("10/23/2024", "2024-10-23", "2024-10-23", "2024-10-23"),
    ("23/10/2024", "2024-10-23", "2024-10-23", "2024-10-23"),
    ("H1 2024", "2024-01/2024-06", "2024-01-01", "2024-06-30"),
    ("October 23, 2024", "2024-10-23", "2024-10-23", "2024-10-23"),
    ("Oct. 23, 2024", "2024-10-23", "2024-10-23", "2024-10-23"),
    ("Wednesday, October 23, 2024", "2024-10-23", "2024-10-23", "2024-10-23"),
    ("the 23rd of October 2024", "2024-10-23", "2024-10-23", "2024-10-23"),
    ("2024-10-23", "2024-10-23", "2024-10-23", "2024-10-23"),
    ("October 2024", "2024-10", "2024-10-01", "2024-10-31"),
    ("February of 2024", "2024-02", "2024-02-01", "2024-02-29"),
    ("2024", "2024", "2024-01-01", "2024-12-31"),
    ("third quarter of 2024", "2024-07/2024-09", "2024-07-01", "2024-09-30"),
    ("final quarter 2024", "2024-10/2024-12", "2024-10-01", "2024-12-31"),
    ("Q3 2024", "2024-07/2024-09", "2024-07-01", "2024-09-30"),
    ("2024 Q1", "2024-01/2024-03", "2024-01-01", "2024-03-31"),
    ("first half of 2024", "2024-01/2024-06", "2024-01-01", "2024-06-30"),
    ("second half of 2024", "2024-07/2024-12", "2024-07-01", "2024-12-31"),
    ("second half of October 2024", "2024-10-16/2024-10-31", "2024-10-16", "2024-10-31"),
    ("2020s", "2020/2029", "2020-01-01", "2029-12-31"),
    ("early 1990s", "1990/1992", "1990-01-01", "1992-12-31"),
    ("mid-1990s", "1993/1996", "1993-01-01", "1996-12-31"),
    ("late 1990s", "1997/1999", "1997-01-01", "1999-12-31"),
    ("early October 2024", "2024-10-01/2024-10-10", "2024-10-01", "2024-10-10"),
    ("mid-October 2024", "2024-10-11/2024-10-20", "2024-10-11", "2024-10-20"),
    ("late February 2023", "2023-02-21/2023-02-28", "2023-02-21", "2023-02-28"),
    ("the beginning of October 2024", "2024-10-01/2024-10-10", "2024-10-01", "2024-10-10"),
    ("early to mid-October 2024", "2024-10-01/2024-10-20", "2024-10-01", "2024-10-20"),
    ("early 2024", "2024-01/2024-04", "2024-01-01", "2024-04-30"),
    ("mid-2024", "2024-05/2024-08", "2024-05-01", "2024-08-31"),
    ("the end of 2024", "2024-09/2024-12", "2024-09-01", "2024-12-31"),
    ("3–7 October 2024", "2024-10-03/2024-10-07", "2024-10-03", "2024-10-07"),
    ("October 3-7, 2024", "2024-10-03/2024-10-07", "2024-10-03", "2024-10-07"),
    ("3 May 2023 to 9 June 2023", "2023-05-03/2023-06-09", "2023-05-03", "2023-06-09"),
    ("June to August 2024", "2024-06/2024-08", "2024-06-01", "2024-08-31"),
    ("May and June 2024", "2024-05/2024-06", "2024-05-01", "2024-06-30"),
    ("November to February 2024", "2023-11/2024-02", "2023-11-01", "2024-02-29"),
    ("2014–2018", "2014/2018", "2014-01-01", "2018-12-31"),
    ("2014-18", "2014/2018", "2014-01-01", "2018-12-31"),
    ("2024/25", "2024/2025", "2024-01-01", "2025-12-31"),
    ("since August 2023", "2023-08/..", "2023-08-01", None),
    ("from August 2023", "2023-08/..", "2023-08-01", None),
    ("as early as 2019", "2019/..", "2019-01-01", None),
    ("after 3 October 2024", "2024-10-04/..", "2024-10-04", None),
    ("after October 2024", "2024-11-01/..", "2024-11-01", None),
    ("by August 2023", "../2023-08", None, "2023-08-31"),
    ("until mid-October 2024", "../2024-10-20", None, "2024-10-20"),
    ("until the end of December 2024", "../2024-12-31", None, "2024-12-31"),
    ("no later than 3 October 2024", "../2024-10-03", None, "2024-10-03"),
    ("before October 2024", "../2024-09-30", None, "2024-09-30"),
    ("before 2024", "../2023-12-31", None, "2023-12-31"),
]
FROM_THE_ARTICLE = [
    # wording, EDTF, first day, last day, in an article of that Wednesday
    ("October 23", "2024-10-23", "2024-10-23", "2024-10-23"),
    ("on December 28", "2023-12-28", "2023-12-28", "2023-12-28"),
    ("will open on 23 December", "2024-12-23", "2024-12-23", "2024-12-23"),
    ("December", "2023-12", "2023-12-01", "2023-12-31"),
    ("this October", "2024-10", "2024-10-01", "2024-10-31"),
    ("last October", "2023-10", "2023-10-01", "2023-10-31"),
    ("last August", "2024-08", "2024-08-01", "2024-08-31"),
    ("next October", "2025-10", "2025-10-01", "2025-10-31"),
    ("next December", "2024-12", "2024-12-01", "2024-12-31"),
    ("on Tuesday", "2024-10-22", "2024-10-22", "2024-10-22"),
    ("on Wednesday", "2024-10-23", "2024-10-23", "2024-10-23"),
    ("will meet on Tuesday", "2024-10-29", "2024-10-29", "2024-10-29"),
    ("is expected on Wednesday", "2024-10-30", "2024-10-30", "2024-10-30"),
    ("last Wednesday", "2024-10-16", "2024-10-16", "2024-10-16"),
    ("next Friday", "2024-10-25", "2024-10-25", "2024-10-25"),
    ("Monday to Wednesday", "2024-10-21/2024-10-23", "2024-10-21", "2024-10-23"),
    ("yesterday", "2024-10-22", "2024-10-22", "2024-10-22"),
    ("last night", "2024-10-22", "2024-10-22", "2024-10-22"),
    ("tonight", "2024-10-23", "2024-10-23", "2024-10-23"),
    ("tomorrow", "2024-10-24", "2024-10-24", "2024-10-24"),
    ("last week", "2024-10-14/2024-10-20", "2024-10-14", "2024-10-20"),
    ("next week", "2024-10-28/2024-11-03", "2024-10-28", "2024-11-03"),
    ("last weekend", "2024-10-19/2024-10-20", "2024-10-19", "2024-10-20"),
    ("next weekend", "2024-11-02/2024-11-03", "2024-11-02", "2024-11-03"),
    ("last month", "2024-09", "2024-09-01", "2024-09-30"),
    ("early this month", "2024-10-01/2024-10-10", "2024-10-01", "2024-10-10"),
    ("earlier this year", "2024", "2024-01-01", "2024-12-31"),
    ("last year", "2023", "2023-01-01", "2023-12-31"),
    ("by the end of next year", "../2025-12-31", None, "2025-12-31"),
    ("second quarter of last year", "2023-04/2023-06", "2023-04-01", "2023-06-30"),
    ("two days ago", "2024-10-21", "2024-10-21", "2024-10-21"),
    ("three weeks ago", "2024-09-30/2024-10-06", "2024-09-30", "2024-10-06"),
    ("a month ago", "2024-09", "2024-09-01", "2024-09-30"),
    ("two years ago", "2022", "2022-01-01", "2022-12-31"),
    ("a decade ago", "2013/2015", "2013-01-01", "2015-12-31"),
    ("two centuries ago", "1814/1834", "1814-01-01", "1834-12-31"),
    ("over the past two years", "2022-10-23/2024-10-23", "2022-10-23", "2024-10-23"),
    ("over the last two and a half years", "2022-04-23/2024-10-23", "2022-04-23", "2024-10-23"),
    ("in the last 10 days", "2024-10-13/2024-10-23", "2024-10-13", "2024-10-23"),
    ("the past week", "2024-10-16/2024-10-23", "2024-10-16", "2024-10-23"),
]


def days_of(words: str, published: dt.date | None = None) -> tuple[str, str | None, str | None]:
    """Return the days of the one date of a text: EDTF, first and last."""
    [mention] = dates(words, published)
    days = mention.figure.days
    assert days
    first, last = (day.isoformat() if day else None for day in (days.first, days.last))
    return days.edtf, first, last


@pytest.mark.parametrize(("words", "edtf", "first", "last"), DATED, ids=[row[0] for row in DATED])
def test_a_date_with_a_year_needs_no_article(
    words: str, edtf: str, first: str | None, last: str | None
) -> None:
    """It means the same days whenever the article was written."""
    assert days_of(words) == (edtf, first, last)
    assert days_of(words, WEDNESDAY) == (edtf, first, last)


@pytest.mark.parametrize(
    ("words", "edtf", "first", "last"), FROM_THE_ARTICLE, ids=[row[0] for row in FROM_THE_ARTICLE]
)
def test_a_date_is_told_from_that_of_the_article(
    words: str, edtf: str, first: str | None, last: str | None
) -> None:
    """Weekdays look back, or ahead where the words do; days and months without year lie in the nearest one."""
    assert days_of(words, WEDNESDAY) == (edtf, first, last)


@pytest.mark.parametrize(
    "words",
    ["on Tuesday", "yesterday", "last week", "last weekend", "last May", "two years ago", "next year",
     "over the past two years", "second quarter of this year"],
)  # fmt: skip
def test_without_the_day_of_the_article_nothing_is_guessed(words: str) -> None:
    """What is named by its distance from an unknown day is a date without days."""
    [mention] = dates(words)
    assert (mention.figure.qualifier, mention.figure.unit, mention.figure.days) == ("date", "date", None)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("October 23", "XXXX-10-23"),
        ("29 February", "XXXX-02-29"),
        ("October", "XXXX-10"),
        ("by mid-May", "../XXXX-05-20"),
        ("since October", "XXXX-10/.."),
        ("between October 3 and 9 November", "XXXX-10-03/XXXX-11-09"),
        ("early October", "XXXX-10-01/XXXX-10-10"),
    ],
)
def test_a_day_without_year_in_an_article_without_date_is_of_some_year(words: str, edtf: str) -> None:
    """It is marked as such, in the days and in their EDTF."""
    [mention] = dates(words)
    days = mention.figure.days
    assert days
    assert (days.edtf, days.yearless) == (edtf, True)


@pytest.mark.parametrize("words", ["2024-13-45", "31 June 2024", "7–3 October 2024", "three hours ago"])
def test_days_that_are_not_in_the_calendar_are_none(words: str) -> None:
    """What is written like a date and names no day is told as a date without days."""
    [mention] = dates(words, WEDNESDAY)
    assert (mention.figure.words, mention.figure.days) == (words, None)


def test_a_season_is_vague() -> None:
    """Nobody says on which day spring begins."""
    figure = read("in the spring of 2022")
    assert (figure.qualifier, figure.days) == ("vague", None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Theresa May said that they may march in March.", ["March"]),
        ("They will march in May or June.", ["May or June"]),
        ("2000 soldiers fled", []),
        ("1900 homes", []),
        ("1850 metres", []),
        ("flight 2019, Room 1984, 1984.5, 2024%", []),
        ("In 1999, 2000 men fled.", ["1999"]),
        ("2,000 people in 2000", ["2000"]),
        ("the 2004 tsunami", ["2004"]),
        ("open on Tuesdays, the last of them", []),
        ("10,000 years ago", []),
    ],
)
def test_words_and_numbers_that_only_look_like_dates(text: str, found: list[str]) -> None:
    """The months May and March are words too, and a number such as 2000 may count something."""
    assert [mention.figure.words for mention in dates(text)] == found


def test_dates_stand_where_they_are_found_in_the_order_of_the_text() -> None:
    """A bound belongs to its date; ``number`` is where the date itself begins."""
    found = list(dates("Closed since May 2023, it opens by 3 June 2024.", WEDNESDAY))
    assert [(one.figure.words, one.start, one.number, one.end) for one in found] == [
        ("since May 2023", 7, 13, 21),
        ("by 3 June 2024", 32, 35, 46),
    ]


@pytest.mark.parametrize("published", [dt.date.min, dt.date(1499, 12, 31), dt.date(2100, 1, 1), dt.date.max])
def test_an_article_of_no_possible_year_has_no_date(published: dt.date) -> None:
    """Its day is a slip of the pen, and nothing is told from it."""
    [mention] = dates("last week", published)
    assert mention.figure.days is None


@pytest.mark.parametrize("words", ["3000 years ago", "over the past 2000 centuries", "2000 decades ago"])
def test_what_lies_before_the_calendar_is_no_day(words: str) -> None:
    """A distance that no day has leaves a date without days."""
    [mention] = dates(words, WEDNESDAY)
    assert mention.figure.days is None


@given(st.dates(dt.date(1500, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_is_read_back_from_its_iso_form(day: dt.date) -> None:
    """First and last day are the day itself, and its EDTF is what was written."""
    written = day.isoformat()
    assert days_of(written) == (written, written, written)


PIECES = (
    "early mid late the end of first half second quarter Q3 2024 1500 2099 1990s 31 30 29 1 99999 October Feb. May"
    " Monday last next past this week weekend month year decade century ago two few a over since before after by until"
    " – - to and , yesterday 0001-01-01 9999-12-31 2024-02-30"
).split()


@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.none() | st.dates() | st.sampled_from([dt.date.min, dt.date.max]),
)
def test_whatever_the_words_the_days_are_in_order(text: str, published: dt.date | None) -> None:
    """No words and no day of an article break the reading, and a span ends no earlier than it begins."""
    for mention in dates(text, published):
        assert text[mention.start : mention.end] == mention.figure.words
        days = mention.figure.days
        assert days is None or not (days.first and days.last) or days.first <= days.last
