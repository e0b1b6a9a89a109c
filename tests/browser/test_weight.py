"""What a first visit to a page moves: how many requests, and how many bytes when a host compresses as hosts do."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

from tests.browser.faults import none_of
from tests.browser.markup import read

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.markup import Markup
    from tests.browser.visits import Visit

KILOBYTE = 1000
CLAIM_PAGE = 30 * KILOBYTE
FRONT_PAGE = 40 * KILOBYTE
REQUESTS = 4
SEEN = {"stylesheet", "icon", "modulepreload", "preload"}


def first_load(page: Markup, base: str) -> list[str]:
    """Return the addresses of all that a browser asks for when it opens a page: itself, styles, scripts, pictures."""
    here = base + page.path
    asked = [here]
    for tag, attributes in page.elements:
        if tag == "link" and SEEN & set(attributes.get("rel", "").split()):
            asked.append(urljoin(here, attributes["href"]))
        elif tag in ("script", "img") and "src" in attributes:
            asked.append(urljoin(here, attributes["src"]))
    return list(dict.fromkeys(asked))


def weight(site: Path, page: Markup) -> int:
    """Return the bytes of a first visit, each file compressed with gzip at its usual level."""
    base = "http://127.0.0.1/"
    files = (site / unquote(address.removeprefix(base)) for address in first_load(page, base))
    return sum(len(gzip.compress(file.read_bytes(), 6, mtime=0)) for file in files)


def test_a_browser_asks_for_what_is_counted_here(
    sites: dict[str, Path], visits: tuple[Visit, ...], hosts: dict[str, str]
) -> None:
    """On every kind of page the requests of a real browser are those that the files tell of."""
    markup = {name: read(folder) for name, folder in sites.items()}
    for visit in visits:
        counted = first_load(markup[visit.site][visit.path], f"{hosts[visit.site]}/")
        assert sorted(set(visit.requests)) == sorted(counted), visit.name


def test_no_claim_page_is_heavy(site: Path) -> None:
    """The heaviest claim page moves at most 30 KB in at most 4 requests, its icon included."""
    pages = [page for page in read(site).values() if page.path.startswith("claims/")]
    heaviest = max(pages, key=lambda page: weight(site, page))
    assert weight(site, heaviest) <= CLAIM_PAGE, heaviest.path
    assert [page.path for page in pages if len(first_load(page, "")) > REQUESTS] == []


def test_the_front_page_is_not_heavy(site: Path) -> None:
    """It moves at most 40 KB in at most 4 requests."""
    front = read(site)["index.html"]
    assert weight(site, front) <= FRONT_PAGE
    assert len(first_load(front, "")) <= REQUESTS


def test_no_request_leaves_the_site(visits: tuple[Visit, ...], hosts: dict[str, str]) -> None:
    """On no kind of page does a browser ask another host for anything."""
    none_of(
        f"{visit.name}: {request}"
        for visit in visits
        for request in visit.requests
        if not request.startswith(hosts[visit.site] + "/")
    )
