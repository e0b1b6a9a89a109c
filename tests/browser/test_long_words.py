"""A word that is longer than a line: it is broken, and the page stays as wide as the screen."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from factsite.cli import main

if TYPE_CHECKING:
    from playwright.sync_api import Page

SITE = Path(__file__).parents[1] / "sites" / "harbour"
WORD = "Donaudampfschifffahrtsgesellschaftskapitänswitwenversicherung" * 3


def test_no_page_grows_wider_than_the_screen_with_a_long_word(page: Page, tmp_path: Path) -> None:
    """Whether it stands in a claim, in the label of a verdict or in the name of a topic."""
    for part in ("content", "seeds"):
        shutil.copytree(SITE / part, tmp_path / part)
    for fact in (tmp_path / "content/facts").glob("*.yaml"):
        text = fact.read_text("utf-8").replace("verdict: conflicting", "verdict: long")
        fact.write_text(text.replace("claim: ", f"claim: {WORD} ", 1), "utf-8")
    settings = tmp_path / "content/site.yaml"
    labels = (
        f"topics:\n  long:\n    name: {WORD}\nverdicts:\n  long:\n    label: {WORD}\n    class: conflicting\n"
    )
    settings.write_text(settings.read_text("utf-8") + labels, "utf-8")
    assert main(["--root", str(tmp_path), "--date", "2026-11-21"]) == 0
    page.set_viewport_size({"width": 320, "height": 800})
    wide = []
    for path in sorted({*(tmp_path / "site").rglob("*.html")} - {tmp_path / "site/404.html"}):
        page.goto(path.as_uri())
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path.name)
    assert wide == []
