"""What the papers show is what the program does."""

from __future__ import annotations

import datetime as dt
import json
import re
import shlex
import shutil
from collections import Counter
from pathlib import Path

import pytest

from factsite import model, report
from factsite.analyse import method
from factsite.cli import main
from factsite.commands.reporting import files_of
from factsite.load import keys_of
from factsite.model import RECORDS
from factsite.pipeline import build
from factsite.report import data, full

ROOT = Path(__file__).parent.parent
VALUES = {
    "Every field, good and bad": (
        model.Claim, model.Evidence, model.Discrepancy, model.Relation, model.Correction, model.Withdrawal,
    ),
    "Every field of a source": (model.Source, model.Boilerplate),
    "Every field of origins.yaml": (model.Origin,),
    "Every field of site.yaml": (
        model.Site, model.Publisher, model.Topic, model.Verdict, model.Colours, model.Palette,
    ),
}  # fmt: skip
"""Under which heading of authoring.md the keys of each kind of record are shown."""
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


def test_the_ten_minute_way_of_the_readme_leads_to_a_draft(folder: Path) -> None:
    """Its `cite` and `new` do what it says, and nothing keeps the site from being published."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    typed = re.findall(r"(?m)^python build\.py ((?:cite|new) .*)$", text)
    assert [main([*shlex.split(line), "--root", str(folder), "--date", "2026-12-31"]) for line in typed] == [
        0,
        0,
    ]
    outcome = build(folder, [ROOT / "templates"], dt.date(2026, 12, 31))
    assert {fault.severity for fault in outcome.diagnostics} == {"warning"}


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


def authoring(heading: str) -> str:
    """Return what authoring.md says under a heading, up to the next one of its rank."""
    text = (ROOT / "docs/authoring.md").read_text(encoding="utf-8")
    rank, _, rest = text.partition(f" {heading}\n")
    assert rest, heading
    marks = rank.rpartition("\n")[2]
    return re.split(rf"(?m)^#{{2,{len(marks)}}} ", rest)[0]


def shown_of(key: str, text: str) -> tuple[int, int]:
    """Return how many good and how many bad values of a key there are: in its rows of tables, else in list items."""
    rows = [cells for cells in rows_of(text) if f"`{key}`" in cells[0]]
    good, bad = (len(re.findall(rf"(?m)^- {mark}: .*`{key}:", text)) for mark in ("good", "bad"))
    return good + sum(bool(row[1]) for row in rows), bad + sum(bool(row[2]) for row in rows)


def rows_of(text: str) -> list[list[str]]:
    """Return the rows of the tables of good and bad values."""
    lines = re.findall(r"(?m)^\| (`.*) \|$", text)
    return [cells for line in lines if len(cells := line.split(" | ")) == 3]


def test_every_field_has_a_good_and_a_bad_value() -> None:
    """Every key of every kind of record, and as often as kinds of one file have it."""
    told = [record for records in VALUES.values() for record in records]
    assert set(told) == set(RECORDS)
    for heading, records in VALUES.items():
        text = authoring(heading)
        needed = Counter(key for record in records for key in keys_of(record))
        assert [key for key, count in needed.items() if min(shown_of(key, text)) < count] == [], heading


@pytest.mark.parametrize(
    ("heading", "file"),
    [
        ("Every field of a source", "content/sources/eastside.yaml"),
        ("Every field of origins.yaml", "content/origins.yaml"),
        ("Every field of site.yaml", "content/site.yaml"),
    ],
)
def test_a_bad_value_is_the_fault_that_is_named(folder: Path, heading: str, file: str) -> None:
    """Where the papers name a rule, the value is reported under it, at its own line."""
    for other in set((folder / "content/facts").iterdir()) - {folder / "content/facts/army-size.yaml"}:
        other.unlink()
    path, before = folder / file, (folder / file).read_text(encoding="utf-8")
    deep = "  " if file.endswith("origins.yaml") else ""
    told = [re.match(r"`((\w+): .*?)` – `(.*?)`", row[2]) for row in rows_of(authoring(heading))]
    missed = []
    for line, key, rule in (found.groups() for found in told if found):
        others = re.sub(rf"(?m)^{deep}{key}:.*\n(?:{deep} .*\n)*", "", before)
        path.write_text(f"{others}{deep}{line}\n", encoding="utf-8")
        faults = build(folder, [ROOT / "templates"], dt.date(2026, 12, 31)).diagnostics
        if (rule, others.count("\n") + 1) not in {(fault.rule, fault.place.line) for fault in faults}:
            missed.append(line)
    assert any(told)
    assert missed == []


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
    """No link and no picture is broken, and no link to a heading."""
    text = paper.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^):]+)\)", text) + re.findall(r'src(?:set)?="([^":]+)"', text)
    for target in targets:
        name, _, anchor = target.partition("#")
        there = paper.parent / name if name else paper
        assert there.exists(), target
        assert not anchor or anchor in anchors(there.read_text(encoding="utf-8")), target


def anchors(text: str) -> set[str]:
    """Return what links to the headings of a paper end in."""
    headings = re.findall(r"(?m)^#+ (.*)$", text)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
