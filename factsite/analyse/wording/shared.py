"""Text that articles share: the same words in a row, and sentences that are nearly the same.

Words are cut into shingles, as many as ``RUN`` in a row, which are looked up by their hash, so that the work grows with
the length of the articles and with what they share. Shingles that two articles share at the same distance from each
other make a run. Two articles copy each other where one run has ``COPIED`` words or more, or where runs make up the share
``COPIED_SHARE`` of the shorter article; words inside quotation marks do not count for this, for whoever quotes has to
copy. Boilerplate takes no part.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cache
from itertools import combinations, repeat
from typing import TYPE_CHECKING, NamedTuple

from factsite.analyse.wording.alike import alike_sentences
from factsite.analyse.wording.prints import RUN, own_lines, prints_of, straight
from factsite.analyse.wording.repeated import repeated
from factsite.analyse.wording.utterances import quotations_in
from factsite.analyse.wording.words import WORD
from factsite.comparisons import Run, Shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.analyse.wording.prints import Prints
    from factsite.model import Source, SourceText

COPIED = 30
COPIED_SHARE = 0.2

MOST = 50
"""What stands in more places than this is a phrase of the language or of the house, and nobody's copy."""


class Words(NamedTuple):
    """The words of an article: each as it is compared, its line, its characters there, and whether it is quoted."""

    keys: Sequence[str]
    lines: Sequence[int]
    spans: Sequence[tuple[int, int]]
    quoted: bytes

    def own(self, start: int = 0, end: int | None = None) -> int:
        """Return how many words are not quoted, of all or of those from ``start`` to ``end``."""
        return self.quoted.count(0, start, end)


def shared_texts(sources: Mapping[str, Source], texts: Mapping[str, SourceText]) -> tuple[Shared, ...]:
    """Return what every two articles have in common, where they have anything."""
    return shared_among(
        {name: prints_of(sources[name], text) for name, text in texts.items()}, sources, texts
    )


def shared_among(
    prints: Mapping[str, Prints], sources: Mapping[str, Source], texts: Mapping[str, SourceText]
) -> tuple[Shared, ...]:
    """Return what every two articles have in common, by their fingerprints."""
    words = cache(lambda name: words_of(sources[name], texts[name]))
    matches = _matches(prints)
    alike = alike_sentences(prints, sources, texts)
    found = []
    for one, other in sorted({*matches, *alike}):
        diagonals = matches.get((one, other), {})
        runs = tuple(_joined(diagonals, words(one), words(other), texts[one])) if diagonals else ()
        told = {(run.line, run.other_line) for run in runs}
        near = tuple(sorted(alike.get((one, other), set()) - told))
        found.append(Shared(one, other, runs, near, bool(runs) and copied(runs, words(one), words(other))))
    return tuple(found)


def words_of(source: Source, text: SourceText) -> Words:
    """Return the words of an article, boilerplate left out."""
    found: list[str] = []
    lines: list[int] = []
    spans: list[tuple[int, int]] = []
    quoted = bytearray()
    for number, line in own_lines(source, text):
        here = [word.span() for word in WORD.finditer(line)]
        marks = bytearray(len(here))
        for first, last in (quotation.span() for quotation in quotations_in(line)):
            begin, end = (bisect_left(here, (at,)) for at in (first + 1, last))
            marks[begin:end] = b"\1" * (end - begin)
        found += WORD.findall(line)
        lines += repeat(number, len(here))
        spans += here
        quoted += marks
    keys = straight("\n".join(found).lower()).split("\n")
    return Words(keys, lines, spans, bytes(quoted))


def copied(runs: Sequence[Run], one: Words, other: Words) -> bool:
    """Say whether two articles copy each other, by the runs of words that they share."""
    own = [run.own for run in runs]
    shorter = min(one.own(), other.own())
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


def _joined(
    diagonals: Mapping[int, set[int]], one: Words, other: Words, article: SourceText
) -> Iterator[Run]:
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
            if one.keys[first:end] != other.keys[first + distance : end + distance]:
                continue  # two shingles with one hash
            taken.update(range(first, end))
            text = _text(one, first, end, article)
            yield Run(end - first, one.own(first, end), one.lines[first], other.lines[first + distance], text)


def _text(words: Words, first: int, end: int, article: SourceText) -> str:
    """Return a run of words as the article has it, with one space where a line ends."""
    begins, ends = words.lines[first], words.lines[end - 1]
    lines = []
    for number in range(begins, ends + 1):
        line = article.lines[number - 1]
        start = words.spans[first][0] if number == begins else 0
        stop = words.spans[end - 1][1] if number == ends else len(line)
        lines.append(line[start:stop].strip())
    return " ".join(line for line in lines if line)
