"""The pages in a real Chromium: without a console error, without JavaScript, from disk and at any path."""

from __future__ import annotations

import re
import shutil
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page

from factsite.cli import main
from factsite.serve import server

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
WIDTHS = (320, 768, 1280)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the real site, built by the real command."""
    folder = tmp_path_factory.mktemp("newsroom")
    for part in ("content", "seeds"):
        shutil.copytree(ROOT / part, folder / part)
    assert main(["--root", str(folder)]) == 0
    return folder / "site"


@pytest.fixture(scope="session", params=["http", "sub-path", "disk"])
def address(
    request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Return where the site stands: at the top of a host, under a path, or in a folder on disk."""
    if request.param == "disk":
        yield site.as_uri()
        return
    folder, path = site, ""
    if request.param == "sub-path":
        folder, path = tmp_path_factory.mktemp("host"), "/deep/down"
        shutil.copytree(site, folder / "deep/down")
    with server(folder, 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}{path}"
        running.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page without JavaScript that fails the test for any console message or failed or foreign request."""
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
    opened.on(
        "request",
        lambda request: (
            None
            if request.url.startswith(("http://127.0.0.1:", "file://"))
            else complaints.append(f"foreign: {request.url}")
        ),
    )
    yield opened
    context.close()
    assert complaints == []


KINDS = (
    "index.html", "claims/army-size.html", "claims/soldiers-in-russia.html", "claims/austin-very-serious.html", "sources/index.html", "sources/eastside.html",
    "sources/world-news.html", "coverage.html", "topics/numbers.html", "verdicts/conflicting.html", "methodology.html",
    "corrections.html", "about.html",
)  # fmt: skip


@pytest.mark.parametrize("path", KINDS)
def test_every_kind_of_page_opens_styled_and_whole(page: Page, address: str, path: str) -> None:
    """The style sheet is applied, the heading is there, and nothing is complained of."""
    page.goto(f"{address}/{path}")
    assert page.locator("h1").count() == 1
    assert page.locator("h1").inner_text().strip()
    assert page.locator("link[rel=stylesheet]").count() == 1
    assert (
        page.evaluate("getComputedStyle(document.body).maxWidth + getComputedStyle(document.body).fontFamily")
        != "noneTimes New Roman"
    )


def test_from_the_front_page_to_the_line_behind_the_number_in_two_clicks(page: Page, address: str) -> None:
    """A reader clicks the claim on the size of the army, then the number of the line that says 1.3 million."""
    page.goto(f"{address}/index.html")
    page.get_by_role("link", name="North Korea’s armed forces have about 1.2 million personnel").first.click()
    assert page.url.endswith("/claims/army-size.html")
    evidence = page.locator("mark", has_text="surpassing 1.3 million personnel").first
    assert evidence.is_visible()
    page.locator("a[href$='sources/eastside.html#L5']").first.click()
    assert page.url.endswith("/sources/eastside.html#L5")
    line = page.locator("#L5")
    assert "surpassing 1.3 million personnel" in line.inner_text()
    page.locator("#L5:target").wait_for(state="attached")
    box = line.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < page.viewport_size["height"]


def test_from_an_article_over_what_nobody_has_checked_of_it_back_to_the_line(
    page: Page, address: str
) -> None:
    """A reader of an article asks what the claims cover of it, and the number beside each sentence leads to its line."""
    page.goto(f"{address}/sources/eastside.html")
    page.get_by_role("link", name="What claims cover of it").click()
    assert page.url.endswith("/coverage.html#source-eastside")
    article = page.locator("section[aria-labelledby=source-eastside]")
    for name in ("lines", "figures", "quotations"):
        words = article.locator(".meter", has_text=name).inner_text()
        assert re.search(r"\d+ of \d+", words), words
    number = article.locator(".numeral").first
    words = article.locator("blockquote, .covering__claim").first.inner_text()
    line = number.inner_text().removeprefix("line").strip()
    assert words.strip()
    number.click()
    assert page.url.endswith(f"/sources/eastside.html#L{line}")
    page.locator(f"#L{line}:target").wait_for(state="attached")


def test_an_address_that_there_is_not_gets_a_page_that_leads_back(browser: Browser, site: Path) -> None:
    """At any depth the page is styled, says what happened, and its links work."""
    with server(site, 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        opened = browser.new_page()
        answer = opened.goto(f"http://127.0.0.1:{running.server_address[1]}/claims/of/nobody.html")
        assert answer is not None
        assert answer.status == 404
        assert opened.locator("h1").inner_text() == "Page not found"
        assert opened.evaluate("getComputedStyle(document.querySelector('nav ul')).listStyleType") == "none"
        opened.get_by_role("link", name="Claims").first.click()
        assert opened.locator("h1").inner_text() == "All claims"
        opened.close()
        running.shutdown()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", KINDS)
def test_no_page_is_wider_than_the_screen(
    browser: Browser, site: Path, path: str, width: int, scheme: str
) -> None:
    """Nothing has to be scrolled sideways, on a phone, a tablet or a desk; ink and paper differ in both schemes."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    opened = context.new_page()
    opened.goto(f"{site.as_uri()}/{path}")
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    ink, paper = opened.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.documentElement).backgroundColor + getComputedStyle(document.body).backgroundColor]"
    )
    assert ink not in paper
    context.close()


def test_the_verdict_is_told_by_word_shape_and_colour(page: Page, address: str) -> None:
    """Whoever sees no colours has the words, and the drawing has a shape of its own."""
    shapes = {}
    for claim, words in (
        ("army-size", "Sources conflict"),
        ("us-confirmed", "Supported"),
        ("million-rounds", "Not enough evidence"),
    ):
        page.goto(f"{address}/claims/{claim}.html")
        verdict = page.locator("main .verdict").first
        assert words in verdict.inner_text()
        shapes[verdict.locator("svg").first.inner_html()] = page.evaluate(
            "getComputedStyle(document.querySelector('main .verdict')).color"
        )
    assert len(shapes) == len(set(shapes.values())) == 3


def test_the_keyboard_reaches_the_content_first(browser: Browser, site: Path) -> None:
    """The first stop of the tab key leads past the menu."""
    opened = browser.new_page()
    opened.goto(f"{site.as_uri()}/claims/army-size.html")
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.getAttribute('href')").startswith("#")
    opened.keyboard.press("Enter")
    opened.locator("main:target").wait_for(state="attached")
    opened.close()
