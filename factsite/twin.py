"""The twin of a published site: a second tree of the same files, which the next site is made of, to change places with the first.

What is the same in both is one file with two names (hard links), so a twin takes up names and no space. It is kept from one
build to the next: then a build does to it what it changes, and no more. Nobody has to write down what it holds: it is told by
the numbers of the files (inodes), which a folder lists with their names.
"""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import contextmanager, suppress
from stat import S_IMODE
from typing import TYPE_CHECKING, Final

from factsite import plain
from factsite.exchange import exchange
from factsite.memo.standing import UNSURE, Standing, signature

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CANNOT: Final = frozenset({
    errno.EXDEV, errno.EPERM, errno.EACCES, errno.EBUSY, errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EMLINK, errno.EROFS,
    errno.ENOENT,
})  # fmt: skip
"""What a disk answers that cannot do this; anything else, as that it is full, is a failure."""


BEFORE: Final = ".before"
"""What follows the name of a twin while the site that it takes the place of lies beside it."""


class ImpossibleError(Exception):
    """The site and a twin cannot change places here."""


@contextmanager
def possible() -> Iterator[None]:
    """Raise ``ImpossibleError`` where a disk cannot do what is tried, ``OSError`` where it fails."""
    try:
        yield
    except OSError as refusal:
        if refusal.errno in CANNOT:
            raise ImpossibleError(str(refusal)) from refusal
        raise


def change_places(site: str, twin: str) -> None:
    """Put a twin into the place of a site in one step; where there was a site, it is the twin now. Raises ``OSError``.

    Where the disk knows no such step, it is done in two, and who ends this between them leaves no site, but for ``put_back``.
    """
    if not os.path.lexists(site):
        os.rename(twin, site)  # noqa: PTH104
        return
    try:
        exchange(twin, site)
    except OSError as refusal:
        if refusal.errno not in CANNOT:
            raise
        _in_two_steps(site, twin)


def _in_two_steps(site: str, twin: str) -> None:
    before = f"{twin}{BEFORE}"
    os.rename(site, before)  # noqa: PTH104
    try:
        os.rename(twin, site)  # noqa: PTH104
    except BaseException:
        put_back(site, twin)
        raise
    with suppress(OSError):  # it is made anew
        os.rename(before, twin)  # noqa: PTH104


def put_back(site: str, twin: str) -> None:
    """Put a site back that was taken away to make room for its twin, if nothing stands there. Raises ``OSError``."""
    before = f"{twin}{BEFORE}"
    if plain.is_folder(before) and not os.path.lexists(site):
        os.rename(before, site)  # noqa: PTH104
    forget(before)


def level(site: str, twin: str, files: Standing, folders: Iterable[str] = ()) -> Standing:
    """Make a twin hold exactly these files of a site, and folders for these at least; return how the files stand then.

    A file that gets a second name has another time of change from then on. Raises ``OSError``.
    """
    _plain_folder(twin)
    held = [*(inside for inside, names in files.items() if names), *folders]
    below: dict[str, set[str]] = {"": set()}
    for folder in held:
        steps = folder.split("/")[:-1]
        for depth, name in enumerate(steps):
            below.setdefault("".join(f"{step}/" for step in steps[:depth]), set()).add(name)
    stand = {inside: dict(files[inside]) for inside in files if files[inside]}
    _level(site, twin, stand, below, "")
    return stand


def follow(site: str, twin: str, files: Standing, stale: Iterable[str]) -> Standing:
    """Give a twin the files that are new in its site, and take from it what is stale there; return how the files stand then.

    What a disk refuses of that, the next build does.
    """
    stand = {folder: dict(names) for folder, names in files.items()}
    with suppress(OSError):
        for path in stale:
            os.unlink(f"{twin}/{path}")  # noqa: PTH108
        for folder, names in stand.items():
            os.makedirs(f"{twin}/{folder}", exist_ok=True)  # noqa: PTH103
            for name in names:
                with suppress(FileNotFoundError):
                    os.unlink(f"{twin}/{folder}{name}")  # noqa: PTH108
                names[name] = _linked(f"{site}/{folder}{name}", f"{twin}/{folder}{name}", names[name])
    return stand


def forget(twin: str) -> None:
    """Remove a twin, or whatever stands there, as far as the disk lets it."""
    with suppress(OSError):
        if plain.is_folder(twin):
            shutil.rmtree(twin, ignore_errors=True)
        else:
            os.unlink(twin)  # noqa: PTH108


def _level(site: str, twin: str, files: Standing, below: dict[str, set[str]], folder: str) -> None:
    """Make one folder of a twin hold what it has to, and the folders in it."""
    wanted, inner = files.get(folder, {}), below.get(folder, set())
    _same_rights(f"{site}/{folder}", f"{twin}/{folder}")
    there, others = set(), []
    with os.scandir(f"{twin}/{folder}") as entries:
        for entry in entries:
            name = entry.name
            one = wanted.get(name)
            if (one is not None and entry.inode() == one[2]) or (
                name in inner and entry.is_dir(follow_symlinks=False)
            ):
                there.add(name)
            else:
                others.append(entry)
    for entry in others:
        (shutil.rmtree if entry.is_dir(follow_symlinks=False) else os.unlink)(entry.path)
    for name in wanted.keys() - there:
        wanted[name] = _linked(f"{site}/{folder}{name}", f"{twin}/{folder}{name}", wanted[name])
    for name in inner:
        if name not in there:
            os.mkdir(f"{twin}/{folder}{name}")  # noqa: PTH102
        _level(site, twin, files, below, f"{folder}{name}/")


def _linked(source: str, target: str, known: tuple[int, int, int]) -> tuple[int, int, int]:
    """Give a file a second name; return by what it is known then, which is nothing where somebody changed it meanwhile."""
    as_known = signature(source) == known
    os.link(source, target, follow_symlinks=False)
    return signature(source) if as_known else UNSURE


def _plain_folder(path: str) -> None:
    """Make a folder where none is, also where something else stands."""
    if os.path.lexists(path) and (os.path.islink(path) or not os.path.isdir(path)):  # noqa: PTH112, PTH114
        os.unlink(path)  # noqa: PTH108
    os.makedirs(path, exist_ok=True)  # noqa: PTH103


def _same_rights(source: str, target: str) -> None:
    """Give a folder the owner and the rights of another, if that is there."""
    try:
        wanted = os.stat(source)  # noqa: PTH116
    except FileNotFoundError:
        return
    found = os.stat(target)  # noqa: PTH116
    if (wanted.st_uid, wanted.st_gid) != (found.st_uid, found.st_gid):
        os.chown(target, wanted.st_uid, wanted.st_gid)
    if S_IMODE(wanted.st_mode) != S_IMODE(found.st_mode):
        os.chmod(target, S_IMODE(wanted.st_mode))  # noqa: PTH101
