from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from tests.built import BASE, RIVERS, ROOT, Built, built

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)

THING = {"@type", "@id", "name", "url", "description", "mainEntityOfPage"}
WORK = THING | {
    "author", "publisher", "datePublished", "dateModified", "inLanguage", "isPartOf", "license", "sdLicense", "citation",
    "correction", "text", "headline", "archivedAt", "publishingPrinciples",
}  # fmt: skip
ORGANIZATION = THING | {"publishingPrinciples", "correctionsPolicy"}
TYPES: dict[str, set[str]] = {
    "WebSite": WORK,
    "NewsMediaOrganization": ORGANIZATION | {"verificationFactCheckingPolicy"},
    "Organization": ORGANIZATION,
    "Person": THING,
    "BreadcrumbList": THING | {"itemListElement"},
    "ListItem": THING | {"position", "item"},
    "ClaimReview": WORK | {"claimReviewed", "reviewRating", "itemReviewed"},
    "Claim": WORK | {"appearance"},
    "Rating": THING | {"alternateName", "ratingExplanation", "ratingValue", "bestRating", "worstRating"},
    "Article": WORK,
    "CorrectionComment": WORK,
    "DataFeed": WORK | {"dataFeedElement"},
    "DataFeedItem": THING | {"dateModified", "item"},
}
"""The types of schema.org that are used, with those of their properties that may be; alternateName is one of every Thing."""

ADDRESSES = {
    "@id",
    "url",
    "item",
    "license",
    "sdLicense",
    "archivedAt",
    "publishingPrinciples",
    "correctionsPolicy",
    "verificationFactCheckingPolicy",
}
DAYS = {"datePublished", "dateModified"}


def graphs(files: Built) -> dict[str, dict[str, Any]]:
    """Return the JSON-LD of each page that has any."""
    found = {}
    for path, content in files.items():
        blocks = SCRIPT.findall(content.decode()) if path.endswith(".html") else []
        assert len(blocks) <= 1, path
        if blocks:
            found[path] = json.loads(blocks[0])
    return found


def nodes(document: Any) -> Iterator[dict[str, Any]]:
    """Yield every node of a document, at any depth."""
    for value in document.values() if isinstance(document, dict) else document:
        if isinstance(value, dict | list):
            yield from nodes(value)
    if isinstance(document, dict) and "@graph" not in document:
        yield document


def assert_of_schema_org(document: Any) -> None:
    """Assert that each node has a type, and only properties of that type, with values of their kind."""
    for node in nodes(document):
        assert set(node) - {"@context"} <= TYPES[node["@type"]], node
        for name, value in node.items():
            assert value not in (None, "", [], {}), (name, node)
            if name in ADDRESSES and isinstance(value, str):
                assert re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", value), (name, value)
            if name in DAYS:
                assert re.fullmatch(r"\d{4}-\d\d-\d\d", value), (name, value)


def reviews(files: Built) -> dict[str, dict[str, Any]]:
    """Return the ClaimReview of each page that has one."""
    return {
        path: node
        for path, document in graphs(files).items()
        for node in document["@graph"]
        if node["@type"] == "ClaimReview"
    }


def test_every_node_has_only_properties_of_its_type(based: Built) -> None:
    """Pages and the feed of reviews use the words of schema.org where they belong."""
    for document in (*graphs(based).values(), json.loads(based["data/claimreview.json"])):
        assert document["@context"] == "https://schema.org"
        assert_of_schema_org(document)


def test_every_page_tells_of_the_site_and_of_the_way_there(based: Built) -> None:
    """But for the front page, which is where the way begins, and those that no crawler should keep."""
    found = graphs(based)
    for path, content in based.items():
        if not path.endswith(".html") or b'content="noindex"' in content:
            assert path not in found
            continue
        site, *rest = found[path]["@graph"]
        assert site["@type"] == "WebSite"
        if path == "index.html":
            assert rest == []
            continue
        steps = rest[0]["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert steps[0]["item"] == site["url"]
        assert len(steps) >= 2
        for step in steps:
            path = step["item"].removeprefix(site["url"])
            assert path in based or f"{path}index.html" in based


def test_each_review_has_what_a_reader_of_claim_reviews_needs(based: Built) -> None:
    """Required and recommended properties are there, and the address is the page's own."""
    found = reviews(based)
    assert found
    for path, review in found.items():
        assert review["url"].endswith(path)
        assert {
            "claimReviewed",
            "reviewRating",
            "itemReviewed",
            "author",
            "dateModified",
            "inLanguage",
        } <= set(review)
        rating = review["reviewRating"]
        assert rating["alternateName"] not in review["claimReviewed"]
        if "ratingValue" in rating:
            assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        ours = review["author"]["name"]
        assert ours not in [author["name"] for author in review["itemReviewed"].get("author", ())]


def test_the_feed_holds_the_reviews_of_the_pages(based: Built) -> None:
    """Each entry is the review of a page, with the day on which it changed, and the licence where there is one."""
    feed = json.loads(based["data/claimreview.json"])
    assert feed["@type"] == "DataFeed"
    items = [item for entry in feed["dataFeedElement"] for item in entry["item"]]
    licence = {"sdLicense": feed["license"]} if "license" in feed else {}
    assert items == [review | licence for review in reviews(based).values()]
    for entry in feed["dataFeedElement"]:
        assert entry["dateModified"] == entry["item"][0]["dateModified"]


def test_without_a_base_address_there_is_none_of_it() -> None:
    """JSON-LD needs absolute addresses."""
    files = built(ROOT)
    assert graphs(files) == {}
    assert "data/claimreview.json" not in files


def test_a_withdrawn_claim_is_reviewed_no_more() -> None:
    """Its page stays, and no other site should go on showing the verdict."""
    assert "claims/mouth.html" in graphs(built(RIVERS))
    assert "claims/mouth.html" not in reviews(built(RIVERS))


def test_hostile_words_stand_in_the_review_as_they_are() -> None:
    """Markup in a claim is neither obeyed nor lost."""
    assert reviews(built(RIVERS))["claims/length.html"] == {
        "@type": "ClaimReview",
        "@id": "https://rivers.example.org/checked/claims/length.html#review",
        "url": "https://rivers.example.org/checked/claims/length.html",
        "claimReviewed": "The Long River is <b>1,200</b> km long.",
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "Sources conflict",
            "ratingExplanation": "Two texts say 1,200 km, a third says more than 1,300 km.",
        },
        "itemReviewed": {
            "@type": "Claim",
            "text": "The Long River is <b>1,200</b> km long.",
            "appearance": [
                {
                    "@type": "Article",
                    "name": "The Long River",
                    "headline": "The Long River",
                    "url": "https://atlas.example.org/long-river?page=1&part=2",
                    "archivedAt": "https://archive.example.org/atlas",
                    "datePublished": "2020-03-01",
                    "publisher": {"@type": "Organization", "name": "Atlas House"},
                },
                {
                    "@type": "Article",
                    "name": "The almanac",
                    "author": {"@type": "Person", "name": "A. N. Author"},
                },
            ],
            "author": [{"@type": "Organization", "name": "The River Survey"}],
        },
        "author": {
            "@type": "NewsMediaOrganization",
            "@id": "https://rivers.example.org/checked/#publisher",
            "name": "The river readers",
            "url": "https://rivers.example.org/",
            "publishingPrinciples": "https://rivers.example.org/checked/about.html",
            "correctionsPolicy": "https://rivers.example.org/checked/corrections.html",
            "verificationFactCheckingPolicy": "https://rivers.example.org/checked/methodology.html",
        },
        "isPartOf": {"@type": "WebSite", "@id": "https://rivers.example.org/checked/#site"},
        "inLanguage": "en",
        "datePublished": "2024-02-01",
        "dateModified": "2024-05-01",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "citation": [{"@type": "Article", "name": "gazette"}],
        "correction": [
            {
                "@type": "CorrectionComment",
                "datePublished": "2024-03-01",
                "text": "The line of the almanac was wrong [@almanac:4].",
            },
            {
                "@type": "CorrectionComment",
                "datePublished": "2024-05-01",
                "text": "The gazette was added.",
            },
        ],
    }


def test_only_supported_and_refuted_have_a_number() -> None:
    """Verdicts on no line between the two have words alone."""
    numbers = {
        (review["reviewRating"]["alternateName"], review["reviewRating"].get("ratingValue"))
        for review in reviews(built(ROOT, BASE)).values()
    }
    assert numbers >= {("Supported", 5), ("Sources conflict", None), ("Not enough evidence", None)}
    assert {number for _, number in numbers} <= {5, 1, None}
