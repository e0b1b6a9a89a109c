"""The fingerprints of an article: what its words are looked up by in other articles, found in the article alone.

They are numbers, the same in every process and on every day, so that they can be taken anywhere and kept: the words of
an article are needed again only where another one has some of its fingerprints.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from factsite.analyse.wording.utterances import quotations_in
from factsite.analyse.wording.words import WORD, sentences
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.model import Source, SourceText

RUN = 8
"""So many words in a row make a fingerprint of an article."""

TRIGRAM = 3
"""So many words in a row make a fingerprint of a sentence."""

SHORTEST = 8
"""Sentences of fewer words have none."""


class Prints(NamedTuple):
    """The fingerprints of an article, as arrays in bytes: they are kept and sent fast.

    ``runs`` has one for each word that so many follow, ``trigrams`` those of the sentences, one sentence after the other:
    integers of 64 bits. ``lines`` tells for each sentence on which line it stands, ``words`` how many words it has: in
    32 bits. ``own`` is how many words of the article are not quoted.
    """

    runs: bytes
    trigrams: bytes
    lines: bytes
    words: bytes
    own: int


def prints_of(source: Source, text: SourceText, *, whole: bool = False) -> Prints:
    """Return the fingerprints of an article, boilerplate left out.

    Where it is looked at as a ``whole``, its lines stand for its sentences, and these have none.
    """
    lines, words = array("I"), array("I")
    found: list[str] = []
    quoted = 0
    for number, line in own_lines(source, text):
        quoted += sum(quoted_words(line))
        for part in (line,) if whole else (sentence.text for sentence in sentences(line)):
            here = WORD.findall(part)
            found += here
            lines.append(number)
            words.append(len(here))
    written = "\n".join(found).lower()
    numbers = _numbers(written)
    trigrams = array("q") if whole else _trigrams(numbers, words)
    runs = _hashed(_numbers(straight(written)) if "’" in written else numbers, RUN)
    return Prints(runs.tobytes(), trigrams.tobytes(), lines.tobytes(), words.tobytes(), len(found) - quoted)


def _trigrams(numbers: Sequence[int], words: Sequence[int]) -> array[int]:
    """Return the fingerprints of sentences, by the numbers of all words and how many each sentence has."""
    every, kept = _hashed(numbers, TRIGRAM), array("q")
    for count, end in zip(words, accumulate(words), strict=True):
        kept.extend(every[end - count : end - count + trigrams_in(count)])
    return kept


def trigrams_in(words: int) -> int:
    """Return how many fingerprints a sentence of so many words has."""
    return words - TRIGRAM + 1 if words >= SHORTEST else 0


def quoted_words(line: str) -> Sequence[bool]:
    """Say of each word of a line whether it is quoted; of none, where nothing is."""
    ends = {quotation.start(): quotation.end() for quotation in quotations_in(line)}
    starts = list(ends)
    places = [word.start() for word in WORD.finditer(line)] if ends else []
    before = [bisect_left(starts, place) for place in places]
    return [at > 0 and place < ends[starts[at - 1]] for at, place in zip(before, places, strict=True)]


def own_lines(source: Source, text: SourceText) -> Iterator[tuple[int, str]]:
    """Yield the lines of an article, boilerplate left out, with their numbers."""
    skipped = [part.lines for part in source.boilerplate]
    for number, line in enumerate(text.lines, 1):
        if not any(number in lines for lines in skipped):
            yield number, line


def straight(text: str) -> str:
    """Return words with straight apostrophes."""
    return text.replace("’", "'")


def _numbers(written: str) -> list[int]:
    """Return a number for each of some words that stand on a line each."""
    return list(map(int.from_bytes, written.encode().split(b"\n")))


def _hashed(numbers: Sequence[int], length: int) -> array[int]:
    """Return the hash of each so many words in a row; that of numbers, unlike that of texts, is the same in every process."""
    return array("q", map(hash, zip(*(numbers[first:] for first in range(length)), strict=False)))
