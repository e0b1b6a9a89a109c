"""Build a site in a world that is turned about: the first argument says how, as JSON; the others are those of ``build.py``."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import Self


class Shuffled:
    """What ``os.scandir`` gives, in another order."""

    def __init__(self, entries: Any, chance: random.Random) -> None:
        with entries:
            self._entries = list(entries)
        chance.shuffle(self._entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Any:
        if not self._entries:
            raise StopIteration
        return self._entries.pop()

    def close(self) -> None:
        """Be done."""


def shuffle(seed: int) -> None:
    """List folders in another order than the disk does."""
    chance = random.Random(seed)
    scandir, listdir = os.scandir, os.listdir
    os.scandir = lambda *path: Shuffled(scandir(*path), chance)  # type: ignore[assignment,misc,return-value]  # does the same
    os.listdir = lambda *path: chance.sample(names := listdir(*path), len(names))  # type: ignore[assignment,misc]  # too


def shift(seconds: int) -> None:
    """Set the clock of Python forward or back, and the day of which the command line asks the clock."""
    now, now_ns = time.time, time.time_ns
    time.time = lambda: now() + seconds
    time.time_ns = lambda: now_ns() + seconds * 10**9
    localtime, gmtime, strftime = time.localtime, time.gmtime, time.strftime
    time.localtime = lambda moment=None: localtime(time.time() if moment is None else moment)
    time.gmtime = lambda moment=None: gmtime(time.time() if moment is None else moment)
    time.strftime = lambda form, moment=None: strftime(form, moment or time.localtime())
    from factsite.commands import options

    day = dt.date.today() + dt.timedelta(seconds=seconds)
    options.dt = SimpleNamespace(date=SimpleNamespace(today=lambda: day), datetime=dt.datetime)  # type: ignore[attr-defined]  # in its place


def start(world: dict[str, Any], words: list[str]) -> int:
    """Turn the world about, and build."""
    os.umask(int(world.get("umask", "022"), 8))
    if (user := world.get("user")) and os.geteuid() == 0:
        os.setgid(user)
        os.setuid(user)
    if seed := world.get("order"):
        shuffle(seed)
    sys.path.insert(0, str(Path(__file__).parent.parent.parent))
    if seconds := world.get("clock"):
        shift(seconds)
    from factsite import facts, hands, printing

    if processes := world.get("processes"):
        os.sched_getaffinity = lambda _: set(range(processes))  # type: ignore[assignment]  # counts as many
        hands.ENOUGH = 2  # type: ignore[misc]  # so that a small site too is made by all of them
        facts.BATCH = printing.AT_ONCE = 2  # type: ignore[misc]
    from factsite.cli import main

    return main(words)


if __name__ == "__main__":
    sys.exit(start(json.loads(sys.argv[1]), sys.argv[2:]))
