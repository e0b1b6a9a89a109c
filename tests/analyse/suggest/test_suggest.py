"""All kinds of suggestions together."""

from __future__ import annotations

import datetime as dt
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsite.analyse.suggest import article, suggest, unchecked
from factsite.editor.suggest import as_json, as_text
from tests.samples import cited, row

TODAY = dt.date(2024, 12, 1)
MILL = "The fire at the mill killed {} people in Torvik on Monday."
TEXTS = {
    "courier": (
        MILL.format("41"),
        "“We will never leave this old town to them,” said Anna Kovac.",
        "The dam was damaged by the flood.",
    ),
    "herald": (
        MILL.format("50"),
        "“We shall never leave this old town to them,” said Anna Kovach.",
        "The dam was not damaged by the flood.",
    ),
    "times": (MILL.format("60"), "The army has sent 3,000 soldiers to the border."),
    "walk": ("The army may send 3,000 soldiers to the border.",),
}


def test_what_conflicts_comes_first_and_the_surest_of_it_first() -> None:
    """All kinds are looked for."""
    found = suggest(article(name, lines) for name, lines in TEXTS.items())
    relations = [one.relation for one in found]
    assert relations == sorted(relations, reverse=True)
    for relation in ("conflicting", "compatible"):
        scores = [one.score for one in found if one.relation == relation]
        assert scores == sorted(scores, reverse=True)
    assert {one.kind for one in found} == {"figures", "wording", "name", "denial", "modality"}


def test_the_order_of_the_articles_does_not_matter() -> None:
    """The same articles, the same suggestions."""
    articles = [article(name, lines) for name, lines in TEXTS.items()]
    expected = suggest(articles)
    assert all(suggest(order) == expected for order in permutations(articles))


def test_a_passage_is_told_with_the_sentence_it_stands_in() -> None:
    """From its first character to its last."""
    line = f"Night fell. {MILL.format('50')} All slept."
    [found] = suggest([article("a", [MILL.format("41")]), article("b", [line])])
    item = found.items[1]
    assert item.text[item.first : item.last] == MILL.format("50")
    assert item.text[item.start : item.end] == item.words == "50"


def test_what_a_claim_has_already_comes_last_with_the_claims() -> None:
    """A claim has a suggestion where it cites two of its passages."""
    found = suggest(article(name, TEXTS[name]) for name in ("courier", "herald"))
    [figures] = [one for one in found if one.kind == "figures"]
    both = row("toll", cited("courier", (1, 20, 40)), cited("herald", (1, 20, 40)))
    half = row("half", cited("courier", (1, 20, 40)), cited("herald", (1, 0, 3)))
    known = unchecked(found, [both, half])
    assert known[-1].items == figures.items
    assert [entry.claims for entry in known] == [()] * (len(found) - 1) + [("toll",)]


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [[]],
        [[], []],
        [["", " ", "\t"]],
        [["7" * 3000], ["12 " * 100]],
        [["\x00\x07\x1b[2J 41 killed\x85\u2028\ufeff"], ["50 killed \ue000\U0010ffff"]],
        [["killed people in Torvik " * 500], ["40 killed people in Torvik " * 20]],
        [['“a ”b ‘c’ "d ' * 50], ["“" * 500]],
        [["1 million " * 100], ["1" + " million" * 300]],
        [[".,;:–—-!?()[]“”‘’ " * 100], ["%$£€ " * 100]],
    ],
    ids=["nothing", "empty", "empties", "blank", "digits", "control", "long", "quotes", "millions", "signs"],
)
def test_any_articles_can_be_read(texts: list[list[str]]) -> None:
    """Nothing that stands in an article breaks the search, or what is printed of it."""
    found = suggest(article(name, lines) for name, lines in zip("ab", texts, strict=False))
    as_json(found, TODAY)
    assert as_text(found, TODAY).replace("\n", "").isprintable()


PIECES = (
    '41 50 3,000 at least about 0.0 hundred million half a one in ten $5 38C km - – to and , . ; : ( ) “ ” ’ " people soldiers'
    " killed injured were not never may will in Torvik Ambry on Monday May 3 2024 1999 last year ago said Anna Kovac Kovach"
    " of them including the fire mill 9999-12-31 0001-01-01 99999 century per day aged"
).split()
LINES = st.lists(
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=60), max_size=3
)


@settings(max_examples=150)
@given(LINES, LINES, st.none() | st.dates(), st.none() | st.dates())
def test_whatever_the_articles_say_every_passage_stands_in_them(
    one: list[str], other: list[str], day: dt.date | None, another: dt.date | None
) -> None:
    """Words are those of the line, two passages or more differ in place, and scores lie between 0 and 1."""
    articles = [article("a", one, day), article("b", other, another)]
    found = suggest(articles)
    assert found == suggest(reversed(articles))
    for suggestion in found:
        assert 0 <= suggestion.score <= 1
        assert len({(item.source, item.line, item.start) for item in suggestion.items}) >= 2
        for item in suggestion.items:
            line = {"a": one, "b": other}[item.source][item.line - 1]
            assert item.text == line
            assert line[item.start : item.end] == item.words
            assert 0 <= item.first <= item.start <= item.end <= item.last <= len(line)
    as_json(found, TODAY)
    as_text(found, TODAY)
