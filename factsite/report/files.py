"""The lines of an author's files, and where values end in them: read only where a report shows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factsite import plain
from factsite.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Extents = Callable[[str, str], Mapping[Place, Place]]
    """Tells for the places of the values of a file, given by name and text, where these end."""


WORD = re.compile(r"[\w-]+|#.*")
"""What a place without a value means: a word, or a comment to the end of its line."""


class Files:
    """The files that diagnostics speak of, each read once."""

    def __init__(self, read: Callable[[str], str | None], extents: Extents) -> None:
        """Take the reader, which gives the text of a file or None, and what tells where values end."""
        self._read, self._extents = read, extents
        self._lines: dict[str, list[str]] = {}
        self._ends: dict[str, Mapping[Place, Place]] = {}

    def lines(self, file: str) -> list[str]:
        r"""Return the lines of a file, without their ends; none where there is no file to read."""
        if file not in self._lines:
            text = self._read(file)
            self._lines[file] = [] if text is None else [line.removesuffix("\r") for line in text.split("\n")]
        return self._lines[file]

    def line(self, place: Place) -> str | None:
        """Return the line of a place, if there is one."""
        lines = self.lines(place.file)
        return lines[place.line - 1] if 0 < place.line <= len(lines) else None

    def end(self, place: Place, length: int | None = None) -> Place:
        """Return where a stretch ends that begins at the place: the place right after its last character.

        Without a length, it is the value that begins there, or else the word, or one character. What is given with its
        length ends with the line at the latest.
        """
        line = self.line(place) or ""
        if length is None:
            if (known := self._known(place)) is not None:
                return known
            word = WORD.match(line, place.column - 1)
            length = len(word[0]) if word else 1
        left = max(1, len(line) - place.column + 1)
        return Place(place.file, place.line, place.column + min(length, left))

    def whole(self, place: Place) -> bool:
        """Say whether a place means all of its file: its beginning, where no value begins."""
        return (place.line, place.column) == (1, 1) and self._known(place) is None

    def _known(self, place: Place) -> Place | None:
        """Return where the value ends that begins at a place."""
        if place.file not in self._ends:
            text = self._read(place.file) if place.file.endswith((".yaml", ".md")) else None
            self._ends[place.file] = self._extents(place.file, text) if text is not None else {}
        return self._ends[place.file].get(place)


def reader(folder: Path) -> Callable[[str], str | None]:
    """Return a reader of the files of a site folder."""

    def read(file: str) -> str | None:
        try:
            return plain.read(folder, file).decode("utf-8", "replace")
        except (OSError, ValueError):
            return None

    return read
