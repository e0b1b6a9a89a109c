"""What is remembered between builds, and what happens to it when the disk is unkind."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.memo.memory import FOLDER, Memory

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

KEYS = [("a", "b"), ("ab", ""), ("", "ab"), ("a", "b")]
"""Three keys that would be one if their parts were only put together; the first comes twice."""


class Maker:
    """Makes a thing of each key, and counts what it made."""

    def __init__(self, keys: Sequence[tuple[str, ...]] = KEYS) -> None:
        self.keys = keys
        self.made: list[int] = []

    def __call__(self, missing: Sequence[int]) -> Iterator[bytes]:
        for position in missing:
            self.made.append(position)
            yield "|".join(self.keys[position]).encode()


WHOLE = [b"a|b", b"ab|", b"|ab", b"a|b"]


def recalled(folder: Path) -> list[int]:
    """Recall all from a folder, as a build of its own; return the positions that had to be made."""
    maker = Maker()
    assert Memory(folder).recall_all("things", KEYS, maker) == WHOLE
    return maker.made


def entries(folder: Path) -> list[Path]:
    """Return the files of what is remembered."""
    return sorted((folder / FOLDER / "things").iterdir())


def test_nothing_is_made_twice(tmp_path: Path) -> None:
    """What one build made, or what one key of it already asked for, is not made again."""
    assert recalled(tmp_path) == [0, 1, 2]
    assert recalled(tmp_path) == []


def test_one_thing_can_be_recalled_by_itself(tmp_path: Path) -> None:
    """It is the same as that of many."""
    assert Memory(tmp_path).recall("things", KEYS[0], lambda: WHOLE[0]) == WHOLE[0]
    assert recalled(tmp_path) == [1, 2]


def test_kinds_are_kept_apart(tmp_path: Path) -> None:
    """The same key means another thing in another kind."""
    memory = Memory(tmp_path)
    assert memory.recall("one", ["key"], lambda: b"1") == b"1"
    assert memory.recall("two", ["key"], lambda: b"2") == b"2"


@pytest.mark.parametrize(
    "damaged", [b"", b"short", b"\0" * 40], ids=["empty", "shorter than a digest", "other bytes"]
)
def test_what_is_damaged_is_made_anew(tmp_path: Path, damaged: bytes) -> None:
    """An entry that is not whole is none, and is whole again afterwards."""
    recalled(tmp_path)
    entries(tmp_path)[0].write_bytes(damaged)
    assert len(recalled(tmp_path)) == 1
    assert recalled(tmp_path) == []


@given(content=st.binary(max_size=200), cut=st.integers(0, 300), flipped=st.integers(0, 300))
def test_no_damage_gets_into_what_is_recalled(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, cut: int, flipped: int
) -> None:
    """Whatever is cut off or changed in an entry, the bytes are those that would be made."""
    folder = tmp_path_factory.mktemp("site")
    assert Memory(folder).recall("things", ["key"], lambda: content) == content
    (entry,) = entries(folder)
    octets = bytearray(entry.read_bytes()[: cut or None])
    if flipped < len(octets):
        octets[flipped] ^= 1
    entry.write_bytes(octets)
    assert Memory(folder).recall("things", ["key"], lambda: content) == content


def test_what_a_build_did_not_use_is_forgotten_when_it_says_so(tmp_path: Path) -> None:
    """Kinds that it did not ask for at all stay, and so does what somebody else put there."""
    recalled(tmp_path)
    Memory(tmp_path).recall("others", ["key"], lambda: b"x")
    (tmp_path / FOLDER / "things" / "notes.txt").write_text("mine")
    memory = Memory(tmp_path)
    memory.recall("things", KEYS[1], lambda: WHOLE[1])
    assert len(entries(tmp_path)) == 4
    memory.forget_unused()
    assert len(entries(tmp_path)) == 2
    assert recalled(tmp_path) == [0, 2]
    assert Memory(tmp_path).recall("others", ["key"], lambda: b"y") == b"x"


def test_what_was_made_before_a_build_was_killed_is_kept(tmp_path: Path) -> None:
    """The next build makes the rest; half of an entry is never taken for one, and goes with the next pruning."""
    killed = (
        "import os, sys, pathlib\n"
        "from factsite.memo.memory import Memory\n"
        "def make(missing):\n"
        "    yield b'a|b'\n"
        "    write = pathlib.Path.write_bytes\n"
        "    def half(path, content):\n"
        "        write(path, content[:20])\n"
        "        os._exit(9)\n"
        "    pathlib.Path.write_bytes = half\n"
        "    yield b'ab|'\n"
        f"Memory(pathlib.Path(sys.argv[1])).recall_all('things', {KEYS!r}, make)\n"
    )
    assert subprocess.run([sys.executable, "-c", killed, str(tmp_path)], check=False).returncode == 9
    assert [path.suffix for path in entries(tmp_path) if path.suffix] == [".new"]
    assert recalled(tmp_path) == [1, 2]
    memory = Memory(tmp_path)
    memory.recall_all("things", KEYS, Maker())
    memory.forget_unused()
    assert [path.suffix for path in entries(tmp_path)] == ["", "", ""]


def test_where_nothing_can_be_written_everything_is_made(tmp_path: Path) -> None:
    """A build goes on where the disk refuses, and where a file stands in the way."""
    (tmp_path / FOLDER).write_text("in the way")
    assert recalled(tmp_path) == [0, 1, 2]
    memory = Memory(tmp_path)
    memory.recall_all("things", KEYS, Maker())
    memory.forget_unused()
    assert (tmp_path / FOLDER).read_text() == "in the way"


def test_git_ignores_it(tmp_path: Path) -> None:
    """The folder says so itself, so that no site has to."""
    recalled(tmp_path)
    assert (
        tmp_path / FOLDER / ".gitignore"
    ).read_text() == "# Made by factsite to save time. It can be deleted.\n*\n"
