"""Builds that are killed, refused or at fault at any instant: ``python -m tests.trust.crash`` (minutes) does it at length, and writes what came of it.

A site folder is edited to and fro. Each time a first build of the edit comes to a bad end, at a random moment or at a chosen change of
the disk; what is published then has to be the old site or the new one. A second build has to give what one from nothing gives.
"""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from factsite import facts, hands, printing
from factsite.cli import main as main_of
from factsite.commands import cluster
from factsite.commands.terminal import program
from tests.edited import ROOT, TODAY, Folder, fact
from tests.test_rebuilding import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Tree = dict[str, tuple[int, bytes]]
"""Everything that is published, hidden files and folders too, with its rights."""

FIGURES: Final = ROOT / "docs" / "trust" / "runs" / "crash.json"
WRITE: Final = os.write
ASTRAY: Final = 99
"""How a process ends in which something here went astray."""
OPTIONS: Final = ("--no-cards", "--date", str(TODAY))
CHANGES: Final = frozenset({
    "open", "os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.truncate",
})  # fmt: skip
"""What Python says aloud before it changes something on the disk."""
LOOKS: Final = frozenset({"os.listdir", "os.scandir"})
CALLS: Final = ("chmod", "fsync", "ftruncate", "lstat", "pread", "pwrite", "sendfile", "stat", "write")
"""Calls of the system of which Python says nothing aloud."""
FORGETS: Final = "the site is published, but not all could be remembered, so the next build takes longer: "
REFUSALS: Final = (errno.ENOSPC, errno.EACCES, errno.EIO, errno.EINTR, errno.EROFS, errno.EDQUOT)

OPENING = "templates/parts/opening.html"
OWN = "{% macro opening(page, frame) %}<p>Own.</p>{% endmacro %}"
EDITS: dict[str, tuple[Callable[[Folder], object], Callable[[Folder], object]]] = {
    "first": (lambda one: emptied(one.path), lambda one: None),
    "edit": (lambda one: one.change(fact("day"), "summary: ", "summary: Now "), lambda one: one.restore(fact("day"))),
    "deletion": (lambda one: one.remove(fact("boats")), lambda one: one.restore(fact("boats"))),
    "template": (lambda one: one.write(OPENING, OWN), lambda one: one.remove(OPENING)),
}  # fmt: skip
"""What is done to a folder before a build that comes to a bad end, and what undoes it."""


def emptied(folder: Path) -> None:
    """Remove all that builds made."""
    for made in ("site", ".factsite"):
        shutil.rmtree(folder / made, ignore_errors=True)


def tree(folder: Path) -> Tree:
    """Return what is published in a site folder; nothing where there is no site."""
    top = folder / "site"
    found = {".": top, **{path.relative_to(top).as_posix(): path for path in top.rglob("*")}}
    return {
        name: (path.lstat().st_mode, path.read_bytes() if path.is_file() else b"")
        for name, path in sorted(found.items())
        if path.exists()
    }


def from_nothing(folder: Path) -> Tree:
    """Return what is published where a copy of a folder is built that nobody has built before."""
    with tempfile.TemporaryDirectory() as name:
        for part in ("content", "seeds", "templates"):
            if (folder / part).is_dir():
                shutil.copytree(folder / part, Path(name) / part)
        assert told(Path(name), *OPTIONS)[0] == 0
        return tree(Path(name))


class Bench:
    """A site folder, with the trees of it that are right: before an edit and after it."""

    _right: Final[dict[tuple[str, bool], Tree]] = {}

    def __init__(self, path: Path, edit: str) -> None:
        self.folder, self.path, self.edit = Folder(path), path, edit
        self._do, self._undo = EDITS[edit]
        assert told(path, *OPTIONS)[0] == 0
        self.names = {one.name for one in (path / ".factsite").iterdir()}
        self._done = False

    def turn(self) -> None:
        """Do the edit; or undo it, if it was done."""
        (self._undo if self._done else self._do)(self.folder)
        self._done = not self._done and self.edit != "first"

    def trees(self) -> tuple[Tree, Tree]:
        """Return what is published before a build, and what has to be afterwards, which a build from nothing says."""
        if self._now not in self._right:
            self._right[self._now] = from_nothing(self.path)
        return tree(self.path), self._right[self._now]

    @property
    def _now(self) -> tuple[str, bool]:
        return self.edit, self._done

    def repaired(self) -> None:
        """Build again: that gives what has to be published, and nothing is left of what went before."""
        again = told(self.path, *OPTIONS)
        assert again[0] == 0, again
        assert tree(self.path) == self._right[self._now]
        left = {one.name for one in (self.path / ".factsite").iterdir()}
        assert left <= self.names | {
            "failures",
            "ledger.0",
            "ledger.1",
            "details.0",
            "details.1",
            "templates",
        }, left - self.names


class Interfering:
    """Hears what Python is about to do to files of a folder, and does something about the n-th time."""

    def __init__(
        self, folder: Path, at: int, act: Callable[[], None], events: frozenset[str] = CHANGES
    ) -> None:
        self.folder, self.left, self._act, self._events = str(folder), at, act, events
        self.count = 0

    def __call__(self, event: str, arguments: Any) -> None:
        """Hear of one thing."""
        if event in self._events and (
            event != "open" or self._events >= LOOKS or arguments[2] & (os.O_WRONLY | os.O_RDWR)
        ):
            if event in CHANGES | LOOKS and not str(arguments[0]).startswith(self.folder):
                return
            self.once()

    def once(self) -> None:
        """Take note of one thing."""
        self.count += 1
        self.left -= 1
        if self.left == -1:
            self._act()


def called() -> str:
    """Return what the program is called by here."""
    return program()


def ending() -> None:
    """End this process at once, as a signal that nobody hears does."""
    os.kill(os.getpid(), signal.SIGKILL)


def refusing(number: int) -> Callable[[], None]:
    """Return what refuses as a disk does."""

    def refuse() -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def apart(folder: Path, prepare: Callable[[], object]) -> tuple[int, str, str, int]:
    """Build in a process of a group of its own, prepared by something; return how it ended, what it said, its complaints, and a count."""
    pipes = [os.pipe() for _ in range(3)]
    child = os.fork()
    if child == 0:
        try:
            os.setsid()
            for number, (_, writes) in zip((1, 2), pipes, strict=False):
                os.dup2(writes, number)
            out, err = sys.stdout, sys.stderr = tuple(open(number, "w", closefd=False) for number in (1, 2))  # noqa: SIM115
            prepared = prepare()
            status = main_of(["build", "--root", str(folder), *OPTIONS])
            out.flush()
            err.flush()
            WRITE(pipes[2][1], b"%d" % getattr(prepared, "count", 0))
            os._exit(status)
        except BaseException:
            traceback.print_exc()
            sys.stderr.flush()
        finally:
            os._exit(ASTRAY)
    for _, writes in pipes:
        os.close(writes)
    said, complaints, count = (_read(reads) for reads, _ in pipes)
    return os.waitpid(child, 0)[1], said, complaints, int(count or 0)


def _read(reads: int) -> str:
    with os.fdopen(reads) as answer:
        return answer.read()


def hearing(one: Interfering) -> Interfering:
    """Let something hear all that Python says."""
    sys.addaudithook(one)
    return one


def calling(one: Interfering) -> Interfering:
    """Let something know of calls of which Python says nothing aloud, too."""
    for name in CALLS:
        setattr(os, name, _known(getattr(os, name), one))
    return hearing(one)


def _known(call: Callable[..., Any], one: Interfering) -> Callable[..., Any]:
    def known(*arguments: Any, **named: Any) -> Any:
        if isinstance(arguments[0], int) or str(arguments[0]).startswith(one.folder):
            one.once()
        return call(*arguments, **named)

    return known


def changes(bench: Bench) -> int:
    """Return how many changes of the disk a build makes after the edit of a bench."""
    return _counted(bench, hearing, CHANGES)


def calls(bench: Bench) -> int:
    """Return how many calls of the system it makes."""
    return _counted(bench, calling, CHANGES | LOOKS)


def _counted(bench: Bench, prepare: Callable[[Interfering], Interfering], events: frozenset[str]) -> int:
    bench.turn()
    bench.trees()
    status, *_, count = apart(bench.path, lambda: prepare(Interfering(bench.path, -10, ending, events)))
    assert status == 0
    return count


def killed_at(bench: Bench, change: int) -> str:
    """Kill a build when it is about to make its n-th change of the disk; return which site is published then."""
    old, new = bench.trees()
    status, *_ = apart(bench.path, lambda: hearing(Interfering(bench.path, change, ending)))
    return _after(bench, status, old, new)


def killed_after(bench: Bench, seconds: float) -> str:
    """Kill a build and all its processes after a time; return which site is published then."""
    old, new = bench.trees()
    child = os.fork()
    if child == 0:
        try:
            os.setsid()
            told(bench.path, *OPTIONS)
            os._exit(0)
        finally:
            os._exit(ASTRAY)
    time.sleep(seconds)
    with suppress(ProcessLookupError):  # it has not begun a group of its own, or has ended
        os.killpg(child, signal.SIGKILL)
    os.kill(child, signal.SIGKILL)
    return _after(bench, os.waitpid(child, 0)[1], old, new)


def _after(bench: Bench, status: int, old: Tree, new: Tree) -> str:
    found = tree(bench.path)
    assert found in (old, new), differences(found, old, new)
    bench.repaired()
    if not os.WIFSIGNALED(status):
        return "ended"
    return "old" if found == old else "new"


def refused_at(bench: Bench, call: int, number: int) -> str:
    """Let the n-th call of the system fail in a build; return what came of it: a sentence and the old site, or the new one all the same."""
    old, new = bench.trees()
    status, out, err, _ = apart(
        bench.path, lambda: calling(Interfering(bench.path, call, refusing(number), CHANGES | LOOKS))
    )
    assert os.WIFEXITED(status), status
    ended = os.WEXITSTATUS(status)
    found = tree(bench.path)
    assert found in (old, new), (call, number, differences(found, old, new))
    assert ended in (0, 1, 2), (call, number, err)
    assert "Traceback" not in err
    assert err.count("\n") == (1 if ended == 2 or FORGETS in err else 0), err
    assert found == (new if ended == 0 else old), (call, number, out, err)
    bench.repaired()
    return f"exit {ended}" + (", and not all remembered" if ended == 0 and err else "")


def differences(found: Tree, *others: Tree) -> list[list[str]]:
    """Return in what a tree differs from others."""
    return [
        [name for name in sorted(found.keys() | other.keys()) if found.get(name) != other.get(name)][:9]
        for other in others
    ]


def in_processes(count: int) -> None:
    """From now on, build in so many processes, in batches that are small enough for them."""
    hands.ENOUGH = 2  # type: ignore[misc]
    cluster.together = hands.alone if count == 1 else partial(hands.together, processes=count)  # type: ignore[attr-defined]
    facts.BATCH = printing.AT_ONCE = 2


def benches(edits: Sequence[str] = tuple(EDITS)) -> Iterator[Bench]:
    """Yield a folder for each kind of edit."""
    for edit in edits:
        with tempfile.TemporaryDirectory(prefix="factsite-crash-") as name:
            yield Bench(Path(name).resolve(), edit)


def main(minutes: float = 60, kills: int = 200) -> None:
    """Do it at length, and write down what came of it.

    So many kills at random that hit a build at work; then, as far as the time allows, one at every change of the disk and a refusal of every call:
    each kind of edit and number of processes has its share of the time, and takes every second, third … where that is short.
    """
    chance, began = random.Random(7), time.monotonic()
    figures: dict[str, Any] = {
        name: {} for name in ("killed at random", "killed at a change", "call refused", "of")
    }
    for number, bench in enumerate(benches()):
        until = began + 60 * minutes * (number + 1) / len(EDITS)
        for processes in (1, 2):
            in_processes(processes)
            _killed_at_random(bench, figures, chance, kills // (2 * len(EDITS)))
            most = changes(bench) + 1
            figures["of"][f"changes, {bench.edit}, {processes}"] = most
            left = until - time.monotonic()
            _each(bench, figures, "killed at a change", killed_at, most, left / 8)
        in_processes(1)
        most = calls(bench)
        figures["of"][f"calls, {bench.edit}"] = most
        refuse = partial(_refused, chance)
        _each(bench, figures, "call refused", refuse, most, until - time.monotonic())
        print(number, bench.edit, figures, flush=True)


def _killed_at_random(bench: Bench, figures: dict[str, Any], chance: random.Random, wanted: int) -> None:
    """Kill builds until so many were at work when it came."""
    bench.turn()
    bench.trees()
    began = time.monotonic()
    bench.repaired()
    long = time.monotonic() - began
    while wanted:
        bench.turn()
        which = killed_after(bench, chance.uniform(0, long))
        _count(figures, "killed at random", which)
        wanted -= which != "ended"


def _each(
    bench: Bench,
    figures: dict[str, Any],
    what: str,
    do: Callable[[Bench, int], str],
    most: int,
    seconds: float,
) -> None:
    """Do something at each number below one; at as many, evenly spread, as there is time for."""
    until, at = time.monotonic() + seconds, 0
    while at < most:
        began = time.monotonic()
        bench.turn()
        _count(figures, what, do(bench, at))
        one = time.monotonic() - began
        at += max(1, round((most - at) * one / max(until - time.monotonic(), one)))


def _refused(chance: random.Random, bench: Bench, call: int) -> str:
    return refused_at(bench, call, chance.choice(REFUSALS))


def _count(figures: dict[str, Any], what: str, which: str) -> None:
    """Count what came of one, and write down how far the run is."""
    figures[what][which] = figures[what].get(which, 0) + 1
    FIGURES.parent.mkdir(exist_ok=True)
    FIGURES.write_text(json.dumps(figures, indent=2, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main(*map(float, sys.argv[1:2]))
