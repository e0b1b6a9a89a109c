"""An article of which no more is read again than what it shares with another one: the words of a run, or a sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from factsite.analyse.wording.prints import quoted_words, straight
from factsite.analyse.wording.words import WORD, sentences
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from factsite.analyse.wording.prints import Prints
    from factsite.model import SourceText


class Stretch(NamedTuple):
    """Words of an article in a row.

    They begin on a ``line``; ``keys`` are they as they are compared, a line each, ``quoted`` how many of them are quoted, and ``text``
    is what the article has there, with one space where a line ends.
    """

    line: int
    keys: str
    quoted: int
    text: str


class Reading:
    """An article by the fingerprints that were taken of it: its words and its sentences are counted from 0."""

    def __init__(self, prints: Prints, text: SourceText) -> None:
        """Take an article; nothing of it is read yet."""
        self.own = prints.own
        self._prints = prints
        self._text = text
        self._stretches: dict[tuple[int, int], Stretch] = {}

    def forget(self) -> None:
        """Keep nothing of what was read."""
        self._stretches.clear()
        self.__dict__.pop("_firsts", None)

    def sentence(self, at: int) -> tuple[int, list[str], frozenset[str]]:
        """Return the line of a sentence, its words in small letters, and which these are."""
        lines = memoryview(self._prints.lines).cast("I")
        line = lines[at]
        here = _sentences(self._text.lines[line - 1])[at - bisect_left(lines, line)]
        keys = [word.lower() for word in WORD.findall(here)]
        return line, keys, frozenset(keys)

    def stretch(self, first: int, end: int) -> Stretch:
        """Return the words from ``first`` to ``end``; what one article shares, others often share too."""
        known = self._stretches.get((first, end))
        if known is None:
            known = self._stretches[first, end] = self._stretch(first, end)
        return known

    def _stretch(self, first: int, end: int) -> Stretch:
        firsts, numbers = self._firsts
        here = range(bisect_right(firsts, first) - 1, bisect_left(firsts, end))
        words: list[re.Match[str]] = []
        quoted = 0
        for at in here:
            found, are_quoted = _line(self._text.lines[numbers[at] - 1])
            inside = slice(max(first - firsts[at], 0), end - firsts[at])
            words += found[inside]
            quoted += sum(are_quoted[inside])
        begins, ends = numbers[here[0]], numbers[here[-1]]
        lines = list(self._text.lines[begins - 1 : ends])
        lines[-1] = lines[-1][: words[-1].end()]
        lines[0] = lines[0][words[0].start() :]
        keys = straight("\n".join([word[0] for word in words]).lower())
        return Stretch(begins, keys, quoted, " ".join(filter(None, map(str.strip, lines))))

    @cached_property
    def _firsts(self) -> tuple[Sequence[int], Sequence[int]]:
        """The number of the first word of each line that has any, and the numbers of these lines."""
        lines, counts = (memoryview(column).cast("I") for column in (self._prints.lines, self._prints.words))
        firsts: dict[int, int] = {}
        for line, count, end in zip(lines, counts, accumulate(counts), strict=True):
            if count:
                firsts.setdefault(line, end - count)
        return tuple(firsts.values()), tuple(firsts)


@lru_cache(maxsize=256)
def _sentences(line: str) -> list[str]:
    """Return the sentences of a line."""
    return [sentence.text for sentence in sentences(line)]


@lru_cache(maxsize=256)
def _line(text: str) -> tuple[Sequence[re.Match[str]], Sequence[bool]]:
    """Return the words of a line, and whether they are quoted, if any is."""
    return list(WORD.finditer(text)), quoted_words(text)
