"""Amounts as intervals: the numbers that a wording leaves possible.

    amount    = [qualifier] (range | number) [unit] [qualifier-after]
    range     = between number and number | number (– | - | to | or) number
    qualifier = about | around | nearly | over | more than | at least | up to | … (``qualifiers``)

A plain number is read with the precision it is stated to: half a unit of its last digit on either side, at most five
parts in a hundred. "About" doubles that. "Nearly" reaches from nine tenths of the number up to it, the number itself
not included, and "just over" from it up to eleven tenths; "over" and "at least" have no end, "up to" begins at nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING

from factsite.analyse.figures.names import names_and_scores
from factsite.analyse.figures.numbers import NUMBER, SCALES, number_of
from factsite.analyse.figures.qualifiers import LEAD, LEADING, READINGS, TRAIL, TRAILING
from factsite.analyse.figures.units import MONEY, SIGNS, UNIT, named
from factsite.findings import Figure, Interval, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


BEYOND = Decimal(10) ** 30
"""From here on digits and scales count nothing."""


WINDOW = 48
"""So many characters before a number are searched for what qualifies it."""

JOINED = re.compile(
    rf"\s*(?P<unit>%|per\s?cent)?\s*(?:-?(?:{'|'.join(SCALES)}))?\s*(?:–|—|-to-|-|\bto\b|(?P<either>\bor\b)|(?P<both>\band\b))\s*"
    r"(?:as\s(?:many|much)\sas\s|about\s|around\s|perhaps\s|even\s|possibly\s|maybe\s)?(?:(?:US|A|C)?\$|£|€|¥|₹)?$",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    r"\bbetween\s+(?:about\s|around\s|roughly\s|an\sestimated\s|some\s)?(?:(?:US|A|C)?\$|£|€)?$",
    re.IGNORECASE,
)
CHANGED = re.compile(
    r"\b(?:rose|risen|rise|rising|rises|increas\w+|grew|grown|growing|climb\w*|jump\w*|soar\w*|surg\w*|fell|fall\w*|drop\w*|declin\w*|decreas\w*|cut|cutting|"
    r"slash\w*|rais\w*|lower\w*|reduc\w*|went|gone|mov\w*|chang\w*|revis\w*|up|down|doubl\w*|tripl\w*|quadrupl\w*|swell\w*|plung\w*|slid\w*|slipp\w*|expand\w*|shrink\w*|shrunk|shrank|improv\w*|downgrad\w*|upgrad\w*)\b[^.;]{0,60}\bfrom\s+(?:about\s|around\s|just\s|nearly\s|almost\s|over\s|more than\s|some\s)*(?:(?:US|A|C)?\$|£|€)?$",
    re.IGNORECASE,
)
"""Before "from 10 to 20" this tells a change from a range."""

RELATION = re.compile(
    r"\b(?:more than |almost |nearly |over |roughly |about |at least |less than )?(?:(?:re)?doubl(?:ed|es|ing|e)|tripl(?:ed|es|ing|e)|trebl(?:ed|es|ing|e)"
    r"|quadrupl(?:ed|es|ing|e)|quintupl(?:ed|es|ing|e)|halv(?:ed|es|ing)|twice|thrice|(?:two|three|four|five|six|seven|eight|nine|ten|\d+)[- ]?fold"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|\d+(?:\.\d+)?|half|several|many) times (?:as|more|the|higher|larger|that|what|its|bigger|less|lower|over)\b)"
    r"(?: (?:as (?:many|much|large|high|big|long|often)|(?:the|that|its|their|last) [\w’' -]{3,30}))?",
    re.IGNORECASE,
)
"""A figure that says what another is multiplied by."""

VAGUE = re.compile(
    rf"\b(?:(?:(?:several|many|a few|some|tens of|hundreds of|thousands of) )?(?:tens|hundreds|thousands|millions|billions|dozens|scores)"
    rf"(?: of (?:thousands|millions|billions))?|(?:several|many|a few|few|numerous|multiple|countless|untold)(?: (?:{'|'.join(SCALES)}))?"
    r"|(?:an? |the )?(?:[\w-]+ )?(?:numbers?|amounts?|quantit(?:y|ies)|handful|majority|minority|lot|lots|fraction|share) of)\b",
    re.IGNORECASE,
)
"""An amount without a number."""


def amounts(text: str, taken: Sequence[tuple[int, int]] = ()) -> Iterator[Mention]:
    """Yield the amounts of a text in their order; ``taken`` are stretches that hold something else, such as dates."""
    no_amounts = _merged([*taken, *names_and_scores(text)])
    starts = [start for start, _ in no_amounts]
    numbers = [found for found in NUMBER.finditer(text) if not _overlaps(found.span(), no_amounts, starts)]
    numbers = [found for found in numbers if not _pronoun(found, text) and number_of(found).value < BEYOND]
    position = 0
    while position < len(numbers):
        mention, used = _amount(text, numbers[position : position + 2])
        yield mention
        position += used


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _overlaps(span: tuple[int, int], others: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    """Say whether a stretch overlaps one of others, which are in order and apart from each other."""
    before = bisect_left(starts, span[1]) - 1
    return before >= 0 and others[before][1] > span[0]


ONE_OF = re.compile(
    r"\s*(?:of\s(?:the|its|his|her|their|those|these|our|us|them|my|your|two|a|an|several|many|only|[A-Z]\w+)|another|day|thing|hand|side|way|such|who|that|to|is|was|has|or|which|would|could|can|might|cannot|should|must|too|,|\.|;|:|-sided|[’']s|more\b)",
    re.IGNORECASE,
)
NO_ONE = re.compile(
    r"\b(?:no|any|some|every|each|the|this|that|which|only|first|last|next|latest|not)\s*-?$", re.IGNORECASE
)


def _pronoun(found: re.Match[str], text: str) -> bool:
    """Say whether "one" stands for a person or thing, and counts nothing."""
    if found[0].lower() != "one":
        return False
    return bool(
        ONE_OF.match(text, found.end())
        or NO_ONE.search(text[max(0, found.start() - 10) : found.start()])
        or found.end() == len(text)
    )


def _amount(text: str, found: Sequence[re.Match[str]]) -> tuple[Mention, int]:
    """Return the amount that begins with the first of one or two numbers, and how many of them it is made of."""
    first = found[0]
    offset = max(0, first.start() - WINDOW)
    before = text[offset : first.start()]
    money = MONEY.search(before)
    lead = before[: money.start()] if money else before
    joint = JOINED.fullmatch(text, first.end(), found[1].start()) if len(found) > 1 else None
    if joint and _is_range(first, found[1], joint, before):
        unit, end = _unit(
            text,
            first.start(),
            found[1].end(),
            money or MONEY.search(text[max(0, found[1].start() - 4) : found[1].start()]),
        )
        unit = unit or ("percent" if joint["unit"] else "")
        around = re.search(
            r"\b(?:between|from|about|around|roughly|an?\sestimated|some|approximately)\s*$",
            lead,
            re.IGNORECASE,
        )
        start = offset + (around.start() if around else money.start() if money else len(before))
        figure = Figure(text[start:end], _range(first, found[1]), "range", unit)
        return Mention(figure, start, end, first.start()), 2
    unit, end = _unit(text, first.start(), first.end(), money)
    number = number_of(first)
    if number.share and not unit:
        unit = "percent"
    before_it, after_it = LEAD.search(lead), TRAIL.match(text, end)
    qualifier, start = "plain", offset + (money.start() if money else len(before))
    if before_it:
        qualifier, start = (
            LEADING[re.sub(r"\s", " ", before_it["wording"].lower())],
            offset + before_it.start(),
        )
    elif after_it:
        qualifier = TRAILING[re.sub(r"\s", " ", after_it["wording"].lower())]
        end = after_it.end()
    interval = READINGS[qualifier](number)
    if _below_zero(text, first, lead):
        interval = (
            Interval(-number.value - (number.value - interval.low), -interval.low)
            if qualifier == "plain"
            else interval
        )
    kind = "over" if qualifier == "just over" else qualifier
    return Mention(Figure(text[start:end], interval, kind, unit), start, end, first.start()), 1  # type: ignore[arg-type]


def _below_zero(text: str, found: re.Match[str], lead: str) -> bool:
    """Say whether a number is negative: "-5", "minus 5"."""
    return bool(re.search(r"(?:(?:^|[\s(])[-−]|\bminus\s)$", lead)) and bool(re.match(r"\d", found[0]))


def _is_range(first: re.Match[str], second: re.Match[str], joint: re.Match[str], before: str) -> bool:
    """Say whether two numbers are the ends of one range, and not two figures, a score or a change."""
    low, high = number_of(first).value, number_of(second).value
    if joint["both"]:
        return bool(BETWEEN.search(before))
    low = _shared(first, second) or low
    if joint["either"]:
        return low < high <= 2 * low or (low < high and high - low == 1)
    return low < high and not CHANGED.search(before)


def _shared(first: re.Match[str], second: re.Match[str]) -> Decimal | None:
    """Return the first end of a range whose scale stands once, at the second: "10 to 12 thousand"."""
    bare = re.fullmatch(r"\d+(?:\.\d+)?", first[0])
    scaled = re.match(r"\d+(?:\.\d+)?(?=\D)", second[0])
    low, high = number_of(first), number_of(second)
    words = SCALES.keys() & set(re.findall(r"[a-z]+", second[0].lower()))
    if bare and scaled and Decimal(scaled[0]):
        shared = low.value * high.value / Decimal(scaled[0])
        return shared if shared <= high.value else None
    if (
        words
        and not re.search(rf"\b(?:{'|'.join(SCALES)})", first[0].lower())
        and first["spelt"]
        and second["spelt"]
    ):
        factor = Decimal(1)
        for word in words:
            factor *= SCALES[word]
        return low.value * factor if low.value * factor <= high.value else None
    return None


def _range(first: re.Match[str], second: re.Match[str]) -> Interval:
    """Return the interval of a range."""
    low, high = _shared(first, second) or number_of(first).value, number_of(second).value
    return Interval(min(low, high), max(low, high))


def _unit(text: str, begin: int, end: int, money: re.Match[str] | None) -> tuple[str, int]:
    """Return the unit of measurement after a number, and where it ends; "" where things are counted."""
    if money:
        return SIGNS[money["sign"]], end
    if re.search(
        r"\bmagnitude (?:of )?(?:about |around )?$", text[max(0, begin - 24) : begin], re.IGNORECASE
    ):
        return "magnitude", end
    if re.fullmatch(r"\d\.\d", text[begin:end]) and re.match(
        r"[\s-](?:\w+\s)?(?:earthquake|quake|aftershock|tremor|temblor)", text[end:]
    ):
        return "magnitude", end
    found = UNIT.match(text, end)
    if found is None:
        return "", end
    unit = named(found)
    if (
        unit == "pound"
        and not re.match(r"\s+(?:of|in weight|heavier|lighter)\b", text[found.end() :])
        and re.search(rf"(?:{'|'.join(list(SCALES)[3:])})$", text[max(0, end - 20) : end], re.IGNORECASE)
    ):
        unit = "GBP"
    return unit, found.end()
