"""The way of the tab key through every kind of page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.faults import none_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.kinds import Kind

STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
  .filter(stop => stop.tabIndex >= 0 && !stop.disabled && stop.checkVisibility({visibilityProperty: true})).length"""
"""How many elements the tab key stops at."""

WATCH = """() => {
  window.way = [];
  document.addEventListener("focusin", event => {
    const stop = event.target, style = getComputedStyle(stop), box = stop.getBoundingClientRect();
    window.way.push({
      where: stop.className === "skip" ? "skip" : stop.closest("body > *").tagName,
      words: stop.textContent.trim().slice(0, 40) || stop.getAttribute("aria-label") || stop.tagName,
      href: stop.getAttribute("href"),
      seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && box.width > 0 && box.height > 0
        && box.bottom > 0 && box.top < innerHeight,
    });
  });
}"""
"""Notes every stop: the part of the page, its words, and whether its outline can be seen on the screen."""


def way(page: Page, address: str) -> tuple[list[dict[str, object]], int]:
    """Press the tab key until it has been everywhere, and once more; return the stops, and how many there are."""
    page.goto(address)
    page.evaluate(WATCH)
    stops = page.evaluate(STOPS)
    for _ in range(stops + 1):
        page.keyboard.press("Tab")
    return page.evaluate("window.way"), stops


def test_the_keyboard_goes_past_the_menu_through_all_links_and_out_again(
    browser: Browser, hosts: dict[str, str], kinds: tuple[Kind, ...]
) -> None:
    """First comes the way past the menu, then the menu, then each link in turn; each can be seen; none holds on to it."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    faults = []
    for kind in {kind.template: kind for kind in reversed(kinds)}.values():
        name = f"{kind.site}/{kind.pages[-1]}"
        found, stops = way(page, f"{hosts[kind.site]}/{kind.pages[-1]}")
        order = list(dict.fromkeys(stop["where"] for stop in found[:stops]))
        if order[:2] != ["skip", "HEADER"] or order[-1] != "FOOTER":
            faults.append(f"{name}: the order is {order}")
        if len(found) < stops:
            faults.append(f"{name}: {stops} places to stop, but the key made {len(found)} stops")
        faults += [f"{name}: “{stop['words']}” shows no focus" for stop in found if not stop["seen"]]
    page.close()
    none_of(faults)


def test_the_first_stop_leads_to_the_content(browser: Browser, hosts: dict[str, str]) -> None:
    """Whoever follows it stands in the content, and the next stop is there."""
    page = browser.new_page()
    page.goto(f"{hosts['line-by-line']}/claims/army-size.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("main:target").wait_for(state="attached")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.close()
