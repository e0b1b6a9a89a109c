"""What tells crawlers of the pages: ``sitemap.xml`` and ``robots.txt``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.page import Page
from factsite.render import urls
from factsite.render.data.events import changed
from factsite.render.data.joined import Join

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factsite.model import Claim, Site

HEAD = b"""<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
"""
TAIL = b"</urlset>\n"


def robots_page(site: Site) -> Page:
    """Return ``robots.txt``, which tells of the sitemap where there is one."""
    robots = "User-agent: *\nDisallow:\n"
    if site.base_url is not None:
        robots += f"\nSitemap: {urls.absolute(site, urls.SITEMAP)}\n"
    return Page(urls.ROBOTS, robots.encode())


def sitemap_join(site: Site, paths: Iterable[str], lines: Iterable[bytes]) -> Join:
    """Return the sitemap: claims, then the other pages at ``paths``. The site has a base address."""
    return Join(urls.SITEMAP, HEAD, lines, b"", b"".join(_entry(site, path) for path in paths) + TAIL)


def claim_entry(claim: Claim, site: Site) -> bytes:
    """Return a claim in the sitemap; only claims say when they changed, for only their files tell."""
    return _entry(site, urls.claim(claim.id), f"  <lastmod>{changed(claim).isoformat()}</lastmod>\n")


def _entry(site: Site, path: str, more: str = "") -> bytes:
    from html import (
        escape,  # with its table of all names of characters, which takes longer to read than all that is here
    )

    address = escape(urls.absolute(site, path) or path, quote=False)
    return f" <url>\n  <loc>{address}</loc>\n{more} </url>\n".encode()
