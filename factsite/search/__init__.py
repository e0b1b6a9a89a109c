"""The search index: a step of its own, after a build, over the pages as they were published.

What the pages of claims and articles mark to be searched (``texts``) is laid out by words (``shelves``) in ``search/`` of
the site's folder. There ``publish`` leaves it alone, until a page changes: then it removes the index, so that none is
ever served that is older than what it leads to. The site is complete without it.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from factsite.publish import MARK, SEARCH, SEARCH_ASIDE, remove_index
from factsite.search.shelves import files
from factsite.search.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factsite.search.texts import Text

PARTS = ("claims", "sources")
"""The folders of the pages that are searched."""


class NoIndexError(Exception):
    """No index could be made; the message says why."""


def index(folder: Path) -> int:
    """Make the search index of a published site, and return how many pages it covers.

    Raises ``NoIndexError`` where there is no site or nothing to search, ``OSError`` where the disk refuses.
    """
    if not (folder / MARK).is_file():
        raise NoIndexError(f"{folder} holds no site; build it first")
    texts = list(_texts(folder))
    if not texts:
        raise NoIndexError(f"{folder} has no claims and no articles to search")
    wanted = files(texts)
    if not _holds(folder / SEARCH, wanted):
        _replace(folder, wanted)
    return len(texts)


def _texts(folder: Path) -> Iterator[Text]:
    """Yield what the search knows of each page, in the order of their addresses."""
    for part in PARTS:
        for path in sorted((folder / part).glob("*.html")):
            if text := text_of(f"{part}/{path.name}", path.read_text("utf-8")):
                yield text


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
