"""The search index: a step of its own, after a build, over the pages as they were published.

Pagefind reads the pages that carry ``data-pagefind-body``, which are those of the claims and of the articles, and
writes the index into ``search/`` of the site's folder. There ``publish`` leaves it alone, until a page changes: then it
removes the index, so that none is ever served that is older than what it leads to. The site is complete without it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

from factsite.publish import MARK, SEARCH

if TYPE_CHECKING:
    from pathlib import Path

ASIDE = ".factsite-search"
LEFT_OUT = (
    "nav",
    ".strip",
    ".numeral",
    ".unseen",
    ".small-print",
    ".evidence__aside",
    ".article-line__claims",
    ".article-line__hidden",
    ".article-line__reason",
    ".pairs",
    "[aria-labelledby=rule]",
    "[aria-labelledby=related]",
)
"""What stands on the pages and is no text of a claim or an article."""
NOT_USED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""Pagefind's own widgets; ours is ``templates/assets/search.js``."""


class NoIndexError(Exception):
    """No index could be made; the message says why."""


def index(folder: Path) -> int:
    """Make the search index of a published site, and return how many pages it covers.

    Raises ``NoIndexError`` where there is no site or no Pagefind, ``OSError`` where the disk refuses.
    """
    if not (folder / MARK).is_file():
        raise NoIndexError(f"{folder} holds no site; build it first")
    try:
        from pagefind_bin import get_executable

        from factsite.filters import UnknownFormatError, put_in_order
    except ImportError as missing:
        raise NoIndexError(
            "Pagefind is not installed; there is none for every kind of machine. The site is complete without search"
        ) from missing
    aside = folder / ASIDE
    shutil.rmtree(aside, ignore_errors=True)
    try:
        _run(get_executable(), folder)
        for pattern in NOT_USED:
            for path in aside.glob(pattern):
                path.unlink()
        put_in_order(aside)
        entry = json.loads((aside / "pagefind-entry.json").read_bytes())
        if _contents(aside) != _contents(folder / SEARCH):
            shutil.rmtree(folder / SEARCH, ignore_errors=True)
            aside.rename(folder / SEARCH)
    except UnknownFormatError as fault:
        raise NoIndexError(f"this Pagefind writes another format: {fault}") from fault
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return sum(language["page_count"] for language in entry["languages"].values())


def _run(pagefind: str, folder: Path) -> None:
    """Run Pagefind on a folder; the index goes aside."""
    command = [
        pagefind,
        "--site",
        ".",
        "--output-subdir",
        ASIDE,
        "--exclude-selectors",
        ", ".join(LEFT_OUT),
    ]
    done = subprocess.run([*command, "--quiet"], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoIndexError(f"Pagefind failed: {(done.stderr or done.stdout).strip()}")


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
