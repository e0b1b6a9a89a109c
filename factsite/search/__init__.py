"""The search index: a step of its own, after a build, over the pages as they were published.

What the pages of claims and articles mark to be searched (``texts``) is laid out by words (``shelves``) in ``search/`` of
the site's folder. There ``publish`` leaves it alone, until a page changes: then it removes the index, so that none is
ever served that is older than what it leads to. The site is complete without it.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from factsite.memo.seen import SEARCH
from factsite.publish import MARK, SEARCH_ASIDE, put_index
from factsite.search.drawers import PAGES, drawer, packed_drawer
from factsite.search.shelves import files
from factsite.search.texts import BODY
from factsite.twin import forget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factsite.memo.memory import Memory

PARTS: Final = ("claims", "sources")
"""The folders of the pages that are searched."""
VERSION: Final = "1"
"""Of what is remembered: another one where another drawer would be made of the same pages."""


LIST: Final = "manifest.json"


class NoIndexError(Exception):
    """No index could be made; the message says why."""


def index(folder: Path, memory: Memory) -> int:
    """Make the search index of a published site, and return how many pages it covers.

    Raises ``NoIndexError`` where there is no site or nothing to search, ``OSError`` where the disk refuses.
    """
    if not (folder / MARK).is_file():
        raise NoIndexError(f"{folder} holds no site; build it first")
    pages = list(_searched(folder))
    if not pages:
        raise NoIndexError(f"{folder} has no claims and no articles to search")
    groups = [pages[first : first + PAGES] for first in range(0, len(pages), PAGES)]
    remembered = memory.recall_all(
        "search",
        [(VERSION, *(part for page in group for part in page)) for group in groups],
        lambda missing: (_drawer(folder, groups[number]) for number in missing),
    )
    wanted = files([drawer(one) for one in remembered], memory)
    wanted[LIST] = listed(wanted)
    memory.forget_unused()
    if not _holds(folder / SEARCH, wanted):
        _replace(folder, wanted, memory)
    return len(pages)


def listed(files: Mapping[str, bytes]) -> bytes:
    """Return what the index says of its own files: the manifest of the site, which is made before it, cannot."""
    every = {
        name: {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
        for name, content in sorted(files.items())
    }
    return json.dumps({"files": every}, indent=0).encode() + b"\n"


def _searched(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the address of each page with something to search, and the digest of the page, in order of the addresses."""
    for part in PARTS:
        for name in sorted(path.name for path in (folder / part).glob("*.html")):
            content = (folder / part / name).read_bytes()
            if BODY.encode() in content:
                yield f"{part}/{name}", hashlib.sha256(content).digest()


def _drawer(folder: Path, pages: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the drawer of pages as it is remembered."""
    return packed_drawer((address, (folder / address).read_bytes()) for address, _ in pages)


def _holds(folder: Path, wanted: dict[str, bytes]) -> bool:
    """Say whether a folder holds exactly these files."""
    if not folder.is_dir() or {path.name for path in folder.iterdir()} != wanted.keys():
        return False
    return all((folder / name).read_bytes() == content for name, content in wanted.items())


def _replace(folder: Path, wanted: dict[str, bytes], memory: Memory) -> None:
    """Put an index in the place of an earlier one, in one step."""
    room = memory.file(SEARCH_ASIDE)
    aside = Path(room) if room else folder / SEARCH_ASIDE
    forget(str(aside))
    try:
        aside.mkdir()
        for name, content in wanted.items():
            (aside / name).write_bytes(content)
        put_index(aside, folder)
    finally:
        forget(str(aside))
