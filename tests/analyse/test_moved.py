from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse.moved import Moved, Moves
from factsite.values import LineRange

OLD = ("Alm bridge opens", "By Ida Holm", "The bridge is 412 metres long.", "“We waited,” she said.", "It is red.", "“We waited,” he said.", "Read also: Walks")  # fmt: skip


def at(first: int, last: int | None = None) -> LineRange:
    """Return a range of lines."""
    return LineRange(first, last or first)


CITED = [(at(3), "412 metres"), (at(5), "It is red")]


def test_a_quotation_goes_where_it_stands() -> None:
    """With one place there is nothing to choose; lines before that moved alike are known too."""
    moves = Moves(("New head", *OLD), CITED)
    assert moves.quotation("412 metres", at(3)) == Moved(at(4))
    assert moves.quotation("she said", at(4)) == Moved(at(5))
    assert moves.range(at(4)) == Moved(at(5))
    assert moves.range(at(1)) == Moved(None)
    assert moves.range(at(7)) == Moved(None)


def test_among_several_places_the_neighbours_tell() -> None:
    """Between two quotations that moved alike nothing moved; where they did not, order tells, or nothing."""
    moves = Moves(("New head", *OLD), CITED)
    assert moves.quotation("We waited", at(4)) == Moved(at(5))
    assert moves.quotation("We waited", at(6)) == Moved(at(7))
    between = ("We waited.", *OLD[:4], "New", "It is red.")
    assert Moves(between, CITED).quotation("We waited", at(4)) == Moved(at(5))
    twice = (*OLD[:3], "We waited.", "We waited.", "It is red.")
    assert Moves(twice, CITED).quotation("We waited", at(4)) == Moved(None, several=(at(4), at(5)))


def test_lines_that_changed_their_order_tell_nothing() -> None:
    """Then each quotation speaks for itself alone."""
    moves = Moves(("It is red.", "“We waited,” she said.", "412 metres"), CITED)
    assert moves.quotation("412 metres", at(3)) == Moved(at(3))
    assert moves.range(at(4)) == Moved(None)


def test_a_line_that_was_split_has_no_number() -> None:
    """Its quotations go to either part."""
    cited = [(at(2), "one"), (at(2), "two"), (at(3), "three")]
    moves = Moves(("head", "one", "two", "three"), cited)
    assert [moves.quotation(quote, lines).lines for lines, quote in cited] == [at(2), at(3), at(4)]
    assert moves.range(at(2)) == Moved(None)


def test_a_wide_range_stays_wide() -> None:
    """Where its quotation still stands in the lines, they are left; where the article is known, all of them move."""
    assert Moves(OLD, []).quotation("412 metres", at(2, 4)) == Moved(at(2, 4))
    assert Moves(("New", *OLD), [], OLD).quotation("412 metres", at(2, 4)) == Moved(at(3, 5))
    assert Moves(("New", "Newer", *OLD), []).quotation("It is red", at(4, 5)) == Moved(at(7))


def test_the_article_as_it_was_tells_of_lines_without_words() -> None:
    """Reworded lines are the same lines, others are gone."""
    now = ("Alm bridge opens", "New", "The new bridge is 412 metres long.", "Snow fell.", *OLD[5:])
    moves = Moves(now, [], OLD)
    assert [moves.range(at(line)).lines for line in range(1, 8)] == [
        at(1),
        None,
        at(3),
        None,
        None,
        at(5),
        at(6),
    ]
    assert moves.range(at(6, 7)) == Moved(at(5, 6))
    assert moves.range(at(3, 7)) == Moved(at(3, 6))
    assert moves.range(at(9)) == Moved(None)


def test_what_stands_nowhere_comes_with_what_is_nearest() -> None:
    """The passage helps the editor to decide what is left of the citation."""
    found = Moves(("The bridge is 430 metres long.",), []).quotation("The bridge is 412 metres long", at(3))
    assert found.lines is None
    assert found.missing
    assert found.missing.nearest
    assert (found.missing.nearest.line, found.missing.nearest.written, found.missing.nearest.found) == (
        1,
        "412",
        "430",
    )
    assert Moves((), []).quotation("The bridge", at(1)) == Moved(None)


@pytest.mark.parametrize("known", [True, False])
@given(
    kept=st.lists(st.booleans(), min_size=6, max_size=6),
    added=st.lists(st.integers(0, 2), min_size=7, max_size=7),
)
def test_no_quotation_goes_where_it_does_not_stand(known: bool, kept: list[bool], added: list[int]) -> None:
    """Whatever lines come and go: a quotation leads to lines that have it, and one that is gone is not found."""
    old = [f"line {letter} is this" for letter in "abcdef"]
    now: list[str] = []
    for line, keep, more in zip((*old, ""), (*kept, False), added, strict=True):
        now += [f"new {len(now)}"] * more + [line] * keep
    cited = [(at(number), f"line {letter}") for number, letter in enumerate("abcdef", 1)]
    moves = Moves(now, cited, old if known else None)
    for (lines, quote), line, keep in zip(cited, old, kept, strict=True):
        assert moves.quotation(quote, lines).lines == (at(now.index(line) + 1) if keep else None)
        guess = moves.range(lines).lines
        assert guess == (at(now.index(line) + 1) if keep else guess)
        assert not known or keep or guess is None or now[guess.first - 1].startswith("line")
