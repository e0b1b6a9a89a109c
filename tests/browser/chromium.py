"""Find a Chromium for the browser tests, or install one: ``python tests/browser/chromium.py``.

A browser on the machine is used as it is. Where there is none, root on Debian gets Debian's package, everybody else
Playwright's own download. Where neither works, the command fails and says what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
ARGUMENTS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",  # root has no sandbox to run in, and the only pages opened are our own
)


def find() -> str | None:
    """Return the path of a Chromium: ``$CHROMIUM``, one on the machine, or Playwright's own."""
    own = os.environ.get("CHROMIUM")
    if own:
        return own
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    return on_path or next((place for place in PLACES if Path(place).is_file()), None) or _playwrights()


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


@contextmanager
def launched() -> Iterator[Browser]:
    """Yield a running Chromium. There has to be one: browser tests fail without, they are never skipped."""
    from playwright.sync_api import sync_playwright

    path = find()
    assert path, "no Chromium: run `python tests/browser/chromium.py`"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


def install() -> None:
    """Install a Chromium: Debian's as root where there is apt-get, else Playwright's own."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for command in (
            ["apt-get", "update"],
            ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"],
        ):
            subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
    if find() is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """Print where the browser is; 1 where there is none and none can be installed."""
    if find() is None:
        print("There is no Chromium on this machine; installing one for the browser tests …", flush=True)
        install()
    path = find()
    if path is None:
        print(
            "No Chromium could be installed. The browser tests need one: install Chromium or Chrome, or name one in\n"
            "the variable CHROMIUM, then run this again.",
            file=sys.stderr,
        )
        return 1
    print(f"Browser tests use {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
