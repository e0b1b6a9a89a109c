"""Golden sites: each folder of tests/sites/ builds to exactly its expected pages.

``make golden`` writes the expected pages anew; the diff is then read like any other change.
"""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from tests.built import laid

SITES = sorted(path for path in (Path(__file__).parent / "sites").iterdir() if path.is_dir())
TEMPLATES = Path(__file__).parent.parent / "templates"
TODAY = dt.date(2024, 7, 1)


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_a_golden_site_builds_to_exactly_its_expected_pages(
    site: Path, request: pytest.FixtureRequest
) -> None:
    """No page is missing, none is too many, and every byte is the expected one; style sheets are not part of it.

    Cards are compared as they are to be drawn, not as they are drawn.
    """
    outcome, shelf = laid(site, [site / "templates", TEMPLATES], TODAY)
    assert [str(diagnostic.place) for diagnostic in outcome.diagnostics] == []
    built = {page.path: page.content for page in shelf.pages if not page.path.startswith("assets/")}
    built |= {drawing.path.replace(".png", ".svg"): drawing.svg.encode() for drawing in shelf.drawings}
    expected = site / "expected"
    if request.config.getoption("--rewrite"):
        shutil.rmtree(expected, ignore_errors=True)
        for path, content in built.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_bytes(content)
    there = {
        path.relative_to(expected).as_posix(): path.read_bytes()
        for path in expected.rglob("*")
        if path.is_file()
    }
    assert sorted(built) == sorted(there)
    for path, content in built.items():
        assert content.decode() == there[path].decode(), path
