"""Makes the mistakes of docs/mistakes.md, and holds that each gets the message that stands there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest  # noqa: TC002  pytest reads the annotations

from factsite.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

BASE = Path(__file__).parent / "cases" / "base"
PAGE = Path(__file__).parent.parent / "docs" / "mistakes.md"
MISTAKE = re.compile(r"### (\d+)\. (.+)\n\n```diff\n([^`]+(?:```yaml[^`]+)?)```\n\n```\n((?:.*\n)*?)```\n")


def mistakes() -> list[tuple[str, str, str, str]]:
    """Return the number, the title, the change and the message of every mistake on the page."""
    return MISTAKE.findall(PAGE.read_text("utf-8"))


def make(change: str, folder: Path) -> None:
    """Make a mistake in a site folder."""
    head, *lines = change.splitlines()
    name, _, renamed = head.partition(" → ")
    path = folder / name
    text = path.read_text("utf-8")
    for old, new in hunks(lines):
        assert text.count(old) == 1 or new
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")
    if renamed:
        path.rename(folder / renamed)


def hunks(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what is taken out and what is put in its place, hunk after hunk."""
    signs = "".join(line[0] for line in lines)
    for hunk in re.finditer(r"-+\+*", signs):
        part = lines[hunk.start() : hunk.end()]
        yield tuple("".join(f"{line[1:]}\n" for line in part if line[0] == sign) for sign in "-+")


def said(change: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what is said of a mistake."""
    make(change, shutil.copytree(BASE, folder))
    main(["check", "--quiet", "--root", str(folder), "--date", "2024-12-01"])
    return capsys.readouterr().out


def test_each_mistake_gets_its_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    """The page shows what is printed, word for word."""
    found = mistakes()
    assert [int(number) for number, *_ in found] == list(range(1, len(found) + 1))
    messages = [said(change, tmp_path / number, capsys) for number, _, change, _ in found]
    if request.config.getoption("--rewrite"):
        PAGE.write_text(rewritten(iter(messages)), "utf-8")
        PAGE.write_text(TABLE.sub(table().replace("\\", r"\\"), PAGE.read_text("utf-8")), "utf-8")
    else:
        assert messages == [message for *_, message in found]


TABLE = re.compile(r"\| mistake \|.*\n(?:\|.*\n)*")


def table() -> str:
    """Return the list of all mistakes, each with the rules that find it."""
    rows = ["| mistake | found by |", "| --- | --- |"]
    for number, title, _, message in mistakes():
        rules = dict.fromkeys(re.findall(r"(?m)^\S.*?: (?:error|warning)\[([a-z-]+)\]", message))
        named = ", ".join(f"[`{rule}`](rules.md#{rule})" for rule in rules)
        rows.append(f"| {number}. {title} | {named} |")
    return "".join(f"{row}\n" for row in rows)


def test_the_table_lists_every_mistake() -> None:
    """It stands before them, with the rules that find them."""
    assert TABLE.search(PAGE.read_text("utf-8"))[0] == table()  # type: ignore[index]


def rewritten(messages: Iterator[str]) -> str:
    """Return the page with other messages."""
    return MISTAKE.sub(
        lambda found: f"{found[0][: found.start(4) - found.start()]}{next(messages)}```\n",
        PAGE.read_text("utf-8"),
    )


def test_every_message_names_the_place_and_the_repair() -> None:
    """It begins with the file that the mistake is in, and somewhere there is help."""
    found = mistakes()
    assert len(found) >= 30
    for _, title, _, message in found:
        assert re.match(r"(content|seeds)/\S.*:\d+:\d+: (error|warning)\[", message), title
        assert re.search(r"(?m)^    (help: |(content|seeds)/\S)", message), title
