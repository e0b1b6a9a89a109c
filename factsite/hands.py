"""Who does the work of a build that is done claim by claim: this process, as many as there are cores, or others elsewhere."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Task = TypeVar("Task")
Result = TypeVar("Result")

ENOUGH: Final = 8
"""With fewer tasks, starting processes costs more than they save."""


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

    forking = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(count, forking, initializer=_take, initargs=(work, tasks)) as pool:
        yield from pool.map(_do, range(len(tasks)))


_taken: tuple[Callable[[Any], Any], Sequence[Any]]
"""What a process was forked for."""


def _take(work: Callable[[Any], Any], tasks: Sequence[Any]) -> None:
    global _taken
    _taken = work, tasks


def _do(number: int) -> Any:
    work, tasks = _taken
    return work(tasks[number])
