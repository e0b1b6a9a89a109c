"""Where the CPU time of a cold build goes: ``python -m bench.profile FOLDER`` prints it as JSON, in seconds by part of the package.

The build is ours, as it is, in one process. Each millisecond of its CPU time, a look at the stack says in whose name it is
spent: the innermost part of the package, so what a library does counts for the part that asked for it.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = f"{ROOT / 'factsite'}{os.sep}"
EVERY = 0.001
"""Seconds of CPU time between two looks."""
PARTS = {
    "load/": "reading of files",
    "analyse/figures/": "figures",
    "analyse/consistency/": "consistency",
    "analyse/suggest/": "what articles say",
    "analyse/wording/": "wording, and all of the articles",
    "analyse/": "the rest of the analysis",
    "check/": "checks",
    "render/data/": "data: JSON, CSV, BibTeX, CSL",
    "render/pages/": "views of pages",
    "render/views/": "views of pages",
    "render/": "templates and the rest of printing",
    "memo/": "memory",
    "publish.py": "files",
}
"""How parts are called, by the beginning of a module's path; the first that fits counts."""
OTHERS = "the line itself: rows, order, start"


def part_of(frame: FrameType | None) -> str:
    """Return in whose name a moment is spent. The modules that all use lie at the package's top: they work for who calls them."""
    while frame is not None:
        file = frame.f_code.co_filename
        path = file.removeprefix(PACKAGE) if file.startswith(PACKAGE) else ""
        if file.endswith(".html"):
            path = "render/"  # a template, compiled
        for start, words in PARTS.items():
            if path.startswith(start):
                return words
        frame = frame.f_back
    return OTHERS


def profiled(folder: Path) -> dict[str, float]:
    """Return the seconds of a cold build of a site folder by part; it is built in a process of its own."""
    command = [sys.executable, "-m", "bench.profile", str(folder)]
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, env=plain).stdout
    found: dict[str, float] = json.loads(said.splitlines()[-1])
    return found


def main() -> None:
    """Build a site here, and print where the time went."""
    import gc

    gc.disable()  # as build.py does
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core: one process
    counted: Counter[str] = Counter()
    signal.signal(signal.SIGPROF, lambda number, frame: counted.update((part_of(frame),)))
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    from factsite.entry import main as build

    folder, sys.argv = sys.argv[1], ["build.py", "build", "--no-cards", "--quiet", "--root", sys.argv[1]]
    status = build(home=str(ROOT))
    signal.setitimer(signal.ITIMER_PROF, 0)
    if status:
        sys.exit(f"{folder}: the build ended with {status}")
    used = os.times()
    share = (used.user + used.system) / counted.total()
    parts = {name: count * share for name, count in counted.items()}
    folded = PARTS["analyse/wording/"]  # many articles are read and folded in a process of its own
    parts[folded] = parts.get(folded, 0) + used.children_user + used.children_system
    print(json.dumps(parts))


if __name__ == "__main__":
    main()
