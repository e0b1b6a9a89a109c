"""Where a value stands in a file that an author wrote."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from factsite.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a text file.

    ``file`` is relative to the site folder, with ``/``; ``line`` and ``column`` count from 1, the column in
    characters. Places sort as a reader walks through the files.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Places:
    """Where each value of one record stands: the place of the record, and line and column of each value in the same file.

    ``lost`` holds the keys whose value could not be read, or was required and is missing. A diagnostic
    already says so; the record carries a neutral stand-in there, and no check judges a stand-in.
    """

    start: Place = Place("")
    keys: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()

    def __getitem__(self, key: str) -> Place:
        """Return the place of the value under ``key``; of the record where the key was not given."""
        point = self.keys.get(key)
        return self.start if point is None else Place(self.start.file, *point)

    def has(self, names: Iterable[str]) -> bool:
        """Say whether none of these keys was lost."""
        return self.lost.isdisjoint(names)
