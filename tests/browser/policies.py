"""What a browser says of a site's files under a policy: every violation, and everything on the console."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.visits import COUNTING, listen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Browser


def complaints(browser: Browser, host: str, paths: Iterable[str], headers: dict[str, str]) -> list[str]:
    """Open files one after the other, each with these headers, and return what is complained of; none is changed by it."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(COUNTING)
    found: list[str] = []
    now = ""
    listen(page, lambda words: found.append(f"{now}: {words}"))
    for now in paths:
        answer = page.goto(f"{host}/{now}", wait_until="load")
        found += [f"{now}: {fault}" for fault in wrong(answer.headers if answer else {}, headers)]
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    context.close()
    return found


def wrong(sent: dict[str, str], headers: dict[str, str]) -> Iterable[str]:
    """Yield what is not sent as it should be."""
    for name, value in headers.items():
        if sent.get(name.lower()) != value:
            yield f"{name} is {sent.get(name.lower())}"
