"""Numbers as English-language articles write them: digits, words, and both together.

    number   = digits scale* | words
    digits   = 3,000 | 3 000 | 3000 | 1.25 | 12k | 1.2m | 1.2bn
    words    = a dozen | half a million | two and a half | twenty-five thousand | a quarter of a million
    scale    = hundred | thousand | million | billion | trillion | dozen | k | m | mn | bn | tn

Every number knows the unit of its last stated digit: 1.2 million is stated to 100,000, 3,000 to 1,000, a dozen to 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

ONES = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
SUFFIXES = {"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}

_SMALL = "|".join((*ONES, *TENS))
_SCALE = "|".join(SCALES)
_SUFFIX = "|".join(sorted(SUFFIXES, key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?(?!\d)"
_SPELT = rf"(?:{_SMALL})(?:-(?:{'|'.join(ONES)}))?"

NUMBER = re.compile(
    rf"(?P<digits>(?<![\w.,])(?:{_DIGITS}))(?:(?P<suffix>{_SUFFIX})\b|(?P<scales>(?:[\s-](?:{_SCALE})\b)+))?(?!(?:st|nd|rd|th)\b)"
    rf"|\b(?P<half>half an? |(?:a |one )?quarter of an? )(?P<halved>{_SCALE})\b"
    rf"|\b(?P<article>an?) (?P<articled>{_SCALE})\b(?: (?P<more>{_SCALE})\b)?"
    rf"|\b(?P<spelt>{_SPELT}(?:(?: and)?[\s-](?:{_SPELT}|{_SCALE})\b)*)(?P<and_half> and a half)?(?P<after>(?:[\s-](?:{_SCALE})\b)+)?\b",
    re.IGNORECASE,
)
"""One number; ordinals are none."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as stated: its value, the unit of its last stated digit, and whether it was given in digits."""

    value: Decimal
    unit: Decimal


def number_of(found: re.Match[str]) -> Number:
    """Return the value of a match of ``NUMBER``."""
    if found["digits"]:
        return _of_digits(found)
    if found["half"]:
        share = Decimal("0.5") if found["half"].lower().startswith("half") else Decimal("0.25")
        value = share * SCALES[found["halved"].lower()]
        return Number(value, value)
    if found["article"]:
        value = Decimal(SCALES[found["articled"].lower()] * SCALES.get((found["more"] or "").lower(), 1))
        return Number(value, Decimal(1) if found["articled"].lower() == "dozen" else value)
    return _of_words(found)


def _of_digits(found: re.Match[str]) -> Number:
    """Return digits with their scales; the unit is that of the last digit that is not a zero of a whole number."""
    digits = re.sub(r"[,\s]", "", found["digits"])
    factor = Decimal(SUFFIXES.get((found["suffix"] or "").lower(), 1))
    for scale in re.findall(r"\w+", found["scales"] or ""):
        factor *= SCALES[scale.lower()]
    value = Decimal(digits)
    if "." in digits:
        unit = Decimal(1).scaleb(-len(digits.partition(".")[2]))
    else:
        unit = Decimal(1).scaleb(len(digits) - len(digits.rstrip("0"))) if value else Decimal(1)
    return Number(value * factor, unit * factor)


def _of_words(found: re.Match[str]) -> Number:
    """Return number words: "two hundred and fifty thousand", "two and a half million"."""
    total = current = Decimal(0)
    for word in re.findall(r"[a-z]+", found["spelt"].lower()):
        if word in ONES or word in TENS:
            current += ONES.get(word, 0) + TENS.get(word, 0)
        elif word in ("hundred", "dozen"):
            current = max(current, Decimal(1)) * SCALES[word]
        elif word in SCALES:
            total += max(current, Decimal(1)) * SCALES[word]
            current = Decimal(0)
    value = total + current
    factor = Decimal(1)
    for scale in re.findall(r"\w+", found["after"] or ""):
        factor *= SCALES[scale.lower()]
    if found["and_half"]:
        return Number((value + Decimal("0.5")) * factor, Decimal("0.5") * factor)
    whole = format(value, "f")
    zeros = len(whole) - len(whole.rstrip("0")) if value else 0
    return Number(value * factor, Decimal(1).scaleb(zeros) * factor)
