"""The site, its publisher and the way to a page, in the words of schema.org. Addresses are absolute: there has to be a base address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factsite.render import urls

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factsite.model import Site
    from factsite.render.views import Link

CONTEXT = "https://schema.org"


def graph(
    site: Site, here: str, title: str, trail: Sequence[Link], review: dict[str, Any] | None
) -> dict[str, Any]:
    """Return what a page says of itself: the site, the way there, and the review of a claim if it is one."""
    nodes = [website(site)]
    if here != urls.INDEX:
        nodes.append(breadcrumbs(site, here, title, trail))
    if review is not None:
        nodes.append(review)
    return {"@context": CONTEXT, "@graph": nodes}


def publisher(site: Site) -> dict[str, Any]:
    """Return who stands behind the site, with the pages that say by which rules; without a publisher it is the site itself."""
    name, url = (site.publisher.name, site.publisher.url) if site.publisher else (site.title, None)
    return {
        "@type": "NewsMediaOrganization",
        "@id": _node(site, "publisher"),
        "name": name,
        "url": url or urls.absolute(site, urls.INDEX),
        "publishingPrinciples": urls.absolute(site, urls.ABOUT),
        "correctionsPolicy": urls.absolute(site, urls.CORRECTIONS),
        "verificationFactCheckingPolicy": urls.absolute(site, urls.METHODOLOGY),
    }


def website(site: Site) -> dict[str, Any]:
    """Return the site."""
    node = {
        "@type": "WebSite",
        "@id": _node(site, "site"),
        "url": urls.absolute(site, urls.INDEX),
        "name": site.title,
        "inLanguage": site.language,
        "publisher": publisher(site),
    }
    return node | ({"description": site.description} if site.description else {})


def breadcrumbs(site: Site, here: str, title: str, trail: Sequence[Link]) -> dict[str, Any]:
    """Return the way from the front page to a page, by the pages of the ``trail``."""
    steps = [
        (site.title, urls.INDEX),
        *((link.words, link.href) for link in trail),
        (title, here),
    ]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": urls.absolute(site, path)}
            for position, (name, path) in enumerate(steps, 1)
        ],
    }


def part_of(site: Site) -> dict[str, Any]:
    """Return a reference to the site."""
    return {"@type": "WebSite", "@id": _node(site, "site")}


def _node(site: Site, name: str) -> str:
    return f"{urls.absolute(site, urls.INDEX)}#{name}"
