from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest

from factsite.cli import main
from factsite.commands.reporting import ink_for, path_in_repository, room
from factsite.place import Place

BASE = Path(__file__).parent.parent / "cases" / "base"
DATE = ["--date", "2024-12-01"]

VARIABLES = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM", "WT_SESSION", "COLUMNS",
             "GITHUB_STEP_SUMMARY", "GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")  # fmt: skip


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a site folder in a repository, with a quotation that stands in another line."""
    (tmp_path / ".git").mkdir()
    site = shutil.copytree(BASE, tmp_path / "sites" / "rivers")
    fact = site / "content/facts/traffic.yaml"
    fact.write_text(fact.read_text("utf-8").replace("lines: 6", "lines: 5"), "utf-8")
    return site


def check(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Check a folder; return status, output and what stands beside it."""
    status = main(["check", "--root", str(folder), *DATE, *arguments])
    return (status, *capsys.readouterr())


def test_full(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The line of the fact, the line that it cites, and where the words stand in the article."""
    status, out, err = check(folder, capsys, "--format", "full", "--quiet")
    assert (status, err) == (1, "")
    assert (
        out
        == """\
error[quote-not-in-lines]: not in line 5 of opening; it stands at line 6
 --> content/facts/traffic.yaml:9:12
  |
8 |     lines: 5
  |            - line 5 cited here
9 |     quote: about 9,000 vehicles a day
  |            ^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
 ::: seeds/opening.txt:6:12
  |
6 | It carries about 9,000 vehicles a day.
  |            -------------------------- it stands here
  |
  = help: write `lines: 6`

More on this: build.py explain quote-not-in-lines
"""
    )


@pytest.mark.parametrize("form", ["github", "sarif", "json"])
def test_what_is_for_programs_stands_alone(
    form: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing else is on standard output; how it ended stands beside it."""
    status, out, err = check(folder, capsys, "--format", form, "--color", "always")
    assert status == 1
    assert err.splitlines()[-1].startswith("2 claims, 3 sources: 1 error, 0 warnings. ")
    assert "\x1b" not in out + err
    if form == "github":
        assert out == (
            "::error file=sites/rivers/content/facts/traffic.yaml,line=9,endLine=9,col=12,endColumn=38,"
            "title=quote-not-in-lines::not in line 5 of opening; it stands at line 6%0Ahelp: write `lines: 6`\n"
        )
    else:
        assert json.loads(out)


def test_json_counts_what_was_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The counts of the last line are there for programs, and the way to the folder."""
    read = json.loads(check(folder, capsys, "--format", "json")[1])
    counts = read["counts"]
    assert counts.pop("checks") > 20
    assert counts == {"errors": 1, "warnings": 0, "claims": 2, "sources": 3}
    assert read["folder"] == "sites/rivers/"


def test_a_run_on_github_has_a_summary(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All faults go into the file that GitHub names, after what stands there, with links to the lines."""
    summary = folder.parent / "summary.md"
    summary.write_text("Before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    for name, value in (("SERVER_URL", "https://github.com"), ("REPOSITORY", "o/r"), ("SHA", "abc")):
        monkeypatch.setenv(f"GITHUB_{name}", value)
    _, _, err = check(folder, capsys, "--format", "github")
    assert "content/facts/traffic.yaml:9:12: error[quote-not-in-lines]" in err
    written = summary.read_text("utf-8")
    assert written.startswith(
        "Before\n## 1 fault to mend before the site can be published\n\n2 claims, 3 sources&#58; 1 error, 0 warnings.\n"
    )
    assert "(https://github.com/o/r/blob/abc/sites/rivers/content/facts/traffic.yaml#L9)" in written
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder))
    status, _, err = check(folder, capsys, "--format", "github")
    assert status == 2
    assert "build.py: the summary cannot be written: " in err


def test_the_way_from_the_top_of_the_repository(folder: Path) -> None:
    """A folder that is the top, or in no repository, has none."""
    assert path_in_repository(folder) == "sites/rivers/"
    assert path_in_repository(folder.parent.parent) == ""


@pytest.mark.parametrize(
    ("environment", "terminal", "pipe"),
    [
        ({}, False, False),
        ({"TERM": "xterm"}, True, False),
        ({"TERM": "dumb"}, False, False),
        ({"WT_SESSION": "1"}, True, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True, False),
        ({"TERM": "xterm", "CLICOLOR": "0"}, False, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"CLICOLOR_FORCE": "1"}, True, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    ],
)
def test_colours_are_for_terminals(
    environment: dict[str, str], terminal: bool, pipe: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A terminal has them unless it cannot or must not, a pipe has none unless it must; the option decides before both."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert (ink_for(Terminal()).colours, ink_for(io.StringIO()).colours) == (terminal, pipe)
    assert ink_for(io.StringIO(), "always").colours
    assert not ink_for(Terminal(), "never").colours


def test_links_are_for_terminals_that_know_them(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A place leads to its file, if there is one; a pipe has no link even where it has colours."""
    monkeypatch.setenv("TERM", "xterm")
    link = ink_for(Terminal(), "auto", folder).place_link
    assert link
    assert (
        link(Place("content/facts/traffic.yaml", 9))
        == (folder / "content/facts/traffic.yaml").resolve().as_uri()
    )
    assert link(Place("content/gone.yaml")) == ""
    assert ink_for(io.StringIO(), "always", folder).place_link is None
    monkeypatch.setenv("TERM", "linux")
    assert ink_for(Terminal(), "auto", folder).place_link is None


def test_a_line_is_as_long_as_the_terminal_is_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe has a hundred cells; very wide and very narrow terminals are not taken at their word."""
    assert room(io.StringIO()) == 100
    for columns, cells in (("80", 80), ("300", 120), ("10", 40)):
        monkeypatch.setenv("COLUMNS", columns)
        assert room(Terminal()) == cells
