"""Sentences of different articles that are nearly, and not wholly, the same.

Sentences that have some runs of three words in common, which are looked up by their hash, are compared word by word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from factsite.analyse.wording.prints import trigrams_in
from factsite.analyse.wording.repeated import repeated
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.analyse.wording.prints import Prints
    from factsite.analyse.wording.readings import Reading

COMMON = 3
"""Sentences that share so many runs of three words are compared word by word."""

NEAR = 0.8
"""From this share of words in common on, two sentences are nearly the same."""

READ = 1024
"""So many sentences are kept for the next ones that they may be like."""

MOST = 50
"""What stands in more sentences than this is a phrase of the language."""


class Place(NamedTuple):
    """A sentence: the number of its article, its number there from 0, and how many words it has."""

    article: int
    at: int
    words: int


def alike_sentences(
    prints: Sequence[Prints], articles: Sequence[Reading]
) -> dict[int, dict[int, set[tuple[int, int]]]]:
    """Return the lines of sentences of every two articles that are nearly, and not wholly, the same, by the numbers of the two."""
    read = lru_cache(READ)(lambda place: articles[place.article].sentence(place.at))
    alike: dict[int, dict[int, set[tuple[int, int]]]] = {}
    for one, other in _candidates(prints):
        if _ratio(min(one.words, other.words), one.words + other.words) >= NEAR:
            (line, keys, kinds), (other_line, other_keys, _) = read(one), read(other)
            most = sum(map(kinds.__contains__, other_keys))
            if _ratio(most, one.words + other.words) >= NEAR and _near(keys, other_keys):
                pairs = alike.setdefault(one.article, {})
                pairs.setdefault(other.article, set()).add((line, other_line))
    return alike


def _near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two sentences are nearly the same, and not wholly; only where they may be, they are aligned."""
    if one == other or _ratio((Counter(one) & Counter(other)).total(), len(one) + len(other)) < NEAR:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= NEAR


def _ratio(same: int, all_words: int) -> float:
    """Return how much of two sentences is the same, as a ``SequenceMatcher`` says it."""
    return 2.0 * same / all_words


def _candidates(prints: Sequence[Prints]) -> Iterator[tuple[Place, Place]]:
    """Yield the pairs of sentences of different articles that share some runs of three words."""
    several = repeated([memoryview(one.trigrams).cast("q") for one in prints])
    counts: Counter[int] = Counter()
    for _, shared in _sharing(prints, several):
        counts.update(shared)
    several = {trigram for trigram, count in counts.items() if 1 < count <= MOST}
    del counts
    before: dict[int, list[Place]] = defaultdict(list)
    for place, shared in _sharing(prints, several):
        if len(shared) >= COMMON:
            for other, count in Counter(chain.from_iterable(before[trigram] for trigram in shared)).items():
                if count >= COMMON and other.article != place.article:
                    yield other, place
            for trigram in shared:
                before[trigram].append(place)


def _sharing(prints: Sequence[Prints], among: set[int]) -> Iterator[tuple[Place, set[int]]]:
    """Yield every sentence, in the order of the articles, with those of its runs of three words that are among some."""
    for article, one in enumerate(prints):
        trigrams = memoryview(one.trigrams).cast("q")
        start = 0
        for at, words in enumerate(memoryview(one.words).cast("I")):
            end = start + trigrams_in(words)
            if end > start and (shared := among.intersection(trigrams[start:end])):
                yield Place(article, at, words), shared
            start = end
