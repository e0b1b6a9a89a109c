"""Text to lines of a measure: where they break, at which size they fit, what is cut off at last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factsite.render.cards.faces import Face

ELLIPSIS: Final = "…"
BREAK: Final = re.compile(r"(?<!\d) ")
"""Where a line may end: at a space, but not between a number and what it counts."""
LEADING: Final = 1.14
NARROWER: Final = 0.98
"""How far a measure is drawn in at a time, to make lines of like length."""


class Lines(NamedTuple):
    """Text as it is set: its size, its lines, and whether words at its end had to be left out."""

    size: int
    words: tuple[str, ...]
    cut: bool = False


class Area(NamedTuple):
    """Where a part of a card stands: from ``top`` down, its text from ``left`` to ``right``, numbers of lines up to ``numbers``."""

    numbers: int
    left: int
    right: int
    top: int

    def at(self, share: float) -> int:
        """Return where a place lies that is given in percent of the width."""
        return self.left + round((self.right - self.left) * share / 100)


def broken(text: str, face: Face, size: float, measure: float) -> tuple[str, ...]:
    """Return the lines of a text, each as full as it can be; a word that is wider than a line is broken anywhere."""
    lines: list[str] = []
    line, wide = "", 0.0
    space = face.width(" ", size)
    for word in _short_enough(BREAK.split(text), face, size, measure):
        added = face.width(word, size)
        if line and wide + space + added > measure:
            lines.append(line)
            line, wide = word, added
        elif line:
            line, wide = f"{line} {word}", wide + space + added
        else:
            line, wide = word, added
    return (*lines, line) if line else tuple(lines)


def _short_enough(words: Iterable[str], face: Face, size: float, measure: float) -> Iterator[str]:
    """Yield the words, in pieces where one is wider than a line."""
    for word in words:
        piece = ""
        for character in word if face.width(word, size) > measure else ():
            if piece and face.width(piece + character, size) > measure:
                yield piece
                piece = ""
            piece += character
        yield piece or word


def balanced(text: str, face: Face, size: float, measure: float) -> tuple[str, ...]:
    """Return as few lines as can be, of lengths as like as can be."""
    lines = broken(text, face, size, measure)
    least = measure / 2
    while measure > least:
        measure *= NARROWER
        narrower = broken(text, face, size, measure)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def fitted(text: str, face: Face, sizes: Iterable[int], measure: float, height: float) -> Lines | None:
    """Return a text at the first of the sizes at which it fits, if there is one."""
    for size in sizes:
        if leading(size) * len(broken(text, face, size, measure)) <= height:
            return Lines(size, balanced(text, face, size, measure))
    return None


def leading(size: int) -> int:
    """Return the distance between the lines of a large text."""
    return round(size * LEADING)


def one_line(text: str, face: Face, size: int, measure: float) -> str:
    """Return a text on one line, cut where it is longer: "" where the face lacks a character, or nothing of it can be seen."""
    return "" if face.lacks(text) else "".join(cut(text, face, size, 1, measure).words)


def cut(text: str, face: Face, size: int, most: int, measure: float) -> Lines:
    """Return at most so many lines of a text, with an ellipsis where words had to be left out."""
    lines = broken(text, face, size, measure)
    if len(lines) <= most:
        return Lines(size, lines)
    last = lines[most - 1]
    while last and face.width(last + ELLIPSIS, size) > measure:
        last = last[:-1]
    return Lines(size, (*lines[: most - 1], last.rstrip(" ,;:–—") + ELLIPSIS), cut=True)
