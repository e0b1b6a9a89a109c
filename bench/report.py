"""The table of results, in Markdown: ``RESULTS.md``, made from the raw numbers alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bench.arithmetic import OURS, PEER, Run, cell, ratio, reached
from bench.contestants import ALL
from bench.runner import SCENARIOS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bench.arithmetic import Cell

MEASURES = {"wall": "wall, s", "cpu": "CPU, s", "memory": "peak memory, MiB"}
NAMES = [kind.name for kind in ALL]
MEANT = """\
- **wall**, **CPU** (user and system, all processes), **peak memory** (all processes together: their
  anonymous and shared memory by PSS, and once the pages of files that they map; the most seen in `/proc/*/smaps_rollup`, looked
  at every 5 ms) of one command. Times: median of the rounds, least and most in brackets. Memory: of
  round 0, which is not timed and warms everything for everyone. Where there is no other round, round 0 is timed too.
- **ratio**: ours to theirs, each round of one scenario by itself, then the median; below 1 we are faster, or smaller.
- *cold*: no output, nothing remembered. *nothing changed*: the same command again. *one edit*: the summary of one claim. *one source
  changed*: a word in a line that no claim cites. *one template changed*: that of a claim’s page. *check alone*: ours,
  nothing remembered.
- *floor*: a program that reads our inputs and writes as many bytes as we do; when warm, it asks for the state of each file.
- All verify each quotation and stop where one does not stand in its line: Hugo in the template, Eleventy in its configuration, Pelican
  in a plugin, all three by the exact characters of one line.
- All sites show the same claims, verdicts, quotations in their lines, numbered articles with links back, and paged index
  (`bench/same.py`, up to 1,000 claims in this run). Ours has more: figures read and compared, notes, matrix, coverage, disputes, data."""


def results(raw: Mapping[str, Any]) -> str:
    """Return the page."""
    return "\n".join(_lines(raw)) + "\n"


def _lines(raw: Mapping[str, Any]) -> Iterator[str]:
    runs = [Run(**run) for run in raw["runs"]]
    yield "# Results"
    yield ""
    yield f"Measured on {raw['date']} by `make bench`, which wrote this page; the numbers of each run are in `results.json`."
    yield ""
    yield from (f"- {name}: {value}" for name, value in raw["machine"].items())
    yield ""
    yield "![CPU time per claim against the number of claims](plot.svg)"
    yield ""
    yield "## Targets"
    yield ""
    yield from _targets(runs)
    yield ""
    yield "## What is what"
    yield ""
    yield MEANT
    for size in sorted({run.size for run in runs}):
        yield ""
        yield f"## {size:,} claims"
        rounds = max(run.round for run in runs if run.size == size)
        yield ""
        yield f"{rounds or 'No'} timed round{'' if rounds == 1 else 's'} after round 0."
        for measure, words in MEASURES.items():
            yield ""
            yield from _table([run for run in runs if run.size == size], measure, words)
    yield from _watched(raw.get("watch", ()))
    yield from _profiled(raw.get("profile", ()))


def _targets(runs: Sequence[Run]) -> Iterator[str]:
    yield "| target | at most | reached | |"
    yield "| --- | ---: | ---: | --- |"
    for found in reached(runs):
        value = "–" if found.value is None else short(found.value)
        judged = "not measured" if found.value is None else "met" if found.is_met else "**not met**"
        yield f"| {found.target.words} | {found.target.most:,} | {value} | {judged} |"


def _table(runs: Sequence[Run], measure: str, words: str) -> Iterator[str]:
    """Yield the table of a measure for one size: scenarios down, contestants across, each of the others with our ratio to it."""
    size = runs[0].size
    names = [name for name in NAMES if any(run.contestant == name for run in runs)]
    yield f"| {words} | {' | '.join(names)} |"
    yield "| --- |" + " ---: |" * len(names)
    for scenario in SCENARIOS:
        cells = [cell(runs, size, scenario, name, measure) for name in names]
        if any(cells):
            ours = (size, scenario, OURS)
            shares = [
                ratio(runs, measure, ours, (size, scenario, name)) if name != OURS else None for name in names
            ]
            row = [spread(one, share) for one, share in zip(cells, shares, strict=True)]
            yield f"| {SCENARIOS[scenario]} | {' | '.join(row)} |"


def spread(found: Cell | None, share: Cell | None) -> str:
    """Return a cell of a table: the median, how far the rounds lie apart, and our ratio to it."""
    if found is None:
        return ""
    words = short(found.median)
    if found.least < found.most:
        words += f" ({short(found.least)}–{short(found.most)})"
    return f"{words}; **{short(share.median)}**" if share else words


def short(value: float) -> str:
    """Return a number in three digits or so."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}" if value >= 0.1 else f"{value:.2g}"


def _watched(watch: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield how long it takes from a save to the fresh page."""
    if not watch:
        return
    yield ""
    yield "## From a save to the fresh page"
    yield ""
    yield "`serve` against `hugo server`, both running at the same time, saved in turn; ms until the page, asked for over HTTP"
    yield "again and again, has the new words: median (least–most) of the saves."
    yield ""
    yield "| claims | factsite | hugo | ratio |"
    yield "| ---: | ---: | ---: | ---: |"
    for entry in watch:
        runs = [
            Run(entry["claims"], "save", name, number + 1, seconds * 1000, 0, 0)
            for name in (OURS, PEER)
            for number, seconds in enumerate(entry[name])
        ]
        keys = [(entry["claims"], "save", name) for name in (OURS, PEER)]
        ours, theirs = (spread(cell(runs, *key, "wall"), None) for key in keys)
        share = ratio(runs, "wall", *keys)
        yield f"| {entry['claims']:,} | {ours} | {theirs} | **{short(share.median) if share else '–'}** |"


def _profiled(profiles: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield where the time of our cold build goes, the most first in the largest."""
    if not profiles:
        return
    yield ""
    yield "## Where the CPU time of our cold build goes"
    yield ""
    yield "One process, looked at each millisecond (`python -m bench.profile`); ms of CPU per claim. What a library does counts for the"
    yield "part that asked for it; with few claims, start-up dominates."
    yield ""
    sizes = [f"{one['claims']:,} claims" for one in profiles]
    yield f"| part | {' | '.join(sizes)} |"
    yield "| --- |" + " ---: |" * len(profiles)
    each = [{name: 1000 * taken / one["claims"] for name, taken in one["parts"].items()} for one in profiles]
    for name in sorted({name for one in each for name in one}, key=lambda name: -each[-1].get(name, 0)):
        yield f"| {name} | {' | '.join(short(one.get(name, 0)) for one in each)} |"
    yield f"| all | {' | '.join(short(sum(one.values())) for one in each)} |"
