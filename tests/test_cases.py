"""Runs the cases: files with faults, each of which says itself what must be reported on which of its lines."""

from __future__ import annotations

import datetime as dt
import inspect
import re
import shutil
from pathlib import Path

import pytest

from factsite.compare import RULES as COMPARED
from factsite.editor.comparison.surveying import difference, survey
from factsite.load.text import LARGEST
from factsite.rules import RULES
from tests.built import laid

CASES = Path(__file__).parent / "cases"
BASE = CASES / "base"
TEMPLATES = Path(__file__).parent.parent / "templates"
TODAY = dt.date(2024, 12, 1)

NAMES = {rule.__name__.replace("_", "-"): rule for rule in RULES}
OF_A_CHANGE = {rule.__name__.replace("_", "-") for rule in COMPARED}
"""Rules that no file breaks by itself: what they judge is the change from the base to the case."""

WITHOUT_CASE = {
    "unreadable-file": "git keeps no pipes, and a link of a case would lead elsewhere on another machine; tests/trust/test_paths.py has them",
    "too-large": "a file of more than a million bytes has no place in git",
    "house-style": "a check does not look for it, only `fmt --check` does",
}
"""Rules that a test below or that of a command shows, with the reason why no case does."""

STANDS_AT = {
    "fact": "content/facts/{name}.yaml",
    "source": "content/sources/{name}.yaml",
    "site": "content/site.yaml",
    "origins": "content/origins.yaml",
    "page": "content/pages/{name}.md",
}
"""Where the file of a case stands in the site folder, by its kind."""

MARK = re.compile(r"(?:#|<!--) expect(?P<next>-next)?: (?P<rules>[a-z0-9-]+(?:, [a-z0-9-]+)*)")

Fault = tuple[str, str, int]
"""Rule, file and line."""


def cases() -> list[Path]:
    """Return the files and folders that are a case."""
    return [
        case
        for rule in sorted(CASES.iterdir())
        if rule.is_dir() and rule != BASE
        for case in sorted(rule.iterdir())
    ]


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.parent.name}/{case.name}")
def test_case(case: Path, tmp_path: Path) -> None:
    """Exactly the marked faults are reported, each on its line, and the rule after which the folder is named is one."""
    marked = lay_out(case, tmp_path)
    found = reported(tmp_path)
    if case.parent.name in OF_A_CHANGE:
        found |= broken_since_the_base(tmp_path)
    assert found == marked
    assert case.parent.name in {rule for rule, _, _ in marked}


def lay_out(case: Path, site: Path) -> set[Fault]:
    """Make the site folder of a case out of the base and the case's files; return the faults that are marked there."""
    shutil.copytree(BASE, site, dirs_exist_ok=True)
    if case.is_file():
        name, kind, _ = case.name.rsplit(".", 2)
        files = {STANDS_AT[kind].format(name=name): case}
    else:
        files = {
            path.relative_to(case).as_posix(): path for path in sorted(case.rglob("*")) if path.is_file()
        }
    orders = files.pop("case.txt", None)
    marked = set()
    for file, path in files.items():
        (site / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, site / file)
        marked |= marks(file, path.read_bytes())
    for order in orders.read_text("utf-8").splitlines() if orders else ():
        match order.split():
            case ["without", file]:
                (site / file).unlink()
            case ["expect", rule, place]:
                file, line = place.rsplit(":", 1)
                marked.add((rule, file, int(line)))
            case _:
                raise ValueError(f"{orders}: {order}")
    return marked


def marks(file: str, content: bytes) -> set[Fault]:
    """Return the faults that are marked in a file, whatever its encoding."""
    text = content.replace(b"\0", b"").decode("utf-8", "replace")
    return {
        (rule, file, number + (1 if mark["next"] else 0))
        for number, line in enumerate(text.split("\n"), 1)
        for mark in MARK.finditer(line)
        for rule in mark["rules"].split(", ")
    }


def reported(site: Path) -> set[Fault]:
    """Return the faults that a build of the site reports."""
    outcome, _ = laid(site, [site / "templates", TEMPLATES], TODAY)
    return {
        (diagnostic.rule, diagnostic.place.file, diagnostic.place.line) for diagnostic in outcome.diagnostics
    }


def broken_since_the_base(site: Path) -> set[Fault]:
    """Return the faults of the change that made a site of the base."""
    breaches = difference(survey(BASE, TODAY), survey(site, TODAY), TODAY).breaches
    return {(breach.rule, breach.place.file, breach.place.line) for breach in breaches}


def test_base_holds() -> None:
    """The site that all cases begin with has no fault by itself."""
    outcome, shelf = laid(BASE, [TEMPLATES], TODAY)
    assert outcome.diagnostics == ()
    assert shelf.pages


def test_every_rule_has_a_case() -> None:
    """No rule is without a case, and no case is named after a rule that there is not."""
    assert {case.parent.name for case in cases()} | set(WITHOUT_CASE) == set(NAMES)


@pytest.mark.parametrize("rule", NAMES.values(), ids=NAMES)
def test_docstring(rule: object) -> None:
    """A rule's docstring is its manual: the fault in one line, then why it is one, then how to mend it."""
    lines = inspect.cleandoc(rule.__doc__ or "").splitlines()
    assert lines[0].endswith((".", ")"))
    assert [line[:4] for line in lines if line.startswith(("Why: ", "Fix: "))] == ["Why:", "Fix:"]


def test_too_large(tmp_path: Path) -> None:
    """A file of more bytes than anybody writes by hand is not read."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "content/pages/long.md").write_bytes(b"# Long\n" + b"x" * LARGEST)
    assert reported(tmp_path) == {("too-large", "content/pages/long.md", 1)}
