"""Disagreements between articles that nobody has written a fact file for, found in the articles alone.

concepts     words that mean the same, what is counted and what befalls it
statements   what a figure of a sentence counts
articles     an article as it is compared
topics       which articles are compared with which
matching     whether two figures count the same thing
quantities   figures and dates that exclude each other
wordings     one utterance in different words
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.analyse.suggest.articles import Article, article
from factsite.analyse.suggest.quantities import quantities
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
    found = [*quantities(by_source, pairs), *wordings(by_source, pairs)]
    return tuple(
        sorted(
            found,
            key=lambda one: (
                one.relation != "conflicting",
                -one.score,
                one.kind,
                one.items[0].source,
                one.items[0].line,
            ),
        )
    )
