"""How long it takes from saving a fact file to the fresh page, against Hugo's server: ``python -m bench.serve [CLAIMS]``.

Both servers run on a corpus of that size (1,000 if none is given). In turn, a claim of each is saved as editors do, by a rename;
measured is until the page, asked for over HTTP every few milliseconds, has the new words.
"""

from __future__ import annotations

import http.client
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bench import corpus
from bench.contestants import ROOT, Hugo, Ours, hugo, set_up
from bench.measure import FailedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.contestants import Contestant

SAVES = 20
BETWEEN = 0.005
"""Seconds between two looks at a page."""
LONGEST = 600.0
"""Seconds after which a page is given up."""
PAUSE = 0.5
"""Seconds between two saves: nobody saves sooner, and a server has ended what it still did."""


def page(port: int, path: str) -> str:
    """Return a page; "" while there is none, or no server yet."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    try:
        connection.request("GET", f"/{path}")
        answer = connection.getresponse()
        words = answer.read().decode(errors="replace")
        return words if answer.status == http.HTTPStatus.OK else ""
    except (OSError, http.client.IncompleteRead):
        return ""  # it was written anew meanwhile
    finally:
        connection.close()


def wait(port: int, path: str, words: str) -> None:
    """Wait until a page has these words."""
    began = time.perf_counter()
    while words not in page(port, path):
        if time.perf_counter() - began > LONGEST:
            raise FailedError(f"no {words!r} in {path} after {LONGEST:.0f} s")
        time.sleep(BETWEEN)


@contextmanager
def ours(folder: Path) -> Iterator[int]:
    """Run our server on a site folder, and give its port."""
    command = [sys.executable, ROOT / "build.py", "serve", "--port", "0", "--root", folder]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        try:
            port = int(running.stdout.readline().split("127.0.0.1:")[1].split("/")[0])
            page(port, "search/index.bin")  # there when all pages were made once
            yield port
        finally:
            running.terminate()


@contextmanager
def theirs(folder: Path) -> Iterator[int]:
    """Run Hugo's server on a site folder, and give its port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [hugo(), "server", "--port", str(port), "--bind", "127.0.0.1"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL) as running:
        try:
            yield port
        finally:
            running.terminate()


def save(contestant: Contestant, port: int, number: int) -> float:
    """Save a claim with another summary, and return the seconds until its page has it."""
    file = contestant.folder / contestant.edited(number, number)
    began = time.perf_counter()
    file.rename(contestant.folder / contestant.claim_file.format(corpus.claim_id(number)))
    wait(port, f"claims/{corpus.claim_id(number)}.html", f"Edition {number}.")
    return time.perf_counter() - began


def compared(claims: int, folder: Path, tell: Callable[[str], None]) -> dict[str, list[float]]:
    """Return the seconds of each save, by server; the sites are made in a folder that is not there yet, and stay."""
    folder.mkdir(parents=True)
    contestants = [Ours(folder / Ours.name), Hugo(folder / Hugo.name)]
    for each in contestants:
        each.write(claims)
    tell(f"{claims:,} claims: starting serve and hugo server")
    took: dict[str, list[float]] = {each.name: [] for each in contestants}
    with ours(contestants[0].folder) as port, theirs(contestants[1].folder) as other:
        for its in (port, other):
            wait(its, "claims/claim-00000.html", "</html>")
        for number in range(1, SAVES + 1):
            for each, its in zip(contestants, (port, other), strict=True):
                took[each.name].append(save(each, its, number))
                time.sleep(PAUSE)
    for name, times in took.items():
        tell(
            f"{claims:,} claims: from a save to the fresh page, {name}: {1000 * statistics.median(times):.0f} ms"
        )
    return took


def main() -> None:
    """Print the medians, and how they stand to each other."""
    set_up()
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        took = compared(claims, Path(name) / "sites", print)
    shares = [one / other for one, other in zip(took[Ours.name], took[Hugo.name], strict=True)]
    print(f"{statistics.median(shares):.2f} times as long as Hugo’s")


if __name__ == "__main__":
    main()
