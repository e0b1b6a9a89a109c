"""What qualifies a number, and the interval that the number then means."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factsite.analyse.figures.sieve import lazily
from factsite.findings import Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from factsite.analyse.figures.numbers import Number

WIDEST = Decimal("0.05")
"""A plain number means itself, give or take this share of it at most."""

NEARLY = Decimal("0.9")
"""From this share of a number on one may say "nearly"."""

JUST_OVER = Decimal("1.1")
"""Up to this multiple of a number one may say "just over"."""

Wording = tuple[str, ...]

BEFORE: Mapping[str, Wording] = {
    "about": ("about", "around", "some", "roughly", "approximately", "approx.", "approx", "circa", "ca.", "c.", "an estimated",
              "estimated at", "estimated", "in the region of", "in the order of", "on the order of", "somewhere around",
              "in the neighborhood of", "in the vicinity of", "more or less", "give or take", "~", "≈", "∼"),
    "over": ("over", "more than", "surpassing", "surpassed", "surpasses", "exceeding", "exceeded", "exceeds", "in excess of",
             "above", "upwards of", "upward of", "topping", "topped", "tops", "greater than", "larger than", "higher than",
             "bigger than", "north of", "well over", "well above", "far more than", "many more than", "much more than", "longer than",
             "no fewer than", "beyond", ">"),
    "just over": ("just over", "slightly over", "slightly more than", "a little over", "a little more than", "little more than",
                  "just above", "slightly above", "just more than", "a bit more than", "a bit over", "a shade over"),
    "at least": ("at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of", "minimum of",
                 "at a minimum", "at the very least", "≥", "as few as"),
    "nearly": ("nearly", "almost", "just under", "close to", "approaching", "just short of", "slightly less than",
               "slightly under", "a little under", "a little less than", "not quite", "just below", "slightly fewer than",
               "just less than", "close on", "nearing", "virtually", "practically", "slightly below", "just shy of", "shy of"),
    "under": ("under", "below", "fewer than", "less than", "lower than", "smaller than", "well under", "well below", "far fewer than",
              "far less than", "much less than", "south of", "short of", "<"),
    "up to": ("up to", "as many as", "as much as", "as high as", "at most", "no more than", "not more than", "a maximum of",
              "maximum of", "at the most", "at a maximum", "no greater than", "not exceeding", "capped at", "≤", "as long as"),
    "exactly": ("exactly", "precisely"),
}  # fmt: skip

AFTER: Mapping[str, Wording] = {
    "at least": ("or more", "and more", "plus", "-plus", "+", "or over", "or above", "or higher", "and counting", "and above",
                 "and over", "at least", "at the very least", "or greater", "at a minimum"),
    "about": ("or so", "give or take", "or thereabouts", "-odd", "odd", "-ish"),
    "up to": ("or less", "or fewer", "at most", "at the most", "at a maximum", "or under", "or below"),
}  # fmt: skip


LEADING = {wording: qualifier for qualifier, several in BEFORE.items() for wording in several} | {
    "no fewer than": "at least"
}
TRAILING = {wording: qualifier for qualifier, several in AFTER.items() for wording in several}
"""The qualifier of each wording."""

FILLERS = (
    "a total of", "an total of", "total of", "the", "another", "an additional", "a further", "an estimated", "a record", "their", "its", "some",
    "about", "around", "roughly", "approximately", "the same",
)  # fmt: skip
"""What may stand between a wording and the number."""


def ends_in(wordings: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return wordings by the last word of each, the longest first, for ``ending``."""
    ends: dict[str, tuple[str, ...]] = {}
    for wording in sorted(wordings, key=len, reverse=True):
        last = wording.rpartition(" ")[2]
        ends[last] = (*ends.get(last, ()), wording)
    return ends


LONGEST_WORD = 40
"""No word of a wording has so many letters."""

_LEADING, _FILLERS = ends_in(LEADING), ends_in(FILLERS)
_LAST = lazily(r"(?:(?<![a-z])[a-z]+\.?|[~≈∼>≥<≤])$")
_OTHER_SPACE = lazily(r"\s")


def ending(lead: str, ends: Mapping[str, tuple[str, ...]]) -> str:
    """Return the longest of some wordings that words in small letters end in, as words of their own."""
    last = lead[lead.rfind(" ") + 1 :]
    if last not in ends and not last.isalpha():
        found = _LAST().search(last[-LONGEST_WORD:])
        last = found[0] if found else ""
    for wording in ends.get(last, ()):
        if lead.endswith(wording):
            before = lead[-len(wording) - 1 : -len(wording)]
            if not (before.isalnum() or before in ("_", ".")):
                return wording
    return ""


def qualified_before(lead: str) -> tuple[str, int] | None:
    """Return what qualifies a number that a text in small letters leads to, and where in it the wording begins."""
    if not lead.isprintable():
        lead = _OTHER_SPACE().sub(" ", lead)
    words = lead.rstrip()
    filler = ending(lead[:-1], _FILLERS) if len(lead) == len(words) + 1 else ""
    if filler:
        farther = words.removesuffix(filler).rstrip()
        wording = ending(farther, _LEADING)
        if wording:
            return LEADING[wording], len(farther) - len(wording)
    wording = ending(words, _LEADING)
    return (LEADING[wording], len(words) - len(wording)) if wording else None


_TRAIL = lazily(
    rf"(?<!\s)(?:\s++(?!(?:and|or|at|to|of|in|on|by)\s)[\w’'-]+){{0,2}}?(?:\s++|(?=[-+]))(?P<wording>{'|'.join(re.escape(wording).replace(chr(92) + ' ', chr(92) + 's') for wording in sorted(TRAILING, key=len, reverse=True))})(?!\w)(?!\s+(?:\d|\$|£|€|an?\s|half\s|one\s|two\s|three\s))",
)
_BEHIND = lazily(r"(?<!\s)-?(?:\s+[\w’'-]+){0,3}\s*\+?")
_BEGIN_TRAILING = frozenset(wording.split()[0] for wording in TRAILING)


def qualified_after(small: str, end: int) -> tuple[str, int] | None:
    """Return what qualifies a number that ends at a place of a text in small letters, and where the wording ends."""
    behind = _BEHIND().match(small, end)
    assert behind is not None
    if "-" in behind[0] or "+" in behind[0] or not _BEGIN_TRAILING.isdisjoint(behind[0].split()):
        found = _TRAIL().match(small, end)
        if found:
            return TRAILING[re.sub(r"\s", " ", found["wording"])], found.end()
    return None


def _about(number: Number, factor: int) -> Interval:
    half = min(number.unit / 2, number.value * WIDEST) * factor
    return Interval(number.value - half, number.value + half, high_in=half == 0)


READINGS: Mapping[str, Callable[[Number], Interval]] = {
    "plain": lambda number: _about(number, 1),
    "about": lambda number: _about(number, 2),
    "over": lambda number: Interval(number.value, None, low_in=False),
    "just over": lambda number: Interval(number.value, number.value * JUST_OVER, low_in=False),
    "at least": lambda number: Interval(number.value, None),
    "nearly": lambda number: Interval(number.value * NEARLY, number.value, high_in=False),
    "under": lambda number: Interval(Decimal(0), number.value, high_in=False),
    "up to": lambda number: Interval(Decimal(0), number.value),
    "exactly": lambda number: Interval(number.value, number.value),
}
"""The interval that a number means under each qualifier."""
