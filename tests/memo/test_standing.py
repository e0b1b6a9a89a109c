"""By what files are known without being read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from factsite.memo.standing import NO_FILE, paths_of, signature, standing

if TYPE_CHECKING:
    from pathlib import Path


def test_every_file_stands_by_its_folder(tmp_path: Path) -> None:
    """Folders are there though nothing is in them; a signature has the size and the inode."""
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "empty").mkdir()
    (tmp_path / "a/b/c.txt").write_bytes(b"four")
    (tmp_path / "top.txt").write_bytes(b"")
    found = standing(str(tmp_path))
    assert {folder: list(names) for folder, names in found.items()} == {
        "": ["top.txt"], "a/": [], "a/b/": ["c.txt"], "empty/": [],
    }  # fmt: skip
    assert sorted(paths_of(found)) == ["a/b/c.txt", "top.txt"]
    size, changed, inode = found["a/b/"]["c.txt"]
    stat = (tmp_path / "a/b/c.txt").stat()
    assert (
        (size, changed, inode) == (4, stat.st_ctime_ns, stat.st_ino) == signature(str(tmp_path / "a/b/c.txt"))
    )


def test_a_file_that_was_replaced_or_set_back_is_another(tmp_path: Path) -> None:
    """Size and time of a file's content can be as before: the inode, or the time of its entry, is not."""
    file, other = tmp_path / "file", tmp_path / "other"
    file.write_bytes(b"one")
    before = signature(str(file))
    times = file.stat().st_atime_ns, file.stat().st_mtime_ns
    other.write_bytes(b"two")
    os.utime(other, ns=times)
    other.replace(file)
    assert file.stat().st_mtime_ns == times[1]
    assert signature(str(file)) != before


def test_links(tmp_path: Path) -> None:
    """They are no files, wherever they lead."""
    (tmp_path / "top/real").mkdir(parents=True)
    (tmp_path / "top/real/file").write_bytes(b"x")
    (tmp_path / "top/folder").symlink_to(tmp_path / "top/real")
    (tmp_path / "top/file").symlink_to(tmp_path / "top/real/file")
    (tmp_path / "top/lost").symlink_to(tmp_path / "nowhere")
    real = signature(str(tmp_path / "top/real/file"))
    assert standing(str(tmp_path / "top")) == {
        "": {"folder": NO_FILE, "file": NO_FILE, "lost": NO_FILE}, "real/": {"file": real},
    }  # fmt: skip
    assert signature(str(tmp_path / "top/file")) == NO_FILE


def test_only_what_is_looked_at(tmp_path: Path) -> None:
    """What is asked is given a folder and a name; a folder that is not looked at is not entered."""
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    for name in ("in/a", "in/b", "out/a"):
        (tmp_path / name).write_bytes(b"")
    found = standing(str(tmp_path), lambda folder, name: name == "in" if not folder else name != "b")
    assert list(paths_of(found)) == ["in/a"]


def test_nothing_stands_where_nothing_is(tmp_path: Path) -> None:
    """A folder that is not there, or is a file, has no files and is no empty folder."""
    (tmp_path / "file").write_bytes(b"")
    assert standing(str(tmp_path / "nowhere")) == standing(str(tmp_path / "file")) == {}
    assert signature(str(tmp_path / "nowhere")) == signature(str(tmp_path)) == NO_FILE
