from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from factsite.render import Templates

TEMPLATES = Path(__file__).parent.parent.parent / "templates"


@pytest.mark.parametrize(("name", "most"), [("assets/site.js", 2000), ("assets/search.js", 4000)])
def test_scripts_stay_small(name: str, most: int) -> None:
    """What every page loads and what the search loads are so many bytes at most, compressed."""
    assets = {page.path: page.content for page in Templates([TEMPLATES]).assets()}
    assert len(gzip.compress(assets[name])) <= most


def test_the_script_of_all_pages_holds_each_part_by_itself() -> None:
    """Each part is strict and shares no name with another."""
    for path in sorted((TEMPLATES / "scripts").glob("*.js")):
        code = path.read_text("utf-8").split("*/\n", 1)[1]
        assert code.startswith('(() => {\n  "use strict";\n'), path
        assert code.endswith("})();\n"), path
