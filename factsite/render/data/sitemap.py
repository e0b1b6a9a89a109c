"""What tells crawlers of the pages: ``sitemap.xml`` and ``robots.txt``."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from factsite.page import Page
from factsite.render import urls
from factsite.render.data.events import changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factsite.findings import Row
    from factsite.model import Site

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def crawler_pages(site: Site, rows: Sequence[Row], paths: Iterable[str]) -> tuple[Page, ...]:
    """Return ``robots.txt`` and, where the site has a base address, the sitemap of the pages at ``paths``."""
    robots = "User-agent: *\nDisallow:\n"
    if site.base_url is None:
        return (Page(urls.ROBOTS, robots.encode()),)
    robots += f"\nSitemap: {urls.absolute(site, urls.SITEMAP)}\n"
    return Page(urls.ROBOTS, robots.encode()), Page(urls.SITEMAP, _sitemap(site, rows, paths))


def _sitemap(site: Site, rows: Sequence[Row], paths: Iterable[str]) -> bytes:
    """Return the sitemap; it says when a page changed only of claims, for only their files tell."""
    days = {urls.claim(row.id): changed(row).isoformat() for row in rows}
    top = Element("urlset", {"xmlns": NAMESPACE})
    for path in [*days, *paths]:
        entry = SubElement(top, "url")
        SubElement(entry, "loc").text = urls.absolute(site, path)
        if path in days:
            SubElement(entry, "lastmod").text = days[path]
    indent(top, " ")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(top, encoding="unicode").encode() + b"\n"
