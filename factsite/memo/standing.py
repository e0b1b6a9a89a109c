"""By what files are known without being read: so it is told that everything is as it was when it was last looked at."""

from __future__ import annotations

import os
from stat import S_ISREG
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

Signature = tuple[int, int, int]
"""Size, the time when the entry last changed, and inode. A file's other time can be set back, this one cannot."""

Standing = dict[str, dict[str, Signature]]
"""The files of a folder and of those below it: their signatures by name, by folder ("" is the top)."""

SETTLED: Final = 20_000_000
"""So many nanoseconds after its last change a file is known by its signature: clocks of disks tick every few milliseconds."""


def all_files(folder: str, name: str) -> bool:
    """Look at everything."""
    return True


def standing(
    top: str, looks_at: Callable[[str, str], bool] = all_files, *, links: bool = False, folder: str = ""
) -> Standing:
    """Return how the files below a folder stand; those that cannot be looked at stand as nothing.

    ``looks_at`` is given a folder, with ``/`` at its end but for the top, and a name in it. ``links`` are followed, or else stand
    for themselves.
    """
    found: Standing = {}
    files = found[folder] = {}
    below = []
    try:
        entries = os.scandir(f"{top}/{folder}")
    except OSError:
        return {}
    with entries:
        for entry in entries:
            name = entry.name
            if looks_at(folder, name):
                if entry.is_dir(follow_symlinks=links):
                    below.append(name)
                else:
                    files[name] = _signature(entry, links=links)
    for name in below:
        found |= standing(top, looks_at, links=links, folder=f"{folder}{name}/")
    return found


def _signature(entry: os.DirEntry[str], *, links: bool) -> Signature:
    try:
        found = entry.stat(follow_symlinks=links)
    except OSError:
        return -1, 0, 0
    return found.st_size, found.st_ctime_ns, found.st_ino


def signature(path: str) -> Signature | None:
    """Return the signature of a plain file; None where there is none."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return (found.st_size, found.st_ctime_ns, found.st_ino) if S_ISREG(found.st_mode) else None
