"""Font files to faces: which characters a font has and how wide they are. Nothing else of a font is read.

The tables are those of OpenType: ``cmap`` leads from characters to glyphs, ``hmtx`` gives the widths of these, ``name``
and ``OS/2`` the family and the weight by which a drawing asks for the font.
"""

from __future__ import annotations

import unicodedata
from struct import Struct, unpack_from
from struct import error as NotThere  # noqa: N812  it says so
from typing import TYPE_CHECKING, Any, Final

from factsite.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

POSTSCRIPT: Final = 6
"""The name without which what draws passes a font over."""
FAMILY: Final = (16, 1)
"""The names of a family in the table of names, the better first: without the weight, and with it."""

SETTABLE: Final = str.maketrans(
    {
        **dict.fromkeys("\u2007\u202f", "\u00a0"),
        **dict.fromkeys("\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u3000", " "),
        **dict.fromkeys("\u2010\u2011", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"),
    }
)
"""Spaces and hyphens that few fonts have, by those that all have; None: what is nothing to see."""


class UnreadableFontError(Exception):
    """A file is no font that can be read."""

    def __init__(self, path: Path) -> None:
        super().__init__("no TrueType or OpenType font that can be read")
        self.path = path


@dataclass(frozen=True, slots=True)
class Face:
    """A font: its family and weight, and the width of each of its characters, in parts of the size."""

    family: str
    weight: int
    widths: Mapping[str, float]

    def width(self, text: str, size: float) -> float:
        """Return how wide a text is, without kerning, which seldom makes it wider; what the face lacks has no width."""
        width = self.widths.get
        # A list: a generator takes half as long again.
        return size * sum([width(character, 0) for character in text])

    def lacks(self, text: str) -> tuple[str, ...]:
        """Return the characters of a text that the face does not have, each once, in their order."""
        return tuple(dict.fromkeys(character for character in text if character not in self.widths))

    def helped_by(self, others: Iterable[Face]) -> Face:
        """Return the face with the characters that it lacks taken from others, as a drawing takes them."""
        widths: dict[str, float] = {}
        for face in (*others, self):
            widths |= face.widths
        return Face(self.family, self.weight, widths)


def settable(text: str) -> str:
    """Return a text as it is set: composed, and without characters that say nothing to the eye."""
    return unicodedata.normalize("NFC", text).translate(SETTABLE).strip()


def face(path: Path, content: bytes) -> Face:
    """Return the face in a TrueType or OpenType file. Raises ``UnreadableFontError``."""
    try:
        return _face(content)
    except (NotThere, KeyError, StopIteration, ValueError, IndexError, ZeroDivisionError) as fault:
        raise UnreadableFontError(path) from fault


def _face(content: bytes) -> Face:
    tables = {tag: start for tag, _, start, _ in _rows(content, ">4sIII", 12, _one(content, ">H", 4))}
    units = _one(content, ">H", tables[b"head"] + 18)
    measured = _one(content, ">H", tables[b"hhea"] + 34)
    widths = [width for width, _ in _rows(content, ">Hh", tables[b"hmtx"], measured)]
    return Face(
        _family(content, tables[b"name"]),
        _one(content, ">H", tables[b"OS/2"] + 4),
        {
            chr(code): widths[min(glyph, measured - 1)] / units
            for code, glyph in _characters(content, tables[b"cmap"])
            if glyph
        },
    )


def _family(content: bytes, start: int) -> str:
    """Return the family's name in the encoding that every font has."""
    _, count, strings = unpack_from(">HHH", content, start)
    names = {
        number: content[start + strings + offset : start + strings + offset + length].decode("utf-16-be")
        for platform, encoding, _, number, length, offset in _rows(content, ">HHHHHH", start + 6, count)
        if (platform, encoding) == (3, 1)
    }
    return next(names[number] for number in FAMILY if number in names and POSTSCRIPT in names)


def _characters(content: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Yield codes of characters with their glyphs, from the fullest table there is."""
    places = {
        _one(content, ">H", start + offset): start + offset
        for platform, _, offset in _rows(content, ">HHI", start + 4, _one(content, ">H", start + 2))
        if platform in (0, 3)
    }
    return _groups(content, places[12]) if 12 in places else _segments(content, places[4])


def _groups(content: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Yield from a table of format 12: runs of characters with runs of glyphs."""
    for first, last, glyph in _rows(content, ">III", start + 16, _one(content, ">I", start + 12)):
        yield from zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)


def _segments(content: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Yield from a table of format 4: runs of characters, with a distance to their glyphs or a list of these."""
    double = _one(content, ">H", start + 6)
    columns = [start + 14, *(start + 16 + double * number for number in (1, 2, 3))]
    for row in range(0, double - 2, 2):  # the last is only an end mark
        last, first, delta, offset = (_one(content, ">H", column + row) for column in columns)
        for code in range(first, last + 1):
            glyph = code
            if offset:
                glyph = _one(content, ">H", columns[3] + row + offset + 2 * (code - first))
            yield code, (glyph + delta) % 0x10000 if glyph else 0


def _rows(content: bytes, form: str, start: int, count: int) -> Iterator[tuple[Any, ...]]:
    """Return the rows of a table."""
    row = Struct(form)
    return row.iter_unpack(content[start : start + count * row.size])


def _one(content: bytes, form: str, start: int) -> int:
    """Return one number."""
    number: int = unpack_from(form, content, start)[0]
    return number
