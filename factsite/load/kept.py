"""What a reading of a site folder keeps for the next one: files that have not changed are not read again."""

from __future__ import annotations

import hashlib
from operator import attrgetter
from os import lstat, scandir
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING, Any

from factsite import plain
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from os import DirEntry
    from pathlib import Path

    from factsite.load.reading import Read

Signature = tuple[int, int, int, int]
"""By what a file is known without being read: times of its content and of its entry, size, inode."""


class File(NamedTuple):
    """A file as it was read."""

    signature: Signature
    content: bytes
    digest: str


class Kept:
    """Files of one site folder by path, and what was made of each."""

    def __init__(self) -> None:
        self._files: dict[str, File] = {}
        self._read: dict[str, tuple[bytes | None, Any]] = {}
        self._folders: dict[str, tuple[Signature, dict[str, str]]] = {}

    def forget(self, files: Iterable[str]) -> None:
        """Read these files and the folders that they are in anew, even where size and times are those of the last reading."""
        for file in files:
            self._files.pop(file, None)
            self._folders.pop(file.rpartition("/")[0], None)

    def names(self, folder: Path, where: str) -> Mapping[str, str]:
        """Return the names of what lies in a folder, but for what is hidden, and what each is: "" for a plain file.

        There are none in what is reached through a link.
        """
        signature = _signature(f"{folder}/{where}", S_ISDIR)
        if signature is None or plain.is_link(f"{folder}/{where.partition('/')[0]}"):
            return {}
        known = self._folders.get(where)
        if known is not None and known[0] == signature:
            return known[1]
        with scandir(f"{folder}/{where}") as entries:
            found = [entry for entry in entries if not entry.name.startswith(".")]
        names = {entry.name: _kind(entry) for entry in found}
        self._folders[where] = signature, names
        return names

    def content(self, folder: Path, file: str) -> tuple[bytes | None, str]:
        """Return a file's bytes and their SHA-256; None where there is no such file. Raises ``OSError`` where it cannot be read."""
        signature = _signature(f"{folder}/{file}", S_ISREG)
        known = self._files.get(file)
        if signature is None or known is None or known.signature != signature:
            self._files.pop(file, None)
            try:
                content = plain.read(folder, file)
            except (FileNotFoundError, NotADirectoryError):
                return None, ""
            if known is not None and known.content == content:
                content = known.content
            if signature is None:  # it came to be after it was looked at
                return content, hashlib.sha256(content).hexdigest()
            known = File(signature, content, hashlib.sha256(content).hexdigest())
            self._files[file] = known
        return known.content, known.digest

    def read(self, file: str, content: bytes | None) -> Any:
        """Return what was read from this content of a file; None where that is not known."""
        known = self._read.get(file)
        return known[1] if known is not None and known[0] == content else None

    def keep(self, file: str, content: bytes | None, read: Read[Any]) -> None:
        """Keep what was read from this content of a file."""
        self._read[file] = content, read


def _kind(entry: DirEntry[str]) -> str:
    """Return what an entry of a folder is, "" for a plain file."""
    if entry.is_file(follow_symlinks=False):
        return ""
    return (
        plain.LINK
        if entry.is_symlink()
        else plain.FOLDER
        if entry.is_dir(follow_symlinks=False)
        else plain.OTHER
    )


def files_below(folder: Path) -> Iterator[str]:
    """Yield the files of a folder and those below it, but for hidden ones, by their paths there, as people sort these."""
    yield from () if plain.is_link(folder) else _files_below(str(folder), "")


def _files_below(folder: str, above: str) -> Iterator[str]:
    try:
        with scandir(folder) as entries:
            found = sorted([entry for entry in entries if entry.name[0] != "."], key=attrgetter("name"))
    except OSError:
        return
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from _files_below(entry.path, f"{above}{entry.name}/")
        elif entry.is_file(follow_symlinks=False):
            yield above + entry.name


def _signature(path: str, is_kind: Callable[[int], bool]) -> Signature | None:
    """Return by what a file or folder is known; None where there is none of this kind."""
    try:
        found = lstat(path)
    except (OSError, ValueError):
        return None
    if not is_kind(found.st_mode):
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino
