"""What editors and hooks are given to run the check by."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from factsite import report
from factsite.cli import parser
from factsite.commands import COMMANDS
from factsite.diagnostic import Diagnostic
from factsite.editor import explain, workspace
from factsite.place import Place

ROOT = Path(__file__).parent.parent
TASKS = {
    task["label"]: task for task in json.loads((ROOT / ".vscode/tasks.json").read_text("utf-8"))["tasks"]
}
PATTERN = TASKS["factsite: check"]["problemMatcher"]["pattern"]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


def matched(line: str) -> dict[str, str] | None:
    """Return what the problem matcher reads off a line."""
    found = re.search(PATTERN["regexp"], line)
    return found and {name: found[group] for name, group in PATTERN.items() if name != "regexp"}


def examples() -> list[Diagnostic]:
    """Return a diagnostic of every rule that has a case."""
    known = json.loads(explain.EXAMPLES.read_text("utf-8"))
    return [explain.diagnostic_of(example["diagnostic"]) for example in known.values()]


@pytest.mark.parametrize("found", examples(), ids=lambda found: found.rule)
def test_the_problem_matcher_reads_every_fault(found: Diagnostic) -> None:
    """File, line, column, severity, rule and message are taken from the first line; the lines below it are no faults."""
    first, *rest = report.lines([found])
    assert matched(first) == {
        "file": found.place.file,
        "line": str(found.place.line),
        "column": str(found.place.column),
        "severity": found.severity,
        "code": found.rule,
        "message": report.printable(found.message),
    }
    assert not any(map(matched, rest))


def test_a_message_that_looks_like_a_fault_is_none() -> None:
    """The place is the first in the line, whatever the message quotes; further places are none."""
    found = Diagnostic(
        "a-rule", Place("a b.yaml", 3, 1), "x.yaml:9:9: error[b-rule] no", "", ((Place("c.yaml"), "here"),)
    )
    first, second = report.lines([found])
    read = matched(first)
    assert read
    assert (read["file"], read["code"]) == ("a b.yaml", "a-rule")
    assert matched(second) is None


@pytest.mark.parametrize("task", TASKS.values(), ids=TASKS)
def test_a_task_is_a_command_that_there_is(task: dict[str, Any]) -> None:
    """Its arguments are understood."""
    script, name, *rest = task["args"]
    assert (ROOT / script).is_file()
    parser(name, ROOT).parse_args(rest)


def test_another_newsroom_has_the_same_tasks() -> None:
    """It runs the package that its environment has, for it has no ``build.py``."""
    theirs = json.loads(workspace.files()[".vscode/tasks.json"])["tasks"]
    for task, ours in zip(theirs, TASKS.values(), strict=True):
        assert task["args"] == ["-m", "factsite", *ours["args"][1:]]
        assert task | {"args": None} == ours | {"args": None}


def test_the_hooks_are_well_formed() -> None:
    """Each has what pre-commit asks of a hook, and runs a command of ours without the names of files."""
    assert [hook["id"] for hook in HOOKS] == ["factsite-check", "factsite-fmt"]
    for hook in HOOKS:
        assert hook.keys() == {
            "id",
            "name",
            "description",
            "entry",
            "language",
            "files",
            "pass_filenames",
            "require_serial",
        }
        assert (hook["language"], hook["pass_filenames"]) == ("python", False)
        program, name, *_ = hook["entry"].split()
        assert program == "factsite"
        assert name in (*COMMANDS, "fmt")
    check, form = (re.compile(hook["files"]) for hook in HOOKS)
    assert check.search("content/facts/a.yaml")
    assert check.search("seeds/a.txt")
    assert not check.search("docs/content/a.yaml")
    assert form.search("content/site.yaml")
    assert form.search("content/facts/a.yaml")
    assert not form.search("content/pages/about.md")
