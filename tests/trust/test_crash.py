"""Whatever becomes of a build, what is published is the old site or the new one; the next build puts everything right.

This is the short run; ``python -m tests.trust.crash`` is the long one.
"""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

import pytest

from factsite import analyse, facts, hands, printing, publish, twin
from factsite.commands import build, cluster
from factsite.making import Making
from factsite.memo.last import Last
from tests.trust import crash
from tests.trust.crash import Bench, Interfering, apart, hearing, tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOBODY = 65534


@pytest.fixture
def bench(edit: str) -> Iterator[Bench]:
    """A folder in which something is edited; others than its owner can look into it."""
    with tempfile.TemporaryDirectory(prefix="factsite-crash-") as name:
        Path(name).chmod(0o755)
        yield Bench(Path(name).resolve(), edit)


@pytest.fixture(params=[1, 2], ids=["one process", "two processes"])
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Build in so many processes."""
    count: int = request.param
    together = hands.alone if count == 1 else partial(hands.together, processes=count)
    monkeypatch.setattr(hands, "ENOUGH", 2)
    monkeypatch.setattr(cluster, "together", together)
    monkeypatch.setattr(facts, "BATCH", 2)
    monkeypatch.setattr(printing, "AT_ONCE", 2)
    return count


@pytest.mark.parametrize(
    ("edit", "processes"),
    [("first", 1), ("deletion", 1), ("template", 1)],
    indirect=["processes"],
)
def test_killed_at_a_change_of_the_disk(bench: Bench, processes: int) -> None:
    """While pages are laid aside, and at the last changes, when the new site has taken its place."""
    most = crash.changes(bench)
    bench.turn()
    assert crash.killed_at(bench, most // 3) == "old"
    bench.turn()
    assert crash.killed_at(bench, most - 9) == "new"


@pytest.mark.parametrize("edit", ["deletion"])
@pytest.mark.parametrize("processes", [2], indirect=True)
def test_killed_at_random(bench: Bench, processes: int) -> None:
    """With all the processes that it began."""
    for seconds in (0.03, 0.1):
        bench.turn()
        crash.killed_after(bench, seconds)


@pytest.mark.parametrize("edit", ["deletion"])
def test_killed_around_the_one_step(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Just before it the old site is published, just after it the new one."""
    step = publish.change_places
    for found in ("old", "new"):

        def killed(site: str, twin: str, found: str = found) -> None:
            if found == "new":
                step(site, twin)
            os.kill(os.getpid(), signal.SIGKILL)

        bench.turn()
        old, new = bench.trees()
        assert old != new
        with monkeypatch.context() as patch:
            patch.setattr(publish, "change_places", killed)
            status, *_ = apart(bench.path, lambda: None)
        assert os.WTERMSIG(status) == signal.SIGKILL
        assert tree(bench.path) == (old if found == "old" else new)
        bench.repaired()


def no_exchange(*_: str) -> None:
    """Be a disk on which two folders cannot change places."""
    raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))


@pytest.mark.parametrize("edit", ["edit"])
def test_killed_where_the_one_step_takes_two(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then there is no site between them, and never a mixture; the next build puts the old one back, whatever becomes of it."""
    monkeypatch.setattr(twin, "exchange", no_exchange)
    for step in range(3):
        bench.turn()
        old, new = bench.trees()
        steps: list[str] = []

        def killed(event: str, arguments: Any, step: int = step, steps: list[str] = steps) -> None:
            if event == "os.rename" and (steps or str(arguments[1]).endswith("/twin.before")):
                if len(steps) == step:
                    os.kill(os.getpid(), signal.SIGKILL)
                steps.append(event)

        status, *_ = apart(bench.path, lambda killed=killed: sys.addaudithook(killed))  # type: ignore[misc]
        assert os.WTERMSIG(status) == signal.SIGKILL
        assert tree(bench.path) == (old, {}, new)[step]
        (bench.path / "content/facts/faulty.yaml").write_text("claim: [\n")
        assert os.WEXITSTATUS(apart(bench.path, lambda: None)[0]) == 1
        assert tree(bench.path) == (new if step == 2 else old)
        (bench.path / "content/facts/faulty.yaml").unlink()
        bench.repaired()


@pytest.mark.parametrize("edit", ["edit"])
def test_the_second_of_two_steps_is_refused(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old site is put back, and the refusal is told."""

    def refuse(event: str, arguments: Any) -> None:
        if event == "os.rename" and str(arguments[0]).endswith("/twin"):
            raise OSError(errno.EIO, os.strerror(errno.EIO), arguments[0])

    monkeypatch.setattr(twin, "exchange", no_exchange)
    bench.turn()
    assert "[Errno 5] Input/output error" in refused(bench, lambda: sys.addaudithook(refuse))
    bench.repaired()


@pytest.mark.parametrize("edit", ["edit"])
def test_all_is_on_the_disk_before_it_is_published(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """A power cut leaves the new site whole or the old one; a disk that cannot keep what it took keeps the old one published."""
    settled: list[dict[str, tuple[int, bytes]]] = []

    def settle(folder: str) -> None:
        assert folder == str(bench.path / ".factsite/twin")
        settled.append(tree(bench.path))
        shutil.copytree(folder, bench.path.parent / f"{bench.path.name}-kept/site")
        raise OSError(errno.EIO, os.strerror(errno.EIO), folder)

    bench.turn()
    _, new = bench.trees()
    monkeypatch.setattr(publish, "settle", settle)
    assert "[Errno 5] Input/output error" in refused(bench, lambda: None)
    kept = bench.path.parent / f"{bench.path.name}-kept"
    assert tree(kept) == new
    shutil.rmtree(kept)
    monkeypatch.undo()
    bench.repaired()


class Unkept:
    """Refuses to give a file of the memory its name."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, event: str, arguments: Any) -> None:
        """Hear what Python is about to do."""
        if event == "os.rename" and f"/.factsite/{self._name}" in str(arguments[1]):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), arguments[0])


@pytest.mark.parametrize("edit", ["edit"])
@pytest.mark.parametrize("name", ["ledger.", "seen"])
def test_what_is_not_remembered_is_told(bench: Bench, name: str) -> None:
    """The new site is published and stays so; an edit afterwards is seen, though half of what was known is of an older build."""
    bench.turn()
    _, new = bench.trees()
    status, out, err, _ = apart(bench.path, lambda: sys.addaudithook(Unkept(name)))
    assert (status, tree(bench.path)) == (0, new)
    assert "6 claims, 3 sources; 56 files in " in out
    unfinished = bench.path / ".factsite" / f"{name.rstrip('.')}.new"
    assert err == f"{crash.called()}: {crash.FORGETS}[Errno 28] No space left on device: '{unfinished}'\n"
    bench.turn()
    bench.trees()
    assert refused(bench, lambda: None) == ""
    bench.repaired()


@pytest.mark.parametrize("edit", ["first", "template"])
def test_the_disk_refuses_a_call(bench: Bench) -> None:
    """A sentence is said and the old site stands; or the build does without that call."""
    most = crash.calls(bench)
    for call, number in ((most // 2, errno.ENOSPC), (most - 9, errno.EIO)):
        bench.turn()
        crash.refused_at(bench, call, number)


class Unlisted:
    """Refuses to list a folder of this name."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, event: str, arguments: Any) -> None:
        """Hear what Python is about to do."""
        if event == "os.scandir" and str(arguments[0]).rstrip("/").endswith(self._name):
            raise OSError(errno.EIO, os.strerror(errno.EIO), arguments[0])


@pytest.mark.parametrize("edit", ["edit"])
@pytest.mark.parametrize("name", [publish.ASIDE, f"{publish.ASIDE}/claims"])
def test_new_pages_that_cannot_be_listed(bench: Bench, name: str) -> None:
    """They are not taken for no new pages: that would say that the old site is the new one, now and ever after."""
    bench.turn()
    assert "[Errno 5] Input/output error" in refused(bench, lambda: sys.addaudithook(Unlisted(name)))
    bench.repaired()


def refused(bench: Bench, prepare: Callable[[], object]) -> str:
    """Build under hardship; return what is complained of where nothing is published for that."""
    old, new = bench.trees()
    status, _, err, _ = apart(bench.path, prepare)
    assert os.WIFEXITED(status)
    failed = os.WEXITSTATUS(status)
    assert (failed, err.count("\n")) in ((0, int(crash.FORGETS in err)), (2, 1)), err
    assert tree(bench.path) == (old if failed else new)
    return err if failed else ""


@pytest.mark.parametrize("edit", ["template"])
def test_files_that_become_too_large(bench: Bench) -> None:
    """A limit that the system sets to the files of a process is a disk that refuses."""
    said = set()
    for most in (0, 20_000, 1_000_000):
        bench.turn()
        limit = most, most
        said.add(refused(bench, partial(resource.setrlimit, resource.RLIMIT_FSIZE, limit)).partition("]")[0])
        bench.repaired()
    assert said == {"", f"build.py: the disk refuses: [Errno {errno.EFBIG}"} or len(said) == 2


@pytest.mark.parametrize("edit", ["template"])
def test_a_full_disk(bench: Bench) -> None:
    """Of whatever size: a sentence says so, the old site stands, and with more room the next build is as any other."""
    made = bench.path.parent / f"{bench.path.name}-disk"
    made.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16m", "none", str(made)], capture_output=True, check=False
    )
    if mounted.returncode:
        made.rmdir()
        pytest.skip("nobody but root can make a disk of a size: only the limit of files is tried")
    try:
        small, said = Bench(made, "template"), []
        for free in (0, 200_000, 4_000_000):
            small.turn()
            small.trees()
            room = os.statvfs(made)
            (made / "filling").write_bytes(b"x" * max(0, room.f_bavail * room.f_bsize - free))
            said.append(refused(small, lambda: None))
            (made / "filling").unlink()
            small.repaired()
        assert all("[Errno 28] No space left on device" in one for one in said[:-1]), said
        assert said[-1] == ""
    finally:
        subprocess.run(["umount", "--lazy", str(made)], check=True)
        made.rmdir()


def as_nobody() -> None:
    """Be a user who may not do everything."""
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


@pytest.mark.parametrize("edit", ["edit"])
@pytest.mark.parametrize(
    ("closed", "owner"),
    [
        (".", "another's"),
        ("site", "own"),
        ("site/claims", "another's"),
        (".factsite", "own"),
        (".factsite/twin", "another's"),
    ],
)
def test_folders_that_cannot_be_written_to(bench: Bench, closed: str, owner: str) -> None:
    """A sentence says so, or the site takes its place in another way; nothing is half written."""
    if os.geteuid() == 0:
        for path in (bench.path, *bench.path.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
    elif owner != "own":
        pytest.skip("nobody but root can give folders away")
    if owner != "own":
        os.chown(bench.path / closed, 0, 0)
    bench.turn()
    bench.trees()
    mode = (bench.path / closed).stat().st_mode
    (bench.path / closed).chmod(0o555)
    refused(bench, as_nobody)
    (bench.path / closed).chmod(mode)
    if owner != "own":
        os.chown(bench.path / closed, NOBODY, NOBODY)
    status, *_ = apart(bench.path, as_nobody)
    assert status == 0
    bench.repaired()


@pytest.mark.parametrize("edit", ["edit"])
def test_a_site_on_a_disk_of_its_own(bench: Bench) -> None:
    """Nothing can change places with it: page by page it becomes the new one, or, where nothing can be written, stays."""
    site = bench.path / "site"
    other = bench.path.parent / f"{bench.path.name}-site"
    shutil.copytree(site, other)
    mount = subprocess.run(["mount", "--bind", str(other), str(site)], capture_output=True, check=False)
    if mount.returncode:
        shutil.rmtree(other)
        pytest.skip("nobody but root can mount a folder")
    try:
        bench.turn()
        assert refused(bench, lambda: None) == ""
        subprocess.run(["mount", "-o", "remount,bind,ro", str(site)], check=True)
        bench.turn()
        assert "[Errno 30] Read-only file system" in refused(bench, lambda: None)
    finally:
        subprocess.run(["umount", "--lazy", str(site)], check=True)
        shutil.rmtree(other)
    bench.trees()
    bench.repaired()


@pytest.mark.parametrize("edit", ["deletion"])
def test_ten_builds_at_once(bench: Bench) -> None:
    """One after the other has its turn; who waits says so."""
    bench.turn()
    bench.trees()
    children = []
    for _ in range(10):
        child = os.fork()
        if child == 0:
            try:
                status, _, err, _ = apart(bench.path, lambda: None)
                waits = "build.py: another build of this folder is at work; this one waits for it\n"
                os._exit(status or (0 if err in ("", waits.replace("build.py", crash.called())) else 77))
            finally:
                os._exit(78)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 10
    bench.repaired()


FAULTS: tuple[tuple[Any, str], ...] = (
    (build, "outputs_of"),
    (analyse, "examine_claim"),
    (printing, "fill"),
    (Making, "page"),
    (publish, "standing"),
    (publish, "level"),
    (publish, "_move"),
    (publish, "change_places"),
    (publish, "follow"),
    (publish, "_without"),
    (Last, "remember"),
)
"""What goes wrong, in the order of a build."""


@pytest.mark.parametrize("edit", ["edit"])
@pytest.mark.parametrize(
    ("late", "processes"), [(False, 1), (True, 2)], ids=["before", "after"], indirect=["processes"]
)
def test_a_fault_of_ours(bench: Bench, late: bool, processes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it shows, here or in another process: it is told in a paragraph, and the site is the old one or the new."""
    for where, name in FAULTS[::2] if processes == 1 else FAULTS[1::4]:
        sound = getattr(where, name)

        def unsound(*arguments: Any, sound: Any = sound, **named: Any) -> Any:
            if late:
                sound(*arguments, **named)
            raise KeyError("no such key")

        bench.turn()
        old, new = bench.trees()
        with monkeypatch.context() as patch:
            patch.setattr(where, name, unsound)
            status, out, err, _ = apart(bench.path, lambda: None)
        assert (os.WEXITSTATUS(status), out) == (3, ""), (name, status, out, err)
        assert "this is a fault of factsite, and not of your files: KeyError: 'no such key', " in err
        assert err.count("\n") == 1
        assert tree(bench.path) in (old, new)
        assert not list(bench.path.glob(".factsite/.factsite-*"))
        bench.repaired()


@pytest.mark.parametrize("edit", ["deletion"])
@pytest.mark.parametrize("processes", [2], indirect=True)
def test_stopped(bench: Bench, processes: int) -> None:
    """It is said in a sentence; nothing is left lying, and nobody works on."""
    third = crash.changes(bench) // 3
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        bench.turn()
        old, new = bench.trees()
        status, out, err, _ = apart(
            bench.path,
            lambda number=number: hearing(  # type: ignore[misc]
                Interfering(bench.path, third, partial(os.kill, os.getpid(), number))
            ),
        )
        assert os.WIFEXITED(status)
        assert (os.WEXITSTATUS(status), out) == (128 + number, ""), err
        assert err == (
            f"{crash.called()}: stopped ({number.name}); what is published is whole, and the next build begins where this one began\n"
        )
        assert tree(bench.path) in (old, new)
        assert not list(bench.path.glob(".factsite/.factsite-*"))
        bench.repaired()


@pytest.mark.parametrize("edit", ["template"])
@pytest.mark.parametrize("processes", [2], indirect=True)
def test_a_process_that_is_killed_for_want_of_memory(
    bench: Bench, processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build says so, and ends."""
    bench.turn()
    old, _ = bench.trees()
    monkeypatch.setattr(analyse, "examine_claim", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    status, out, err, _ = apart(bench.path, lambda: None)
    assert (os.WEXITSTATUS(status), out) == (2, "")
    assert err == (
        f"{crash.called()}: a process that did part of the work was killed, as happens where memory runs out; free some, and try again\n"
    )
    assert tree(bench.path) == old
    monkeypatch.undo()
    bench.repaired()


@pytest.mark.parametrize("edit", ["edit"])
def test_what_is_hidden_in_the_site_goes_with_it(bench: Bench) -> None:
    """Files of others at the top stay as they are, with their rights; so do those of the folders that are published."""
    site = bench.path / "site"
    (site / ".nojekyll").write_text("")
    (site / ".htaccess").write_text("Options -Indexes\n")
    (site / ".htaccess").chmod(0o640)
    site.chmod(0o2775)
    (site / "claims").chmod(0o775)
    hidden = [(site / name).lstat() for name in (".nojekyll", ".htaccess")]
    place = site.stat().st_ino
    bench.turn()
    assert apart(bench.path, lambda: None)[0] == 0
    assert site.stat().st_ino != place
    for name, one in zip((".nojekyll", ".htaccess"), hidden, strict=True):
        now = (site / name).lstat()
        assert (now.st_ino, now.st_mode, now.st_mtime_ns) == (one.st_ino, one.st_mode, one.st_mtime_ns)
    assert (site.stat().st_mode & 0o7777, (site / "claims").stat().st_mode & 0o7777) == (0o2775, 0o775)


@pytest.mark.parametrize("edit", ["edit"])
@pytest.mark.parametrize("option", [[], ["--built"]], ids=["live", "built"])
def test_who_is_served_sees_the_new_site(bench: Bench, option: list[str]) -> None:
    """Whoever serves the site while it is built anew serves the new one from then on, and is not in the way of it."""
    command = [sys.executable, "build.py", "serve", "--port", "0", "--root", str(bench.path), *option]
    with subprocess.Popen(
        [*command, *crash.OPTIONS], cwd=crash.ROOT, stdout=subprocess.PIPE, text=True
    ) as running:
        try:
            assert running.stdout is not None
            port = int(running.stdout.readline().split("127.0.0.1:")[1].split("/")[0])
            address = f"http://127.0.0.1:{port}/claims/day.html"
            before = urlopen(address).read()
            bench.turn()
            _, new = bench.trees()
            status, _, err, _ = apart(bench.path, lambda: None)
            assert (status, err) == (0, "")
            assert tree(bench.path) == new
            deadline = time.monotonic() + 30
            while (after := urlopen(address).read()) == before and time.monotonic() < deadline:
                time.sleep(0.05)
            assert b"Now " not in before
            assert b"Now " in after
            if option:
                assert after == new["claims/day.html"][1]
        finally:
            running.terminate()
