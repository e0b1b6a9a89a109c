"""Pages to the site's folder: exactly these files, each replaced whole.

A folder is ours when it is empty but for hidden files, or when an earlier build left its mark there. Everything
in it that is not a page is removed, but for hidden files at its top (``.gitignore``, ``.git``), and the search index,
which stays for as long as no page changes: an index of other pages would mislead. All pages that
change are first written aside; only when all are there does each take its place, by a rename. So a build that
fails or is killed before that leaves the site as it was.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from factsite.page import Page

MARK = ".factsite"
MARK_TEXT = b"This folder is written by factsite. Everything in it is replaced or removed at each build.\n"
ASIDE = ".factsite-new"
SEARCH = "search"
"""The folder of the search index."""
SEARCH_ASIDE = ".factsite-search"
"""Where an index is made."""
REMOVED = ".factsite-removed"
"""Where an index is put before it is removed."""


class NotOursError(Exception):
    """The folder holds files that no build of ours wrote."""


@dataclass(frozen=True, slots=True)
class Published:
    """How many files a build wrote, left as they were and removed."""

    written: int
    unchanged: int
    removed: int


def publish(pages: Sequence[Page], folder: Path) -> Published:
    """Make the folder hold exactly these pages.

    Raises ``NotOursError`` where the folder is not ours, ``OSError`` where the disk refuses.
    """
    refuse_foreign(folder)
    folder.mkdir(parents=True, exist_ok=True)
    aside = folder / ASIDE
    for unfinished in (aside, folder / SEARCH_ASIDE, folder / REMOVED):
        if unfinished.exists():
            shutil.rmtree(unfinished)
    if _current(folder, MARK) != MARK_TEXT:
        (folder / MARK).unlink(missing_ok=True)
        (folder / MARK).write_bytes(MARK_TEXT)
    changed = [page for page in pages if _current(folder, page.path) != page.content]
    for page in changed:
        target = aside / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(page.content)
    wanted = {page.path for page in pages}
    stale = [path for path in _files(folder) if path.relative_to(folder).as_posix() not in wanted]
    if any(
        path.endswith(".html") for path in (*(page.path for page in changed), *(path.name for path in stale))
    ):
        remove_index(folder)
    for path in stale:
        path.unlink()
    for page in changed:
        _clear_way(folder, page.path)
    for page in changed:
        (aside / page.path).replace(folder / page.path)
    _remove_empty(folder)
    return Published(len(changed), len(pages) - len(changed), len(stale))


def remove_index(folder: Path) -> None:
    """Remove the search index in one go: where that is interrupted, no half of an index is served."""
    shutil.rmtree(folder / REMOVED, ignore_errors=True)
    if _is_index(folder / SEARCH):
        (folder / SEARCH).rename(folder / REMOVED)
        shutil.rmtree(folder / REMOVED)


def refuse_foreign(folder: Path) -> None:
    """Raise ``NotOursError`` unless the folder is ours or not there."""
    if folder.exists() and not folder.is_dir():
        raise NotOursError(f"{folder} is no folder")
    if folder.is_dir() and not (folder / MARK).is_file():
        foreign = next(
            (path.name for path in sorted(folder.iterdir()) if not path.name.startswith(".")), None
        )
        if foreign is not None:
            raise NotOursError(f"{folder} holds {foreign}, which factsite did not write")


def _current(folder: Path, name: str) -> bytes | None:
    """Return what a page's file holds now; None where there is no such plain file in plain folders."""
    path = folder / name
    linked = any(step.is_symlink() for step in (path, *path.parents[: name.count("/")]))
    return path.read_bytes() if path.is_file() and not linked else None


def _files(folder: Path) -> Iterator[Path]:
    """Yield everything in the folder that is no folder, but for hidden files and folders at its top, and the index."""
    for path in sorted(folder.iterdir()):
        if not path.name.startswith(".") and not _is_index(path):
            if path.is_dir() and not path.is_symlink():
                yield from (
                    inner for inner in sorted(path.rglob("*")) if inner.is_symlink() or not inner.is_dir()
                )
            else:
                yield path


def _is_index(path: Path) -> bool:
    """Say whether something at the top of the folder is the search index."""
    return path.name == SEARCH and path.is_dir() and not path.is_symlink()


def _clear_way(folder: Path, path: str) -> None:
    """Make the folders that a page needs, and remove a folder that stands where its file goes."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)


def _remove_empty(folder: Path) -> None:
    """Remove the pages that were written aside, and folders in which nothing is left."""
    if (folder / ASIDE).exists():
        shutil.rmtree(folder / ASIDE)
    for path in sorted(folder.rglob("*"), reverse=True):
        inside_hidden = path.relative_to(folder).parts[0].startswith(".")
        if path.is_dir() and not path.is_symlink() and not inside_hidden and not any(path.iterdir()):
            path.rmdir()
