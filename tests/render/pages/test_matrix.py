"""Claims by articles: which columns a table has, and what stands in its cells."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factsite.findings import Cited, Row, Span
from factsite.model import Corpus, Site, Topic, Withdrawal
from factsite.render.pages.matrix import MOST, NARROW, SIZE, matrix_sheets
from factsite.render.pages.order import by_topic
from factsite.render.sheets import Labels
from factsite.render.views import Link, MatrixView, Sign
from factsite.values import Id, LineRange, Prose, Stance
from tests.samples import row, source

TOPICS = {Id("length"): Topic(name="Length"), Id("width"): Topic(name="Width")}


def words(name: str, stance: Stance | None, first: int = 1, last: int | None = None) -> Cited:
    """Return a citation."""
    return Cited(name, LineRange(first, last or first), (Span(first, 0, 1),), stance)


def views(*rows: Row) -> list[MatrixView]:
    """Return the pages of the matrix of some claims and the articles that they cite."""
    names = sorted({name for one in rows for name in one.sources} | {"never-cited"})
    corpus = Corpus(
        site=Site(title="Rivers", topics=TOPICS),
        sources={name: source(name, name=name.title()) for name in names},
        texts={}, origins={}, origins_lost=False, claims=(), essays=(), ids={}, seeds=(),
    )  # fmt: skip
    return [
        sheet.view() for sheet in matrix_sheets(corpus, by_topic(corpus.site, rows), Labels(corpus.sources))
    ]


def view(*rows: Row) -> MatrixView:
    """Return the only page of a matrix."""
    (found,) = views(*rows)
    return found


def test_a_cell_has_one_sign_for_each_stance_of_the_article() -> None:
    """It leads to the first line that has it; context stands alone or not at all, and a mention is no sign."""
    cited = (
        words("atlas", Stance.CONTEXT, 1),
        words("atlas", Stance.SUPPORTS, 4, 5),
        words("atlas", Stance.SUPPORTS, 7),
        words("atlas", Stance.REFUTES, 9),
        words("gazette", Stance.CONTEXT, 2),
        words("herald", None, 3),
    )
    table = view(row("size", *cited), row("age", words("herald", Stance.SUPPORTS))).tables[0]
    assert [column.words for column in table.columns] == ["Atlas", "Gazette", "Herald"]
    cells = table.groups[0].rows[0].cells
    assert cells == (
        (
            Sign(
                "supports",
                "4–5",
                "sources/atlas.html#L4-L5",
                "Atlas: supports, lines 4–5, and in 1 more place",
            ),
            Sign("refutes", "9", "sources/atlas.html#L9", "Atlas: refutes, line 9"),
        ),
        (Sign("context", "2", "sources/gazette.html#L2", "Gazette: context, line 2"),),
        (),
    )
    assert table.totals == ((("supports", 1), ("refutes", 1)), (("context", 1),), (("supports", 1),))


def test_claims_stand_by_topic_without_those_that_were_withdrawn() -> None:
    """What no longer stands does not count."""
    gone = Withdrawal(date=dt.date(2024, 1, 1), reason=Prose("So."))
    here: dict[str, Any] = {"topic": "length"}
    found = view(
        row("b", words("atlas", Stance.SUPPORTS)),
        row("a", words("atlas", Stance.SUPPORTS), **here),
        row("c", words("gazette", Stance.SUPPORTS), withdrawn=gone, **here),
    )
    groups = [(group.heading, [one.claim.words for one in group.rows]) for group in found.tables[0].groups]
    assert groups == [("Length", ["It is a."]), ("Other claims", ["It is b."])]
    assert found.facts == ("2 claims", "1 article")
    assert found.tables[0].columns == (Link("sources/atlas.html", "Atlas"),)


@pytest.mark.parametrize(
    ("articles", "scrolls"), [(NARROW, ""), (NARROW + 1, "narrow"), (MOST, "narrow"), (MOST + 1, "always")]
)
def test_a_table_with_many_columns_scrolls(articles: int, scrolls: str) -> None:
    """On a phone before it does so elsewhere."""
    one = row("size", *(words(f"s{number:02}", Stance.SUPPORTS) for number in range(articles)))
    assert [table.scrolls for table in view(one).tables] == [scrolls]


def test_with_too_many_articles_each_topic_has_a_table_with_its_own() -> None:
    """The columns of a table are the articles that its claims cite."""
    many = (words(f"s{number:02}", Stance.SUPPORTS) for number in range(MOST))
    found = view(row("a", *many, topic="length"), row("b", words("atlas", Stance.REFUTES), topic="width"))
    assert [(len(table.columns), table.groups[0].heading) for table in found.tables] == [
        (MOST, "Length"),
        (1, "Width"),
    ]


def test_a_long_matrix_goes_on_several_pages() -> None:
    """Each has the columns of its own claims."""
    rows = [row(f"c{number:03}", words("atlas", Stance.SUPPORTS)) for number in range(SIZE)]
    first, second = views(*rows, row("d", words("gazette", Stance.SUPPORTS)))
    assert (first.frame.here, second.frame.here) == ("matrix.html", "matrix.2.html")
    assert [column.words for one in (first, second) for column in one.tables[0].columns] == [
        "Atlas",
        "Gazette",
    ]
    assert second.paging is not None
    assert second.paging.words == "Claims 201 to 201 of 201"


def test_without_claims_there_is_no_table() -> None:
    """The page is there all the same."""
    assert view().tables == ()
