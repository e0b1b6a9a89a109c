"""Each rule is explained with an example that is real: a case of tests/cases and what is reported of it."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from factsite.commands.reporting import files_of
from factsite.editor import explain
from factsite.editor.comparison.surveying import difference, survey
from factsite.report import data
from factsite.report.manual import manuals
from factsite.rules import RULES
from tests.built import laid
from tests.test_cases import BASE, MARK, TEMPLATES, TODAY, WITHOUT_CASE, cases, lay_out

if TYPE_CHECKING:
    from pathlib import Path

MANUALS = {manual.name: manual for manual in manuals(RULES)}
OWN_LINE = re.compile(rf"^[ \t]*{MARK.pattern}(?: -->)?[ \t]*\n", re.MULTILINE)
BEHIND = re.compile(rf"[ \t]*{MARK.pattern}(?: -->)?")


def first_case(rule: str) -> Path:
    """Return the case to show: a single file rather than a folder."""
    return min((case for case in cases() if case.parent.name == rule), key=lambda case: (case.is_dir(), case))


def example_of(rule: str, site: Path) -> dict[str, Any]:
    """Return what the case of a rule reports, and the files that it speaks of, without the marks of the case."""
    lay_out(first_case(rule), site)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    for path, content in before.items():
        if path.is_relative_to(site / "seeds"):
            continue
        text = content.decode("utf-8", "surrogateescape")
        path.write_bytes(BEHIND.sub("", OWN_LINE.sub("", text)).encode("utf-8", "surrogateescape"))
    try:
        return reported(rule, site)
    except StopIteration:  # the mark is the fault, as where a comment cuts a text
        for path, content in before.items():
            path.write_bytes(content)
        return reported(rule, site)


def reported(rule: str, site: Path) -> dict[str, Any]:
    """Return the first diagnostic of a rule, and the files that it speaks of."""
    found = laid(site, [site / "templates", TEMPLATES], TODAY)[0].diagnostics
    found += difference(survey(BASE, TODAY), survey(site, TODAY), TODAY).breaches
    diagnostic = next(diagnostic for diagnostic in found if diagnostic.rule == rule)
    files = files_of(site)
    written = json.loads(data.document([diagnostic], files, {}))["diagnostics"][0]
    names = sorted({written["file"], *(other["file"] for other in written["related"])})
    texts = {name: "\n".join(files.lines(name)) for name in names if files.lines(name)}
    return {"diagnostic": written, "files": texts}


def test_every_example_is_what_its_case_reports(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """What is shown of a rule is what happens; ``--rewrite`` takes the examples from the cases anew."""
    found = {}
    for rule in sorted(MANUALS.keys() - WITHOUT_CASE.keys()):
        found[rule] = example_of(rule, tmp_path)
        shutil.rmtree(tmp_path)
        tmp_path.mkdir()
    text = json.dumps(found, indent=1, ensure_ascii=False) + "\n"
    if request.config.getoption("--rewrite"):
        explain.EXAMPLES.write_text(text, encoding="utf-8", newline="\n")
    assert explain.EXAMPLES.read_text(encoding="utf-8") == text


def test_a_rule_is_explained() -> None:
    """What, why and fix come first, then a broken file with what is reported of it."""
    assert (
        "\n".join(explain.explained(MANUALS["repeated-key"], 72))
        == """\
repeated-key (error)

A key stands twice in one mapping.

Why  YAML readers keep the last of the two in silence, and a value is
     lost.

Fix  Keep one. Two pieces of evidence are two list items, each beginning
     with `- `.

For example:

  error[repeated-key]: `source` stands here a second time; first given
      in line 6
    --> content/facts/forgotten-dash.yaml:10:5
     |
   6 |   - source: survey
     |     ------ first given here
    …
  10 |     source: walk
     |     ^^^^^^
     |
     = help: keep one of the two; a new list item begins with `- `"""
    )


@pytest.mark.parametrize("rule", MANUALS)
def test_no_line_is_wider_than_the_terminal(rule: str) -> None:
    """At 60 cells, nothing is broken by the terminal but single words that are longer."""
    for line in explain.explained(MANUALS[rule], 60):
        assert len(line) <= 60 or " " not in line.strip() or "-->" in line or ":::" in line, line
