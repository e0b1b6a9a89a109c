"""The search index of a site that is published nowhere: made once, of the pages as they are at the start."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from factsite import search
from factsite.memo.memory import Memory
from factsite.memo.seen import SEARCH
from factsite.page import Page
from factsite.publish import Publication
from factsite.render import TemplateFaultError

if TYPE_CHECKING:
    from factsite.live.server import Show


def index(show: Show) -> None:
    """Make the index, and give it to be shown; none where the site cannot be made, or no index of it."""
    pages = show.workshop.state.pages
    found: dict[str, bytes] = {}
    try:
        if pages is not None:
            found = _index([Page(path, content) for path, content in pages.every() if path.endswith(".html")])
    except (search.NoIndexError, TemplateFaultError, OSError):
        pass  # the search page says that there is none
    finally:
        show.found(found)


def _index(pages: list[Page]) -> dict[str, bytes]:
    """Return the files of the index of some pages, by their paths in the site."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        publication = Publication(folder, lambda drawings: (), {})
        publication.open()
        for page in pages:
            publication.lay(page.path, page.content)
        publication.close({page.path for page in pages})
        search.index(folder, Memory(Path(name)))
        files = [path for path in (folder / SEARCH).rglob("*") if path.is_file()]
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
