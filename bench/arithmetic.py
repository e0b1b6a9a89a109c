"""From the costs of single runs to medians, ratios, and whether the targets are met."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OURS, PEER = "factsite", "hugo"


class Run(NamedTuple):
    """One run of a contestant, and what it cost: seconds, seconds of CPU, MiB; memory is 0 in rounds that were timed only.

    Round 0 warms everything and is looked at for its memory; its times count only where there is no other round.
    """

    size: int
    scenario: str
    contestant: str
    round: int
    wall: float
    cpu: float
    memory: float


class Cell(NamedTuple):
    """What the runs of a contestant in a scenario cost: the median of all rounds, the least and the most."""

    median: float
    least: float
    most: float


class Target(NamedTuple):
    """What was to be reached: measure, runs of ours, divided by runs of whom (none: as it is), and the most that is allowed."""

    words: str
    measure: str
    size: int
    scenario: str
    by: tuple[int, str, str] | None
    most: float


class Reached(NamedTuple):
    """A target with what was reached; None where it was not measured."""

    target: Target
    value: float | None

    @property
    def is_met(self) -> bool:
        """Whether the target was reached."""
        return self.value is not None and self.value <= self.target.most


def _to_hugo(words: str, measure: str, scenario: str, size: int, most: float) -> Target:
    return Target(
        f"{size:,} claims, {words}, to Hugo’s", measure, size, scenario, (size, scenario, PEER), most
    )


TARGETS = (
    _to_hugo("cold: CPU", "cpu", "cold", 1000, 0.8),
    _to_hugo("cold: CPU", "cpu", "cold", 10000, 0.6),
    _to_hugo("cold: wall", "wall", "cold", 1000, 0.8),
    _to_hugo("cold: wall", "wall", "cold", 10000, 0.6),
    _to_hugo("cold: peak memory", "memory", "cold", 10000, 0.25),
    _to_hugo("one edit: wall", "wall", "edit", 1000, 0.15),
    _to_hugo("one edit: wall", "wall", "edit", 10000, 0.04),
    _to_hugo("nothing changed: wall", "wall", "nothing", 1000, 0.05),
    _to_hugo("nothing changed: wall", "wall", "nothing", 10000, 0.01),
    Target("100,000 claims, cold: peak memory, MiB", "memory", 100000, "cold", None, 2048),
    Target(
        "100,000 claims, cold: CPU per claim, to that at 10,000",
        "cpu", 100000, "cold", (10000, "cold", OURS), 1.2,
    ),
    Target("100,000 claims, one edit: wall, s", "wall", 100000, "edit", None, 3),
    Target("25 claims, cold: wall, s", "wall", 25, "cold", None, 0.35),
    Target("25 claims, nothing changed: wall, s", "wall", 25, "nothing", None, 0.05),
    Target(
        "10,000 claims, check alone: CPU, to the cold build’s",
        "cpu", 10000, "check", (10000, "cold", OURS), 0.25,
    ),
    Target(
        "10,000 claims, check alone: wall, to the cold build’s",
        "wall", 10000, "check", (10000, "cold", OURS), 0.25,
    ),
)  # fmt: skip


def values(runs: Sequence[Run], size: int, scenario: str, contestant: str, measure: str) -> dict[int, float]:
    """Return a measure of a contestant's runs in a scenario by round, of those rounds that count for it."""
    of = {
        run.round: run
        for run in runs
        if (run.size, run.scenario, run.contestant) == (size, scenario, contestant)
    }
    if measure == "memory":
        return {number: run.memory for number, run in of.items() if run.memory}
    return {number: getattr(run, measure) for number, run in of.items() if number or len(of) == 1}


def cell(runs: Sequence[Run], size: int, scenario: str, contestant: str, measure: str) -> Cell | None:
    """Return what a contestant's runs in a scenario cost; None where there were none."""
    found = values(runs, size, scenario, contestant, measure).values()
    return Cell(median(found), min(found), max(found)) if found else None


def ratio(
    runs: Sequence[Run], measure: str, ours: tuple[int, str, str], theirs: tuple[int, str, str]
) -> Cell | None:
    """Return what one cost to the other, round by round; None where no round has both.

    Both are given as size, scenario and contestant. Where the sizes differ, it is the cost per claim, of the medians.
    """
    above, below = (values(runs, *one, measure) for one in (ours, theirs))
    if ours[0] != theirs[0] and above and below:
        share = median(above.values()) / ours[0] / (median(below.values()) / theirs[0])
        return Cell(share, share, share)
    found = [above[number] / below[number] for number in above if below.get(number)]
    return Cell(median(found), min(found), max(found)) if found else None


def reached(runs: Sequence[Run]) -> Iterator[Reached]:
    """Yield every target with what was reached."""
    for target in TARGETS:
        ours = (target.size, target.scenario, OURS)
        if target.by:
            found = ratio(runs, target.measure, ours, target.by)
        else:
            found = cell(runs, *ours, target.measure)
        yield Reached(target, found and found.median)
