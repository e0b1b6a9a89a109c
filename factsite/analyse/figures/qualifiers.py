"""What qualifies a number, and the interval that the number then means."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factsite.findings import Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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


def _by_wording(wordings: Mapping[str, Wording]) -> dict[str, str]:
    """Return the qualifier of each wording, the longest wordings first."""
    pairs = [(wording, qualifier) for qualifier, several in wordings.items() for wording in several]
    return dict(sorted(pairs, key=lambda pair: -len(pair[0])))


LEADING, TRAILING = _by_wording(BEFORE), _by_wording(AFTER)

LEADING["no fewer than"] = "at least"


def _pattern(wordings: Mapping[str, str]) -> str:
    return "|".join(re.escape(wording).replace(r"\ ", r"\s") for wording in wordings)


LEAD = re.compile(
    rf"(?<![\w.])(?P<wording>{_pattern(LEADING)})\s*"
    r"(?:(?:an?\s)?total\sof\s|the\s|another\s|an\sadditional\s|a\sfurther\s|an\sestimated\s|a\srecord\s|their\s|its\s|some\s|about\s|around\s|roughly\s|approximately\s|the\ssame\s)?$",
    re.IGNORECASE,
)

TRAIL = re.compile(
    rf"(?:\s+(?!(?:and|or|at|to|of|in|on|by)\s)[\w’'-]+){{0,2}}?(?:\s+|(?=[-+]))(?P<wording>{_pattern(TRAILING)})(?!\w)(?!\s+(?:\d|\$|£|€|an?\s|half\s|one\s|two\s|three\s))",
    re.IGNORECASE,
)


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
