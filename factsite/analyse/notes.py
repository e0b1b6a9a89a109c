"""Consistency notes that are computed from what the sources and the evidence say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.english import in_words, listed, long_date, number_in_words, sentence
from factsite.findings import Note
from factsite.values import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.model import Evidence, Source


def notes_on(evidence: Sequence[Evidence], sources: Mapping[str, Source]) -> Iterator[Note]:
    """Yield the notes on one claim's evidence."""
    yield from _time(evidence, sources)


def _time(evidence: Sequence[Evidence], sources: Mapping[str, Source]) -> Iterator[Note]:
    """Say which of the articles that take a stance do not state their date, so that none is taken for the newer."""
    rests_on = tuple(
        position for position, piece in enumerate(evidence) if piece.stance is not Stance.CONTEXT
    )
    cited = {evidence[position].source: None for position in rests_on}
    articles = [sources[source] for source in cited if source in sources]
    dated = [
        f"{article.label} is dated {long_date(article.published)}"
        for article in articles
        if article.published
    ]
    undated = len(articles) - len(dated)
    if len(articles) < 2 or not undated:
        return
    if not dated:
        which = (
            "Neither of the two articles states"
            if undated == 2
            else f"None of the {in_words(undated)} articles states"
        )
        yield Note("time", f"{which} its date, so it cannot be told which of them is the newer.", rests_on)
    else:
        others = (
            "the other article does"
            if undated == 1
            else f"the other {number_in_words(undated, 'article')} do"
        )
        yield Note(
            "time",
            sentence(f"{listed(dated)}; {others} not state a date, so it cannot be told which is the newer."),
            rests_on,
        )
