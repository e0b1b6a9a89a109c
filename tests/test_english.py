from __future__ import annotations

import datetime as dt

import pytest

from factsite.english import (
    in_words,
    listed,
    long_date,
    long_period,
    number_in_words,
    number_of,
    out_of,
    plural,
    sentence,
    shortened,
)


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("claim", "claims"),
        ("entry", "entries"),
        ("day", "days"),
        ("fix", "fixes"),
        ("class", "classes"),
        ("match", "matches"),
        ("brush", "brushes"),
    ],
)
def test_plural(noun: str, many: str) -> None:
    """Regular nouns have their regular plural."""
    assert plural(noun) == many


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 claims"), (1, "1 claim"), (2, "2 claims"), (12345, "12,345 claims")]
)
def test_number_of(count: int, words: str) -> None:
    """A count has its noun in the right number, and its thousands apart."""
    assert number_of(count, "claim") == words


@pytest.mark.parametrize(
    ("count", "words"), [(0, "no articles"), (1, "one article"), (10, "ten articles"), (11, "11 articles")]
)
def test_number_in_words(count: int, words: str) -> None:
    """Small counts are words."""
    assert number_in_words(count, "article") == words
    assert in_words(count) == words.split()[0]


@pytest.mark.parametrize(
    ("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listed(items: list[str], words: str) -> None:
    """The last item of a list is joined by "and"."""
    assert listed(items) == words


def test_listed_with_another_word() -> None:
    """Alternatives are joined by "or"."""
    assert listed(["a", "b", "c"], "or") == "a, b or c"


def test_long_date() -> None:
    """A day is written for readers, without a leading zero."""
    assert long_date(dt.date(2024, 1, 3)) == "3 January 2024"


@pytest.mark.parametrize(
    ("words", "result"), [("", ""), ("two", "Two"), ("NIS says", "NIS says"), ("élan", "Élan")]
)
def test_sentence(words: str, result: str) -> None:
    """Nothing but the first letter changes."""
    assert sentence(words) == result


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2024", "2024"),
        ("2024-10", "October 2024"),
        ("2024-10-03", "3 October 2024"),
        ("2019/2020-02", "2019 to February 2020"),
    ],
)
def test_long_period(written: str, words: str) -> None:
    """A span of days is written as a reader says it, no finer than it was given."""
    assert long_period(written) == words


def test_out_of() -> None:
    """A part of a whole has its thousands apart."""
    assert out_of(0, 0) == "0 of 0"
    assert out_of(1200, 12345) == "1,200 of 12,345"


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("", ""),
        ("one two", "one two"),
        ("one two three", "one two…"),
        ("onetwothree", "onetwoth…"),
        ("one-two t", "one-two t"),
        ("one, two, three", "one,…"),
    ],
)
def test_shortened(words: str, short: str) -> None:
    """Words that are too many are cut after a whole one, and a word that is too long inside it."""
    assert shortened(words, 9) == short
