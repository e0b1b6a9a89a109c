"""A small site folder for tests of commands."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from factsite.cli import main

if TYPE_CHECKING:
    import pytest

BASE = Path(__file__).parent.parent / "cases" / "base"
DATE = ["--date", "2024-12-01"]


def run(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run a command on a folder; return its status, what it printed, and what it complained of."""
    status = main([*arguments, "--root", str(folder), *DATE])
    out, err = capsys.readouterr()
    return status, out, err


def copied(to: Path) -> Path:
    """Copy the bridges, a site of two claims and three articles without a fault."""
    return shutil.copytree(BASE, to / "bridges")
