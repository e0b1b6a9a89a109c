"""Pages to the site's folder: exactly these files, each replaced whole.

A folder is ours when it is empty but for hidden files, or when an earlier build left its mark there. Everything
in it that is not a page is removed, but for hidden files at its top (``.gitignore``, ``.git``), and the search index,
which stays for as long as no page changes: an index of other pages would mislead. All pages that
change are first laid aside; only when all are there does each take its place, by a rename. So a build that
fails or is killed before that leaves the site as it was.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from factsite.frozen import NamedTuple, dataclass
from factsite.memo.seen import SEARCH, UNFINISHED
from factsite.memo.standing import NO_FILE, Standing, paths_of, signature, standing
from factsite.page import Drawing, Page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARK = ".factsite"
MARK_TEXT = b"This folder is written by factsite. Everything in it is replaced or removed at each build.\n"
ASIDE = ".factsite-new"
SEARCH_ASIDE = ".factsite-search"
"""Where an index is made."""
SPOOL = ".factsite-spool"
"""Where lies what a build needs only for itself."""
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


class Run(NamedTuple):
    """Bytes of a file that lies aside, or is published: from ``start`` to ``end``, end excluded."""

    path: str
    start: int
    end: int


Draw = Callable[[Sequence[Drawing]], Iterable[tuple[Drawing, bytes, str]]]
"""Gives drawings as PNG, each with what it is remembered by."""


class Publication:
    """A site's folder while a build publishes to it: pages are laid aside, then all take their places.

    Pages can be laid aside by forked processes too: what they lay is known by its path alone.
    """

    def __init__(self, folder: Path, draw: Draw, before: Standing) -> None:
        """Take the folder, what draws, and how the files stand there (``memo.seen.outputs_of``).

        Raises ``NotOursError`` where the folder is not ours, ``OSError`` where the disk refuses.
        """
        refuse_foreign(folder)
        self.folder, self.aside = folder, folder / ASIDE
        self._draw = draw
        self.before: Standing = before
        self._made: set[str] = set()
        self._is_new = False

    def open(self) -> None:
        """Make room for pages, without what earlier builds left that were killed."""
        self._is_new = not self.folder.exists()
        self.folder.mkdir(parents=True, exist_ok=True)
        for unfinished in (
            self.aside,
            self.folder / SPOOL,
            self.folder / SEARCH_ASIDE,
            self.folder / REMOVED,
        ):
            if unfinished.exists():
                shutil.rmtree(unfinished)
        self.before = {
            inside: names for inside, names in self.before.items() if not inside.startswith(UNFINISHED)
        }

    def stands(self, path: str) -> bool:
        """Say whether a plain file stood at a path when the build began."""
        folder, slash, name = path.rpartition("/")
        return self.before.get(folder + slash, {}).get(name, NO_FILE)[0] >= 0

    def lay(self, path: str, content: bytes) -> None:
        """Lay a page aside, where the one that is published is another."""
        if not (self.stands(path) and (self.folder / path).read_bytes() == content):
            self._write(f"{ASIDE}/{path}", content)

    def draw(self, drawings: Sequence[Drawing]) -> dict[str, str]:
        """Draw pictures and lay them aside; return by their paths what they are remembered by."""
        names = {}
        for drawing, picture, name in self._draw(drawings):
            self.lay(drawing.path, picture)
            names[drawing.path] = name
        return names

    def spool(self, name: str, content: bytes) -> None:
        """Keep something for the time of the build."""
        self._write(f"{SPOOL}/{name}", content)

    def spooled(self, name: str) -> bytes:
        """Return what was kept."""
        return (self.folder / SPOOL / name).read_bytes()

    def join(self, path: str, head: bytes, runs: Iterable[Run], separator: bytes, tail: bytes) -> None:
        """Lay a page aside that is made of runs of others: of spooled ones by their name, or of the published one at its own path."""
        self._room(f"{ASIDE}/{path}")
        with (self.aside / path).open("wb") as joined:
            joined.write(head)
            for number, run in enumerate(runs):
                if number:
                    joined.write(separator)
                joined.flush()
                self._copy(run, path, joined.fileno())
            joined.write(tail)
        if self.stands(path) and filecmp.cmp(self.folder / path, self.aside / path, shallow=False):
            (self.aside / path).unlink()

    def _copy(self, run: Run, path: str, target: int) -> None:
        """Copy a run to the end of a file, without its bytes passing through here."""
        source = self.folder / path if run.path == path else self.folder / SPOOL / run.path
        opened = os.open(source, os.O_RDONLY)
        try:
            at = run.start
            while at < run.end:
                at += os.sendfile(target, opened, at, run.end - at)
        finally:
            os.close(opened)

    def close(self, wanted: set[str]) -> Published:
        """Put every page that was laid aside into its place, and remove what is not wanted; then ``before`` is how all stand now."""
        if _current(self.folder, MARK) != MARK_TEXT:
            (self.folder / MARK).unlink(missing_ok=True)
            (self.folder / MARK).write_bytes(MARK_TEXT)
        changed = standing(str(self.aside))
        stale = [path for path in paths_of(self.before) if path not in wanted]
        if any(path.endswith(".html") for path in (*paths_of(changed), *stale)):
            remove_index(self.folder)
        for path in stale:
            (self.folder / path).unlink()
        if changed:
            _move(self.aside, self.folder)
        self.leave()
        if stale or not all(self.before.values()):
            _remove_empty(self.folder)
        self.before = _updated(self.before, changed, stale, self.folder)
        count = sum(map(len, changed.values()))
        return Published(count, len(wanted) - count, len(stale))

    def leave(self) -> None:
        """Leave everything as it is."""
        for unfinished in (self.aside, self.folder / SPOOL):
            shutil.rmtree(unfinished, ignore_errors=True)
        if self._is_new and self.folder.is_dir() and not any(self.folder.iterdir()):
            self.folder.rmdir()

    def _write(self, path: str, content: bytes) -> None:
        self._room(path)
        with open(f"{self.folder}/{path}", "wb", buffering=0) as file:  # noqa: PTH123  a path of its own for each page takes as long as the writing
            file.write(content)

    def _room(self, path: str) -> None:
        """Make the folder in which a file is to lie."""
        parent = path.rpartition("/")[0]
        if parent not in self._made:
            (self.folder / parent).mkdir(parents=True, exist_ok=True)
            self._made.add(parent)


def remove_index(folder: Path) -> None:
    """Remove the search index in one go: where that is interrupted, no half of an index is served."""
    shutil.rmtree(folder / REMOVED, ignore_errors=True)
    if _is_index(folder / SEARCH):
        (folder / SEARCH).rename(folder / REMOVED)
        shutil.rmtree(folder / REMOVED)


def refuse_foreign(folder: Path) -> None:
    """Raise ``NotOursError`` unless the folder is ours or not there."""
    if folder.is_symlink():
        raise NotOursError(f"{folder} is a link; nothing is written through links")
    if folder.exists() and not folder.is_dir():
        raise NotOursError(f"{folder} is no folder")
    if folder.is_dir() and not (folder / MARK).is_file():
        foreign = next(
            (path.name for path in sorted(folder.iterdir()) if not path.name.startswith(".")), None
        )
        if foreign is not None:
            raise NotOursError(f"{folder} holds {foreign}, which factsite did not write")


class Shelf:
    """A site that is kept in memory: its files in the order in which they were laid there, and what has still to be drawn."""

    def __init__(self) -> None:
        self._laid: dict[str, bytes] = {}
        self.drawings: list[Drawing] = []
        self._spooled: dict[str, bytes] = {}

    @property
    def pages(self) -> tuple[Page, ...]:
        """The files of the site."""
        return tuple(Page(path, content) for path, content in self._laid.items())

    def lay(self, path: str, content: bytes) -> None:
        """Keep a page."""
        self._laid[path] = content

    def draw(self, drawings: Sequence[Drawing]) -> dict[str, str]:
        """Keep drawings as they are."""
        self.drawings += drawings
        return {}

    def spool(self, name: str, content: bytes) -> None:
        """Keep something for the time of the build."""
        self._spooled[name] = content

    def spooled(self, name: str) -> bytes:
        """Return what was kept."""
        return self._spooled[name]

    def join(self, path: str, head: bytes, runs: Iterable[Run], separator: bytes, tail: bytes) -> None:
        """Keep a page that is made of runs of what was kept."""
        pieces = (self._spooled[run.path][run.start : run.end] for run in runs)
        self._laid[path] = head + separator.join(pieces) + tail


def _updated(before: Standing, changed: Standing, stale: Iterable[str], folder: Path) -> Standing:
    """Return how files stand of which some were put there and others removed."""
    after = {inside: dict(names) for inside, names in before.items()}
    for path in stale:
        inside, slash, name = path.rpartition("/")
        del after[inside + slash][name]
    for inside, names in changed.items():
        held = after.setdefault(inside, {})
        held.update((name, signature(f"{folder}/{inside}{name}")) for name in names)
    full = {inside[:end] for inside, names in after.items() if names for end in _ends(inside)}
    return {inside: names for inside, names in after.items() if inside in full or not inside}


def _ends(folder: str) -> Iterator[int]:
    """Yield where the path of each folder ends that leads to one, and its own."""
    return (at + 1 for at, sign in enumerate(folder) if sign == "/")


def _move(source: Path, target: Path) -> None:
    """Put everything of a folder into its place in another, in one go what is not there yet."""
    for entry in os.scandir(source):
        place = target / entry.name
        is_folder = place.is_dir() and not place.is_symlink()
        if entry.is_dir() and is_folder:
            _move(source / entry.name, place)
        else:
            if is_folder:
                shutil.rmtree(place)
            (source / entry.name).replace(place)


def _current(folder: Path, name: str) -> bytes | None:
    """Return what a page's file holds now; None where there is no such plain file in plain folders."""
    path = folder / name
    linked = any(step.is_symlink() for step in (path, *path.parents[: name.count("/")]))
    return path.read_bytes() if path.is_file() and not linked else None


def _is_index(path: Path) -> bool:
    """Say whether something at the top of the folder is the search index."""
    return path.name == SEARCH and path.is_dir() and not path.is_symlink()


def _remove_empty(folder: Path) -> None:
    """Remove the folders in which nothing is left."""
    for path in sorted(folder.rglob("*"), reverse=True):
        inside_hidden = path.relative_to(folder).parts[0].startswith(".")
        if path.is_dir() and not path.is_symlink() and not inside_hidden and not any(path.iterdir()):
            path.rmdir()
