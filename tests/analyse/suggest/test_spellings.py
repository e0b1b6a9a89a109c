"""Names that articles spell in different ways."""

from __future__ import annotations

import pytest

from factsite.analyse.suggest.spellings import spellings
from tests.samples import suggested, words_of


def test_one_name_in_two_spellings() -> None:
    """Each article's first is told, without its title."""
    later = ("They left.", "They met Anna Kovach, and Anna Kovach left.")
    [found] = suggested(spellings, "It was Mayor Anna Kovac.", later)
    assert (found.kind, found.relation) == ("name", "compatible")
    assert found.reason == "One name, it seems, spelt “Anna Kovac” and “Anna Kovach”."
    assert words_of([found]) == [[("a", 1, "Anna Kovac"), ("b", 2, "Anna Kovach")]]


def test_all_spellings_of_a_name_are_one_suggestion() -> None:
    """With or without accents."""
    [found] = suggested(spellings, "We met Anna Kovac.", "We met Anna Kovach.", "We met Ana Kovač.")
    assert found.reason == "One name, it seems, spelt “Anna Kovac”, “Anna Kovach” and “Ana Kovač”."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We met Anna Kovac.", "We met Anna Kovac."),
        ("We met Anna Kovac and Anna Kovach.", "We met Anna Kovac."),
        ("It was Anna Smith.", "It was Anna Jones."),
        ("It was Anna Smith.", "It was Boris Smith."),
        ("They came from Russia then.", "They were Russian then."),
        ("They met on Monday in March.", "They met on Mondays in April."),
        ("The town slept.", "The towne slept."),
    ],
)
def test_what_is_no_other_spelling(one: str, other: str) -> None:
    """The same name, two that one article uses, other names, inflections, and words that are no names."""
    assert suggested(spellings, one, other) == []
