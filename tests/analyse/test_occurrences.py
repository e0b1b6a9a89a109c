"""Words in articles, as they can be cited."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsite.analyse.occurrences import Search, occurrences, quotable
from factsite.analyse.quotations import locate
from factsite.editor.citations import citation
from factsite.editor.factfile import item
from factsite.findings import Located
from factsite.load import yamltree
from factsite.load.scalars import read_lines, read_text
from factsite.load.text import PlacedText, decode
from factsite.model import Boilerplate
from factsite.values import LineRange
from tests.samples import article, background, cited, row, source

OPENING = article(
    "Alm bridge opens to traffic",
    "The new bridge over the Alm is 412 metres long, the council said. “It is\u00a0ours,” it said.",
    "",
    "It carries about 9,000 vehicles a day, and the bridge",
    "carries no lorries. The bridge over the Isar is shorter.",
    "Read also: ten bridges",
)
SURVEY = article("With 1,300,000 stones the Alm bridge is long.", "A million and 9 thousand.")
TEXTS = {"opening": OPENING, "survey": SURVEY}
SEEDS = {
    path.stem: article(*path.read_text("utf-8").split("\n"))
    for path in sorted((Path(__file__).parent.parent.parent / "seeds").glob("*.txt"))
}
LINES = [
    (name, number)
    for name, text in SEEDS.items()
    for number, line in enumerate(text.lines, 1)
    if line.strip()
]


def search(*among: str, sentence: bool = False) -> Search:
    """Return a search through the two articles, with a claim on the bridge's length."""
    own = source("opening", boilerplate=(Boilerplate(lines=LineRange(6, 6), reason="more stories"),))
    behind = background(TEXTS, sources={"opening": replace(own, title="Alm bridge opens to traffic")})
    return Search(behind, [row("length", cited("opening", (2, 31, 46)))], among or tuple(TEXTS), sentence)


def found(words: str, *among: str, sentence: bool = False) -> list[tuple[str, str, str, str]]:
    """Return match, source, lines and quotation of what is found."""
    return [
        (one.match, one.source, str(one.lines), one.quote)
        for one in occurrences(words, search(*among, sentence=sentence))
    ]


def test_words_are_found_in_all_articles_and_in_one() -> None:
    """Each place is a citation, in the order of the articles."""
    assert found("Alm bridge") == [
        ("exact", "opening", "1", "Alm bridge"),
        ("exact", "survey", "1", "Alm bridge"),
    ]
    assert found("Alm bridge", "survey") == [("exact", "survey", "1", "Alm bridge")]


def test_what_quotations_are_forgiven_is_forgiven() -> None:
    """White space and the shape of quotation marks; the quotation has the article's own, with plain spaces."""
    assert found('"It is   ours," it') == [("exact", "opening", "2", "“It is ours,” it")]


def test_words_left_out_and_words_over_several_lines() -> None:
    """Parts stand in order and as close together as they do; the lines are those where they stand."""
    assert found("bridge … Alm") == [("exact", "opening", "2", "bridge … Alm")]
    assert found("the bridge carries no lorries") == [
        ("exact", "opening", "4-5", "the bridge carries no lorries")
    ]


def test_other_capitals_come_before_what_is_near() -> None:
    """Only what stands nowhere exactly is looked for so, and the first difference is named."""
    [one] = occurrences("The alm bridge is long", search())
    assert (one.match, one.quote, one.written, one.found) == (
        "case",
        "the Alm bridge is long",
        "The alm",
        "the Alm",
    )
    near, alike = occurrences("about 9,000 lorries a day", search())
    assert (near.match, near.quote, near.written, near.found) == (
        "near", "about 9,000 vehicles a day", "lorries", "vehicles",
    )  # fmt: skip
    assert (alike.match, alike.source, alike.quote) == ("alike", "survey", "9 thousand")
    assert occurrences("nothing of that kind", search()) == ()
    assert occurrences("—", search()) == ()


@pytest.mark.parametrize("words", ["1.3 million", "1.3m", "over 1.3 million"])
def test_a_figure_is_found_in_another_form(words: str) -> None:
    """Whatever qualifies it; what the words themselves are found at is not named twice."""
    assert ("alike", "survey", "1", "1,300,000") in found(words)


def test_a_sentence_is_quoted_whole() -> None:
    """From its beginning to its end, over lines where the words are; a line without words joins nothing."""
    assert found("412", sentence=True) == [
        ("exact", "opening", "2", "The new bridge over the Alm is 412 metres long, the council said.")
    ]
    assert found("bridge carries", sentence=True) == [
        (
            "exact",
            "opening",
            "4-5",
            "It carries about 9,000 vehicles a day, and the bridge carries no lorries.",
        )
    ]


def test_what_has_to_be_known_of_a_place() -> None:
    """Who cites the words, who others of the line; whether the lines are evidence; a headline; figures and the one looked for."""
    [length] = occurrences("412 metres", search())
    assert (length.claims, length.beside, length.figures) == (("length",), (), ("412 metres",))
    [ours] = occurrences("It is ours", search())
    assert (ours.claims, ours.beside) == ((), ("length",))
    [also] = occurrences("ten bridges", search())
    assert also.boilerplate == "more stories"
    [head] = occurrences("Alm bridge opens to traffic", search())
    assert head.headline
    [lorries] = occurrences("carries no", search())
    assert lorries.cut_at is None
    figures = next(
        iter(
            occurrences(
                "9 thousand",
                search("survey"),
            )
        )
    )
    assert figures.figure == "9 thousand"


def test_words_that_a_line_has_twice_are_one_citation() -> None:
    """The check would fault the second as a repetition."""
    assert found("the Alm", "opening") == [("exact", "opening", "2", "the Alm")]
    assert [one.quote for one in occurrences("it", search("opening"))] == ["it"]


def test_what_no_file_can_hold_is_left_out() -> None:
    """What is invisible goes, a control character too; white space becomes single."""
    assert quotable("\ufeffa\u00ad b\u2003c") == "a b c"
    assert quotable("a b\x1bc d") == "a bc d"
    assert quotable("\x1b a b \x00 \x01 c \x02\x85") == "a b c"


@st.composite
def cuttings(draw: st.DrawFn) -> tuple[str, int, str]:
    """Choose some words in a row of a line of an article, or of two lines."""
    name, number = draw(st.sampled_from(LINES))
    words = " ".join(SEEDS[name].lines[number - 1 : number + draw(st.integers(0, 1))]).split()
    start = draw(st.integers(0, len(words) - 1))
    return name, number, " ".join(words[start : draw(st.integers(start + 1, min(len(words), start + 30)))])


@settings(max_examples=40)
@given(cuttings(), st.booleans())
def test_a_printed_citation_checks(cutting: tuple[str, int, str], sentence: bool) -> None:
    """Whatever words of an article are looked for are found where they stand, and what is printed stands there, as the check sees it."""
    name, number, words = cutting
    if not any(sign.isalnum() for sign in words):
        return
    among = Search(background(SEEDS), (), tuple(SEEDS), sentence)
    places = [one for one in occurrences(words, among) if one.match == "exact"]
    assert any(one.source == name and number in one.lines for one in places) or number + 1 in {
        one.lines.first for one in places if one.source == name
    }
    for one in places:
        source, lines, quote = as_read("\n".join(["evidence:", *item(citation(one))]) + "\n")
        at = read_lines(lines)
        assert isinstance(at, LineRange)
        assert isinstance(locate(read_text(quote), at, source, SEEDS), Located)


@given(
    st.lists(
        st.text(st.sampled_from("Ab1., \u00a0…\"“'’\x1b\u00ad\u0301é-:#"), max_size=30),
        min_size=1,
        max_size=4,
    ),
    st.data(),
)
def test_hostile_articles_are_cited_without_fault(lines: list[str], data: st.DataObject) -> None:
    """Nothing in an article makes a citation that is not YAML, or that the check would refuse, however the words are found."""
    texts = {"one": article(*lines)}
    words = data.draw(st.sampled_from([*lines, "ab1 Ab", "A"]))
    for one in occurrences(words, Search(background(texts), (), ("one",))):
        source, at, quote = as_read("\n".join(["evidence:", *item(citation(one))]) + "\n")
        where = read_lines(at)
        assert isinstance(where, LineRange)
        assert isinstance(locate(read_text(quote), where, source, texts), Located)


def as_read(text: str) -> tuple[str, str, str]:
    """Return source, lines and quotation of the one citation in a text, read as fact files are."""
    placed = decode("fact.yaml", text.encode("utf-8"))
    assert isinstance(placed, PlacedText)
    tree, faults = yamltree.parse(placed)
    assert faults == []
    assert isinstance(tree, yamltree.Mapping)
    evidence = tree.entries[0][1]
    assert isinstance(evidence, yamltree.Sequence)
    piece = evidence.items[0]
    assert isinstance(piece, yamltree.Mapping)
    values = {key.text: value.text for key, value in piece.entries if isinstance(value, yamltree.Scalar)}
    return values["source"], values["lines"], values["quote"]
