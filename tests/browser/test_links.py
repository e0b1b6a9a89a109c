"""Every link of every page, resolved as a browser does, wherever the site stands; and what pages may hold at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from factsite.headers import ASKING, PAGES
from factsite.load import load
from tests.browser.faults import none_of
from tests.browser.kinds import NEWSROOMS, path_of
from tests.browser.markup import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser.markup import Markup

PLACES = {
    "http": "http://127.0.0.1/",
    "sub-path": "http://127.0.0.1/deep/down/",
    "disk": "file:///home/a%20reader/the%20site/",
}
EXTERNAL = ("http://", "https://")
ELSEWHERE = {"nofollow", "noopener", "noreferrer"}
"""What every link to another host says of itself; one to the site itself or its publisher may be followed."""
LETTERS = re.compile(r"mailto:|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)


@pytest.fixture(scope="module", params=NEWSROOMS)
def newsroom(request: pytest.FixtureRequest) -> str:
    """Return the name of each site."""
    return request.param


@pytest.fixture(scope="module")
def folder(newsroom: str, sites: dict[str, Path]) -> Path:
    """Return where a site's pages are."""
    return sites[newsroom]


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, Markup]:
    """Return all pages of a site."""
    return read(folder)


def broken(folder: Path, pages: dict[str, Markup], base: str) -> Iterator[str]:
    """Yield every link that leads nowhere when the site stands at an address."""
    for page in pages.values():
        if page.path != "404.html":
            for address in page.addresses:
                if not address.startswith(EXTERNAL) and not _leads(folder, pages, base, page.path, address):
                    yield f"{page.path}: {address}"


def _leads(folder: Path, pages: dict[str, Markup], base: str, here: str, address: str) -> bool:
    """Say whether an address on a page leads to a file of the site, and to an element of it where it names one."""
    target = urlsplit(urljoin(base + here, address))
    top = urlsplit(base)
    if (target.scheme, target.netloc) != (top.scheme, top.netloc) or not target.path.startswith(top.path):
        return False
    path = unquote(target.path.removeprefix(top.path))
    if path.endswith("/") or not path:
        if base.startswith("file:"):
            return False
        path += "index.html"
    if not (folder / path).is_file():
        return False
    return not target.fragment or unquote(target.fragment) in pages[path].ids


@pytest.mark.parametrize("base", PLACES.values(), ids=list(PLACES))
def test_every_link_leads_to_a_page_and_to_its_place_there(
    folder: Path, pages: dict[str, Markup], base: str
) -> None:
    """All internal links, assets and fragments of all pages are there: at a host, under a path, and from disk."""
    none_of(broken(folder, pages, base))


def test_the_page_for_wrong_addresses_links_from_the_top_of_the_host(
    newsroom: str, folder: Path, pages: dict[str, Markup]
) -> None:
    """It is shown at any depth, so its links start at the path at which the site stands."""
    base = f"http://127.0.0.1{path_of(newsroom)}"
    inside = [address for address in pages["404.html"].addresses if not address.startswith(EXTERNAL)]
    missing = [
        address
        for address in inside
        if not _leads(folder, pages, base, "claims/of/nobody.html", address) and not address.startswith("#")
    ]
    none_of(missing)


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    """The test itself is proven: a missing page, a missing place, a folder from disk, and a way out of the site."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/index.html").write_text("<p id=there>", "utf-8")
    (tmp_path / "index.html").write_text(
        "<a href=sub/index.html#there></a><a href=sub/></a><a href=none.html></a>"
        "<a href=sub/index.html#gone></a><a href=../up.html></a><img src=https://elsewhere.example/>",
        "utf-8",
    )
    pages = read(tmp_path)
    nowhere = ["none.html", "sub/index.html#gone", "../up.html"]
    assert list(broken(tmp_path, pages, PLACES["sub-path"])) == [f"index.html: {link}" for link in nowhere]
    assert list(broken(tmp_path, pages, PLACES["disk"])) == [
        f"index.html: {link}" for link in ("sub/", *nowhere)
    ]


def test_every_id_stands_once(pages: dict[str, Markup]) -> None:
    """No two elements of a page share an id."""
    none_of(
        f"{page.path}: {name}"
        for page in pages.values()
        for name in sorted(set(page.ids))
        if page.ids.count(name) > 1
    )


def test_nothing_is_loaded_from_elsewhere(newsroom: str, pages: dict[str, Markup]) -> None:
    """Other hosts are only ever linked to, recommending and telling them nothing; in no new window, and never loaded from."""
    faults = []
    site = load(NEWSROOMS[newsroom])[0].site
    own = tuple(filter(None, (site.base_url, site.publisher and site.publisher.url)))
    for page in pages.values():
        for tag, attributes in page.elements:
            foreign = [value for value in attributes.values() if value.startswith(EXTERNAL)]
            relation = attributes.get("rel", "").split()
            if (
                tag == "a"
                and foreign
                and not {*relation, *(["nofollow"] if own and foreign[0].startswith(own) else [])}
                >= ELSEWHERE
            ):
                faults.append(f"{page.path}: {attributes['href']} has rel={relation}")
            if tag in ("img", "script", "iframe", "object", "source", "form", "use", "image") and foreign:
                faults.append(f"{page.path}: <{tag}> of {foreign[0]}")
            if tag == "link" and foreign and not {"canonical", "alternate", "license"} & set(relation):
                faults.append(f"{page.path}: <link> to {foreign[0]}")
            if "target" in attributes:
                faults.append(f"{page.path}: a target")
    none_of(faults)


def test_every_page_has_a_strict_policy_and_keeps_it(pages: dict[str, Markup]) -> None:
    """Nothing is allowed but what is named, nothing of it is inline or from elsewhere, and no page tries."""
    faults = []
    for page in pages.values():
        policy = page.policy
        stated = f"{PAGES}; {ASKING}" if page.path == "search.html" else PAGES
        if policy != dict(directive.split(" ") for directive in stated.split("; ")):
            faults.append(f"{page.path}: its policy is {policy}")
        if first_loading(page) < first_policy(page):
            faults.append(f"{page.path}: something is loaded before the policy is said")
        if ("meta", {"name": "referrer", "content": "no-referrer"}) not in page.elements:
            faults.append(f"{page.path}: tells where a reader comes from")
        faults += [f"{page.path}: {fault}" for fault in _inline(page)]
    none_of(faults)


def first_policy(page: Markup) -> int:
    """Return how many elements stand before the policy."""
    return next(
        (
            n
            for n, (_, attributes) in enumerate(page.elements)
            if attributes.get("http-equiv") == "Content-Security-Policy"
        ),
        len(page.elements),
    )


def first_loading(page: Markup) -> int:
    """Return how many elements stand before the first that loads or runs anything."""
    loading = {"link", "script", "img", "style", "svg", "body"}
    return next((n for n, (tag, _) in enumerate(page.elements) if tag in loading), len(page.elements))


def test_no_address_for_letters_can_be_gathered(newsroom: str, folder: Path) -> None:
    """Neither a page nor its data has one, but for the words of an article."""
    articles = "\n".join(
        file.read_text("utf-8") for file in sorted((NEWSROOMS[newsroom] / "seeds").glob("*.txt"))
    )
    found = {
        f"{file.relative_to(folder)}: {address}"
        for file in sorted(folder.rglob("*"))
        if file.suffix in (".html", ".json", ".jsonld", ".xml", ".csv", ".txt", ".bib")
        for address in LETTERS.findall(file.read_text("utf-8"))
        if address not in articles
    }
    none_of(sorted(found))


def test_no_drawing_and_no_feed_holds_what_runs(folder: Path) -> None:
    """Opened by themselves, drawings and XML have no script, no style of their own, no handler and nothing from elsewhere."""
    faults = []
    for file in (*folder.rglob("*.svg"), *folder.rglob("*.xml")):
        for element in ElementTree.parse(file).getroot().iter():
            tag = element.tag.rpartition("}")[2].lower()
            names = {name.rpartition("}")[2].lower(): value for name, value in element.attrib.items()}
            if file.suffix == ".svg" and tag in (
                "script",
                "style",
                "foreignobject",
                "image",
                "use",
                "a",
                "animate",
                "set",
            ):
                faults.append(f"{file.name}: <{tag}>")
            faults += [f"{file.name}: {name}" for name in names if name == "style" or name.startswith("on")]
            if file.suffix == ".svg":
                faults += [f"{file.name}: {value}" for value in names.values() if ":" in value]
    none_of(faults)


def _inline(page: Markup) -> Iterator[str]:
    """Yield everything that a strict policy would block."""
    for tag, attributes in page.elements:
        if tag == "script" and "src" not in attributes and attributes.get("type") != "application/ld+json":
            yield "an inline script"
        if tag == "style":
            yield "an inline style sheet"
        for name, value in attributes.items():
            if name == "style" or name.startswith("on"):
                yield f"<{tag} {name}={value!r}>"
            if value.lower().lstrip().startswith("javascript:"):
                yield f"<{tag} {name}={value!r}>"
