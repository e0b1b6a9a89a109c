"""Rows to the pages that look over all claims from one side: where articles disagree, and what topics there are."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from factsite.english import number_of
from factsite.render import urls
from factsite.render.frames import frame
from factsite.render.pages.finding import verdicts
from factsite.render.pages.lists import claim_item
from factsite.render.pages.paging import batches, paging
from factsite.render.pictures.tallies import tally_views
from factsite.render.sheets import Sheet
from factsite.render.views import DiscrepanciesView, Group, Link, TopicItem, TopicsView

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.findings import Row
    from factsite.model import Corpus, Site
    from factsite.render.pages.order import Topics
    from factsite.render.sheets import Labels
    from factsite.values import VerdictClass

SIZE = 20
"""So many discrepancies, each with its picture, stand on one page."""

HEADINGS = {True: "On numbers and dates", False: "On what happened and what was said"}
"""The heading of those that have a measure, and of the others."""


def discrepancies_sheets(
    corpus: Corpus, rows: Sequence[Row], found: Sequence[Row], labels: Labels
) -> Iterator[Sheet]:
    """Yield the pages of all disagreements: ``found`` among the rows, the sharpest first."""
    for number, batch in enumerate(batches(found, SIZE), 1):
        rest = (number, len(found), len(rows), labels.of(batch))
        view = partial(_discrepancies_view, corpus, number, batch, len(found), len(rows))
        yield Sheet(urls.batch(urls.DISCREPANCIES, number), tuple(batch), (), rest, view)


def _discrepancies_view(
    corpus: Corpus, number: int, batch: Sequence[Row], found: int, claims: int
) -> DiscrepanciesView:
    description = "The claims on which articles disagree, with the words in which they do."
    counted = f"{number_of(found, 'discrepancy')} in {number_of(claims, 'claim')}"
    title = "Discrepancies" if number == 1 else f"Discrepancies, page {number}"
    return DiscrepanciesView(
        frame=frame(corpus.site, urls.batch(urls.DISCREPANCIES, number), title, description),
        facts=(counted, Link(urls.MATRIX, "All claims and articles in a matrix")),
        groups=tuple(
            Group(HEADINGS[counts], None, tuple(claim_item(row, corpus, sides=True) for row in group))
            for counts, group in groupby(batch, lambda row: row.measure is not None)
        ),
        paging=paging(urls.DISCREPANCIES, number, found, SIZE),
    )


def topics_sheet(corpus: Corpus, topics: Topics) -> Sheet:
    """Return the list of topics; it tells of claims only how many have which verdict."""
    groups = dict(topics)
    counts = [verdicts(corpus.site, groups.get(name, ())) for name in corpus.site.topics]
    rest = tuple(tuple(sorted((str(kind), count) for kind, count in one.items())) for one in counts)
    return Sheet(urls.TOPICS, (), (), rest, lambda: _topics_view(corpus.site, counts))


def _topics_view(site: Site, counts: Sequence[Mapping[VerdictClass, int]]) -> TopicsView:
    return TopicsView(
        frame=frame(site, urls.TOPICS, "Topics", "The claims by what they are about."),
        items=tuple(
            TopicItem(
                Link(urls.topic(name), topic.name),
                topic.description,
                number_of(sum(here.values()), "claim"),
                tally_views(site, here),
            )
            for (name, topic), here in zip(site.topics.items(), counts, strict=True)
        ),
    )
