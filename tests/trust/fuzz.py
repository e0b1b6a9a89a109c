"""Feed the doors of the program with inputs that coverage leads to: ``python -m tests.trust.fuzz --seconds 2700``.

It takes `atheris` (3.0.0 was tried), which is in no lock of ours, in an environment of its own that has what we lock too. Each target is fuzzed in a process of its own, from what is in ``corpus/`` and what it finds; an input that raises, takes
10 seconds or 1.5 GB ends that process, is kept in the folder, and the figures say so. The time is for all targets together, as much for each;
the figures of several runs add up in ``docs/trust/runs/fuzzing.json``, which tells by commit how many were of which code. ``--keep`` writes the
corpus anew, minimised, which takes some more time.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CORPUS = HERE / "corpus"
RUNS = ROOT / "docs/trust/runs/fuzzing.json"
WORK = ROOT / "bench/.work"
TARGETS = ("yaml", "layout", "sources", "suggestions", "prose", "figures", "values", "quotations", "site")
LONGEST = 1200
"""Bytes of an input: more is slower, and reaches no more code."""
SHORTER = {
    "sources": 500,
    "suggestions": 300,
    "prose": 600,
    "figures": 400,
    "values": 300,
    "quotations": 300,
    "site": 800,
}
"""The same for what takes the longest."""
RESTARTS = 30
"""So often a target is begun again that was broken."""
LARGEST = 20_000
"""Bytes that are kept for a target, packed."""


def corpus(target: str) -> Iterator[tuple[str, bytes]]:
    """Yield what is kept for a target: names and inputs; those that broke something once, and those that reach much."""
    for path in sorted((CORPUS / target).glob("*")):
        yield path.name, path.read_bytes()
    packed = CORPUS / f"{target}.zip"
    if packed.exists():
        with zipfile.ZipFile(packed) as file:
            for name in file.namelist():
                yield name, file.read(name)


def seeds() -> Iterator[bytes]:
    """Yield the files of the tests, from which fuzzing begins."""
    for folder in ("tests/cases", "tests/sites", "content", "seeds"):
        for path in sorted((ROOT / folder).rglob("*")):
            wanted = path.suffix in (".yaml", ".md", ".txt") and "expected" not in path.parts
            if wanted and path.is_file() and path.stat().st_size < 4 * LONGEST:
                yield path.read_bytes()


def laid(target: str, folder: Path) -> Path:
    """Lay down what a target begins with; return the folder."""
    place = folder / target
    place.mkdir(parents=True, exist_ok=True)
    known = [content for _, content in corpus(target)]
    firsts = (b"\0", b"\3", b"\5") if target == "site" else (b"",)
    known += [firsts[number % len(firsts)] + content for number, content in enumerate(seeds())]
    for number, content in enumerate(known):
        (place / f"seed-{number}").write_bytes(content)
    return place


def run(target: str, folder: Path, seconds: int, runs: int) -> dict[str, int]:
    """Fuzz a target; return how many inputs were tried, the edges that were reached, and how many inputs broke it."""
    place, broken = laid(target, folder), folder / f"broken-{target}"
    broken.mkdir(exist_ok=True)
    begun = time.monotonic()
    end, tried, edges, log = begun + seconds, 0, 0, ""
    for _ in range(RESTARTS):
        left = int(end - time.monotonic())
        if left < 2 or runs == 0:
            break
        log = one_run(target, place, broken, end, runs)
        units = re.findall(r"stat::number_of_executed_units:\s*(\d+)", log) or re.findall(
            r"^#(\d+)", log, re.MULTILINE
        )
        now = int(units[-1]) if units else 0
        tried += now
        edges = max([edges, *map(int, re.findall(r" cov: (\d+)", log))])
        (folder / f"{target}.log").write_text(log[-200_000:], "utf-8")
        if runs > 0:
            runs = max(0, runs - now)
    spent = round(time.monotonic() - begun)
    return {"executions": tried, "edges": edges, "broken": len(list(broken.iterdir())), "seconds": spent}


def one_run(target: str, place: Path, broken: Path, end: float, runs: int) -> str:
    """Fuzz a target until it breaks, or the time is over, that of beginning included; return what the fuzzer says of it."""
    return subprocess.run(
        [
            sys.executable, "-m", "tests.trust.fuzz", "--one", target, str(place), f"{UNTIL}{end}", f"-runs={runs}",
            f"-artifact_prefix={broken}/", f"-max_len={SHORTER.get(target, LONGEST)}", "-timeout=10", "-rss_limit_mb=1500", "-print_final_stats=1",
            f"-dict={HERE / 'words.dict'}",
        ],
        capture_output=True, encoding="utf-8", errors="replace", cwd=ROOT, check=False,
    ).stderr  # fmt: skip


def fuzz(target: str, arguments: list[str]) -> None:
    """Fuzz a target in this process, which then ends."""
    import atheris

    with atheris.instrument_imports(include=["factsite", "markdown"]):
        from tests.trust.targets import TARGETS as FUNCTIONS
    arguments = [seconds_left(each) if each.startswith(UNTIL) else each for each in arguments]
    this = f"{sys.executable} -m tests.trust.fuzz --one {target}"  # how it begins itself again, to merge
    atheris.Setup([this, *arguments], FUNCTIONS[target])
    atheris.Fuzz()


UNTIL = "until="


def seconds_left(argument: str) -> str:
    """Return what tells the fuzzer how long it has: until then, whenever it is asked."""
    return f"-max_total_time={max(1, int(float(argument.removeprefix(UNTIL)) - time.monotonic()))}"


def keep(target: str, place: Path) -> int:
    """Write the corpus of a target anew: the smallest inputs that reach all that its inputs reach, as far as there is room."""
    small = place.parent / f"least-{target}"
    small.mkdir(exist_ok=True)
    subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.trust.fuzz",
            "--one",
            target,
            "-merge=1",
            f"-max_len={SHORTER.get(target, LONGEST)}",
            str(small),
            str(place),
        ],
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    inputs = sorted(
        (path.read_bytes() for path in small.iterdir()), key=lambda content: (len(content), content)
    )
    if not inputs:
        raise RuntimeError(f"nothing was kept of {place}")
    packed, size = CORPUS / f"{target}.zip", 0
    packed.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for number, content in enumerate(inputs):
            size += min(len(content), 40 + len(content) // 2) + 110
            if size > LARGEST:
                break
            file.writestr(zipfile.ZipInfo(f"{number:04}"), content, zipfile.ZIP_DEFLATED)
    return len(inputs)


def record(target: str, found: dict[str, int], code: str) -> None:
    """Add to what is written down of earlier runs what one found with a target, and of which code."""
    told = json.loads(RUNS.read_text("utf-8")) if RUNS.exists() else {}
    targets, commits = told.get("targets", {}), told.get("commits", {})
    targets[target] = added(targets.get(target, {}), found)
    targets[target]["edges"] = max(targets[target].get("edges", 0), found["edges"])
    commits[code] = added(commits.get(code, {}), found)
    whole = {key: sum(one[key] for one in targets.values()) for key in COUNTED}
    RUNS.parent.mkdir(exist_ok=True)
    RUNS.write_text(json.dumps({"targets": targets, "commits": commits, **whole}, indent=1) + "\n", "utf-8")


COUNTED = ("executions", "seconds", "broken")


def added(before: dict[str, int], found: dict[str, int]) -> dict[str, int]:
    """Return what was counted before, and what was found now added to it."""
    return before | {key: before.get(key, 0) + found[key] for key in COUNTED}


def commit() -> str:
    """Return the commit that was the last to change what is fuzzed, and whether that was changed since."""
    git, fuzzed = ["git", "-C", str(ROOT)], ("--", "factsite", "templates", "tests/trust/targets.py")
    name = subprocess.check_output(
        [*git, "log", "-1", "--format=%h", "--abbrev=10", *fuzzed], encoding="utf-8"
    ).strip()
    changed = subprocess.check_output([*git, "status", "--porcelain", *fuzzed], encoding="utf-8")
    return f"{name}, changed" if changed else name


def main() -> int:
    """Fuzz, and write down what came of it."""
    if sys.argv[1:2] == ["--one"]:
        fuzz(sys.argv[2], sys.argv[3:])
        return 0
    parser = argparse.ArgumentParser("python -m tests.trust.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=600, help="for all targets together (default: 600)")
    parser.add_argument("--runs", type=int, default=-1, help="at most so many inputs for each target")
    parser.add_argument("--targets", default=",".join(TARGETS), help="default: all")
    parser.add_argument("--folder", type=Path, default=WORK / "fuzzing", help="where what is found is kept")
    parser.add_argument("--keep", action="store_true", help="write the corpus anew")
    parser.add_argument("--anew", action="store_true", help="forget what earlier runs found")
    options = parser.parse_args()
    if options.anew:
        RUNS.unlink(missing_ok=True)
    broken, code, targets = 0, commit(), options.targets.split(",")
    for target in targets:
        found = run(target, options.folder, options.seconds // len(targets), options.runs)
        record(target, found, code)
        if options.keep:
            found["kept"] = keep(target, options.folder / target)
        broken += found["broken"]
        print(target, found, flush=True)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
