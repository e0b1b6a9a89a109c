from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from bench import corpus
from bench.profile import OTHERS, PARTS, ROOT, part_of, profiled
from bench.report import results

if TYPE_CHECKING:
    from pathlib import Path
    from types import FrameType


def frame_of(*files: str) -> FrameType:
    """Return the stack of functions of these files, the last called by the others."""
    calls: list[FrameType] = []
    names: dict[str, object] = {"take": lambda: calls.append(sys._getframe(1))}
    inner = "take()"
    for file in reversed(files):
        exec(compile(f"def call():\n    {inner}", file, "exec"), names)
        names[f"call{len(names)}"] = names["call"]
        inner = f"call{len(names) - 1}()"
    names["call"]()  # type: ignore[operator]
    return calls[0]


@pytest.mark.parametrize(
    ("files", "part"),
    [
        (("factsite/facts.py", "factsite/analyse/figures/amounts.py", "/usr/lib/re.py"), "figures"),
        (("factsite/render/pages/claims.py", "factsite/english.py"), "views of pages"),
        (
            ("factsite/render/engine.py", "/site/templates/pages/claim.html"),
            "templates and the rest of printing",
        ),
        (("build.py", "factsite/facts.py"), OTHERS),
    ],
)
def test_a_moment_is_spent_in_the_name_of_the_innermost_part(files: tuple[str, ...], part: str) -> None:
    """A library, and a module that all use, works for who called it."""
    stack = [str(ROOT / file) if file.startswith("factsite") else file for file in files]
    assert part_of(frame_of(*stack)) == part


def test_a_build_is_profiled_as_it_is(tmp_path: Path) -> None:
    """A cold build of some claims spends time in all large parts, and the table has them per claim."""
    corpus.write(tmp_path, 25)
    parts = profiled(tmp_path)
    assert {"figures", "reading of files", "views of pages"} < parts.keys() <= {*PARTS.values(), OTHERS}
    page = results(
        {"date": "", "machine": {}, "runs": [], "profile": [{"claims": 25, "parts": {"figures": 0.05}}]}
    )
    assert "| part | 25 claims |\n| --- | ---: |\n| figures | 2 |\n| all | 2 |\n" in page
