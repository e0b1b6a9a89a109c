"""Disagreements between articles that nobody has written a fact file for, found in the articles alone.

concepts     words that mean the same
tokens       the words of a sentence and their meanings
counted      what a number counts and what befalls it
limits       what limits a count: a part, a rate, another event
statements   a figure and what it counts, all together
articles     an article as it is compared
topics       which articles are compared with which
matching     whether two figures count the same thing
quantities   figures and dates that exclude each other
wordings     one utterance in different words
spellings    one name in different spellings
assertions   denials, and what is done in one article and possible in another
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.analyse.suggest.articles import Article, article
from factsite.analyse.suggest.assertions import assertions
from factsite.analyse.suggest.quantities import quantities
from factsite.analyse.suggest.spellings import spellings
from factsite.analyse.suggest.topics import related
from factsite.analyse.suggest.wordings import wordings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factsite.findings import Suggestion

__all__ = ["Article", "article", "suggest"]


def suggest(articles: Iterable[Article]) -> tuple[Suggestion, ...]:
    """Return the disagreements between articles and inside them, the surest first."""
    by_source = {one.source: one for one in articles}
    pairs = list(related(by_source))
    found = [
        suggestion
        for look in (quantities, wordings, spellings, assertions)
        for suggestion in look(by_source, pairs)
    ]
    return tuple(sorted(found, key=_rank))


def _rank(suggestion: Suggestion) -> tuple[bool, float, str, list[tuple[str, int, int]]]:
    places = [(item.source, item.line, item.start) for item in suggestion.items]
    return suggestion.relation != "conflicting", -suggestion.score, suggestion.kind, places
