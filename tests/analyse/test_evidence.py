from __future__ import annotations

import datetime as dt

import pytest

from factsite.analyse import examine_claim
from factsite.comparisons import Reading
from tests.samples import article, background, claim, evidence, source

AROUND = background(
    {
        "a": article("On Tuesday some 3,000 men came; 12 left. It was late."),
        "b": article("It was on Monday."),
    },
    sources={"a": source("a", published=dt.date(2024, 5, 9))},
)


def reading(name: str, quote: str, **more: str | None) -> Reading | None:
    """Return how the figure of a citation is read."""
    figure, stance, own = more.get("figure"), more.get("stance") or "supports", more.get("own")
    piece = evidence(name, stance, quote=quote, figure=figure)
    measured = claim(piece, measure=more.get("measure", "men"), figure=own)
    return examine_claim(measured, AROUND).evidence[0].reading


def test_a_figure_is_read_against_the_day_of_its_article() -> None:
    """A weekday is the last one before the article; without the article's date it stays open."""
    assert reading("a", "On Tuesday", figure="Tuesday") == Reading(
        "7 May 2024", "“Tuesday” is read as 7 May 2024: it names one day."
    )
    assert reading("b", "on Monday", figure="on Monday") == Reading(
        "",
        "“on Monday” is not read as an amount or a date: it needs the day of the article, which is not known.",
    )


def test_the_only_figure_of_a_quotation_need_not_be_given() -> None:
    """It is inferred, and said to be."""
    assert reading("a", "some 3,000 men came") == Reading(
        "2,700 to 3,300", "“some 3,000” is read as 2,700 to 3,300: it allows twice as much on either side as the number alone.", True
    )  # fmt: skip


@pytest.mark.parametrize(
    ("quote", "more"),
    [
        ("some 3,000 men came; 12 left", {}),
        ("It was late.", {}),
        ("some 3,000 men came", {"measure": None}),
        ("some 3,000 men came", {"stance": "context"}),
        ("some 3,000 men came", {"own": "7 May 2024"}),
    ],
)
def test_nothing_is_inferred_where_it_could_be_another_figure(
    quote: str, more: dict[str, str | None]
) -> None:
    """Two figures, none, no measure, context, and a figure of another kind than the claim's leave it open."""
    assert reading("a", quote, **more) is None
