"""Units of measurement, and what they are in one another.

Things that are counted have no unit (""). Units of one dimension can be compared; currencies cannot, for no
article says at which rate. A ton is taken for a tonne: newspapers do not tell them apart.
"""

from __future__ import annotations

import functools
import itertools
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factsite.analyse.figures.sieve import lazily
from factsite.findings import Interval
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


class Unit(NamedTuple):
    """What a unit measures, and how many of the dimension's base unit it is, from what zero."""

    dimension: str
    factor: Decimal
    zero: Decimal = Decimal(0)


_TABLE: dict[str, tuple[tuple[str, str, str], ...]] = {
    "length": (
        ("km", "1000", r"km|kilomet(?:er|re)s?|kms"), ("metre", "1", r"met(?:er|re)s?"), ("mile", "1609.344", r"miles?"),
        ("foot", "0.3048", r"feet|foot|ft"), ("inch", "0.0254", r"inch(?:es)?"), ("cm", "0.01", r"cm|centimet(?:er|re)s?"),
        ("mm", "0.001", r"mm|millimet(?:er|re)s?"), ("yard", "0.9144", r"yards?"), ("nautical mile", "1852", r"nautical miles?"),
    ),
    "mass": (
        ("kg", "1", r"kg|kgs|kilos?|kilograms?"), ("tonne", "1000", r"(?:metric )?tonnes?|metric tons?"), ("ton", "1000", r"tons?"),
        ("gram", "0.001", r"grams?"), ("pound", "0.45359237", r"lbs?|pounds?"), ("ounce", "0.0283495", r"ounces?|oz"),
    ),
    "area": (
        ("square km", "1000000", r"(?:square|sq\.?) km|(?:square|sq\.?) kilomet(?:er|re)s?|km²|km2"),
        ("square mile", "2589988.11", r"(?:square|sq\.?) miles?"),
        ("square metre", "1", r"(?:square|sq\.?) m|(?:square|sq\.?) met(?:er|re)s?|m²|sqm"), ("square foot", "0.09290304", r"(?:square|sq\.?) (?:feet|foot|ft)"),
        ("hectare", "10000", r"hectares?|ha"), ("acre", "4046.8564224", r"acres?"),
    ),
    "volume": (
        ("litre", "1", r"lit(?:er|re)s?"), ("gallon", "3.785411784", r"gallons?"), ("barrel", "158.987", r"barrels?"),
        ("cubic metre", "1000", r"cubic met(?:er|re)s?|m³"),
    ),
    "speed": (
        ("km/h", "1", r"km/h|kmh|kph|kilomet(?:er|re)s? (?:per|an) hour|km (?:per|an) hour"), ("mph", "1.609344", r"mph|miles? (?:per|an) hour"),
        ("knot", "1.852", r"knots?"),
    ),
    "time": (
        ("second", "1", r"seconds?"), ("minute", "60", r"minutes?|mins?"), ("hour", "3600", r"hours?|hrs?"), ("day", "86400", r"days?"),
        ("week", "604800", r"weeks?"), ("month", "2629746", r"months?"), ("year", "31556952", r"years?"),
        ("decade", "315569520", r"decades?"), ("century", "3155695200", r"century|centuries"),
    ),
    "power": (("watt", "1", r"watts?"), ("kilowatt", "1000", r"kw|kilowatts?"), ("megawatt", "1000000", r"mw|megawatts?"), ("gigawatt", "1000000000", r"gw|gigawatts?")),
    "energy": (("kilowatt hour", "1", r"kwh|kilowatt[- ]hours?"), ("megawatt hour", "1000", r"mwh|megawatt[- ]hours?"), ("gigawatt hour", "1000000", r"gwh|gigawatt[- ]hours?")),
    "share": (("percent", "1", r"%|per ?cent|pct"),),
    "share gained": (("percentage point", "1", r"percentage[- ]points?|points? of a percent"), ("basis point", "0.01", r"basis points?")),
    "magnitude": (("magnitude", "1", r"magnitude"),),
    "degree": (("degree", "1", r"degrees?|°"),),
    "USD": (("USD", "1", r"(?:us |u\.s\. |american )?dollars?|usd"),),
    "EUR": (("EUR", "1", r"euros?|eur"),),
    "GBP": (("GBP", "1", r"pounds? sterling|sterling|gbp"),),
    "JPY": (("JPY", "1", r"yen|jpy"),),
    "CNY": (("CNY", "1", r"yuan|renminbi"),),
    "INR": (("INR", "1", r"(?:indian )?rupees?"),),
    "RUB": (("RUB", "1", r"r(?:ou|u)bles?"),),
    "KRW": (("KRW", "1", "won"),),
    "CHF": (("CHF", "1", r"(?:swiss )?francs?"),),
} | {
    name: ((name, "1", words),)
    for name, words in {
        "krone": r"kron(?:er|e|or|a|ur)", "florin": r"florins?", "peso": r"pesos?", "lira": r"liras?|lire", "dinar": r"dinars?",
        "zloty": r"zlotys?", "forint": r"forints?", "rand": r"rand", "shilling": r"shillings?", "guilder": r"guilders?",
        "riyal": r"riyals?|rials?", "dirham": r"dirhams?", "baht": r"baht", "rupiah": r"rupiah", "ringgit": r"ringgit",
        "shekel": r"shekels?", "naira": r"naira", "hryvnia": r"hryvnias?", "crown": r"crowns?",
    }.items()
}  # fmt: skip

UNITS = {
    name: Unit(dimension, Decimal(factor)) for dimension, units in _TABLE.items() for name, factor, _ in units
} | {
    "celsius": Unit("temperature", Decimal(1)),
    "fahrenheit": Unit("temperature", Decimal(5) / 9, Decimal(-160) / 9),
}
"""The units by name: the singular, shortest where a short form is usual."""

_WORDED = {
    "celsius": r"(?:degrees?|°|º)? ?(?:celsius|centigrade|c)",
    "fahrenheit": r"(?:degrees?|°|º)? ?(?:fahrenheit|f)",
} | {
    name: pattern
    for units in _TABLE.values()
    for name, _, pattern in sorted(units, key=lambda unit: -len(unit[0]))
}
_BY_LENGTH = sorted(
    _WORDED.items(),
    key=lambda item: (item[0] in ("pound", "metre", "mile", "foot", "degree", "km", "watt"), 0),
)
_FOLLOWED = {
    "degree": lazily(r"(?! ?(?:celsius|fahrenheit|c\b|f\b))"),
    "KRW": lazily(
        r"(?=[ ,.;)]|$)(?! (?:the|a|an|by|in|seats?|medals?|votes?|at|his|her|their|its|more|over|all|both|on|for|from|and)\b)"
    ),
    "crown": lazily("(?= |[.,;])"),
}
"""What must follow words that mean something else, too."""

_WORD = lazily(r"[\s-]{0,2}([a-z]+|[%°º])")
_TOKEN = lazily(r"(?:\(\?:(?P<either>[^()]*)\)|\[(?P<one>[^]]*)\]|\\?(?P<letter>.))(?P<maybe>\??)")


def _spellings(pattern: str) -> Iterator[str]:
    """Yield everything that a pattern of the table matches."""
    for alternative in re.split(r"\|(?![^(]*\))", pattern):
        parts = [[*_choices(token), *[""] * bool(token["maybe"])] for token in _TOKEN().finditer(alternative)]
        yield from map("".join, itertools.product(*parts))


def _choices(token: re.Match[str]) -> Iterable[str]:
    return _spellings(token["either"]) if token["either"] else token["one"] or token["letter"]


@functools.cache
def _by_first_word() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return every spelling of a unit with its name, by its first word, in the order in which they are tried."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, pattern in _BY_LENGTH:
        for spelling in sorted(_spellings(pattern), key=len, reverse=True):
            word = _WORD().match(spelling)
            assert word is not None
            found.setdefault(word[1], []).append((spelling, name))
    return found


def unit_after(small: str, end: int) -> tuple[str, int] | None:
    """Return the unit right after a number that ends at a place of a text in small letters, and where it ends itself."""
    word = _WORD().match(small, end)
    for spelling, name in _by_first_word().get(word[1], ()) if word else ():
        stop = word.start(1) + len(spelling)  # type: ignore[union-attr]
        if small.startswith(spelling, word.start(1)) and _ends(small, stop):  # type: ignore[union-attr]
            follows = _FOLLOWED.get(name)
            if follows is None or follows().match(small, stop):
                return name, stop
    return None


def _ends(small: str, stop: int) -> bool:
    """Say whether a word ends at a place, and is not joined with a number."""
    after = small[stop : stop + 1]
    if after == "-":
        return not small[stop + 1 : stop + 2].isdecimal()
    return not (after.isascii() and after.isalpha())


SIGNS = {"$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW",
         "Rs": "INR", "Rs.": "INR", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "CHF": "CHF"}  # fmt: skip
_MONEY = lazily(r"(?<!\w)(?P<sign>(?:US|A|C|HK|NZ|S)?\$|£|€|¥|₹|₽|₩|Rs\.?|USD|EUR|GBP|CHF)\s?$")
_LAST_OF_SIGNS = frozenset(sign[-1] for sign in SIGNS)


def money_before(text: str, number: int) -> tuple[str, int] | None:
    """Return the currency of a number that begins at a place of a text, and where its sign begins."""
    if text[max(0, number - 2) : number].rstrip()[-1:] not in _LAST_OF_SIGNS:
        return None
    found = _MONEY().search(text, max(0, number - 5), number)
    return (SIGNS[found["sign"]], found.start()) if found else None


MONEY_UNITS = frozenset(name for name, unit in UNITS.items() if name.isupper() or unit.dimension == name) - {
    "magnitude",
    "degree",
}
"""The currencies."""


def dimension(unit: str) -> str:
    """Return what a unit measures; a currency, and things that are counted, measure only themselves."""
    return UNITS[unit].dimension if unit in UNITS else unit


def converted(interval: Interval, unit: str, into: str) -> Interval:
    """Return an interval in another unit of its dimension."""
    if unit == into:
        return interval
    old, new = UNITS[unit], UNITS[into]

    def convert(value: Decimal) -> Decimal:
        return (value * old.factor + old.zero - new.zero) / new.factor

    high = None if interval.high is None else convert(interval.high)
    return Interval(convert(interval.low), high, interval.low_in, interval.high_in)
