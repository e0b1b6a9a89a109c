"""The pages that look over all claims: discrepancies and topics."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from factsite.findings import Row, Witnesses
from factsite.model import Corpus, Site, Topic, Withdrawal
from factsite.render.pages.lists import disagreeing
from factsite.render.pages.order import by_topic
from factsite.render.pages.overviews import SIZE, discrepancies_sheets, topics_sheet
from factsite.render.sheets import Labels
from factsite.values import Id, Prose
from tests.samples import row

if TYPE_CHECKING:
    from factsite.render.views import DiscrepanciesView

TOPICS = {Id("length"): Topic(name="Length", description="How long."), Id("unused"): Topic(name="Unused")}
CORPUS = Corpus(
    site=Site(title="Rivers", topics=TOPICS), sources={}, texts={}, origins={}, origins_lost=False, claims=(), essays=(), ids={}, seeds=(),
)  # fmt: skip


def conflict(name: str, articles: int = 2, measure: str | None = None) -> Row:
    """Return a claim on which so many articles disagree."""
    return row(name, verdict="conflicting", witnesses=Witnesses(articles, articles), measure=measure)


def discrepancies(*rows: Row) -> list[DiscrepanciesView]:
    """Return the pages of the disagreements on some claims."""
    sheets = discrepancies_sheets(CORPUS, rows, disagreeing(CORPUS, rows), Labels({}))
    return [sheet.view() for sheet in sheets]


def test_discrepancies_on_figures_come_first_and_then_those_that_most_articles_speak_to() -> None:
    """What is withdrawn, or is no conflict, is none."""
    gone = Withdrawal(date=dt.date(2024, 1, 1), reason=Prose("So."))
    rows = [
        conflict("a"),
        conflict("b", 3),
        conflict("c", 2, "km"),
        conflict("d", 4, "km"),
        row("e"),
        row("f", verdict="conflicting", withdrawn=gone),
    ]
    (page,) = discrepancies(*rows)
    assert [(group.heading, [item.claim for item in group.items]) for group in page.groups] == [
        ("On numbers and dates", ["It is d.", "It is c."]),
        ("On what happened and what was said", ["It is b.", "It is a."]),
    ]
    assert page.facts[0] == "4 discrepancies in 6 claims"
    assert page.paging is None


def test_many_discrepancies_go_on_several_pages() -> None:
    """A group that goes on has its heading there too."""
    first, second = discrepancies(*(conflict(f"c{number:02}") for number in range(SIZE + 1)))
    assert [len(group.items) for one in (first, second) for group in one.groups] == [SIZE, 1]
    assert second.frame.here == "discrepancies.2.html"
    assert [group.heading for group in second.groups] == ["On what happened and what was said"]


def test_without_a_discrepancy_the_page_is_there_all_the_same() -> None:
    """It has no group."""
    assert [page.groups for page in discrepancies(row("a"))] == [()]


def test_each_topic_says_how_many_claims_have_which_verdict() -> None:
    """Also one that has none."""
    rows = [row("a", topic="length"), conflict("b"), row("c", topic="length")]
    found = topics_sheet(CORPUS, by_topic(CORPUS.site, rows)).view()
    assert [(item.link.words, item.claims) for item in found.items] == [
        ("Length", "2 claims"),
        ("Unused", "0 claims"),
    ]
    assert [[(tally.mark.label, tally.claims) for tally in item.tallies] for item in found.items] == [
        [("Supported", 2)],
        [],
    ]
