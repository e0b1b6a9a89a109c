"""The labelled set: that it is sound, and that ``suggest`` does no worse on it than it did."""

from __future__ import annotations

from typing import Any

import pytest

from tests.suggest.score import (
    CASES,
    CONFLICTS,
    KINDS,
    Scored,
    agreeing,
    case,
    counts,
    phrases,
    read_as_labelled,
    reported,
    scores,
)

PHRASES = phrases("phrases")
PATHS = sorted(CASES.glob("*.yaml"))


@pytest.fixture(scope="module")
def scored() -> list[Scored]:
    """Return all cases, scored."""
    return scores()


@pytest.mark.parametrize("name", [path.stem for path in PATHS])
def test_a_case_is_labelled_by_words_that_stand_where_it_says(name: str) -> None:
    """Each passage names an article and a line of it, and its words stand there; a disagreement has two or more."""
    labelled = case(CASES / f"{name}.yaml")
    assert labelled["about"]
    for label in labelled["disagreements"]:
        assert label["kind"] in KINDS
        assert label["relation"] in ("conflicting", "compatible")
    for group in (*labelled["disagreements"], *labelled["look_alikes"]):
        assert len(group["items"]) >= 2
        for item in group["items"]:
            assert item["words"] in labelled["articles"][item["source"]][item["line"] - 1]


@pytest.mark.parametrize(
    "phrase", PHRASES, ids=[f"{phrase['words']} {phrase.get('published', '')}".strip() for phrase in PHRASES]
)
def test_a_phrase_is_read_as_labelled(phrase: dict[str, Any]) -> None:
    """Numbers to one in a thousand; days, unit and qualifier exactly."""
    assert read_as_labelled(phrase)


def test_most_phrases_that_nobody_had_seen_are_read_as_labelled() -> None:
    """96 in a hundred are; the floor is 95. What is misread is not mended here by changing labels."""
    fresh = phrases("phrases-*")
    assert sum(map(read_as_labelled, fresh)) >= 0.95 * len(fresh)


@pytest.mark.parametrize(
    ("kinds", "recall", "precision"), [(CONFLICTS, 0.78, 0.89), (KINDS, 0.73, 0.90)], ids=["conflicts", "all"]
)
def test_suggestions_are_as_good_as_they_were(
    scored: list[Scored], kinds: tuple[str, ...], recall: float, precision: float
) -> None:
    """Conflicts were found to 82 in a hundred and right to 93, all kinds to 78 and 94; the floors lie a little below."""
    found = counts(scored, kinds)
    assert found.recall >= recall
    assert found.precision >= precision


def test_few_look_alikes_are_reported(scored: list[Scored]) -> None:
    """Six pairs that only look alike were reported as conflicting over all cases; more than eight are too many."""
    assert sum(len(one.look_alikes) for one in scored) <= 8


def test_few_pairs_that_agree_are_reported() -> None:
    """Seven of 200 pairs of sentences that agree were reported as conflicting; more than nine are too many."""
    pairs = agreeing()
    assert len(pairs) == 200
    assert len(reported(pairs)) <= 9
