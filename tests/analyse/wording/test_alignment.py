"""Two wordings of one thing, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse.wording.alignment import align
from factsite.comparisons import Change


def test_spaces_in_a_word_do_not_keep_a_part_from_being_one() -> None:
    """Whoever writes "endgame" and whoever writes "end game" quote the same words."""
    whole = "The endgame is to capture the oilfields. This must be countered."
    assert align(whole, "The end game is to capture the oil fields").within


def test_the_stretches_of_two_wordings_in_order() -> None:
    """Each is the same, added, dropped or changed, in the words of either."""
    found = align("There is evidence that there are troops now", "So there is evidence of troops")
    assert found.changes == (
        Change("added", "", "So", ()),
        Change("same", "There is evidence", "there is evidence", ()),
        Change("changed", "that there are", "of", ()),
        Change("same", "troops", "troops", ()),
        Change("dropped", "now", "", ()),
    )


@pytest.mark.parametrize(
    ("one", "other", "touches"),
    [
        ("41 men died", "50 men died", ("number",)),
        ("forty men died", "40 men died", ()),
        ("a 5% rise", "a 5 percent rise", ()),
        ("we will not fight", "we will fight", ("negation",)),
        ("we can’t go", "we can go", ("negation",)),
        ("we never fight", "we do not fight", ()),
        ("we may fight", "we fight", ("hedge",)),
        ("we saw Smith there", "we saw Jones there", ("name",)),
        ("Smith was there", "Jones was there", ()),
        ("we will not go to Torvik", "we might go to Ambry", ("negation", "hedge", "name")),
        ("we saw it", "we have seen it", ()),
    ],
)
def test_what_a_change_touches(one: str, other: str, touches: tuple[str, ...]) -> None:
    """Numbers that mean something else, negations and hedges on one side alone, and names that begin no sentence."""
    assert align(one, other).touches == touches


@pytest.mark.parametrize(
    ("one", "other", "within", "differs"),
    [
        ("we are ready", "And now we are ready, all of us", True, False),
        ("we are ready", "we are not ready", False, True),
        ("We’ll go", "we'll go.", True, False),
        ("co-operate now", "cooperate now", False, False),
        ("the foot ball", "the football", False, False),
        ("a b", "c d", False, True),
        ("", "a", False, True),
        ("", "", False, False),
    ],
)
def test_whether_one_can_be_a_part_of_the_other(one: str, other: str, within: bool, differs: bool) -> None:
    """Leaving out what comes before or after is no difference, and spaces, hyphens, case and points are none."""
    found = align(one, other)
    assert (found.within, found.differs) == (within, differs)


@pytest.mark.parametrize("inserted", ["He [the mayor] is tired", "He (the mayor) is tired"])
def test_words_inserted_in_brackets_are_the_article_s(inserted: str) -> None:
    """They take no part in the comparison, and stay in what is shown."""
    found = align(inserted, "he is tired")
    assert found.changes == (Change("same", inserted, "he is tired", ()),)
    assert (found.ratio, found.within, found.differs) == (1.0, True, False)


WORDINGS = st.lists(
    st.sampled_from("we will not may go to Torvik 40 forty [so] . ’".split()), max_size=10
).map(" ".join)


@given(WORDINGS, WORDINGS)
def test_an_alignment_holds_for_both_sides(one: str, other: str) -> None:
    """What is the same, or in one piece, does not depend on which wording comes first; a wording is itself."""
    there, back = align(one, other), align(other, one)
    assert (there.within, 0 <= there.ratio <= 1) == (back.within, True)
    assert not align(one, one).differs
