"""An article of which no more is read again than what it shares with another one: the words of a run, or a sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from factsite.analyse.wording.prints import quoted_words, straight
from factsite.analyse.wording.words import WORD, sentences
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factsite.analyse.wording.prints import Prints
    from factsite.model import SourceText


class Line(NamedTuple):
    """The words of a line: each as it is compared, its characters there, and whether it is quoted, if any is."""

    keys: Sequence[str]
    spans: Sequence[tuple[int, int]]
    quoted: Sequence[bool]


class Stretch(NamedTuple):
    """Words of an article in a row.

    They begin on a ``line``; ``keys`` are they as they are compared, ``quoted`` how many of them are quoted, and ``text``
    is what the article has there, with one space where a line ends.
    """

    line: int
    keys: Sequence[str]
    quoted: int
    text: str


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

    def stretch(self, first: int, end: int) -> Stretch:
        """Return the words from ``first`` to ``end``."""
        firsts, numbers = self._firsts
        here = range(bisect_right(firsts, first) - 1, bisect_left(firsts, end))
        keys: list[str] = []
        quoted = 0
        for at in here:
            line = self._line(numbers[at])
            inside = slice(max(first - firsts[at], 0), end - firsts[at])
            keys += line.keys[inside]
            quoted += sum(line.quoted[inside])
        begins, ends = numbers[here[0]], numbers[here[-1]]
        lines = list(self._text.lines[begins - 1 : ends])
        lines[-1] = lines[-1][: self._line(ends).spans[end - firsts[here[-1]] - 1][1]]
        lines[0] = lines[0][self._line(begins).spans[first - firsts[here[0]]][0] :]
        return Stretch(begins, keys, quoted, " ".join(filter(None, map(str.strip, lines))))

    @cached_property
    def _firsts(self) -> tuple[Sequence[int], Sequence[int]]:
        """The number of the first word of each line that has any, and the numbers of these lines."""
        firsts: dict[int, int] = {}
        for line, count, end in zip(self._lines, self._counts, accumulate(self._counts), strict=True):
            if count:
                firsts.setdefault(line, end - count)
        return tuple(firsts.values()), tuple(firsts)

    def _line(self, number: int) -> Line:
        """Return the words of a line, which is read once."""
        line = self._read.get(number)
        if line is None:
            text = self._text.lines[number - 1]
            keys = straight("\n".join(WORD.findall(text)).lower()).split("\n")
            line = Line(keys, [word.span() for word in WORD.finditer(text)], quoted_words(text))
            self._read[number] = line
        return line
