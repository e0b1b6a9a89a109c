"""Measure the sites with the Nu HTML checker and with Lighthouse: ``make audit``.

Every site is built with a base address, as it would be published, and served as a host of static pages would serve it.
The checker reads all pages. Lighthouse measures the largest page of each kind of this repository's site and of the
examples; what is printed is one line for each. The exit status is 1 where a bar is missed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from tests.audit import lighthouse, validator
from tests.audit.host import hosting
from tests.browser import chromium
from tests.browser.kinds import NEWSROOMS, ROOT, Kind, built, kinds_of

TESTS = ROOT / "tests/sites"
HEADINGS = ("page", "perf", "a11y", "best", "SEO", "paint", "shift", "bytes", "requests", "audits below 1")
LINE = "{:<44} {:>4} {:>4} {:>4} {:>4} {:>7} {:>5} {:>6} {:>8}  {}"


def main() -> int:
    """Measure every site; 1 where a bar is missed, 2 where a tool is."""
    browser = chromium.find()
    needed = {"node": shutil.which("node"), "Java 17": shutil.which("java"), "Chromium": browser}
    missing = [name for name, path in needed.items() if path is None]
    if missing or browser is None:
        print(f"make audit needs {', '.join(missing)} on this machine", file=sys.stderr)
        return 2
    faults = [fault for name in NEWSROOMS for fault in _audited(name, browser)]
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults" if faults else "every bar is held")
    return 1 if faults else 0


def _audited(name: str, browser: str) -> list[str]:
    """Build a site, serve it, and return what is wrong with it."""
    with tempfile.TemporaryDirectory() as folder, hosting(Path(folder) / "newsroom/site") as address:
        site = built(name, Path(folder) / "newsroom", f"{address}/")
        faults = list(validator.faults(address, site))
        if NEWSROOMS[name].parent != TESTS:
            print(LINE.format(*HEADINGS), flush=True)
            for kind in kinds_of(name, site, Path(folder) / "marked"):
                if kind.template != "redirect":
                    faults += _measured(kind, address, site, browser)
    return faults


def _measured(kind: Kind, address: str, site: Path, browser: str) -> list[str]:
    """Measure the largest page of a kind, print its line, and return the bars that it misses."""
    page = kind.pages[0]
    hidden = 'content="noindex' in (site / page).read_text("utf-8")
    found = lighthouse.measure(f"{address}/{page.removesuffix('index.html')}", browser, hidden=hidden)
    print(
        LINE.format(
            f"{kind.site}/{page}", *(found.scores[name] for name in lighthouse.CATEGORIES),
            f"{found.largest_paint:.0f} ms", f"{found.shift:g}", found.size, found.requests, ", ".join(found.failed),
        ).rstrip(), flush=True,
    )  # fmt: skip
    return [f"{kind.site}/{page}: {missed}" for missed in found.missed]


if __name__ == "__main__":
    sys.exit(main())
