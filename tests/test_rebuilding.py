"""A build with a memory is a build without one: it says the same, and the same bytes stand in ``site/``, whatever happened in between."""

from __future__ import annotations

import datetime as dt
import errno
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsite import facts, hands, plain, printing
from factsite.cli import main
from factsite.commands import cluster
from factsite.publish import MARK
from tests.edited import EDITS, ROOT, TODAY, Folder, edit, fact

Damage = tuple[str, int]
Told = tuple[int, str, str]
"""The exit status of a build, what it printed, and what it complained of, without what may differ: its time, and how many files it wrote."""

CHANGES = ("open", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate")
"""What Python says aloud before it changes something on the disk."""
KILLED = 9


def told(folder: Path, *options: str) -> Told:
    """Build a site."""
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
        status = main(["build", "--root", str(folder), *options])
    said = out.getvalue().replace(str(folder.resolve()), "FOLDER")
    said = re.sub(r"\([\d,]+ written, [\d,]+ removed\)", "(…)", said)
    return status, re.sub(r"in \d+\.\d\d s\.", "in … s.", said), err.getvalue()


def site(folder: Path) -> dict[str, bytes]:
    """Return everything that is published, by path, and the mark; folders too. What killed builds leave is none of it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b"a folder"
        for path in [folder / "site", *sorted(folder.joinpath("site").rglob("*"))]
        if path.exists() and not path.relative_to(folder).as_posix().startswith("site/.factsite-")
    }


def from_nothing(folder: Path, *options: str) -> tuple[Told, dict[str, bytes]]:
    """Build a copy of what a site is made from; return what is said, and the site."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        for part in ("content", "seeds", "templates"):
            if (folder / part).is_dir():
                shutil.copytree(folder / part, copy / part)
        return told(copy, *options), site(copy)


def kill(folder: Path, change: int, *options: str) -> None:
    """Build a site in another process, which is killed when it is about to make its n-th change of the disk."""
    child = os.fork()
    if child == 0:
        try:
            sys.addaudithook(Count(change))
            told(folder, *options)
        finally:
            os._exit(KILLED)
    os.waitpid(child, 0)


class Count:
    """Counts the changes of the disk, and ends the process before one."""

    def __init__(self, change: int) -> None:
        self.left = change

    def __call__(self, event: str, arguments: Any) -> None:
        """Hear what Python is about to do."""
        if event in CHANGES and (event != "open" or arguments[2] & (os.O_WRONLY | os.O_RDWR)):
            self.left -= 1
            if self.left < 0:
                os._exit(KILLED)


def damaged(folder: Path, damage: Damage) -> None:
    """Harm what was made, as people and disks do: the site, its twin, or the memory. What tells that the site is ours stays."""
    kind, number = damage
    twin = folder / ".factsite/twin"
    top = twin if "twin" in kind else folder / (".factsite" if "memory" in kind else "site")
    files = [
        path
        for path in sorted(top.rglob("*"))
        if path.is_file() and path.name != MARK and ("memory" not in kind or twin not in path.parents)
    ]
    kind = kind.removeprefix("twin ")
    if kind in ("memory away", "all away"):
        shutil.rmtree(top, ignore_errors=True)
    elif kind == "added":
        (top / f"claims/of-others-{number}").mkdir(parents=True, exist_ok=True)
        (top / f"claims/of-others-{number}/page.html").write_text("Not ours.\n")
    elif files:
        file = files[number % len(files)]
        content = file.read_bytes()
        if kind in ("away", "memory file away"):
            file.unlink()
        elif kind in ("cut", "memory cut"):
            file.write_bytes(content[: number % (len(content) + 1)])
        elif kind == "emptied":
            file.write_bytes(b"")
        elif kind == "a folder":
            file.unlink()
            file.mkdir()
        elif kind == "replaced":  # by a file of its own: the site's has one name less
            file.unlink()
            file.write_bytes(b"Not ours.\n")
        elif kind == "a link":
            file.unlink()
            file.symlink_to(folder / "content/site.yaml")
        elif content:  # one byte is another, in a file as long as before
            at = number % len(content)
            file.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])


DAMAGES = st.tuples(
    st.sampled_from(("byte", "cut", "emptied", "away", "added", "a folder", "a link"))
    | st.sampled_from(("memory away", "memory byte", "memory cut", "memory file away"))
    | st.sampled_from(("twin all away", "twin byte", "twin cut", "twin emptied", "twin away"))
    | st.sampled_from(("twin replaced", "twin added", "twin a folder", "twin a link")),
    st.integers(0, 1_000_000),
)
ROUNDS = st.fixed_dictionaries({
    "edits": st.lists(EDITS, max_size=3),
    "killed": st.none() | st.integers(0, 200),
    "edits after": st.lists(EDITS, max_size=1),
    "damages": st.lists(DAMAGES, max_size=2),
    "day": st.sampled_from((0, 0, 0, 1, -1)),
    "options": st.sampled_from(((), (), ("--base-url", "https://example.org/there/"), ("--format", "full"))),
})  # fmt: skip


@pytest.fixture(params=[1, 2])
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Build in so many processes, in batches that are small enough for them."""
    monkeypatch.setattr(hands, "ENOUGH", 2)
    together = partial(hands.together, processes=request.param)
    monkeypatch.setattr(cluster, "together", hands.alone if request.param == 1 else together)
    monkeypatch.setattr(facts, "BATCH", 2)
    monkeypatch.setattr(printing, "AT_ONCE", 2)


@pytest.mark.parametrize("other", [OSError(errno.EIO, "Input/output error"), b"claim: Something else.\n"])
def test_a_fact_that_is_another_when_it_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other: OSError | bytes
) -> None:
    """One that says something new of others is read late: where it changed since, or the disk refuses, the build begins anew."""
    folder = Folder(tmp_path)
    assert told(tmp_path, "--no-cards")[0] == 0
    folder.remove(fact("boats"))
    read, late = plain.read, [fact("ashore")]

    def once(top: Path, file: str) -> bytes:
        if file not in late:
            return read(top, file)
        late.remove(file)
        if isinstance(other, OSError):
            raise other
        return other

    monkeypatch.setattr(plain, "read", once)
    said = told(tmp_path, "--no-cards")
    assert not late
    assert (said, site(tmp_path)) == from_nothing(tmp_path, "--no-cards")


@pytest.mark.usefixtures("processes")
@settings(max_examples=8)
@given(st.lists(ROUNDS, min_size=1, max_size=4))
def test_a_build_is_always_one_from_nothing(rounds: list[dict[str, Any]]) -> None:
    """After edits, damages and builds that were killed, a build says and makes what one from nothing does; where there are faults, nothing is touched."""
    with tempfile.TemporaryDirectory() as name:
        folder = Folder(Path(name))
        first: dict[str, Any] = {
            "edits": [],
            "killed": None,
            "edits after": [],
            "damages": [],
            "day": 0,
            "options": (),
        }
        for one in (first, *rounds):
            options = ("--no-cards", "--date", str(TODAY + dt.timedelta(one["day"])), *one["options"])
            for done in one["edits"]:
                edit(folder, done)
            if one["killed"] is not None:
                kill(folder.path, one["killed"], *options)
            for done in one["edits after"]:
                edit(folder, done)
            for damage in one["damages"]:
                damaged(folder.path, damage)
            before = site(folder.path)
            expected, pages = from_nothing(folder.path, *options)
            for _ in range(2):
                assert told(folder.path, *options) == expected
                assert site(folder.path) == (pages if expected[0] == 0 else before)


def test_cards_are_drawn_again_where_they_are_gone_or_others(tmp_path: Path) -> None:
    """A card is drawn for what it shows now, and taken from the memory only where it is whole there."""
    folder = Folder(tmp_path)
    folder.change("content/site.yaml", "title: ", "base_url: https://example.org/\ntitle: ")
    options = ("--date", str(TODAY))
    assert told(folder.path, *options)[0] == 0
    cards = sorted((folder.path / "site").rglob("*.png"))
    memory = sorted(path for path in (folder.path / ".factsite/cards").iterdir() if path.is_file())
    assert (len(cards), len(memory)) == (6, 6)
    cards[0].unlink()
    cards[1].write_bytes(cards[2].read_bytes())
    for path in memory[::2]:
        path.write_bytes(path.read_bytes()[:-1])
    folder.change(fact("saved"), "claim: ", "claim: Now ")
    expected = from_nothing(folder.path, *options)
    assert (told(folder.path, *options), site(folder.path)) == expected
    assert len(list((folder.path / ".factsite/cards").iterdir())) == 6


PROGRAM = """
import runpy, sys
sys.argv = sys.argv[1:]
try:
    runpy.run_path(sys.argv[0], run_name="__main__")
finally:
    print(sorted(name for name in sys.modules if name.startswith(("factsite", "jinja2", "yaml", "argparse"))))
"""


def started(folder: Path, *options: str) -> list[str]:
    """Build a site in a process of its own; return its lines, the last of which names what was imported."""
    command = [sys.executable, "-c", PROGRAM, str(ROOT / "build.py"), "--root", str(folder), *options]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def test_where_nothing_has_changed_nothing_is_done(tmp_path: Path) -> None:
    """A build says what the last one said, that it wrote nothing, and imports next to nothing for that; with an edit, all is as ever."""
    folder = Folder(tmp_path)
    first, imported = started(folder.path, "--no-cards")
    found = re.fullmatch(r"(.*; (\d+) files in \S+ \()\2 written(, 0 removed\)\. .* in )\d+\.\d\d s\.", first)
    assert found
    assert "factsite.pipeline" in imported
    for _ in range(2):
        sentence, imported = started(folder.path, "--no-cards")
        assert re.fullmatch(re.escape(f"{found[1]}0 written{found[3]}") + r"\d+\.\d\d s\.", sentence)
        assert (
            imported
            == "['factsite', 'factsite.entry', 'factsite.memo', 'factsite.memo.seal', 'factsite.memo.seen', 'factsite.memo.standing']"
        )
    folder.change(fact("day"), "summary: ", "summary: Now ")
    sentence, imported = started(folder.path, "--no-cards")
    assert "factsite.pipeline" in imported
    assert "(0 written" not in sentence
    (folder.path / "site/index.html").write_text("Another.\n")
    assert "(1 written, 0 removed)" in started(folder.path, "--no-cards")[0]
    assert "(0 written, 0 removed)" in started(folder.path, "--no-cards", "--date", "2099-01-01")[0]


def test_a_warning_is_said_again(tmp_path: Path) -> None:
    """Also where nothing has changed; and on another day it speaks of that day."""
    folder = Folder(tmp_path)
    folder.change(fact("day"), "checked: ", "draft: yes\npublished: 2024-07-03\nchecked: ")
    said = [told(folder.path, "--no-cards", "--date", f"2024-07-0{day}")[1] for day in (1, 1, 2, 3)]
    assert said[0] == said[1]
    assert "today is 2024-07-01" in said[0]
    assert "today is 2024-07-02" in said[2]
    assert "2024-07-03" not in said[3]
