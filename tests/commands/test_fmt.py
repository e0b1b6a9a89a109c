from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

import pytest

from factsite.cli import main
from factsite.editor import ordering

ROOT = Path(__file__).parent.parent.parent
MESSY = b"verdict: supported\r\nclaim: A.\r\n# c"
NEAT = b"claim: A.\nverdict: supported\n# c\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a site folder in house order, but for one fact."""
    shutil.copytree(ROOT / "tests/cases/base/content", tmp_path / "content")
    (tmp_path / "content/facts/messy.yaml").write_bytes(MESSY)
    return tmp_path


@pytest.mark.parametrize(
    "site", [".", "examples/summits-and-rivers", "tests/sites/rivers", "tests/sites/harbour"]
)
def test_all_content_is_in_house_order(site: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What newcomers copy from looks as it should."""
    assert main(["fmt", "--check", "--root", str(ROOT / site)]) == 0, capsys.readouterr().out


def test_what_changes_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The one file is written with its permissions, the others are not touched, and a second time none is."""
    fact = folder / "content/facts/messy.yaml"
    fact.chmod(0o640)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.yaml") if path != fact}
    assert main(["fmt", "--root", str(folder)]) == 0
    total = len(before)
    assert capsys.readouterr().out == f"content/facts/messy.yaml\n1 file changed, {total} in order.\n"
    assert fact.read_bytes() == NEAT
    assert fact.stat().st_mode & 0o777 == 0o640
    assert before == {path: path.stat().st_mtime_ns for path in before}
    assert sorted(path.name for path in fact.parent.glob(".*")) == []
    assert main(["fmt", "--root", str(folder)]) == 0
    assert capsys.readouterr().out == f"0 files changed, {total + 1} in order.\n"


def test_check_shows_the_difference_and_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A machine learns from the exit status, a reader from the patch."""
    fact = folder / "content/facts/messy.yaml"
    assert main(["fmt", "--check", str(fact), "--root", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "--- content/facts/messy.yaml",
        "+++ content/facts/messy.yaml",
        "@@ -1,3 +1,3 @@",
        "-verdict: supported␍",
        "-claim: A.␍",
        "-# c (no line end)",
        "+claim: A.",
        "+verdict: supported",
        "+# c",
        "1 file would change, 0 in order. `build.py fmt` puts them in order.",
    ]
    assert fact.read_bytes() == MESSY


def test_the_patch_of_a_file_that_no_record_needs(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lines that stay are not looked for in a file of thousands, which would take hours; the patch applies all the same."""
    monkeypatch.setattr(ordering, "MOST_LINES", 6)
    fact = folder / "content/facts/messy.yaml"
    fact.write_bytes(b"claim: A.\nsummary:  B.\nverdict: supported\n# c\n")
    assert main(["fmt", "--check", str(fact), "--root", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines()[2:-1] == [
        "@@ -2,3 +2,3 @@", "-summary:  B.", "-verdict: supported", "-# c", "+verdict: supported", "+summary: B.", "+# c",
    ]  # fmt: skip


def test_a_run_on_github_is_told_where_and_how(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An annotation stands on the first line that would change; the patch is in the log, where no line of it is a command."""
    summary = folder / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    fact = folder / "content/facts/messy.yaml"
    fact.write_bytes(b"claim: |\n  ::error::no\n\n\nverdict: supported\n")
    check = ["fmt", "--check", "--format", "github", "--root", str(folder)]
    assert main(check) == 1
    out, err = capsys.readouterr()
    assert out == (
        "::error file=content/facts/messy.yaml,line=3,endLine=3,col=1,endColumn=2,title=house-style::"
        "from here on, this file is not in house order; nothing it says is wrong%0A"
        "help: `build.py fmt content/facts/messy.yaml` puts it in order; the log of this step shows what changes\n"
    )
    assert "\\u{3a}:error::no" in err
    assert not any(line.lstrip().startswith("::") for line in err.splitlines())
    written = summary.read_text("utf-8")
    assert written.startswith("## House style\n\n1 file would change, ")
    assert written.endswith(" in order. `build.py fmt` puts them in order.\n")
    assert main(["fmt", "--root", str(folder)]) == 0
    capsys.readouterr()
    assert main(check) == 0
    assert capsys.readouterr().out == ""
    assert summary.read_text("utf-8") == written


def test_a_file_with_faults_is_left_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The faults are told as `check` tells them, and the other files are put in order."""
    (folder / "content/facts/broken.yaml").write_bytes(b"verdict: a\nclaim: 'b\n")
    assert main(["fmt", "--root", str(folder)]) == 1
    out = capsys.readouterr().out
    assert (
        "content/facts/broken.yaml:2:8: error[yaml-syntax] the quotation mark that opens here is never closed\n"
        in out
    )
    assert "1 file changed, " in out
    assert out.endswith(" in order, 1 left alone because of faults.\n")
    assert (folder / "content/facts/broken.yaml").read_bytes() == b"verdict: a\nclaim: 'b\n"


@pytest.mark.parametrize(
    ("arguments", "given", "status", "printed"),
    [
        (["-"], MESSY, 0, NEAT),
        (["-", "--kind", "origins"], b"a:\n  type: person\n  name: A", 0, b"a:\n  name: A\n  type: person\n"),
        (["-", "--check"], NEAT, 0, b""),
        (["-"], b"claim: 'b", 1, b""),
    ],
)
def test_standard_input(
    arguments: list[str], given: bytes, status: int, printed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor sends a text and puts what comes back in its place, if all went well."""
    out = io.TextIOWrapper(io.BytesIO(), "utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), "utf-8"))
    monkeypatch.setattr(sys, "stdout", out)
    assert main(["fmt", *arguments]) == status
    assert out.buffer.getvalue() == printed  # type: ignore[attr-defined]


def test_a_file_of_no_kind_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The message says what can be put in order; nothing is, where one of the files cannot."""
    page = folder / "content/pages/about.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("# About\n")
    fact = folder / "content/facts/messy.yaml"
    assert main(["fmt", str(fact), str(page)]) == 2
    assert f"{page} has no house order; content/facts/*.yaml, " in capsys.readouterr().err
    assert main(["fmt", str(folder / "nothing.yaml")]) == 2
    assert fact.read_bytes() == MESSY


def test_nothing_is_written_through_a_link(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pull request with a link changes no file outside the site folder."""
    real = folder.parent / "elsewhere.yaml"
    fact = folder / "content/facts/messy.yaml"
    fact.rename(real)
    fact.symlink_to(real)
    assert main(["fmt", str(fact)]) == 2
    assert capsys.readouterr().err == f"build.py: {fact} is no plain file; nothing is written through links\n"
    assert real.read_bytes() == MESSY
