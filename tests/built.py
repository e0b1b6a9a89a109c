"""Built sites for tests that read what is published, each built once."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factsite.pipeline import build
from factsite.publish import Shelf
from factsite.values import Address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factsite.pipeline import Outcome

ROOT = Path(__file__).parent.parent
RIVERS = ROOT / "tests" / "sites" / "rivers"
EXAMPLE = ROOT / "examples" / "summits-and-rivers"
HARBOUR = ROOT / "tests" / "sites" / "harbour"
BASE = Address("https://example.org/under/")

Built = dict[str, bytes]
"""The files of a site by path."""


def laid(folder: Path, templates: Sequence[Path], today: dt.date, **options: Any) -> tuple[Outcome, Shelf]:
    """Build a site as ``pipeline.build`` does, and return what came of it, and its files."""
    shelf = Shelf()
    return build(folder, templates, today, into=shelf, **options), shelf


@cache
def built(folder: Path, base_url: Address | None = None) -> Built:
    """Return the files of a site by path; ``base_url`` takes the place of the site's own."""
    _, shelf = laid(folder, [ROOT / "templates"], dt.date(2026, 12, 31), base_url=base_url)
    assert shelf.pages
    return {page.path: page.content for page in shelf.pages}
