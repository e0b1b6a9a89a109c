"""The same utterance quoted in different words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.analyse.suggest.matching import dice
from factsite.analyse.wording.alignment import align
from factsite.analyse.wording.utterances import substance
from factsite.english import listed
from factsite.findings import SuggestedItem, Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factsite.analyse.suggest.articles import Article, Said

SAME_WORDS = 0.5
"""So much of two quotations has to be the same, from 0 to 1, to be one utterance."""


def wordings(articles: Mapping[str, Article], pairs: Iterable[tuple[str, str]]) -> Iterator[Suggestion]:
    """Yield utterances that two articles quote in different words."""
    for one, other in pairs:
        for first in articles[one].said:
            for second in articles[other].said:
                found = _compared(first, second, articles[one], articles[other])
                if found:
                    yield found


def _compared(first: Said, second: Said, one: Article, other: Article) -> Suggestion | None:
    a, b = substance(first.utterance), substance(second.utterance)
    shared = dice(a, b)
    if shared < 0.3 or len(a & b) < 2:
        return None
    aligned = align(first.utterance.text, second.utterance.text)
    likely = (shared + aligned.ratio) / 2 + 0.08 * bool(first.utterance.speakers & second.utterance.speakers)
    if not aligned.differs or likely < SAME_WORDS or not (first.utterance.said or second.utterance.said):
        return None
    changes = [
        f"“{change.one}” against “{change.other}”"
        if change.one and change.other
        else f"“{change.one or change.other}” stands in one alone"
        for change in aligned.changes
        if change.kind != "same"
    ]
    touched = f" The change touches a {listed(aligned.touches)}." if aligned.touches else ""
    items = tuple(
        SuggestedItem(
            article.source, said.line, article.lines[said.line - 1], said.utterance.start, said.utterance.end
        )
        for article, said in ((one, first), (other, second))
    )
    return Suggestion(
        "wording",
        "conflicting",
        round(min(likely, 1.0), 3),
        "words in quotation marks",
        f"Both are quoted word for word: {'; '.join(changes)}.{touched}",
        items,
    )
