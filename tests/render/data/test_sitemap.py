from __future__ import annotations

from xml.etree import ElementTree as ET

from tests.built import HARBOUR, RIVERS, Built, built

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def entries(files: Built) -> dict[str, str | None]:
    """Return the addresses of a sitemap, each with the day of its last change."""
    top = ET.fromstring(files["sitemap.xml"])
    assert top.tag == f"{NAMESPACE}urlset"
    return {
        entry.findtext(f"{NAMESPACE}loc", ""): entry.findtext(f"{NAMESPACE}lastmod")
        for entry in top.findall(f"{NAMESPACE}url")
    }


def test_it_lists_the_pages_that_people_should_find(based: Built) -> None:
    """All of them, each once, under its canonical address, and none that asks not to be kept."""
    base = next(iter(entries(based))).rpartition("claims/")[0]
    pages = {path for path in based if path.endswith(".html") and b'content="noindex"' not in based[path]}
    assert {base + path.removesuffix("index.html") for path in pages} == set(entries(based))
    assert based["sitemap.xml"].count(b"<loc>") == len(pages)
    for path in pages:
        address = base + path.removesuffix("index.html")
        assert f'<link rel="canonical" href="{address}">' in based[path].decode()


def test_only_claims_say_when_they_changed_and_say_the_truth() -> None:
    """Other pages are made of many files, and no record tells their day."""
    days = {address: day for address, day in entries(built(RIVERS)).items() if day is not None}
    assert days == {
        "https://rivers.example.org/checked/claims/cafes.html": "2024-05-01",
        "https://rivers.example.org/checked/claims/length.html": "2024-05-01",
        "https://rivers.example.org/checked/claims/mouth.html": "2024-06-01",
        "https://rivers.example.org/checked/claims/rises.html": "2024-05-01",
    }


def test_robots_may_read_everything() -> None:
    """They are told of the sitemap where there is one."""
    assert built(HARBOUR)["robots.txt"] == b"User-agent: *\nDisallow:\n"
    assert "sitemap.xml" not in built(HARBOUR)
    assert built(RIVERS)["robots.txt"] == (
        b"User-agent: *\nDisallow:\n\nSitemap: https://rivers.example.org/checked/sitemap.xml\n"
    )
