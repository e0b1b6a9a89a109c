from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factsite.editor import skeleton
from factsite.editor.desk import suggest_for
from tests.built import laid

ROOT = Path(__file__).parent.parent.parent
TODAY = dt.date(2026, 12, 31)
PIN = "factsite==1.0.0"


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("example", [True, False])
@pytest.mark.parametrize("address", [None, "https://facts.example.org/"])
def test_what_is_laid_down_has_no_fault_and_no_warning(
    tmp_path: Path, example: bool, address: str | None
) -> None:
    """A new site can be published as it is."""
    skeleton.lay(skeleton.files(PIN, base_url=address, example=example), tmp_path / "new")
    outcome, shelf = laid(tmp_path / "new", [ROOT / "templates"], TODAY)
    assert outcome.diagnostics == ()
    assert outcome.claims == (1 if example else 0)
    assert any(page.path == "feed.xml" for page in shelf.pages) is bool(address)


def test_the_example_is_what_suggest_finds(tmp_path: Path) -> None:
    """The two articles disagree on one thing, and the example's claim has it."""
    skeleton.lay(skeleton.files(PIN), tmp_path / "new")
    suggestions, faults = suggest_for(tmp_path / "new")
    assert faults == []
    assert [one.claims for one in suggestions] == [("example-library-books",)]


def test_without_the_example_nothing_is_left_of_it() -> None:
    """No file and no topic of it has to be looked for; git keeps the folders."""
    files = skeleton.files(PIN, example=False)
    assert not [path for path in files if "example-" in path]
    assert set(files) - set(skeleton.files(PIN)) == {f"{folder}/.gitkeep" for folder in skeleton.FOLDERS}
    assert "topics" not in yaml.safe_load(files["content/site.yaml"])


@given(
    st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1)
    .map(str.strip)
    .filter(bool)
)
def test_any_title_is_read_as_it_was_given(title: str) -> None:
    """Quotation marks, colons and hashes of a title are no YAML."""
    files = skeleton.files(PIN, title=title, base_url="https://facts.example.org/")
    site = yaml.safe_load(files["content/site.yaml"])
    assert (site["title"], site["base_url"]) == (title, "https://facts.example.org/")


def test_the_requirement_is_the_only_line_that_is_installed() -> None:
    """Comments aside, requirements.txt is what was asked for."""
    text = skeleton.files(PIN)["requirements.txt"].decode()
    assert [line for line in text.splitlines() if not line.startswith("#")] == [PIN]


@pytest.mark.parametrize("there", [False, True])
def test_everything_is_laid_down_as_it_is_and_scripts_can_be_run(tmp_path: Path, there: bool) -> None:
    """Whether the folder was there or not; nothing is left beside or in it."""
    folder = tmp_path / "new"
    if there:
        (folder / ".git").mkdir(parents=True)
    files = skeleton.files(PIN)
    skeleton.lay(files, folder)
    assert contents(folder) == files
    assert {path.name for path in tmp_path.iterdir()} == {"new"}
    assert not [path for path in folder.iterdir() if path.name.startswith(".factsite")]
    assert all(path.stat().st_mode & 0o111 for path in (folder / ".ci").iterdir())
    assert folder.stat().st_mode & 0o055


@pytest.mark.parametrize("held", ["notes.txt", ".hidden", "content/site.yaml"])
def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path, held: str) -> None:
    """Not one file is added to it."""
    (tmp_path / held).parent.mkdir(exist_ok=True)
    (tmp_path / held).write_text("mine", "utf-8")
    top = held.split("/")[0]
    with pytest.raises(skeleton.NotEmptyError) as refusal:
        skeleton.lay(skeleton.files(PIN), tmp_path)
    assert str(refusal.value) == f"{tmp_path} holds {top}; name a folder that is empty or not there yet"
    assert contents(tmp_path) == {held: b"mine"}


def test_a_file_or_a_dead_link_is_no_folder(tmp_path: Path) -> None:
    """Neither is replaced."""
    (tmp_path / "file").write_text("mine", "utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("file", "link"):
        with pytest.raises(
            skeleton.NotEmptyError, match="is no folder; name one that is empty or not there yet"
        ):
            skeleton.lay(skeleton.files(PIN), tmp_path / name)
    assert (tmp_path / "file").read_text("utf-8") == "mine"


@pytest.mark.parametrize("there", [False, True])
def test_what_cannot_be_written_whole_is_not_there_at_all(tmp_path: Path, there: bool) -> None:
    """A file whose name the disk refuses, after others were written, leaves nothing behind."""
    folder = tmp_path / "new"
    if there:
        folder.mkdir()
    with pytest.raises(OSError, match="too long"):
        skeleton.lay(skeleton.files(PIN) | {"z" * 300: b""}, folder)
    assert contents(tmp_path) == {}
    assert folder.exists() is there
