"""Text folded for comparison, with the way back to the characters that were folded.

A quotation is compared with its source after both are folded: runs of white space (no-break spaces and line ends
among them) become one space, curly quotation marks straight ones, and composed and decomposed letters one form.
Nothing else is forgiven: case, digits, punctuation and words stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from factsite.findings import Span
from factsite.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MARKS = dict.fromkeys("‘’‚‛", "'") | dict.fromkeys("“”„‟", '"')
SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))
PLAIN = str.maketrans(MARKS | dict.fromkeys(SPACES, " "))
"""What single characters are folded to."""

_UNSEEN = (
    (0, 8), (0xE, 0x1B), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x180B, 0x180F),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFDD0, 0xFDEF), (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0xFFFE, 0xFFFF), (0xE0000, 0xE0FFF),
)  # fmt: skip
INVISIBLE = "".join(chr(number) for first, last in _UNSEEN for number in range(first, last + 1))
"""What cannot be seen takes no part in a comparison: a byte order mark, what has no width, joiners, soft hyphens, marks and controls of
direction, variation selectors, fillers, tags, controls that are no space. So words are found in an article that hides something among them.
"""
ANY_INVISIBLE = "".join(f"{chr(first)}-{chr(last)}" for first, last in _UNSEEN)
"""The same as it stands in a class of a regular expression: one by one, each letter of a text would be held against thousands."""

PRINTED = re.compile("[\u034f\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
"""Those of them that Python takes for printable."""

SQUEEZED = re.compile(rf"[\s{ANY_INVISIBLE}]{{2,}}|[{ANY_INVISIBLE}]")
"""What is folded to one space, or to nothing."""

INSIDE_NUMBER = re.compile(r"\d[.,]\d")


@dataclass(frozen=True, slots=True)
class Folded:
    """A stretch of text, folded. Character ``i`` of ``text`` was folded from ``starts[i]`` to ``ends[i]``."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def fold(text: str) -> Folded:
    """Fold a text for comparison; positions count its characters from 0."""
    plain = text.isprintable() and "  " not in text
    if plain and (text.isascii() or (not PRINTED.search(text) and unicodedata.is_normalized("NFC", text))):
        return Folded(_straight(text), range(len(text)), range(1, len(text) + 1))
    composed, starts, ends = _composed(text)
    letters: list[str] = []
    firsts: list[int] = []
    lasts: list[int] = []
    position = 0
    for run in SQUEEZED.finditer(composed):
        start, end = run.span()
        letters.append(composed[position:start])
        firsts.extend(starts[position:start])
        lasts.extend(ends[position:start])
        if any(character.isspace() for character in run[0]):
            letters.append(" ")
            firsts.append(starts[start])
            lasts.append(ends[end - 1])
        position = end
    letters.append(composed[position:])
    firsts.extend(starts[position:])
    lasts.extend(ends[position:])
    return Folded("".join(letters).translate(PLAIN), firsts, lasts)


def _straight(text: str) -> str:
    """Fold what can be printed and has no space but plain single ones, as most lines: only its marks are other ones."""
    if not text.isascii():
        for curly, straight in MARKS.items():
            text = text.replace(curly, straight)
    return text


def folded_text(text: str) -> str:
    """Fold a text whose positions do not matter, without space at its ends."""
    return fold(text).text.strip(" ")


def _composed(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Return the text in composed letters, and from where to where each was composed."""
    if unicodedata.is_normalized("NFC", text):
        return text, range(len(text)), range(1, len(text) + 1)
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        composed = unicodedata.normalize("NFC", text[start:end])
        letters.append(composed)
        starts.extend([start] * len(composed))
        ends.extend([end] * len(composed))
    return "".join(letters), starts, ends


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that are normalised together: a character and the marks that combine with it."""
    start = 0
    for index, character in enumerate(text):
        alone = character < "\u0300" or not _combines(character) or text[start].isspace()
        if index > start and alone:
            yield start, index
            start = index
    if text:
        yield start, len(text)


def _combines(character: str) -> bool:
    """Say whether a character can melt into the one before it: a mark, or a Hangul vowel or final."""
    return unicodedata.category(character).startswith("M") or "\u1161" <= character <= "\u11c2"


class Passage:
    """Some lines of a source as one folded text, and the way back to line and character."""

    def __init__(self, lines: Sequence[str], first: int = 1) -> None:
        """Take the lines of the passage; ``first`` is the number of the first one."""
        self.lines = lines
        self.first = first
        self.line_starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        self.folded = fold(" ".join(lines))

    def find(self, words: str, start: int = 0) -> tuple[int, int] | None:
        """Return where folded words stand as whole words, at or after ``start``, in folded characters."""
        text = self.folded.text
        found = text.find(words, start) if words else -1
        while found >= 0:
            end = found + len(words)
            if not _joined(text, found) and not _joined(text, end):
                return found, end
            found = text.find(words, found + 1)
        return None

    def spans(self, start: int, end: int) -> Iterator[Span]:
        """Yield the stretches of lines that folded characters ``start`` to ``end`` came from."""
        first = self.folded.starts[start]
        last = self.folded.ends[end - 1]
        while first < last:
            line = bisect_right(self.line_starts, first) - 1
            line_start = self.line_starts[line]
            line_end = line_start + len(self.lines[line])
            stop = min(last, line_end)
            stretch = self.lines[line][first - line_start : stop - line_start]
            if stretch.strip():
                begin = first - line_start + len(stretch) - len(stretch.lstrip())
                yield Span(self.first + line, begin, begin + len(stretch.strip()))
            first = line_end + 1


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")


def _joined(text: str, index: int) -> bool:
    """Say whether a cut before ``index`` would go through a word or a number."""
    if not 0 < index < len(text):
        return False
    before, after = text[index - 1], text[index]
    if before == " " or after == " ":
        return False
    if _in_word(before) and _in_word(after):
        return True
    return bool(
        INSIDE_NUMBER.fullmatch(text[max(0, index - 2) : index + 1])
        or INSIDE_NUMBER.fullmatch(text[index - 1 : index + 2])
    )
