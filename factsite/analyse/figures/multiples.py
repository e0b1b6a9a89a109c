"""Figures that only relate to another: "double", "three times as many", "fivefold"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factsite.analyse.figures.sieve import MULTIPLES, lazily
from factsite.findings import Figure, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsite.analyse.figures.sieve import Sieved

QUALIFIERS = ("more than ", "almost ", "nearly ", "over ", "roughly ", "about ", "at least ", "less than ")

RELATION = lazily(
    rf"\b(?:{'|'.join(QUALIFIERS)})?(?:(?:re)?doubl(?:ed|es|ing|e)|tripl(?:ed|es|ing|e)|trebl(?:ed|es|ing|e)"
    r"|quadrupl(?:ed|es|ing|e)|quintupl(?:ed|es|ing|e)|halv(?:ed|es|ing)|twice|thrice|(?:two|three|four|five|six|seven|eight|nine|ten|\d+)[- ]?fold"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|\d+(?:\.\d+)?|half|several|many) times (?:as|more|the|higher|larger|that|what|its|bigger|less|lower|over)\b)"
    r"(?: (?:as (?:many|much|large|high|big|long|often)|(?:the|that|its|their|last) [\w’' -]{3,30}))?",
    re.IGNORECASE,
)
"""A figure that says what another is multiplied by."""


def multiplied(seen: Sieved) -> Iterator[Mention]:
    """Yield the figures of a text that only relate to another, in their order."""
    text, small, beginnings = seen
    counted = "fold" in small or " times " in small
    end = 0
    for beginning in beginnings:
        if counted or small.startswith(MULTIPLES, beginning):
            found = _relation(text, small, beginning, end)
            if found:
                end = found.end()
                yield Mention(Figure(found[0], None, "relation"), found.start(), end, found.start())


def _relation(text: str, small: str, beginning: int, end: int) -> re.Match[str] | None:
    """Return the figure that begins at a place, or with a qualifier before it that does not reach back behind an end."""
    for qualifier in QUALIFIERS:
        start = beginning - len(qualifier)
        if start >= end and small.endswith(qualifier, 0, beginning):
            found = RELATION().match(text, start)
            if found:
                return found
    return RELATION().match(text, beginning) if beginning >= end else None
