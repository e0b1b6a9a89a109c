"""What the papers show is what the program does."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from pathlib import Path

import pytest

from factsite import report
from factsite.analyse import method
from factsite.commands.reporting import files_of
from factsite.load import keys_of
from factsite.model import RECORDS, Claim, Evidence
from factsite.pipeline import build
from factsite.report import data, full

ROOT = Path(__file__).parent.parent
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the real content in which the README's fact takes the place of the real one."""
    for part in ("content", "seeds"):
        shutil.copytree(ROOT / part, tmp_path / part)
    example = re.search(
        r"```yaml\n(claim:.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    assert example
    (tmp_path / "content/facts/army-size.yaml").write_text(example[1], encoding="utf-8")
    return tmp_path


def test_the_fact_in_the_readme_can_be_published(folder: Path) -> None:
    """Whoever copies it gets a page."""
    assert build(folder, [ROOT / "templates"], dt.date(2026, 12, 31)).diagnostics == ()


@pytest.mark.parametrize("paper", ["README.md", "docs/authoring.md"])
def test_the_message_that_the_papers_show_is_the_one_that_is_printed(folder: Path, paper: str) -> None:
    """The example of a fault is real: a wrong line in the README's fact."""
    fact = folder / "content/facts/army-size.yaml"
    fact.write_text(fact.read_text(encoding="utf-8").replace("lines: 5", "lines: 6"), encoding="utf-8")
    printed = "\n".join(report.lines(build(folder, [ROOT / "templates"], dt.date(2026, 12, 31)).diagnostics))
    assert printed in (ROOT / paper).read_text(encoding="utf-8")


def test_the_reports_that_the_papers_show_are_what_is_printed(folder: Path) -> None:
    """The same fault in full and as JSON; the expression for editors is that of the task for VS Code."""
    text = (ROOT / "docs/reports.md").read_text(encoding="utf-8")
    fact = folder / "content/facts/army-size.yaml"
    fact.write_text(fact.read_text(encoding="utf-8").replace("lines: 5", "lines: 6"), encoding="utf-8")
    found = build(folder, [ROOT / "templates"], dt.date(2026, 12, 31)).diagnostics
    assert "```\n" + "\n".join(full.lines(found, files_of(folder), 100)) + "\n```" in text
    shown = re.search(r"```json\n(.*?)```", text, re.DOTALL)
    assert shown
    written = json.loads(data.document(found, files_of(folder), {}))
    assert json.loads(shown[1])["diagnostics"] == written["diagnostics"]
    task = json.loads((ROOT / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"][0]
    assert f"```\n{task['problemMatcher']['pattern']['regexp']}\n```" in text


def test_authoring_speaks_of_every_field() -> None:
    """No key of a fact or a citation is left unexplained."""
    text = (ROOT / "docs/authoring.md").read_text(encoding="utf-8")
    for record in RECORDS:
        if record in (Claim, Evidence):
            for key in keys_of(record):
                assert re.search(rf"(?:^#+ .*|`|\*\*){key}\b", text, re.MULTILINE), key


def test_the_rule_in_the_papers_is_the_one_that_derives() -> None:
    """docs/verdicts.md has the table that the program goes by, line for line."""
    table = "".join(f"| {condition} | `{verdict}` |\n" for condition, verdict in method().rule)
    assert table in (ROOT / "docs/verdicts.md").read_text(encoding="utf-8")


def test_the_worked_examples_are_real() -> None:
    """Each names a claim of the site with its verdict, and so do the stances in doubt."""
    text = (ROOT / "docs/verdicts.md").read_text(encoding="utf-8")
    verdicts = dict(re.findall(r"(?m)^\| `([a-z0-9-]+)`: .*\| `([a-z-]+)`", text))
    assert len(verdicts) == 5
    for claim, verdict in verdicts.items():
        fact = (ROOT / "content/facts" / f"{claim}.yaml").read_text(encoding="utf-8")
        assert f"\nverdict: {verdict}\n" in fact
    for claim in re.findall(r"\(`([a-z0-9-]+)`\)", text):
        assert (ROOT / "content/facts" / f"{claim}.yaml").is_file()


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_between_papers_leads_to_a_file(paper: Path) -> None:
    """No link and no picture is broken."""
    text = paper.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text) + re.findall(r'src(?:set)?="([^":]+)"', text)
    for target in targets:
        assert (paper.parent / target).exists(), target
