"""Running the contestants: one after the other in every scenario of every round, so that all meet the same machine."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from bench import corpus, measure, same
from bench.arithmetic import Run
from bench.contestants import Eleventy, Floor, Ours, Pelican

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path

    from bench.contestants import Contestant

SCENARIOS = {
    "cold": "cold",
    "nothing": "nothing changed",
    "edit": "one edit",
    "source": "one source changed",
    "template": "one template changed",
    "check": "check alone",
}
"""What is measured, in the order of a round, and how it is called. Each but cold follows on what was run before it; only ours has
a command that checks and writes nothing."""
COMPARED = 1000
"""Up to so many claims, the sites are compared."""
LARGE = 10000
"""With so many claims there is one timed round; beyond, only ours and Hugo are run, cold and after one edit, and once."""


class UnlikeError(Exception):
    """The contestants do not show the same."""


class Plan(NamedTuple):
    """What is to be run: for one size, the contestants, the scenarios, and rounds besides the first."""

    claims: int
    contestants: Sequence[type[Contestant]]
    scenarios: Collection[str]
    rounds: int

    def fitted(self) -> Plan:
        """Return the plan without what takes too long for its size."""
        if self.claims < LARGE:
            return self
        if self.claims == LARGE:
            return self._replace(rounds=min(self.rounds, 1))
        few = [one for one in self.contestants if one not in (Eleventy, Pelican)]
        return Plan(self.claims, few, [name for name in self.scenarios if name in ("cold", "edit")], 0)


def run(plan: Plan, folder: Path, tell: Callable[[str], None]) -> Iterator[Run]:
    """Yield what each run cost; the sites are made in a folder that is not there yet, and stay."""
    folder.mkdir(parents=True)
    contestants = [kind(folder / kind.name) for kind in plan.contestants]
    for each in contestants:
        tell(f"{plan.claims:,} claims for {each.name}")
        each.write(plan.claims)
    for number in range(plan.rounds + 1):
        for scenario in SCENARIOS:
            if scenario in plan.scenarios:
                yield from one_scenario(plan.claims, scenario, number, contestants, tell)
            if number == 0 and scenario == "cold" in plan.scenarios and plan.claims <= COMPARED:
                compare(contestants)
                tell("all show the same")


def one_scenario(
    claims: int, scenario: str, number: int, contestants: Sequence[Contestant], tell: Callable[[str], None]
) -> Iterator[Run]:
    """Yield what a scenario costs each contestant; another one begins in each round, the floor is always last."""
    turn = number % max(1, len(contestants) - 1)
    racing = [each for each in contestants if not isinstance(each, Floor)]
    for each in (*racing[turn:], *racing[:turn], *(each for each in contestants if isinstance(each, Floor))):
        if scenario == "check" and not isinstance(each, Ours):
            continue
        prepare(each, scenario, claims, number)
        os.sync()  # nobody pays for what another has left to be written
        cost = measure.run([str(part) for part in each.command(scenario)], each.folder, sampled=number == 0)
        tell(
            f"{claims:,} claims, {SCENARIOS[scenario]}, round {number}: {each.name} "
            f"{cost.wall:.2f} s, CPU {cost.cpu:.2f} s" + (f", {cost.memory:.0f} MiB" if cost.memory else "")
        )
        yield Run(claims, scenario, each.name, number, *cost)


def prepare(each: Contestant, scenario: str, claims: int, number: int) -> None:
    """Bring a contestant's folder to where a scenario begins."""
    if scenario in ("cold", "check"):
        each.forget()
    elif scenario == "edit":
        each.edit(claims // 2, number)
    elif scenario == "source":
        each.edit_source(claims // corpus.PER_SOURCE // 2, claims, number)
    elif scenario == "template":
        each.edit_template(number)


def compare(contestants: Sequence[Contestant]) -> None:
    """Hold the sites against each other."""
    built = {each.name: each.folder / each.output for each in contestants if not isinstance(each, Floor)}
    if unlike := same.unlike(built):
        raise UnlikeError("\n".join(unlike[: same.SHOWN]))
