"""Notes on time: which articles state no date, so that no figure is taken for the newer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.english import in_words, listed, long_date, number_in_words, sentence
from factsite.findings import Note

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.comparisons import Conflict, Stated
    from factsite.model import Source


def notes_on_time(
    conflict: Conflict | None, stated: Sequence[Stated], sources: Mapping[str, Source]
) -> Iterator[Note]:
    """Say, where figures exclude each other, which of the articles that give one state no date."""
    if conflict is None:
        return
    given = [figure for figure in stated if figure.position is not None and figure.figure.interval]
    articles = [sources[name] for name in dict.fromkeys(figure.source for figure in given)]
    dated = [article for article in articles if article.published]
    undated = len(articles) - len(dated)
    if len(articles) > 1 and undated:
        text = f"{_dates(dated, undated)}, so it cannot be told which figure is the newer."
        yield Note("time", text, tuple(figure.position for figure in given if figure.position is not None))


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
