"""Sentences of different articles that are nearly, and not wholly, the same.

Sentences that have some runs of three words in common, which are looked up by their hash, are compared word by word.
"""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING

from factsite.analyse.wording.words import WORD, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.model import Source, SourceText

SHORTEST = 8
"""Sentences of fewer words are not compared."""

TRIGRAM = 3
COMMON = 3
"""Sentences that share so many runs of three words are compared word by word."""

NEAR = 0.8
"""From this share of words in common on, two sentences are nearly the same."""

MOST = 50
"""What stands in more sentences than this is a phrase of the language."""


def alike_sentences(
    sources: Mapping[str, Source], texts: Mapping[str, SourceText]
) -> dict[tuple[str, str], set[tuple[int, int]]]:
    """Return the lines of sentences of every two articles that are nearly, and not wholly, the same."""
    said = [
        (name, number, [word.group().lower() for word in WORD.finditer(sentence.text)])
        for name in sorted(texts)
        for number, line in enumerate(texts[name].lines, 1)
        if not any(number in part.lines for part in sources[name].boilerplate)
        for sentence in sentences(line)
    ]
    said = [entry for entry in said if len(entry[2]) >= SHORTEST]
    found: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    for first, second in _candidates([keys for _, _, keys in said]):
        (one, line, keys), (other, other_line, other_keys) = said[first], said[second]
        if one != other and NEAR <= SequenceMatcher(None, keys, other_keys, autojunk=False).ratio() < 1:
            found[one, other].add((line, other_line))
    return found


def _candidates(said: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of sentences that share some runs of three words."""
    places: dict[int, set[int]] = defaultdict(set)
    for at, keys in enumerate(said):
        for first in range(len(keys) - TRIGRAM + 1):
            places[hash(tuple(keys[first : first + TRIGRAM]))].add(at)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for found in places.values():
        if len(found) <= MOST:
            for pair in combinations(sorted(found), 2):
                shared[pair] += 1
    yield from sorted(pair for pair, count in shared.items() if count >= COMMON)
