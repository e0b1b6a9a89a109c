from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factsite.analyse import examine_claim
from factsite.analyse.figures import read
from factsite.analyse.notes import notes_on
from factsite.findings import Examined, Note
from factsite.values import Period
from tests.samples import article, background, claim, evidence, source

DATED = {
    "a": source("a", name="Courier", published=dt.date(2024, 10, 3)),
    "b": source("b", name="Gazette", published=dt.date(2024, 10, 4)),
}
UNDATED = {name: source(name) for name in "xyz"}


def figured(name: str, stance: str = "supports", figure: str = "3 km", **more: Any) -> Examined:
    """Return a citation that gives a figure, after analysis."""
    return Examined(evidence(name, stance, quote=figure, figure=figure, **more), None, figure=read(figure))


def notes(*pieces: Examined, kind: str = "time") -> list[Note]:
    """Return the notes of one kind."""
    return [note for note in notes_on(pieces, DATED | UNDATED) if note.kind == kind]


@pytest.mark.parametrize(
    ("cited", "note"),
    [
        (
            "xy",
            "Neither of the two articles states its date, so it cannot be told which figure is the newer.",
        ),
        (
            "xyz",
            "None of the three articles states its date, so it cannot be told which figure is the newer.",
        ),
        (
            "xa",
            "Courier is dated 3 October 2024; the other article does not state a date, so it cannot be told which figure is the newer.",
        ),
        (
            "axy",
            "Courier is dated 3 October 2024; the other two articles do not state a date, so it cannot be told which figure is the newer.",
        ),
        (
            "abx",
            "Courier is dated 3 October 2024 and Gazette is dated 4 October 2024; the other article does not state a date, so it cannot be told which figure is the newer.",
        ),
    ],
)
def test_time(cited: str, note: str) -> None:
    """Which articles state no date is said, so that no figure is taken for the newer."""
    assert notes(*(figured(name) for name in cited)) == [Note("time", note, tuple(range(len(cited))))]


@pytest.mark.parametrize("cited", ["", "x", "xx", "a", "ab"])
def test_no_note_where_there_is_nothing_to_say(cited: str) -> None:
    """One article, or articles that all state their date, need no note."""
    assert notes(*(figured(name) for name in cited)) == []


def test_context_and_words_without_a_figure_take_no_part() -> None:
    """A note rests on the citations that take a stance and give a figure."""
    pieces = [figured("a", "context"), figured("x"), figured("y", "refutes"), Examined(evidence("a"), None)]
    assert [note.citations for note in notes(*pieces)] == [(1, 2)]
    assert [note.citations for note in notes(*pieces, kind="figures")] == [(1, 2)]


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        (
            ("1.2 million", "around 1.2 million men", "over 1.3 million"),
            "“1.2 million” (Courier) is read as 1.15 to 1.25 million, “around 1.2 million men” (Gazette) as 1.1 to 1.3 "
            "million and “over 1.3 million” (x) as more than 1.3 million. No number fits them all: “1.2 million” ends at "
            "1.25 million, and “over 1.3 million” begins at 1.3 million, 50,000 above.",
        ),
        (
            ("up to 30", "at least 30"),
            "“up to 30” (Courier) is read as at most 30 and “at least 30” (Gazette) as at least 30. Any number that is exactly "
            "30 fits them all.",
        ),
        (
            ("up to 30", "more than 30"),
            "“up to 30” (Courier) is read as at most 30 and “more than 30” (Gazette) as more than 30. No number fits them "
            "all: “up to 30” ends at 30, and “more than 30” begins at 30, a number that they do not both allow.",
        ),
        (
            ("10,000", "about 10,000"),
            "“10,000” (Courier) is read as 9,500 to 10,500 and “about 10,000” (Gazette) as 9,000 to 11,000. Any number from "
            "9,500 to 10,500 fits them all.",
        ),
        (("over 600", "more than 600 men"), "“over 600” (Courier) and “more than 600 men” (Gazette) are read alike, as more than 600."),
    ],
)  # fmt: skip
def test_figures(figures: tuple[str, ...], text: str) -> None:
    """How each figure is read is said, and whether one number can satisfy them all."""
    pieces = [figured(name, figure=figure) for name, figure in zip("abx", figures, strict=False)]
    assert notes(*pieces, kind="figures") == [Note("figures", text, tuple(range(len(figures))))]


def test_a_figure_of_another_scope_is_left_out_and_that_is_said() -> None:
    """A part is not compared with the whole."""
    pieces = [figured("a"), figured("b"), figured("x", figure="1 km", scope="the bridge alone")]
    assert [note.citations for note in notes(*pieces, kind="figures")] == [(0, 1)]
    assert notes(*pieces, kind="scope") == [
        Note("scope", "“1 km” (x) is not compared: its scope is “the bridge alone”.", (2,))
    ]


def test_figures_of_different_times_are_not_compared_and_that_is_said() -> None:
    """Last year's number does not contradict this year's; a figure without a time is compared."""
    last, this = (
        Period(year, dt.date(int(year), 1, 1), dt.date(int(year), 12, 31)) for year in ("2023", "2024")
    )
    pieces = [figured("a", as_of=last), figured("b"), figured("x", figure="9 km", as_of=this)]
    assert [note.citations for note in notes(*pieces, kind="figures")] == [(0, 1)]
    assert notes(*pieces)[0] == Note(
        "time", "“9 km” (x) is not compared: it holds for 2024, not for 2023.", (2,)
    )


def test_another_unit_is_left_out_and_that_is_said() -> None:
    """Kilometres and percent are not set against each other."""
    pieces = [figured("a"), figured("b"), figured("x", figure="3 percent")]
    assert [note.text for note in notes(*pieces, kind="figures")][1:] == [
        "“3 percent” (x) is not compared: it is given in another unit."
    ]


@pytest.mark.parametrize("figure", ["3 percent", "several", "2023"])
def test_what_leaves_a_single_figure_is_no_comparison(figure: str) -> None:
    """Another unit, a vague amount and a date take no part."""
    assert notes(figured("a"), figured("b", figure=figure), kind="figures") == []


@pytest.mark.parametrize(("measure", "kinds"), [("length", ["figures", "time"]), (None, [])])
def test_only_figures_of_a_stated_measure_are_compared(measure: str | None, kinds: list[str]) -> None:
    """Without a measure it is not known that the figures count the same thing."""
    around = background(texts={"x": article("It is 3 km long."), "y": article("It is 4 km long.")})
    pieces = [
        evidence(name, quote=f"{length} km long", figure=f"{length} km")
        for name, length in (("x", 3), ("y", 4))
    ]
    assert [note.kind for note in examine_claim(claim(*pieces, measure=measure), around).notes] == kinds
