"""Counts, lists and dates in plain English, for messages and pages alike."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MILLION = 1_000_000
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def plural(noun: str) -> str:
    """Return the plural of a regular noun: "quotations", "entries", "fixes"."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@lru_cache(maxsize=1000)
def number_of(count: int, noun: str) -> str:
    """Return a count with its noun: "1 quotation", "2,000 quotations"."""
    return f"{count:,} {noun if count == 1 else plural(noun)}"


def in_words(count: int) -> str:
    """Return a count as a sentence has it: "no", "two", "12"."""
    return SMALL[count] if count < len(SMALL) else f"{count:,}"


def number_in_words(count: int, noun: str) -> str:
    """Return a count with its noun as a sentence has it: "no articles", "two articles", "12 articles"."""
    return f"{in_words(count)} {noun if count == 1 else plural(noun)}"


def amount(value: Decimal) -> str:
    """Return an amount as a newspaper prints it: "2,850", "0.5", "1.25 million"."""
    if abs(value) >= MILLION:
        return f"{(value / MILLION).normalize():,f} million"
    return f"{value.normalize():,f}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """Return "a", "a and b" or "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def long_date(day: date) -> str:
    """Return "21 November 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def long_period(written: str) -> str:
    """Return an EDTF year, month, day or interval in words: "2024", "October 2024", "2019 to 3 February 2020"."""
    return " to ".join(_long_span(part.split("-")) for part in written.split("/"))


def _long_span(parts: Sequence[str]) -> str:
    day = f"{int(parts[2])} " if len(parts) > 2 else ""
    month = f"{MONTHS[int(parts[1]) - 1]} " if len(parts) > 1 else ""
    return f"{day}{month}{parts[0]}"


def in_sentence(name: str) -> str:
    """Return a name as it stands in a sentence: "the Kremlin" for "The Kremlin"."""
    return name[:1].lower() + name[1:] if name.startswith("The ") else name


def out_of(count: int, every: int) -> str:
    """Return "12 of 17"."""
    return f"{count:,} of {every:,}"


def shortened(words: str, most: int) -> str:
    """Return the words, cut to whole ones with "…" where they have more than so many characters."""
    if len(words) <= most:
        return words
    return (words[: most - 1].rsplit(" ", 1)[0] if " " in words[: most - 1] else words[: most - 1]) + "…"


def sentence(words: str) -> str:
    """Return the words with a capital first letter."""
    return words[:1].upper() + words[1:]
