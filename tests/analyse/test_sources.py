from __future__ import annotations

import datetime as dt
import pickle

import pytest

from factsite.analyse.sources import date_forms, examine_source, read_article
from factsite.findings import SourceFindings
from tests.samples import article, origin, source


def test_particulars_are_found_where_the_article_has_them() -> None:
    """Each particular of the source file that stands in the article has the line where it first does."""
    text = article(
        "Alm bridge opens", "", "Courier | 3 October 2024", " ", "The Courier’s “Alm bridge opens” is long."
    )
    given = source(
        "opening",
        title="Alm bridge  opens",
        publisher="Courier",
        author="Town desk",
        published=dt.date(2024, 10, 3),
    )
    assert examine_source(
        given, text, {"courier": origin("Courier"), "council": origin("Council")}
    ) == SourceFindings({"title": 1, "publisher": 3, "published": 3}, {"courier": ("Courier",)})


def test_what_is_not_given_is_not_looked_for() -> None:
    """A source file with nothing but its pin states nothing, also where the article is empty."""
    assert examine_source(source("opening"), article(), {}) == SourceFindings()
    assert examine_source(source("opening", title="\u200b"), article(), {}) == SourceFindings()


@pytest.mark.parametrize(
    "written",
    [
        "2024-10-03", "3 October 2024", "October 3, 2024", "October. 3, 2024", "3 Oct 2024", "Oct 3, 2024", "Oct. 3, 2024",
    ],
)  # fmt: skip
def test_forms_of_a_date(written: str) -> None:
    """The ways in which English-language articles write a day are known."""
    assert written in date_forms(dt.date(2024, 10, 3))


def test_what_is_known_of_an_article_by_itself_can_be_kept() -> None:
    """It is the same when it is read back."""
    read = read_article(source("opening"), article("The Alm bridge opened on a day in May."), {})
    assert pickle.loads(pickle.dumps(read)) == read
