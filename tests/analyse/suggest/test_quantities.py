"""Figures and dates that cannot both be true."""

from __future__ import annotations

from factsite.analyse.suggest.quantities import quantities
from tests.samples import suggested, words_of

MILL = "The fire at the mill killed {} people in Torvik on Monday."


def mill(*tolls: str) -> list[list[tuple[str, int, str]]]:
    """Return what articles on the fire with these tolls are suggested to disagree on."""
    return words_of(suggested(quantities, *map(MILL.format, tolls)))


def test_two_figures_of_one_thing_that_exclude_each_other() -> None:
    """Measure and reason say what they count, and how each is read."""
    [found] = suggested(quantities, MILL.format("41"), MILL.format("at least 50"))
    assert (found.kind, found.relation, found.measure) == ("figures", "conflicting", "people (dead)")
    assert found.reason == ("No number satisfies both: “41” and “at least 50”.")


def test_figures_that_can_both_be_true_agree() -> None:
    """The same number, a bound below it, and a rounded one."""
    assert mill("41", "41") == mill("41", "at least 30") == mill("41", "about 40") == []


def test_what_several_articles_say_of_one_thing_is_one_suggestion() -> None:
    """Its reason names each reading."""
    [found] = suggested(quantities, *map(MILL.format, ("41", "50", "60")))
    assert words_of([found]) == [[("a", 1, "41"), ("b", 1, "50"), ("c", 1, "60")]]
    assert found.reason == ("No number satisfies them all: “41”, “50” (48 to 52) and “60” (57 to 63).")


def test_things_that_are_told_apart_are_two_suggestions() -> None:
    """Dead and injured in the same articles."""
    tolls = ((41, 90), (50, 70))
    texts = [f"The fire killed {dead} people and injured {hurt} people in Torvik." for dead, hurt in tolls]
    assert sorted(words_of(suggested(quantities, *texts))) == [
        [("a", 1, "41"), ("b", 1, "50")],
        [("a", 1, "90"), ("b", 1, "70")],
    ]


def test_an_article_can_contradict_itself() -> None:
    """Not in one sentence."""
    both = (MILL.format("41"), MILL.format("50"))
    assert words_of(suggested(quantities, both)) == [[("a", 1, "41"), ("a", 2, "50")]]
    assert suggested(quantities, "The fire killed 41 people, then 50 people.") == []


def test_a_figure_that_the_other_article_gives_as_well_is_explained() -> None:
    """Only the article that has both contradicts itself."""
    both = (MILL.format("41"), MILL.format("50"))
    assert words_of(suggested(quantities, MILL.format("41"), both)) == [[("b", 1, "41"), ("b", 2, "50")]]


def test_a_sum_and_its_part_do_not_conflict() -> None:
    """Twelve and eleven of one sentence are the twenty-three of the other."""
    parts = "The raid killed 12 people and 11 soldiers."
    assert suggested(quantities, "The raid killed 23 people.", parts) == []
    assert suggested(quantities, "The raid killed 29 people.", parts) != []


def test_days_of_one_event_that_exclude_each_other() -> None:
    """They are dates, and their reason speaks of days."""
    [found] = suggested(
        quantities, *(f"The treaty was signed on May {day}, 2024 in Torvik." for day in (3, 5))
    )
    assert (found.kind, words_of([found])) == ("dates", [[("a", 1, "May 3, 2024"), ("b", 1, "May 5, 2024")]])
    assert found.reason == (
        "No day satisfies both: “May 3, 2024” (3 May 2024) and “May 5, 2024” (5 May 2024)."
    )


def test_the_same_words_of_articles_of_other_days_are_no_conflict() -> None:
    """Today is another day in another paper."""
    dated = [("Torvik", f"October {day}, 2024", "The treaty was signed today in Torvik.") for day in (3, 4)]
    assert suggested(quantities, *dated) == []
