"""Rows to the pages that look over all claims from one side: where articles disagree, and what topics there are."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from factsite.english import number_of
from factsite.render import urls
from factsite.render.frames import frame
from factsite.render.pages.finding import verdict_class
from factsite.render.pages.lists import claim_item, disagreeing
from factsite.render.pages.order import grouped
from factsite.render.pages.paging import batches, paging
from factsite.render.pictures.tallies import tally_views
from factsite.render.views import DiscrepanciesView, Group, Link, TopicItem, TopicsView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.findings import Row
    from factsite.model import Corpus

SIZE = 25
"""So many discrepancies, each with its picture, stand on one page."""

HEADINGS = {True: "On numbers and dates", False: "On what happened and what was said"}
"""The heading of those that have a measure, and of the others."""


def discrepancies_views(corpus: Corpus, rows: Sequence[Row]) -> Iterator[DiscrepanciesView]:
    """Yield the pages of all disagreements."""
    found = disagreeing(corpus, rows)
    description = "The claims on which articles disagree, with the words in which they do."
    counted = f"{number_of(len(found), 'discrepancy')} in {number_of(len(rows), 'claim')}"
    for number, batch in enumerate(batches(found, SIZE), 1):
        title = "Discrepancies" if number == 1 else f"Discrepancies, page {number}"
        yield DiscrepanciesView(
            frame=frame(corpus.site, urls.batch(urls.DISCREPANCIES, number), title, description),
            facts=(counted, Link(urls.MATRIX, "All claims and articles in a matrix")),
            groups=tuple(
                Group(HEADINGS[counts], None, tuple(claim_item(row, corpus, sides=True) for row in group))
                for counts, group in groupby(batch, lambda row: row.measure is not None)
            ),
            paging=paging(urls.DISCREPANCIES, number, len(found), SIZE),
        )


def topics_view(corpus: Corpus, rows: Sequence[Row]) -> TopicsView:
    """Return the list of topics."""
    groups = grouped(rows, lambda row: row.topic)
    items = []
    for name, topic in corpus.site.topics.items():
        here = groups.get(name, [])
        tallies = tally_views(corpus.site, [verdict_class(corpus, row) for row in here])
        link = Link(urls.topic(name), topic.name)
        items.append(TopicItem(link, topic.description, number_of(len(here), "claim"), tallies))
    return TopicsView(
        frame=frame(corpus.site, urls.TOPICS, "Topics", "The claims by what they are about."),
        items=tuple(items),
    )
