"""Who does the work of a build that is done claim by claim: this process, as many as there are cores, or others elsewhere."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Task = TypeVar("Task")
Result = TypeVar("Result")

ENOUGH: Final = 8
"""With fewer tasks, starting processes costs more than they save."""


class KilledError(Exception):
    """A process that did part of the work was killed by somebody else; the words say what to do."""

    def __init__(self) -> None:
        super().__init__(
            "a process that did part of the work was killed, as happens where memory runs out; free some, and try again"
        )


class Hands(Protocol):
    """Does a work for every task; what comes of it is in the order of the tasks."""

    def __call__(self, work: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield what the work gives for each task."""


def alone(work: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
    """Do everything in this process."""
    return map(work, tasks)


def together(work: Callable[[Task], Result], tasks: Sequence[Task], processes: int = 0) -> Iterator[Result]:
    """Do it in as many processes as there are cores; each has what this one has, so only what comes of it is sent.

    Where processes cannot be forked, and where there is one core or task, everything is done here.
    """
    count = (processes or len(os.sched_getaffinity(0))) if hasattr(os, "fork") else 1
    if count == 1 or len(tasks) < ENOUGH:
        yield from alone(work, tasks)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    forking = multiprocessing.get_context("fork")
    life = os.pipe()
    try:
        with ProcessPoolExecutor(count, forking, initializer=_take, initargs=(work, tasks, life)) as pool:
            yield from pool.map(_do, range(len(tasks)))
    except BrokenProcessPool as fault:
        raise KilledError from fault
    finally:
        for end in life:
            os.close(end)


def here(work: Callable[[], bytes]) -> bytes:
    """Do something in this process."""
    return work()


def apart(work: Callable[[], bytes]) -> bytes:
    """Do something big in a process of its own, which gives back all the memory that this took; here where none can be forked."""
    if not hasattr(os, "fork"):
        return work()
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        with suppress(BaseException), os.fdopen(writes, "wb") as given:
            os.close(reads)
            given.write(work())
            given.flush()
            os._exit(0)
        os._exit(1)
    os.close(writes)
    with os.fdopen(reads, "rb") as given:
        done = given.read()
    return done if os.waitpid(child, 0)[1] == 0 else work()


_taken: tuple[Callable[[Any], Any], Sequence[Any]]
"""What a process was forked for."""


def _take(work: Callable[[Any], Any], tasks: Sequence[Any], life: tuple[int, int]) -> None:
    global _taken
    _taken = work, tasks
    import signal
    import threading

    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # a terminal tells all; the one that it works for says when to end
    for name in ("SIGTERM", "SIGHUP"):
        signal.signal(signal.Signals[name], signal.SIG_DFL)
    threading.Thread(target=_die_with, args=life, daemon=True).start()


def _die_with(reads: int, writes: int) -> None:
    """End this process when the one is gone that alone holds the end of a pipe to write to: nobody asks for its work any more.

    What it was killed for it would go on to write, into the folder of the next build, and then wait for ever.
    """
    os.close(writes)
    os.read(reads, 1)
    os._exit(1)


def _do(number: int) -> Any:
    work, tasks = _taken
    return work(tasks[number])
