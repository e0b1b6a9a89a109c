"""What the last build left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from factsite.memo.last import LEDGERS, Last
from factsite.memo.ledger import Ledger
from factsite.memo.memory import FOLDER, Memory
from factsite.memo.seen import SEEN, outputs_of, seen_in
from factsite.memo.standing import SETTLED, UNSURE, Standing, whole

if TYPE_CHECKING:
    from pathlib import Path

FACT = "content/facts/day.yaml"
STATE = ("made with", 1)
DAY = "2024-07-01"
SAID = ("1 claim", "2 files", "3 checks", b"")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a site folder with a fact, an article and a page."""
    for name in (FACT, "seeds/gazette.txt", "site/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("as it was")
    return tmp_path


def last(root: Path, state: tuple[Any, ...] = STATE, day: str = DAY) -> Last:
    """Return what the last build left for one that begins now."""
    return Last(Memory(root), str(root), state, day)


def outputs(root: Path) -> Standing:
    """Return how the site stands."""
    return outputs_of(str(root))


def wait(root: Path) -> None:
    """Let the files settle."""
    memory = Memory(root)
    until = memory.clock() + 2 * SETTLED
    while memory.clock() < until:
        pass


def build(root: Path, said: tuple[Any, ...] = SAID) -> None:
    """Remember a build."""
    now = last(root)
    now.past(outputs(root))
    now.remember(Ledger(b"basis"), outputs(root), said)


def test_what_was_said_is_said_again(root: Path) -> None:
    """Where all is as it was, also on a later day."""
    wait(root)
    build(root)
    assert last(root).said(outputs(root)) == SAID
    assert last(root, day="2024-07-02").said(outputs(root)) == SAID
    assert last(root, day="2024-06-30").said(outputs(root)) is None
    assert last(root, ("made with", 2)).said(outputs(root)) is None


def test_warnings_hold_for_their_day(root: Path) -> None:
    """What lies ahead on one day does not on another."""
    wait(root)
    build(root, (*SAID[:-1], b"a warning"))
    assert last(root).said(outputs(root)) == (*SAID[:-1], b"a warning")
    assert last(root, day="2024-07-02").said(outputs(root)) is None


@pytest.mark.parametrize("file", [FACT, "seeds/gazette.txt", "site/index.html"])
def test_a_change_is_seen(root: Path, file: str) -> None:
    """A file with other content of the same length, one that is gone, one that is new."""
    wait(root)
    build(root)
    before = (root / file).read_text()
    (root / file).write_text(before.swapcase())
    assert last(root).said(outputs(root)) is None
    build(root)
    (root / file).unlink()
    assert last(root).said(outputs(root)) is None
    build(root)
    (root / file).with_name("another.yaml").write_text("")
    assert last(root).said(outputs(root)) is None


@pytest.mark.parametrize("again", [1, 2])
def test_a_file_that_changes_within_the_grain_of_the_clock_is_not_taken_for_settled(
    root: Path, again: int
) -> None:
    """It may have the same signature after another change, so the next build looks into it, however soon it comes."""
    wait(root)
    for number in range(again):
        (root / FACT).write_text(f"edit {number}")
        build(root)
        seen = seen_in(str(root))
        assert seen is not None
        assert whole(seen.inputs)["content/facts/"] == {"day.yaml": UNSURE}
        assert whole(seen.inputs)["seeds/"]["gazette.txt"] != UNSURE
        assert last(root).said(outputs(root)) is None
    (root / FACT).write_text("edit x")
    assert last(root).said(outputs(root)) is None


def test_what_others_leave_is_of_no_matter(root: Path) -> None:
    """Hidden files, files beside those that are read, and the search index change nothing."""
    wait(root)
    build(root)
    for name in (
        "content/.swp",
        "content/facts/.day.yaml.swp",
        "notes.txt",
        "site/.gitignore",
        "site/search/x.json",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("")
    assert last(root).said(outputs(root)) == SAID


def test_what_is_not_whole_is_nothing(root: Path) -> None:
    """Any byte that is another, and any end that is missing, is noticed; then the build begins anew in the other pack."""
    wait(root)
    build(root)
    file = root / FOLDER / SEEN
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert seen_in(str(root)) is None
        file.write_bytes(whole[:at])
        assert seen_in(str(root)) is None
    assert last(root).past(outputs(root)).ledger == Ledger()
    file.write_bytes(whole)
    assert last(root).past(outputs(root)).ledger == Ledger(b"basis")
    (root / FOLDER / LEDGERS[1]).write_bytes(b"")
    assert last(root).past(outputs(root)).ledger == Ledger()


def test_where_nothing_can_be_written_every_build_begins_anew(root: Path) -> None:
    """The disk refuses the memory, and nothing else."""
    (root / FOLDER).write_text("in the way")
    wait_not_possible = Memory(root).clock()
    assert wait_not_possible == 0
    build(root)
    assert last(root).said(outputs(root)) is None
    assert last(root).past(outputs(root)).ledger == Ledger()


def test_a_build_that_was_killed_while_it_began_anew_left_nothing(root: Path) -> None:
    """What the one before it had written down goes with its own pack; only when all is written is it the last."""
    wait(root)
    build(root)
    anew = last(root, ("made with", 2))
    anew.past(outputs(root)).pack.add(b"half")
    Memory(root).put(LEDGERS[0], b"half")
    assert last(root).said(outputs(root)) == SAID
    assert last(root).past(outputs(root)).ledger == Ledger(b"basis")
    anew.remember(Ledger(b"new"), outputs(root), SAID)
    assert last(root).past(outputs(root)).ledger == Ledger()
    assert last(root, ("made with", 2)).past(outputs(root)).ledger == Ledger(b"new")
