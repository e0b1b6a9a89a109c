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

from factsite.analyse.figures.numbers import SCALES, numbers
from factsite.analyse.figures.qualifiers import READINGS, qualified_after, qualified_before
from factsite.analyse.figures.sieve import lazily
from factsite.analyse.figures.units import money_before, unit_after
from factsite.findings import Figure, Interval, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.analyse.figures.numbers import Found
    from factsite.analyse.figures.sieve import Sieved

BEYOND = Decimal(10) ** 30
"""From here on digits and scales count nothing."""


WINDOW = 48
"""So many characters before a number are searched for what qualifies it."""

JOINED = lazily(
    rf"(?<!\s)\s*+(?P<unit>%|per\s?cent)?\s*+(?:-?(?:{'|'.join(SCALES)}))?\s*+(?:–|—|-to-|-|\bto\b|(?P<either>\bor\b)|(?P<both>\band\b))\s*+"
    r"(?:as\s(?:many|much)\sas\s|about\s|around\s|perhaps\s|even\s|possibly\s|maybe\s)?(?:(?:US|A|C)?\$|£|€|¥|₹)?$",
    re.IGNORECASE,
)
BETWEEN = lazily(
    r"\bbetween\s+(?:about\s|around\s|roughly\s|an\sestimated\s|some\s)?(?:(?:US|A|C)?\$|£|€)?$",
    re.IGNORECASE,
)
CHANGED = lazily(
    r"\b(?:rose|risen|rise|rising|rises|increas\w+|grew|grown|growing|climb\w*|jump\w*|soar\w*|surg\w*|fell|fall\w*|drop\w*|declin\w*|decreas\w*|cut|cutting|"
    r"slash\w*|rais\w*|lower\w*|reduc\w*|went|gone|mov\w*|chang\w*|revis\w*|up|down|doubl\w*|tripl\w*|quadrupl\w*|swell\w*|plung\w*|slid\w*|slipp\w*|expand\w*|shrink\w*|shrunk|shrank|improv\w*|downgrad\w*|upgrad\w*)\b[^.;]{0,60}\bfrom\s+(?:about\s|around\s|just\s|nearly\s|almost\s|over\s|more than\s|some\s)*(?:(?:US|A|C)?\$|£|€)?$",
    re.IGNORECASE,
)
"""Before "from 10 to 20" this tells a change from a range."""

VAGUE = lazily(
    rf"\b(?:(?:(?:several|many|a few|some|tens of|hundreds of|thousands of) )?(?:tens|hundreds|thousands|millions|billions|dozens|scores)"
    rf"(?: of (?:thousands|millions|billions))?|(?:several|many|a few|few|numerous|multiple|countless|untold)(?: (?:{'|'.join(SCALES)}))?"
    r"|(?:an? |the )?(?:[\w-]{1,60} )?(?:numbers?|amounts?|quantit(?:y|ies)|handful|majority|minority|lot|lots|fraction|share) of)\b",
    re.IGNORECASE,
)
"""An amount without a number."""


AROUND = lazily(
    r"\b(?:between|from|about|around|roughly|an?\sestimated|some|approximately)\s*$", re.IGNORECASE
)
BELOW = lazily(r"(?:(?:^|[\s(])[-−]|\bminus\s)$")
MAGNITUDE = lazily(r"\bmagnitude (?:of )?(?:about |around )?$")
QUAKE = lazily(r"\d\.\d[\s-](?:\w+\s)?(?:earthquake|quake|aftershock|tremor|temblor)")
OF_WEIGHT = lazily(r"(?<!\s)\s+(?:of|in weight|heavier|lighter)\b")

LARGE = tuple(SCALES)[3:]
"""Nothing is weighed in so many pounds: they are money."""


def amounts(seen: Sieved, taken: Sequence[tuple[int, int]] = ()) -> Iterator[Mention]:
    """Yield the amounts of a text in their order; ``taken`` are stretches that hold something else, such as dates and names."""
    no_amounts = _merged(taken)
    starts = [start for start, _ in no_amounts]
    found = [
        number
        for number in numbers(seen)
        if not _overlaps((number.start, number.end), no_amounts, starts)
        and not _pronoun(number, seen.text)
        and number.number.value < BEYOND
    ]
    position = 0
    while position < len(found):
        mention, used = _amount(seen, found[position : position + 2])
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


ONE_OF = lazily(
    r"(?<!\s)\s*(?:of\s(?:the|its|his|her|their|those|these|our|us|them|my|your|two|a|an|several|many|only|[A-Z]\w+)|another|day|thing|hand|side|way|such|who|that|to|is|was|has|or|which|would|could|can|might|cannot|should|must|too|,|\.|;|:|-sided|[’']s|more\b)",
    re.IGNORECASE,
)
NO_ONE = lazily(
    r"\b(?:no|any|some|every|each|the|this|that|which|only|first|last|next|latest|not)\s*-?$", re.IGNORECASE
)


def _pronoun(found: Found, text: str) -> bool:
    """Say whether "one" stands for a person or thing, and counts nothing."""
    if found.words.lower() != "one":
        return False
    return bool(
        ONE_OF().match(text, found.end)
        or NO_ONE().search(text[max(0, found.start - 10) : found.start])
        or found.end == len(text)
    )


def _amount(seen: Sieved, found: Sequence[Found]) -> tuple[Mention, int]:
    """Return the amount that begins with the first of one or two numbers, and how many of them it is made of."""
    text, small, _ = seen
    first = found[0]
    offset = max(0, first.start - WINDOW)
    money = money_before(text, first.start)
    begin = money[1] if money else first.start
    if len(found) > 1:
        joint = JOINED().fullmatch(text, first.end, found[1].start)
        if joint and _is_range(first, found[1], joint, text[offset : first.start]):
            return _ends(seen, first, found[1], joint, money, begin), 2
    unit, end = _unit(seen, first.start, first.end, money)
    number = first.number
    if number.share and not unit:
        unit = "percent"
    lead = small[offset:begin]
    qualifier, start = "plain", begin
    if before := qualified_before(lead):
        qualifier, start = before[0], offset + before[1]
    elif after := qualified_after(small, end):
        qualifier, end = after
    interval = READINGS[qualifier](number)
    if qualifier == "plain" and _below_zero(first.words, text[offset:begin]):
        interval = Interval(-number.value - (number.value - interval.low), -interval.low)
    kind = "over" if qualifier == "just over" else qualifier
    return Mention(Figure(text[start:end], interval, kind, unit), start, end, first.start), 1  # type: ignore[arg-type]


def _ends(
    seen: Sieved, first: Found, second: Found, joint: re.Match[str], money: tuple[str, int] | None, begin: int
) -> Mention:
    """Return the amount of which two numbers are the ends."""
    unit, end = _unit(seen, first.start, second.end, money or money_before(seen.text, second.start))
    unit = unit or ("percent" if joint["unit"] else "")
    around = AROUND().search(seen.text[max(0, first.start - WINDOW) : begin])
    start = max(0, first.start - WINDOW) + around.start() if around else begin
    return Mention(
        Figure(seen.text[start:end], _range(first, second), "range", unit), start, end, first.start
    )


def _below_zero(words: str, lead: str) -> bool:
    """Say whether a number is negative: "-5", "minus 5"."""
    return words[0].isdecimal() and lead.rstrip().endswith(("-", "−", "minus")) and bool(BELOW().search(lead))


def _is_range(first: Found, second: Found, joint: re.Match[str], before: str) -> bool:
    """Say whether two numbers are the ends of one range, and not two figures, a score or a change."""
    low, high = first.number.value, second.number.value
    if joint["both"]:
        return bool(BETWEEN().search(before))
    low = _shared(first, second) or low
    if joint["either"]:
        return low < high <= 2 * low or (low < high and high - low == 1)
    return low < high and not CHANGED().search(before)


def _shared(first: Found, second: Found) -> Decimal | None:
    """Return the first end of a range whose scale stands once, at the second: "10 to 12 thousand"."""
    bare = re.fullmatch(r"\d+(?:\.\d+)?", first.words)
    scaled = re.match(r"\d+(?:\.\d+)?(?=\D)", second.words)
    low, high = first.number.value, second.number.value
    if bare and scaled and Decimal(scaled[0]):
        shared = low * high / Decimal(scaled[0])
        return shared if shared <= high else None
    words = SCALES.keys() & set(re.findall(r"[a-z]+", second.words.lower()))
    if words and first.spelt and second.spelt and not any(scale in first.words.lower() for scale in SCALES):
        for word in words:
            low *= SCALES[word]
        return low if low <= high else None
    return None


def _range(first: Found, second: Found) -> Interval:
    """Return the interval of a range."""
    low, high = _shared(first, second) or first.number.value, second.number.value
    return Interval(min(low, high), max(low, high))


def _unit(seen: Sieved, begin: int, end: int, money: tuple[str, int] | None) -> tuple[str, int]:
    """Return the unit of measurement after a number, and where it ends; "" where things are counted."""
    text, small, _ = seen
    if money:
        return money[0], end
    if small.find("magnitude ", max(0, begin - 24), begin) >= 0 and MAGNITUDE().search(
        small[max(0, begin - 24) : begin]
    ):
        return "magnitude", end
    if end == begin + 3 and QUAKE().match(text, begin):
        return "magnitude", end
    found = unit_after(small, end)
    if found is None:
        return "", end
    if found[0] == "pound" and small.endswith(LARGE, 0, end) and not OF_WEIGHT().match(text, found[1]):
        return "GBP", found[1]
    return found
