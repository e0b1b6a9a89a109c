"""The commands hold whatever is in the files, in their names and on the streams: 0, 1 or 2, and never a traceback."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factsite.cli import main

ROOT = Path(__file__).parent.parent
BASE = Path(__file__).parent / "cases" / "base"
DATE = ["--date", "2024-12-01"]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="streams and names as POSIX has them")

BITS = (
    b"\0", b"\xff", b"\xed\xa0\x80", "\u2028\x85\u202e\u200b\ufeff".encode(), b"\r", b"\r\n", b"\n\n", b"\t", b"\x1b]8;;x\x07",
    b'"', b"'", b": ", b"- ", b" #", b"|\n", b">-\n", b"&a ", b"*a", b"!!int ", b"---\n", b"{", b"]", b"\\", b"[@", b"%",
    b"9" * 30, b"1e999", b"0/0", b"2024-02-30", b"0000-00-00", "… ² ١ ½ \u0301 – ".encode(), b"about ", b" million ", b" to ",
)  # fmt: skip
"""What is put into files at random places."""

COMMANDS = (
    ["check", "--no-cards"], ["check", "--format", "full", "--no-cards"], ["check", "--format", "github", "--no-cards"],
    ["check", "--format", "sarif", "--no-cards"], ["check", "--fix", "--no-cards"], ["fmt"], ["repin"], ["cite", "1.2 million"],
    ["new", "The Alm bridge is 412 metres long.", "-n"], ["new", "--from", "1", "-n"], ["suggest"], ["source", "list"],
    ["coverage"], ["compare", str(BASE), "--format", "markdown"], ["compare", str(BASE)], ["schema"],
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a small site folder without a fault."""
    return shutil.copytree(BASE, tmp_path / "bridges")


def shell(line: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell in which ``factsite`` is the program and ``$site`` the folder."""
    program = f'factsite() {{ "{sys.executable}" "{ROOT / "build.py"}" "$@"; }}\n'
    return subprocess.run(
        ["sh", "-c", program + line],
        env={**os.environ, "site": str(folder), **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def spoilt(content: bytes, chance: random.Random) -> bytes:
    """Return bytes of which some are changed, taken out, or put in."""
    for _ in range(chance.choice((1, 1, 2, 5))):
        at, other = chance.randrange(len(content) + 1), chance.randrange(len(content) + 1)
        put = chance.choice((*BITS, bytes([chance.randrange(256)]), content[other : other + 40]))
        content = content[:at] + put + content[at + chance.choice((0, 0, 1, 9)) :]
    return content


def test_no_bytes_of_any_file_break_a_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever stands in the files, each command ends with a status, and nothing that it prints steers a terminal."""
    chance = random.Random(5)
    files = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    for _ in range(40):
        for path in chance.sample(list(files), 2):
            path.write_bytes(spoilt(files[path], chance))
        command = chance.choice(COMMANDS)
        dated = DATE if command[0] not in ("fmt", "repin", "schema") else []
        assert main([*command, "--root", str(folder), *dated]) in (0, 1, 2)
        out, err = capsys.readouterr()
        assert not set("\x1b\x07\x85\u202e\u2028") & set(out + err)
        for path, content in files.items():
            path.write_bytes(content)


@pytest.mark.parametrize("form", ["concise", "full", "github", "sarif", "json"])
def test_a_name_of_other_bytes_is_told_in_every_form(folder: Path, form: str) -> None:
    """A file's name that is no UTF-8, or would steer a terminal, is told by numbers; the others are told too."""
    for name in (b"a\xff.yaml", b"b\n::error::\x1b]8;;x\x07.yaml"):
        Path(os.fsdecode(os.fsencode(folder / "content/facts") + b"/" + name)).write_bytes(b"claim: [\n")
    ran = shell(
        f'factsite check --no-cards --date 2024-12-01 --root "$site" --format {form}', folder,
        GITHUB_STEP_SUMMARY=str(folder / "summary.md"), PYTHONIOENCODING="utf-8:strict",
    )  # fmt: skip
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    assert ran.stdout.count("not-an-id") >= 2
    assert not set("\x1b\x07") & set(ran.stdout + ran.stderr)


def test_what_is_printed_is_utf_8(folder: Path) -> None:
    """It is to be pasted into files that are; the encoding of the terminal has no say."""
    article = folder / "seeds/opening.txt"
    article.write_text(article.read_text("utf-8") + "Ærøskøbing – “quay”\n", "utf-8")
    ran = shell('factsite cite quay --root "$site"', folder, PYTHONIOENCODING="ascii")
    assert "Ærøskøbing – “[quay]”" in ran.stdout


@pytest.mark.parametrize(
    ("line", "status", "complaint"),
    [
        ("factsite cite bridge", 2, "build.py: the disk refuses: [Errno 28] No space left on device\n"),
        ("factsite fmt", 2, "build.py: the disk refuses: [Errno 28] No space left on device\n"),
        ("factsite explain", 2, "build.py: the disk refuses: [Errno 28] No space left on device\n"),
    ],
)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_a_full_disk_behind_the_output(folder: Path, line: str, status: int, complaint: str) -> None:
    """It is said in a sentence; a program that reads the output learns it from the status."""
    root = "" if "explain" in line else '--root "$site"'
    ran = shell(f"{line} {root} >/dev/full", folder)
    assert (ran.returncode, ran.stderr) == (status, complaint)


@pytest.mark.parametrize("command", ["cite bridge", "fmt", "repin", "source list", "check --fix"])
def test_a_reader_who_has_seen_enough(folder: Path, command: str) -> None:
    """Nothing is said when the output is closed before its end, by any command."""
    assert shell(f'factsite {command} --root "$site" | true', folder).stderr == ""


@pytest.mark.parametrize(
    ("line", "status", "complaint"),
    [
        ('factsite cite bridge --root "$site" >&-', 0, ""),
        ('factsite check --root "$site" --date 2024-12-01 --no-cards >&- 2>&-', 0, ""),
        ('factsite source add - --id quay --root "$site" <&-', 2, "build.py: standard input: there is no word in it\n"),
    ],
)  # fmt: skip
def test_closed_streams(folder: Path, line: str, status: int, complaint: str) -> None:
    """A stream that the caller closed, as some schedulers do, is as good as empty."""
    ran = shell(line, folder)
    assert (ran.returncode, ran.stderr) == (status, complaint)


def test_suggest_reads_plain_files_only(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pipe under the name of an article is not waited for, a folder is not read."""
    before = main(["suggest", "--seeds", str(folder / "seeds")]), capsys.readouterr()
    os.mkfifo(folder / "seeds/pipe.txt")
    (folder / "seeds/folder.txt").mkdir()
    assert (main(["suggest", "--seeds", str(folder / "seeds")]), capsys.readouterr()) == before


def test_no_base_is_not_the_current_folder(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A variable of a script that is empty by mistake does not compare the folder with itself, and find nothing."""
    monkeypatch.chdir(folder)
    assert main(["compare", ""]) == 2
    assert capsys.readouterr().err == "build.py: nothing to compare with: '' is no revision\n"


def test_a_file_in_the_place_of_a_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A site whose facts cannot be read for it does not pass for one without facts."""
    shutil.rmtree(folder / "content/facts")
    (folder / "content/facts").write_text("claim: A claim\n")
    assert main(["check", "--no-cards", "--root", str(folder), *DATE]) == 1
    assert capsys.readouterr().out.splitlines()[:2] == [
        "content/facts:1:1: error[stray-file] this is a folder in every site, and here it is a file or a link",
        "    help: move it away, and put the files that belong there in a folder of this name",
    ]
