"""How much room text takes on a terminal, whose cells are all of one width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from unicodedata import category, east_asian_width

from factsite.report.ink import each_printable, uncommanded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TAB: Final = "    "
"""A tab is shown as so many spaces, wherever it stands."""
CUT: Final = "…"
NEAR: Final = 16
"""So many characters are given up to cut between words."""


def width(text: str) -> int:
    """Return how many cells a printable text takes: East Asian signs two, marks on the letter before none."""
    return sum(map(_cells, text))


def _cells(sign: str) -> int:
    if sign < "\u0300":
        return 1
    if category(sign) in ("Mn", "Me") or "\u1160" <= sign <= "\u11ff":
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of a line as it is shown. Character ``i`` of the line, from 0, begins at cell ``starts[i]``.

    Characters before the part begin where it begins, those behind it where it ends.
    """

    text: str
    starts: Sequence[int]


def shown(line: str, first: int, last: int, room: int) -> Shown:
    """Return a line as it is shown in so many cells; where it is longer, what lies around ``first`` to ``last``."""
    printed = each_printable(line)
    signs = [TAB if sign == "\t" else each for sign, each in zip(line, printed, strict=True)]
    cells = [width(sign) for sign in signs]
    begin, end = 0, len(signs)
    if sum(cells) > room:
        first, last = min(first, len(cells)), min(last, len(cells))
        begin, end = _window(cells, first, last, room - 2)
        begin, end = _between_words(line, begin, end, first, last)
    text = (CUT if begin else "") + "".join(signs[begin:end]) + (CUT if end < len(signs) else "")
    position = len(CUT) if begin else 0
    starts = [0 if index == 0 else position for index in range(begin)]
    for size in cells[begin:end]:
        starts.append(position)
        position += size
    return Shown(text, [*starts, *[position] * (len(signs) - end + 1)])


def _window(cells: Sequence[int], first: int, last: int, room: int) -> tuple[int, int]:
    """Return from where to where to show: all from ``first`` to ``last`` if it fits, and as much on either side."""
    begin = end = first
    room -= cells[first] if first < len(cells) else 0
    end += first < len(cells)
    while end < last and cells[end] <= room:
        room -= cells[end]
        end += 1
    half = room // 2
    while begin and cells[begin - 1] <= half:
        begin -= 1
        half -= cells[begin]
        room -= cells[begin]
    while end < len(cells) and cells[end] <= room:
        room -= cells[end]
        end += 1
    while begin and cells[begin - 1] <= room:
        begin -= 1
        room -= cells[begin]
    return begin, end


def _between_words(line: str, begin: int, end: int, first: int, last: int) -> tuple[int, int]:
    """Return a window a little smaller, that cuts no word, if there is a space near enough outside of the middle."""
    if begin and (space := line.find(" ", begin, min(first, begin + NEAR))) >= 0:
        begin = space + 1
    if end < len(line) and (space := line.rfind(" ", max(last, end - NEAR), end)) >= 0:
        end = space
    return begin, end


def wrapped(text: str, room: int, indent: str) -> Iterator[str]:
    """Yield a printable text in lines of so many cells, those after the first indented; a longer word is left whole."""
    line = ""
    for word in text.split(" "):
        if line.strip() and width(line) + 1 + width(word) > room:
            yield uncommanded(line)
            line = indent + word
        else:
            line = f"{line} {word}" if line else word
    yield uncommanded(line)
