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
from typing import TYPE_CHECKING

from factsite.analyse.wording.alike import alike_sentences
from factsite.analyse.wording.prints import RUN, prints_of
from factsite.analyse.wording.readings import Reading
from factsite.analyse.wording.repeated import repeated
from factsite.comparisons import Run, Shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.analyse.wording.prints import Prints
    from factsite.model import Source, SourceText

COPIED = 30
COPIED_SHARE = 0.2

MOST = 50
"""What stands in more places than this is a phrase of the language or of the house, and nobody's copy."""


def shared_texts(sources: Mapping[str, Source], texts: Mapping[str, SourceText]) -> tuple[Shared, ...]:
    """Return what every two articles have in common, where they have anything."""
    return shared_among({name: prints_of(sources[name], text) for name, text in texts.items()}, texts)


def shared_among(prints: Mapping[str, Prints], texts: Mapping[str, SourceText]) -> tuple[Shared, ...]:
    """Return what every two articles have in common, by their fingerprints."""
    articles = {name: Reading(prints[name], texts[name]) for name in sorted(prints)}
    matches = _matches(prints)
    alike = alike_sentences(prints, articles)
    found = []
    for one, other in sorted({*matches, *alike}):
        diagonals = matches.get((one, other), {})
        runs = tuple(_joined(diagonals, articles[one], articles[other]))
        told = {(run.line, run.other_line) for run in runs}
        near = tuple(sorted(alike.get((one, other), set()) - told))
        found.append(Shared(one, other, runs, near, copied(runs, articles[one].own, articles[other].own)))
    return tuple(found)


def copied(runs: Sequence[Run], *own_words: int) -> bool:
    """Say whether two articles copy each other, by the runs that they share, and by how many words of theirs are not quoted."""
    own = [run.own for run in runs]
    shorter = min(own_words)
    return max(own, default=0) >= COPIED or (
        shorter > 0 and sum(own) >= COPIED_SHARE * shorter and sum(own) >= 2 * RUN
    )


def _matches(prints: Mapping[str, Prints]) -> Mapping[tuple[str, str], Mapping[int, set[int]]]:
    """Return for every two articles where shingles of theirs are the same: the words they begin at, by their distance."""
    columns = {name: memoryview(prints[name].runs).cast("q") for name in sorted(prints)}
    several = repeated(tuple(columns.values()))
    places: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for name, shingles in columns.items():
        for at, shingle in enumerate(shingles):
            if shingle in several:
                places[shingle].append((name, at))
    matches: dict[tuple[str, str], dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for found in places.values():
        if len(found) <= MOST:
            for (one, first), (other, second) in combinations(found, 2):
                if one != other:
                    matches[one, other][second - first].add(first)
    return matches


def _joined(diagonals: Mapping[int, set[int]], one: Reading, other: Reading) -> Iterator[Run]:
    """Yield the runs that shingles at the same distance make, the longest first; a run in another's shadow is left out."""
    stretches = []
    for distance, starts in diagonals.items():
        for first in sorted(starts):
            if first - 1 in starts:
                continue
            last = first
            while last + 1 in starts:
                last += 1
            stretches.append((first, last + RUN, distance))
    taken: set[int] = set()
    for first, end, distance in sorted(stretches, key=lambda stretch: (stretch[0] - stretch[1], stretch)):
        if taken.isdisjoint(range(first, end)):
            here, there = one.stretch(first, end), other.stretch(first + distance, end + distance)
            if here.keys != there.keys:
                continue  # two shingles with one hash
            taken.update(range(first, end))
            words = end - first
            yield Run(words, words - here.quoted, here.line, there.line, here.text)
