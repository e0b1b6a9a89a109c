"""Work that is shared among processes."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from factsite import hands
from factsite.hands import alone, apart, together


class RefusedError(Exception):
    """What a piece of work may raise."""


def work(task: int) -> tuple[int, int]:
    """Return the square of a number, and who found it; the first takes longest."""
    time.sleep(0.05 if task == 0 else 0)
    return task * task, os.getpid()


@pytest.fixture(autouse=True)
def _enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "ENOUGH", 2)


def test_results_come_in_the_order_of_their_tasks() -> None:
    """Whoever is done first; and two processes do it, neither of which is this one."""
    found = list(together(work, range(20), processes=2))
    assert [square for square, _ in found] == [task * task for task in range(20)]
    assert os.getpid() not in {who for _, who in found}


@pytest.mark.parametrize("processes", [1, 2])
def test_little_work_is_done_here(processes: int) -> None:
    """One process is enough for one task, and one process is this one; so it is without tasks."""
    tasks = range(1) if processes == 2 else range(5)
    assert list(together(work, tasks, processes)) == list(alone(work, tasks))
    assert list(together(work, [], processes)) == []


def test_what_is_raised_reaches_the_caller() -> None:
    """With its type and its words; what was done before it is there."""

    def refuse(task: int) -> int:
        if task == 3:
            raise RefusedError("not this one")
        return task

    results = together(refuse, range(6), processes=2)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(RefusedError, match=r"^not this one$"):
        next(results)


def test_a_process_has_what_this_one_has() -> None:
    """Work and tasks are not sent to it: they may be what cannot be sent."""
    tasks = [lambda: "a", lambda: "b", lambda: "c"]
    assert list(together(lambda task: task(), tasks, processes=2)) == ["a", "b", "c"]


def test_what_is_done_apart_is_done_in_another_process() -> None:
    """However long the answer is."""
    found = apart(lambda: b"%d " % os.getpid() * 100_000)
    assert found.split()[0] != b"%d" % os.getpid()
    assert len(set(found.split())) == 1
    assert len(found.split()) == 100_000


def test_what_fails_apart_fails_here() -> None:
    """With its type and its words; and where that process alone was at fault, it is done here."""
    here = os.getpid()

    def refuse() -> bytes:
        raise RefusedError("not this one")

    def fail_elsewhere() -> bytes:
        if os.getpid() != here:
            os._exit(9)
        return b"done"

    with pytest.raises(RefusedError, match=r"^not this one$"):
        apart(refuse)
    assert apart(fail_elsewhere) == b"done"


def test_processes_end_with_the_one_that_they_work_for() -> None:
    """Also where that one is killed: nobody goes on to write into a folder that another build has by then."""
    reads, writes = os.pipe()

    def endless(task: int) -> None:
        os.write(writes, b"%d\n" % os.getpid())
        time.sleep(600)

    one = os.fork()
    if one == 0:
        list(together(endless, range(4), processes=2))
    with os.fdopen(reads) as told:
        workers = [int(told.readline()) for _ in range(2)]
    os.kill(one, signal.SIGKILL)
    os.waitpid(one, 0)
    patience = time.monotonic() + 20
    while any(map(lives, workers)):
        assert time.monotonic() < patience
        time.sleep(0.01)
    os.close(writes)


def lives(process: int) -> bool:
    """Say whether a process still does anything."""
    try:
        state = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"
