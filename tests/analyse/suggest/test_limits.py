"""What sets a count in another place or time."""

from __future__ import annotations

import datetime as dt

import pytest

from factsite.analyse.figures.dates import dates
from factsite.analyse.suggest.limits import distant, ordered, other_times, places, scopes

WEDNESDAY = dt.date(2024, 10, 23)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It burnt in Torvik, near the port of Ambry’s Head.", ["torvik", "ambry", "head"]),
        ("It burnt in southern Orsa on Monday in May.", ["orsa"]),
        ("In the north of it", []),
    ],
)
def test_the_places_of_a_sentence(sentence: str, found: list[str]) -> None:
    """They follow "in", "near" and the like; days and months do, too, and are none."""
    assert list(places(sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("in the city", ["town"]),
        ("across the region", ["province"]),
        ("nationwide", ["country"]),
        ("around the world", ["world"]),
        ("in Torvik", []),
    ],
)
def test_how_wide_a_sentence_reaches(sentence: str, found: list[str]) -> None:
    """Only words that say so count."""
    assert list(scopes(sentence)) == found


def test_what_a_sentence_counts_through() -> None:
    """Quarters, rounds and the like, in small letters."""
    assert list(ordered("The Second Quarter, not the first half")) == ["second quarter", "first half"]


@pytest.mark.parametrize(
    ("words", "published", "found"),
    [
        ("in 1999", WEDNESDAY, ["1999"]),
        ("in 2024", WEDNESDAY, []),
        ("on Tuesday", WEDNESDAY, []),
        ("in 1999", None, ["1999"]),
        ("on May 3, 1999", None, []),
        ("in June", None, []),
        ("since 1999", WEDNESDAY, []),
    ],
)
def test_the_years_of_other_events(words: str, published: dt.date | None, found: list[str]) -> None:
    """Days far from the article's, and without its day whole months and years, are another event's."""
    days = [mention.figure.days for mention in dates(words, published) if mention.figure.days]
    assert list(other_times(days, published)) == found


def test_words_that_set_a_figure_long_before_the_article() -> None:
    """Decades, seasons and years that are over are long ago."""
    assert list(distant("than decades ago")) == ["long ago"]
    assert list(distant("on Tuesday")) == []
