"""The small site of the cases twice: as it was, and as it is; tests edit the one or the other and compare."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factsite.editor.comparison.surveying import difference, survey

if TYPE_CHECKING:
    from factsite.changes import ClaimChange, Comparison

BASE = Path(__file__).parent / "cases" / "base"
TODAY = dt.date(2024, 12, 1)


@dataclass(frozen=True)
class Twins:
    """Two site folders that begin alike."""

    before: Path
    after: Path

    @classmethod
    def at(cls, folder: Path) -> Twins:
        """Make the two in a folder."""
        return cls(shutil.copytree(BASE, folder / "before"), shutil.copytree(BASE, folder / "after"))

    def edit(self, file: str, *words: str, side: str = "after") -> None:
        """Put other words in place of some, by turns, in a file of one side."""
        path: Path = getattr(self, side) / file
        text = path.read_text("utf-8")
        for old, new in zip(words[::2], words[1::2], strict=True):
            assert old in text, old
            text = text.replace(old, new)
        path.write_text(text, "utf-8")

    def compared(self) -> Comparison:
        """Compare the two."""
        return difference(survey(self.before, TODAY), survey(self.after, TODAY), TODAY)

    def backwards(self) -> Comparison:
        """Compare them the other way round."""
        return Twins(self.after, self.before).compared()

    def changed(self) -> ClaimChange:
        """Return how the one claim differs that does."""
        [change] = self.compared().claims_changed
        return change


LENGTH = "content/facts/length.yaml"
TRAFFIC = "content/facts/traffic.yaml"

NEW = """\
claim: The Alm bridge is 430 metres long.
verdict: not-enough-evidence
summary: One survey says so.
checked: 2024-11-20
topic: size
evidence:
  - source: survey
    lines: 3
    quote: With 430 metres
    stance: supports
"""
