"""Medians, ratios and targets of the measurements."""

from __future__ import annotations

import pytest

from bench.arithmetic import TARGETS, Cell, Run, cell, ratio, reached
from bench.contestants import ALL
from bench.plot import plot
from bench.report import results, short
from bench.runner import SCENARIOS, Plan


def run(
    contestant: str, number: int, wall: float, *, size: int = 1000, scenario: str = "cold", memory: float = 0
) -> Run:
    """Return a run of a round that took as much CPU as wall time."""
    return Run(size, scenario, contestant, number, wall, wall, memory)


RUNS = [
    run("factsite", 0, 50, memory=30), run("hugo", 0, 70, memory=120),
    run("factsite", 1, 1), run("hugo", 1, 2),
    run("factsite", 2, 9), run("hugo", 2, 3),
    run("factsite", 3, 2), run("hugo", 3, 8),
]  # fmt: skip


def test_round_0_counts_for_memory_only() -> None:
    """Times are those of the other rounds."""
    assert cell(RUNS, 1000, "cold", "factsite", "wall") == Cell(2, 1, 9)
    assert cell(RUNS, 1000, "cold", "factsite", "memory") == Cell(30, 30, 30)


def test_round_0_counts_where_it_is_the_only_one() -> None:
    """A size that is run once has times all the same."""
    assert cell(RUNS[:2], 1000, "cold", "hugo", "wall") == Cell(70, 70, 70)


def test_what_was_not_run_has_no_cell() -> None:
    """Neither a median nor a ratio is made up."""
    assert cell(RUNS, 100, "cold", "hugo", "wall") is None
    assert ratio(RUNS, "wall", (1000, "cold", "factsite"), (1000, "cold", "pelican")) is None


def test_a_ratio_is_made_round_by_round() -> None:
    """It is the median of 1/2, 9/3 and 2/8, and not the ratio of the medians."""
    assert ratio(RUNS, "wall", (1000, "cold", "factsite"), (1000, "cold", "hugo")) == Cell(0.5, 0.25, 3)


def test_a_round_that_one_has_not_run_is_left_out() -> None:
    """A run without its pair says nothing of the other."""
    found = ratio(RUNS[:-1], "wall", (1000, "cold", "factsite"), (1000, "cold", "hugo"))
    assert found == Cell(1.75, 0.5, 3)


def test_sizes_are_compared_by_the_claim() -> None:
    """Ten times as many claims in twelve times the time cost 1.2 times as much each."""
    runs = [run("factsite", 0, 12, size=100000), run("factsite", 1, 1, size=10000)]
    found = ratio(runs, "cpu", (100000, "cold", "factsite"), (10000, "cold", "factsite"))
    assert found is not None
    assert found.median == pytest.approx(1.2)


def test_targets_are_met_missed_or_not_measured() -> None:
    """Half of Hugo's wall time is within 0.8 of it; what was not run is not met."""
    judged = {found.target.words: found for found in reached(RUNS)}
    cold = judged["1,000 claims, cold: wall, to Hugo’s"]
    assert (cold.value, cold.is_met) == (0.5, True)
    later = judged["10,000 claims, cold: wall, to Hugo’s"]
    assert (later.value, later.is_met) == (None, False)


def test_every_target_can_be_measured() -> None:
    """Its scenario and contestants are among those that are run."""
    names = {kind.name for kind in ALL}
    for target in TARGETS:
        assert target.scenario in SCENARIOS
        assert target.by is None or (target.by[1] in SCENARIOS and target.by[2] in names)


def test_the_page_says_what_is_met() -> None:
    """The table has medians with the least and the most, and our ratio to each."""
    raw = {"date": "2026-11-22", "machine": {"cores": "2"}, "runs": [run._asdict() for run in RUNS]}
    page = results(raw)
    assert "| 1,000 claims, cold: wall, to Hugo’s | 0.8 | 0.5 | met |" in page
    assert "| cold | 2 (1–9) | 3 (2–8); **0.5** |" in page
    assert "3 timed rounds after round 0." in page


def test_numbers_are_short() -> None:
    """Three digits say all that can be known of a time."""
    assert [short(value) for value in (1234.5, 12.345, 0.12345, 0.01234)] == [
        "1,234",
        "12.3",
        "0.123",
        "0.012",
    ]


def test_a_plot_of_one_size_can_be_drawn() -> None:
    """One point has no width to be divided by."""
    assert plot(RUNS).count("<circle") == 2


def test_what_takes_too_long_is_left_out() -> None:
    """With 10,000 claims there is one timed round; beyond, ours and Hugo are run once, cold and after an edit."""
    plan = Plan(100_000, ALL, list(SCENARIOS), 5).fitted()
    assert [kind.name for kind in plan.contestants] == ["factsite", "hugo", "floor"]
    assert (plan.scenarios, plan.rounds) == (["cold", "edit"], 0)
    assert [Plan(size, ALL, list(SCENARIOS), 5).fitted().rounds for size in (1000, 10_000)] == [5, 1]
