from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factsite import verify as verifier
from factsite.cli import main
from factsite.render.data import manifest as written
from factsite.verify import main as verify

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
BASE = ROOT / "tests" / "sites" / "rivers"
MANIFEST = "site/data/manifest.json"
VERIFIER = ROOT / "factsite" / "verify.py"


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a small site folder, built."""
    for part in ("content", "seeds"):
        shutil.copytree(BASE / part, tmp_path / part)
    assert main(["--root", str(tmp_path), "--date", "2024-12-01"]) == 0
    capsys.readouterr()
    return tmp_path


def change(folder: Path, how: Callable[[Any], None]) -> None:
    """Change something in the manifest."""
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    how(manifest)
    (folder / MANIFEST).write_text(json.dumps(manifest), "utf-8")


def test_what_a_build_proved_holds(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command finds the manifest of the site by itself."""
    assert main(["verify", "--root", str(folder)]) == 0
    assert capsys.readouterr().out == "7 quotations stand, 3 sources and 11 files in content/ unchanged.\n"


def test_the_verifier_alone(folder: Path) -> None:
    """It runs by itself, on any Python, without the generator; content need not be there."""
    shutil.rmtree(folder / "content")
    command = [sys.executable, "-I", str(VERIFIER), str(folder / MANIFEST), str(folder)]
    ended = subprocess.run(command, capture_output=True, check=False, text=True)
    assert (ended.returncode, ended.stdout, ended.stderr) == (
        0,
        "7 quotations stand, 3 sources unchanged.\n",
        "",
    )


def test_a_changed_article(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A changed byte is told, and every quotation that stands there no longer."""
    seed = folder / "seeds/almanac.txt"
    digest = json.loads((folder / MANIFEST).read_text("utf-8"))["sources"]["almanac"]["sha256"]
    seed.write_text(seed.read_text("utf-8").replace("Nobody", "Everybody"), "utf-8")
    assert verify(folder / MANIFEST, folder) == 1
    assert capsys.readouterr().out == (
        f"seeds/almanac.txt: changed, its SHA-256 is not {digest}\n"
        "mouth, quotation 1: not in line 6 of almanac\n"
        f"2 of 21 statements of {folder / MANIFEST} do not hold.\n"
    )


def test_missing_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An article or fact file that is not there proves nothing."""
    (folder / "seeds/gazette.txt").unlink()
    (folder / "content/facts/mouth.yaml").unlink()
    assert verify(folder / MANIFEST, folder) == 1
    assert capsys.readouterr().out.splitlines()[:-1] == [
        "seeds/gazette.txt: not there",
        "content/facts/mouth.yaml: not there",
        "cafes, quotation 1: not in line 2 of gazette",
        "length, quotation 3: not in line 1 of gazette",
        "rises, quotation 2: not in line 3 of gazette",
    ]


def _set(number: int, **values: Any) -> Callable[[Any], None]:
    def how(manifest: Any) -> None:
        manifest["quotations"][number]["stretches"][0].update(values)

    return how


LIES: dict[str, Callable[[Any], None]] = {
    "another word": _set(4, text="Nobody has measured the mouse."),
    "another line": _set(4, line=5),
    "a line outside the citation": _set(4, line=1),
    "another place": _set(4, start=1),
    "from the end": _set(4, start=-30, end=0),
    "nothing": lambda manifest: manifest["quotations"][4].update(stretches=[]),
    "a word less": _set(4, end=6, text="Nobody"),
    "another digest": lambda manifest: manifest["quotations"][4].update(sha256="0" * 64),
    "lines that there are not": lambda manifest: manifest["quotations"][4].update(lines=[6, 600]),
}


@pytest.mark.parametrize("how", LIES.values(), ids=LIES)
def test_a_manifest_that_lies(
    folder: Path, how: Callable[[Any], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """Words, place, lines and digest of a quotation all have to be right."""
    change(folder, how)
    assert verify(folder / MANIFEST, folder) == 1
    assert capsys.readouterr().out.startswith("mouth, quotation 1: not in line 6")


def test_no_file_outside_the_folder_is_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A manifest from elsewhere cannot ask for other files."""
    (folder.parent / "secret.txt").write_text("secret", "utf-8")
    change(folder, lambda manifest: manifest["sources"]["atlas"].update(file="../secret.txt"))
    assert verify(folder / MANIFEST, folder) == 1
    assert capsys.readouterr().out.startswith("../secret.txt: not there\n")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"sources": 1}', "\0", "[" * 200_000])
def test_what_is_no_manifest(text: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is wrong usage, and no proof."""
    (folder / MANIFEST).write_text(text, "utf-8")
    assert main(["verify", str(folder / MANIFEST), "--root", str(folder)]) == 2
    assert capsys.readouterr().err.startswith(f"verify: {folder / MANIFEST} cannot be read as a manifest: ")


def test_a_manifest_of_another_version(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What its words mean is not known here, so nothing is said of the articles."""
    change(folder, lambda manifest: manifest.update(version=2))
    assert verify(folder / MANIFEST, folder) == 2
    assert capsys.readouterr().err == (
        f"verify: {folder / MANIFEST} cannot be read as a manifest: "
        "ValueError('it is of version 2, and only 1 can be verified')\n"
    )


def test_the_version_that_is_written_is_read() -> None:
    """The verifier shares no code with the build, so both state the version."""
    assert verifier.VERSION == written.VERSION


def test_signs_for_the_terminal_are_not_obeyed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A manifest from elsewhere cannot clear the screen above its failures."""
    change(folder, lambda manifest: manifest["quotations"][0].update(claim="\x1b[2Ja", lines=[99, 99]))
    assert verify(folder / MANIFEST, folder) == 1
    assert capsys.readouterr().out.startswith("\\x1b[2Ja, quotation 1: not in line 99 of ")


def test_verify_takes_one_manifest(capsys: pytest.CaptureFixture[str]) -> None:
    """Two would be a slip."""
    with pytest.raises(SystemExit) as end:
        main(["verify", "one", "two"])
    assert end.value.code == 2
    assert "unrecognized arguments: two" in capsys.readouterr().err
