"""Many small things in one file, each fetched by where it lies: so that a build holds few of them at a time."""

from __future__ import annotations

import os
import pickle
from typing import Any, Final

from factsite.frozen import NamedTuple
from factsite.memo.seal import BYTES, seal

NAME: Final = "detail"
"""Under which things of a pack are sealed."""

FEW: Final = 1024
"""So many things are kept for a while: who asks for one often asks again soon."""


class DamagedError(Exception):
    """Something is not as it was when it was put there, or looked at first: what was made of it is worth nothing."""


class Slot(NamedTuple):
    """Where a thing lies in a pack, in bytes."""

    start: int
    length: int


class Pack:
    """A file to whose end things are added."""

    def __init__(self, path: str | None = None, key: bytes = b"", *, fresh: bool = False) -> None:
        """Open the file, which is made where it is not there, and emptied for a ``fresh`` start.

        Things are sealed with the ``key``. Without a path, or where the disk refuses, it is one that nobody sees.
        """
        self._file, self._key = _opened(path), key
        self._fetched: dict[int, Any] = {}
        if fresh:
            os.ftruncate(self._file, 0)
        self.end = os.fstat(self._file).st_size

    def add(self, packed: bytes) -> Slot:
        """Put what ``packed`` gave at the end."""
        packed = seal(self._key, NAME, packed) + packed
        slot = Slot(self.end, len(packed))
        written = 0
        while written < len(packed):
            written += os.pwrite(self._file, packed[written:], self.end + written)
        self.end += len(packed)
        return slot

    def fetch(self, slot: Slot) -> Any:
        """Return what lies there. Raises ``DamagedError``."""
        found = self._fetched.get(slot.start)
        if found is not None:
            return found
        content = os.pread(self._file, slot.length, slot.start)
        if len(content) != slot.length or seal(self._key, NAME, content[BYTES:]) != content[:BYTES]:
            raise DamagedError
        if len(self._fetched) >= FEW:
            self._fetched.clear()
        found = self._fetched[slot.start] = pickle.loads(content[BYTES:])
        return found

    def close(self) -> None:
        """Close the file."""
        os.close(self._file)


def packed(thing: Any) -> bytes:
    """Return a thing as it is put into a pack."""
    return pickle.dumps(thing, 5)


class Far:
    """A thing that lies in a pack: fetched each time that something of it is asked for, and not kept.

    When it is pickled, the pack is left out, and has to be put in again.
    """

    __slots__ = ("_length", "_start", "pack")

    def __init__(self, start: int, length: int, pack: Pack | None = None) -> None:
        self._start, self._length, self.pack = start, length, pack

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what ``pickle`` keeps."""
        return Far, (self._start, self._length)

    def __getattr__(self, name: str) -> Any:
        assert self.pack is not None
        return getattr(self.pack.fetch(Slot(self._start, self._length)), name)


def _opened(path: str | None) -> int:
    if path is not None:
        try:
            return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError:
            pass
    import tempfile

    with tempfile.TemporaryFile() as nameless:
        return os.dup(nameless.fileno())
