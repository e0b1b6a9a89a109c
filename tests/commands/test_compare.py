from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from factsite.cli import main
from tests.commands.test_revision import commit, git
from tests.twins import LENGTH, TRAFFIC, Twins

ROOT = Path(__file__).parent.parent.parent
DATE = ["--date", "2024-12-01"]


@pytest.fixture
def twins(tmp_path: Path) -> Twins:
    """Return two sites that are the same."""
    return Twins.at(tmp_path)


def run(twins: Twins, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Compare the newer site with the older; return status, output and complaints."""
    status = main(["compare", str(twins.before), "--root", str(twins.after), *DATE, *arguments])
    return status, *capsys.readouterr()


def test_nothing_changed(twins: Twins, capsys: pytest.CaptureFixture[str]) -> None:
    """It says so in one line, and that is fine."""
    assert run(twins, capsys) == (
        0,
        f"Compared with {twins.before}: Nothing changed that a reader would notice.\n",
        "",
    )


def test_a_fault_of_the_change(twins: Twins, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told beside the comparison, as a check tells its faults, and is an error."""
    twins.edit(TRAFFIC, "About 9,000", "About 19,000")
    status, out, err = run(twins, capsys)
    assert status == 1
    assert (
        out
        == f"""\
Compared with {twins.before}: 1 fault of this change, 1 figure changed, 1 claim reworded.

Figures
  claim    where                 before                      after
  traffic  the claim’s sentence  About 9,000 [8,100, 9,900)  About 19,000 [18,000, 20,000)

Claims changed
  traffic: About 19,000 vehicles cross the Alm bridge every day.
      claim: About 9,000 vehicles cross the Alm bridge every day. → About 19,000 vehicles cross the Alm bridge every day.

Pages to look at
  claims/traffic.html: figure changed
"""
    )
    assert err == (
        "content/facts/traffic.yaml:1:8: error[correction-missing] a figure was changed: About 9,000 [8,100, 9,900) →"
        " About 19,000 [18,000, 20,000), and no correction says so\n"
        '    help: write `corrections: [{date: 2024-12-01, text: "It said “About 9,000”, and says “About 19,000” now."}]`,'
        " `published: 2024-11-20`, and `checked: 2024-12-01` when you have checked every citation again\n"
    )
    assert run(twins, capsys, "--quiet") == (1, "", err)


def test_faults_of_the_new_side(twins: Twins, capsys: pytest.CaptureFixture[str]) -> None:
    """What a check would fault is told too; the faults of the base are counted, and are nobody's fault now."""
    twins.edit(LENGTH, "lines: 5", "lines: 6")
    status, out, err = run(twins, capsys)
    assert (status, "error[quote-not-in-lines]" in err, "Not compared" in out) == (1, True, False)
    status, out, err = run(Twins(twins.after, twins.before), capsys)
    assert (status, err) == (0, "")
    assert "Not compared\n  base: it has 1 fault of its own; what could be read of it was compared\n" in out


def test_the_forms(twins: Twins, capsys: pytest.CaptureFixture[str]) -> None:
    """The same as Markdown and as JSON, with nothing else on the output."""
    twins.edit(TRAFFIC, "say so, both", "agree, both")
    _, out, _ = run(twins, capsys, "--format", "markdown")
    assert out.startswith("## 1 claim edited otherwise.\n\nCompared with ")
    _, out, _ = run(twins, capsys, "--format", "json")
    written = json.loads(out)
    assert (written["version"], written["headline"]) == (1, "1 claim edited otherwise.")
    assert written["look"] == [
        {"page": "claims/traffic.html", "kind": "claim", "id": "traffic", "why": "text changed"}
    ]


def test_a_revision(twins: Twins, capsys: pytest.CaptureFixture[str]) -> None:
    """What is not committed yet is compared with what is."""
    git(twins.after, "init", "--quiet", "--initial-branch", "main")
    head = commit(twins.after, {})
    twins.edit(TRAFFIC, "say so, both", "agree, both")
    options = ["--root", str(twins.after), *DATE]
    assert main(["compare", "main", *options]) == 0
    out, err = capsys.readouterr()
    assert (out.splitlines()[0], err) == (f"Compared with main ({head[:12]}): 1 claim edited otherwise.", "")


def test_a_revision_without_a_site(tmp_path: Path, twins: Twins, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there was no site folder yet, everything is new."""
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "Begin")
    assert main(["compare", "HEAD", "--root", str(twins.after), *DATE]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert ", which has no site folder there yet: 2 claims added, " in first


@pytest.mark.parametrize("base", [["nowhere"], ["--", "--output=x"]])
def test_wrong_usage(twins: Twins, capsys: pytest.CaptureFixture[str], base: list[str]) -> None:
    """A base that is none is wrong usage; one that begins with a hyphen never reaches git."""
    git(twins.after, "init", "--quiet")
    assert main(["compare", "--root", str(twins.after), *base]) == 2
    out, err = capsys.readouterr()
    assert (out, err.startswith("build.py: nothing to compare with: ")) == ("", True)


def test_from_the_shell(twins: Twins) -> None:
    """The program itself does it, and what it prints can be read by another."""
    command = [
        sys.executable,
        str(ROOT / "build.py"),
        "compare",
        str(twins.before),
        "--root",
        str(twins.after),
        *DATE,
    ]
    done = subprocess.run([*command, "--format", "json"], capture_output=True, check=True, cwd=twins.after)
    assert (json.loads(done.stdout)["claims_changed"], done.stderr) == ([], b"")


def test_a_run_on_github_is_told_in_three_places(
    twins: Twins, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The faults of the change are annotations, the log and the summary have the rest; what a check finds is counted."""
    summary = twins.after / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    twins.edit(TRAFFIC, "About 9,000", "About ##[error]19,000")
    twins.edit(LENGTH, "stance: supports", "stance: suports")
    status, out, err = run(twins, capsys, "--format", "github")
    assert status == 1
    assert out.startswith("::error file=content/facts/traffic.yaml,line=1,")
    assert "title=correction-missing::a figure was changed: About 9,000 " in out
    assert out.count("::error ") == 1
    assert "content/facts/traffic.yaml:1:8: error[correction-missing] " in err
    assert "##[" not in err
    assert err.endswith("\n`check` finds 3 faults here, and some of this may be owed to that.\n")
    written = summary.read_text("utf-8")
    assert written.startswith("## 1 fault of this change, ")
    assert "suports" not in written
    assert ". \\`check\\` finds 3 faults here, and some of this may be owed to that.\n" in written
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(twins.after))
    status, _, err = run(twins, capsys, "--format", "github")
    assert status == 2
    assert "build.py: the summary cannot be written: " in err
