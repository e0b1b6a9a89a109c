"""How a build found and left everything, and whether all is so still."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from factsite.memo import seen
from factsite.memo.seen import Seen, all_as_seen, inputs_of, outputs_of
from factsite.memo.standing import flat

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CHANGES: dict[str, Callable[[Path], object]] = {
    "a fact is written": lambda root: (root / "content/facts/a.yaml").write_text("another"),
    "a fact is new": lambda root: (root / "content/facts/c.yaml").write_text("claim"),
    "a fact is gone": lambda root: (root / "content/facts/b.yaml").unlink(),
    "a fact is a folder": lambda root: [(root / "content/facts/b.yaml").unlink(), (root / "content/facts/b.yaml").mkdir()],
    "a folder is new": lambda root: (root / "content/more").mkdir(),
    "a folder is gone": lambda root: (root / "content/empty").rmdir(),
    "a page is set back": lambda root: [
        (root / "site/claims/a.html").write_text("twist"), os.utime(root / "site/claims/a.html", ns=(0, 0))
    ],
    "a page is a link": lambda root: [
        (root / "site/claims/a.html").rename(root / "a.html"), (root / "site/claims/a.html").symlink_to(root / "a.html")
    ],
    "a folder is a link": lambda root: [
        (root / "site/claims").rename(root / "claims"), (root / "site/claims").symlink_to(root / "claims")
    ],
    "a page is new": lambda root: (root / "site/claims/c.html").write_text("claim"),
    "a hidden page is new": lambda root: (root / "site/claims/.c.html").write_text("claim"),
    "a build was killed": lambda root: (root / "site/.factsite-new").mkdir(),
    "all pages are gone": lambda root: (root / "site").rename(root / "gone"),
}  # fmt: skip
NO_CHANGES: dict[str, Callable[[Path], object]] = {
    "nothing": lambda root: None,
    "there is an index": lambda root: (root / "site/search").mkdir(),
    "something hidden": lambda root: [(root / "content/facts/.b.swp").touch(), (root / "site/.git").mkdir()],
    "something beside": lambda root: (root / "README").touch(),
}


@pytest.fixture
def last(tmp_path: Path) -> Seen:
    """A site folder as a build left it."""
    for name in (
        "content/facts/a.yaml",
        "content/facts/b.yaml",
        "seeds/a.txt",
        "site/claims/a.html",
        "site/a.html",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("first")
    (tmp_path / "content/empty").mkdir()
    (tmp_path / "seeds/lost").symlink_to(tmp_path / "nowhere")
    return Seen((), "", 0, b"", flat(inputs_of(str(tmp_path))), flat(outputs_of(str(tmp_path))), ())  # fmt: skip


@pytest.mark.parametrize("many", [5_000, 0])
@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_seen(
    change: str, many: int, last: Seen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of files and folders, by one process or by two."""
    monkeypatch.setattr(seen, "MANY", many)
    assert all_as_seen(str(tmp_path), last)
    CHANGES[change](tmp_path)
    assert not all_as_seen(str(tmp_path), last)
    assert (flat(inputs_of(str(tmp_path))), flat(outputs_of(str(tmp_path)))) != (last.inputs, last.outputs)


@pytest.mark.parametrize("many", [5_000, 0])
@pytest.mark.parametrize("change", NO_CHANGES)
def test_what_no_build_reads_or_publishes_is_no_change(
    change: str, many: int, last: Seen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hidden files, the index, and what lies beside."""
    monkeypatch.setattr(seen, "MANY", many)
    NO_CHANGES[change](tmp_path)
    assert all_as_seen(str(tmp_path), last)
