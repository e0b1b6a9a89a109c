"""Events as Atom (RFC 4287) and as JSON Feed 1.1.

Both need absolute addresses, so a site without a base address has neither. An entry's id is a tag URI (RFC 4151) of the
claim, the event and its day, and stays the same for as long as the site stands at its address. Records know days; as a time
of day stands midnight, UTC.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from factsite.page import Page
from factsite.render import markdown, urls
from factsite.render.data.events import events, latest
from factsite.render.marks import labelled
from factsite.render.sheets import Sheet

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from factsite.findings import Row
    from factsite.model import Corpus, Site
    from factsite.render.data.events import Event
    from factsite.render.sheets import Labels

NEVER = "1970-01-01T00:00:00Z"
"""When a site without any event was updated: a feed has to say."""

SINCE = "The verdict has changed since."
"""What stands for the summary of a claim whose summary is of another verdict now."""

GENERATOR = "factsite"


def feed_sheets(corpus: Corpus, rows: Sequence[Row], labels: Labels) -> Iterator[Sheet]:
    """Yield ``feed.xml`` and ``feed.json``, where the site has a base address."""
    if corpus.site.base_url is None:
        return
    shown = latest(events(rows))
    telling = tuple({event.row.id: event.row for event in shown}.values())
    rest = ([(event.row.id, event.name) for event in shown], labels.of(telling))
    for path, written in ((urls.FEED, _atom), (urls.JSON_FEED, _json)):
        yield Sheet(path, telling, (), rest, partial(_page, path, written, corpus, shown), listed=False)


def _page(
    path: str, written: Callable[[Corpus, Sequence[Event]], bytes], corpus: Corpus, shown: Sequence[Event]
) -> Page:
    return Page(path, written(corpus, shown))


def title(event: Event, site: Site) -> str:
    """Return what happened, in a line."""
    claim, scale = event.row.claim, site.scale
    if event.was:
        return f"Verdict changed from “{scale[event.was].label}” to “{scale[event.now].label}”: {claim}"
    if event.kind == "published":
        return f"{scale[event.now].label}: {claim}"
    return f"{event.kind.capitalize()}: {claim}"


def identifier(event: Event, site: Site) -> str:
    """Return the id of an event."""
    host = urlsplit(site.base_url or "").hostname
    return f"tag:{host},{event.day.isoformat()}:{urls.base_path(site)}claims/{event.row.id}/{event.name}"


def _html(event: Event, corpus: Corpus) -> str:
    """Return what the editors say of an event; its links are absolute."""
    if event.text is None:
        row = event.row
        return labelled(markdown.plain(row.summary if event.now == row.verdict else SINCE))
    return labelled(markdown.html(event.text, _address(corpus.site, urls.INDEX), corpus.sources))


def _atom(corpus: Corpus, shown: Sequence[Event]) -> bytes:
    site = corpus.site
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": site.language})
    _text(feed, "id", _address(site, urls.INDEX))
    _text(feed, "title", site.title)
    if site.description:
        _text(feed, "subtitle", site.description)
    _text(feed, "updated", _time(shown[0].day) if shown else NEVER)
    author = SubElement(feed, "author")
    for name, value in _author(site).items():
        _text(author, {"url": "uri"}.get(name, name), value)
    _link(feed, "self", _address(site, urls.FEED), "application/atom+xml")
    _link(feed, "alternate", _address(site, urls.INDEX), "text/html")
    if site.license:
        SubElement(feed, "link", {"rel": "license", "href": site.license})
    _text(feed, "generator", GENERATOR)
    for event in shown:
        _entry(feed, event, corpus)
    indent(feed, " ")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode").encode() + b"\n"


def _entry(feed: Element, event: Event, corpus: Corpus) -> None:
    site = corpus.site
    entry = SubElement(feed, "entry")
    _text(entry, "id", identifier(event, site))
    _text(entry, "title", title(event, site))
    _text(entry, "published", _time(event.day))
    _text(entry, "updated", _time(event.day))
    _link(entry, "alternate", _address(site, urls.claim(event.row.id)), "text/html")
    SubElement(entry, "category", {"term": event.kind})
    _text(entry, "content", _html(event, corpus)).set("type", "html")


def _json(corpus: Corpus, shown: Sequence[Event]) -> bytes:
    return (json.dumps(_document(corpus, shown), ensure_ascii=False, indent=1) + "\n").encode()


def _document(corpus: Corpus, shown: Sequence[Event]) -> dict[str, Any]:
    site = corpus.site
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.title,
        "home_page_url": _address(site, urls.INDEX),
        "feed_url": _address(site, urls.JSON_FEED),
        **({"description": site.description} if site.description else {}),
        "language": site.language,
        "authors": [_author(site)],
        "items": [
            {
                "id": identifier(event, site),
                "url": _address(site, urls.claim(event.row.id)),
                "title": title(event, site),
                "content_html": _html(event, corpus),
                "date_published": _time(event.day),
                "tags": [event.kind],
            }
            for event in shown
        ],
    }


def _author(site: Site) -> dict[str, str]:
    who = site.publisher
    url = who.url if who and who.url else _address(site, urls.ABOUT)
    return {"name": who.name if who else site.title, "url": url}


def _address(site: Site, path: str) -> str:
    return urls.absolute(site, path) or path


def _time(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, name)
    element.text = text
    return element


def _link(parent: Element, rel: str, href: str, kind: str) -> None:
    SubElement(parent, "link", {"rel": rel, "href": href, "type": kind})
