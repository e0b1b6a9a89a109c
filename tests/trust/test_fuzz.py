"""What the fuzzer is given, and what is written down of it."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from tests.trust import fuzz
from tests.trust.targets import TARGETS

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_command_fuzzes_all_targets() -> None:
    """No target is left out by the command."""
    assert set(fuzz.TARGETS) == set(TARGETS)
    assert set(fuzz.SHORTER) <= set(TARGETS)


def test_figures_of_runs_add_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each run adds to its target and to its code; edges, which are the same ones, do not add up."""
    monkeypatch.setattr(fuzz, "RUNS", tmp_path / "runs/fuzzing.json")
    fuzz.record("yaml", {"executions": 10, "seconds": 2, "broken": 0, "edges": 7}, "a1")
    fuzz.record("yaml", {"executions": 5, "seconds": 1, "broken": 1, "edges": 6}, "b2")
    fuzz.record("site", {"executions": 1, "seconds": 4, "broken": 0, "edges": 9}, "b2")
    assert json.loads(fuzz.RUNS.read_text("utf-8")) == {
        "targets": {
            "yaml": {"executions": 15, "seconds": 3, "broken": 1, "edges": 7},
            "site": {"executions": 1, "seconds": 4, "broken": 0, "edges": 9},
        },
        "commits": {
            "a1": {"executions": 10, "seconds": 2, "broken": 0},
            "b2": {"executions": 6, "seconds": 5, "broken": 1},
        },
        "executions": 16,
        "seconds": 7,
        "broken": 1,
    }


def test_what_was_kept_is_laid_down_as_it_is(tmp_path: Path) -> None:
    """The first byte of what was kept for a site tells the file already; another one before it would make other inputs of it."""
    laid = {path.read_bytes() for path in fuzz.laid("site", tmp_path).iterdir()}
    assert laid >= {content for _, content in fuzz.corpus("site")}


def test_the_time_of_beginning_counts() -> None:
    """What it takes to import what is fuzzed is taken from its time; what has none left ends at once."""
    seconds = int(
        fuzz.seconds_left(f"{fuzz.UNTIL}{time.monotonic() + 5000}").removeprefix("-max_total_time=")
    )
    assert 0 < seconds <= 5000
    assert fuzz.seconds_left(f"{fuzz.UNTIL}{time.monotonic() - 5}") == "-max_total_time=1"
