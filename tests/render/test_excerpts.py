"""Lines of articles as pages show them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factsite.findings import Span
from factsite.render.excerpts import WHOLE, excerpts, marked, sentences_around

LONG = (
    "The U.S. Survey measured it in May. It found 412 metres, “give or take a metre.” "
    "Nobody had asked J. Alder before. " + "The old figure was never questioned by anyone in the valley. " * 6
)


def test_a_short_line_is_shown_whole() -> None:
    """Nothing is cut from a line that is read at a glance."""
    line = next(excerpts([Span(1, 4, 9)], ["The river is long."], "a"))
    assert line.segments == (("The ", False), ("river", True), (" is long.", False))
    assert (line.number, line.href, line.before, line.after) == (1, "sources/a.html#L1", False, False)


def test_a_long_line_is_cut_to_the_sentence_around_the_cited_words() -> None:
    """The sentence is whole, and both ends say that words are left out."""
    start = LONG.index("412")
    line = next(excerpts([Span(1, start, start + 3)], [LONG], "x"))
    assert "".join(text for text, _ in line.segments) == "It found 412 metres, “give or take a metre.”"
    assert (line.before, line.after) == (True, True)


def test_the_point_of_an_initial_or_an_abbreviation_ends_no_sentence() -> None:
    """The points of "U.S." and "J." stand inside a sentence."""
    for words in ("Survey measured", "Alder before"):
        start = LONG.index(words)
        first, last = sentences_around(LONG, start, start + len(words))
        assert LONG[first:last] in (
            "The U.S. Survey measured it in May.",
            "Nobody had asked J. Alder before.",
        )


def test_cited_words_of_two_claims_that_overlap_are_one_mark() -> None:
    """A source's page marks what is cited, once."""
    assert list(marked("abcdefgh", [(4, 6), (1, 3), (2, 5)])) == [
        ("a", False),
        ("bcdef", True),
        ("gh", False),
    ]


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_marking_keeps_every_character_in_its_place(text: str, ends: list[tuple[int, int]]) -> None:
    """The segments put together are the text, and exactly the covered characters are marked."""
    stretches = [(min(a, b), max(a, b)) for a, b in ends if max(a, b) <= len(text) and a != b]
    segments = list(marked(text, stretches))
    assert "".join(part for part, _ in segments) == text
    flags = [flag for part, flag in segments for _ in part]
    assert flags == [any(a <= index < b for a, b in stretches) for index in range(len(text))]


@given(st.text(alphabet="aB .!?”’)", min_size=WHOLE + 1, max_size=WHOLE + 80), st.data())
def test_an_excerpt_always_holds_the_cited_words(text: str, data: st.DataObject) -> None:
    """Wherever sentences end, the cut never goes through what is cited."""
    first = data.draw(st.integers(0, len(text) - 2))
    last = first + len(text[first : first + 9].rstrip()) or first + 1
    start, end = sentences_around(text, first, last)
    assert start <= first
    assert last <= end or not text[end:last].strip()
