"""The same figure, which one article has as done and another as possible, planned or pledged."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factsite.analyse.figures.relations import relate
from factsite.analyse.suggest.matching import SMALL, dice
from factsite.analyse.suggest.said import item
from factsite.findings import Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factsite.analyse.suggest.articles import Article
    from factsite.analyse.suggest.statements import Statement

MODALITIES = {
    "possible": r"\b(?:possib\w+|may|might|could|potential\w*|fear\w*|perhaps|unconfirmed)\b",
    "pledged": r"\b(?:pledg\w+|promis\w+|vow\w*|offer\w*|agreed to|committed to)\b",
    "planned": r"\b(?:plan\w*|expect\w*|due|schedul\w+|will|would|prepar\w+|set to|intend\w*|propos\w+|about to|is to|are to)\b",
    "done": r"\b(?:has|have|had|was|were|already|confirmed)\b",
}
"""How sure a sentence is, by its words; the first that fits counts."""

BEFORE, AFTER = 90, 70
"""So many characters before and after a figure say how sure it is."""

ALIKE = 0.2
"""Two sentences have at least so much in common, from 0 to 1, where they speak of one thing."""


def modalities(articles: Mapping[str, Article], pairs: Iterable[tuple[str, str]]) -> Iterator[Suggestion]:
    """Yield figures that related articles agree on, and are not equally sure of."""
    for one, other in pairs:
        for first in articles[one].statements:
            for second in articles[other].statements:
                if _one_figure(first, second):
                    sure = _modality(first), _modality(second)
                    if all(sure) and sure[0] != sure[1]:
                        yield _suggestion((first, second), (sure[0], sure[1]), articles)


def _one_figure(one: Statement, other: Statement) -> bool:
    if one.figure.interval is None or other.figure.interval is None or not one.kind or one.kind != other.kind:
        return False
    if (
        one.figure.unit != other.figure.unit
        or min(_low(one), _low(other)) < SMALL
        or one.times
        or other.times
    ):
        return False
    if relate(one.figure, other.figure).kind not in ("equal", "compatible") or not _low(one) / 2 < _low(
        other
    ) < 2 * _low(one):
        return False
    return dice(one.context, other.context) >= ALIKE


def _low(statement: Statement) -> Decimal:
    return statement.figure.interval.low if statement.figure.interval else Decimal(0)


def _modality(statement: Statement) -> str:
    """Return how sure a figure is: done, planned, pledged or possible; "" where its words do not say."""
    text, start = statement.sentence.text, statement.sentence.start
    behind = re.split(r"[,;:—]", text[statement.end - start :])[0]
    around = text[max(0, statement.start - start - BEFORE) : statement.end - start] + behind[:AFTER]
    return next(
        (name for name, pattern in MODALITIES.items() if re.search(pattern, around, re.IGNORECASE)), ""
    )


def _suggestion(
    pair: tuple[Statement, Statement], sure: tuple[str, str], articles: Mapping[str, Article]
) -> Suggestion:
    items = tuple(item(articles[one.source], one.line, one.start, one.end, one.figure) for one in pair)
    reason = f"“{items[0].words}” is {sure[0]} in one, “{items[1].words}” is {sure[1]} in the other."
    score = round(min(1.0, dice(pair[0].context, pair[1].context) + 0.2), 3)
    return Suggestion("modality", "compatible", score, pair[0].thing, reason, items)
