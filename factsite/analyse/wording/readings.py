"""An article of which no more is read again than what it shares with another one: the words of a run, or a sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from factsite.analyse.wording.prints import quoted_words, straight
from factsite.analyse.wording.words import WORD, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.analyse.wording.prints import Prints
    from factsite.model import SourceText


class Line(NamedTuple):
    """The words of a line: each as it is compared, its characters there, and whether it is quoted, if any is."""

    keys: Sequence[str]
    spans: Sequence[tuple[int, int]]
    quoted: Sequence[bool]


class Reading:
    """An article by the fingerprints that were taken of it: its words and its sentences are counted from 0."""

    def __init__(self, prints: Prints, text: SourceText) -> None:
        """Take an article; nothing of it is read yet."""
        self.own = prints.own
        self._text = text
        self._lines = memoryview(prints.lines).cast("I")
        self._counts = memoryview(prints.words).cast("I")
        self._read: dict[int, Line] = {}

    def sentence(self, at: int) -> tuple[int, list[str]]:
        """Return the line of a sentence, and its words in small letters."""
        line = self._lines[at]
        here = list(sentences(self._text.lines[line - 1]))[at - bisect_left(self._lines, line)]
        return line, [word.lower() for word in WORD.findall(here.text)]

    def line(self, word: int) -> int:
        """Return on which line a word stands."""
        firsts, numbers = self._firsts
        return numbers[bisect_right(firsts, word) - 1]

    def keys(self, first: int, end: int) -> list[str]:
        """Return the words from ``first`` to ``end`` as they are compared."""
        return [key for _, line, start, stop in self._pieces(first, end) for key in line.keys[start:stop]]

    def quoted(self, first: int, end: int) -> int:
        """Return how many of the words from ``first`` to ``end`` are quoted."""
        return sum(sum(line.quoted[start:stop]) for _, line, start, stop in self._pieces(first, end))

    def text(self, first: int, end: int) -> str:
        """Return the words from ``first`` to ``end`` as the article has them, with one space where a line ends."""
        pieces = list(self._pieces(first, end))
        begins, begin, at, _ = pieces[0]
        ends, last, _, stop = pieces[-1]
        lines = list(self._text.lines[begins - 1 : ends])
        lines[-1] = lines[-1][: last.spans[stop - 1][1]]
        lines[0] = lines[0][begin.spans[at][0] :]
        return " ".join(filter(None, map(str.strip, lines)))

    @cached_property
    def _firsts(self) -> tuple[Sequence[int], Sequence[int]]:
        """The number of the first word of each line that has any, and the numbers of these lines."""
        firsts: dict[int, int] = {}
        for line, count, end in zip(self._lines, self._counts, accumulate(self._counts), strict=True):
            if count:
                firsts.setdefault(line, end - count)
        return tuple(firsts.values()), tuple(firsts)

    def _pieces(self, first: int, end: int) -> Iterator[tuple[int, Line, int, int]]:
        """Yield the lines that words stand on, with their numbers, and from where to where the words stand there."""
        firsts, numbers = self._firsts
        for at in range(bisect_right(firsts, first) - 1, bisect_left(firsts, end)):
            line = self._line(numbers[at])
            yield numbers[at], line, max(first - firsts[at], 0), min(end - firsts[at], len(line.keys))

    def _line(self, number: int) -> Line:
        """Return the words of a line, which is read once."""
        line = self._read.get(number)
        if line is None:
            text = self._text.lines[number - 1]
            keys = straight("\n".join(WORD.findall(text)).lower()).split("\n")
            line = Line(keys, [word.span() for word in WORD.finditer(text)], quoted_words(text))
            self._read[number] = line
        return line
