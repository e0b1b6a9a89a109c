"""Which articles may speak of one event: only those are compared, so that the work grows with their number."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factsite.analyse.suggest.articles import Article

FEW = 12
"""Of so many articles all are compared with all."""

RARE, MOST, SHARED = 25, 60, 6
"""An article is known by its ``MOST`` rarest words that at most ``RARE`` articles use; two need ``SHARED`` of them."""


def related(articles: Mapping[str, Article]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of articles that may speak of one event, in order."""
    names = sorted(articles)
    if len(names) <= FEW:
        yield from combinations(names, 2)
        return
    counts = Counter(word for article in articles.values() for word in article.about)
    having: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        rare = sorted(
            (word for word in articles[name].about if 1 < counts[word] <= RARE),
            key=lambda word: (counts[word], word),
        )
        for word in rare[:MOST]:
            having[word].append(name)
    shared = Counter(pair for several in having.values() for pair in combinations(several, 2))
    yield from sorted(pair for pair, count in shared.items() if count >= SHARED)
