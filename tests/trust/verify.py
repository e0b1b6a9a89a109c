"""Build sites in many worlds, and compare every byte and every mode: ``python -m tests.trust.verify [--python EXECUTABLE …]``.

Each build is in a world of its own: path, user, home, locale, time zone, clock, hash seed, umask, order of files, number of processes,
what was built before, options of Python, what it talks to. The long run has every two values of two of these in one world, for
each Python that is given, with both example sites and the real one; ``docs/trust/verify.json`` is told of it. ``--locales DIR`` has
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
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT: Final = Path(__file__).parent.parent.parent
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


def pairwise() -> list[World]:
    """Return worlds that have every two values of two axes in one of them."""
    chance, names = random.Random(1), list(AXES)
    missing = {
        (one, a, another, b)
        for one, another in combinations(names, 2)
        for a in range(len(AXES[one]))
        for b in range(len(AXES[another]))
    }
    worlds = []
    while missing:
        one, a, another, b = min(missing)
        tries = []
        for _ in range(40):
            world = {name: chance.randrange(len(values)) for name, values in AXES.items()}
            tries.append(world | {one: a, another: b})
        best = max(tries, key=lambda world: len(missing & _pairs(world)))
        missing -= _pairs(best)
        worlds.append({name: AXES[name][value] for name, value in best.items()})
    return worlds


def _pairs(world: Mapping[str, int]) -> set[tuple[str, int, str, int]]:
    return {(one, world[one], another, world[another]) for one, another in combinations(AXES, 2)}


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
) -> Iterator[tuple[str, str, int, int]]:
    """Build each site in all worlds, by Pythons in turn; yield Python, site, builds, and how many differ from the first of all."""
    for site in sites:
        first = built(SITES[site], each()[0] | {"locale": "", "clock": 0}, pythons[0], extra)
        for python in pythons:
            version = subprocess.run(
                [python, "-V"], capture_output=True, text=True, check=True
            ).stdout.split()[1]
            differ, worlds = 0, pairwise()[:limit]
            for world in worlds:
                if differs := differing(first, built(SITES[site], world, python, extra)):
                    differ += 1
                    print(f"{site}, Python {version}, {world}: {differs[:5]}", file=sys.stderr)
            yield version, site, len(worlds), differ


def main() -> None:
    """Do the long run, and write down its figures."""
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
    began, runs = time.monotonic(), []
    for run_ in run([sys.executable, *options.python], options.site or list(SITES), extra, options.limit):
        runs.append(dict(zip(("python", "site", "builds", "differ"), run_, strict=True)))
        print(runs[-1], flush=True)
    figures = {
        "promise": "The same files give the same site, byte for byte and with the same modes, wherever, whenever and by whomever it is built.",
        "command": "python -m tests.trust.verify",
        "axes": {name: len(values) for name, values in AXES.items()},
        "worlds": len(pairwise()[: options.limit]),
        "builds": sum(one["builds"] for one in runs),
        "differ": sum(one["differ"] for one in runs),
        "runs": runs,
        "faketime": bool(options.faketime),
        "machine": platform.platform(),
        "minutes": round((time.monotonic() - began) / 60, 1),
    }
    (ROOT / "docs/trust").mkdir(exist_ok=True)
    (ROOT / "docs/trust/verify.json").write_text(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
