from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factsite.cli import main

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests/cases/base"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a small site folder without a fault, that git knows nothing of."""
    return shutil.copytree(BASE, tmp_path / "rivers")


def change(folder: Path, source: str, old: str, new: str) -> str:
    """Change an article; return its digest as it is then."""
    seed = folder / f"seeds/{source}.txt"
    text = seed.read_text("utf-8")
    assert old in text
    seed.write_text(text.replace(old, new), "utf-8")
    return hashlib.sha256(seed.read_bytes()).hexdigest()


def repin(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], str]:
    """Run the command; return its status, the lines it printed below the diff, and what it complained of."""
    status = main(["repin", "--root", str(folder), *arguments])
    out, err = capsys.readouterr()
    return status, [line for line in out.splitlines() if not re.match(r"[ +@-]", line)], err


def contents(folder: Path) -> dict[str, str]:
    """Return the text of all files that an author wrote."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted((folder / "content").rglob("*"))
        if path.is_file()
    }


NEXT = "next: `build.py check`, and read what changed in the article"
UNKNOWN = "(the article as it was is not known; --was FILE gives it)"


def test_ranges_move_with_their_quotations(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Pin, evidence and prose are changed, in nothing but their numbers, and the site holds again."""
    before = contents(folder)
    digest = change(folder, "survey", "\n\nWith", "\nby Ida Holm\n\nWith")
    assert repin(folder, capsys) == (
        0,
        [f"survey: new pin; 3 line ranges moved, 0 as before {UNKNOWN}", NEXT],
        "",
    )
    pin = re.search("[0-9a-f]{64}", before["content/sources/survey.yaml"])
    assert pin
    length = before["content/facts/length.yaml"]
    traffic = before["content/facts/traffic.yaml"]
    assert contents(folder) == before | {
        "content/sources/survey.yaml": before["content/sources/survey.yaml"].replace(pin[0], digest),
        "content/facts/length.yaml": length.replace(
            "source: survey\n    lines: 3", "source: survey\n    lines: 4"
        ).replace("[@survey:3]", "[@survey:4]"),
        "content/facts/traffic.yaml": traffic.replace("lines: 4", "lines: 5"),
    }
    assert main(["check", "-q", "--root", str(folder), "--date", "2024-12-01"]) == 0
    capsys.readouterr()
    assert repin(folder, capsys) == (0, ["no article has changed: all are what their pins say"], "")


def test_what_cannot_be_found_is_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The nearest passage helps; the rest is moved all the same, and the status is 1."""
    change(folder, "opening", "about 9,000 vehicles", "some 9,500 vehicles")
    assert repin(folder, capsys) == (
        1,
        [
            f"opening: new pin; 0 line ranges moved, 2 as before; 2 to look at {UNKNOWN}",
            "content/facts/traffic.yaml:9:12: “about 9,000 vehicles a day” stands nowhere in opening now; nearest is “some 9,500 vehicles a day”, line 6",
            "content/sources/opening.yaml:7:12: lines 10–11 of opening: nothing tells where that stands now",
            NEXT,
        ],
        "",
    )


def test_several_places_are_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing around tells which is meant, the range is left as it is."""
    change(folder, "walk", "It was", "So be it: all 412 metres of it.\nIt was")
    assert repin(folder, capsys, "--dry-run")[:2] == (
        1,
        [
            f"walk: new pin; 0 line ranges moved, 0 as before; 2 to look at {UNKNOWN}",
            "content/facts/length.yaml:16:12: “all 412 metres of it” stands at line 3 and line 4 of walk now; which of them is meant cannot be told",
            "content/sources/walk.yaml:4:54: line 3 of walk: nothing tells where that stands now",
            "nothing was changed; without --dry-run it is",
        ],
    )


def test_the_article_as_it_was_tells_the_rest(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is given by hand, and is refused where it is another one."""
    was = folder / "seeds/opening.txt"
    (folder / "was.txt").write_bytes(was.read_bytes())
    change(folder, "opening", "October 3", "Updated: October 4\nOctober 3")
    assert repin(folder, capsys, "opening", "--was", str(folder / "was.txt")) == (
        0, ["opening: new pin; 4 line ranges moved, 0 as before", NEXT], "",
    )  # fmt: skip
    assert "lines: 11-12" in contents(folder)["content/sources/opening.yaml"]
    change(folder, "opening", "Updated", "Updated again")
    assert repin(folder, capsys, "opening", "--was", str(folder / "was.txt")) == (
        2, [], f"build.py: {folder / 'was.txt'} is not the article that opening was pinned to\n",
    )  # fmt: skip


def test_git_knows_the_article_as_it_was(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whichever revision had the bytes of the pin, in a folder anywhere in the repository."""

    def git(*words: str) -> None:
        names = ["-c", "user.name=Ida", "-c", "user.email=ida@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *names, *words], cwd=folder.parent, check=True, capture_output=True)

    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "-m", "one")
    change(folder, "opening", "October 3", "Updated: October 4\nOctober 3")
    git("commit", "--quiet", "-am", "two")
    assert repin(folder, capsys)[:2] == (0, ["opening: new pin; 4 line ranges moved, 0 as before", NEXT])


def test_nothing_is_done_beside_what_cannot_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fact that cannot be read would be left behind with its old numbers."""
    change(folder, "survey", "\n\n", "\n\n\n")
    (folder / "content/facts/length.yaml").write_text("claim: [", "utf-8")
    before = contents(folder)
    status, lines, complaint = repin(folder, capsys)
    assert (status, lines[0].split(":")[0]) == (1, "content/facts/length.yaml")
    assert (
        complaint
        == "build.py: nothing changed: mend these faults first, or what cannot be read would be left behind\n"
    )
    assert contents(folder) == before


def test_a_source_that_did_not_change(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said, and others that changed are left alone; a name that is none is wrong usage."""
    change(folder, "survey", "\n\n", "\n\n\n")
    before = contents(folder)
    assert repin(folder, capsys, "walk") == (
        0,
        ["walk has not changed: its article is what its pin says"],
        "",
    )
    assert repin(folder, capsys, "wlk") == (
        2,
        [],
        "build.py: there is no source 'wlk'; did you mean `walk`?\n",
    )
    assert contents(folder) == before


def test_relations_move_with_their_evidence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A figure of a relation cites lines too."""
    fact = folder / "content/facts/length.yaml"
    relation = 'relations:\n  - figure: "430 metres [@survey:3]"\n    of: ["412 metres [@opening:5]", "18 metres [@walk:3]"]\n    times: 1\n'
    fact.write_text(fact.read_text("utf-8") + relation, "utf-8")
    change(folder, "survey", "\n\n", "\n\n\n")
    assert repin(folder, capsys, "survey")[0] == 0
    assert fact.read_text("utf-8").endswith(relation.replace("@survey:3", "@survey:4"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(cuts=st.lists(st.integers(0, 12), max_size=5), gone=st.sets(st.integers(1, 11), max_size=2))
def test_nothing_but_numbers_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], cuts: list[int], gone: set[int]
) -> None:
    """However an article changes: files differ in the pin and in numbers of lines alone."""
    folder = shutil.copytree(BASE, tmp_path / "rivers", dirs_exist_ok=True)
    before = contents(folder)
    seed = folder / "seeds/opening.txt"
    lines = [line for number, line in enumerate(seed.read_text("utf-8").split("\n"), 1) if number not in gone]
    for cut in cuts:
        lines.insert(cut, "A new line.")
    seed.write_text("\n".join(lines), "utf-8")
    main(["repin", "--root", str(folder)])
    capsys.readouterr()

    def numberless(text: str) -> str:
        return re.sub(r"[0-9a-f]{64}|(?<=lines: )[\d-]+|(?<=:)[\d-]+(?=\])", "N", text)

    after = contents(folder)
    assert {name: numberless(text) for name, text in after.items()} == {
        name: numberless(text) for name, text in before.items()
    }
