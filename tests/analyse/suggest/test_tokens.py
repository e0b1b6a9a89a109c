"""The words of a sentence and what they mean."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse.suggest.tokens import meanings, names, tokens_of
from factsite.analyse.wording.words import Sentence

SHIP = tokens_of(Sentence("The Kovacs’ ship took the lives of 3,000 men in May.", 4))


def test_words_and_signs_stand_where_they_are_in_their_line() -> None:
    """Numbers are one token, and small letters lose the genitive."""
    assert [(token.text, token.start) for token in SHIP[:3]] == [("The", 4), ("Kovacs’", 8), ("ship", 16)]
    assert [token.text for token in SHIP[-5:]] == ["3,000", "men", "in", "May", "."]
    assert SHIP[1].low == "kovacs"


def test_a_turn_of_phrase_lends_its_meaning_to_its_first_word() -> None:
    """To take lives is to kill; a month befalls nobody."""
    assert [(token.text, token.role) for token in SHIP if token.role] == [("took", "dead")]


def test_words_that_mean_the_same_have_one_meaning() -> None:
    """Common words, months and single letters have none."""
    for one, other in (("Blaze", "Inferno"), ("killed", "dead"), ("soldiers", "troops"), ("quake", "tremor")):
        assert list(meanings(tokens_of(Sentence(f"the {one} a x of May", 0)), money=False)) == list(
            meanings(tokens_of(Sentence(f"the {other} a x of May", 0)), money=False)
        )


def test_what_is_said_of_money_depends_on_whether_money_is_spoken_of() -> None:
    """To purchase is a deal where there is a sum."""
    tokens = tokens_of(Sentence("They purchased", 0))
    assert list(meanings(tokens, money=True)) == ["deal"]
    assert list(meanings(tokens, money=False)) == ["purchas"]


def test_names_are_capitalised_words_but_for_the_first() -> None:
    """A sentence begins with a capital in any case."""
    assert list(names(tokens_of(Sentence("Anna met the Kovacs in Torvik", 0)))) == ["kovacs", "torvik"]


@given(st.text(max_size=80))
def test_a_token_is_cut_out_of_its_sentence(text: str) -> None:
    """Tokens follow each other and are not empty."""
    end = 0
    for token in tokens_of(Sentence(text, 0)):
        assert token.start >= end
        assert text[token.start :].startswith(token.text)
        end = token.start + len(token.text)
        assert end > token.start
