"""What a browser says of a site's files under a policy: every violation, and everything on the console."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error

from tests.browser.visits import COUNTING, listen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Browser, Page

KEPT = (".bib", ".csv")
"""What a browser keeps as a file, and shows nothing of."""
VIEWERS = {
    "violation: style-src-attr inline IMG# in image/png",
    "violation: style-src-elem inline style#xml-viewer-style in application/xml",
}
"""What breaks the policy in the frames in which Chromium shows pictures and XML: styles of its own, no byte of which is in the file."""
INLINE = "Applying inline style violates"
"""What the console says besides of each of them."""
ICON = re.compile(
    r"Failed to load resource: .* status of 404 \(Not Found\) http://127\.0\.0\.1:\d+/favicon\.ico"
)
"""What a browser looks for at the top of a host when it shows a file that is no page, and so names no icon."""


def complaints(browser: Browser, host: str, paths: Iterable[str], headers: dict[str, str]) -> list[str]:
    """Open files one after the other, each with these headers, and return what is complained of; none is changed by it."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(COUNTING)
    found: list[str] = []
    now = ""
    listen(page, lambda words: found.append(f"{now}: {words}"))
    for now in paths:
        found += [f"{now}: {fault}" for fault in wrong(_opened(page, f"{host}/{now}"), headers)]
    context.close()
    return list(_but_for_the_browsers(found))


def _opened(page: Page, address: str) -> dict[str, str]:
    """Open a file, or let the browser keep it, and return the headers that it was sent with."""
    if PurePosixPath(address).suffix not in KEPT:
        answer = page.goto(address, wait_until="load")
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        return answer.headers if answer else {}
    with page.expect_download(), pytest.raises(Error, match="Download is starting"):
        page.goto(address)
    return page.request.get(address).headers


def _but_for_the_browsers(found: Iterable[str]) -> Iterable[str]:
    """Yield the complaints but for what the browser did by itself: a style of its viewers each, and an icon that it looked for."""
    by_words = [(each, each.partition(": ")[2]) for each in found]
    viewers = sum(words in VIEWERS for _, words in by_words)
    for each, words in by_words:
        if words.startswith(INLINE) and viewers:
            viewers -= 1
        elif words not in VIEWERS and not ICON.fullmatch(words):
            yield each


def wrong(sent: dict[str, str], headers: dict[str, str]) -> Iterable[str]:
    """Yield what is not sent as it should be."""
    for name, value in headers.items():
        if sent.get(name.lower()) != value:
            yield f"{name} is {sent.get(name.lower())}"
