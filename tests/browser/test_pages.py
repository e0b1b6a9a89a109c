"""The pages in a real Chromium: without JavaScript, from disk and at any path."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.faults import none_of
from tests.browser.kinds import OWN, TEMPLATES, kinds_of
from tests.browser.visits import CONTENT, WIDTHS

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from playwright.sync_api import Browser, Page

    from tests.browser.kinds import Kind
    from tests.browser.visits import Visit

STYLED = "() => getComputedStyle(document.body).maxWidth + getComputedStyle(document.body).fontFamily"


def test_every_kind_of_page_opens_styled_and_whole(page: Page, address: str, kinds: tuple[Kind, ...]) -> None:
    """The style sheet is applied, there is one heading, and nothing is complained of, wherever the site stands."""
    for kind in kinds:
        if kind.site == OWN and kind.template != "not-found":
            page.goto(f"{address}/{kind.pages[0]}")
            assert page.locator("h1").count() == 1, kind
            assert page.locator("h1").inner_text().strip(), kind
            assert page.locator("link[rel=stylesheet]").count() == 1, kind
            assert page.evaluate(STYLED) != "noneTimes New Roman", kind


def test_every_template_is_opened_here(
    sites: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No template is without a page: whoever adds one adds it to a site of the tests, too."""
    made = {
        kind.template
        for name, folder in sites.items()
        for kind in kinds_of(name, folder, tmp_path_factory.mktemp("marked"))
    }
    assert sorted(made) == sorted(template.stem for template in (TEMPLATES / "pages").glob("*.html"))


def test_an_old_address_of_a_claim_leads_to_the_new_one(page: Page, address: str) -> None:
    """Who follows an old link is taken to the claim, without JavaScript."""
    page.goto(f"{address}/claims/lawmakers-briefed.html")
    expect(page).to_have_url(f"{address}/claims/lack-of-modern-tactics.html")
    page.locator("main .verdict").first.wait_for()


def test_without_javascript_no_content_is_missing(
    page: Page, hosts: dict[str, str], visits: tuple[Visit, ...]
) -> None:
    """What a reader with JavaScript reads is there without it, on every kind of page."""
    page.set_viewport_size({"width": WIDTHS[0], "height": 800})
    for visit in visits:
        page.goto(f"{hosts[visit.site]}/{visit.path}")
        assert page.evaluate(CONTENT) == visit.text, visit.name


def test_a_browser_complains_of_nothing(visits: tuple[Visit, ...]) -> None:
    """The console is silent and no request fails, with JavaScript on."""
    none_of(f"{visit.name}: {complaint}" for visit in visits for complaint in visit.complaints)


def test_from_the_front_page_to_the_line_behind_the_number_in_two_clicks(page: Page, address: str) -> None:
    """A reader clicks the claim on the size of the army, then the number of the line that says 1.3 million."""
    page.goto(f"{address}/index.html")
    page.get_by_role("link", name="North Korea’s armed forces have about 1.2 million personnel").first.click()
    expect(page).to_have_url(f"{address}/claims/army-size.html")
    expect(page.locator("mark", has_text="surpassing 1.3 million personnel").first).to_be_visible()
    page.locator("a[href$='sources/eastside.html#L5']").first.click()
    expect(page).to_have_url(f"{address}/sources/eastside.html#L5")
    line = page.locator("#L5")
    assert "surpassing 1.3 million personnel" in line.inner_text()
    page.locator("#L5:target").wait_for(state="attached")
    expect(line).to_be_in_viewport()
    box = line.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < page.viewport_size["height"]


def test_from_an_article_over_what_nobody_has_checked_of_it_back_to_the_line(
    page: Page, address: str
) -> None:
    """A reader of an article asks what the claims cover of it, and the number beside each sentence leads to its line."""
    page.goto(f"{address}/sources/eastside.html")
    page.get_by_role("link", name="What claims cover of it").click()
    expect(page).to_have_url(f"{address}/coverage.html#source-eastside")
    article = page.locator("section[aria-labelledby=source-eastside]")
    for name in ("lines", "figures", "quotations"):
        words = article.locator(".meter", has_text=name).inner_text()
        assert re.search(r"\d+ of \d+", words), words
    article.locator("summary").click()
    number = article.locator(".numeral").first
    words = article.locator("blockquote, .covering__claim").first.inner_text()
    line = number.inner_text().removeprefix("line").strip()
    assert words.strip()
    number.click()
    expect(page).to_have_url(f"{address}/sources/eastside.html#L{line}")
    page.locator(f"#L{line}:target").wait_for(state="attached")


def test_an_address_that_there_is_not_gets_a_page_that_leads_back(
    browser: Browser, hosts: dict[str, str]
) -> None:
    """At any depth the page is styled, says what happened, and its links work."""
    opened = browser.new_page()
    answer = opened.goto(f"{hosts[OWN]}/claims/of/nobody.html")
    assert answer is not None
    assert answer.status == 404
    assert opened.locator("h1").inner_text() == "Page not found"
    assert opened.evaluate("getComputedStyle(document.querySelector('nav ul')).listStyleType") == "none"
    opened.get_by_role("link", name="Claims").first.click()
    expect(opened.locator("h1")).to_have_text("All claims")
    opened.close()


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
