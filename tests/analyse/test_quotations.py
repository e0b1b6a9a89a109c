from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse.passages import folded_text
from factsite.analyse.quotations import cut_at, locate, parts_of, quoted
from factsite.findings import Located, Missing, Nearest, Span
from factsite.values import LineRange
from tests.samples import article

OPENING = article(
    "Alm bridge opens to traffic",
    "",
    "The new bridge over the Alm is 412 metres long, the council said on Thursday.",
    "It carries about 9,000 vehicles a day, and no lorries.",
    "“We didn’t wait,” it said.",
)
SURVEY = article("A survey", "With 430 metres the Alm bridge is the longest in the valley.")
TEXTS = {"opening": OPENING, "survey": SURVEY}


def found(quote: str, first: int, last: int | None = None) -> Located | Missing:
    """Look for a quotation in lines of the opening."""
    return locate(quote, LineRange(first, last or first), "opening", TEXTS)


@pytest.mark.parametrize(
    ("quote", "parts"),
    [
        ("a b", ["a b"]),
        ("a … b", ["a", "b"]),
        ("a\n…\u00a0b … c", ["a", "b", "c"]),
        ("a… b", ["a… b"]),
        ("a ... b", ["a ... b"]),
        ("a … ,", ["a"]),
        ("…", []),
        ("", []),
    ],
)
def test_parts(quote: str, parts: list[str]) -> None:
    """An ellipsis between spaces leaves words out; a part without a word is none."""
    assert parts_of(quote) == parts


def test_a_quotation_is_located_to_the_character() -> None:
    """It stands where its first word begins and its last one ends."""
    assert found("412 metres long", 3) == Located((Span(3, 31, 46),))


def test_parts_stand_in_their_order() -> None:
    """Each part is looked for behind the one before it."""
    assert found("bridge … long … day", 3, 4) == Located((Span(3, 8, 14), Span(3, 42, 46), Span(4, 34, 37)))
    assert isinstance(found("long … bridge", 3, 4), Missing)


@pytest.mark.parametrize("quote", ["…", "—", "“”", ""])
def test_a_quotation_without_words_stands_nowhere(quote: str) -> None:
    """There is nothing to look for, and nothing near."""
    assert found(quote, 3) == Missing()


def test_a_quotation_elsewhere_says_where() -> None:
    """The source that was cited comes first, then the others."""
    assert found("9,000 vehicles", 3) == Missing((("opening", LineRange(4, 4)),), only=True)
    assert found("the longest in the valley", 3) == Missing((("survey", LineRange(2, 2)),))
    assert found("on Thursday. It carries", 3) == Missing((("opening", LineRange(3, 4)),), only=True)
    assert found("Alm bridge", 3) == Missing(
        (("opening", LineRange(1, 1)), ("survey", LineRange(2, 2))), only=True
    )
    assert found("the", 2) == Missing((("opening", LineRange(3, 3)), ("survey", LineRange(2, 2))))


@pytest.mark.parametrize(
    ("quote", "nearest"),
    [
        pytest.param(
            "is 421 metres long",
            Nearest(3, "is 412 metres long", "421", "412"),
            id="a changed number",
        ),
        pytest.param(
            "Is 412 metres long",
            Nearest(3, "is 412 metres long", "Is", "is"),
            id="another case",
        ),
        pytest.param(
            "the new bridge over the Alm river is 412 metres long",
            Nearest(3, "The new bridge over the Alm is 412 metres long", "the", "The"),
            id="more than one difference shows the first",
        ),
        pytest.param(
            "It carries about 9000 vehicles a day, and no lorries.",
            Nearest(4, "It carries about 9,000 vehicles a day, and no lorries.", "9000", "9,000"),
            id="a whole line",
        ),
        pytest.param(
            "is 412 metres long.",
            Nearest(3, "is 412 metres long,", "long.", "long,"),
            id="nothing but the punctuation at its end",
        ),
        pytest.param(
            "is 421 metres long.",
            Nearest(3, "is 412 metres long.", "421", "412"),
            id="the punctuation at its end, beside a word",
        ),
    ],
)
def test_the_nearest_passage(quote: str, nearest: Nearest) -> None:
    """A quotation that stands nowhere is set beside the passage most like it, with the first difference."""
    assert found(quote, 3, 4) == Missing((), nearest)


LINE = ["the", "a", "bridge", "Bridge", "bridge,", "412", "4.12", "(long)", "“not”", "…", "–", "is"]
WORDS = ["the", "a", "bridge", "412", "long", "not", "is"]


@given(
    st.lists(st.sampled_from(LINE), min_size=1, max_size=12),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=12),
)
def test_the_nearest_passage_stands_in_its_line(line: list[str], wanted: list[str]) -> None:
    """Whatever was written, the difference that is shown is one, and lies in the quotation and in the passage."""
    result = locate(" ".join(wanted), LineRange(1, 1), "a", {"a": article(" ".join(line))})
    if isinstance(result, Missing) and result.nearest:
        near = result.nearest
        assert near.written != near.found
        assert near.written in " ".join(wanted)
        assert near.found in near.passage
        assert near.passage.rpartition(" ")[0] in folded_text(" ".join(line))


def test_the_cited_lines_go_before_better_ones() -> None:
    """What is near enough in the cited lines is shown, also where another line is nearer still."""
    texts = {"a": article("about ten cars here", "some ten cars there")}
    assert locate("some ten cars here", LineRange(1, 1), "a", texts) == Missing(
        (), Nearest(1, "about ten cars here", "some", "about")
    )


def test_nothing_near_is_shown_as_nothing() -> None:
    """A passage of other words helps nobody."""
    assert found("Snow fell on the mountains all night", 3) == Missing()


@pytest.mark.parametrize(
    ("quote", "lines", "words"),
    [
        ('"We didn\'t wait,"', LineRange(5, 5), "“We didn’t wait,”"),
        ("bridge … 412 metres", LineRange(3, 3), "bridge … 412 metres"),
        ("bridge … over", LineRange(3, 3), "bridge over"),
        ("Thursday. It carries", LineRange(3, 4), "Thursday. It carries"),
        ("412 metres long … It carries", LineRange(3, 4), "412 metres long … It carries"),
        ("Thursday. … carries", LineRange(3, 4), "Thursday. … carries"),
        ("opens … to traffic … It carries", LineRange(1, 4), "opens to traffic … It carries"),
    ],
)
def test_quoted(quote: str, lines: LineRange, words: str) -> None:
    """The source's own characters are printed, with an ellipsis exactly where words are left out."""
    located = locate(quote, lines, "opening", TEXTS)
    assert isinstance(located, Located)
    assert quoted(located, OPENING.lines) == words


@pytest.mark.parametrize(
    ("line", "quote", "word"),
    [
        ("The bridge will not be closed.", "be closed", "not"),
        ("The bridge will not be closed.", "will not be closed", None),
        ("The bridge won’t be closed.", "be closed", "won’t"),
        ("The bridge won't be closed.", "be closed", "won't"),
        ("It is long, but narrow.", "It is long", "but"),
        ("It is long but narrow.", "It is long", "but"),
        ("It is long. But it is narrow.", "It is long", None),
        ("It is long. But it is narrow.", "it is narrow", "But"),
        ("Nobody knows; not even we.", "Nobody knows", None),
        ("Never was it longer", "was it longer", "Never"),
        ("It is long", "It is long", None),
        ("The knot is long.", "is long", None),
    ],
)
def test_cut_at(line: str, quote: str, word: str | None) -> None:
    """A negation or "but" right beside a quotation, in its sentence, is found."""
    located = locate(quote, LineRange(1, 1), "a", {"a": article(line)})
    assert isinstance(located, Located)
    assert cut_at(located, [line]) == word
