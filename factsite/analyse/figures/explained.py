"""A reading in words: what a figure is read as, and why."""

from __future__ import annotations

import math
import re
from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from factsite.analyse.figures import read
from factsite.analyse.figures.spans import end_of_month
from factsite.english import MONTHS, amount, long_date, plural, sentence
from factsite.findings import Interval

if TYPE_CHECKING:
    import datetime as dt

    from factsite.findings import Days, Figure

WHY = {
    "plain": "a plain number may be rounded: half a unit of its last digit either way, at most 5 percent",
    "about": "it allows twice as much on either side as the number alone",
    "over": "it allows more than the number, and not the number itself",
    "at least": "it allows the number and more",
    "nearly": "it reaches from nine tenths of the number up to it",
    "under": "it allows less than the number",
    "up to": "it allows the number and less",
    "exactly": "it allows nothing else",
    "range": "it allows what lies between its two ends, and both of them",
}
"""Why a figure of each qualifier is read as it is."""

SIDE = re.compile(r"^(?:at least|more than|at most|less than|any day) ")
"""What only says on which side of a number a figure lies; the words of the figure say so themselves."""

TAIL = 3
"""Percent with so many decimals come of a fraction in words, and are rounded in print."""

EXAMPLES = (
    "1.2 million", "3,000", "about 3,000", "about 2,500", "more than 3,000", "just over 3,000", "at least 3,000", "nearly 3,000", "up to 3,000",
    "between 3,000 and 4,000", "three", "two thirds", "June 2024", "early to mid-October 2024", "by the end of December 2024",
)  # fmt: skip
"""One wording for each kind of reading, for the methodology page."""


def examples() -> tuple[tuple[str, str], ...]:
    """Return wordings, each with what it is read as."""
    return tuple((words, printed(read(words))) for words in EXAMPLES)


def explained(figure: Figure) -> str:
    """Return in a sentence how a figure is read, and why."""
    if figure.interval is not None or figure.days is not None:
        return f"“{figure.words}” is read as {printed(figure)}{_why(figure)}."
    reasons = {
        "date": "it needs the day of the article, which is not known",
        "relation": "it says what another figure is multiplied by, and none by itself",
        "vague": "it names a season, and no days" if figure.unit == "date" else "it names no number",
        "none": "it names no number that counts something",
    }
    return f"“{figure.words}” is not read as an amount or a date: {reasons[figure.qualifier]}."


def _why(figure: Figure) -> str:
    """Return why a figure is read as it is, to be put behind its meaning."""
    if figure.days is not None:
        return f": {_which_days(figure.days)}"
    if figure.qualifier != "plain":
        return f": {WHY[figure.qualifier]}"
    assert figure.interval is not None
    alone = shown(figure.interval, figure.unit)
    only = "" if figure.unit or alone.low < last_number(alone) else ", and no other whole number lies so near"
    return f". {sentence(WHY['plain'])}{only}"


def _which_days(days: Days) -> str:
    if days.yearless:
        return "it names no year, and the article no date to tell it from"
    if days.first is None or days.last is None:
        return "it allows every day on that side of the day it names"
    if days.first == days.last:
        return "it names one day"
    whole = _whole(days.first, days.last, yearless=False)
    if whole:
        return f"it allows all of that {'year' if whole.isdigit() else 'month'}"
    return "it allows every day it names"


def meaning(figure: Figure) -> str:
    """Return in words what a figure is read as: "more than 1.3 million", "2,400 to 2,600", "June 2024"."""
    if figure.days is not None:
        return days_in_words(figure.days)
    assert figure.interval is not None
    return _amount_in_words(figure, figure.interval)


@lru_cache(maxsize=1024)
def printed(figure: Figure) -> str:
    """Return what a figure is read as, as pages have it: its meaning, with things that are counted in whole numbers."""
    if figure.interval is None:
        return meaning(figure)
    interval = shown(figure.interval, figure.unit)
    if interval.low == interval.high and interval != figure.interval:
        return in_unit(amount(interval.low), figure.unit)
    return _amount_in_words(figure, interval)


def _amount_in_words(figure: Figure, interval: Interval) -> str:
    words = span(interval)
    if figure.qualifier == "nearly":
        words = words.replace(" to ", " to just under ")
    return in_unit(words, figure.unit)


@lru_cache(maxsize=1024)
def repeats(figure: Figure) -> bool:
    """Say whether a figure's meaning only repeats its words: "at least 3,000 soldiers", "over 600,000", "in June 2024"."""
    if figure.interval is None and figure.days is None:
        return False
    words = iter(re.findall(r"[\w.,]+", figure.words.casefold()))
    return all(token in words for token in SIDE.sub("", printed(figure).casefold()).split())


def shown(interval: Interval, unit: str) -> Interval:
    """Return an interval as it is printed: what counts things in whole numbers, percent without a tail of digits."""
    low, high = interval.low, interval.high
    if unit == "percent":
        places = Decimal(1) if high is not None and low else Decimal("0.1")
        ends = [
            end if end is None or _decimals(end) < TAIL else end.quantize(places, ROUND_HALF_EVEN)
            for end in (low, high)
        ]
        assert ends[0] is not None
        return Interval(ends[0], ends[1], interval.low_in, interval.high_in)
    if unit or high is None or (_is_whole(low) and _is_whole(high)) or not _is_whole((low + high) / 2):
        return interval
    first, last = Decimal(math.ceil(low)), Decimal(math.floor(high))
    if first > last:
        return interval
    return Interval(first, last, interval.low_in or first > low, interval.high_in or last < high)


def _is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _decimals(value: Decimal) -> int:
    """Return how many digits a number has after the point."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def in_unit(words: str, unit: str) -> str:
    """Return an amount with its unit: "2 to 3 km", "$38 million to $42 million"."""
    if not unit:
        return words
    short = (
        unit in ("percent", "magnitude", "celsius", "fahrenheit", "km", "kg", "cm", "mm", "mph", "km/h")
        or unit.isupper()
    )
    return f"{words} {unit if short else plural(unit).replace('foots', 'feet')}"


def last_number(interval: Interval) -> Decimal:
    """Return the end of an interval that has one."""
    assert interval.high is not None
    return interval.high


def span(interval: Interval) -> str:
    """Return an interval in words."""
    low, high = interval.low, interval.high
    if high is None:
        return f"{'at least' if interval.low_in else 'more than'} {amount(low)}"
    if low == high:
        return f"exactly {amount(low)}"
    if low == 0:
        return f"{'at most' if interval.high_in else 'less than'} {amount(high)}"
    first, last = amount(low), amount(high)
    return f"{first.removesuffix(' million') if last.endswith(' million') else first} to {last}"


def days_in_words(days: Days) -> str:
    """Return a span of days in words: "June 2024", "1 to 20 October 2024", "until 31 December 2024", "June of some year"."""
    some_year = " of some year" if days.yearless else ""
    first, last = days.first, days.last
    if first is None and last is None:
        return "any day"
    if first is None:
        assert last is not None
        return f"any day until {_day(last, days.yearless)}{some_year}"
    if last is None:
        return f"any day from {_day(first, days.yearless)}{some_year} on"
    if first == last:
        return _day(first, days.yearless) + some_year
    whole = _whole(first, last, days.yearless)
    if whole:
        return whole + some_year
    return f"{_day(first, days.yearless)} to {_day(last, days.yearless)}{some_year}"


def _whole(first: dt.date, last: dt.date, yearless: bool) -> str | None:
    """Return the month or year that two days are the ends of."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    if first.day == 1 and last == end_of_month(first.year, first.month):
        return MONTHS[first.month - 1] if yearless else f"{MONTHS[first.month - 1]} {first.year}"
    return None


def _day(day: object, yearless: bool) -> str:
    words = long_date(day)  # type: ignore[arg-type]
    return words.rsplit(" ", 1)[0] if yearless else words
