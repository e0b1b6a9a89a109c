from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse.passages import Passage, fold, folded_text
from factsite.analyse.quotations import locate
from factsite.findings import Located, Missing, Span
from factsite.values import LineRange
from tests.samples import article


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("a  b\t\n\u00a0\u2003c", "a b c"),
        (" a ", "a"),
        ("“a” ‘b’ „c‟ ‚d‛", "\"a\" 'b' \"c\" 'd'"),
        ("cafe\u0301", "café"),
        ("q\u0323\u0307 q\u0307\u0323", "q\u0323\u0307 q\u0323\u0307"),
        ("\u1112\u1161\u11ab", "한"),
        ("\u09c7\u09be", "\u09cb"),
        ("soft\u00adware \u200bzero\u2060 width\ufeff", "software zero width"),
        ("a\u00a0\u0301b", "a \u0301b"),
        ("\u212b \u037e", "\u00c5 ;"),
    ],
)
def test_forgiven(text: str, folded: str) -> None:
    """White space, the shape of quotation marks, composition and invisible characters are made alike."""
    assert folded_text(text) == folded


@pytest.mark.parametrize("text", ["A", "ﬁ", "½", "²", "–", "—", "…", "´", "`", "«a»", "é", "１"])
def test_not_forgiven(text: str) -> None:
    """Case, dashes, ligatures, digits of other kinds and accents stay as they are."""
    assert folded_text(text) == text


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("9,000 vehicles", True),
        ("9,000", True),
        ("000 vehicles", False),
        ("9", False),
        ("1.3 million", True),
        ("3 million", False),
        ("1", False),
        ("ear", False),
        ("day", True),
        ("a day", True),
        ("every", False),
        ("well-known", True),
        ("known", True),
        ("snake_case", True),
        ("snake", False),
        ("3", False),
        ("4.", True),
        ("4", True),
        ("हिन्दी", True),
        ("हिन्द", False),
    ],
)
def test_whole_words_and_numbers(words: str, stands: bool) -> None:
    """What begins or ends inside a word or a number does not stand there."""
    text = "Year 2024: 9,000 vehicles or 1.3 million a day, well-known snake_case everyone 4. हिन्दी"
    assert (Passage([text]).find(words) is not None) is stands


def test_no_words_stand_nowhere() -> None:
    """Nothing to look for is not found, also in an article without text."""
    assert Passage(["a b"]).find("") is None
    assert Passage([]).find("") is None
    assert Passage([]).find("a") is None


def test_a_place_inside_a_word_does_not_hide_a_later_one() -> None:
    """The search goes on behind a stretch that is no whole word."""
    assert Passage(["1,412 or 412 metres"]).find("412") == (9, 12)


def test_spans_go_back_to_lines_and_characters() -> None:
    """A stretch over several lines is one span a line, without the space at their ends."""
    passage = Passage(["It  is “long ", "", "  and wide”, so."], first=7)
    found = passage.find('is "long and wide"')
    assert found is not None
    assert list(passage.spans(*found)) == [Span(7, 4, 12), Span(9, 2, 11)]


def test_spans_cover_all_that_was_folded_into_one() -> None:
    """A letter and its accent, written as two characters, are cited together."""
    passage = Passage(["Un cafe\u0301 noir"])
    found = passage.find("café")
    assert found is not None
    assert list(passage.spans(*found)) == [Span(1, 3, 8)]


SIGNS = (
    "abcXYZ019.,-_'\"’“”(…) \u00a0\t\u2009\u0301\u0323éåÅ\u212b\u1112\u1161\u11ab\u09c7\u09be\u00ad\u200b😀ß"
)
TEXT = st.one_of(st.text(alphabet=SIGNS, max_size=60), st.text(max_size=40))


@given(TEXT)
def test_fold_keeps_the_way_back(text: str) -> None:
    """Every folded character has a place in the text, in the order of the text."""
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    for start, end in zip(folded.starts, folded.ends, strict=True):
        assert 0 <= start < end <= len(text)
    assert all(one <= other for one, other in pairwise(folded.starts))
    assert all(one <= other for one, other in pairwise(folded.ends))


@given(TEXT)
def test_composition_does_not_matter(text: str) -> None:
    """A text folds alike whether its accents are letters' own or characters of their own."""
    assert folded_text(unicodedata.normalize("NFD", text)) == folded_text(unicodedata.normalize("NFC", text))


CURLED = str.maketrans({"'": "’", '"': "“", "’": "'", "“": '"', "”": '"'})
WORD = st.text(alphabet=st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8).filter(
    lambda word: (
        any(sign.isalnum() for sign in word)
        and not unicodedata.category(word[0]).startswith("M")
        and word != "…"
    )
)


class Stretch(NamedTuple):
    """Whole words of some lines, quoted anew: from ``start`` in line ``first`` to ``end`` in line ``last``."""

    lines: list[str]
    quote: str
    first: int
    last: int
    start: int
    end: int


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    """Write words with all kinds of space between them, and quote some with other space, marks and composition."""
    words = draw(st.lists(WORD, min_size=1, max_size=12))
    gap = st.sampled_from([" ", "\u00a0", "  ", " \n", "\n", "\n\n "])
    text, bounds = "", []
    for word in words:
        bounds.append((len(text), len(text) + len(word)))
        text += word + draw(gap)
    one = draw(st.integers(0, len(words) - 1))
    other = draw(st.integers(one, len(words) - 1))
    start, end = bounds[one][0], bounds[other][1]
    quote = draw(st.sampled_from([" ", "\n", "\u00a0 "])).join(words[one : other + 1])
    quote = unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), quote)
    if draw(st.booleans()):
        quote = quote.translate(CURLED)
    return Stretch(
        text.split("\n"),
        quote,
        text.count("\n", 0, start) + 1,
        text.count("\n", 0, end) + 1,
        start - text.rfind("\n", 0, start) - 1,
        end - text.rfind("\n", 0, end) - 1,
    )


@given(stretches())
def test_a_stretch_of_whole_words_is_found_where_it_came_from(stretch: Stretch) -> None:
    """Whatever is forgiven, the quotation is located, and its spans hold these words and no others."""
    found = locate(stretch.quote, LineRange(stretch.first, stretch.last), "a", {"a": article(*stretch.lines)})
    assert isinstance(found, Located)
    words = [stretch.lines[span.line - 1][span.start : span.end] for span in found.spans]
    assert all(part and part == part.strip() for part in words)
    wanted = folded_text(stretch.quote)
    assert folded_text(" ".join(words)) == wanted
    cited = folded_text("\n".join(stretch.lines[stretch.first - 1 : stretch.last]))
    if cited.find(wanted) == cited.rfind(wanted):
        begin, finish = found.spans[0], found.spans[-1]
        assert (begin.line, begin.start) == (stretch.first, stretch.start)
        assert (finish.line, finish.end) == (stretch.last, stretch.end)


@given(st.lists(TEXT, min_size=1, max_size=4), TEXT, st.data())
def test_spans_lie_within_the_cited_lines(texts: list[str], quote: str, data: st.DataObject) -> None:
    """Any quotation of any lines is located inside them, or missing, and never raises."""
    lines = "\n".join(texts).split("\n")
    first = data.draw(st.integers(1, len(lines)))
    last = data.draw(st.integers(first, len(lines)))
    found = locate(quote, LineRange(first, last), "a", {"a": article(*lines), "b": article("a b c")})
    if isinstance(found, Missing):
        return
    assert found.spans
    for span in found.spans:
        assert first <= span.line <= last
        assert 0 <= span.start < span.end <= len(lines[span.line - 1])
    assert all((one.line, one.end) <= (other.line, other.start) for one, other in pairwise(found.spans))
