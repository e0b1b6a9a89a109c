"""Addresses: the path of every page from the top of the site, and of the places outside that pages link to."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from factsite.model import Site
    from factsite.values import LineRange

INDEX = "index.html"
CLAIMS = "claims/index.html"
SEARCH = "search.html"
SOURCES = "sources/index.html"
TOPICS = "topics/index.html"
DISCREPANCIES = "discrepancies.html"
MATRIX = "matrix.html"
METHODOLOGY = "methodology.html"
ORIGINS = f"{METHODOLOGY}#origins"
DATA = f"{METHODOLOGY}#data"
CORRECTIONS = "corrections.html"
ABOUT = "about.html"
NOT_FOUND = "404.html"
CLAIMS_DATA = "data/claims.json"
COVERAGE = "coverage.html"
COVERAGE_DATA = "data/coverage.json"
CLAIMS_SCHEMA = "data/claims.schema.json"
CLAIMS_TABLE = "data/claims.csv"
EVIDENCE_TABLE = "data/evidence.csv"
REVIEWS_DATA = "data/claimreview.json"
ANNOTATIONS = "data/annotations.jsonld"
MANIFEST = "data/manifest.json"
FEED = "feed.xml"
JSON_FEED = "feed.json"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"


def claim(identifier: str) -> str:
    """Return the page of a claim."""
    return f"claims/{identifier}.html"


def claim_data(identifier: str) -> str:
    """Return the JSON of a claim."""
    return f"claims/{identifier}.json"


def bibtex(identifier: str) -> str:
    """Return the citation of a claim for BibTeX."""
    return f"claims/{identifier}.bib"


def csl(identifier: str) -> str:
    """Return the citation of a claim as CSL-JSON."""
    return f"claims/{identifier}.csl.json"


def card(identifier: str) -> str:
    """Return the card of a claim, which is there where ``site.has_cards``."""
    return f"cards/{identifier}.png"


def source(identifier: str, lines: LineRange | None = None) -> str:
    """Return the page of a source, at the lines."""
    return f"sources/{identifier}.html" + (f"#{anchor(lines)}" if lines else "")


def anchor(lines: LineRange) -> str:
    """Return the fragment of lines on the page of their source: "L5", "L5-L6"."""
    return f"L{lines.first}" + (f"-L{lines.last}" if lines.last > lines.first else "")


def coverage(identifier: str, number: int) -> str:
    """Return the part of the coverage pages that tells of a source; ``number`` is that of the page."""
    return f"{batch(COVERAGE, number)}#source-{identifier}"


def topic(identifier: str) -> str:
    """Return the page that lists a topic's claims."""
    return f"topics/{identifier}.html"


def verdict(verdict_class: str) -> str:
    """Return the page that lists the claims of a verdict class."""
    return f"verdicts/{verdict_class}.html"


def page_of(kind: str, identifier: str) -> str:
    """Return a page by what it shows: a claim, source, topic or essay of this id, or one of the lists."""
    named = {"claim": claim, "source": source, "topic": topic, "essay": essay}
    return (
        named[kind](identifier) if kind in named else {"discrepancies": DISCREPANCIES, "index": INDEX}[kind]
    )


def batch(path: str, number: int) -> str:
    """Return the page of a list at which its batch with this number stands, from 1; no id holds a point, so no other page does."""
    return path if number == 1 else f"{path.removesuffix('.html')}.{number}.html"


def essay(identifier: str) -> str:
    """Return a page of prose."""
    return f"{identifier}.html"


def with_fragment(address: str, fragment: str) -> str:
    """Return an address of somebody else's with a fragment, after the one that it may have."""
    return address + ("" if "#" in address else "#") + fragment


def root(path: str) -> str:
    """Return the way from a page up to the top of the site: "", "../"."""
    return "../" * path.count("/")


def edit(site: Site, file: str) -> str | None:
    """Return the address where a file of the site folder is edited, if the site has a repository."""
    if site.repository is None:
        return None
    return f"{site.repository.rstrip('/')}/edit/{quote(site.branch)}/{quote(file)}"


def absolute(site: Site, path: str) -> str | None:
    """Return a page's absolute address, if the site has a base address."""
    return None if site.base_url is None else f"{site.base_url.rstrip('/')}/{path.removesuffix(INDEX)}"


def base_path(site: Site) -> str:
    """Return the path at which the site stands on its host, with a ``/`` at both ends; the top if it is not known."""
    return "/" if site.base_url is None else urlsplit(site.base_url).path.rstrip("/") + "/"
