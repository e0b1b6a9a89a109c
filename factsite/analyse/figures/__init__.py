"""Figures: what an amount or a date that an article gives leaves possible, and how two of them stand to each other.

numbers     the numbers of a text, in digits and words
units       units of measurement, and one in another
names       numbers that count nothing
qualifiers  what qualifies a number
amounts     number, qualifier and unit to an interval
datewords   the words that dates are made of
spans       a date that stands alone to a span of days
dates       the dates of a text, with their bounds and joints
explained   a reading in a sentence
relations   equal, compatible, conflicting or not comparable
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factsite.analyse.figures.amounts import RELATION, VAGUE, amounts
from factsite.analyse.figures.dates import dates
from factsite.findings import Figure, Mention

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

__all__ = ["mentions", "read"]


def mentions(text: str, published: dt.date | None = None) -> Iterator[Mention]:
    """Yield every figure of a text in its order: dates, amounts, and those that only relate to another.

    ``published`` is the day on which the text was, for dates that are named by their distance from it.
    """
    days = list(dates(text, published))
    taken = [(mention.start, mention.end) for mention in days]
    taken += [(mention.number, mention.end) for mention in days]
    relations = [
        Mention(Figure(found[0], None, "relation"), found.start(), found.end(), found.start())
        for found in RELATION.finditer(text)
    ]
    taken += [(mention.start, mention.end) for mention in relations]
    yield from sorted([*days, *relations, *amounts(text, taken)], key=lambda mention: mention.start)


def read(words: str, published: dt.date | None = None) -> Figure:
    """Return a figure as its wording is to be read; without interval and days where it names neither.

    Where the words hold several figures, the first amount counts, and a date only where there is no amount.
    """
    found = list(mentions(words, published))
    for wanted in ("amount", "relation", "date"):
        for mention in found:
            if _kind(mention.figure) == wanted:
                figure = mention.figure
                return Figure(words, figure.interval, figure.qualifier, figure.unit, figure.days)
    return Figure(
        words, None, "vague" if VAGUE.search(words) or re.search(r"\bmagnitude\b", words) else "none"
    )


def _kind(figure: Figure) -> str:
    if figure.qualifier in ("date", "relation"):
        return figure.qualifier
    return "amount"
