"""Text that articles share: the same words in a row, and sentences that are nearly the same.

Words are cut into shingles, as many as ``RUN`` in a row, which are looked up by their hash, so that the work grows with
the length of the articles and with what they share. Shingles that two articles share at the same distance from each
other make a run. Two articles copy each other where one run has ``COPIED`` words or more, or where runs make up the share
``COPIED_SHARE`` of the shorter article; words inside quotation marks do not count for this, for whoever quotes has to
copy. Boilerplate takes no part.
"""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from factsite.analyse.wording.utterances import QUOTED
from factsite.analyse.wording.words import WORD, sentences
from factsite.comparisons import Run, Shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.model import Source, SourceText

RUN = 8
COPIED = 30
COPIED_SHARE = 0.2

SHORTEST = 8
"""Sentences of fewer words are not compared."""

TRIGRAM = 3
COMMON = 3
"""Sentences that share so many runs of three words are compared word by word."""

NEAR = 0.8
"""From this share of words in common on, two sentences are nearly the same."""

MOST = 50
"""What stands in more places than this is a phrase of the language or of the house, and nobody's copy."""


class Word(NamedTuple):
    """A word of an article: as it is compared, its line, its characters there, and whether it is quoted."""

    key: str
    line: int
    start: int
    end: int
    quoted: bool


def shared_texts(sources: Mapping[str, Source], texts: Mapping[str, SourceText]) -> tuple[Shared, ...]:
    """Return what every two articles have in common, where they have anything."""
    words = {name: words_of(sources[name], texts[name]) for name in sorted(texts)}
    runs = _runs(words, texts)
    alike = _alike(sources, texts)
    return tuple(
        _shared(pair, runs.get(pair, ()), alike.get(pair, set()), words) for pair in sorted({*runs, *alike})
    )


def _shared(
    pair: tuple[str, str],
    runs: tuple[Run, ...],
    alike: set[tuple[int, int]],
    words: Mapping[str, Sequence[Word]],
) -> Shared:
    """Return what two articles have in common; sentences that a run stands for already are left out."""
    told = {(run.line, run.other_line) for run in runs}
    return Shared(*pair, runs, tuple(sorted(alike - told)), copied(runs, words[pair[0]], words[pair[1]]))


def words_of(source: Source, text: SourceText) -> list[Word]:
    """Return the words of an article, boilerplate left out."""
    found = []
    for number, line in enumerate(text.lines, 1):
        if any(number in part.lines for part in source.boilerplate):
            continue
        quoted = [match.span() for match in QUOTED.finditer(line)]
        found += [
            Word(
                word[0].replace("’", "'").lower(), number, word.start(), word.end(),
                any(start < word.start() < end for start, end in quoted),
            )
            for word in WORD.finditer(line)
        ]  # fmt: skip
    return found


def copied(runs: Sequence[Run], one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Say whether two articles copy each other, by the runs of words that they share."""
    own = [run.own for run in runs]
    shorter = min(sum(not word.quoted for word in words) for words in (one, other))
    return max(own, default=0) >= COPIED or (
        shorter > 0 and sum(own) >= COPIED_SHARE * shorter and sum(own) >= 2 * RUN
    )


def _runs(
    words: Mapping[str, Sequence[Word]], texts: Mapping[str, SourceText]
) -> dict[tuple[str, str], tuple[Run, ...]]:
    """Return the runs of words that every two articles share, the longest first."""
    places: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for name, article in words.items():
        keys = [word.key for word in article]
        for at in range(len(keys) - RUN + 1):
            places[hash(tuple(keys[at : at + RUN]))].append((name, at))
    matches: dict[tuple[str, str], dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for found in places.values():
        if len(found) <= MOST:
            for (one, first), (other, second) in combinations(found, 2):
                if one != other:
                    matches[one, other][second - first].add(first)
    return {pair: tuple(_joined(pair, diagonals, words, texts)) for pair, diagonals in matches.items()}


def _joined(
    pair: tuple[str, str],
    diagonals: Mapping[int, set[int]],
    words: Mapping[str, Sequence[Word]],
    texts: Mapping[str, SourceText],
) -> list[Run]:
    """Return the runs that shingles at the same distance make; a run in another's shadow is left out."""
    one, other = words[pair[0]], words[pair[1]]
    stretches = []
    for distance, starts in diagonals.items():
        for first in sorted(starts):
            if first - 1 in starts:
                continue
            last = first
            while last + 1 in starts:
                last += 1
            stretches.append((first, last + RUN, distance))
    runs: list[Run] = []
    taken: set[int] = set()
    for first, end, distance in sorted(stretches, key=lambda stretch: (stretch[0] - stretch[1], stretch)):
        if taken.isdisjoint(range(first, end)):
            if [word.key for word in one[first:end]] != [
                word.key for word in other[first + distance : end + distance]
            ]:
                continue  # two shingles with one hash
            taken.update(range(first, end))
            own = sum(not word.quoted for word in one[first:end])
            text = _text(one[first:end], texts[pair[0]])
            runs.append(Run(end - first, own, one[first].line, other[first + distance].line, text))
    return runs


def _text(words: Sequence[Word], article: SourceText) -> str:
    """Return a run of words as the article has it, with one space where a line ends."""
    first, last = words[0], words[-1]
    lines = []
    for number in range(first.line, last.line + 1):
        line = article.lines[number - 1]
        start = first.start if number == first.line else 0
        end = last.end if number == last.line else len(line)
        lines.append(line[start:end].strip())
    return " ".join(line for line in lines if line)


def _alike(
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
