"""Measure what ``serve`` holds and what pages are under their headers, and write it down: ``python -m tests.trust.served``.

It builds the site of this repository and those of the tests, asks a server for two hundred files at once, asks again beside fifty
listening pages while the site is made anew, and opens every kind of page and every kind of file in a Chromium under the headers.
The figures go into ``docs/trust/runs/served.json``.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from factsite.headers import HEADERS
from factsite.live.server import Show
from factsite.live.server import server as live
from factsite.serve import server
from tests.answering import test_asking
from tests.answering.browsers import HEAD, all_at_once, connected
from tests.browser.chromium import launched
from tests.browser.kinds import NEWSROOMS, OWN, built, kinds_of, path_of
from tests.browser.policies import complaints
from tests.browser.test_policies import files_of
from tests.edited import Folder, fact
from tests.trust.page import RUNS

AT_ONCE: Final = 200


def at_once(site: Path) -> float:
    """Return the seconds in which two hundred files of a built site arrive, each whole."""
    files = sorted(path for path in site.rglob("*") if path.is_file() and not path.name.startswith("."))
    asked = [files[number % len(files)] for number in range(AT_ONCE)]
    with server(site, 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        began = time.monotonic()
        answers = all_at_once(
            running.server_address[1], [path.relative_to(site).as_posix() for path in asked]
        )
        took = time.monotonic() - began
        running.shutdown()
    assert answers == [path.read_bytes() for path in asked]
    return took


def beside_streams(top: Path) -> float:
    """Return the seconds in which two hundred pages arrive beside fifty that listen, while the site is made anew."""
    folder = Folder(top)
    workshop = folder.workshop()
    folder.refresh(workshop)
    with live(Show(workshop), 0) as running, ExitStack() as stack:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        port = running.server_address[1]
        for _ in range(50):
            listening = stack.enter_context(connected(port))
            listening.sendall(HEAD.format("/.factsite/events?page=claims/boats.html", port).encode())
        ended = threading.Event()

        def saving() -> None:
            while not ended.is_set():
                folder.change(fact("day"), "summary: ", "summary: Now ")
                folder.refresh(workshop)
                folder.restore(fact("day"))
                folder.refresh(workshop)

        editor = threading.Thread(target=saving)
        editor.start()
        began = time.monotonic()
        answers = all_at_once(port, ["claims/day.html"] * AT_ONCE)
        took = time.monotonic() - began
        ended.set()
        editor.join()
        running.shutdown()
    assert len(set(answers)) <= 2
    return took


def refused_forms() -> int:
    """Return how many forms of requests and addresses the tests hold to be refused, or to lead nowhere."""
    cases = {
        name: mark.args[1]
        for name, test in vars(test_asking).items()
        for mark in getattr(test, "pytestmark", ())
    }
    nowhere = cases["test_an_address_names_a_file_of_the_site_or_none"]
    return len(cases["test_what_is_refused"]) + sum(path is None for _, path in nowhere)


def opened(top: Path) -> tuple[int, int, int]:
    """Open a page of every kind and a file of every ending under the headers; return pages, files and complaints."""
    pages = files = 0
    found: list[str] = []
    headers = {one.name: one.value for one in HEADERS}
    with launched() as browser:
        for name in NEWSROOMS:
            site = built(name, top / name)
            kinds = [
                kind for kind in kinds_of(name, site, top / f"{name}-marked") if kind.template != "redirect"
            ]
            paths = [path for kind in kinds for path in kind.pages]
            pages, files = pages + len(paths), files + len(files_of(site))
            path = path_of(name).strip("/")
            host_of = top / f"{name}-host"
            shutil.copytree(site, host_of / path)
            with server(host_of, 0) as running:
                threading.Thread(target=running.serve_forever, daemon=True).start()
                host = f"http://127.0.0.1:{running.server_address[1]}/{path}".rstrip("/")
                found += complaints(browser, host, [*paths, *files_of(site)], headers)
                running.shutdown()
    print(*found, sep="\n")
    return pages, files, len(found)


def main() -> None:
    """Take all figures, and write them down."""
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        pages, files, complained = opened(top)
        alone, beside = at_once(top / OWN / "site"), beside_streams(top / "edited")
    figures = {
        "refused forms": refused_forms(),
        "at once": AT_ONCE,
        "seconds alone": round(alone, 2),
        "seconds beside streams": round(beside, 2),
        "pages": pages,
        "files": files,
        "headers": len(HEADERS),
        "complaints": complained,
    }
    (RUNS / "served.json").write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
