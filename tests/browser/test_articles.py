"""The page of an article without JavaScript: lines that links light up, and claims folded on a phone and open on a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


def lit(browser: Browser, address: str) -> list[str]:
    """Return the ids of the lines that have a ground of their own, once the page is open."""
    context = browser.new_context(java_script_enabled=False, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    found = page.evaluate(
        "[...document.querySelectorAll('.article-line')]"
        ".filter(line => getComputedStyle(line).backgroundColor !== 'rgba(0, 0, 0, 0)').map(line => line.id)"
    )
    context.close()
    return list(found)


def test_a_link_to_a_range_lights_all_its_lines_and_no_other(browser: Browser, site: Path) -> None:
    """Also one that is not cited but named, and of a long one the first ten."""
    no_limits = (site / "sources/no-limits.html").as_uri()
    world_news = (site / "sources/world-news.html").as_uri()
    assert lit(browser, no_limits) == []
    assert lit(browser, f"{no_limits}#L6") == ["L6"]
    assert lit(browser, f"{no_limits}#L6-L7") == ["L6", "L7"]
    assert lit(browser, f"{world_news}#L1-L3") == ["L1", "L2", "L3"]
    assert lit(browser, f"{world_news}#L39-L63") == [f"L{number}" for number in range(39, 49)]


def test_the_claims_of_a_line_are_folded_on_a_phone_and_open_on_a_desk(browser: Browser, site: Path) -> None:
    """In both the article is what is read first."""
    for width, shown in ((320, False), (1280, True)):
        page = browser.new_page(viewport={"width": width, "height": 900}, java_script_enabled=False)
        page.goto((site / "sources/eastside.html").as_uri())
        assert page.locator("#L2 .backlink a").first.is_visible() is shown
        assert page.locator("#L2 .article-line__claims > summary").is_visible() is not shown
        page.close()
