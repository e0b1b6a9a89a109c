"""By what files are known without being read: so it is told that everything is as it was when it was last looked at."""

from __future__ import annotations

import os
from stat import S_ISLNK, S_ISREG

TYPE_CHECKING = False  # what ``typing`` has too; it would take as long to import as all the rest here
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Final

Signature = tuple[int, int, int]
"""Size, the time when the entry last changed, in nanoseconds, and inode. A file's other time can be set back, this one cannot."""

Standing = dict[str, dict[str, Signature]]
"""The files of a folder and of those below it: their signatures by name, by folder, with ``/`` at its end; "" is the top."""

Flat = tuple[tuple[str, tuple[str, ...], tuple[Signature, ...]], ...]
"""The same as it is written down, which is read in half of the time: folders, each with names and signatures."""

SETTLED: Final = 10_000_000
"""So many nanoseconds after its last change a file is known by its signature: clocks of disks tick every few milliseconds."""

NO_FILE: Final = (-1, 0, 0)
"""Stands for what is no plain file."""

UNSURE: Final = (-2, 0, 0)
"""Stands for a file that changed so shortly before it was looked at that a later change might not show."""


def standing(
    top: str,
    looks_at: Callable[[str, str], bool] | None = None,
    *,
    folder: str = "",
    complete: bool = False,
) -> Standing:
    """Return how the files below a folder stand; nothing stands in a folder that cannot be looked at.

    ``looks_at`` is given a folder and a name in it, and says whether to look. Links are no plain files. What has to be
    complete raises ``OSError`` for a folder that is there and cannot be looked at.
    """
    found: Standing = {}
    files = found[folder] = {}
    below = []
    try:
        entries = os.scandir(f"{top}/{folder}")
    except OSError as refusal:
        if complete and not isinstance(refusal, FileNotFoundError):
            raise
        return {}
    with entries:
        for entry in entries:
            name = entry.name
            if looks_at is None or looks_at(folder, name):
                if entry.is_dir(follow_symlinks=False):
                    below.append(name)
                else:
                    try:
                        one = entry.stat(follow_symlinks=False)
                    except OSError:
                        files[name] = NO_FILE
                    else:
                        files[name] = (
                            (one.st_size, one.st_ctime_ns, one.st_ino) if S_ISREG(one.st_mode) else NO_FILE
                        )
    for name in below:
        found |= standing(top, looks_at, folder=f"{folder}{name}/", complete=complete)
    return found


def flat(files: Standing) -> Flat:
    """Return the same in the form in which it is written down."""
    return tuple((folder, tuple(names), tuple(names.values())) for folder, names in files.items())


def whole(written: Flat) -> Standing:
    """Return what was written down."""
    return {folder: dict(zip(names, ones, strict=True)) for folder, names, ones in written}


def lists(top: str, then: Flat, looks_at: Callable[[str, str], bool]) -> bool:
    """Say whether folders have the files and folders that they had, whatever the files are like now; that is soon said."""
    held = {folder: set(names) for folder, names, _ in then}
    for folder in filter(None, held):
        above, _, name = folder[:-1].rpartition("/")
        held[f"{above}/" if above else ""].add(name)
    for folder, names in held.items():
        path = f"{top}/{folder}"[:-1]
        try:
            now = set(os.listdir(path))  # noqa: PTH208
            linked = S_ISLNK(os.lstat(path).st_mode)
        except OSError:
            return False
        if (linked and folder) or not names <= now:
            return False
        if any(looks_at(folder, name) for name in now - names):
            return False
    return bool(held)


def stand(top: str, then: Flat, part: slice) -> bool:
    """Say whether a part of the files of each folder stand as they did."""
    for folder, names, ones in then:
        for name, one in zip(names[part], ones[part], strict=True):
            path = f"{top}/{folder}{name}"
            try:
                found = os.lstat(path)
                same = (found.st_size, found.st_ctime_ns, found.st_ino) == one
            except OSError:
                same = False
            if not same and signature(path) != one:
                return False
    return True


def signature(path: str) -> Signature:
    """Return the signature of a file; a link is no plain one."""
    try:
        found = os.lstat(path)
    except OSError:
        return NO_FILE
    return (found.st_size, found.st_ctime_ns, found.st_ino) if S_ISREG(found.st_mode) else NO_FILE


def paths_of(files: Standing) -> Iterator[str]:
    """Yield the path of every file."""
    for folder, names in files.items():
        for name in names:
            yield folder + name
