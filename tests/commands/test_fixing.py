from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from factsite.cli import main

BASE = Path(__file__).parents[1] / "cases" / "base"
FACT = "content/facts/traffic.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a small site folder without a fault."""
    return shutil.copytree(BASE, tmp_path / "rivers")


def check(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Check a folder quietly; return the status, what was printed, and what was complained of."""
    status = main(["check", "--root", str(folder), "--date", "2024-12-01", "-q", *arguments])
    return status, *capsys.readouterr()


def spoil(folder: Path, *changes: tuple[str, str]) -> bytes:
    """Make changes to the fact on traffic; return it as it was."""
    before = (folder / FACT).read_bytes()
    after = before.decode()
    for old, new in changes:
        assert old in after
        after = after.replace(old, new, 1)
    (folder / FACT).write_bytes(after.encode())
    return before


DIFF = f"""\
--- a/{FACT}
+++ b/{FACT}
@@ -1,10 +1,10 @@
 claim: About 9,000 vehicles cross the Alm bridge every day.
 verdict: supported
-sumary: Two articles say so, both on the word of the council.
+summary: Two articles say so, both on the word of the council.
 checked: 2024-11-20
 topic: traffic
 evidence:
   - source: opening
-    lines: 5
+    lines: 6
     quote: about 9,000 vehicles a day
     stance: supports
"""


def test_lines_that_the_article_does_not_have(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip such as 66 for 6 is repaired too, where the quotation tells what was meant."""
    before = spoil(folder, ("lines: 6", "lines: 66"))
    assert check(folder, capsys, "--fix")[0] == 0
    assert (folder / FACT).read_bytes() == before
    spoil(folder, ("lines: 6", "lines: 66"), ("about 9,000 vehicles", "about 9,500 vehicles"))
    assert check(folder, capsys, "--fix")[0] == 1


def test_what_is_certain_is_repaired(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The diff is shown, the files read as before the slips, and nothing is left to do."""
    before = spoil(folder, ("summary", "sumary"), ("lines: 6", "lines: 5"))
    status, printed, _ = check(folder, capsys, "--fix")
    assert (status, printed.splitlines()[: DIFF.count("\n")]) == (0, DIFF.splitlines())
    assert (folder / FACT).read_bytes() == before
    assert check(folder, capsys, "--fix") == (0, "", "")


def test_the_diff_alone_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is the same diff, and the status is that of the files as they are."""
    spoil(folder, ("summary", "sumary"), ("lines: 6", "lines: 5"))
    spoilt = (folder / FACT).read_bytes()
    status, printed, _ = check(folder, capsys, "--diff")
    assert status == 1
    assert printed.startswith(DIFF)
    assert "2 repairs in 1 file; `--fix` makes them" in printed
    assert (folder / FACT).read_bytes() == spoilt


def test_repairs_that_bring_each_other_to_light(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A quotation under a misspelt key, with other marks, from other lines, takes three rounds and one command."""
    before = (folder / FACT).read_bytes()
    seed = folder / "seeds/opening.txt"
    seed.write_text(seed.read_text("utf-8").replace("twenty years", "twenty – long – years"), "utf-8")
    main(["repin", "--root", str(folder)])
    capsys.readouterr()
    spoil(
        folder,
        ("lines: 6", "lines: 7"),
        ("quote: about 9,000 vehicles a day", "qoute: We waited twenty -- long -- years for it"),
        ("stance: supports", "stance: context"),
    )
    status, printed, _ = check(folder, capsys, "--fix")
    text = (folder / FACT).read_text("utf-8")
    assert "    lines: 8\n    quote: We waited twenty – long – years for it\n    stance: context\n" in text
    assert len(text.splitlines()) == len(before.decode().splitlines())
    assert "quote-not-in-lines" not in printed
    assert status == 1  # one article alone supports nothing


def test_line_ends_comments_and_mode_stay(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only the characters of the value change, in a file of any line ends."""
    text = (folder / FACT).read_text("utf-8").replace("lines: 6", "lines: 6   # so").replace("\n", "\r\n")
    (folder / FACT).write_bytes(text.replace("lines: 6 ", "lines: 5 ").encode())
    (folder / FACT).chmod(0o640)
    assert check(folder, capsys, "--fix")[0] == 0
    assert (folder / FACT).read_bytes() == text.encode()
    assert (folder / FACT).stat().st_mode & 0o777 == 0o640
    assert [path.name for path in (folder / "content/facts").iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("stance: supports", "stance: suports"),
        ("verdict: supported", "verdict: suported"),
        ("about 9,000 vehicles a day", "about 8,000 vehicles a day"),
        ("about 9,000 vehicles a day", "About 9,000 vehicles a day"),
        ("source: opening", "source: openin"),
        ("checked: 2024-11-20", "checked: 2024-11-31"),
        ("    lines: 6\n    quote: about 9,000 vehicles a day", "    lines: 6\n    quote: The"),
        ("    lines: 6\n    quote: about 9,000 vehicles a day", "    lines: 6\n    quote: Alm bridge opens"),
        (
            "    lines: 6\n    quote: about 9,000 vehicles a day",
            "    lines: 6\n    quote: Ten walks along the Alm",
        ),
    ],
)
def test_what_is_not_certain_is_left(
    folder: Path, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    """Words of meaning, values, and a quotation that stands at several places or in boilerplate are an editor's matter."""
    spoil(folder, (old, new))
    spoilt = (folder / FACT).read_bytes()
    status, printed, _ = check(folder, capsys, "--fix")
    moved = "opens" in new  # the headline is no boilerplate in this site
    assert status == 1 or moved
    assert ((folder / FACT).read_bytes() == spoilt) is not moved
    assert ("---" in printed) is moved


def test_a_link_is_not_written_through(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fact file that is a link to elsewhere stays as it is, and so do all others."""
    spoil(folder, ("lines: 6", "lines: 5"))
    elsewhere = folder.parent / "elsewhere.yaml"
    (folder / FACT).rename(elsewhere)
    (folder / FACT).symlink_to(elsewhere)
    content = elsewhere.read_bytes()
    status, _, complaint = check(folder, capsys, "--fix")
    assert (status, complaint) == (1, "")  # it is not even read
    assert elsewhere.read_bytes() == content
    assert (folder / FACT).is_symlink()
