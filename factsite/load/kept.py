"""What a reading of a site folder keeps for the next one: files that have not changed are not read again."""

from __future__ import annotations

import hashlib
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from factsite.diagnostic import Diagnostic

Signature = tuple[int, int, int, int]
"""By what a file is known without being read: times of its content and of its entry, size, inode."""


class File(NamedTuple):
    """A file as it was read."""

    signature: Signature
    content: bytes
    digest: str


class Made(NamedTuple):
    """What was made of a file, the content it was made of, and the faults found on the way."""

    content: bytes | None
    thing: Any
    faults: tuple[Diagnostic, ...]


class Kept:
    """Files of one site folder by path, and what was made of each."""

    def __init__(self) -> None:
        self._files: dict[str, File] = {}
        self._made: dict[str, Made] = {}
        self._paths: dict[str, Path] = {}
        self._folders: dict[str, tuple[Signature, list[str]]] = {}

    def forget(self, files: Iterable[str]) -> None:
        """Read these files and the folders that they are in anew, even where size and times are those of the last reading."""
        for file in files:
            self._files.pop(file, None)
            self._folders.pop(file.rpartition("/")[0], None)

    def names(self, folder: Path, where: str) -> list[str]:
        """Return the names of what lies in a folder, but for what is hidden."""
        signature = _signature(folder / where, S_ISDIR)
        if signature is None:
            return []
        known = self._folders.get(where)
        if known is None or known[0] != signature:
            names = [path.name for path in (folder / where).iterdir() if not path.name.startswith(".")]
            known = self._folders[where] = signature, names
        return known[1]

    def content(self, folder: Path, file: str) -> tuple[bytes | None, str]:
        """Return a file's bytes and their SHA-256; None where there is no such file."""
        path = self._paths.get(file)
        if path is None:
            path = self._paths[file] = folder / file
        signature = _signature(path, S_ISREG)
        if signature is None:
            self._files.pop(file, None)
            return None, ""
        known = self._files.get(file)
        if known is None or known.signature != signature:
            content = path.read_bytes()
            if known is not None and known.content == content:
                content = known.content
            known = File(signature, content, hashlib.sha256(content).hexdigest())
            self._files[file] = known
        return known.content, known.digest

    def made(self, file: str, content: bytes | None) -> Made | None:
        """Return what was made of this content of a file; None where that is not known."""
        known = self._made.get(file)
        return known if known is not None and known.content == content else None

    def keep(self, file: str, content: bytes | None, thing: Any, faults: Sequence[Diagnostic]) -> None:
        """Keep what was made of this content of a file."""
        self._made[file] = Made(content, thing, tuple(faults))


def _signature(path: Path, is_kind: Callable[[int], bool]) -> Signature | None:
    """Return by what a file or folder is known; None where there is none of this kind."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    if not is_kind(found.st_mode):
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino
