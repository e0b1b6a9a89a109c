"""How long it takes from saving a fact file to the fresh page: ``python -m bench.serve [CLAIMS]``.

The real command is started on a corpus of that size (1,000 if none is given). Twenty times a fact file is saved as editors do,
by a rename; measured is until the browser is told, and until it has the page with the new words. The same machine's time
for a whole check, in the same run, says what these times are worth.
"""

from __future__ import annotations

import http.client
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.corpus import write

ROOT = Path(__file__).parent.parent
SAVES = 20
BUILD = [sys.executable, str(ROOT / "build.py")]


def get(port: int, path: str) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
    """Ask for something, and return the connection with the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path)
    return connection, connection.getresponse()


def page(port: int, path: str) -> tuple[str, str]:
    """Return a page and its version."""
    connection, answer = get(port, f"/{path}")
    text = answer.read().decode()
    connection.close()
    return text, text.partition('data-version="')[2].partition('"')[0]


def save(port: int, folder: Path, number: int) -> tuple[float, float]:
    """Save a fact file, and return the seconds until its page is told to have changed, and until it is there."""
    fact = folder / f"content/facts/claim-{number:05}.yaml"
    path = f"claims/{fact.stem}.html"
    words = f"Edited for the {number}th time."
    _, version = page(port, path)
    connection, events = get(port, f"/.factsite/events?page={path}&version={version}")
    while not events.readline().startswith(b"data:"):
        pass
    lines = fact.read_text("utf-8").splitlines()
    aside = fact.with_name(f".{fact.name}.new")
    aside.write_text(
        "\n".join(f"summary: {words}" if line.startswith("summary:") else line for line in lines), "utf-8"
    )
    began = time.perf_counter()
    aside.rename(fact)
    while not events.readline().startswith(b"event: changed"):
        pass
    told = time.perf_counter() - began
    text, _ = page(port, path)
    there = time.perf_counter() - began
    connection.close()
    assert words in text
    return told, there


def main() -> None:
    """Print the medians, and how they stand to a whole check."""
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, claims)
        began = time.perf_counter()
        subprocess.run([*BUILD, "check", "--quiet", "--root", name], check=True)
        whole = time.perf_counter() - began
        command = [*BUILD, "serve", "--port", "0", "--root", name]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
            assert running.stdout is not None
            port = int(running.stdout.readline().split("127.0.0.1:")[1].split("/")[0])
            page(port, "search/index.bin")  # there when all pages were made once
            times = [save(port, folder, number) for number in range(SAVES)]
            running.terminate()
    told, there = (1000 * statistics.median(kind) for kind in zip(*times, strict=True))
    slowest = 1000 * max(there for _, there in times)
    print(f"{claims:,} claims: a whole check {whole:.1f} s")
    print(
        f"save to event {told:.0f} ms, to fresh page {there:.0f} ms (median of {SAVES}; slowest {slowest:.0f})"
    )
    print(f"a whole check is {1000 * whole / there:.0f} times as long")


if __name__ == "__main__":
    main()
