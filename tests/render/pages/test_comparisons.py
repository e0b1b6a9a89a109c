from __future__ import annotations

from dataclasses import replace

import pytest

from factsite.comparisons import Reading, Run, Shared, Sharing
from factsite.model import Corpus, Site
from factsite.render.pages.comparisons import reading_view, tally
from factsite.render.pages.shared import copying, further, shared_views, shares, strongest
from factsite.render.views import Link, PairView, ReadingView
from tests.samples import source

LINK = Link("sources/herald.html#L1", "“3 km” (Herald)")
OWN = Link("", "“3 km” (the claim)")


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ("", ""),
        ("conflicting", "1 pair of figures of the articles: 1 conflicting"),
        (
            "equal compatible compatible conflicting conflicting",
            "5 pairs of figures of the articles: 2 conflicting, 2 compatible, 1 equal",
        ),
    ],
)
def test_tally(kinds: str, words: str) -> None:
    """Pairs are counted by how they stand, those that exclude each other first."""
    assert tally([PairView(LINK, LINK, kind, "") for kind in kinds.split()]) == words


def test_pairs_with_the_figure_of_the_claim_are_counted_apart() -> None:
    """How the articles stand to each other is not mixed with how they stand to the claim."""
    own = [PairView(OWN, LINK, kind, "") for kind in ("conflicting", "equal")]
    others = [PairView(LINK, LINK, "compatible", "")]
    assert tally(own) == "2 pairs with the claim’s own figure: 1 conflicting, 1 equal"
    assert tally([*own, *others]) == (
        "1 pair of figures of the articles: 1 compatible; 2 pairs with the claim’s own figure: 1 conflicting, 1 equal"
    )


def test_a_reading_is_shown_in_few_words_and_explained() -> None:
    """What could not be read says so, and a figure that was found by itself too."""
    assert reading_view(Reading("2 to 3", "So.")) == ReadingView("read as 2 to 3", "So.")
    assert reading_view(Reading("", "So.", inferred=True)) == ReadingView(
        "not read as an amount or a date", "So. It is the only figure of the quotation."
    )


def corpus() -> Corpus:
    """Return two sources."""
    sources = {name: source(name, name=name.title()) for name in ("courier", "herald")}
    return Corpus(
        site=Site(title="Ferries"), sources=sources, texts={}, origins={}, origins_lost=False, claims=(), essays=(), ids={}, seeds=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("shared", "line", "summary"),
    [
        ((), "", "No article here copies another: no two share eight words in a row."),
        (
            (Shared("courier", "herald", (Run(9, 9, 1, 2, "so"),)),),
            "shares 9 words in a row with Courier",
            "No article here copies another: no two share more than 9 words in a row.",
        ),
        (
            (Shared("courier", "herald", (Run(34, 34, 1, 2, "so"), Run(9, 9, 3, 4, "on")), copied=True),),
            "shares 34 words in a row with Courier",
            "Articles that copy each other count as one: Courier and Herald.",
        ),
    ],
)
def test_what_articles_share(shared: tuple[Shared, ...], line: str, summary: str) -> None:
    """The longest run is told with each article, and on the list whether any copies another."""
    assert shares("herald", corpus(), shared) == line
    assert copying(corpus(), Sharing(shared)) == summary


def test_of_many_articles_that_share_words_those_that_share_most_are_named() -> None:
    """Those that copy come first, and the others are counted; where one name more would do, it is given."""
    many = [source(f"paper-{number}", name=f"Paper {number}") for number in range(30)]
    every = replace(corpus(), sources={one.id: one for one in many})
    pairs = [
        Shared("paper-0", one.id, (Run(8 + number, 8 + number, 1, 2, "so"),), copied=number == 2)
        for number, one in enumerate(many[1:], 1)
    ]
    most = strongest(pairs)
    assert [pair.other for pair in most[:3]] == ["paper-2", "paper-29", "paper-28"]
    assert shares("paper-0", every, most) == (
        "shares 10 words in a row with Paper 2, 37 words in a row with Paper 29, 36 words in a row with Paper 28, "
        "35 words in a row with Paper 27, and words in a row with 25 other articles"
    )
    assert shares("paper-0", every, most[:5]).endswith("and 34 words in a row with Paper 26")
    assert len(shared_views(many[0], every, most)) == 20
    assert further(most) == "9 other articles share no more than the last of these."
    assert further(most[:21]) == "1 other article shares no more than the last of these."
    assert further(most[:20]) == ""
    assert copying(every, Sharing(replace(pair, copied=True) for pair in pairs[:8])) == (
        "Articles that copy each other count as one: Paper 0 and Paper 1; Paper 0 and Paper 2; Paper 0 and Paper 3; "
        "Paper 0 and Paper 4; Paper 0 and Paper 5; Paper 0 and Paper 6; and 2 other pairs."
    )
