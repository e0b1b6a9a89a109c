"""A date that stands alone to the span of days that it leaves possible, resolved against the article's date."""

from __future__ import annotations

import datetime as dt
import re

from factsite.analyse.figures.datewords import AHEAD
from factsite.analyse.figures.numbers import number_at
from factsite.english import MONTHS
from factsite.frozen import NamedTuple

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


EARLIEST = dt.date(20, 1, 1)
"""Nothing is counted back further, so that the years around it are there, too."""

MONTHS_IN_YEAR = 12
LEAP = 2000
"""The year in which days without a year are counted."""


QUARTERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "last": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
}


STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1}
"""How far a week, month or year lies from the article's."""


class Span(NamedTuple):
    """A span while it is worked out; ``yearless`` days are those of the leap year."""

    first: dt.date
    last: dt.date
    yearless: bool = False


def span_of(found: re.Match[str], text: str, published: dt.date | None) -> Span | None:
    """Return the days that a match of ``SPAN`` means; None where that cannot be told."""
    span = _whole(found, text, published)
    if span is None or not found["part"]:
        return span
    whole = span
    first = _part(whole, found["part"])
    last = _part(whole, found["to_part"]) if found["to_part"] else first
    return Span(first.first, last.last, span.yearless)


def _part(span: Span, words: str) -> Span:
    """Return the early, middle or late part of a month or year, or one of its halves."""
    words = words.lower()
    year = (span.last - span.first).days > 300
    if "half" in words:
        middle = dt.date(span.first.year, 6, 30) if year else span.first.replace(day=15)
        return (
            span._replace(last=middle) if "first" in words else span._replace(first=middle + dt.timedelta(1))
        )
    if (span.last - span.first).days < 20:
        return span
    one, two = (
        (dt.date(span.first.year, 4, 30), dt.date(span.first.year, 8, 31))
        if year
        else (span.first.replace(day=10), span.first.replace(day=20))
    )
    if (span.last - span.first).days > 3000:
        one, two = (
            span.first.replace(year=span.first.year + 2, month=12, day=31),
            span.first.replace(year=span.first.year + 6, month=12, day=31),
        )
    if re.search("early|beginning|start", words):
        return span._replace(last=one)
    if "mid" in words:
        return span._replace(first=one + dt.timedelta(1), last=two)
    return span._replace(first=two + dt.timedelta(1))


def _whole(found: re.Match[str], text: str, published: dt.date | None) -> Span | None:
    if found["iso"]:
        try:
            day = dt.date.fromisoformat(found["iso"])
        except ValueError:
            return None
        return Span(day, day)
    if found["slashed"]:
        return _slashed(found["slashed"])
    if found["half"]:
        year, begin = int(found["year8"]), 1 if found["half"] == "1" else 7
        return Span(dt.date(year, begin, 1), end_of_month(year, begin + 5))
    before = text[max(0, found.start() - 80) : found.start()]
    for at in "12":
        if found[f"day{at}"]:
            return _of_days(found, at, published, before)
    month = found["month3"] or found["month4"] or found["month5"] or found["month7"]
    if month:
        return _month(found["year3"], _number(month), published, before)
    quarter = found["quarter"] or found["quarter2"] or found["quarter3"]
    if quarter:
        number = QUARTERS[quarter.lower()]
        if found["which"]:
            if published is None:
                return None
            year = published.year + STEPS[found["which"].lower()]
        else:
            year = int(found["year4"] or found["year5"] or found["year6"])
        return Span(dt.date(year, 3 * number - 2, 1), end_of_month(year, 3 * number))
    if found["decade"]:
        return Span(dt.date(int(found["decade"]), 1, 1), dt.date(int(found["decade"]) + 9, 12, 31))
    if found["year7"]:
        return year_span(int(found["year7"]))
    if published is None or found["season"]:
        return None
    if found["weekday"]:
        return _weekday(found["weekday"], published, before)
    return _relative(found, published)


def _slashed(written: str) -> Span | None:
    """Return a day written 23/10/2024 or 10/23/2024; None where it could be either."""
    one, other, year = map(int, written.split("/"))
    if one <= MONTHS_IN_YEAR and other <= MONTHS_IN_YEAR and one != other:
        return None
    month, day = (one, other) if one <= MONTHS_IN_YEAR else (other, one)
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return None
    return Span(found, found)


def _number(month: str) -> int:
    return next(at for at, name in enumerate(MONTHS, 1) if name.startswith(month[:3].capitalize()))


def year_span(year: int) -> Span:
    """Return a whole year."""
    return Span(dt.date(year, 1, 1), dt.date(year, 12, 31))


def end_of_month(year: int, month: int) -> dt.date:
    """Return the last day of a month."""
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)


def _month(year: str | None, month: int, published: dt.date | None, before: str = "") -> Span:
    span = Span(dt.date(int(year or LEAP), month, 1), end_of_month(int(year or LEAP), month), not year)
    return _nearest(span, published, before)


def _of_days(found: re.Match[str], at: str, published: dt.date | None, before: str) -> Span | None:
    """Return a day of a month, or a range of days."""
    year, month = found[f"year{at}"], _number(found[f"month{at}"])
    days = [int(re.match(r"\d+", found[name])[0]) for name in (f"day{at}", f"day{at}b") if found[name]]  # type: ignore[index]
    try:
        span = Span(
            dt.date(int(year or LEAP), month, days[0]), dt.date(int(year or LEAP), month, days[-1]), not year
        )
    except ValueError:
        return None
    return _nearest(span, published, before) if span.first <= span.last else None


SOON = 31
"""Without a word that looks ahead, a day without year is taken to lie at most this many days after the article's date."""


def _nearest(span: Span, published: dt.date | None, before: str) -> Span:
    """Put days without a year in the year that brings them nearest to the article's date, where it is known."""
    if not span.yearless or published is None:
        return span
    years = [in_year(span, published.year + step) for step in (-1, 0, 1)]
    if not AHEAD().search(before):
        years = [one for one in years if (one.first - published).days <= SOON]
    return min(
        years,
        key=lambda one: (
            0
            if one.first <= published <= one.last
            else min(abs((one.first - published).days), abs((one.last - published).days))
        ),
    )


def in_year(span: Span, year: int) -> Span:
    """Return the same days of another year; 29 February becomes the 28th where there is none."""

    def moved(day: dt.date) -> dt.date:
        last = end_of_month(year, day.month).day
        return dt.date(year, day.month, min(day.day, last))

    return Span(moved(span.first), moved(span.last))


def _weekday(name: str, published: dt.date, before: str) -> Span:
    """Return the last such day on or before the article's date, or the next after it."""
    back = (published.weekday() - WEEKDAYS.index(name)) % 7
    day = published + dt.timedelta(7 - back if AHEAD().search(before) else -back)
    return Span(day, day)


def _relative(found: re.Match[str], published: dt.date) -> Span | None:
    """Return days that are named by how far they lie from the article's."""
    words = found["relative"].lower()
    if found["ago"]:
        return _ago(found["ago"], found["ago_unit"], published)
    if found["past_unit"]:
        count = _count(found["past"] or "one")
        day = _back(published, count, found["past_unit"])
        return Span(day, published) if day else None
    steps = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "last night": -1}
    if words in steps:
        day = published + dt.timedelta(steps[words])
        return Span(day, day)
    which, name = words.removeprefix("earlier ").removeprefix("later ").split(" ", 1)
    step = STEPS[which]
    if name == "week":
        monday = published - dt.timedelta(published.weekday() - 7 * step)
        return Span(monday, monday + dt.timedelta(6))
    if name == "weekend":
        saturday = published - dt.timedelta(published.weekday()) + dt.timedelta(5 + 7 * step)
        return Span(saturday, saturday + dt.timedelta(1))
    if name == "month":
        month = published.year * 12 + published.month - 1 + step
        return Span(dt.date(month // 12, month % 12 + 1, 1), end_of_month(month // 12, month % 12 + 1))
    if name == "year":
        return year_span(published.year + step)
    if name.capitalize() in WEEKDAYS:
        back = (published.weekday() - WEEKDAYS.index(name.capitalize())) % 7
        day = published + dt.timedelta(7 - back if step == 1 else -(back or 7 * -step))
        return Span(day, day)
    span = _month(None, _number(name.capitalize()), None)
    year = published.year + (step if step else 0)
    if step == -1 and in_year(span, published.year).last < published:
        year = published.year
    if step == 1 and in_year(span, published.year).first > published:
        year = published.year
    return in_year(span, year)


def _ago(count: str, unit: str, published: dt.date) -> Span | None:
    """Return the day, week, month or year so many before the article's."""
    number = _count(count)
    if unit.rstrip("s") in ("hour", "minute"):
        return None
    day = _back(published, number, unit)
    if day is None:
        return None
    if unit.startswith("year"):
        return year_span(day.year)
    if unit.startswith(("decade", "centur")):
        around = 1 if unit.startswith("decade") else 10
        return Span(year_span(day.year - around).first, year_span(day.year + around).last)
    if unit.startswith("month"):
        return Span(day.replace(day=1), end_of_month(day.year, day.month))
    if unit.startswith("week"):
        monday = day - dt.timedelta(day.weekday())
        return Span(monday, monday + dt.timedelta(6))
    return Span(day, day)


def _count(words: str) -> float:
    words = words.strip().lower()
    if words in ("a", "an", "the", "one", ""):
        return 1
    if words == "few":
        return 3
    number = number_at(words)
    return float(number.value) if number else 2 if "couple" in words else 1


def _back(day: dt.date, count: float, unit: str) -> dt.date | None:
    """Return the day so many units of time before another; None where the calendar does not reach so far."""
    unit = unit.rstrip("s").replace("centurie", "century")
    if unit in ("hour", "minute"):
        return day - dt.timedelta(round(count / 24) if unit == "hour" else 0)
    if unit in ("day", "week"):
        back = round(count * (7 if unit == "week" else 1))
        return day - dt.timedelta(back) if back <= (day - EARLIEST).days else None
    months = (
        day.year * 12
        + day.month
        - 1
        - round(count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit])
    )
    year, month = months // 12, months % 12 + 1
    if year < EARLIEST.year:
        return None
    return dt.date(year, month, min(day.day, end_of_month(year, month).day))
