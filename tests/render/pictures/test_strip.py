"""A claim's figures, read as on its page, and laid out."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse.consistency.figures import measured
from factsite.analyse.consistency.scales import scale_of
from factsite.analyse.figures import read
from factsite.comparisons import Scale, Stated
from factsite.render.pictures.axis import Label
from factsite.render.pictures.rows import strip_view
from factsite.render.pictures.strip import Bar, GapBand, layout, worth_drawing
from factsite.render.views.pictures import BarView, StripView
from factsite.values import LineRange, Stance
from tests.samples import source

SOURCES = {name: source(name, name=name.title()) for name in "abcdefg"}
SOURCES["a"] = source("a", name="A", published=dt.date(2024, 5, 9))
WORDINGS = (
    "0", "1", "3,000", "about 3,000", "up to 3,000", "at least 3,000", "nearly 12,000", "more than 1.3 million",
    "a trillion", "under 5", "exactly 7", "between 3 and 5", "1,000,000,000,000", "thousands", "2024", "in June",
)  # fmt: skip
DATES = (
    "2023",
    "June 2024",
    "7 May 2024",
    "in June",
    "before 3 May 2024",
    "since 2019",
    "Tuesday",
    "1 January 1000",
)


def scale(*words: str, own: str | None = None, against: str = "") -> Scale | None:
    """Return the scale of figures, each of an article of its own; those in ``against`` refute."""
    stated = [Stated(None, read(own), "the claim")] if own else []
    for at, one in enumerate(words):
        name = "abcdefg"[at % 7]
        stance = Stance.REFUTES if one in against else Stance.SUPPORTS
        stated.append(Stated(at, read(one), name.upper(), name, LineRange(at + 1, at + 1), stance=stance))
    return scale_of(measured(tuple(stated)))


def view(*words: str, own: str | None = None, against: str = "", brief: bool = False) -> StripView:
    """Return the picture of figures."""
    found = strip_view(scale(*words, own=own, against=against), SOURCES, brief=brief)
    assert found is not None
    return found


def test_three_figures_and_their_gap() -> None:
    """Bars lie where their readings are, what has no end reaches the edge, and the gap lies between two bars."""
    found = scale(
        "1.2 million", "around 1.2 million", "surpassing 1.3 million", against="surpassing 1.3 million"
    )
    assert found is not None
    drawn = layout(found)
    assert drawn.bars == (Bar(21.64, 58.96), Bar(2.99, 77.61), Bar(77.61, 100.0, open_high=True))
    assert drawn.ticks == (
        Label(2.99, "1.1", "middle"),
        Label(40.3, "1.2", "middle"),
        Label(77.61, "1.3 million", "middle"),
    )
    assert drawn.gaps == (GapBand(58.96, 77.61, Label(68.28, "gap of 50,000", "middle"), 0),)


def test_labels_of_gaps_that_would_touch_stand_on_two_lines() -> None:
    """A narrow gap beside a wide one keeps its label to itself."""
    against = "about 2,500, nearly 12,000"
    found = scale("3,000", "at least 3,000", "about 2,500", "nearly 12,000", against=against)
    assert found is not None
    assert [(gap.label.words, gap.row) for gap in layout(found).gaps] == [
        ("gap of 400", 0),
        ("gap of 7,650", 1),
    ]


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        (("3,000", "about 3,000"), True),
        (("3,000", "3,000"), False),
        (("more than 3,000", "over 3,000"), False),
        (("7 May 2024", "May 2024"), True),
    ],
)
def test_figures_that_are_all_read_alike_are_not_drawn(words: tuple[str, ...], drawn: bool) -> None:
    """A picture is made only where there is something to see in it."""
    found = scale(*words)
    assert found is not None
    assert worth_drawing(found) is drawn


@pytest.mark.parametrize(
    "words", [("3,000",), ("3,000", "thousands"), ("thousands", "many"), ("3 km", "3 kg"), ()]
)
def test_one_figure_makes_no_scale(words: tuple[str, ...]) -> None:
    """A scale needs two figures of articles that have a place on it."""
    assert scale(*words, own="3,000") is None


def test_what_has_no_interval_is_told_and_not_drawn() -> None:
    """It stands last, and says why."""
    rows = view("thousands", "3,000", "5 km", "about 3,000").rows
    assert [(row.words, row.apart, row.bar is None) for row in rows] == [
        ("about 3,000", "", False),
        ("3,000", "", False),
        ("thousands", "no interval: it names no number", True),
        ("5 km", "not on this scale: it is given in another unit", True),
    ]


def test_the_claim_stands_first_and_the_rest_from_left_to_right() -> None:
    """Rows follow their values, and each has its line."""
    found = view("nearly 12,000", "3,000", "up to 3,000", own="about 3,000", against="nearly 12,000")
    assert [(row.words, row.stance, row.number, row.href) for row in found.rows] == [
        ("about 3,000", "", "", ""),
        ("up to 3,000", "supports", "3", "sources/c.html#L3"),
        ("3,000", "supports", "2", "sources/b.html#L2"),
        ("nearly 12,000", "refutes", "1", "sources/a.html#L1"),
    ]
    assert found.rows[0].source == "the claim"


def test_a_list_shows_no_claim_and_each_article_once() -> None:
    """Of an article's figures the list keeps that at which a gap begins."""
    stated = [
        Stated(None, read("3,000"), "the claim"),
        *(
            Stated(at, read(words), "A", "a", LineRange(1, 1), stance=Stance.SUPPORTS)
            for at, words in enumerate(("about 3,000", "3,000"))
        ),
        Stated(2, read("4,000"), "B", "b", LineRange(2, 2), stance=Stance.REFUTES),
    ]
    found = strip_view(scale_of(measured(tuple(stated))), SOURCES, brief=True)
    assert found is not None
    assert [row.words for row in found.rows] == ["3,000", "4,000"]
    assert [gap.label.words for gap in found.gaps] == ["gap of 650"]


def test_one_value_is_a_point() -> None:
    """What allows one number alone is drawn as a point at it."""
    rows = view("exactly 7", "nearly 12,000").rows
    assert rows[0].bar == BarView("point", "0.06%", "0%", "0.06%", open_low=False, open_high=False)


@pytest.mark.parametrize(
    ("words", "own", "label"),
    [
        (("8 August 1786", "8 August 1786"), "1787", "146 days from the claim"),
        (("8 August 1786", "8 August 1786"), "before 8 August 1786", "1 day from the claim"),
        (("3,000", "about 3,000"), "5,000", "gap of 1,600 to the claim"),
        (("3,000", "about 3,000"), "1,000", "gap of 1,800 to the claim"),
        (("3,000", "about 3,000"), "more than 3,000", None),
    ],
)
def test_the_gap_to_the_claim(words: tuple[str, ...], own: str, label: str | None) -> None:
    """Where the articles agree with each other and not with the claim, the gap is between them and it."""
    found = view(*words, own=own)
    assert [gap.label.words for gap in found.gaps] == ([label] if label else [])
    assert found.own == (f"The claim’s own figure lies apart: {label}." if label else "")


def test_days_and_the_day_of_the_article() -> None:
    """Dates lie on an axis of days, with the gap between them, and the article's own day where it is near."""
    found = view("7 May 2024", "12 May 2024", against="12 May 2024")
    assert found.kind == "dates"
    assert [tick.words for tick in found.ticks] == ["7 May 2024", "9 May", "11 May"]
    assert [gap.label.words for gap in found.gaps] == ["5 days apart"]
    assert [(row.published is None, row.facts) for row in found.rows] == [
        (False, (("published", "9 May 2024"),)),
        (True, ()),
    ]


def test_a_date_without_a_year_is_set_beside_the_others_and_says_so() -> None:
    """It is drawn in the year in which it is compared, and marked as that."""
    rows = view("7 June 2024", "in June").rows
    assert [(row.words, row.apart) for row in rows] == [
        ("in June", "names no year: set in that nearest to the others"),
        ("7 June 2024", ""),
    ]


@given(
    st.one_of(st.lists(st.sampled_from(WORDINGS), max_size=8), st.lists(st.sampled_from(DATES), max_size=8)),
    st.sampled_from((None, *WORDINGS, *DATES)),
)
def test_whatever_is_stated_is_laid_out(words: list[str], own: str | None) -> None:
    """Bars, gaps and labels lie inside, open ends at the edge, in the order of their values, and no row is lost."""
    found = scale(*words, own=own)
    if found is None:
        return
    drawn = layout(found)
    placed = [(one, bar) for one, bar in zip(found.laid, drawn.bars, strict=True) if one.placed]
    for one, bar in placed:
        assert bar is not None
        assert 0 <= bar.low <= bar.high <= 100
        assert bar.open_low == (one.low is None)
        assert bar.open_high == (one.high is None)
        assert bar.high == 100 or not bar.open_high
        assert bar.low == 0 or not bar.open_low
    lows = sorted((one.low, bar.low) for one, bar in placed if one.low is not None and bar)
    assert [low for _, low in lows] == sorted(low for _, low in lows)
    assert all(0 <= gap.low <= gap.high <= 100 for gap in drawn.gaps)
    assert {gap.row for gap in drawn.gaps} <= {0, 1}
    shown = strip_view(found, SOURCES)
    if shown is not None:
        assert sorted(row.words for row in shown.rows) == sorted([*words, *([own] if own else [])])
