from __future__ import annotations

import argparse
import io
import threading
import time

from factsite.commands.terminal import Watch

LOUD = argparse.Namespace(quiet=False, verbose=False)


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def work(watch: Watch, stream: io.StringIO, until: str) -> str:
    """Do something long until a text stands on the stream; return all that was written."""
    with watch:
        watch.stage("load")
        for _ in watch.each("check claims", range(3), 1200):
            pass
        for _ in range(500):
            if until in stream.getvalue():
                break
            time.sleep(0.01)
    return stream.getvalue()


def test_long_work_says_what_it_is_at() -> None:
    """There is a line with the stage, how far it is and for how long; in the end it is wiped away."""
    terminal = Terminal()
    written = work(Watch(LOUD, terminal, soon=0), terminal, "check claims")
    assert written.startswith("\r\x1b[Kcheck claims 3 of 1,200 · 0 s")
    assert written.endswith("\r\x1b[K")


def test_short_work_says_nothing() -> None:
    """What is over before a second has passed leaves no trace."""
    terminal = Terminal()
    with Watch(LOUD, terminal) as watch:
        watch.stage("load")
    assert terminal.getvalue() in ("", "\r\x1b[K")


def test_a_pipe_is_told_nothing() -> None:
    """Where no one looks on, and where quiet is asked for, nothing is said however long it takes."""
    before = threading.active_count()
    for stream, options in (
        (io.StringIO(), LOUD),
        (Terminal(), argparse.Namespace(quiet=True, verbose=False)),
    ):
        with Watch(options, stream) as watch:
            watch.stage("load")
            assert threading.active_count() == before  # nothing runs beside the work that could say something
        assert stream.getvalue() == ""


def test_what_is_printed_meanwhile_stands_in_lines_of_its_own() -> None:
    """The line is wiped away before, and nothing is written in between."""
    terminal = Terminal()
    with Watch(LOUD, terminal, soon=0) as watch:
        watch.stage("load")
        with watch.aside():
            terminal.write("A fault.\n")
    assert "\r\x1b[KA fault.\n" in terminal.getvalue()


def test_verbose_prints_what_each_stage_took() -> None:
    """A stage that comes back adds up; the order is that of the work."""
    stream = io.StringIO()
    with Watch(argparse.Namespace(quiet=False, verbose=True), stream) as watch:
        for name in ("load", "check claims", "load"):
            watch.stage(name)
    assert [line.split("s  ")[1] for line in stream.getvalue().splitlines()] == ["load", "check claims"]
