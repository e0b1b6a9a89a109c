"""Numbers as English-language articles write them: digits, words, and both together.

    number   = digits scale* | words
    digits   = 3,000 | 3 000 | 3000 | 1.25 | 12k | 1.2m | 1.2bn
    words    = a dozen | half a million | two and a half | twenty-five thousand | a hundred and twenty | two thirds
    scale    = hundred | thousand | million | billion | trillion | dozen | lakh | crore | k | m | mn | bn | tn

Every number knows the unit of its last stated digit: 1.2 million is stated to 100,000, 3,000 to 1,000, a dozen to 1.
A fraction is a number of percent: two thirds is 66.67. Ordinals are no numbers.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factsite.analyse.figures.sieve import Sieved, lazily
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

ONES = {
    word: value
    for value, word in enumerate(
        """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """.split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "lakh": 10**5, "million": 10**6, "crore": 10**7,
    "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
SUFFIXES = {
    "k": 1000,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "bn": 10**9,
    "b": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
PARTS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10,
}  # fmt: skip
"""What a whole is divided by."""

_ONE = "|".join(sorted(ONES, key=len, reverse=True))
_TEN = "|".join(TENS)
_SCALE = rf"(?:{'|'.join(SCALES)})s?"
_SUFFIX = "|".join(sorted(SUFFIXES, key=len, reverse=True))
_DIGITS = r"\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?(?!\d)"
_SMALL = rf"(?:(?:{_TEN})(?:[-\s](?:{_ONE})\b)?|(?:{_ONE}))"
_AFTER_SCALE = "(?:(?<=hundred)|(?<=thousand)|(?<=million)|(?<=billion))"
"""Before "and" inside a number: "two hundred and six", but "two and three" are two."""
_PART = "|".join(PARTS)

_ONE_IN = lazily(
    rf"\b(?P<one_in>one|two|three|four|five|six|seven|eight|nine|\d) (?:in|out of)(?: every)? (?P<of_how_many>{_SMALL}|\d{{1,9}})\b"
    rf"(?!\s+(?:{'|'.join(SCALES)}|years?|months?|weeks?|days?|hours?))",
    re.IGNORECASE,
)
_IN_DIGITS = lazily(
    r"(?<![\d/.,])(?P<numerator>[1-9])/(?P<denominator>[2-9]|1\d)(?![\d/])(?=\s(?:of|the)\b|$)"
    rf"|(?P<digits>(?<![\w.,])(?<!\d[:/])(?:{_DIGITS}))"
    rf"(?:(?P<suffix>{_SUFFIX})\b(?!-\d)|(?P<scales>(?:[\s-]{{1,2}}(?:{_SCALE})\b)+))?(?!(?:st|nd|rd|th|s)\b)",
    re.IGNORECASE,
)
_IN_WORDS = lazily(
    rf"\b(?P<half>half an? |half[\s-](?=(?:{_SCALE})\b)|(?:a |one |three )?quarters? of an? )(?P<halved>{_SCALE})\b"
    rf"|\b(?P<part_of>half|(?:a |one |three )?quarters? of) an? (?=(?:percentage|per ?cent|hour|mile|day|year|century|kilomet|met(?:er|re)|pound|ton|point)\w*\b)"
    rf"|\b(?P<one_and>an?|one) (?=(?:hour|day|week|month|year|mile|percentage point|per ?cent|decade|century)\b and a (?:half|quarter)\b)"
    rf"|\b(?P<share>(?:(?:an?|one|two|three|four|five|seven|nine)[\s-])(?:{_PART})s?)\b(?=\s+of\b|\s+the\b|-|[.,;]|\s*$)(?!\s+of\s+an?\s+{_SCALE})"
    rf"|\b(?P<just_half>half)(?=\s+(?:of\s+)?(?:the|its|their|his|her|all|those|them|that|this|these)\b|\s*$|\s+of\b)"
    rf"|\b(?P<article>an?) (?P<articled>{_SCALE})\b(?P<beyond>(?: and)? {_SMALL}\b(?!\s+(?:{_SCALE})))?(?P<more>(?:[\s-](?:{_SCALE})\b)*)"
    rf"|\b(?P<couple>(?:an?\s)?couple(?: of)?|a pair of)(?=\s+\w)(?P<coupled>(?:\s+(?:{_SCALE})\b)*)"
    rf"|\b(?P<spelt>{_SMALL}(?:(?:{_AFTER_SCALE},? and)?[\s-](?:{_SMALL}|{_SCALE})\b(?!\s+(?:a|one)\s+(?:half|quarter)))*)"
    rf"(?:[\s-]and[\s-](?:a[\s-])?(?P<and_part>half|quarter|three[\s-]quarters)\b)?(?P<after>(?:[\s-](?:{_SCALE})\b)+)?\b(?!-?(?:thirds?|quarters?|fifths?|tenths?)\b)",
    re.IGNORECASE,
)
"""One number: a share of so many, one that begins with a digit, and one that begins with a letter; ordinals are none."""


class Number(NamedTuple):
    """A number as stated: its value, the unit of its last stated digit, and whether it is a share, in percent."""

    value: Decimal
    unit: Decimal
    share: bool = False


class Found(NamedTuple):
    """A number where it stands in a text, and whether it is spelt out."""

    start: int
    end: int
    words: str
    number: Number
    spelt: bool


def numbers(seen: Sieved) -> Iterator[Found]:
    """Yield the numbers of a text in their order."""
    end = 0
    for start in seen.beginnings:
        if start >= end and (found := _found(seen, start)):
            end = found.end()
            yield Found(
                start, end, found[0], _number_of(found), found.re is _IN_WORDS() and bool(found["spelt"])
            )


def number_at(text: str, position: int = 0) -> Number | None:
    """Return the number that begins at a place of a text."""
    found = _found(Sieved(text, text.lower(), ()), position)
    return _number_of(found) if found else None


def _found(seen: Sieved, start: int) -> re.Match[str] | None:
    """Return the number that begins at a place of a text as a match of the pattern for its kind."""
    text, small, _ = seen
    if small.startswith((" in ", " out of "), small.find(" ", start, start + 6)):
        found = _ONE_IN().match(text, start)
        if found:
            return found
    return (_IN_DIGITS() if text[start].isdecimal() else _IN_WORDS()).match(text, start)


def _number_of(found: re.Match[str]) -> Number:
    """Return what a match stands for."""
    if found.re is _IN_DIGITS():
        if found["digits"]:
            return _of_digits(found)
        return _share(int(found["numerator"]), int(found["denominator"]))
    if found.re is _ONE_IN():
        return _share(_small(found["one_in"]), _small(found["of_how_many"]))
    if found["half"]:
        words = found["half"].lower()
        share = (
            Decimal("0.5")
            if words.startswith("half")
            else Decimal("0.75")
            if "three" in words
            else Decimal("0.25")
        )
        value = share * _scale(found["halved"])
        return Number(value, _last_digit(Decimal(int(value))))
    if found["share"] or found["just_half"]:
        return _of_share(found)
    if found["part_of"]:
        words = found["part_of"].lower()
        part = Decimal("0.5") if words == "half" else Decimal("0.75") if "three" in words else Decimal("0.25")
        return Number(part, Decimal("0.1") if words == "half" else Decimal("0.01"))
    if found["one_and"]:
        quarter = re.match(r"[\w ]+? and a quarter", found.string[found.end() :], re.IGNORECASE)
        return Number(Decimal("1.25"), Decimal("0.01")) if quarter else Number(Decimal("1.5"), Decimal("0.1"))
    if found["article"]:
        return _of_article(found)
    if found["couple"]:
        factor = _scales(found["coupled"])
        return Number(2 * factor, factor)
    return _of_words(found)


def _scale(word: str) -> int:
    return SCALES[word.lower().removesuffix("s")]


def _scales(words: str | None) -> Decimal:
    """Return the product of scales: "hundred thousand"."""
    product = Decimal(1)
    for word in re.findall(r"[A-Za-z]+", words or ""):
        product *= _scale(word)
    return product


def _of_share(found: re.Match[str]) -> Number:
    """Return a fraction in percent; it is as rough as a number of its size."""
    if found["just_half"]:
        return Number(Decimal(50), Decimal(50), share=True)
    words = re.split(r"[\s-]", found["share"].lower())
    return _share(ONES.get(words[0], 1), PARTS[words[1].removesuffix("s")])


def _share(part: int, whole: int) -> Number:
    """Return so many of so many in percent."""
    value = (Decimal(100) * part / max(whole, 1)).quantize(Decimal("0.01"))
    return Number(value, value, share=True)


def _small(word: str) -> int:
    if word.isdigit():
        return int(word)
    return sum(ONES.get(part, 0) + TENS.get(part, 0) for part in re.split(r"[\s-]", word.lower()))


def _of_article(found: re.Match[str]) -> Number:
    """Return "a million", "a hundred thousand", "a hundred and twenty"."""
    scale = _scale(found["articled"])
    factor = _scales(found["more"])
    if found["beyond"]:
        rest = re.sub(r"^\s*(?:and\s)?\s*", "", found["beyond"].lower())
        value = Decimal(scale + _small(rest))
        return Number(value * factor, _last_digit(value) * factor)
    value = scale * factor
    return Number(value, factor if scale == SCALES["dozen"] else value)


def _last_digit(value: Decimal) -> Decimal:
    """Return the unit of the last digit that is not a zero of a whole number."""
    whole = format(value, "f")
    return Decimal(1).scaleb(len(whole) - len(whole.rstrip("0"))) if value else Decimal(1)


def _of_digits(found: re.Match[str]) -> Number:
    """Return digits with their scales."""
    written, suffix, scales = found["digits"], found["suffix"], found["scales"]
    digits = "".join(written.replace(",", " ").split())
    value = Decimal(digits)
    unit = Decimal(1).scaleb(-len(digits.partition(".")[2])) if "." in digits else _last_digit(value)
    if not suffix and not scales:
        return Number(value, unit)
    factor = Decimal(SUFFIXES.get((suffix or "").lower(), 1)) * _scales(scales)
    return Number(value * factor, unit * factor)


def _of_words(found: re.Match[str]) -> Number:
    """Return number words: "two hundred and fifty thousand", "two and a half million"."""
    total = current = Decimal(0)
    for word in re.findall(r"[a-z]+", found["spelt"].lower()):
        if word in ONES or word in TENS:
            current += ONES.get(word, 0) + TENS.get(word, 0)
        elif word.removesuffix("s") in ("hundred", "dozen"):
            current = max(current, Decimal(1)) * _scale(word)
        elif word.removesuffix("s") in SCALES:
            total += max(current, Decimal(1)) * _scale(word)
            current = Decimal(0)
    value = total + current
    factor = _scales(found["after"])
    if found["and_part"]:
        part = {"h": Decimal("0.5"), "q": Decimal("0.25"), "t": Decimal("0.75")}[found["and_part"][0].lower()]
        digits = Decimal("0.1") if part == Decimal("0.5") else Decimal("0.01")
        return Number((value + part) * factor, digits * factor)
    dozens = re.search(r"dozens?$", found["spelt"].lower())
    return Number(value * factor, (Decimal(1) if dozens else _last_digit(value)) * factor)
