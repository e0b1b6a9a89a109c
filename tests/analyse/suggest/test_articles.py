"""An article as it is compared with others."""

from __future__ import annotations

import datetime as dt

import pytest

from factsite.analyse.suggest.articles import article, published_in

DAY = dt.date(2024, 10, 3)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Headline", "October 3, 2024", "Text"], DAY),
        (["Headline", "", "", "Published: 2024-10-03 12:00"], DAY),
        ([f"TORVIK, October 3, 2024 — {'Text ' * 30}"], DAY),
        (["October 2024", "October 3, 2024"], DAY),
        ([f"{'Text ' * 20} October 3, 2024"], None),
        (["Title", "", "By Ann", "Paper", "More", "October 3, 2024"], None),
        (["October 3"], None),
        (["Since October 3, 2024"], None),
        ([], None),
    ],
    ids=["line", "stamp", "dateline", "month-first", "in-the-text", "too-late", "no-year", "no-end", "empty"],
)
def test_the_day_that_an_article_states_as_its_own(lines: list[str], day: dt.date | None) -> None:
    """It stands in a short line at the head, or in the dateline, and is a whole day."""
    assert published_in(lines) == day


def test_a_day_that_is_known_counts_before_one_that_is_stated() -> None:
    """Source files know best."""
    lines = ["October 3, 2024", "Forty people died."]
    assert article("a", lines).published == DAY
    assert article("a", lines, dt.date(2024, 10, 5)).published == dt.date(2024, 10, 5)


def test_lines_that_are_not_its_text_are_skipped() -> None:
    """They state, say and mean nothing, and lines keep their numbers."""
    lines = ("Read 10 stories: “On and on”.", "", "Forty people died, “in peace”, said Ann.")
    found = article("a", lines, skipped=frozenset({1}))
    assert [(one.line, one.figure.words) for one in found.statements] == [(3, "Forty")]
    assert [(one.line, one.utterance.text) for one in found.said] == [(3, "in peace")]
    assert [one.line for one in found.sentences] == [3]
    assert found.about == {"forti", "peopl", "die", "peac", "ann"}
    assert found.lines == lines
