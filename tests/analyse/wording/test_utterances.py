"""Direct quotations of a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse.wording.utterances import Utterance, substance, utterances


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "“We waited,” the mayor said. “We hoped.”",
            [("We waited", 1, 10, [], True), ("We hoped", 30, 38, [], True)],
        ),
        ('He said "it is over" to Ann Ambry.', [("it is over", 9, 19, ["ambry", "ann"], True)]),
        ("‘It’s over,’ said Pryce.", [("It’s over", 1, 10, ["pryce"], True)]),
        ("Ann Ambry told us: “we ran", [("we ran", 20, 26, ["ambry", "ann"], True)]),
        ("The film “Long Night” opened.", [("Long Night", 10, 20, [], False)]),
        ("“One.” Mr Dunn, of Torvik, added. Kay left.", [("One", 1, 4, ["dunn", "torvik"], True)]),
        ("“I do,” said Ann. “She left” was Bob’s word.", [("I do", 1, 5, ["ann"], True), ("She left", 19, 27, ["ann", "bob"], True)]),
        ("“a” is short, 5\" pipes and 6\" pipes are wide", []),
        ("no quotation", []),
        ("", []),
    ],
)  # fmt: skip
def test_the_words_between_quotation_marks_and_who_may_have_said_them(
    line: str, found: list[tuple[str, int, int, list[str], bool]]
) -> None:
    """Marks and final points are left out; speakers are the names around it, and a word of saying makes it speech."""
    assert [
        (one.text, one.start, one.end, sorted(one.speakers), one.said) for one in utterances(line)
    ] == found


def test_the_names_inside_quotations_are_nobodys() -> None:
    """Whoever is spoken of did not speak."""
    [first, second] = utterances("“Torvik fell,” said Ann, “and Ambry fell.”")
    assert (first.speakers, second.speakers) == (frozenset({"ann"}), frozenset({"ann"}))


def test_a_line_of_hundreds_of_quotations_is_read() -> None:
    """What stands outside them is worked out once."""
    assert len(list(utterances("“We said” " * 200))) == 200


def test_the_substance_of_an_utterance() -> None:
    """Its words without their endings, and without those that say little."""
    said = Utterance("We waited for the boats, and they had left", 0, 0, frozenset(), said=True)
    assert substance(said) == {"wait", "boat", "left"}


@given(st.text(alphabet="aA .,;“”\"‘’'said", max_size=80))
def test_an_utterance_stands_where_it_says(line: str) -> None:
    """The characters of its line are its text."""
    for one in utterances(line):
        assert line[one.start : one.end] == one.text
