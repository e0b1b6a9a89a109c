"""A browser, the sites built, and where they stand."""

from __future__ import annotations

import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import pytest

from factsite.serve import server
from tests.browser.chromium import launched
from tests.browser.kinds import NEWSROOMS, OWN, built, kinds_of, path_of
from tests.browser.visits import listen, visited

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.kinds import Kind
    from tests.browser.visits import Visit


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder while it lasts, and yield the address."""
    with server(folder, 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a Chromium; without one the browser tests fail, they are never skipped."""
    with launched() as chromium:
        yield chromium


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the folders of all sites, each built by the real command."""
    return {name: built(name, tmp_path_factory.mktemp(name)) for name in NEWSROOMS}


@pytest.fixture(scope="session")
def site(sites: dict[str, Path]) -> Path:
    """Return the folder of this repository's site."""
    return sites[OWN]


@pytest.fixture(scope="session")
def kinds(sites: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Kind, ...]:
    """Return every kind of page of every site, but for those that forward to another at once."""
    return tuple(
        kind
        for name, folder in sites.items()
        for kind in kinds_of(name, folder, tmp_path_factory.mktemp("marked"))
        if kind.template != "redirect"
    )


@pytest.fixture(scope="session")
def hosts(sites: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Return the addresses of all sites, each on a host of its own, at the path that its base address names."""
    with ExitStack() as running:
        addresses = {}
        for name, folder in sites.items():
            top, path = folder, path_of(name).rstrip("/")
            if path:
                top = tmp_path_factory.mktemp("host")
                shutil.copytree(folder, top / path.removeprefix("/"))
            addresses[name] = running.enter_context(serving(top)) + path
        yield addresses


@pytest.fixture(scope="session", params=["http", "sub-path", "disk"])
def address(
    request: pytest.FixtureRequest,
    site: Path,
    hosts: dict[str, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """Return where the site stands: at the top of a host, under a path, or in a folder on disk."""
    if request.param == "disk":
        yield site.as_uri()
    elif request.param == "http":
        yield hosts[OWN]
    else:
        folder = tmp_path_factory.mktemp("host")
        shutil.copytree(site, folder / "deep/down")
        with serving(folder) as host:
            yield f"{host}/deep/down"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page without JavaScript that fails the test for any console message or failed or foreign request."""
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    complaints: list[str] = []
    listen(opened, complaints.append)
    opened.on(
        "request",
        lambda request: (
            request.url.startswith(("http://127.0.0.1:", "file://"))
            or complaints.append(f"foreign: {request.url}")
        ),
    )
    yield opened
    context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def visits(hosts: dict[str, str], kinds: tuple[Kind, ...]) -> tuple[Visit, ...]:
    """Return what a browser saw on every kind of page; each page is opened once, for all tests that ask.

    Two browsers share the pages: this is most of the time of the browser tests.
    """

    def seen_by_one(half: tuple[Kind, ...]) -> list[Visit]:
        with launched() as chromium:
            return visited(chromium, hosts, half)

    with ThreadPoolExecutor(2) as browsers:
        halves = browsers.map(seen_by_one, (kinds[::2], kinds[1::2]))
        return tuple(visit for half in halves for visit in half)
