"""The tutorial is run as it is written: its commands, its files, its answers."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from factsite.cli import main

if TYPE_CHECKING:
    import pytest

PAPER: Final = Path(__file__).parent.parent / "docs/tutorial.md"
DATE: Final = "2026-11-22"
DATED: Final = ("check", "cite", "compare", "new", "suggest")
"""Commands of the tutorial that ask for today's date; here it is the one that the tutorial shows."""
BLOCK: Final = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
VARYING: Final = (
    (re.compile(r"\d+ checks in [\d.]+ s"), "N checks in N s"),
    (re.compile(r"\([0-9a-f]{12}\)"), "(commit)"),
    (re.compile(r"my-newsroom: \d+ files"), "my-newsroom: N files"),
)
GIT: Final = {
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_{what}": "editor@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}  # fmt: skip


@dataclass
class Reader:
    """Somebody who does what the page says, block by block."""

    move: pytest.MonkeyPatch
    answers: str = ""
    path: Path = field(default_factory=Path)
    compared: int = 0

    def follow(self, before: str, kind: str, text: str) -> str:
        """Do what one block says and return what it should say; ``before`` is what stands between the last and this one."""
        named = re.search(r"`([^`]+)`( says)?:\s*$", before)
        if named:
            self.path = Path(named[1])
        if kind == "sh":
            if "<!-- not run:" not in before:
                self.answers = "".join(self.typed(line) for line in text.splitlines())
        elif kind == "diff":
            self.path.write_text(edited(self.path.read_text("utf-8"), text), "utf-8")
        elif named and named[2]:
            return self.path.read_text("utf-8")
        elif named:
            self.path.write_text(text, "utf-8")
        else:
            self.compared += 1
            return text if re.fullmatch(pattern(text), settled(self.answers)) else self.answers
        return text

    def typed(self, line: str) -> str:
        """Return what a command answers."""
        program, *words = shlex.split(line)
        if program == "cd":
            self.move.chdir(words[0])
            return ""
        if program == "git":
            return subprocess.run(["git", *words], check=True, capture_output=True, text=True).stdout
        assert program == "factsite"
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            main([*words, "--date", DATE] if words[0] in DATED else words)
        return said.getvalue()


def edited(text: str, change: str) -> str:
    """Return a text after a change that is shown as lines of a diff; what it takes away stands there once."""
    lines = change.splitlines(keepends=True)
    was = "".join(line[1:] for line in lines if line[0] != "+")
    assert text.count(was) == 1
    return text.replace(was, "".join(line[1:] for line in lines if line[0] != "-"))


def settled(text: str) -> str:
    """Return an answer without what differs from run to run."""
    for varying, instead in VARYING:
        text = varying.sub(instead, text)
    return text


def pattern(shown: str) -> str:
    """Return the pattern of an answer: a line `…` stands for any lines, or none."""
    return "".join(
        r"(?:.*\n)*?" if line == "…\n" else re.escape(line)
        for line in settled(shown).splitlines(keepends=True)
    )


def test_whoever_follows_the_tutorial_sees_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Each command can be typed as it stands there, and each answer, file and change is real.

    ``--rewrite`` writes the answers and files that are others now; lines left out are then to be left out again.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["factsite"])
    for name, value in GIT.items():
        monkeypatch.setenv(name, value)
    paper = PAPER.read_text(encoding="utf-8")
    reader, real, end = Reader(monkeypatch), "", 0
    for block in BLOCK.finditer(paper):
        before = paper[end : block.start()]
        real += f"{before}```{block[1]}\n{reader.follow(before, block[1], block[2])}```"
        end = block.end()
    real += paper[end:]
    if request.config.getoption("--rewrite"):
        PAPER.write_text(real, encoding="utf-8")
    assert real == paper
    assert reader.compared >= 10
