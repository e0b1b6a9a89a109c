"""Pages to the site's folder: exactly these files, and all in one step.

A folder is ours when it is empty but for hidden files, or when an earlier build left its mark there. Everything
in it that is not a page is removed, but for hidden files at its top (``.gitignore``, ``.git``), and the search index,
which stays for as long as no page changes: an index of other pages would mislead. All pages that change are first laid
aside. When all are there, the next site is put together beside the first (``twin``), and the two change places in one step of
the system: who is served, and who kills a build, finds the old site or the new one.

Where the disk knows no such step, it takes two. Where the folder cannot be renamed, as one on which a disk is mounted, or has hidden folders at
its top, each page takes its place by a rename of its own. Then a build that is killed between the first and the last of them leaves some of both, which the next build puts right.
"""

from __future__ import annotations

import errno
import filecmp
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from factsite.exchange import exchange, keep, settle
from factsite.frozen import NamedTuple, dataclass
from factsite.memo.pack import DamagedError
from factsite.memo.seen import SEARCH, UNFINISHED
from factsite.memo.standing import NO_FILE, Standing, paths_of, signature, standing
from factsite.page import Drawing, Page
from factsite.twin import ImpossibleError, change_places, follow, forget, level, possible, put_back

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsite.memo.memory import Memory

MARK = ".factsite"
MARK_TEXT = b"This folder is written by factsite. Everything in it is replaced or removed at each build.\n"
ASIDE = ".factsite-new"
SEARCH_ASIDE = ".factsite-search"
"""Where an index is made."""
SPOOL = ".factsite-spool"
"""Where lies what a build needs only for itself."""
REMOVED = ".factsite-removed"
"""Where an index is put before it is removed."""
TWIN = "twin"
"""What the twin is called in the memory of a site folder."""


class HalfDoneError(OSError):
    """The disk refused when some pages had taken their places, and others not."""


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


Described = tuple[str, int]

Draw = Callable[[Sequence[Drawing]], Iterable[tuple[Drawing, bytes, str]]]
"""Gives drawings as PNG, each with what it is remembered by."""


class Publication:
    """A site's folder while a build publishes to it: pages are laid aside, then all take their places.

    Pages can be laid aside by forked processes too: what they lay is known by its path alone.
    """

    def __init__(self, folder: Path, draw: Draw, before: Standing, memory: Memory | None = None) -> None:
        """Take the folder, what draws, and how the files stand there (``memo.seen.outputs_of``).

        The memory has room for what is laid aside, and for the twin; without it all is laid aside in the folder.
        Raises ``NotOursError`` where the folder is not ours, ``OSError`` where the disk refuses.
        """
        refuse_foreign(folder)
        self.folder, self.room, self._memory = folder, folder, memory
        self._draw = draw
        self.before: Standing = before
        self._made: set[str] = set()
        self._is_new = False

    @property
    def aside(self) -> Path:
        """Where pages are laid."""
        return self.room / ASIDE

    def open(self) -> None:
        """Make room for pages, without what earlier builds left that were killed."""
        self._is_new = not self.folder.exists()
        place = self._memory.file(TWIN) if self._memory else None
        if place and not Path(place).parent.is_symlink():
            self.room = Path(place).parent
        else:
            self.folder.mkdir(parents=True, exist_ok=True)
        for room in {self.room, self.folder}:
            for name in (ASIDE, SPOOL, SEARCH_ASIDE, REMOVED):
                _clear(room / name)
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
        return (self.room / SPOOL / name).read_bytes()

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

    def described(self, path: str) -> Described:
        """Return the SHA-256, in hexadecimal digits, and the length of a page that lies aside, or else of the published one."""
        aside = self.aside / path
        with (aside if aside.is_file() else self.folder / path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), os.fstat(file.fileno()).st_size

    def _copy(self, run: Run, path: str, target: int) -> None:
        """Copy a run to the end of a file, without its bytes passing through here."""
        source = self.folder / path if run.path == path else self.room / SPOOL / run.path
        opened = os.open(source, os.O_RDONLY)
        try:
            at = run.start
            while at < run.end:
                copied = os.sendfile(target, opened, at, run.end - at)
                if not copied:
                    raise DamagedError  # somebody took something away from a page meanwhile
                at += copied
        finally:
            os.close(opened)

    def close(self, wanted: set[str]) -> Published:
        """Publish every page that was laid aside, and remove what is not wanted; then ``before`` is how all stand now."""
        changed = standing(str(self.aside), complete=True)
        stale = [path for path in paths_of(self.before) if path not in wanted]
        kept = _without(self.before, {*paths_of(changed), *stale})
        emptied = not all(self.before.values()) and _merged(kept).keys() != self.before.keys()
        if changed or stale or emptied or not self._is_marked():
            try:
                self._replace(kept, changed, stale)
            except ImpossibleError:
                self._put(kept, changed, stale)
        self.leave()
        count = sum(map(len, changed.values()))
        return Published(count, len(wanted) - count, len(stale))

    def _replace(self, kept: Standing, changed: Standing, stale: Sequence[str]) -> None:
        """Let the site as it is to be take the place of the one that is there, in one step. Raises ``ImpossibleError``."""
        if self.room == self.folder:
            raise ImpossibleError("there is no room for a twin")
        site, twin = str(self.folder), str(self.room / TWIN)
        stays = self._hidden()
        if not _bears_on_index(changed, stale):
            stays |= (
                standing(site, folder=f"{SEARCH}/", complete=True) if _is_index(self.folder / SEARCH) else {}
            )
        elif (self.folder / SEARCH).is_symlink():
            raise ImpossibleError("the index lies elsewhere")
        if any(one[0] < 0 for names in stays.values() for one in names.values()):
            raise ImpossibleError("there are links and folders of others")
        with possible():
            stand = level(
                site, twin, _merged(kept, stays), [folder for folder in changed if folder in self.before]
            )
            _move(self.aside, self.room / TWIN)
            if MARK not in stays[""]:
                (self.room / TWIN / MARK).write_bytes(MARK_TEXT)
            settle(twin)
            change_places(site, twin)
        with suppress(OSError):  # what a power cut leaves of that is the old site
            keep(str(self.folder.parent))
        new = follow(site, twin, _looked_at(changed, self.folder), stale)
        self.before = _merged(_without(stand, stays[""], SEARCH), new)

    def _hidden(self) -> Standing:
        """Return how the hidden files stand at the top of the folder, the mark among them if it is right."""
        hidden = {}
        if self.folder.is_dir():
            with os.scandir(self.folder) as entries:
                hidden = {one.name: signature(one.path) for one in entries if one.name.startswith(".")}
        return {
            "": {
                name: one
                for name, one in hidden.items()
                if (self._is_marked() if name == MARK else not name.startswith(UNFINISHED))
            }
        }

    def _is_marked(self) -> bool:
        return _current(self.folder, MARK) == MARK_TEXT

    def _put(self, kept: Standing, changed: Standing, stale: Sequence[str]) -> None:
        """Put every page into its place, and remove what is stale, one after the other."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for inside in {"", *changed, *(path.rpartition("/")[0] for path in stale)}:
            if (self.folder / inside).is_dir() and not os.access(self.folder / inside, os.W_OK | os.X_OK):
                is_disk = os.statvfs(self.folder / inside).f_flag & os.ST_RDONLY
                number = errno.EROFS if is_disk else errno.EACCES
                raise OSError(number, os.strerror(number), str(self.folder / inside))
        if self.room != self.folder:
            self._bring(changed)
        settle(str(self.folder))
        try:
            self._put_each(changed, stale)
        except OSError as refusal:
            raise HalfDoneError(refusal.errno, refusal.strerror, refusal.filename) from refusal
        self.before = _merged(kept, _looked_at(changed, self.folder))

    def _put_each(self, changed: Standing, stale: Sequence[str]) -> None:
        """Change the site, one file after the other."""
        if not self._is_marked():
            (self.folder / MARK).unlink(missing_ok=True)
            (self.folder / MARK).write_bytes(MARK_TEXT)
        if _bears_on_index(changed, stale):
            remove_index(self.folder)
        for path in stale:
            (self.folder / path).unlink()
        if changed:
            _move(self.folder / ASIDE, self.folder)
        if stale or not all(self.before.values()):
            _remove_empty(self.folder)

    def _bring(self, changed: Standing) -> None:
        """Bring what was laid aside elsewhere into the folder, on whose disk it can be renamed."""
        for path in paths_of(changed):
            found = next(
                place for place in (self.aside / path, self.room / TWIN / path) if os.path.lexists(place)
            )
            (self.folder / ASIDE / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.move(found, self.folder / ASIDE / path)
        forget(str(self.room / TWIN))

    def leave(self) -> None:
        """Leave everything as it is."""
        for room in {self.room, self.folder}:
            for name in (ASIDE, SPOOL):
                forget(str(room / name))
        if self._is_new:
            with suppress(OSError):  # it is not there, or holds something
                self.folder.rmdir()

    def _write(self, path: str, content: bytes) -> None:
        self._room(path)
        with open(f"{self.room}/{path}", "wb", buffering=0) as file:  # noqa: PTH123  a path of its own for each page takes as long as the writing
            left = memoryview(content)
            while left:  # a disk that gets full takes a part, and refuses the next
                left = left[file.write(left) :]

    def _room(self, path: str) -> None:
        """Make the folder in which a file is to lie."""
        parent = path.rpartition("/")[0]
        if parent not in self._made:
            (self.room / parent).mkdir(parents=True, exist_ok=True)
            self._made.add(parent)


@contextmanager
def for_all() -> Iterator[None]:
    """Write files that all may read, whatever else is usual for the user: a web server that serves them is mostly another."""
    usual = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(usual)


def put_index(index: Path, folder: Path) -> None:
    """Put a search index into a site, in the place of the one that is there, in one step where the disk knows one."""
    try:
        with possible():
            if os.path.lexists(folder / SEARCH) and not _is_index(folder / SEARCH):
                raise ImpossibleError(f"{folder / SEARCH} is no index")
            if os.path.lexists(folder / SEARCH):
                exchange(str(index), str(folder / SEARCH))
            else:
                index.rename(folder / SEARCH)
    except ImpossibleError:
        if index.parent != folder:
            _clear(folder / SEARCH_ASIDE)
            index = Path(shutil.move(index, folder / SEARCH_ASIDE))
        remove_index(folder)
        index.rename(folder / SEARCH)


def remove_index(folder: Path) -> None:
    """Remove the search index in one go: where that is interrupted, no half of an index is served."""
    _clear(folder / REMOVED)
    if _is_index(folder / SEARCH):
        (folder / SEARCH).rename(folder / REMOVED)
        shutil.rmtree(folder / REMOVED)


def bring_back(folder: Path, memory: Memory) -> None:
    """Put a site back that a build took away, which was killed before it put the new one there."""
    if place := memory.file(TWIN):
        put_back(str(folder), place)


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

    def described(self, path: str) -> Described:
        """Return the SHA-256, in hexadecimal digits, and the length of a page."""
        return hashlib.sha256(self._laid[path]).hexdigest(), len(self._laid[path])


def _bears_on_index(changed: Standing, stale: Iterable[str]) -> bool:
    """Say whether a page changes that an index may be of."""
    return any(path.endswith(".html") for path in (*paths_of(changed), *stale))


def _looked_at(files: Standing, folder: Path) -> Standing:
    """Return how files stand in a folder."""
    return {
        inside: {name: signature(f"{folder}/{inside}{name}") for name in names}
        for inside, names in files.items()
    }


def _without(files: Standing, paths: Iterable[str], top: str = "") -> Standing:
    """Return how files stand but for these, and for those below a folder at the top."""
    left = {
        inside: dict(names) for inside, names in files.items() if not (top and inside.startswith(f"{top}/"))
    }
    for path in paths:
        inside, slash, name = path.rpartition("/")
        left.get(inside + slash, {}).pop(name, None)
    return left


def _merged(*parts: Standing) -> Standing:
    """Return how the files of all parts stand; folders in which nothing stands are none."""
    after: Standing = {"": {}}
    for part in parts:
        for inside, names in part.items():
            after.setdefault(inside, {}).update(names)
    full = {inside[:end] for inside, names in after.items() if names for end in _ends(inside)}
    for folder in full:
        after.setdefault(folder, {})
    return {inside: names for inside, names in after.items() if inside in full or not inside}


def _ends(folder: str) -> Iterator[int]:
    """Yield where the path of each folder ends that leads to one, and its own."""
    return (at + 1 for at, sign in enumerate(folder) if sign == "/")


def _clear(path: Path) -> None:
    """Remove whatever stands at a path."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)  # a pipe too, which to open would be to wait


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
