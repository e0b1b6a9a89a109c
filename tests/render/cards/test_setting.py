"""Where lines break, and at which size a text fits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factsite.render.cards.faces import Face
from factsite.render.cards.setting import Lines, balanced, broken, cut, fitted, one_line

FACE = Face("Even", 400, {chr(code): 0.5 for code in range(0x20, 0x2100)})
"""Every character is half as wide as the size: at size 2, one unit."""

texts = st.lists(st.text("abc1–", min_size=1, max_size=30), min_size=1, max_size=20).map(" ".join)


def test_lines_are_as_full_as_they_can_be() -> None:
    """A space at the end of a line is dropped."""
    assert broken("one two three", FACE, 2, 7) == ("one two", "three")


def test_a_number_stays_with_what_it_counts() -> None:
    """No line ends after a digit."""
    assert broken("about 1.2 million personnel", FACE, 2, 12) == ("about", "1.2 million", "personnel")


def test_a_word_that_is_too_long_is_broken_anywhere() -> None:
    """So that nothing leaves the frame, and a script without spaces can be set."""
    assert broken("x abcdefgh", FACE, 2, 5) == ("x", "abcde", "fgh")
    assert broken("Москвабезпробелов", FACE, 2, 6) == ("Москва", "безпро", "белов")


@given(text=texts, measure=st.integers(1, 40))
def test_nothing_is_lost_and_nothing_too_wide(text: str, measure: int) -> None:
    """The lines hold the text, all of it, and each of them fits."""
    lines = broken(text, FACE, 2, measure)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(FACE.width(line, 2) <= measure for line in lines)


@given(text=texts, measure=st.integers(1, 40))
def test_balanced_lines_are_no_more_than_full_ones(text: str, measure: int) -> None:
    """Lines of like length hold the same text in as few lines."""
    lines = balanced(text, FACE, 2, measure)
    assert len(lines) == len(broken(text, FACE, 2, measure))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_balanced_lines_leave_no_word_alone() -> None:
    """The last line is no stump where the others can give it a word."""
    assert balanced("aaaa bbbb cccc dd", FACE, 2, 14) == ("aaaa bbbb", "cccc dd")


def test_a_text_takes_the_first_size_at_which_it_fits() -> None:
    """Or none."""
    assert fitted("aaaa bbbb", FACE, (20, 10), 45, 12) == Lines(10, ("aaaa bbbb",))
    assert fitted("aaaa bbbb", FACE, (20, 10), 45, 46) == Lines(20, ("aaaa", "bbbb"))
    assert fitted("aaaa bbbb", FACE, (20, 10), 45, 5) is None


def test_what_does_not_fit_is_cut_with_an_ellipsis() -> None:
    """In the middle of a word if need be, never after a comma."""
    assert cut("one two, three", FACE, 2, 2, 8) == Lines(2, ("one two,", "three"))
    assert cut("one two, three", FACE, 2, 1, 8) == Lines(2, ("one two…",), cut=True)
    assert cut("one twothree", FACE, 2, 1, 8) == Lines(2, ("one…",), cut=True)


@given(text=texts, measure=st.integers(2, 40), most=st.integers(1, 5))
def test_what_is_cut_fits(text: str, measure: int, most: int) -> None:
    """There are no more lines than there may be, and none is too wide."""
    lines = cut(text, FACE, 2, most, measure).words
    assert len(lines) <= most
    assert all(FACE.width(line, 2) <= measure for line in lines)


def test_a_text_of_which_nothing_can_be_seen_is_an_empty_line() -> None:
    """There is no line of it to be cut."""
    assert one_line("", FACE, 40, 400) == ""
