"""Figures as intervals: the numbers that a wording leaves possible.

    figure    = [qualifier] (range | number) [unit] [qualifier-after] | vague
    range     = between number and number | number (– | - | to) number
    qualifier = about | around | nearly | over | more than | at least | up to | … (``BEFORE``)

A plain number is read with the precision it is stated to: half a unit of its last digit on either side, at most five
parts in a hundred. "About" doubles that. "Nearly" reaches from nine tenths of the number up to it, the number itself
not included; "over" and "at least" have no end, "up to" begins at nothing. Dates and fractions are not read.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factsite.analyse.numbers import NUMBER, number_of
from factsite.english import MONTHS, amount
from factsite.findings import Figure, Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factsite.analyse.numbers import Number
    from factsite.findings import Qualifier

WIDEST = Decimal("0.05")
"""A plain number means itself, give or take this share of it at most."""

NEARLY = Decimal("0.9")
"""From this share of a number on one may say "nearly"."""

BEFORE: Mapping[Qualifier, tuple[str, ...]] = {
    "about": ("about", "around", "some", "roughly", "approximately", "approx.", "circa", "an estimated", "estimated", "~", "≈"),
    "over": ("over", "more than", "surpassing", "exceeding", "in excess of", "above", "upwards of", "topping", "greater than"),
    "at least": ("at least", "no fewer than", "no less than", "not less than", "a minimum of"),
    "nearly": ("nearly", "almost", "just under", "close to", "approaching", "just short of"),
    "under": ("under", "below", "fewer than", "less than"),
    "up to": ("up to", "as many as", "as much as", "at most", "no more than", "not more than", "a maximum of"),
    "exactly": ("exactly", "precisely"),
}  # fmt: skip
AFTER: Mapping[Qualifier, tuple[str, ...]] = {
    "at least": ("or more", "and more", "-plus", "+"),
    "about": ("or so", "give or take"),
    "up to": ("or less", "or fewer", "at most"),
}


def _by_wording(wordings: Mapping[Qualifier, tuple[str, ...]]) -> dict[str, Qualifier]:
    """Return the qualifier of each wording, the longest wordings first."""
    pairs = [(wording, qualifier) for qualifier, several in wordings.items() for wording in several]
    return dict(sorted(pairs, key=lambda pair: -len(pair[0])))


LEADING, TRAILING = _by_wording(BEFORE), _by_wording(AFTER)
LEAD = re.compile(
    rf"(?<!\w)(?P<wording>{'|'.join(map(re.escape, LEADING))})\s*(?:a total of\s+)?$", re.IGNORECASE
)
TRAIL = re.compile(
    rf"\s*(?:[\w-]+\s+){{0,2}}?(?P<wording>{'|'.join(map(re.escape, TRAILING))})(?!\w)", re.IGNORECASE
)
MONEY = re.compile(r"(?P<unit>US\$|\$|£|€)\s*$")
UNIT = re.compile(
    r"[\s-]*(?P<unit>%|per ?cent(?:age points?)?|kilomet(?:er|re)s?|km|met(?:er|re)s?|miles?|years?|months?|weeks?|days?|hours?|tons?|tonnes?)\b|[\s-]*(?P<sign>%)",
    re.IGNORECASE,
)
ONE_UNIT = {"%": "percent", "per cent": "percent", "kilometer": "km", "kilometre": "km", "meter": "metre"}
JOINED = re.compile(r"\s*(?:–|—|-|to)\s*$|(?P<both>\s+and\s+)$", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s+\S?$", re.IGNORECASE)
FRACTION = re.compile(
    r"[\s-](?:hal(?:f|ves)|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)\b", re.IGNORECASE
)
DATE = re.compile(rf"\b(?:{'|'.join(MONTHS)}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\b(?:19|20)\d\d$")
VAGUE = re.compile(
    r"\b(?:tens|hundreds|thousands|millions|dozens|scores|several|many|few|numerous|multiple|countless"
    r"|number of|numbers of|amounts? of|quantit(?:y|ies) of)\b",
    re.IGNORECASE,
)


def _about(number: Number, factor: int) -> Interval:
    half = min(number.unit / 2, number.value * WIDEST) * factor
    return Interval(number.value - half, number.value + half, high_in=half == 0)


READINGS: Mapping[Qualifier, Callable[[Number], Interval]] = {
    "plain": lambda number: _about(number, 1),
    "about": lambda number: _about(number, 2),
    "over": lambda number: Interval(number.value, None, low_in=False),
    "at least": lambda number: Interval(number.value, None),
    "nearly": lambda number: Interval(number.value * NEARLY, number.value, high_in=False),
    "under": lambda number: Interval(Decimal(0), number.value, high_in=False),
    "up to": lambda number: Interval(Decimal(0), number.value),
    "exactly": lambda number: Interval(number.value, number.value),
}
"""The interval that a number means under each qualifier."""


def read(words: str) -> Figure:
    """Return a figure as its wording is to be read; without an interval where it names no number."""
    if DATE.search(words):
        return Figure(words, None, "date")
    found = [number for number in NUMBER.finditer(words) if not FRACTION.match(words, number.end())]
    if not found:
        return Figure(words, None, "vague" if VAGUE.search(words) else "none")
    lead, first = words[: found[0].start()], found[0]
    money = MONEY.search(lead)
    if len(found) > 1:
        joint = JOINED.match(words[first.end() : found[1].start()])
        if joint and bool(joint["both"]) == bool(BETWEEN.search(lead)):
            return Figure(words, _range(first, found[1]), "range", _unit(words[found[1].end() :], money))
    rest = words[first.end() :]
    before, after = LEAD.search(lead[: money.start()] if money else lead), TRAIL.match(rest)
    qualifier: Qualifier = "plain"
    if before:
        qualifier = LEADING[before["wording"].lower()]
    elif after:
        qualifier = TRAILING[after["wording"].lower()]
    return Figure(words, READINGS[qualifier](number_of(first)), qualifier, _unit(rest, money))


def _range(first: re.Match[str], second: re.Match[str]) -> Interval:
    """Return the interval of a range; a scale that stands once counts for both ends: "10 to 12 thousand"."""
    low, high = number_of(first), number_of(second)
    scaled = re.match(r"\d+(?:\.\d+)?(?=\D)", second[0])
    if scaled and re.fullmatch(r"\d+(?:\.\d+)?", first[0]):
        shared = low.value * high.value / Decimal(scaled[0])
        if shared <= high.value:
            return Interval(shared, high.value)
    return Interval(min(low.value, high.value), max(low.value, high.value))


def _unit(rest: str, money: re.Match[str] | None) -> str:
    """Return the unit of measurement, in the singular; "" where things are counted."""
    if money:
        return money["unit"].replace("US", "")
    found = UNIT.match(rest)
    if not found:
        return ""
    unit = (found["unit"] or found["sign"]).lower().removesuffix("s")
    return ONE_UNIT.get(unit, unit)


EXAMPLES = (
    "1.2 million", "3,000", "about 3,000", "more than 3,000", "at least 3,000", "nearly 3,000", "up to 3,000",
    "between 3,000 and 4,000",
)  # fmt: skip
"""One wording for each kind of reading, for the methodology page."""


def examples() -> tuple[tuple[str, str], ...]:
    """Return wordings, each with what it is read as."""
    return tuple((words, meaning(read(words))) for words in EXAMPLES)


def meaning(figure: Figure) -> str:
    """Return in words what a figure with an interval is read as: "more than 1.3 million", "2,400 to 2,600"."""
    assert figure.interval is not None
    if figure.qualifier == "nearly":
        return span(figure.interval).replace(" to ", " to just under ")
    return span(figure.interval)


def last_number(interval: Interval) -> str:
    """Return the end of an interval that has one."""
    assert interval.high is not None
    return amount(interval.high)


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
