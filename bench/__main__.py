"""Measure this generator against Hugo, Eleventy and Pelican: ``python -m bench``.

All of them make the same site of the same claims, one after the other in every scenario of every round. RESULTS.md,
results.json and plot.svg beside this file are written anew. The whole takes an hour or more, on a machine that does nothing else;
``--sizes 100 --rounds 1 --watch 0 --results /tmp`` shows in a minute that everything works.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import measure, runner, serve
from bench.arithmetic import Run
from bench.contestants import ALL, HERE, NODE, VENV, Ours, hugo, set_up
from bench.plot import plot
from bench.profile import profiled
from bench.report import results

if TYPE_CHECKING:
    from collections.abc import Iterator


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        "python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = [kind.name for kind in ALL]
    parser.add_argument(
        "--sizes", type=numbers, default=[25, 100, 1000, 10000], metavar="N,…",
        help="how many claims; 100000 is for factsite and hugo alone (default: 25,100,1000,10000)",
    )  # fmt: skip
    parser.add_argument("--rounds", type=int, default=5, help="timed rounds besides the first (default: 5)")
    parser.add_argument(
        "--scenarios",
        type=words,
        default=[*runner.SCENARIOS],
        metavar="NAME,…",
        help=", ".join(runner.SCENARIOS),
    )
    parser.add_argument("--contestants", type=words, default=names, metavar="NAME,…", help=", ".join(names))
    parser.add_argument(
        "--watch", type=numbers, default=[1000, 10000], metavar="N,…",
        help="with how many claims `serve` is measured against `hugo server`; 0: not at all (default: 1000,10000)",
    )  # fmt: skip
    parser.add_argument(
        "--folder", type=Path, default=HERE / ".work", help="where the sites are made (default: bench/.work)"
    )
    parser.add_argument("--results", type=Path, default=HERE, help="where the results go (default: bench/)")
    parser.add_argument(
        "--write",
        action="store_true",
        help="measure nothing, write RESULTS.md and plot.svg from results.json",
    )
    options = parser.parse_args()
    for given, known in ((options.scenarios, [*runner.SCENARIOS]), (options.contestants, names)):
        if unknown := [name for name in given if name not in known]:
            parser.error(f"no {unknown[0]!r}; there are {', '.join(known)}")
    if "floor" in options.contestants and Ours.name not in options.contestants:
        options.contestants.remove("floor")  # it writes as much as we do, which is not known then
    return options


def numbers(given: str) -> list[int]:
    """Return the numbers between commas, in order."""
    return sorted(int(number) for number in given.split(",") if int(number))


def words(given: str) -> list[str]:
    """Return the words between commas."""
    return given.split(",")


def machine() -> dict[str, str]:
    """Return what was measured on, and which versions."""
    processor = re.search("model name\t*: (.*)", Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal: *(\d+)", Path("/proc/meminfo").read_text())
    return {
        "processor": f"{processor[1] if processor else platform.processor()}, {os.cpu_count()} cores",
        "memory": f"{int(memory[1]) / 2**20:.0f} GiB" if memory else "unknown",
        "system": f"{platform.system()} {platform.release()}",
        "factsite": f"{said('git', 'describe', '--always', '--dirty')}, Python {platform.python_version()}",
        "hugo": said(hugo(), "version").split()[1],
        "eleventy": json.loads((NODE / "@11ty/eleventy/package.json").read_text())["version"] + f", Node {said('node', '--version')}",
        "pelican": said(VENV / "bin/python", "-m", "pelican", "--version"),
    }  # fmt: skip


def said(*command: str | Path) -> str:
    """Return what a command prints."""
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=HERE).stdout.strip()


def tell(words: str) -> None:
    """Say what is going on."""
    print(f"{dt.datetime.now():%H:%M:%S}  {words}", file=sys.stderr, flush=True)


def measured(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """Measure, and yield the raw numbers, each time that there are more: a run that is interrupted has not been for nothing.

    Nothing is removed before the end.
    """
    shutil.rmtree(options.folder, ignore_errors=True)
    set_up()
    contestants = [kind for kind in ALL if kind.name in options.contestants]
    raw: dict[str, Any] = {
        "date": dt.date.today().isoformat(),
        "machine": machine(),
        "runs": [],
        "watch": [],
        "profile": [],
    }
    for size in options.sizes:
        plan = runner.Plan(size, contestants, options.scenarios, options.rounds).fitted()
        for done in runner.run(plan, options.folder / str(size), tell):
            raw["runs"].append(done._asdict())
            yield raw
        if Ours in contestants and size <= runner.LARGE:
            tell(f"{size:,} claims: where the time goes")
            site = Ours(options.folder / str(size) / "profiled")
            site.write(size)
            raw["profile"].append({"claims": size, "parts": profiled(site.folder)})
            yield raw
    for size in options.watch:
        raw["watch"].append({"claims": size, **serve.compared(size, options.folder / f"watch-{size}", tell)})
        yield raw
    shutil.rmtree(options.folder, ignore_errors=True)


def main() -> int:
    """Measure, and write the results."""
    options = arguments()
    options.results.mkdir(parents=True, exist_ok=True)
    kept = options.results / "results.json"
    try:
        if not options.write:
            for raw in measured(options):
                kept.write_text(json.dumps(raw, indent=1) + "\n", "utf-8")
    except (runner.UnlikeError, measure.FailedError) as problem:
        print(f"python -m bench: {problem}", file=sys.stderr)
        return 1
    raw = json.loads(kept.read_text("utf-8"))
    page = results(raw)
    (options.results / "RESULTS.md").write_text(page, "utf-8")
    (options.results / "plot.svg").write_text(plot([Run(**run) for run in raw["runs"]]), "utf-8")
    print(page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
