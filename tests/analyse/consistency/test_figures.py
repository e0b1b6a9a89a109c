from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse import examine_claim
from factsite.analyse.consistency.figures import conflict_in, measured, notes_on_figures
from factsite.analyse.consistency.laid import core, laid_out
from factsite.analyse.consistency.pairs import figures_of, pairs_of, stand
from factsite.analyse.consistency.times import notes_on_time
from factsite.analyse.figures import read
from factsite.analyse.figures.relations import overlap
from factsite.comparisons import Conflict, Stated
from factsite.findings import Examined, Note
from factsite.values import Period, Stance
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


def stated(*pieces: Examined, own: str | None = None) -> tuple[Stated, ...]:
    """Return the figures that take part in comparisons."""
    return tuple(figures_of(claim(measure="length", figure=own), pieces, DATED | UNDATED))


def notes(*pieces: Examined, kind: str = "time") -> list[Note]:
    """Return the notes of one kind."""
    figures = measured(stated(*pieces))
    found = [
        *notes_on_figures(figures),
        *notes_on_time(conflict_in(figures), figures.stated, DATED | UNDATED),
    ]
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
    pieces = [figured(name, figure=f"{length} km") for length, name in enumerate(cited, 3)]
    assert notes(*pieces) == [Note("time", note, tuple(range(len(cited))))]


def test_figures_that_agree_need_no_dates() -> None:
    """Which figure is the newer matters only where they exclude each other."""
    assert notes(figured("x"), figured("y"), figured("a", figure="about 3 km")) == []


@pytest.mark.parametrize("cited", ["", "x", "xx", "a", "ab"])
def test_no_note_where_there_is_nothing_to_say(cited: str) -> None:
    """One article, or articles that all state their date, need no note."""
    assert notes(*(figured(name, figure=f"{length} km") for length, name in enumerate(cited, 3))) == []


def test_context_and_words_without_a_figure_take_no_part() -> None:
    """A note rests on the citations that take a stance and give a figure."""
    pieces = [
        figured("a", "context"),
        figured("x"),
        figured("y", "refutes", "4 km"),
        Examined(evidence("a"), None),
    ]
    assert [note.citations for note in notes(*pieces)] == [(1, 2)]
    assert [note.citations for note in notes(*pieces, kind="figures")] == [(1, 2)]


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        (
            ("1.2 million", "around 1.2 million men", "over 1.3 million"),
            "“1.2 million” (Courier, read as 1.15 to 1.25 million) and “around 1.2 million men” (Gazette, read as 1.1 to 1.3 "
            "million) can both be true: any number from 1.15 to 1.25 million fits them. “over 1.3 million” (x) begins at 1.3 "
            "million: a gap of 50,000 to “1.2 million” (Courier).",
        ),
        (
            ("20 men", "at least 30", "exactly 30"),
            "“at least 30” (Gazette) and “exactly 30” (x) can both be true, at exactly 30. “20 men” (Courier) ends at 21: a gap of "
            "9 to “at least 30” (Gazette).",
        ),
        (
            ("up to 30", "at least 30"),
            "“up to 30” (Courier) and “at least 30” (Gazette) can both be true, at exactly 30.",
        ),
        (
            ("up to 30", "more than 30"),
            "No number fits them all: “up to 30” (Courier) ends where “more than 30” (Gazette) begins, at 30, a number that they do "
            "not both allow.",
        ),
        (
            ("10,000", "about 10,000"),
            "“10,000” (Courier, read as 9,500 to 10,500) and “about 10,000” (Gazette, read as 9,000 to 11,000) can both be true: "
            "any number from 9,500 to 10,500 fits them.",
        ),
        (
            ("at least 600", "over 500"),
            "“at least 600” (Courier) and “over 500” (Gazette) can both be true: any number that is at least 600 fits them.",
        ),
        (
            ("3 km", "5,000 metres"),
            "No number fits them all: “3 km” (Courier) ends at 3.15 km, and “5,000 metres” (Gazette) begins at 4.75 km: a gap of "
            "1.6 km.",
        ),
        (
            ("20", "30", "40"),
            "No number fits them all: “20” (Courier) ends at 21, and “40” (x) begins at 38: a gap of 17.",
        ),
        (
            ("three sites", "four sites"),
            "No number fits them all: “three sites” (Courier) ends at 3, and “four sites” (Gazette) begins at 4: a gap of 1.",
        ),
        (("over 600", "more than 600 men"), "“over 600” (Courier) and “more than 600 men” (Gazette) are read alike."),
        (("3,000", "3,000 men"), "“3,000” (Courier) and “3,000 men” (Gazette) are read alike, as 2,850 to 3,150."),
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
            "“in June 2024” (Courier) and “June 3, 2024” (Gazette, read as 3 June 2024) can both be true: only 3 June 2024 fits them.",
        ),
        (
            ("2023", "in June 2024"),
            "No day fits them all: “2023” (Courier) ends on 31 December 2023, 153 days before “in June 2024” (Gazette) begins on "
            "1 June 2024.",
        ),
        (
            ("since August 2023", "by the end of 2023"),
            "“since August 2023” (Courier, read as any day from 1 August 2023 on) and “by the end of 2023” (Gazette, read as any "
            "day until 31 December 2023) can both be true: any day from 1 August 2023 to 31 December 2023 fits them.",
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
        "“in June 2024” (Courier) and “in June” (x, read as June of some year) can both be true: any day in June 2024 fits them."
    ]


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        (
            ("about 3,000", "at least 3,000", "-about 2,500", "-nearly 12,000", "up to 3,000"),
            "The figures that support the claim can all be true, at exactly 3,000. “about 2,500” (x) ends at 2,600: a gap of 400 to "
            "“at least 3,000” (Gazette). “nearly 12,000” (y) begins at 10,800: a gap of 7,800 to “up to 3,000” (z).",
        ),
        (
            ("30", "about 30", "-40"),
            "The figures that support the claim can both be true: any number from 29 to 31 fits them. “40” (x) begins at 38: a gap "
            "of 7 to “30” (Courier).",
        ),
        (
            ("about 30", "31", "-over 30", "-40"),
            "“about 30” (Courier, read as 27 to 33), “31” (Gazette) and “over 30” (x) can all be true, at exactly 31. “40” (y) "
            "begins at 38: a gap of 7 to “31” (Gazette).",
        ),
        (
            ("30", "-40", "-about 40"),
            "“40” (Gazette, read as 38 to 42) and “about 40” (x, read as 36 to 44) can both be true: any number from 38 to 42 fits "
            "them. “30” (Courier) ends at 31: a gap of 7 to “40” (Gazette).",
        ),
        (
            ("up to 30", "20 to 30", "-more than 30"),
            "The figures that support the claim can both be true: any number from 20 to 30 fits them. “up to 30” (Courier) ends where "
            "“more than 30” (x) begins, at 30, a number that they do not both allow.",
        ),
        (
            ("in June 2024", "June 3, 2024", "-2023", "-July 4, 2024"),
            "The figures that support the claim can both be true: only 3 June 2024 fits them. “2023” (x) ends on 31 December 2023, "
            "155 days before “June 3, 2024” (Gazette) begins. “July 4, 2024” (y) begins on 4 July 2024, 31 days after “June 3, "
            "2024” (Gazette) ends.",
        ),
    ],
)  # fmt: skip
def test_figures_that_agree_come_first_and_each_other_one_is_told_against_them(
    figures: tuple[str, ...], text: str
) -> None:
    """The supporting ones, or the most that agree; then which of these keeps each of the others away, and by how much."""
    pieces = [
        figured(name, "refutes" if figure.startswith("-") else "supports", figure.removeprefix("-"))
        for name, figure in zip("abxyz", figures, strict=False)
    ]
    kind = "dates" if "2024" in text else "figures"
    assert [note.text for note in notes(*pieces, kind=kind)] == [text]
    conflict = conflict_in(measured(stated(*pieces)))
    assert conflict is not None
    assert conflict.text == text


def test_a_supporting_figure_that_is_left_out_is_not_spoken_for() -> None:
    """Where not all that support the claim are compared, those that are have to be named."""
    pieces = [
        figured("a"),
        figured("b"),
        figured("x", "refutes", "5 km"),
        figured("y", figure="1 km", scope="the bridge"),
    ]
    assert [note.text for note in notes(*pieces, kind="figures")] == [
        "“3 km” (Courier) and “3 km” (Gazette) are read alike, as 2.85 to 3.15 km. “5 km” (x) begins at 4.75 km: a gap of 1.6 km to “3 km” (Courier)."
    ]


AMOUNTS = st.tuples(
    st.sampled_from(("", "about ", "over ", "at least ", "nearly ", "up to ", "under ")),
    st.integers(1, 60),
    st.sampled_from(("supports", "refutes")),
)


@given(st.lists(AMOUNTS, min_size=2, max_size=6))
def test_whatever_agrees_has_a_common_value_and_nothing_else_fits_it(
    amounts: list[tuple[str, int, str]],
) -> None:
    """Any figures: those said to agree do; each of the others excludes the figure it is told against, and is told once."""
    group = tuple(
        Stated(at, read(f"{words}{number}0"), f"Paper {at}", stance=Stance(stance))
        for at, (words, number, stance) in enumerate(amounts)
    )
    laid = laid_out(group)
    agreeing = core(group, laid)
    assert len(agreeing) != 1
    if agreeing:
        common = overlap([laid[at] for at in agreeing]).common
        assert common is not None
        rest = [at for at in range(len(group)) if at not in agreeing]
        assert all(overlap([common, laid[at]]).common is None for at in rest)
    conflict = conflict_in(measured(group))
    assert (conflict is None) == (overlap(laid).common is not None)
    if conflict is None:
        return
    assert stand(group[conflict.ends], group[conflict.begins]).kind == "conflicting"
    told = re.findall(r"\(Paper (\d)\) (?:ends|begins) (?:at|where)[^.]*?\(Paper (\d)\)", conflict.text)
    for one, other in told:
        assert stand(group[int(one)], group[int(other)]).kind == "conflicting"
    assert len(told) == (len(group) - len(agreeing) if agreeing else 1)


def test_conflict_in() -> None:
    """The two figures that exclude each other are named by their places, with the sentence for readers."""
    text = "No number fits them all: “20” (x) ends at 21, and “30” (Courier) begins at 29: a gap of 8."
    assert conflict_in(measured(stated(figured("a", figure="30"), figured("x", figure="20")))) == Conflict(
        1, 0, text, text
    )
    assert conflict_in(measured(stated(figured("a", figure="30"), own="20"))) is None


@pytest.mark.parametrize(
    ("one", "other", "more", "pair"),
    [
        ("30", "about 30", {}, ("compatible", "can both be true", None, "")),
        ("30", "30 men", {}, ("equal", "are read alike", None, "")),
        ("30", "40", {}, ("conflicting", "exclude each other: a gap of 7", "6.5", "")),
        ("up to 30", "over 30", {}, ("conflicting", "exclude each other: they touch at a number that they do not both allow", "0", "")),
        ("2022", "in 2024", {}, ("conflicting", "exclude each other: they are 366 days apart", "366", "")),
        ("30", "several", {}, ("not comparable", "are not compared: one of them names no number", None, "vague")),
        ("30", "3 percent", {}, ("not comparable", "are not compared: they are given in different units", None, "unit")),
        ("2022", "on Wednesday", {}, ("not comparable", "are not compared: one of them cannot be dated without the day of its article", None, "undated")),
        ("30", "40", {"scope": "men"}, ("not comparable", "are not compared: only one is of the scope “men”", None, "scope")),
        ("2024", "over the last two years", {}, ("not comparable", "are not compared: one of them covers a stretch of time, the other is a single date", None, "stretch")),
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
        Note(
            "scope",
            "“1 km” (x) is not compared: its scope is “the bridge alone”, so it does not count the same.",
            (2,),
        )
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


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        (
            ("2023", "March 2023", "over the last two years"),
            "“over the last two years” (c) covers a stretch of time, so it is not compared with a single date.",
        ),
        (
            ("over the last two years", "for the past two years", "2023"),
            "“over the last two years” (a) covers a stretch of time, so it is not compared with “2023” (c).",
        ),
    ],
)
def test_a_stretch_of_time_is_left_out_and_that_is_said(figures: tuple[str, ...], text: str) -> None:
    """What lasted through years is not dated by them, whichever of the two is left out."""
    published = dt.date(2024, 10, 3)
    group = tuple(
        Stated(at, read(words, published), "abc"[at], stance=Stance.SUPPORTS)
        for at, words in enumerate(figures)
    )
    assert [note.text for note in notes_on_figures(measured(group))][1:] == [text]
