"""The fingerprints of an article: what its words are looked up by in other articles, found in the article alone.

They are numbers, the same in every process and on every day, so that they can be taken anywhere and kept: the words of
an article are needed again only where another one has some of its fingerprints.
"""

from __future__ import annotations

from array import array
from itertools import pairwise, repeat
from typing import TYPE_CHECKING, NamedTuple

from factsite.analyse.wording.words import WORD, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.analyse.wording.words import Sentence
    from factsite.model import Source, SourceText

RUN = 8
"""So many words in a row make a fingerprint of an article."""

TRIGRAM = 3
"""So many words in a row make a fingerprint of a sentence."""

SHORTEST = 8
"""Sentences of fewer words have none."""


class Prints(NamedTuple):
    """The fingerprints of an article, as bytes: they are kept and sent fast.

    ``runs`` has one for each word that so many follow, ``trigrams`` those of the sentences, one sentence after the other:
    arrays of integers of 64 bits. ``sentences`` tells how many of these each sentence has, in 32 bits.
    """

    runs: bytes
    trigrams: bytes
    sentences: bytes


def prints_of(source: Source, text: SourceText) -> Prints:
    """Return the fingerprints of an article, boilerplate left out."""
    found: list[str] = []
    ends = [0]
    for _, sentence in own_sentences(source, text):
        found += WORD.findall(sentence.text)
        ends.append(len(found))
    written = "\n".join(found).lower()
    numbers = _numbers(written)
    trigrams = _hashed(numbers, TRIGRAM)
    kept, counts = array("q"), array("I")
    for start, end in pairwise(ends):
        last = end - TRIGRAM + 1 if end - start >= SHORTEST else start
        kept.extend(trigrams[start:last])
        counts.append(last - start)
    runs = _hashed(_numbers(straight(written)) if "’" in written else numbers, RUN)
    return Prints(runs.tobytes(), kept.tobytes(), counts.tobytes())


def own_sentences(source: Source, text: SourceText) -> Iterator[tuple[int, Sentence]]:
    """Yield the sentences of an article, boilerplate left out, with the numbers of their lines."""
    return ((number, sentence) for number, line in own_lines(source, text) for sentence in sentences(line))


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
    return list(map(int.from_bytes, written.encode().split(b"\n"), repeat("big")))


def _hashed(numbers: Sequence[int], length: int) -> array[int]:
    """Return the hash of each so many words in a row; that of numbers, unlike that of texts, is the same in every process."""
    return array("q", map(hash, zip(*(numbers[first:] for first in range(length)), strict=False)))
