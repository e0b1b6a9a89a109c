"""Dates as spans of days: what a wording leaves possible, resolved against the article's date where it needs one.

    date     = [bound] span | span (– | to | and) span | last/past amount-of-time | amount-of-time ago
    bound    = since | from | by | until | before | after
    span     = [early | mid | late | the end of …] (day | month | quarter | half | year | decade | weekday | last week …)
    day      = 23 October 2024 | October 23, 2024 | Oct. 23 | 2024-10-23
    quarter  = third quarter of 2024 | Q3 2024

Early, mid and late are the first ten days, the second ten and the rest of a month, and the thirds of a year. A day or
month without year is taken for the one nearest to the article's date; a weekday for the last one before it, or for the
next where the words look ahead. Without the article's date, nothing that needs it is guessed.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from factsite.analyse.figures.names import names_and_scores
from factsite.analyse.figures.numbers import NUMBER, number_of
from factsite.english import MONTHS
from factsite.findings import Days, Figure, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.findings import Qualifier

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LEAP = 2000
"""The year in which days without a year are counted."""
EARLIEST = dt.date(20, 1, 1)
"""Nothing is counted back further, so that the years around it are there, too."""

_MONTH = (
    r"Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?|Jun\.|July?|Jul\.|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|"
    r"JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?"
)
_ALONE = "January|February|April|June|July|August|September|October|November|December"
"""Months that mean nothing else; "May" and "March" must be led in."""
_YEAR = r"(?:1[5-9]|20)\d\d"
FIRST_YEAR, LAST_YEAR = 1500, 2099
"""The years that are read as years; an article is of one of them, too, or its day is not known."""
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:the\s)?(?:very\s)?(?:early|mid|late|beginning\sof|start\sof|middle\sof|end\sof|first\shalf\sof|second\shalf\sof)"
_PARTS = rf"(?P<part>{_PART})(?:-?[\s-](?:to|or)[\s-](?P<to_part>early|mid|late))?(?:-|\s(?:in\s)?)(?:the\s)?"
_COUNT = r"(?:an?|the|couple of|few|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?<!\d[,.])\d{1,4})(?:[\s-]and[\s-]a[\s-](?:half|quarter))?"
_TIME = r"(?:(?:day|week|month|year|decade|hour|minute)s?|century|centuries)"

SPAN = re.compile(
    rf"""(?<![\w-])(?:{_PARTS})?(?:
      (?P<iso>{_YEAR}-\d{{2}}-\d{{2}})(?!\d)
    | (?:{_WEEKDAY},?\s+)?(?:the\s)?(?P<day1>{_DAY})(?:(?:\s?[–-]\s?|\s(?:to|and)\s)(?P<day1b>{_DAY}))?\s(?:of\s)?(?P<month1>{_MONTH})\b(?:,?\s(?:of\s)?(?P<year1>{_YEAR})\b)?
    | (?:{_WEEKDAY},?\s+)?(?P<month2>{_MONTH})\s(?:the\s)?(?P<day2>{_DAY})(?![\d:]|,\d{{3}}|\.\d|\s?(?:percent|per\scent|million|billion|thousand|%))(?:\s?[–-]\s?(?P<day2b>{_DAY})(?!\d))?(?:,?\s(?P<year2>{_YEAR})\b)?
    | (?P<month3>{_MONTH})(?:,?\s(?:of\s)?|\s?[’'])(?P<year3>{_YEAR})\b
    | (?P<quarter>first|second|third|fourth|final|last)[\s-]quarter(?:\sof)?\s(?:(?P<year4>{_YEAR})|(?P<which>this|last|next)\syear)\b
    | (?:spring|summer|autumn|fall|winter)(?:\sof)?\s(?P<season>{_YEAR})\b
    | \bQ(?P<quarter2>[1-4])\s(?:of\s)?(?P<year5>{_YEAR})\b | (?P<year6>{_YEAR})\sQ(?P<quarter3>[1-4])\b
    | (?P<decade>(?:1[5-9]|20)\d0)s\b
    | (?P<relative>(?:(?:earlier|later)\s)?(?:last|past|this|next|previous)\s(?:{_WEEKDAY}|weekend|week|month|year|{_ALONE}|May|March)|yesterday|today|tomorrow|tonight|last\snight|(?:(?P<ago>{_COUNT})\s(?P<ago_unit>{_TIME})\s(?:ago|earlier))
        |(?:(?:over|in|during|for|within|throughout|of)\s)?the\s(?:last|past)\s(?P<past>{_COUNT}\s)?(?P<past_unit>{_TIME})(?!\s(?:of|ago)\b))
    | (?P<weekday>{_WEEKDAY})\b(?!s)
    | (?P<month7>{_MONTH})(?=\s(?:to|and|through|until)\s(?:early\s|mid-?|late\s)?(?:{_MONTH})\b)
    | (?P<month4>{_ALONE})\b | (?P<month5>May|March|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.|Jan\.|Feb\.)(?!\w)
    | (?P<year7>{_YEAR})(?![\d,]\d|\.\d|\s?%)\b
    )""",
    re.VERBOSE,
)
"""One span of days."""

BOUND = re.compile(
    r"\b(?P<bound>since|starting|beginning|as of|from|by|until|till|up to|before|after|prior to|no later than|not later than|as early as|as late as)\s(?:about\s|around\s|the\s|in\s|on\s)?$",
    re.IGNORECASE,
)
LED_IN = re.compile(
    r"(?:^|\b(?:in|by|since|until|till|of|from|to|through|during|before|after|between|last|this|next|early|mid|late|and|or|on|every|each)[\s-]|-)$",
    re.IGNORECASE,
)
YEAR_LED_IN = re.compile(
    r"(?:^|\b(?:in|by|since|until|till|of|from|to|through|during|before|after|between|early|mid|late|and|or|year|for|the|around|about|circa|summer|spring|autumn|fall|winter)[\s-]|[(–/-]|,\s)$",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"[\s-](?:[A-Z]\w+\s){0,3}(?:(?!(?:and|or|but|to|in|at|on|when|while|after|with|for|of|by|as|who|that|it|he|she|was|is|the|has|had|a)\b)[a-z]+\s)?(?:people|men|women|children|troops|[a-z]{3,}s|strong|km|kg|miles?|million|billion|thousand|percent|per cent|dead|tonnes?)\b"
)
AHEAD = re.compile(
    r"\b(?:will|would|by|until|before|due|expected|scheduled|planned|plans?|set|next|until|upcoming|to be|begins?|is to|are to|votes|meets|opens|starts|goes|returns|visits|travels|resumes|convenes|faces)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
JOINT = re.compile(r"\s?(?:–|—|-|/)\s?|\s(?:to|and|through|until|and\son|or)\s(?:the\s)?", re.IGNORECASE)
RANGE_LED = re.compile(r"\b(?:between|from|in|of|both)\s$", re.IGNORECASE)
SHORT_YEAR = re.compile(r"[–/-](?P<short>\d\d)(?!\d|-\d|,\d)")


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


class _Span(NamedTuple):
    """A span while it is worked out; ``yearless`` days are those of the leap year."""

    first: dt.date
    last: dt.date
    yearless: bool = False


def dates(text: str, published: dt.date | None = None) -> Iterator[Mention]:
    """Yield the dates of a text in their order, resolved against the day the article was published."""
    if published and not FIRST_YEAR <= published.year <= LAST_YEAR:
        published = None
    names = list(names_and_scores(text))
    found = [match for match in SPAN.finditer(text) if _is_date(match, text, names)]
    position = 0
    while position < len(found):
        first = found[position]
        second = found[position + 1] if position + 1 < len(found) else None
        joint = second and JOINT.fullmatch(text, first.end(), second.start())
        one = _span(first, text, published)
        end = first.end()
        if second and joint and _joins(first, second, text):
            day = None if _has_year(first) or _has_year(second) else published
            one, end = _joined(_span(first, text, day), _span(second, text, day)), second.end()
            position += 1
        elif first["year7"] and (short := SHORT_YEAR.match(text, end)):
            one, end = _joined(one, _year(int(first["year7"][:2] + short["short"]))), short.end()
        bound = BOUND.search(text[max(0, first.start() - 24) : first.start()])
        lead = bound["bound"].lower() if bound and not (bound["bound"].lower() == "from" and joint) else ""
        start = max(0, first.start() - 24) + bound.start() if bound and lead else first.start()
        kind: Qualifier = "vague" if first["season"] else "date"
        yield Mention(
            Figure(text[start:end], None, kind, "date", _days(one, lead)), start, end, first.start()
        )
        position += 1


def _is_date(found: re.Match[str], text: str, names: Sequence[tuple[int, int]]) -> bool:
    """Say whether what looks like a date is one: "May" and "March" are words too, and 2000 may count something."""
    if found["year7"] and any(start <= found.start() < end for start, end in names):
        return False
    before = text[max(0, found.start() - 14) : found.start()]
    if found["month5"] or (found["month7"] in ("May", "March")):
        return bool(found["part"] or LED_IN.search(before))
    if found["year7"] and not found["part"]:
        if COUNTED.match(text, found.end()) and not re.search(r"\b(?:since|of)\s$", before):
            return False
        whole = found.start() == 0 and found.end() == len(text)
        return whole or bool(
            YEAR_LED_IN.search(before) or re.match(r"(?:\s[a-z]|[,.;)–-]|$|\s[A-Z])", text[found.end() :])
        )
    return True


def _joins(first: re.Match[str], second: re.Match[str], text: str) -> bool:
    """Say whether two dates are the ends of one span, or the months of one list."""
    months = (
        "month3",
        "month4",
        "month5",
        "month7",
        "month1",
        "month2",
        "year7",
        "year3",
        "weekday",
        "decade",
        "iso",
    )
    kinds = [next((kind for kind in months if found[kind]), "") for found in (first, second)]
    if not all(kinds):
        return False
    if {"weekday"} & set(kinds):
        return kinds[0] == kinds[1]
    years = [kind == "year7" for kind in kinds]
    return years[0] == years[1]


def _has_year(found: re.Match[str]) -> bool:
    """Say whether a date has its year, which then counts for both ends of a span and needs no article."""
    return any(found[name] for name in ("iso", "year1", "year2", "year3", "year7", "decade"))


def _joined(one: _Span | None, other: _Span | None) -> _Span | None:
    """Return the span from one to the other; a year that stands once counts for both: "June to August 2024"."""
    if one is None or other is None:
        return None
    if one.yearless and not other.yearless:
        one = _in_year(one, other.last.year)
        if one.first > other.last:
            one = _in_year(one, other.last.year - 1)
    elif other.yearless and not one.yearless:
        other = _in_year(other, one.first.year)
    if one.first > other.last:
        return None
    return _Span(one.first, other.last, one.yearless)


def _span(found: re.Match[str], text: str, published: dt.date | None) -> _Span | None:
    """Return the days that a match of ``SPAN`` means; None where that cannot be told."""
    span = _whole(found, text, published)
    if span is None or not found["part"]:
        return span
    whole = span
    first = _part(whole, found["part"])
    last = _part(whole, found["to_part"]) if found["to_part"] else first
    return _Span(first.first, last.last, span.yearless)


def _part(span: _Span, words: str) -> _Span:
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


def _whole(found: re.Match[str], text: str, published: dt.date | None) -> _Span | None:
    if found["iso"]:
        try:
            day = dt.date.fromisoformat(found["iso"])
        except ValueError:
            return None
        return _Span(day, day)
    ahead = bool(AHEAD.search(text[max(0, found.start() - 80) : found.start()]))
    for at in "12":
        if found[f"day{at}"]:
            return _of_days(found, at, published, ahead)
    month = found["month3"] or found["month4"] or found["month5"] or found["month7"]
    if month:
        return _month(found["year3"], _number(month), published, ahead)
    quarter = found["quarter"] or found["quarter2"] or found["quarter3"]
    if quarter:
        number = QUARTERS[quarter.lower()]
        if found["which"]:
            if published is None:
                return None
            year = published.year + STEPS[found["which"].lower()]
        else:
            year = int(found["year4"] or found["year5"] or found["year6"])
        return _Span(dt.date(year, 3 * number - 2, 1), _end_of_month(year, 3 * number))
    if found["decade"]:
        return _Span(dt.date(int(found["decade"]), 1, 1), dt.date(int(found["decade"]) + 9, 12, 31))
    if found["year7"]:
        return _year(int(found["year7"]))
    if published is None or found["season"]:
        return None
    if found["weekday"]:
        return _weekday(found["weekday"], published, ahead)
    return _relative(found, published)


def _number(month: str) -> int:
    return next(at for at, name in enumerate(MONTHS, 1) if name.startswith(month[:3].capitalize()))


def _year(year: int) -> _Span:
    return _Span(dt.date(year, 1, 1), dt.date(year, 12, 31))


def _end_of_month(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _month(year: str | None, month: int, published: dt.date | None, ahead: bool = False) -> _Span:
    span = _Span(dt.date(int(year or LEAP), month, 1), _end_of_month(int(year or LEAP), month), not year)
    return _nearest(span, published, ahead)


def _of_days(found: re.Match[str], at: str, published: dt.date | None, ahead: bool) -> _Span | None:
    """Return a day of a month, or a range of days."""
    year, month = found[f"year{at}"], _number(found[f"month{at}"])
    days = [int(re.match(r"\d+", found[name])[0]) for name in (f"day{at}", f"day{at}b") if found[name]]  # type: ignore[index]
    try:
        span = _Span(
            dt.date(int(year or LEAP), month, days[0]), dt.date(int(year or LEAP), month, days[-1]), not year
        )
    except ValueError:
        return None
    return _nearest(span, published, ahead) if span.first <= span.last else None


SOON = 31
"""Without a word that looks ahead, a day without year is taken to lie at most this many days after the article's date."""


def _nearest(span: _Span, published: dt.date | None, ahead: bool = False) -> _Span:
    """Put days without a year in the year that brings them nearest to the article's date, where it is known."""
    if not span.yearless or published is None:
        return span
    years = [_in_year(span, published.year + step) for step in (-1, 0, 1)]
    if not ahead:
        years = [one for one in years if (one.first - published).days <= SOON]
    return min(
        years,
        key=lambda one: (
            0
            if one.first <= published <= one.last
            else min(abs((one.first - published).days), abs((one.last - published).days))
        ),
    )


def _in_year(span: _Span, year: int) -> _Span:
    def moved(day: dt.date) -> dt.date:
        last = calendar.monthrange(year, day.month)[1]
        return dt.date(year, day.month, min(day.day, last))

    return _Span(moved(span.first), moved(span.last))


def _weekday(name: str, published: dt.date, ahead: bool) -> _Span:
    """Return the last such day on or before the article's date, or the next after it."""
    back = (published.weekday() - WEEKDAYS.index(name)) % 7
    day = published + dt.timedelta(7 - back if ahead else -back)
    return _Span(day, day)


def _relative(found: re.Match[str], published: dt.date) -> _Span | None:
    """Return days that are named by how far they lie from the article's."""
    words = found["relative"].lower()
    if found["ago"]:
        return _ago(found["ago"], found["ago_unit"], published)
    if found["past_unit"]:
        count = _count(found["past"] or "one")
        day = _back(published, count, found["past_unit"])
        return _Span(day, published) if day else None
    steps = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "last night": -1}
    if words in steps:
        day = published + dt.timedelta(steps[words])
        return _Span(day, day)
    which, name = words.removeprefix("earlier ").removeprefix("later ").split(" ", 1)
    step = STEPS[which]
    if name == "week":
        monday = published - dt.timedelta(published.weekday() - 7 * step)
        return _Span(monday, monday + dt.timedelta(6))
    if name == "weekend":
        saturday = published - dt.timedelta(published.weekday()) + dt.timedelta(5 + 7 * step)
        return _Span(saturday, saturday + dt.timedelta(1))
    if name == "month":
        month = published.year * 12 + published.month - 1 + step
        return _Span(dt.date(month // 12, month % 12 + 1, 1), _end_of_month(month // 12, month % 12 + 1))
    if name == "year":
        return _year(published.year + step)
    if name.capitalize() in WEEKDAYS:
        back = (published.weekday() - WEEKDAYS.index(name.capitalize())) % 7
        day = published + dt.timedelta(7 - back if step == 1 else -(back or 7 * -step))
        return _Span(day, day)
    span = _month(None, _number(name.capitalize()), None)
    year = published.year + (step if step else 0)
    if step == -1 and _in_year(span, published.year).last < published:
        year = published.year
    if step == 1 and _in_year(span, published.year).first > published:
        year = published.year
    return _in_year(span, year)


def _ago(count: str, unit: str, published: dt.date) -> _Span | None:
    """Return the day, week, month or year so many before the article's."""
    number = _count(count)
    if unit.rstrip("s") in ("hour", "minute"):
        return None
    day = _back(published, number, unit)
    if day is None:
        return None
    if unit.startswith("year"):
        return _year(day.year)
    if unit.startswith(("decade", "centur")):
        around = 1 if unit.startswith("decade") else 10
        return _Span(_year(day.year - around).first, _year(day.year + around).last)
    if unit.startswith("month"):
        return _Span(day.replace(day=1), _end_of_month(day.year, day.month))
    if unit.startswith("week"):
        monday = day - dt.timedelta(day.weekday())
        return _Span(monday, monday + dt.timedelta(6))
    return _Span(day, day)


def _count(words: str) -> float:
    words = words.strip().lower()
    if words in ("a", "an", "the", "one", ""):
        return 1
    if words == "few":
        return 3
    found = NUMBER.search(words)
    return float(number_of(found).value) if found else 2 if "couple" in words else 1


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
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _days(span: _Span | None, bound: str) -> Days | None:
    """Return a span as days, without the end that its bound leaves open."""
    if span is None:
        return None
    first, last = edtf_day(span.first, span.yearless), edtf_day(span.last, span.yearless)
    if bound in ("since", "from", "starting", "beginning", "after", "as of", "as early as"):
        begin = span.last + dt.timedelta(1) if bound == "after" else span.first
        return Days(
            f"{_edtf(span if bound != 'after' else _Span(begin, begin, span.yearless))}/..",
            begin,
            None,
            span.yearless,
        )
    if bound in ("by", "until", "till", "up to", "no later than", "not later than", "as late as"):
        return Days(f"../{_end(span)}", None, span.last, span.yearless)
    if bound in ("before", "prior to"):
        end = span.first - dt.timedelta(1)
        return Days(f"../{edtf_day(end, span.yearless)}", None, end, span.yearless)
    return Days(_edtf(span) or f"{first}/{last}", span.first, span.last, span.yearless)


def _end(span: _Span) -> str:
    """Return the end of a span in EDTF: the month or year itself, or its last day."""
    written = _edtf(span)
    return edtf_day(span.last, span.yearless) if "/" in written else written


def edtf_day(day: dt.date, yearless: bool = False) -> str:
    """Return a day in EDTF."""
    return f"XXXX-{day.month:02}-{day.day:02}" if yearless else day.isoformat()


def _edtf(span: _Span) -> str:
    """Return a span in the shortest EDTF: a day, a month, a year, or an interval of two of them."""
    year = "XXXX" if span.yearless else f"{span.first.year:04}"
    if span.first == span.last:
        return edtf_day(span.first, span.yearless)
    months = span.first.day == 1 and span.last == _end_of_month(span.last.year, span.last.month)
    if months and (span.first.month, span.last.month) == (1, 12):
        return year if span.first.year == span.last.year else f"{year}/{span.last.year:04}"
    if months:
        begin = f"{year}-{span.first.month:02}"
        end_year = "XXXX" if span.yearless else f"{span.last.year:04}"
        end = f"{end_year}-{span.last.month:02}"
        return begin if begin == end else f"{begin}/{end}"
    return f"{edtf_day(span.first, span.yearless)}/{edtf_day(span.last, span.yearless)}"
