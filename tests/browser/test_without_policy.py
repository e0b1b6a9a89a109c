"""Nothing that is supplied runs on a page even where no policy forbids it: escaping alone has to hold."""

from __future__ import annotations

import datetime as dt
import json
import mimetypes
import re
from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error

from factsite.diagnostic import Diagnostic
from factsite.live.inserted import EVENTS, SCRIPT, STYLES, live, unmade
from factsite.live.server import OWN, fault_for_page
from factsite.place import Place
from tests.built import ROOT, laid
from tests.trust.payloads.fields import write
from tests.trust.payloads.heaps import active, heaps_of
from tests.trust.payloads.lists import every

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser, Route

TOP = "http://site.test/"
HOST = f"{TOP}facts/"
PANEL = "panel.html"
POLICY = re.compile(r'<meta http-equiv="(?:Content-Security-Policy|refresh)" content="[^"]*">')

SENTINEL = """
for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = (...words) => { console.error(`ran ${name} ${words}`); };
"""
"""Tells of what payloads call."""

TRIED = """() => {
  for (const element of document.querySelectorAll("*"))
    for (const name of element.getAttributeNames().filter((name) => name.startsWith("on")))
      { console.error(`listens ${element.localName} ${name}`); element.dispatchEvent(new Event(name.slice(2))); }
  for (const link of document.links)
    if (!["http:", "https:", "mailto:", "vscode:"].includes(link.protocol)) { console.error(`leads to ${link.protocol}`); link.click(); }
}"""
"""Does what a reader may do to what listens for it."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return a site with all payloads in its fields, heaps of them in each, and the pages that feeds hold."""
    folder = tmp_path_factory.mktemp("hostile")
    heaps = heaps_of([*filter(active, every())])
    write(folder, heaps, cards="no")
    outcome, shelf = laid(folder, [ROOT / "templates"], dt.date(2024, 12, 1))
    assert [one for one in outcome.diagnostics if one.severity == "error"] == []
    assert not any(heaps.left.values())
    made = {page.path: page.content for page in shelf.pages}
    entries = json.loads(made["feed.json"])["items"]
    made |= {f"entry-{at}.html": entry["content_html"].encode() for at, entry in enumerate(entries)}
    return made | shown_while_writing(made["about.html"])


def shown_while_writing(page: bytes) -> dict[str, bytes]:
    """Return what `serve` makes of a site with faults: a page that cannot be made, one with the panel, and what the panel is told."""
    faults = [
        Diagnostic("a-rule", Place(text[:80]), text, text, ((Place(text[:80]), text),))
        for text in filter(active, every())
    ]
    told = {
        "folder": "/home/<b>",
        "errors": len(faults),
        "warnings": 0,
        "faults": [*map(fault_for_page, faults[::10])],
    }
    return {
        "unmade.html": live(unmade("<script>alert(1)</script>", faults), 'x"><script>alert(1)</script>', "1"), PANEL: live(page, "claims/c0.html", "1"),
        STYLES: OWN["live.css"], SCRIPT: OWN["live.js"], EVENTS: f"event: faults\ndata: {json.dumps(told)}\n\n".encode(),
    }  # fmt: skip


def opened(
    browser: Browser, files: Mapping[str, bytes], paths: list[str], *, broken: bool = False
) -> list[str]:
    """Open pages without their policy, and return what ran on them, was asked for or was complained about; ``broken`` ones may hang."""
    found: list[str] = []

    def answer(route: Route) -> None:
        path = re.split("[#?]", route.request.url)[0].removeprefix(HOST).removeprefix(TOP)
        if path in files:
            kind = "text/event-stream" if path == EVENTS else mimetypes.guess_type(path)[0]
            body = files[path]
            if kind == "text/html":
                body = POLICY.sub("", body.decode()).encode()
            route.fulfill(body=body, content_type=f"{kind}; charset=utf-8")
        else:
            found.append(f"asks for {route.request.url}")
            route.abort()

    context = browser.new_context()
    context.add_init_script(SENTINEL)
    context.route("**/*", answer)
    tab = context.new_page()
    tab.on("dialog", lambda dialog: (found.append(f"says {dialog.message}"), dialog.dismiss()))
    tab.on("pageerror", lambda error: found.append(f"raises {error}"))
    tab.on("console", lambda said: said.type == "error" and found.append(said.text))
    for path in paths:
        with suppress(Error) if broken else nullcontext():
            tab.goto(HOST + path, timeout=2000 if broken else None)
            if path == PANEL:
                tab.wait_for_selector(".factsite-live__fault")
            tab.evaluate(TRIED)
    context.close()
    return found


def test_nothing_runs_where_escaping_alone_holds(browser: Browser, files: dict[str, bytes]) -> None:
    """Every page of a hostile site, opened without its policy, calls nothing, asks for nothing and has no error."""
    pages = [path for path in files if path.endswith(".html") and path != "search.html"]
    assert all(POLICY.search(files[path].decode()) for path in pages if not path.startswith("entry-"))
    assert opened(browser, files, pages) == []


def test_a_payload_that_is_not_escaped_is_noticed(browser: Browser, files: dict[str, bytes]) -> None:
    """The same pages, were nothing escaped on them, run what they hold."""
    path = "claims/c0.html"
    broken = {
        **files,
        path: files[path].replace(b"&lt;", b"<").replace(b"&gt;", b">").replace(b"&#34;", b'"'),
    }
    found = opened(browser, broken, [path], broken=True)
    assert any(line.startswith("ran alert") for line in found)
    assert any(line.startswith("asks for") for line in found)
