"""Reads the plain files of a folder that strangers may have filled: nothing through a link, and nothing that is no file.

A link in a pull request could lead to any file of the machine that builds, and what is read is published; a pipe would be waited for, and
a device has no end. So each folder on the way is opened in the one above, and no link is followed: what is read is what was looked at,
whoever puts something else in its place meanwhile. The folder itself is named by whoever runs the command, and may be a link.
"""

from __future__ import annotations

import errno
import os
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

LINK: Final = "a link"
FOLDER: Final = "a folder"
OTHER: Final = "a pipe, a socket or a device"

_STEP: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_READ: Final = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_IS_ABLE: Final = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")
"""Whether the system opens files in an open folder. Where it does not, as on Windows, each step is looked at before."""


class UnplainError(OSError):
    """Something stands there that is no plain file, or is reached through what is no plain folder; ``what`` says what it is."""

    def __init__(self, what: str, path: str) -> None:
        super().__init__(errno.ELOOP, f"this is {what}, and only plain files are read", path)
        self.what = what


def read(folder: str | os.PathLike[str], file: str) -> bytes:
    """Return the bytes of a file, by its path in the folder with ``/``.

    Raises ``UnplainError`` for what is no plain file in plain folders, other ``OSError`` where there is none, or the disk refuses.
    """
    opened = _opened(os.fspath(folder), file)
    try:
        mode = os.fstat(opened).st_mode
        if not S_ISREG(mode):
            raise UnplainError(FOLDER if S_ISDIR(mode) else OTHER, file)
        with open(opened, "rb", buffering=0, closefd=False) as content:
            return content.read()
    finally:
        os.close(opened)


def kind(mode: int) -> str:
    """Return what stands somewhere by its mode, in words; "" for a plain file."""
    if S_ISREG(mode):
        return ""
    return LINK if S_ISLNK(mode) else FOLDER if S_ISDIR(mode) else OTHER


def is_plain(folder: str | os.PathLike[str], file: str) -> bool:
    """Say whether a plain file stands at a path in the folder, in plain folders."""
    at, *steps = os.fspath(folder), *file.split("/")
    try:
        for step in steps[:-1]:
            at = f"{at}/{step}"
            if kind(os.lstat(at).st_mode) != FOLDER:
                return False
        return not kind(os.lstat(f"{at}/{steps[-1]}").st_mode)
    except (OSError, ValueError):
        return False


def there(folder: str | os.PathLike[str], file: str) -> bool:
    """Say whether anything stands at a path in the folder, whatever it is."""
    return os.path.lexists(f"{os.fspath(folder)}/{file}")


def is_folder(path: str | os.PathLike[str]) -> bool:
    """Say whether a folder stands there, and no link to one."""
    return os.path.lexists(path) and S_ISDIR(os.lstat(path).st_mode)


def is_link(path: str | os.PathLike[str]) -> bool:
    """Say whether a link stands there, wherever it leads."""
    return os.path.islink(path)  # noqa: PTH114  a Path for each of many files costs more than to look at it


def below(folder: str | os.PathLike[str], above: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path of everything below a folder that is no folder, in their order, and what it is: "" for a plain file."""
    try:
        with os.scandir(f"{os.fspath(folder)}/{above}") as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from below(folder, f"{above}{entry.name}/")
        else:
            is_file = entry.is_file(follow_symlinks=False)
            yield above + entry.name, "" if is_file else LINK if entry.is_symlink() else OTHER


def _opened(folder: str, file: str) -> int:
    *above, name = file.split("/")
    if not _IS_ABLE:
        path = folder
        for step in (*above, name):
            path = f"{path}/{step}"
            if S_ISLNK(os.lstat(path).st_mode):
                raise UnplainError(LINK, file)
        return os.open(path, _READ)
    at = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for step in above:
            inner = _step(step, _STEP, at, file)
            os.close(at)
            at = inner
        return _step(name, _READ, at, file)
    finally:
        os.close(at)


def _step(name: str, flags: int, at: int, file: str) -> int:
    """Open what has a name in an open folder."""
    try:
        return os.open(name, flags, dir_fd=at)
    except OSError as refusal:
        try:
            what = kind(os.stat(name, dir_fd=at, follow_symlinks=False).st_mode)
        except OSError:
            what = ""
        if what and what != FOLDER:
            raise UnplainError(what, file) from refusal
        raise OSError(refusal.errno, refusal.strerror, file) from refusal
