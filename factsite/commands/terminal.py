"""What the commands print besides what they were asked for: faults, complaints, how far long work is."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from factsite import report
from factsite.progress import Progress

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator
    from types import TracebackType
    from typing import Self

    from factsite.diagnostic import Diagnostic

SOON: Final = 1.0
"""Seconds after which a work is long enough to say how far it is."""
EVERY: Final = 0.1
"""Seconds after which it says so again."""
CLEARED: Final = "\r\x1b[K"


def program() -> str:
    """Return what the program was called by: ``build.py`` or ``factsite``."""
    called = Path(sys.argv[0])
    as_package = called.name == "__main__.py" and called.parent.name == "factsite"
    return "factsite" if as_package or called.stem == "factsite" else "build.py"


def misused(message: str) -> int:
    """Complain, and return the status of wrong usage.

    A reader of the output who has seen enough is no disk that refuses: that goes on to whoever ends the program.
    """
    if isinstance(sys.exception(), BrokenPipeError):
        raise
    complain(message)
    return 2


def complain(message: str) -> None:
    """Print a complaint."""
    print(f"{program()}: {report.printable(message)}", file=sys.stderr)


def no_site(root: Path) -> str:
    """Return why a folder is no site folder, or ""."""
    return "" if (root / "content").is_dir() else f"{root} is no site folder: it has no content/"


def tell(diagnostics: Iterable[Diagnostic], stream: TextIO | None = None) -> None:
    """Print faults, one after the other."""
    for line in report.lines(diagnostics):
        print(line, file=stream)


def wait(watch: Watch) -> None:
    """Say that another build has to end first."""
    watch.stage("wait for another build of this folder")
    with watch.aside():
        print(f"{program()}: another build of this folder is at work; this one waits for it", file=sys.stderr)


def faulty(diagnostics: Iterable[Diagnostic]) -> bool:
    """Say whether one of them is an error."""
    return any(diagnostic.severity == "error" for diagnostic in diagnostics)


def short(path: Path) -> str:
    """Return a path as seen from where the command was given, if that is above it."""
    here, there = Path.cwd(), path.resolve()
    return str(there.relative_to(here)) if there.is_relative_to(here) else str(there)


class Watch(Progress):
    """Says on a terminal what long work is at, in one line that goes when the work ends, and keeps what each stage took.

    A pipe is told nothing, and so is a terminal with ``--quiet``; ``--verbose`` prints the times at the end.
    """

    def __init__(
        self, options: argparse.Namespace, stream: TextIO | None = None, *, soon: float = SOON
    ) -> None:
        """Take ``quiet`` and ``verbose`` from the options; the stream is the standard error, ``soon`` in seconds."""
        self._soon = soon
        self._stream = stream or sys.stderr
        self._shows = self._stream.isatty() and not options.quiet
        self._verbose: bool = options.verbose
        self._stages: list[tuple[str, float]] = []
        self._steps, self._done = 0, 0
        self._over = threading.Event()
        self._line = threading.Lock()
        self._ticker = threading.Thread(target=self._tick, daemon=True)

    def __enter__(self) -> Self:
        self.started = time.perf_counter()
        if self._shows:
            self._ticker.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        if self._shows:
            self._ticker.join()
        if self._verbose and error is None:
            for line in self.times():
                print(line, file=self._stream)

    def stage(self, name: str, steps: int = 0) -> None:
        """Take note that a stage begins, and the one before has ended."""
        self._steps, self._done = steps, 0
        self._stages.append((name, time.perf_counter()))

    def step(self) -> None:
        """Take note that one more step of the stage is done."""
        self._done += 1

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Wipe the line away, and write none until what is printed meanwhile is printed."""
        with self._line:
            if self._shows and self.took() >= self._soon:
                self._stream.write(CLEARED)
                self._stream.flush()
            yield
            sys.stdout.flush()

    def took(self) -> float:
        """Return the seconds since the work began."""
        return time.perf_counter() - self.started

    def times(self) -> list[str]:
        """Return a line for each stage with the seconds that it took; the last ends now. Where nothing was to be done, there is none."""
        ends = [*(began for _, began in self._stages[1:]), time.perf_counter()]
        spent: dict[str, float] = {}
        for (name, began), end in zip(self._stages, ends, strict=False):
            spent[name] = spent.get(name, 0) + end - began
        return [f"{seconds:8.3f} s  {name}" for name, seconds in spent.items()]

    def line(self) -> str:
        """Return what the work is at, how far, and for how long."""
        name = self._stages[-1][0] if self._stages else "start"
        far = f" {self._done:,} of {self._steps:,}" if self._steps else ""
        return f"{name}{far} · {self.took():.0f} s"

    def _tick(self) -> None:
        """Write the line anew until the work is over; then wipe it away."""
        if self._over.wait(self._soon):
            return
        while not self._over.wait(EVERY):
            width = shutil.get_terminal_size().columns - 1
            with self._line:
                self._stream.write(CLEARED + self.line()[:width])
                self._stream.flush()
        self._stream.write(CLEARED)
        self._stream.flush()
