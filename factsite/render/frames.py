"""What every page has around it, and the small pieces that many pages share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from factsite.render import jsonld, urls
from factsite.render.data import linked
from factsite.render.views import Alternate, Card, Frame, Link, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factsite.model import Site

MENU = (
    Link(urls.CLAIMS, "Claims"),
    Link(urls.DISCREPANCIES, "Discrepancies"),
    Link(urls.SOURCES, "Sources"),
    Link(urls.MATRIX, "Matrix"),
    Link(urls.METHODOLOGY, "Methodology"),
    Link(urls.ABOUT, "About"),
    Link(urls.SEARCH, "Search"),
)
"""The pages that the head of every page leads to; on a phone they fill two lines."""

SITE_MAP = (
    *MENU[:2],
    MENU[3],
    Link(urls.TOPICS, "Topics"),
    MENU[2],
    Link(urls.COVERAGE, "Coverage"),
    *MENU[4:],
    Link(urls.CORRECTIONS, "Corrections"),
)
"""The pages that the foot of every page leads to; every site has them."""


FEEDS = (
    Alternate(urls.FEED, "application/atom+xml", "What is new, changed, corrected and withdrawn (Atom)"),
    Alternate(
        urls.JSON_FEED, "application/feed+json", "What is new, changed, corrected and withdrawn (JSON Feed)"
    ),
)
DATA = (Alternate(urls.CLAIMS_DATA, "application/json", "All claims as data"),)


def frame(
    site: Site,
    here: str,
    title: str,
    description: str,
    *,
    root: str | None = None,
    kind: str = "website",
    trail: Sequence[Link] = (),
    review: dict[str, Any] | None = None,
    card: str | None = None,
    card_alt: str = "",
) -> Frame:
    """Return the frame of the page at ``here``; ``root`` where it is not the way up from there.

    ``trail`` are the pages between the front page and this one, ``review`` the review of the claim that the page is about,
    ``card`` the path of its picture. What needs absolute addresses is left out where the site has no base address.
    """
    picture = urls.absolute(site, card) if card else None
    return Frame(
        root=urls.root(here) if root is None else root,
        here=here,
        address=urls.absolute(site, here),
        title=title,
        description=description,
        language=site.language,
        site_title=site.title,
        publisher=site.publisher.name if site.publisher else None,
        publisher_url=site.publisher.url if site.publisher else None,
        home=urls.INDEX,
        sources=urls.SOURCES,
        methodology=urls.METHODOLOGY,
        data=urls.DATA,
        menu=MENU,
        site_map=SITE_MAP,
        kind=kind,
        locale=_locale(site.language),
        card=Card(picture, card_alt) if picture else None,
        alternates=FEEDS + DATA if site.base_url else DATA,
        linked=jsonld.embedded(linked.graph(site, here, title, trail, review)) if site.base_url else None,
    )


def _locale(language: str) -> str | None:
    """Return a language tag as Open Graph has it, "en_GB"; None for a language alone."""
    parts = re.fullmatch(r"([a-z]{2,3})(?:-[A-Z][a-z]{3})?-([A-Z]{2})", language)
    return f"{parts[1]}_{parts[2]}" if parts else None


def mark(site: Site, verdict: str) -> Mark:
    """Return a verdict as readers see it."""
    entry = site.scale[verdict]
    return Mark(entry.verdict_class, entry.label)


def class_mark(site: Site, verdict_class: str) -> Mark:
    """Return a class as readers see it: in the words of the first verdict of the site that falls in it."""
    label = next(entry.label for entry in site.scale.values() if entry.verdict_class == verdict_class)
    return Mark(verdict_class, label)
