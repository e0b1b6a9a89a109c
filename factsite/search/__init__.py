"""The search index: a step of its own, after a build, over the pages as they were published.

What the pages of claims and articles mark to be searched (``texts``) is laid out by words (``shelves``) in ``search/`` of
the site's folder. There ``publish`` leaves it alone, until a page changes: then it removes the index, so that none is
ever served that is older than what it leads to. The site is complete without it.
"""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING, Final

from factsite.publish import MARK, SEARCH, SEARCH_ASIDE, remove_index
from factsite.search.drawers import PAGES, drawer, packed_drawer
from factsite.search.shelves import files
from factsite.search.texts import BODY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factsite.memo import Memory

PARTS: Final = ("claims", "sources")
"""The folders of the pages that are searched."""
VERSION: Final = "1"
"""Of what is remembered: another one where another drawer would be made of the same pages."""


class NoIndexError(Exception):
    """No index could be made; the message says why."""


def index(folder: Path, memory: Memory) -> int:
    """Make the search index of a published site, and return how many pages it covers.

    Raises ``NoIndexError`` where there is no site or nothing to search, ``OSError`` where the disk refuses.
    """
    if not (folder / MARK).is_file():
        raise NoIndexError(f"{folder} holds no site; build it first")
    paths = list(_searched(folder))
    if not paths:
        raise NoIndexError(f"{folder} has no claims and no articles to search")
    groups = [paths[first : first + PAGES] for first in range(0, len(paths), PAGES)]
    packed = memory.recall_all(
        "search",
        [(VERSION, *(_digest(folder, path) for path in group)) for group in groups],
        lambda missing: (packed_drawer((path, (folder / path).read_bytes()) for path in groups[number])
                         for number in missing),
    )  # fmt: skip
    memory.forget_unused()
    wanted = files([drawer(one) for one in packed])
    if not _holds(folder / SEARCH, wanted):
        _replace(folder, wanted)
    return len(paths)


def _searched(folder: Path) -> Iterator[str]:
    """Yield the addresses of the pages with something to search, in their order."""
    for part in PARTS:
        for path in sorted((folder / part).glob("*.html")):
            if BODY.encode() in path.read_bytes():
                yield f"{part}/{path.name}"


def _digest(folder: Path, address: str) -> bytes:
    """Return what tells a page from all others."""
    return address.encode() + hashlib.sha256((folder / address).read_bytes()).digest()


def _holds(folder: Path, wanted: dict[str, bytes]) -> bool:
    """Say whether a folder holds exactly these files."""
    if not folder.is_dir() or {path.name for path in folder.iterdir()} != wanted.keys():
        return False
    return all((folder / name).read_bytes() == content for name, content in wanted.items())


def _replace(folder: Path, wanted: dict[str, bytes]) -> None:
    """Put an index in the place of an earlier one, in one go."""
    aside = folder / SEARCH_ASIDE
    shutil.rmtree(aside, ignore_errors=True)
    try:
        aside.mkdir()
        for name, content in wanted.items():
            (aside / name).write_bytes(content)
        remove_index(folder)
        aside.rename(folder / SEARCH)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
