"""Figures: what an amount or a date that an article gives leaves possible, and how two of them stand to each other.

sieve       where in a text a figure may begin
numbers     the numbers of a text, in digits and words
units       units of measurement, and one in another
names       numbers that count nothing
qualifiers  what qualifies a number
amounts     number, qualifier and unit to an interval
multiples   figures that only relate to another
datewords   the words that dates are made of
spans       a date that stands alone to a span of days
dates       the dates of a text, with their bounds and joints
explained   a reading in a sentence
relations   equal, compatible, conflicting or not comparable
"""

from __future__ import annotations

import functools
import re
from operator import attrgetter
from typing import TYPE_CHECKING

from factsite.analyse.figures.amounts import VAGUE, amounts
from factsite.analyse.figures.dates import dates_among
from factsite.analyse.figures.multiples import multiplied
from factsite.analyse.figures.names import names_and_scores
from factsite.analyse.figures.sieve import sieved
from factsite.findings import Figure

if TYPE_CHECKING:
    import datetime as dt

    from factsite.findings import Mention

__all__ = ["mentions", "read"]


REMEMBERED = 1 << 12
"""So many texts are kept with what was read in them: the same words are asked for by several of those who examine them."""


@functools.lru_cache(REMEMBERED)
def mentions(text: str, published: dt.date | None = None) -> tuple[Mention, ...]:
    """Return every figure of a text in its order: dates, amounts, and those that only relate to another.

    ``published`` is the day on which the text was, for dates that are named by their distance from it.
    """
    seen = sieved(text)
    if not seen.beginnings:
        return ()
    names = names_and_scores(seen)
    found = [*dates_among(seen, published, names), *multiplied(seen)]
    taken = [*names, *((min(mention.start, mention.number), mention.end) for mention in found)]
    return tuple(sorted([*found, *amounts(seen, taken)], key=attrgetter("start")))


@functools.lru_cache(REMEMBERED)
def read(words: str, published: dt.date | None = None) -> Figure:
    """Return a figure as its wording is to be read; without interval and days where it names neither.

    Where the words hold several figures, the first amount counts, and a date only where there is no amount.
    """
    found = mentions(words, published)
    for wanted in ("amount", "relation", "date"):
        for mention in found:
            if _kind(mention.figure) == wanted:
                figure = mention.figure
                return Figure(words, figure.interval, figure.qualifier, figure.unit, figure.days)
    vague = VAGUE().search(words) or re.search(r"\bmagnitude\b", words)
    return Figure(words, None, "vague" if vague else "none")


def _kind(figure: Figure) -> str:
    if figure.qualifier in ("date", "relation"):
        return figure.qualifier
    return "amount"
