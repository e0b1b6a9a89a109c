from __future__ import annotations

import pytest

from factsite.analyse.consistency.sums import factor_of, notes_on_sums, reckon
from factsite.comparisons import Reckoned
from factsite.findings import Examined, Note
from factsite.model import Relation
from factsite.values import CitedFigure, Factor, LineRange
from tests.samples import evidence, source

SOURCES = {name: source(name, name=f"Paper {name.upper()}") for name in "ab"}
EVIDENCE = [
    Examined(
        evidence("a", lines=5),
        None,
        text="an additional 1,500 soldiers had arrived, bringing the total to 3,000 troops",
    ),
    Examined(evidence("b", lines=8), None, text="had already sent 1,500 special forces in June"),
    Examined(
        evidence("b", lines=4), None, text="3,000 troops is double the previous figures, or several more"
    ),
    Examined(
        evidence("b", lines=3),
        None,
        text="more than double, at least 1,400 of exactly 20, exactly 12 and exactly 8",
    ),
]


def at(words: str, source: str, line: int) -> CitedFigure:
    return CitedFigure(words, source, LineRange(line, line))


MORE, BEFORE, TOTAL = (
    at("1,500 soldiers", "a", 5),
    at("1,500 special forces", "b", 8),
    at("the total to 3,000 troops", "a", 5),
)
DOUBLE = Factor("double", at("double", "b", 4))


@pytest.mark.parametrize(
    ("relation", "holds", "text", "citations"),
    [
        (
            Relation(figure=TOTAL, of=(MORE, BEFORE)),
            True,
            "1,500 (Paper A) and 1,500 (Paper B) make 3,000; with rounding, 2,900 to 3,100, which “the total to 3,000 troops” (Paper "
            "A) allows",
            (0, 1),
        ),
        (
            Relation(figure=at("3,000 troops", "b", 4), of=(BEFORE,), times=DOUBLE),
            True,
            "“double” of 1,500 (Paper B) makes 3,000; with rounding, 2,755 to 3,255, which “3,000 troops” (Paper B) allows",
            (2, 1),
        ),
        (
            Relation(figure=at("3,000 troops", "b", 4), of=(BEFORE,), times=Factor("more than double", at("more than double", "b", 3))),
            True,
            "“more than double” of “1,500 special forces” (Paper B) makes more than 2,900, which “3,000 troops” (Paper B) allows",
            (2, 1, 3),
        ),
        (
            Relation(figure=TOTAL, of=(at("at least 1,400", "b", 3), MORE)),
            True,
            "“at least 1,400” (Paper B) and “1,500 soldiers” (Paper A) make at least 2,850, which “the total to 3,000 troops” (Paper "
            "A) allows",
            (0, 3),
        ),
        (
            Relation(figure=at("exactly 20", "b", 3), of=(at("exactly 12", "b", 3), at("exactly 8", "b", 3))),
            True,
            "12 (Paper B) and 8 (Paper B) make 20, which “exactly 20” (Paper B) allows",
            (3,),
        ),
        (
            Relation(figure=TOTAL, of=(MORE,), times=Factor("3")),
            False,
            "3 times 1,500 (Paper A) makes 4,500; with rounding, 4,350 to 4,650, which “the total to 3,000 troops” (Paper A), read "
            "as 2,850 to 3,150, does not allow: a gap of 1,200",
            (0,),
        ),
        (
            Relation(figure=at("at least 1,400", "b", 3), of=(at("exactly 12", "b", 3),)),
            False,
            "12 (Paper B) makes 12, which “at least 1,400” (Paper B) does not allow: a gap of 1,388",
            (3,),
        ),
    ],
)  # fmt: skip
def test_reckon(relation: Relation, holds: bool, text: str, citations: tuple[int, ...]) -> None:
    """A sum or a multiple is worked out with all that the figures leave possible."""
    assert reckon(relation, EVIDENCE, SOURCES) == Reckoned(
        relation, holds=holds, text=text, citations=citations
    )


def test_what_holds_is_told() -> None:
    """Right arithmetic gives a note, wrong arithmetic a fault elsewhere."""
    good = Reckoned(Relation(figure=TOTAL, of=(MORE,)), holds=True, text="1 and 1 make 2", citations=(0, 1))
    bad = Reckoned(Relation(figure=TOTAL, of=(MORE,)), holds=False, text="1 and 1 make 3")
    assert list(notes_on_sums([good, bad])) == [Note("arithmetic", "1 and 1 make 2.", (0, 1))]


def test_figures_that_no_quotation_has_are_missing() -> None:
    """The words have to stand in a quotation that is cited from these lines."""
    elsewhere = at("1,500 special forces", "b", 4)
    relation = Relation(figure=TOTAL, of=(MORE, elsewhere))
    assert reckon(relation, EVIDENCE, SOURCES) == Reckoned(relation, missing=(elsewhere,))


@pytest.mark.parametrize("words", ["several", "June"])
def test_words_that_are_no_amount_cannot_be_reckoned_with(words: str) -> None:
    """Vague words and dates are named."""
    figure = at(words, "b", 4 if words == "several" else 8)
    relation = Relation(figure=TOTAL, of=(MORE, figure))
    assert reckon(relation, EVIDENCE, SOURCES) == Reckoned(relation, unread=(figure,))


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("double the previous figures", "1.9", "2.1"),
        ("more than double", "2", None),
        ("tripled", "2.85", "3.15"),
        ("twice", "1.9", "2.1"),
        ("half of them", "0.475", "0.525"),
        ("three times as many", "2.85", "3.15"),
        ("a fivefold rise", "4.75", "5.25"),
    ],
)
def test_factor_of(words: str, low: str | None, high: str | None) -> None:
    """Words that multiply are read like numbers; a plain number is exactly itself."""
    found = factor_of(Factor(words, at(words, "a", 1)))
    assert (found and str(found.low.normalize()), found and found.high and str(found.high.normalize())) == (
        low,
        high,
    )
    assert str(factor_of(Factor("1.5")).low) == "1.5"  # type: ignore[union-attr]
