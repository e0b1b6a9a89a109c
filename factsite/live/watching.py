"""Which files of a folder were saved. The only module that imports watchfiles; where there is none, it looks for itself.

Editors save in several ways: they write in place, put another file in place, or delete and write anew, with files of their own
beside. One save is one change, and a file that is gone or empty for a moment is waited for.

Each folder is watched for itself, and no link is followed: one that leads to ``/`` would have the whole machine watched.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from factsite import plain

try:
    from watchfiles import watch
except ImportError:  # there is none for every kind of machine
    watch = None  # type: ignore[assignment,unused-ignore]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

TICK: Final = 0.1
"""Seconds after which something is yielded, whether anything was saved or not."""
STEP: Final = 0.01
"""Seconds for which nothing more may be saved before what was saved is told."""
PATIENCE: Final = 2
"""Ticks for which a file that is gone or empty is waited for."""
OF_EDITORS: Final = re.compile(
    r"\..*|.*~|#.*#|4913|.*\.(?:swp|swx|swo|tmp|bak|part|crdownload)|.*___jb_[a-z]+___"
)
"""Names of files that editors make beside the one that is edited."""


def saved(folders: Callable[[], Sequence[Path]]) -> Iterator[frozenset[Path]]:
    """Yield the files that were saved, made or deleted below the folders, as soon as they are settled.

    At least with every tick something is yielded, if it is nothing; what the folders are is asked for again then. A folder
    is yielded itself when it begins to be watched, or another folder in it, for what happened in it before is not known; so is
    what stands in the place of a folder and is none.
    """
    pending: frozenset[Path] = frozenset()
    waited = 0
    for batch in _batches(folders):
        pending |= frozenset(path for path in batch if not OF_EDITORS.fullmatch(path.name))
        if pending and waited < PATIENCE and not all(map(_settled, pending)):
            waited += 1
            continue
        yield pending
        pending, waited = frozenset(), 0


def _settled(path: Path) -> bool:
    """Say whether a file is there and holds something."""
    try:
        return path.is_dir() or path.stat().st_size > 0
    except OSError:
        return False


def _batches(folders: Callable[[], Sequence[Path]]) -> Iterator[frozenset[Path]]:
    """Yield what was saved since the last time, with every tick; the folders themselves when they begin to be watched."""
    while True:
        tops = _standing(folders())
        watched = [Path(inner) for top, is_plain in tops if is_plain for inner in _inner(top)]
        begun = frozenset(top for top, _ in tops)
        for batch in _told_or_looked_for(watched):
            yield batch | begun
            begun = frozenset()
            is_other = any(path in watched or _is_folder(path) for path in batch)
            if is_other or (not batch and tops != _standing(folders())):
                break


def _standing(folders: Sequence[Path]) -> list[tuple[Path, bool]]:
    """Return which of the folders are there, and whether they are plain folders."""
    return [(folder, _is_folder(folder)) for folder in folders if os.path.lexists(folder)]


def _is_folder(path: Path) -> bool:
    try:
        return plain.is_folder(path)
    except OSError:  # it went just now
        return False


def _inner(top: Path) -> Iterator[str]:
    """Yield a folder and all below it, as far as they may be looked into."""
    return (place for place, _, _ in os.walk(top) if os.access(place, os.R_OK | os.X_OK))


def _told_or_looked_for(folders: Sequence[Path]) -> Iterator[frozenset[Path]]:
    """Yield what was saved as the system tells it; where it does not, as for more folders than it can watch, look for it."""
    if watch is not None and folders:
        try:
            yield from _told(folders)
        except OSError:
            pass
        else:
            return
    yield from _looked_for(folders)


def _told(folders: Sequence[Path]) -> Iterator[frozenset[Path]]:
    """Yield what the system tells."""
    for batch in watch(
        *folders,
        watch_filter=None,
        recursive=False,
        debounce=int(10 * STEP * 1000),
        step=int(STEP * 1000),
        rust_timeout=int(TICK * 1000),
        yield_on_timeout=True,
    ):
        yield frozenset(Path(path) for _, path in batch)


def _looked_for(folders: Sequence[Path]) -> Iterator[frozenset[Path]]:
    """Yield what is another file than before, or has other times."""
    before = _signatures(folders)
    while True:
        time.sleep(TICK)
        now = _signatures(folders)
        yield frozenset(
            Path(path) for path in before.keys() | now.keys() if before.get(path) != now.get(path)
        )
        before = now


def _signatures(folders: Sequence[Path]) -> dict[str, tuple[int, int, int]]:
    found: dict[str, tuple[int, int, int]] = {}
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    state = entry.stat(follow_symlinks=False)
                    times = (
                        (0, 0) if entry.is_dir(follow_symlinks=False) else (state.st_mtime_ns, state.st_size)
                    )
                    found[entry.path] = *times, state.st_ino
    return found
