"""Which files of a folder were saved. The only module that imports watchfiles; where there is none, it looks for itself.

Editors save in several ways: they write in place, put another file in place, or delete and write anew, with files of their own
beside. One save is one change, and a file that is gone or empty for a moment is waited for.
"""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

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
    is yielded itself when it begins to be watched, for what happened in it before is not known.
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
        there = [folder for folder in folders() if folder.is_dir()]
        begun = frozenset(there)
        for batch in _told(there) if watch is not None and there else _looked_for(there):
            yield batch | begun
            begun = frozenset()
            if not batch and there != [folder for folder in folders() if folder.is_dir()]:
                break


def _told(folders: Sequence[Path]) -> Iterator[frozenset[Path]]:
    """Yield what the system tells."""
    for batch in watch(
        *folders,
        watch_filter=None,
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
        for place, _, names in os.walk(folder):
            for name in names:
                path = f"{place}/{name}"
                try:
                    state = os.stat(path)  # noqa: PTH116  a Path for each of thousands of files takes longer than the look
                except OSError:
                    continue
                found[path] = state.st_mtime_ns, state.st_size, state.st_ino
    return found
