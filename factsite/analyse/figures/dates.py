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

import datetime as dt
import re
from typing import TYPE_CHECKING

from factsite.analyse.figures.datewords import (
    BOUND,
    BOUND_ENDS,
    COUNTED,
    DATED,
    FIRST_YEAR,
    JOINT,
    LAST_YEAR,
    LED_IN,
    SHORT_YEAR,
    SPAN,
    YEAR_LED_IN,
    YEAR_LED_OUT,
)
from factsite.analyse.figures.names import names_and_scores
from factsite.analyse.figures.sieve import CAPITALIZED, sieved
from factsite.analyse.figures.spans import Span, end_of_month, in_year, span_of, year_span
from factsite.findings import Days, Figure, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.analyse.figures.sieve import Sieved
    from factsite.findings import Qualifier


def dates(text: str, published: dt.date | None = None) -> Iterator[Mention]:
    """Yield the dates of a text in their order, resolved against the day the article was published."""
    seen = sieved(text)
    return dates_among(seen, published, names_and_scores(seen))


def dates_among(
    seen: Sieved, published: dt.date | None, names: Sequence[tuple[int, int]]
) -> Iterator[Mention]:
    """Yield the dates of a text; ``names`` are the stretches whose numbers count nothing."""
    if published and not FIRST_YEAR <= published.year <= LAST_YEAR:
        published = None
    text = seen.text
    found = [match for match in _spans(seen) if _is_date(match, text, names)]
    position = 0
    while position < len(found):
        first = found[position]
        second = found[position + 1] if position + 1 < len(found) else None
        joint = second and JOINT().fullmatch(text, first.end(), second.start())
        one = span_of(first, text, published)
        end = first.end()
        if second and joint and _joins(first, second, text):
            day = None if _has_year(first) or _has_year(second) else published
            one, end = _joined(span_of(first, text, day), span_of(second, text, day)), second.end()
            position += 1
        elif first["year7"] and (short := SHORT_YEAR().match(text, end)):
            one, end = _joined(one, year_span(int(first["year7"][:2] + short["short"]))), short.end()
        bound = _bound(text[max(0, first.start() - 24) : first.start()])
        lead = bound["bound"].lower() if bound and not (bound["bound"].lower() == "from" and joint) else ""
        start = max(0, first.start() - 24) + bound.start() if bound and lead else first.start()
        kind: Qualifier = "vague" if first["season"] else "date"
        yield Mention(
            Figure(text[start:end], None, kind, "date", _days(one, lead)), start, end, first.start()
        )
        position += 1


def _spans(seen: Sieved) -> Iterator[re.Match[str]]:
    """Yield what looks like a date, in its order."""
    text, small, beginnings = seen
    end = 0
    for start in beginnings:
        if start >= end and _may_be_date(text, small, start):
            found = SPAN().match(text, start)
            if found:
                end = found.end()
                yield found


def _may_be_date(text: str, small: str, start: int) -> bool:
    """Say at little cost whether a date may begin where a figure may."""
    if text[start].isdecimal():
        return bool(DATED().match(text, start))
    return text[start].isupper() or not small.startswith(CAPITALIZED, start)


def _bound(before: str) -> re.Match[str] | None:
    """Return the bound that words before a date end in."""
    last = before[:-1].rpartition(" ")[2].lower()
    return BOUND().search(before) if last in BOUND_ENDS or not last.isalpha() else None


def _is_date(found: re.Match[str], text: str, names: Sequence[tuple[int, int]]) -> bool:
    """Say whether what looks like a date is one: "May" and "March" are words too, and 2000 may count something."""
    if found["year7"] and any(start <= found.start() < end for start, end in names):
        return False
    before = text[max(0, found.start() - 14) : found.start()]
    if found["month5"] or (found["month7"] in ("May", "March")):
        return bool(found["part"] or LED_IN().search(before))
    if found["year7"] and not found["part"]:
        if COUNTED().match(text, found.end()) and not re.search(r"\b(?:since|of)\s$", before):
            return False
        whole = found.start() == 0 and found.end() == len(text)
        return whole or bool(YEAR_LED_IN().search(before) or YEAR_LED_OUT().match(text, found.end()))
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


def _joined(one: Span | None, other: Span | None) -> Span | None:
    """Return the span from one to the other; a year that stands once counts for both: "June to August 2024"."""
    if one is None or other is None:
        return None
    if one.yearless and not other.yearless:
        one = in_year(one, other.last.year)
        if one.first > other.last:
            one = in_year(one, other.last.year - 1)
    elif other.yearless and not one.yearless:
        other = in_year(other, one.first.year)
    if one.first > other.last:
        return None
    return Span(one.first, other.last, one.yearless)


def _days(span: Span | None, bound: str) -> Days | None:
    """Return a span as days, without the end that its bound leaves open."""
    if span is None:
        return None
    if bound in ("since", "from", "starting", "beginning", "after", "as of", "as early as"):
        begin = span.last + dt.timedelta(1) if bound == "after" else span.first
        return Days(
            f"{_edtf(span if bound != 'after' else Span(begin, begin, span.yearless))}/..",
            begin,
            None,
            span.yearless,
        )
    if bound in ("by", "until", "till", "up to", "no later than", "not later than", "as late as"):
        return Days(f"../{_end(span)}", None, span.last, span.yearless)
    if bound in ("before", "prior to"):
        end = span.first - dt.timedelta(1)
        return Days(f"../{edtf_day(end, span.yearless)}", None, end, span.yearless)
    return Days(_edtf(span), span.first, span.last, span.yearless)


def _end(span: Span) -> str:
    """Return the end of a span in EDTF: the month or year itself, or its last day."""
    written = _edtf(span)
    return edtf_day(span.last, span.yearless) if "/" in written else written


def edtf_day(day: dt.date, yearless: bool = False) -> str:
    """Return a day in EDTF."""
    return f"XXXX-{day.month:02}-{day.day:02}" if yearless else day.isoformat()


def _edtf(span: Span) -> str:
    """Return a span in the shortest EDTF: a day, a month, a year, or an interval of two of them."""
    year = "XXXX" if span.yearless else f"{span.first.year:04}"
    if span.first == span.last:
        return edtf_day(span.first, span.yearless)
    months = span.first.day == 1 and span.last == end_of_month(span.last.year, span.last.month)
    if months and (span.first.month, span.last.month) == (1, 12):
        return year if span.first.year == span.last.year else f"{year}/{span.last.year:04}"
    if months:
        begin = f"{year}-{span.first.month:02}"
        end_year = "XXXX" if span.yearless else f"{span.last.year:04}"
        end = f"{end_year}-{span.last.month:02}"
        return begin if begin == end else f"{begin}/{end}"
    return f"{edtf_day(span.first, span.yearless)}/{edtf_day(span.last, span.yearless)}"
