"""What all tests of the rules begin with: the small site of the cases, and one more fact."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factsite import report
from factsite.pipeline import build

if TYPE_CHECKING:
    from collections.abc import Callable

BASE = Path(__file__).parent.parent / "cases" / "base"
TEMPLATES = Path(__file__).parent.parent.parent / "templates"

FACT = """\
claim: The Alm bridge is the longest in the valley.
verdict: not-enough-evidence
summary: One survey says so.
checked: 2024-11-20
evidence:
  - source: survey
    lines: 3
    quote: the Alm bridge is the longest in the valley
    stance: supports
"""


@pytest.fixture
def judge(tmp_path: Path) -> Callable[..., list[str]]:
    """Return a function that adds a fact to the site, with some of its words replaced, and returns the report."""

    def judged(old: str = "", new: str = "", fact: str = FACT) -> list[str]:
        shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
        assert old in fact
        (tmp_path / "content/facts/longest.yaml").write_text(fact.replace(old, new) if old else fact, "utf-8")
        return list(report.lines(build(tmp_path, [TEMPLATES], dt.date(2024, 12, 1)).diagnostics))

    return judged
