"""Text that articles share: the same words in a row, and sentences that are nearly the same.

Words are cut into shingles, as many as ``RUN`` in a row, which are looked up by their hash, so that the work grows with
the length of the articles and with what they share. Shingles that two articles share at the same distance from each
other make a run. Two articles copy each other where one run has ``COPIED`` words or more, or where runs make up the share
``COPIED_SHARE`` of the shorter article; words inside quotation marks do not count for this, for whoever quotes has to
copy. Boilerplate takes no part.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from factsite.analyse.wording.alike import alike_sentences
from factsite.analyse.wording.utterances import QUOTED
from factsite.analyse.wording.words import WORD
from factsite.comparisons import Run, Shared

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factsite.model import Source, SourceText

RUN = 8
COPIED = 30
COPIED_SHARE = 0.2

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
    alike = alike_sentences(sources, texts)
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
