"""What a number counts, from the words around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse.suggest.counted import Counted, counted
from factsite.analyse.suggest.tokens import tokens_of
from factsite.analyse.wording.words import Sentence


def of(text: str, *, unit: bool = False) -> Counted:
    """Return what the "#" of a text counts."""
    tokens = tokens_of(Sentence(text, 0))
    at = next(position for position, token in enumerate(tokens) if token.text == "#")
    return counted(tokens, at, at + 1, unit=unit)


@pytest.mark.parametrize(
    ("text", "kind", "head"),
    [
        ("# miners", "miner", "miner"),
        ("# newly hired nurses fled", "nurse", "nurs"),
        ("# of the soldiers", "soldier", "soldier"),
        ("# members of the crew", "crew", "crew"),
        ("# “troops”", "soldier", "troop"),
        ("# packed the ground", "", ""),
        ("# in Torvik", "", ""),
        ("# .", "", ""),
        ("the number of arrests rose to #", "person", ""),
        ("the toll is #", "person", ""),
    ],
)
def test_the_thing(text: str, kind: str, head: str) -> None:
    """It is the first plural, or the last word before one that belongs to something else."""
    found = of(text)
    assert (found.kind, found.head) == (kind, head)


@pytest.mark.parametrize(
    ("text", "part", "added"),
    [("# of them fled", True, False), ("# were women", True, False), ("# others died", False, True),
     ("# more men died", False, True), ("# men died", False, False)],
)  # fmt: skip
def test_parts_and_additions(text: str, part: bool, added: bool) -> None:
    """What is a part of a count, or comes to it, is no count of all."""
    found = of(text)
    assert (found.part, found.added) == (part, added)


@pytest.mark.parametrize(
    ("text", "role"),
    [("# men were killed", "dead"), ("it killed # men", "dead"), ("killing or wounding # men", "dead or injured"),
     ("many died; # men stayed", ""), ("# men, and others died", ""), ("# men stood", "")],
)  # fmt: skip
def test_what_befalls_it(text: str, role: str) -> None:
    """The verb that follows at once, else the one before, and none beyond a stop."""
    assert of(text).role == role


def test_a_unit_is_no_thing() -> None:
    """What stands behind a unit is counted only where it says of what."""
    assert of("# , men", unit=True) == Counted(end=1)
    assert of("# of oil", unit=True).head == "oil"


@given(
    st.text(alphabet="# menof,wer-“killedsix", max_size=40).filter(lambda text: "#" in text), st.booleans()
)
def test_any_words_can_stand_around_a_number(text: str, unit: bool) -> None:
    """What is counted ends in the sentence."""
    tokens = tokens_of(Sentence(text, 0))
    assert of(text, unit=unit).end <= len(tokens)
