"""Saved files are told, in whichever way an editor saves them, and its own files are not."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from factsite.live import watching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(params=["told", "looked for"])
def saved(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], frozenset[str]]]:
    """Watch a folder in both ways, and return what waits until something is told."""
    if request.param == "looked for":
        monkeypatch.setattr(watching, "watch", None)
    elif watching.watch is None:
        pytest.skip("there is no watchfiles on this kind of machine")
    (tmp_path / "facts").mkdir()
    batches = watching.saved(lambda: [tmp_path / "facts", tmp_path / "templates"])

    def told() -> frozenset[str]:
        return frozenset(path.name for path in next(batch for batch in batches if batch))

    assert told() == {"facts"}
    yield told
    batches.close()  # type: ignore[attr-defined]


def test_a_file_that_another_is_put_in_place_of(tmp_path: Path, saved: Callable[[], frozenset[str]]) -> None:
    """A save by rename is a change of the file, and nothing is told of the one that was written aside."""
    for aside in (".army.yaml.swp", "4913", "army.yaml~", "army.yaml.tmp", "#army.yaml#"):
        (tmp_path / "facts" / aside).write_text("new", "utf-8")
    (tmp_path / "facts/army.yaml.tmp").rename(tmp_path / "facts/army.yaml")
    assert saved() == {"army.yaml"}


def test_a_file_that_is_deleted(tmp_path: Path, saved: Callable[[], frozenset[str]]) -> None:
    """A file that stays away is told in the end."""
    (tmp_path / "facts/army.yaml").write_text("old", "utf-8")
    assert saved() == {"army.yaml"}
    (tmp_path / "facts/army.yaml").unlink()
    assert saved() == {"army.yaml"}


def test_a_folder_that_is_made_later(tmp_path: Path, saved: Callable[[], frozenset[str]]) -> None:
    """The first template of a site's own is seen too."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/page.html").write_text("new", "utf-8")
    assert "templates" in saved()
    (tmp_path / "templates/other.html").write_text("new", "utf-8")
    assert "other.html" in saved()


def test_a_folder_in_a_folder(tmp_path: Path, saved: Callable[[], frozenset[str]]) -> None:
    """What is made in it is seen, and in another that takes its place."""
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / "facts/deep").mkdir()
        assert saved() == {"deep"}
        assert saved() >= {"facts"}
        (tmp_path / "facts/deep" / name).write_text("new", "utf-8")
        assert saved() == {name}
        shutil.rmtree(tmp_path / "facts/deep")
        assert any("facts" in saved() for _ in range(9))


def test_a_link_to_the_whole_machine(tmp_path: Path, saved: Callable[[], frozenset[str]]) -> None:
    """It is told, and neither followed nor in the way of what is saved beside it."""
    (tmp_path / "facts/link").symlink_to("/")
    assert saved() == {"link"}
    (tmp_path / "templates").symlink_to("/")
    assert saved() == {"facts", "templates"}
    os.mkfifo(tmp_path / "facts/pipe")
    assert saved() == {"pipe"}
    (tmp_path / "facts/army.yaml").write_text("new", "utf-8")
    assert saved() == {"army.yaml"}
