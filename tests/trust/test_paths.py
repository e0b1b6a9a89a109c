"""No path leads a build out of the site folder, and no memory of another's is believed. The long run: ``python -m tests.trust.paths``."""

from __future__ import annotations

import hashlib
import marshal
import os
import pickle
import shutil
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factsite import plain
from factsite.cli import main
from factsite.load import Refusal, read_file_name, read_id
from factsite.memo import seal
from factsite.memo.memory import Memory
from factsite.memo.seen import seen_in
from tests.trust import paths

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and pipes as POSIX has them")

BUILD = ["build", "--no-cards", "--date", "2024-12-01", "--root"]

NAMES = (
    "../x.txt", "a/../../x.txt", "/etc/passwd", "//host/x", "C:/x.txt", "C:x.txt", "\\\\server\\share", "\\\\?\\C:\\x", "a\\b.txt", "..\\x", ".", "..", "", "a//b",
    "a/", "/", "./a", "a\0b", "a\nb", "a\x1bb", "\ud800", "CON", "con.txt", "NUL.txt", "aux", "COM1.yaml", "lpt9", "deep/nul", "x.txt.", "x.txt ", "deep /x.txt",
    "x.txt:stream", "x.txt::$DATA", "a*", "a?", "a<b", "a|b", "x" * 256, "é" * 128, "a/" * 200 + "x",
)  # fmt: skip
"""Names of files that are refused, whatever stands there."""


@pytest.fixture(scope="module", autouse=True)
def _made() -> Iterator[None]:
    """Build what the cases begin with, and remove it."""
    yield
    paths.forget()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a site folder."""
    return shutil.copytree(paths.BASE, tmp_path / "root")


@pytest.mark.parametrize("case", paths.few(), ids=" ".join)
def test_nothing_is_read_or_written_elsewhere(case: paths.Case) -> None:
    """Whatever stands at a place: what may be read is read, what may be written is written, and an author is told."""
    assert paths.wrong(case) == []


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_names_that_lead_elsewhere_are_refused(name: str) -> None:
    """A name in a record is that of a file in `seeds/`, on every system; an id is no path at all."""
    assert isinstance(read_file_name(name), Refusal)
    assert isinstance(read_id(name), Refusal)


def test_no_link_is_followed(tmp_path: Path) -> None:
    """Neither at the end of a path nor on the way, whoever looked at it before."""
    (tmp_path / "root").mkdir()
    (tmp_path / "else").mkdir()
    (tmp_path / "else/x").write_bytes(b"secret")
    (tmp_path / "root/file").symlink_to(tmp_path / "else/x")
    (tmp_path / "root/folder").symlink_to(tmp_path / "else")
    for path in ("file", "folder/x"):
        with pytest.raises(plain.UnplainError):
            plain.read(tmp_path / "root", path)


def test_what_is_read_is_what_was_looked_at(tmp_path: Path) -> None:
    """Nobody can put a link in the place of a file, or of the folder that it is in, between the look and the reading."""
    (tmp_path / "root/deep").mkdir(parents=True)
    (tmp_path / "root/deep/x").write_bytes(b"ours")
    (tmp_path / "else").mkdir()
    (tmp_path / "else/x").write_bytes(b"secret")
    over = threading.Event()

    def swap() -> None:
        link, kept = tmp_path / "root/link", tmp_path / "root/kept"
        while not over.is_set():
            link.symlink_to(tmp_path / "else")
            (tmp_path / "root/deep").rename(kept)
            link.rename(tmp_path / "root/deep")
            (tmp_path / "root/deep").unlink()
            kept.rename(tmp_path / "root/deep")

    other = threading.Thread(target=swap)
    other.start()
    found = set()
    try:
        for _ in range(2000):
            try:
                found.add(plain.read(tmp_path / "root", "deep/x"))
            except OSError:
                continue
    finally:
        over.set()
        other.join()
    assert found <= {b"ours"}


class Hostile:
    """Does something where it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what is done."""
        return Path.touch, (self.mark,)


def test_a_memory_of_another_runs_no_code(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A memory that came with a checkout, with its key and its seals, is thrown away: no pickle and no code in it is looked at."""
    theirs = shutil.copytree(root, tmp_path / "theirs")
    assert main([*BUILD, str(theirs)]) == 0
    memory, mark = Memory(theirs), tmp_path / "mark"
    hostile = pickle.dumps(Hostile(mark), 5)
    code = marshal.dumps(compile(f"open({str(mark)!r}, 'w')", "x", "exec"))
    ledger = marshal.dumps(([hostile] * 64, hostile))
    for name in ("ledger.0", "ledger.1"):
        memory.put(name, ledger)
    digest = hashlib.sha256(ledger).digest()
    memory.put("seen", marshal.dumps(((), "2000-01-01", 0, digest, (), (), ("", "", "", hostile))))
    for kind, content in (("articles", hostile), ("templates", code)):
        for path in (theirs / ".factsite" / kind).glob("*"):
            memory._keep(kind, path.name, content)
    for name in ("details.0", "details.1"):
        (theirs / ".factsite" / name).write_bytes(seal.sealed(memory.key, "detail", hostile) * 50)
    assert pickle.loads(hostile) is None
    assert mark.exists()
    mark.unlink()
    shutil.copytree(theirs / ".factsite", root / ".factsite")
    assert seen_in(str(theirs)) is not None
    assert seen_in(str(root)) is None
    assert main([*BUILD, str(root)]) == 0
    capsys.readouterr()
    assert not mark.exists()
    assert seal.is_ours(str(root / ".factsite"))
    assert main([*BUILD, str(root)]) == 0
    assert "(0 written, 0 removed)" in capsys.readouterr().out


def test_a_secret_takes_the_place_of_the_disk(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a CI carries along is known to be ours by the secret it was made with, and by no other."""
    monkeypatch.setenv("FACTSITE_KEY", "one")
    Memory(root).put("note", b"x")
    carried = shutil.copytree(root, tmp_path / "carried")
    assert Memory(carried).note("note") == b"x"
    monkeypatch.setenv("FACTSITE_KEY", "other")
    assert Memory(carried).note("note") is None
    monkeypatch.delenv("FACTSITE_KEY")
    assert Memory(carried).note("note") is None


@pytest.mark.parametrize(
    "words", [["source", "add", "-", "--id", "quay"], ["new", "The quay is 40 metres long."]], ids=" ".join
)
@pytest.mark.parametrize("place", ["content/sources", "content/facts", "content", "seeds"])
def test_no_command_writes_through_a_folder_that_is_a_link(
    root: Path, tmp_path: Path, place: str, words: list[str]
) -> None:
    """What lies behind a link is as it was, whatever a command came to."""
    (root / place).rename(tmp_path / "else")
    (root / place).symlink_to(tmp_path / "else")
    before = paths.snapshot(tmp_path / "else")
    result = paths.run(root, tmp_path, words)
    assert result.status in (0, 1, 2)
    assert paths.snapshot(tmp_path / "else") == before
