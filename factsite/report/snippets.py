"""Lines of a file with their numbers, and marks below them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from factsite.report.cells import CUT, shown, width, wrapped
from factsite.report.ink import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.place import Place
    from factsite.report.files import Files
    from factsite.report.ink import Ink, Style

MOST_LINES: Final = 4
"""Of a longer value, the first lines are shown and the last."""
MOST_ROWS: Final = 8
"""A line that is shown to be read takes so many lines of the terminal at most."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is underlined: from ``place`` to ``end`` (excluded), with what sign, in what style, and what stands beside it.

    Without a sign, the line is there to be read, whole.
    """

    place: Place
    end: Place
    words: str
    sign: str
    style: Style


@dataclass(frozen=True, slots=True)
class Underline:
    """The part of a stretch that lies in one line, characters ``first`` to ``last`` (from 0, excluded)."""

    line: int
    first: int
    last: int
    stretch: Stretch
    words: str


def snippet(stretches: Sequence[Stretch], files: Files, gutter: int, room: int, ink: Ink) -> Iterator[str]:
    """Yield the lines of one file that hold the stretches, each once, and the marks below.

    ``gutter`` is the room for the numbers, ``room`` that of a whole line.
    """
    text = files.lines(stretches[0].place.file)
    found = sorted(
        (under for stretch in stretches for under in _underlines(stretch, text)),
        key=lambda under: (under.line, under.first),
    )
    lines = [(number, list(group)) for number, group in groupby(found, key=lambda under: under.line)]
    before = None
    for number, unders in lines:
        if before is not None and number > before + 1:
            yield ink.paint("faint", f"{' ' * gutter}{CUT}")
        if not unders[0].stretch.sign:
            yield from _read(text[number - 1], number, gutter, room - gutter - 3, ink)
            continue
        for part in _fitting(unders, text[number - 1], room - gutter - 3):
            yield from _marked(text[number - 1], number, part, gutter, room - gutter - 3, ink)
        before = number


def _underlines(stretch: Stretch, text: Sequence[str]) -> Iterator[Underline]:
    """Yield what is to be underlined in each line of a stretch, without the space at the beginning of lines."""
    numbers = list(range(stretch.place.line, min(stretch.end.line, len(text)) + 1))
    if len(numbers) > MOST_LINES:
        numbers = [*numbers[: MOST_LINES - 1], numbers[-1]]
    for number in numbers:
        line = text[number - 1]
        first = stretch.place.column - 1 if number == stretch.place.line else len(line) - len(line.lstrip())
        last = stretch.end.column - 1 if number == stretch.end.line else len(line.rstrip())
        if last > first:
            yield Underline(number, first, last, stretch, stretch.words if number == numbers[-1] else "")


def _read(line: str, number: int, gutter: int, room: int, ink: Ink) -> Iterator[str]:
    """Yield a line as it is to be read: over several lines where it is long, and without marks."""
    rows = list(wrapped(printable(line), room, ""))
    for row in rows[:MOST_ROWS]:
        yield f"{ink.paint('note', f'{number:>{gutter}}' if row is rows[0] else ' ' * gutter)} {ink.paint('note', '|')} {row}"
    if len(rows) > MOST_ROWS:
        yield f"{' ' * gutter} {ink.paint('note', '|')} {CUT}"


def _fitting(unders: Sequence[Underline], line: str, room: int) -> Iterator[Sequence[Underline]]:
    """Yield what is underlined in one line: together, if a line of so many cells can show it, or else one by one."""
    first = min(under.first for under in unders)
    last = max(under.last for under in unders)
    if width(printable(line[first:last])) <= room - 2:
        yield unders
    else:
        yield from ([under] for under in unders)


def _marked(
    line: str, number: int, unders: Sequence[Underline], gutter: int, room: int, ink: Ink
) -> Iterator[str]:
    """Yield a line with its number, and a line of marks for each part that is underlined."""
    seen = shown(line, min(under.first for under in unders), max(under.last for under in unders), room)
    bar = ink.paint("note", "|")
    yield f"{ink.paint('note', f'{number:>{gutter}}')} {bar} {seen.text}".rstrip()
    for under in unders:
        start = seen.starts[min(under.first, len(line))]
        stop = max(start + 1, seen.starts[min(under.last, len(line))])
        marks = " " * start + ink.paint(under.stretch.style, under.stretch.sign * (stop - start))
        words = printable(under.words)
        if words and stop + 1 + width(words) <= room:
            yield f"{' ' * gutter} {bar} {marks} {ink.paint(under.stretch.style, words)}"
            continue
        yield f"{' ' * gutter} {bar} {marks}"
        if words:
            indent = " " * max(0, min(start, room - width(words)))
            for part in wrapped(words, room - len(indent), ""):
                yield f"{' ' * gutter} {bar} {indent}{ink.paint(under.stretch.style, part)}"


def gutter(stretches: Sequence[Stretch]) -> int:
    """Return the room for the numbers of all lines of some stretches."""
    return max((len(str(stretch.end.line)) for stretch in stretches), default=1)
