from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from factsite.cli import main

PIN = ["--requirement", "factsite @ git+https://git.example.org/factsite@1f0e"]


def test_it_says_what_was_made_and_what_to_do_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next three commands can be copied as they are."""
    monkeypatch.chdir(tmp_path)
    assert main(["init", "my news", *PIN]) == 0
    count = sum(path.is_file() for path in tmp_path.rglob("*"))
    assert capsys.readouterr().out.splitlines() == [
        f"Made a site folder in my news: {count} files.",
        "Next:",
        "  python build.py check --root 'my news'",
        "  python build.py suggest --root 'my news'",
        "  python build.py serve --root 'my news'",
    ]
    assert main(["check", "--root", "my news"]) == 0
    assert "1 claim, 2 sources; everything holds." in capsys.readouterr().out


def test_a_pin_that_other_machines_cannot_follow_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From a checkout nobody knows where factsite can be had."""
    assert main(["init", str(tmp_path / "news")]) == 0
    out = capsys.readouterr().out
    assert "requirements.txt says `factsite==" in out
    assert "such as `factsite @ git+https://…@COMMIT`." in out


def test_a_filled_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is wrong usage, and says what to do instead."""
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert main(["init", str(tmp_path)]) == 2
    assert capsys.readouterr().err == (
        f"build.py: nothing made: {tmp_path} holds mine.txt; name a folder that is empty or not there yet\n"
    )


@pytest.mark.parametrize("text", ["", " ", "two\nlines", "\x1b[31m"])
def test_a_title_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    """What would break the YAML, or a terminal, is refused before anything is made."""
    with pytest.raises(SystemExit) as left:
        main(["init", str(tmp_path / "news"), "--title", text])
    assert left.value.code == 2
    assert f"{text!r} is no text of one line" in capsys.readouterr().err
    assert not (tmp_path / "news").exists()


@pytest.fixture
def news(wheel: Path, installed: Path, tmp_path: Path) -> Path:
    """Return a site folder as another newsroom has it: made by the installed command, and committed twice."""
    command = [
        str(installed / "bin/factsite"),
        "init",
        "news",
        "--requirement",
        f"factsite @ {wheel.as_uri()}",
    ]
    surroundings = os.environ | {"PYTHONPATH": str(installed)}
    done = subprocess.run(command, cwd=tmp_path, env=surroundings, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-3:] == ["  cd news", "  factsite check", "  factsite serve"]
    folder = tmp_path / "news"
    commit(folder, "git init -q -b main", "git add -A", "git commit -q -m First")
    fact = folder / "content/facts/example-library-books.yaml"
    fact.write_text(fact.read_text("utf-8").replace("newsletter says", "newsletter has"), "utf-8")
    commit(folder, "git commit -q -a -m Second")
    return folder


def commit(folder: Path, *commands: str) -> None:
    """Run git in a folder as somebody whose settings are unknown."""
    named = {
        f"GIT_{who}_{what}": "news@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    for command in commands:
        surroundings = os.environ | named | {"GIT_CONFIG_GLOBAL": os.devnull}
        subprocess.run(command.split(), cwd=folder, env=surroundings, check=True)


def steps(*workflows: Path) -> dict[str, None]:
    """Return what the steps of workflows run, each once."""
    jobs = (yaml.safe_load(path.read_text("utf-8"))["jobs"] for path in workflows)
    return dict.fromkeys(
        step["run"] for by in jobs for job in by.values() for step in job["steps"] if "run" in step
    )


def test_the_steps_of_its_workflows_run(news: Path, tmp_path: Path) -> None:
    """Every step of both workflows, in a fresh environment into which the wheel goes, and the summary is written."""
    summary = tmp_path / "summary.md"
    packages = next(path for path in sys.path if path.endswith("site-packages"))
    surroundings = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PYTHONPATH": packages,  # what factsite depends on is that of the tests, for there may be no network
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "GITHUB_STEP_SUMMARY": str(summary),
        "ADDRESS": "https://news.example.org/facts",
    }
    for step in steps(news / ".github/workflows/pull-request.yml", news / ".github/workflows/publish.yml"):
        done = subprocess.run(
            ["bash", "-c", step], cwd=news, env=surroundings, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, (step, done.stdout, done.stderr)
    assert (news / "site/search/index.bin").is_file()
    assert "https://news.example.org/facts/" in (news / "site/feed.xml").read_text("utf-8")
    assert "example-library-books" in summary.read_text("utf-8")
    shutil.rmtree(news / "site")
    commit(news, "git diff --exit-code", "git clean -n -d --quiet")
