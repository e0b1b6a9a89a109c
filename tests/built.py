"""Built sites for tests that read what is published, each built once."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

from factsite.pipeline import build
from factsite.values import Address

ROOT = Path(__file__).parent.parent
RIVERS = ROOT / "tests" / "sites" / "rivers"
EXAMPLE = ROOT / "examples" / "summits-and-rivers"
HARBOUR = ROOT / "tests" / "sites" / "harbour"
BASE = Address("https://example.org/under/")

Built = dict[str, bytes]
"""The files of a site by path."""


@cache
def built(folder: Path, base_url: Address | None = None) -> Built:
    """Return the files of a site by path; ``base_url`` takes the place of the site's own."""
    outcome = build(folder, [ROOT / "templates"], dt.date(2026, 12, 31), base_url=base_url)
    assert outcome.pages
    return {page.path: page.content for page in outcome.pages}
