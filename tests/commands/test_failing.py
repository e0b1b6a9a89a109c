from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factsite import analyse
from factsite.cli import main
from factsite.commands.failing import FOLDER, KEPT, failed
from factsite.making import Making

if TYPE_CHECKING:
    from factsite.model import Claim

SITE = Path(__file__).parents[1] / "sites" / "harbour"
DATE = ("--date", "2026-11-22", "--no-cards")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a site folder that holds, built."""
    made = tmp_path / "site-folder"
    shutil.copytree(SITE, made, ignore=shutil.ignore_patterns("expected", "site", ".factsite"))
    assert main(["build", "-q", *DATE, "--root", str(made)]) == 0
    return made


def contents(folder: Path) -> dict[str, bytes]:
    """Return what stands in a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def fail_for(monkeypatch: pytest.MonkeyPatch, claim: str) -> None:
    """Put a fault into the analysis, which shows with one claim."""
    sound = analyse.examine_claim

    def unsound(one: Claim, background: Any) -> Any:
        return {}["no such \x1b[2Jkey"] if one.id == claim else sound(one, background)

    monkeypatch.setattr(analyse, "examine_claim", unsound)


def told(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, str]:
    """Run a command that fails; return what it told, and what stands in the file that it names."""
    capsys.readouterr()
    assert main([*arguments, "--root", str(folder)]) == 3
    ended = capsys.readouterr()
    assert ended.out == ""
    file = re.search(r"The traceback is in (\S+\.txt);", ended.err)
    assert file
    return ended.err.replace(file[1], "FILE"), Path(file[1]).read_text("utf-8")


def test_a_fault_of_ours_is_told_in_a_paragraph_with_what_was_being_done(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says which file shows it and where the traceback is, steers no terminal, and leaves the site as it was."""
    claim = sorted((folder / "content/facts").glob("*.yaml"))[-1]
    claim.write_text(claim.read_text("utf-8") + "# changed\n", "utf-8")
    before = contents(folder / "site")
    fail_for(monkeypatch, claim.stem)
    words, report = told(folder, capsys, "build", *DATE)
    assert words == (
        "pytest: this is a fault of factsite, and not of your files: KeyError: 'no such \\x1b[2Jkey', "
        f"while content/facts/{claim.name} was examined. What is published is whole. The traceback is in FILE; please report it "
        "with that, and with the file that it names: CONTRIBUTING.md of factsite says how.\n"
    ).replace("pytest", words.partition(":")[0])
    assert "arguments: ['build', '--date', '2026-11-22', '--no-cards'" in report
    assert "in unsound" in report
    assert contents(folder / "site") == before
    monkeypatch.undo()
    assert main(["build", "-q", *DATE, "--root", str(folder)]) == 0
    assert contents(folder / "site").keys() == before.keys()


def test_a_page_that_cannot_be_printed_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where it is one of a batch; nothing of the others is published."""
    sound = Making.page

    def unsound(making: Making, view: Any) -> Any:
        page = sound(making, view)
        if page.path == "matrix.html":
            raise AssertionError("no matrix")
        return page

    shutil.rmtree(folder / "site")
    monkeypatch.setattr(Making, "page", unsound)
    words, _ = told(folder, capsys, "build", *DATE)
    assert "AssertionError: no matrix, while matrix.html was printed." in words
    assert not (folder / "site").exists()


def test_a_traceback_goes_where_it_can_be_written(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """To the folder for what is temporary; where that is gone too, it is told."""
    shutil.rmtree(folder / ".factsite")
    (folder / ".factsite").write_bytes(b"in the way")
    elsewhere = tmp_path / "temporary"
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    fault = KeyError("so")
    assert failed(fault, "check", ["check"], folder) == 3
    assert ": KeyError: 'so', in `check`. What is published is whole." in capsys.readouterr().err
    assert len(list(elsewhere.glob("factsite-*.txt"))) == 1
    shutil.rmtree(elsewhere)
    elsewhere.write_bytes(b"in the way")
    assert failed(fault, "check", ["check"], folder) == 3
    assert "Its traceback:\nfactsite " in capsys.readouterr().err


def test_the_last_reports_are_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A site that is built at every change of a file does not fill the disk with them."""
    reports = folder / ".factsite" / FOLDER
    for number in range(KEPT + 5):
        assert failed(KeyError(f"fault {number}"), "build", ["build"], folder) == 3
    kept = sorted(reports.iterdir(), key=lambda file: file.stat().st_mtime_ns)
    assert len(kept) == KEPT
    assert "fault 24" in kept[-1].read_text("utf-8")
    assert all("fault 4'" not in file.read_text("utf-8") for file in kept)
    assert capsys.readouterr().err.count("please report it") == KEPT + 5
