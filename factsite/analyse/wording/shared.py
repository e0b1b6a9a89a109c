"""Text that articles share: the same words in a row, and sentences that are nearly the same.

Words are cut into shingles, as many as ``RUN`` in a row, which are looked up by their hash, so that the work grows with
the length of the articles and with what they share. Shingles that two articles share at the same distance from each
other make a run. Two articles copy each other where one run has ``COPIED`` words or more, or where runs make up the share
``COPIED_SHARE`` of the shorter article; words inside quotation marks do not count for this, for whoever quotes has to
copy. Boilerplate takes no part.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import compress, count
from typing import TYPE_CHECKING

from factsite.analyse.wording.alike import alike_sentences
from factsite.analyse.wording.prints import RUN, prints_of
from factsite.analyse.wording.readings import Reading
from factsite.analyse.wording.repeated import repeated
from factsite.comparisons import Run, Shared, Sharing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factsite.analyse.wording.prints import Prints
    from factsite.model import Source, SourceText

COPIED = 30
COPIED_SHARE = 0.2

MOST = 50
"""What stands in more places than this is a phrase of the language or of the house, and nobody's copy."""


def shared_texts(sources: Mapping[str, Source], texts: Mapping[str, SourceText]) -> Sharing:
    """Return what every two articles have in common, where they have anything."""
    return shared_among({name: prints_of(sources[name], text) for name, text in texts.items()}, texts)


def shared_among(prints: Mapping[str, Prints], texts: Mapping[str, SourceText]) -> Sharing:
    """Return what every two articles have in common, by their fingerprints."""
    return Sharing(_shared(prints, texts))


def copying_among(prints: Mapping[str, Prints], texts: Mapping[str, SourceText]) -> Sharing:
    """Return what those articles have in common that copy each other, but for sentences that are nearly the same: all that a claim asks for."""
    return Sharing(_copying(prints, texts))


def _copying(prints: Mapping[str, Prints], texts: Mapping[str, SourceText]) -> Iterator[Shared]:
    """Yield the pairs that copy each other; few have so much in common that they may, and only of these words are read."""
    names = sorted(prints)
    articles = [Reading(prints[name], texts[name]) for name in names]
    for one, matches in enumerate(_matches([prints[name].runs for name in names])):
        for other in sorted(matches):
            own, stretches = (articles[one].own, articles[other].own), _stretches(matches[other])
            if _much([end - first for first, end, _ in stretches], own):
                runs = tuple(_joined(stretches, articles[one], articles[other]))
                if copied(runs, *own):
                    yield Shared(names[one], names[other], runs, (), copied=True)
        articles[one].forget()


def _shared(prints: Mapping[str, Prints], texts: Mapping[str, SourceText]) -> Iterator[Shared]:
    """Yield what every two articles have in common, article by article."""
    names = sorted(prints)
    articles = [Reading(prints[name], texts[name]) for name in names]
    alike = alike_sentences([prints[name] for name in names], articles)
    for one, matches in enumerate(_matches([prints[name].runs for name in names])):
        near = alike.get(one, {})
        for other in sorted({*matches, *near}):
            runs = tuple(_joined(_stretches(matches.get(other, ())), articles[one], articles[other]))
            told = {(run.line, run.other_line) for run in runs}
            sentences = tuple(sorted(near.get(other, set()) - told))
            own = articles[one].own, articles[other].own
            yield Shared(names[one], names[other], runs, sentences, copied(runs, *own))
        articles[one].forget()


def copied(runs: Sequence[Run], *own_words: int) -> bool:
    """Say whether two articles copy each other, by the runs that they share, and by how many words of theirs are not quoted."""
    return _much([run.own for run in runs], own_words)


def _much(words: Sequence[int], own_words: Sequence[int]) -> bool:
    """Say whether so many words in a row, each time, are much for the shorter of two articles."""
    shorter, every = min(own_words), sum(words)
    return max(words, default=0) >= COPIED or (
        shorter > 0 and every >= COPIED_SHARE * shorter and every >= 2 * RUN
    )


def _matches(columns: Sequence[bytes]) -> Iterator[dict[int, list[tuple[int, int]]]]:
    """Yield for each article where shingles of it are the same in later ones: by the other's number, the distance and the word there.

    Of two shingles at the same distance, the first one comes first.
    """
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    several = _several(columns)
    for number, column in enumerate(columns):
        shingles = memoryview(column).cast("q")
        for at in compress(count(), map(several.__contains__, shingles)):
            places[shingles[at]].append((number, at))
    for number, column in enumerate(columns):
        matches: dict[int, list[tuple[int, int]]] = {}
        shingles = memoryview(column).cast("q")
        for first in compress(count(), map(several.__contains__, shingles)):
            for other, second in places[shingles[first]]:
                if other > number:
                    matches.setdefault(other, []).append((second - first, first))
        yield matches


def _several(columns: Sequence[bytes]) -> set[int]:
    """Return the shingles that stand in several places, and in no more than a copy would."""
    shingles = [memoryview(column).cast("q") for column in columns]
    likely = repeated(shingles)
    counts: Counter[int] = Counter()
    for column in shingles:
        counts.update(filter(likely.__contains__, column))
    return {shingle for shingle, places in counts.items() if 1 < places <= MOST}


def _stretches(matches: Iterable[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Return the words that shingles at the same distance make, the longest first: first, end, and the distance."""
    stretches: list[tuple[int, int, int]] = []
    for distance, first in sorted(matches):
        if stretches and stretches[-1][2] == distance and stretches[-1][1] == first + RUN - 1:
            stretches[-1] = stretches[-1][0], first + RUN, distance
        else:
            stretches.append((first, first + RUN, distance))
    return sorted(stretches, key=lambda stretch: (stretch[0] - stretch[1], stretch))


def _joined(stretches: Iterable[tuple[int, int, int]], one: Reading, other: Reading) -> Iterator[Run]:
    """Yield the runs of these stretches; one in another's shadow is left out."""
    taken: set[int] = set()
    for first, end, distance in stretches:
        if taken.isdisjoint(range(first, end)):
            here, there = one.stretch(first, end), other.stretch(first + distance, end + distance)
            if here.keys != there.keys:
                continue  # two shingles with one hash
            taken.update(range(first, end))
            words = end - first
            yield Run(words, words - here.quoted, here.line, there.line, here.text)
