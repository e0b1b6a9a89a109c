"""Build sites in many worlds, and compare every byte and every mode: ``python -m tests.trust.verify [--python EXECUTABLE …]``.

Each build is in a world of its own: path, user, home, locale, time zone, clock, hash seed, umask, order of files, number of processes,
what was built before, options of Python, what it talks to. In the long run the site that is built and the Python are two more of these,
and every two values of two of them meet in one world. The figures go into ``docs/trust/runs/verify.json``. ``--locales DIR`` has
locales that the machine lacks (``localedef``), ``--faketime FILE`` is the library of that name, where there are these.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import pty
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT: Final = Path(__file__).parent.parent.parent
RECORD: Final = ROOT / "docs/trust/runs/verify.json"
STARTED: Final = Path(__file__).with_name("started.py")
SITES: Final = {
    "rivers": ROOT / "tests" / "sites" / "rivers",
    "harbour": ROOT / "tests" / "sites" / "harbour",
    "summits-and-rivers": ROOT / "examples" / "summits-and-rivers",
    "real": ROOT,
}
NOBODY: Final = 65534

AXES: Final[dict[str, tuple[Any, ...]]] = {
    "path": ("plain", "with spaces, ünïcode 名 and ‘quotes’", "/".join(["long" * 20] * 10), "linked"),
    "locale": ("", "C", "POSIX", "C.UTF-8", "tr_TR.UTF-8", "de_DE.ISO-8859-1"),
    "zone": ("UTC", "Pacific/Kiritimati", "America/St_Johns"),
    "clock": (0, 3 * 365 * 86400 + 4321, 40 * 365 * 86400),
    "seed": ("0", "1", "4242", "random"),
    "umask": ("022", "077", "000"),
    "order": (0, 7, 99),
    "processes": (1, 2, 3, 7),
    "before": ("nothing", "another text", "damaged"),
    "flags": ((), ("-O",), ("-OO", "-B"), ("-X", "utf8", "-W", "error"), ("-I", "-X", "dev")),
    "home": ("nowhere", "unset", "here"),
    "user": (0, NOBODY),
    "talks": ("to nothing", "to a terminal", "to a narrow terminal without colours", "to closed streams"),
    "git": ("none", "shallow", "not installed"),
}
"""What a build may be surrounded by, and must not depend on. The first of each is the plain one."""

World = dict[str, Any]
Site = dict[str, tuple[str, str]]
"""Digests and modes by path."""


def each() -> list[World]:
    """Return few worlds that have every value of every axis between them."""
    count = max(map(len, AXES.values()))
    return [
        {name: values[(number + place) % len(values)] for place, (name, values) in enumerate(AXES.items())}
        for number in range(count)
    ]


def pairwise(axes: Mapping[str, Sequence[Any]] = AXES) -> list[World]:
    """Return worlds that have every two values of two axes in one of them."""
    chance = random.Random(1)
    missing = {
        (one, a, another, b)
        for one, another in combinations(axes, 2)
        for a in range(len(axes[one]))
        for b in range(len(axes[another]))
    }
    worlds = []
    while missing:
        one, a, another, b = min(missing)
        tries = []
        for _ in range(40):
            world = {name: chance.randrange(len(values)) for name, values in axes.items()}
            tries.append(world | {one: a, another: b})
        best = max(tries, key=lambda world: len(missing & _pairs(world)))
        missing -= _pairs(best)
        worlds.append({name: axes[name][value] for name, value in best.items()})
    return worlds


def _pairs(world: Mapping[str, int]) -> set[tuple[str, int, str, int]]:
    return {(one, world[one], another, world[another]) for one, another in combinations(world, 2)}


def built(
    source: Path, world: World, python: str = sys.executable, extra: Mapping[str, str] | None = None
) -> Site:
    """Build a copy of a site folder in a world, and return what came of it."""
    with tempfile.TemporaryDirectory(dir=Path("/tmp")) as name:
        top = Path(name).resolve()
        top.chmod(0o755)
        folder = top / world["path"] if world["path"] != "linked" else top / "elsewhere"
        _copied(source, folder, world)
        if world["path"] == "linked":
            (top / "linked").symlink_to(folder)
            folder = top / "linked"
        if world["user"] and os.geteuid() == 0:
            for path in (top, *top.rglob("*")):
                os.chown(path, world["user"], world["user"], follow_symlinks=False)
        if world["before"] == "another text":
            fact = min((folder / "content/facts").iterdir())
            text = fact.read_text("utf-8")
            fact.write_text(re.sub("(?m)^(summary: *[A-Z]?)", r"\1Once upon a time ", text), "utf-8")
            _build(folder, world, python, extra)
            fact.write_text(text, "utf-8")
        if world["before"] == "damaged":
            _build(folder, world, python, extra)
            (folder / "site/index.html").write_text("damaged")
            (folder / "site/about.html").unlink()
        _build(folder, world, python, extra)
        return published(folder / "site")


def published(site: Path) -> Site:
    """Return digests and modes of all that is published."""
    found = {}
    for path in sorted(site.rglob("*")):
        mode = f"{path.stat().st_mode & 0o7777:o}"
        digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        found[path.relative_to(site).as_posix()] = digest, mode
    return found


def _copied(source: Path, folder: Path, world: World) -> None:
    """Copy a site folder, its files in an order that the world says."""
    files = [
        path.relative_to(source)
        for part in ("content", "seeds")
        for path in sorted((source / part).rglob("*"))
        if path.is_file()
    ]
    random.Random(world["order"]).shuffle(files)
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / file, folder / file)
    if world["git"] == "shallow":
        (folder / ".git").mkdir()
        (folder / ".git/shallow").write_text("0" * 40 + "\n")
        (folder / ".git/HEAD").write_text("ref: refs/heads/nowhere\n")


def _build(folder: Path, world: World, python: str, extra: Mapping[str, str] | None) -> None:
    environment = {
        "PYTHONHASHSEED": world["seed"], "TZ": world["zone"], "PATH": "" if world["git"] == "not installed" else os.environ["PATH"],
        "COLUMNS": "20", **(extra or {}),
    }  # fmt: skip
    if world["locale"]:
        environment["LC_ALL"] = world["locale"]
    if world["home"] != "unset":
        environment["HOME"] = str(folder) if world["home"] == "here" else "/nonexistent"
    terminal = "terminal" in world["talks"]
    environment |= (
        {"NO_COLOR": "1", "TERM": "dumb"}
        if "narrow" in world["talks"]
        else {"TERM": "xterm", "COLUMNS": "200"}
    )
    inner = {name: world[name] for name in ("umask", "order", "processes", "clock", "user")}
    if "LD_PRELOAD" in environment:  # ``faketime`` has the clock instead, of all that C asks too
        environment["FAKETIME"] = f"+{inner['clock'] or 1}s"
        inner["clock"] = 0
    words = [
        python, *world["flags"], str(STARTED), json.dumps(inner), "build", "--root", str(folder),
        *(() if world["clock"] else ("--date", "2026-12-31")),
    ]  # fmt: skip
    shown, end = pty.openpty() if terminal else (None, None)
    try:
        done = subprocess.run(
            words,
            env=environment,
            check=False,
            stdin=end if terminal else subprocess.DEVNULL,
            stdout=end if terminal else subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=_close_streams if "closed" in world["talks"] else None,
            timeout=600,
        )
    finally:
        for one in (shown, end):
            if one is not None:
                os.close(one)
    if done.returncode:
        raise AssertionError(
            f"{world}: {done.returncode} {(done.stdout or b'').decode()} {done.stderr.decode()}"
        )


def _close_streams() -> None:
    for stream in (0, 1):
        os.close(stream)


def differing(one: Site, another: Site) -> list[str]:
    """Return the paths of what is not the same."""
    return sorted(path for path in one.keys() | another.keys() if one.get(path) != another.get(path))


def run(
    pythons: Sequence[str], sites: Sequence[str], extra: Mapping[str, str], limit: int | None
) -> Iterator[tuple[str, str, list[str]]]:
    """Build each site by the first Python in the plainest world, and sites by Pythons in all worlds; yield Python, site, what differs."""
    plain = each()[0]
    first = {site: built(SITES[site], plain, pythons[0], extra) for site in sites}
    for world in worlds(sites, pythons)[:limit]:
        site, python = world["site"], world["python"]
        yield python, site, differing(first[site], built(SITES[site], world, python, extra))


def worlds(sites: Sequence[str], pythons: Sequence[str]) -> list[World]:
    """Return the worlds of the long run."""
    return pairwise({**AXES, "site": sites, "python": pythons})


def version(python: str) -> str:
    """Return the version of a Python."""
    return subprocess.run([python, "-V"], capture_output=True, text=True, check=True).stdout.split()[1]


def main() -> int:
    """Do the long run, and write down its figures; 1 where something differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", action="append", default=[], help="another Python to build with")
    parser.add_argument("--site", action="append", choices=SITES, help="only these sites")
    parser.add_argument("--locales", help="a folder of locales")
    parser.add_argument("--faketime", help="libfaketime.so.1")
    parser.add_argument("--limit", type=int, help="only so many worlds")
    options = parser.parse_args()
    extra = {"LOCPATH": options.locales} if options.locales else {}
    if options.faketime:
        extra["LD_PRELOAD"] = options.faketime
    began, runs, differ = time.monotonic(), Counter[tuple[str, str]](), 0
    pythons, sites = [sys.executable, *options.python], options.site or list(SITES)
    for python, site, differs in run(pythons, sites, extra, options.limit):
        runs[site, version(python)] += 1
        differ += bool(differs)
        if differs:
            print(f"{site}, {python}: {differs[:5]}", flush=True)
        record(runs, len(worlds(sites, pythons)), differ)
        if not runs.total() % 10:
            print(f"{runs.total()} after {time.monotonic() - began:.0f} s", flush=True)
    print(dict(runs))
    return 1 if differ else 0


def record(runs: Counter[tuple[str, str]], planned: int, differ: int) -> None:
    """Write down how far a run is come."""
    figures = {
        "builds": runs.total(),
        "planned": planned,
        "differ": differ,
        "circumstances": len(AXES) + 2,
        "sites": {site: runs_of(runs, 0, site) for site in sorted({site for site, _ in runs})},
        "pythons": {python: runs_of(runs, 1, python) for python in sorted({python for _, python in runs})},
        "machine": platform.platform(),
    }
    RECORD.parent.mkdir(exist_ok=True)
    RECORD.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


def runs_of(runs: Counter[tuple[str, str]], place: int, name: str) -> int:
    """Return how many builds there were of a site, or by a Python."""
    return sum(count for key, count in runs.items() if key[place] == name)


if __name__ == "__main__":
    sys.exit(main())
