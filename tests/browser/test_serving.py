"""What an editor sees in the browser while the files are edited: the real command, a real Chromium, no clock."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from factsite.headers import HEADERS
from tests.browser.policies import wrong
from tests.browser.visits import COUNTING, listen
from tests.built import HARBOUR, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

WHILE_WRITTEN = {one.name: one.value for one in HEADERS} | {"Cache-Control": "no-store"}
"""The headers of what may change at once."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a site folder to be edited."""
    for part in ("content", "seeds"):
        shutil.copytree(HARBOUR / part, tmp_path / part)
    return tmp_path


@pytest.fixture
def serve(folder: Path) -> Iterator[Callable[[], str]]:
    """Return what starts the command on the folder, and gives its address; it ends with the test."""
    started: list[subprocess.Popen[str]] = []

    def start() -> str:
        command = [sys.executable, str(ROOT / "build.py"), "serve", "--port", "0", "--root", str(folder)]
        running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        started.append(running)
        assert running.stdout is not None
        return running.stdout.readline().split(" at ")[1].split(" ")[0]

    yield start
    for running in started:
        running.kill()
        running.communicate()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page that fails the test for anything that the console says, for a broken policy, and for an answer without the headers."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    opened = context.new_page()
    opened.add_init_script(COUNTING)
    complaints: list[str] = []
    listen(opened, complaints.append)
    opened.on("response", lambda answer: complaints.extend(wrong(answer.headers, WHILE_WRITTEN)))
    yield opened
    context.close()
    assert complaints == []


def change(path: Path, old: str, new: str) -> None:
    """Save a file with other words, by a rename."""
    text = path.read_text("utf-8")
    assert old in text
    aside = path.with_name(f".{path.name}.new")
    aside.write_text(text.replace(old, new), "utf-8")
    aside.rename(path)


def test_a_saved_file_is_seen_at_once(folder: Path, serve: Callable[[], str], page: Page) -> None:
    """The page shows its new words by itself; a fault opens a panel with file and line, and goes when it is mended."""
    fact = folder / "content/facts/passengers.yaml"
    page.goto(f"{serve()}claims/passengers.html")
    change(fact, "summary: Two articles say 1,500, a third", "summary: Two say 1,500, and one")
    page.get_by_text("Two say 1,500, and one about 1,200.").first.wait_for()
    panel = page.get_by_role("status", name="Faults")
    assert panel.count() == 0

    change(fact, "quote: There were 1,500 passengers.", "quote: There were 1,600 passengers.")
    panel.wait_for()
    assert panel.locator("summary").inner_text() == "1 error"
    place = panel.get_by_role("link")
    assert place.first.inner_text() == "content/facts/passengers.yaml:15:12"
    assert place.first.get_attribute("href") == (
        f"vscode://file{folder.as_posix()}/content/facts/passengers.yaml:15:12"
    )
    assert "error[quote-not-in-lines]" in panel.inner_text()
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320

    page.evaluate("window.stays = true")
    change(fact, "quote: There were 1,600 passengers.", "quote: There were 1,500 passengers.")
    panel.wait_for(state="detached")
    assert page.evaluate("window.stays")


def test_a_panel_that_was_closed_comes_back_with_another_fault(
    folder: Path, serve: Callable[[], str], page: Page
) -> None:
    """Whoever knows of a fault can put it away; a new one is told all the same."""
    page.goto(f"{serve()}index.html")
    panel = page.get_by_role("status", name="Faults")
    change(folder / "content/facts/day.yaml", "verdict: supported", "verdict: supportet")
    panel.get_by_role("button", name="Close").click()
    panel.wait_for(state="detached")
    change(folder / "content/facts/boats.yaml", "checked: 2024-06-01", "checked: 2024-06-31")
    panel.wait_for()
    assert panel.locator("summary").inner_text() == "2 errors"


def test_a_site_that_cannot_be_made_yet_shows_why(folder: Path, serve: Callable[[], str], page: Page) -> None:
    """The first thing that a new editor sees is what is missing; mended, the site appears by itself."""
    site = folder / "content/site.yaml"
    change(site, "title: ", "titel: ")
    page.goto(serve())
    assert page.get_by_role("heading", level=1).inner_text() == "This site cannot be made yet"
    assert "content/site.yaml:1:1: error[unknown-key]" in page.locator("pre").inner_text()
    change(site, "titel: ", "title: ")
    page.get_by_role("navigation", name="Site").wait_for()
