from __future__ import annotations

import multiprocessing
import os
import signal
from typing import TYPE_CHECKING

from factsite.memo.turn import turn

if TYPE_CHECKING:
    from pathlib import Path

FORKING = multiprocessing.get_context("fork")


def refuse() -> None:
    """Fail where somebody has to wait."""
    raise AssertionError("nobody else is there")


def test_a_second_process_says_that_it_waits_and_then_has_its_turn(tmp_path: Path) -> None:
    """It goes on when the first has ended."""
    file = str(tmp_path / "turn")
    told, tells = FORKING.Pipe(duplex=False)
    begun, begin = FORKING.Pipe(duplex=False)

    def second() -> None:
        begun.recv()
        with turn(file, lambda: tells.send("waits")):
            tells.send("goes on")

    other = FORKING.Process(target=second)  # a process that is forked in a turn shares it
    other.start()
    with turn(file, refuse):
        begin.send("now")
        assert told.recv() == "waits"
        assert not told.poll(0.2)
    assert told.recv() == "goes on"
    other.join()
    assert other.exitcode == 0


def test_who_is_killed_leaves_the_turn_to_others(tmp_path: Path) -> None:
    """Nothing has to be removed by hand."""
    file = str(tmp_path / "turn")
    told, tells = FORKING.Pipe(duplex=False)

    def killed() -> None:
        with turn(file, refuse):
            tells.send("has it")
            signal.pause()

    other = FORKING.Process(target=killed)
    other.start()
    assert told.recv() == "has it"
    assert other.pid
    os.kill(other.pid, signal.SIGKILL)
    other.join()
    with turn(file, refuse):
        pass


def test_nobody_waits_where_no_file_can_be_held(tmp_path: Path) -> None:
    """On a disk that refuses, a build says itself what is the matter."""
    for file in (None, str(tmp_path / "no such folder" / "turn")):
        with turn(file, refuse), turn(file, refuse):
            pass
