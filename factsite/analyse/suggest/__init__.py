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

from dataclasses import replace
from typing import TYPE_CHECKING

from factsite.analyse.suggest.articles import Article, article
from factsite.analyse.suggest.assertions import assertions
from factsite.analyse.suggest.modalities import modalities
from factsite.analyse.suggest.quantities import quantities
from factsite.analyse.suggest.spellings import spellings
from factsite.analyse.suggest.topics import related
from factsite.analyse.suggest.wordings import wordings
from factsite.progress import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factsite.findings import Row, SuggestedItem, Suggestion
    from factsite.progress import Progress

__all__ = ["Article", "article", "suggest", "unchecked"]


def suggest(articles: Iterable[Article], progress: Progress = UNWATCHED) -> tuple[Suggestion, ...]:
    """Return the disagreements between articles and inside them, the surest first."""
    by_source = {one.source: one for one in articles}
    progress.stage("find related articles")
    pairs = list(related(by_source))
    looks = (quantities, wordings, spellings, assertions, modalities)
    found = [
        suggestion
        for look in progress.each("compare articles", looks, len(looks))
        for suggestion in look(by_source, pairs)
    ]
    return tuple(replace(one, number=number) for number, one in enumerate(sorted(found, key=_rank), 1))


def unchecked(suggestions: Iterable[Suggestion], rows: Sequence[Row]) -> tuple[Suggestion, ...]:
    """Return the suggestions with the claims that have them already, those that no claim has first."""
    known = [replace(one, claims=tuple(row.id for row in rows if _has(row, one))) for one in suggestions]
    return tuple(sorted(known, key=lambda one: bool(one.claims)))


def _has(row: Row, suggestion: Suggestion) -> bool:
    """Say whether a claim cites two of the passages, so that it holds their disagreement."""
    return sum(_cites(row, item) for item in suggestion.items) >= 2


def _cites(row: Row, item: SuggestedItem) -> bool:
    return any(
        cited.source == item.source
        and span.line == item.line
        and span.start < item.end
        and item.start < span.end
        for cited in row.cited
        for span in cited.spans
    )


def _rank(suggestion: Suggestion) -> tuple[bool, float, str, list[tuple[str, int, int]]]:
    places = [(item.source, item.line, item.start) for item in suggestion.items]
    return suggestion.relation != "conflicting", -suggestion.score, suggestion.kind, places
