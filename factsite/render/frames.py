"""What every page has around it, and the small pieces that many pages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.render import urls
from factsite.render.views import Frame, Link, Mark

if TYPE_CHECKING:
    from factsite.model import Site

MENU = (
    Link(urls.CLAIMS, "Claims"),
    Link(urls.SOURCES, "Sources"),
    Link(urls.METHODOLOGY, "Methodology"),
    Link(urls.CORRECTIONS, "Corrections"),
    Link(urls.ABOUT, "About"),
    Link(urls.SEARCH, "Search"),
)
"""The pages that every page leads to; every site has them."""


def frame(site: Site, here: str, title: str, description: str, *, root: str | None = None) -> Frame:
    """Return the frame of the page at ``here``; ``root`` where it is not the way up from there."""
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
        data=urls.CLAIMS_DATA,
        menu=MENU,
    )


def mark(site: Site, verdict: str) -> Mark:
    """Return a verdict as readers see it."""
    entry = site.scale[verdict]
    return Mark(entry.verdict_class, entry.label)


def class_mark(site: Site, verdict_class: str) -> Mark:
    """Return a class as readers see it: in the words of the first verdict of the site that falls in it."""
    label = next(entry.label for entry in site.scale.values() if entry.verdict_class == verdict_class)
    return Mark(verdict_class, label)
