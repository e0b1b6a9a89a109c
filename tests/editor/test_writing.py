from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factsite.editor.writing import RefusedError, write_changed, write_new, write_whole

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: Path) -> list[str]:
    """Return the names of everything in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """It keeps its mode, and nothing is left beside it."""
    path = tmp_path / "a.yaml"
    path.write_text("old")
    path.chmod(0o600)
    write_whole(path, "é")
    assert path.read_bytes() == "é".encode()
    assert path.stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == ["a.yaml"]


def test_what_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    """A text that has no bytes is refused before anything is replaced."""
    path = tmp_path / "a.yaml"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "\ud800")
    assert path.read_text() == "old"
    assert names(tmp_path) == ["a.yaml"]


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    """Neither where it leads to a file nor where it leads nowhere."""
    (tmp_path / "a").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    (tmp_path / "broken").symlink_to(tmp_path / "none")
    for name in ("link", "broken"):
        with pytest.raises(RefusedError, match="is no plain file"):
            write_whole(tmp_path / name, "new")
        with pytest.raises(RefusedError, match="is there already"):
            write_new(tmp_path / name, "new", tmp_path)
    assert (tmp_path / "a").read_text() == "old"
    assert names(tmp_path) == ["a", "broken", "link"]


def test_a_new_file_gets_its_folders(tmp_path: Path) -> None:
    """And what is there already stays."""
    write_new(tmp_path / "b/c/d.txt", b"\r\n", tmp_path)
    assert (tmp_path / "b/c/d.txt").read_bytes() == b"\r\n"
    with pytest.raises(RefusedError, match=r"d\.txt is there already$"):
        write_new(tmp_path / "b/c/d.txt", b"", tmp_path)


def test_a_file_that_changed_in_the_meantime(tmp_path: Path) -> None:
    """An editor saved it while the command ran: then no file is replaced."""
    for name in "ab":
        (tmp_path / name).write_text("old")
    before, after = dict.fromkeys("ab", b"old"), dict.fromkeys("ab", b"new")
    (tmp_path / "b").write_text("saved")
    with pytest.raises(RefusedError, match="b was changed in the meantime; try again"):
        write_changed(tmp_path, before, after)
    assert ((tmp_path / "a").read_text(), (tmp_path / "b").read_text()) == ("old", "saved")


def test_a_folder_that_leads_out(tmp_path: Path) -> None:
    """A linked folder is not written to either."""
    (tmp_path / "site").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other/a").write_text("old")
    (tmp_path / "site/facts").symlink_to(tmp_path / "other")
    with pytest.raises(RefusedError, match="leads out of"):
        write_changed(tmp_path / "site", {"facts/a": b"old"}, {"facts/a": b"new"})
    assert (tmp_path / "other/a").read_text() == "old"
