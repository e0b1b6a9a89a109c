"""Where in a text a figure may begin: what is tried there and nowhere else.

Nearly every place of a text is no figure, and the patterns of figures are large. One small pattern goes over the text
first, in small letters, and looks only at the beginnings of words; it may take what is none, and never leaves out one.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def lazily(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> Callable[[], re.Pattern[str]]:
    """Return what compiles a pattern when it is first asked for: most runs need few of them, and compiling is slow."""
    return functools.cache(lambda: re.compile(pattern, flags))


def by_first_letter(patterns: Iterable[str]) -> str:
    """Return a pattern of what any of several matches, put together by their first letters, so that few are tried."""
    groups: dict[str, list[str]] = {}
    for pattern in patterns:
        groups.setdefault(pattern[0], []).append(pattern[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in groups.items())


_SCALE = "dozen|hundred|thousand|lakh|million|crore|billion|trillion"
_TIME = "day|week|month|year|decade|hour|minute|centur"
_PART = r"early|mid[\s-]|late[\s-]|beginning\s|start\s|middle\s|end\s|first\shalf|second\shalf"
_NEAR = r"(?:last|past|this|next|previous)\s"

NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twel", "thirt", "fift",
    "twent", "fort", "half", "quarter", "couple",
    rf"an?[\s-](?:{_SCALE}|{_TIME}|half|halve|third|quarter|fifth|sixth|eighth|tenth|couple|pair|mile|per|and)",
)  # fmt: skip
"""What a number in words begins with."""

MULTIPLES = ("doubl", "redoubl", "tripl", "trebl", "quadrupl", "quintupl", "halv", "twice", "thrice")
"""What a figure that only relates to another begins with, besides numbers."""

CAPITALIZED = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
"""What a date begins with where it is written with a capital letter."""

DATES = (
    *CAPITALIZED, r"h[12]\s", r"q[1-4]\s",
    rf"the\s(?:very\s|{_PART}|last\s|past\s|\d|{_TIME})", rf"very\s(?:{_PART})", "early", rf"earlier\s{_NEAR}", r"mid[\s-]", rf"late(?:[\s-]|r\s{_NEAR})",
    r"beginning\sof", r"start\sof", r"middle\sof", r"end\sof", r"first(?:\shalf|[\s-]quarter)", r"second(?:\shalf|[\s-]quarter)",
    r"third[\s-]quarter", r"fourth[\s-]quarter", r"final[\s-]quarter", r"last[\s-]quarter",
    *(rf"{season}(?:\sof)?\s\d" for season in ("spring", "summer", "autumn", "fall", "winter")),
    *(rf"{which}\s(?:mon|tues|wednes|thurs|fri|satur|sun|week|year|night|jan|feb|mar|apr|may|ju|aug|sep|oct|nov|dec)" for which in ("last", "past", "this", "next", "previous")),
    "yesterday", "today", "tomorrow", "tonight", rf"few\s(?:{_TIME}|and)", r"few-and",
    *(rf"{word}\sthe\s(?:last|past)\s" for word in ("over", "in", "during", "for", "within", "throughout", "of")),
)  # fmt: skip
"""What a date begins with, in small letters."""

_BEGINNING = lazily(
    rf"[^a-z0-9](?=\d|{by_first_letter((*NUMBERS, *MULTIPLES, *DATES, 'several times', 'many times'))})"
)


class Sieved(NamedTuple):
    """A text, the same in small letters, and where figures may begin in it."""

    text: str
    small: str
    beginnings: tuple[int, ...]


def sieved(text: str) -> Sieved:
    """Return a text with the places at which a figure may begin, in their order."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower()[0] for letter in text)
    return Sieved(text, small, tuple([found.start() for found in _BEGINNING().finditer(" " + small)]))
