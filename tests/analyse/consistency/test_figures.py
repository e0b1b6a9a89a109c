from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factsite.analyse import examine_claim
from factsite.analyse.consistency.figures import conflict_in, notes_on_figures
from factsite.analyse.consistency.pairs import figures_of, pairs_of
from factsite.analyse.consistency.times import notes_on_time
from factsite.analyse.figures import read
from factsite.comparisons import Conflict, Stated
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
    published = (DATED | UNDATED)[name].published
    return Examined(
        evidence(name, stance, quote=figure, figure=figure, **more), None, figure=read(figure, published)
    )


def stated(*pieces: Examined, own: str | None = None) -> list[Stated]:
    """Return the figures that take part in comparisons."""
    return list(figures_of(claim(measure="length", figure=own), pieces, DATED | UNDATED))


def notes(*pieces: Examined, kind: str = "time") -> list[Note]:
    """Return the notes of one kind."""
    figures = stated(*pieces)
    found = [*notes_on_figures(figures), *notes_on_time(figures, DATED | UNDATED)]
    return [note for note in found if note.kind == kind]


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
            "“1.2 million” (Courier) and “around 1.2 million men” (Gazette) can be true together: any number from 1.15 to 1.25 "
            "million fits them. “over 1.3 million” (x) is read as more than 1.3 million. No number fits them all: “1.2 million” "
            "(Courier) ends at 1.25 million, and “over 1.3 million” (x) begins at 1.3 million, 50,000 above.",
        ),
        (
            ("up to 30", "at least 30"),
            "“up to 30” (Courier) is read as at most 30 and “at least 30” (Gazette) as at least 30. Any number that is exactly "
            "30 fits them all.",
        ),
        (
            ("up to 30", "more than 30"),
            "“up to 30” (Courier) is read as at most 30 and “more than 30” (Gazette) as more than 30. No number fits them "
            "all: “up to 30” (Courier) ends at 30, and “more than 30” (Gazette) begins at 30, a number that they do not both allow.",
        ),
        (
            ("10,000", "about 10,000"),
            "“10,000” (Courier) is read as 9,500 to 10,500 and “about 10,000” (Gazette) as 9,000 to 11,000. Any number from "
            "9,500 to 10,500 fits them all.",
        ),
        (
            ("3 km", "5,000 metres"),
            "“3 km” (Courier) is read as 2.85 to 3.15 km and “5,000 metres” (Gazette) as 4,750 to 5,250 metres. No number fits "
            "them all: “3 km” (Courier) ends at 3.15 km, and “5,000 metres” (Gazette) begins at 4.75 km, 1.6 km above.",
        ),
        (("over 600", "more than 600 men"), "“over 600” (Courier) and “more than 600 men” (Gazette) are read alike, as more than 600."),
    ],
)  # fmt: skip
def test_figures(figures: tuple[str, ...], text: str) -> None:
    """How each figure is read is said, and whether one number can satisfy them all."""
    pieces = [figured(name, figure=figure) for name, figure in zip("abx", figures, strict=False)]
    assert notes(*pieces, kind="figures") == [Note("figures", text, tuple(range(len(figures))))]


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        (
            ("on Wednesday", "2 October 2024"),
            "“on Wednesday” (Courier) and “2 October 2024” (Gazette) are read alike, as 2 October 2024.",
        ),
        (
            ("in June 2024", "June 3, 2024"),
            "“in June 2024” (Courier) is read as June 2024 and “June 3, 2024” (Gazette) as 3 June 2024. Only 3 June 2024 fits them all.",
        ),
        (
            ("2023", "in June 2024"),
            "“2023” (Courier) is read as 2023 and “in June 2024” (Gazette) as June 2024. No day fits them all: “2023” (Courier) "
            "ends on 31 December 2023, and “in June 2024” (Gazette) begins on 1 June 2024, 153 days later.",
        ),
        (
            ("since August 2023", "by the end of 2023"),
            "“since August 2023” (Courier) is read as any day from 1 August 2023 on and “by the end of 2023” (Gazette) as any day "
            "until 31 December 2023. Any day from 1 August 2023 to 31 December 2023 fits them all.",
        ),
    ],
)
def test_dates_are_compared_like_figures(figures: tuple[str, ...], text: str) -> None:
    """Days are read against the article's date, and set against each other as spans."""
    pieces = [figured(name, figure=figure) for name, figure in zip("ab", figures, strict=True)]
    assert notes(*pieces, kind="dates") == [Note("dates", text, (0, 1))]


def test_a_month_without_a_year_is_tried_in_the_year_of_the_others() -> None:
    """An undated article's "June" can be the June that another one dates, and is not said to be."""
    pieces = [figured("a", figure="in June 2024"), figured("x", figure="in June")]
    assert [note.text for note in notes(*pieces, kind="dates")] == [
        "“in June 2024” (Courier) is read as June 2024 and “in June” (x) as June of some year. Any day in June 2024 fits them all."
    ]


def test_conflict_in() -> None:
    """The two figures that exclude each other are named by their places, with the sentence for readers."""
    assert conflict_in(stated(figured("a", figure="30"), figured("x", figure="20"))) == Conflict(
        1,
        0,
        "No number fits them all: “20” (x) ends at 21, and “30” (Courier) begins at 28.5, 7.5 above.",
    )
    assert conflict_in(stated(figured("a", figure="30"), own="20")) is None


@pytest.mark.parametrize(
    ("one", "other", "more", "pair"),
    [
        ("30", "about 30", {}, ("compatible", "can both be true", None, "")),
        ("30", "30 men", {}, ("equal", "are read alike", None, "")),
        ("30", "40", {}, ("conflicting", "exclude each other: 6.5 lie between", "6.5", "")),
        ("up to 30", "over 30", {}, ("conflicting", "exclude each other: they touch at a number that they do not both allow", "0", "")),
        ("2022", "in 2024", {}, ("conflicting", "exclude each other: they are 366 days apart", "366", "")),
        ("30", "several", {}, ("not comparable", "are not compared: one of them names no number", None, "vague")),
        ("30", "3 percent", {}, ("not comparable", "are not compared: they are given in different units", None, "unit")),
        ("2022", "on Wednesday", {}, ("not comparable", "are not compared: one of them cannot be dated without the day of its article", None, "undated")),
        ("30", "40", {"scope": "men"}, ("not comparable", "are not compared: only one is of the scope “men”", None, "scope")),
        ("2024", "over the last two years", {}, ("not comparable", "are not compared: one of them names a stretch of time, and no day in it", None, "stretch")),
    ],
)  # fmt: skip
def test_pairs_of(one: str, other: str, more: dict[str, Any], pair: tuple[object, ...]) -> None:
    """Two figures are equal, compatible, conflicting with their gap, or not comparable and why."""
    name = "a" if "last" in other else "x"
    [found] = pairs_of(stated(figured(name, figure=other, **more), own=one))
    gap = None if found.gap is None else str(found.gap.normalize())
    assert (found.kind, found.text, gap, found.why) == pair
    assert (found.one, found.other) == (None, 0)


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


def test_two_figures_that_cannot_be_compared_are_said_to_be_such() -> None:
    """Where there is nothing else to compare with, the other figure is named."""
    assert [note.text for note in notes(figured("a"), figured("x", figure="several"), kind="figures")] == [
        "“several” (x) is not compared with “3 km” (Courier): it names no number."
    ]


@pytest.mark.parametrize(("measure", "kinds"), [("length", ["figures", "time"]), (None, [])])
def test_only_figures_of_a_stated_measure_are_compared(measure: str | None, kinds: list[str]) -> None:
    """Without a measure it is not known that the figures count the same thing."""
    around = background(texts={"x": article("It is 3 km long."), "y": article("It is 4 km long.")})
    pieces = [
        evidence(name, quote=f"{length} km long", figure=f"{length} km")
        for name, length in (("x", 3), ("y", 4))
    ]
    assert [
        note.kind for note in examine_claim(claim(*pieces, measure=measure), around).consistency.notes
    ] == kinds
