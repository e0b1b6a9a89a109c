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
    """Say which of the articles that give a figure state no date, so that no figure is taken for the newer."""
    rests_on = tuple(
        position
        for position, piece in enumerate(evidence)
        if piece.figure and piece.stance is not Stance.CONTEXT
    )
    names = dict.fromkeys(evidence[position].source for position in rests_on)
    articles = [sources[name] for name in names if name in sources]
    dated = [article for article in articles if article.published]
    undated = len(articles) - len(dated)
    if len(articles) > 1 and undated:
        yield Note(
            "time", f"{_dates(dated, undated)}, so it cannot be told which figure is the newer.", rests_on
        )


def _dates(dated: Sequence[Source], undated: int) -> str:
    """Return which articles are dated, and how many are not."""
    if not dated:
        which = "Neither of the two" if undated == 2 else f"None of the {in_words(undated)}"
        return f"{which} articles states its date"
    known = [
        f"{article.label} is dated {long_date(article.published)}" for article in dated if article.published
    ]
    others = (
        "the other article does" if undated == 1 else f"the other {number_in_words(undated, 'article')} do"
    )
    return sentence(f"{listed(known)}; {others} not state a date")
