"""The page of an article: its head, the ranges of lines that are linked to, and its neighbours."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factsite.comparisons import Sharing
from factsite.findings import Cited, SourceFindings, Span
from factsite.model import Boilerplate, Corpus, Essay, Site
from factsite.place import Place
from factsite.render.pages.sources import Listing, source_sheets
from factsite.render.views import Link, SourceView
from factsite.values import InlineCitation, LineRange, Prose, Stance
from tests.samples import article, row, source

NOWHERE = Place("x", 1)


def view(*lines: tuple[int, int], essay: str = "", **particulars: Any) -> SourceView:
    """Return the page of the second of three articles, of which a claim cites some lines."""
    sources = {name: source(name, name=name.title()) for name in ("atlas", "gazette", "herald")}
    sources["gazette"] = source("gazette", name="The Gazette", **particulars)
    cited = [Cited("gazette", LineRange(*one), (Span(one[0], 0, 1),), Stance.SUPPORTS) for one in lines]
    inline = InlineCitation("gazette", LineRange(2, 5), "", NOWHERE)
    corpus = Corpus(
        site=Site(title="Rivers"), sources=sources, texts={name: article(*"abcde") for name in sources},
        origins={}, origins_lost=False, claims=(), ids={}, seeds=(),
        essays=(Essay(id="about", title="About", text=Prose("", (inline,))),) if essay else (),
    )  # fmt: skip
    listing = Listing(corpus, [row("size", *cited)], Sharing())
    sheets = source_sheets(listing, dict.fromkeys(sources, SourceFindings()))
    return next(sheet.view() for sheet in sheets if sheet.path == "sources/gazette.html")


@pytest.mark.parametrize(
    ("particulars", "heading", "name", "byline", "missing"),
    [
        ({}, "The Gazette", None, (), "Headline, author, publisher and date not stated"),
        (
            {"title": "The Long River", "author": "A. N. Author", "published": dt.date(2020, 3, 1)},
            "The Long River",
            "The Gazette",
            ("A. N. Author", "1 March 2020"),
            "Publisher not stated",
        ),
    ],
)
def test_the_head_is_that_of_an_article(
    particulars: dict[str, Any], heading: str, name: str | None, byline: tuple[str, ...], missing: str
) -> None:
    """Its headline, or the name that the site gave it, then who wrote it and when, and what is not stated."""
    found = view(**particulars)
    assert (found.heading, found.name, found.byline, found.missing) == (heading, name, byline, missing)


def test_every_range_that_is_linked_to_is_named_in_its_first_line() -> None:
    """Ranges of claims, of prose and of lines that are not the article's text; a single line has its own name."""
    found = view(
        (2, 3), (2, 3), (2, 2), (2, 4), essay="about", boilerplate=(Boilerplate(lines=LineRange(4, 5), reason="tags"),)
    )  # fmt: skip
    assert [line.ranges for line in found.lines] == [
        (),
        (("L2-L3", 2), ("L2-L4", 3), ("L2-L5", 4)),
        (),
        (("L4-L5", 2),),
        (),
    ]


def test_the_articles_beside_it_are_those_of_the_list() -> None:
    """In its order."""
    found = view()
    assert found.previous == Link("sources/atlas.html", "Atlas")
    assert found.following == Link("sources/herald.html", "Herald")
