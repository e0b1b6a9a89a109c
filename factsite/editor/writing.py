"""Writes the author's files: each whole or not at all, and none that is a link to elsewhere."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class RefusedError(Exception):
    """A file is not written: it is a link, leads out of the folder, or is no longer what was read."""


def write_whole(path: Path, content: bytes | str) -> None:
    """Put a file in its place whole: it is written beside, then renamed. It keeps its mode.

    Raises ``RefusedError`` where something else than a plain file stands there, ``OSError`` where the disk refuses.
    """
    refuse_unplain(path)
    beside = _beside(path, content)
    try:
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def write_new(path: Path, content: bytes | str, folder: Path) -> None:
    """Write a file that is not there yet into a folder, whole, and the folders in it that it needs."""
    refuse_outside(path, folder)
    if os.path.lexists(path):
        raise RefusedError(f"{path} is there already")
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content)


def write_changed(folder: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    """Replace files of a folder, by their paths in it; ``before`` is what they held when they were read.

    All are written beside before the first takes its place, so that a full disk changes nothing.
    """
    paths = {name: folder / name for name in sorted(after)}
    for name, path in paths.items():
        refuse_unplain(path)
        refuse_outside(path, folder)
        if path.read_bytes() != before[name]:
            raise RefusedError(f"{path} was changed in the meantime; try again")
    written: dict[Path, Path] = {}
    try:
        for name, path in paths.items():
            written[path] = _beside(path, after[name])
        for path, beside in written.items():
            beside.replace(path)
    finally:
        for beside in written.values():
            beside.unlink(missing_ok=True)


def refuse_outside(path: Path, folder: Path) -> None:
    """Raise ``RefusedError`` where links on the way lead out of a folder."""
    if not path.resolve().is_relative_to(folder.resolve()):
        raise RefusedError(f"{path} leads out of {folder}")


def refuse_unplain(path: Path) -> None:
    """Raise ``RefusedError`` where a link, a folder or a pipe stands."""
    if os.path.lexists(path) and not stat.S_ISREG(path.lstat().st_mode):
        raise RefusedError(f"{path} is no plain file; nothing is written through links")


def _beside(path: Path, content: bytes | str) -> Path:
    """Write a hidden file beside the one that it is to replace, with the same mode."""
    beside = path.with_name(f".{path.name[:100]}.{os.getpid()}.new")
    try:
        with beside.open("xb") as file:
            file.write(content.encode("utf-8") if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(stat.S_IMODE(path.stat().st_mode))
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside
