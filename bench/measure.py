"""What one command costs: wall time, CPU time and peak memory of all its processes together.

CPU time is what the kernel counted for the command and for every process under it that ended (``wait4``). Memory is that of the command and
all processes under it together, what they share counted once, read from ``/proc/*/smaps_rollup`` again and again while it
runs: the most that was seen, or the peak of the largest process, if that is more. Reading it takes time from the command, so a run is either timed or sampled.
"""

from __future__ import annotations

import os
import resource
import subprocess
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

EVERY = 0.005
"""Seconds between two looks at the memory; ten times as long as one look takes, if that is more."""


PLAIN = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The surroundings of a user, whose Python keeps what it compiled of modules."""


class Cost(NamedTuple):
    """Seconds of wall time, seconds of CPU time, and MiB at the peak, 0 where it was not looked at."""

    wall: float
    cpu: float
    memory: float = 0.0


class FailedError(Exception):
    """A command that was to be measured failed; the message has its last words."""


def run(
    command: Sequence[str],
    folder: Path,
    *,
    surroundings: Mapping[str, str] | None = None,
    sampled: bool = False,
) -> Cost:
    """Run a command in a folder, and return what it cost."""
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**PLAIN, **(surroundings or {})}, stdin=subprocess.DEVNULL,
            stdout=said, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        peak = Peak(process.pid) if sampled else None
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        memory = max(peak.end(), largest(used)) if peak else 0.0
        if process.returncode:
            said.seek(0)
            words = said.read().decode(errors="replace")[-2000:]
            raise FailedError(f"{' '.join(command)} in {folder}: exit status {process.returncode}\n{words}")
    if left := list(session(process.pid)):
        raise FailedError(f"{' '.join(command)} left processes behind, whose time is not counted: {left}")
    return Cost(wall, used.ru_utime + used.ru_stime, memory)


class Peak:
    """Looks at the memory of a process and of all under it, until it is told to end."""

    def __init__(self, process: int) -> None:
        self.process = process
        self.peak = 0
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._look)
        self.thread.start()

    def _look(self) -> None:
        took = 0.0
        while not self.ended.wait(max(EVERY, 10 * took)):
            began = time.perf_counter()
            self.peak = max(self.peak, together(family(self.process)))
            took = time.perf_counter() - began

    def end(self) -> float:
        """Stop looking, and return the MiB at the peak."""
        self.ended.set()
        self.thread.join()
        return self.peak / 1024


def family(process: int) -> Iterator[int]:
    """Yield a process and all under it."""
    yield process
    with suppress(OSError):
        for thread in Path(f"/proc/{process}/task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from family(int(child))


def session(leader: int) -> Iterator[int]:
    """Yield the processes of a session that are still there; those that have ended and wait to be noticed are not."""
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, _, its = entry.read_text().rpartition(") ")[2].split()[:4]
            if int(its) == leader and state != "Z":
                yield int(entry.parent.name)


def largest(used: resource.struct_rusage) -> float:
    """Return the MiB that the kernel saw at the peak of the largest process, so that a short peak is not missed.

    0 where that may have been this process: a command begins as a copy of it.
    """
    ours = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used.ru_maxrss / 1024 if used.ru_maxrss > ours else 0.0


def together(processes: Iterable[int]) -> int:
    """Return the KiB of processes together: memory of their own, and once the pages of files, of the one that has most of them.

    PSS alone would say less of a program whose interpreter others on the machine run too.
    """
    found = [state for state in map(memory, processes) if state]
    own = sum(state["Pss_Anon"] + state["Pss_Shmem"] for state in found)
    return own + max((state["Rss"] - state["Anonymous"] for state in found), default=0)


def memory(process: int) -> dict[str, int]:
    """Return what the kernel says of the memory of a process, in KiB; nothing where it has ended."""
    with suppress(OSError):
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:]
        return {name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines)}
    return {}
