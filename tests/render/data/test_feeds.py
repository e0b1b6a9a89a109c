from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from factsite.model import Corpus, Correction, Site, Withdrawal
from factsite.render.data.events import events, latest
from factsite.render.data.feeds import feed_sheets, identifier, title
from factsite.render.sheets import Labels
from factsite.values import Address, Prose
from tests.built import RIVERS, ROOT, Built, built
from tests.samples import row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factsite.findings import Row
    from factsite.page import Page

ATOM = "{http://www.w3.org/2005/Atom}"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
ADDRESS = re.compile(r"https?://[^\s<>\"]+")
ID = re.compile(r"(?:https?://|tag:[a-z0-9.-]+,\d{4}-\d\d-\d\d:/)[^\s<>\"]*")
SITE = Site(title="Rivers", base_url=Address("https://example.org/a/"))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def correction(on: str, was: str | None = None) -> Correction:
    return Correction(date=day(on), text=Prose("It was *wrong*."), verdict_was=was)


def corpus(site: Site) -> Corpus:
    """Return a corpus of a site alone."""
    return Corpus(
        site=site,
        sources={},
        texts={},
        origins={},
        origins_lost=False,
        claims=(),
        essays=(),
        ids={},
        seeds=(),
    )


def feeds(of: Corpus, rows: Sequence[Row]) -> list[Page]:
    """Return the feeds of some claims."""
    return [sheet.view() for sheet in feed_sheets(of, rows, Labels(of.sources))]


def assert_atom(content: bytes) -> None:
    """Assert what RFC 4287 asks of a feed and of its entries."""
    feed = ET.fromstring(content)
    assert feed.tag == f"{ATOM}feed"
    of_entries = ("id", "title", "updated", "published", "content")
    parts = [(feed, ("id", "title", "updated", "author"))]
    parts += [(entry, of_entries) for entry in feed.iter(f"{ATOM}entry")]  # type: ignore[list-item]
    for parent, names in parts:
        for name in names:
            assert len(parent.findall(f"{ATOM}{name}")) == 1, name
        assert ID.fullmatch(parent.findtext(f"{ATOM}id", "")), parent.findtext(f"{ATOM}id")
        assert parent.findtext(f"{ATOM}title", "").strip()
        links = [(link.get("rel"), link.get("href", "")) for link in parent.findall(f"{ATOM}link")]
        assert len(set(links)) == len(links)
        assert [rel for rel, _ in links].count("alternate") == 1
        assert all(ADDRESS.fullmatch(href) for _, href in links)
        for name in ("updated", "published"):
            assert all(TIME.fullmatch(element.text or "") for element in parent.findall(f"{ATOM}{name}"))
    author = feed.find(f"{ATOM}author")
    assert author is not None and author.findtext(f"{ATOM}name")
    assert [link.get("rel") for link in feed.findall(f"{ATOM}link")].count("self") == 1
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    times = [entry.findtext(f"{ATOM}updated", "") for entry in entries]
    assert times == sorted(times, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == (times[0] if times else "1970-01-01T00:00:00Z")
    for content_of in feed.iter(f"{ATOM}content"):
        assert content_of.get("type") == "html" and len(content_of) == 0
        assert not re.search(r'href="(?!https?:|mailto:)', content_of.text or "")


def assert_json_feed(feed: dict[str, Any]) -> None:
    """Assert what JSON Feed 1.1 asks of a feed and of its items."""
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    known = {"version", "title", "home_page_url", "feed_url", "description", "language", "authors", "items"}
    assert set(feed) <= known
    assert all(ADDRESS.fullmatch(feed[name]) for name in ("home_page_url", "feed_url"))
    for author in feed["authors"]:
        assert set(author) <= {"name", "url", "avatar"} and author
    ids = [item["id"] for item in feed["items"]]
    assert len(set(ids)) == len(ids)
    for item in feed["items"]:
        assert set(item) == {"id", "url", "title", "content_html", "date_published", "tags"}
        assert isinstance(item["id"], str) and ADDRESS.fullmatch(item["url"]) and item["content_html"]
        assert TIME.fullmatch(item["date_published"]) and all(isinstance(tag, str) for tag in item["tags"])


def test_both_feeds_are_by_their_rules_and_tell_the_same(based: Built) -> None:
    """Atom holds to RFC 4287, JSON Feed to its version 1.1, entry by entry alike."""
    assert_atom(based["feed.xml"])
    feed = json.loads(based["feed.json"])
    assert_json_feed(feed)
    entries = ET.fromstring(based["feed.xml"]).findall(f"{ATOM}entry")
    assert [(item["id"], item["title"], item["content_html"]) for item in feed["items"]] == [
        tuple(entry.findtext(f"{ATOM}{name}") for name in ("id", "title", "content")) for entry in entries
    ]
    assert len(entries) >= min(10, sum(path.endswith(".bib") for path in based))


def test_what_the_feed_of_a_site_says() -> None:
    """Published, verdict changed, corrected and withdrawn are entries, and markup in a claim is text."""
    items = json.loads(built(RIVERS)["feed.json"])["items"]
    tag = "tag:rivers.example.org"
    path = "/checked/claims"
    assert [(item["id"], item["title"]) for item in items] == [
        (f"{tag},2024-06-01:{path}/mouth/withdrawn", "Withdrawn: The mouth has been measured."),
        (f"{tag},2024-05-01:{path}/cafes/published", "Holds water: There are cafés on the banks."),
        (
            f"{tag},2024-05-01:{path}/length/verdict-changed",
            "Verdict changed from “Holds water” to “Sources conflict”: The Long River is <b>1,200</b> km long.",
        ),
        (f"{tag},2024-05-01:{path}/rises/published", "Holds water: It rises in the Blue Hills."),
        (
            f"{tag},2024-03-01:{path}/length/corrected",
            "Corrected: The Long River is <b>1,200</b> km long.",
        ),
        (
            f"{tag},2024-02-01:{path}/length/published",
            "Holds water: The Long River is <b>1,200</b> km long.",
        ),
    ]
    assert items[5]["content_html"] == "<p>The verdict has changed since.</p>"
    assert items[4]["content_html"] == (
        '<p>The line of the almanac was wrong <a class="cite" '
        'href="https://rivers.example.org/checked/sources/almanac.html#L4">The almanac, line 4</a>.</p>'
    )


def test_hostile_words_do_not_break_the_feeds() -> None:
    """XML and JSON stay what they are, whatever a claim says."""
    words = "]]> </title><x> \"' & &amp; <!-- {{ 7 }} \\u0000 \u2028"
    site = Site(title=words, base_url=Address("https://example.org/"), description=words)
    atom, feed = feeds(corpus(site), [row("a", claim=words, summary=words)])
    assert_atom(atom.content)
    assert_json_feed(json.loads(feed.content))
    assert ET.fromstring(atom.content).findtext(f"{ATOM}entry/{ATOM}title") == f"Supported: {words}"


def test_two_corrections_of_one_day_are_two_events_and_keep_their_ids() -> None:
    """A later correction does not take the id of an earlier one."""
    one = correction("2024-05-01")
    first = events([row("a", corrections=(one,), published=None)])
    both = events(
        [row("a", corrections=(one, correction("2024-05-01"), correction("2024-05-01", "refuted")))]
    )
    assert [event.name for event in first] == ["corrected"]
    assert [event.name for event in both] == ["published", "verdict-changed", "corrected-2", "corrected"]
    assert [event.kind for event in both] == ["published", "verdict-changed", "corrected", "corrected"]
    assert identifier(both[2], SITE) == "tag:example.org,2024-05-01:/a/claims/a/corrected-2"


def test_a_verdict_that_changed_twice_tells_each_step() -> None:
    """The verdict after a change is the one before the next."""
    changes = (
        correction("2024-05-01", "refuted"),
        correction("2024-05-02"),
        correction("2024-05-03", "conflicting"),
    )
    found = events([row("a", corrections=changes, published=None)])
    assert [title(event, SITE) for event in found] == [
        "Verdict changed from “Sources conflict” to “Supported”: It is a.",
        "Corrected: It is a.",
        "Verdict changed from “Refuted” to “Sources conflict”: It is a.",
    ]


def test_a_withdrawn_claim_is_announced_no_more() -> None:
    """Its withdrawal is told, its publication is not."""
    gone = Withdrawal(date=day("2024-06-01"), reason=Prose("Two claims."))
    assert [event.kind for event in events([row("a", withdrawn=gone)])] == ["withdrawn"]


def test_the_last_ten_or_the_last_week_whichever_is_more() -> None:
    """Old news goes, but no busy week is cut."""
    old = [row(f"old-{n}", published=day("2024-01-01")) for n in range(20)]
    assert len(latest(events(old))) == 20
    assert len(latest(events([*old, row("new", published=day("2024-03-01"))]))) == 10
    week = [row(f"new-{n}", published=day(f"2024-03-{n:02}")) for n in range(1, 8)]
    assert (
        len(latest(events([*old, *week, *(row(f"more-{n}", published=day("2024-03-07")) for n in range(9))])))
        == 16
    )


def test_no_feed_is_longer_than_two_hundred_entries() -> None:
    """A site that starts with a thousand claims does not send them all to everybody each hour."""
    assert len(latest(events([row(f"a-{n}") for n in range(1_000)]))) == 200


def test_a_site_without_claims_has_feeds_without_entries() -> None:
    """They are feeds all the same."""
    atom, feed = feeds(corpus(SITE), [])
    assert_atom(atom.content)
    assert_json_feed(json.loads(feed.content))


def test_without_a_base_address_there_are_no_feeds() -> None:
    """Neither file, and no page leads to one."""
    files = built(ROOT)
    assert not {"feed.xml", "feed.json", "sitemap.xml"} & set(files)
    assert b"feed.xml" not in files["index.html"]
