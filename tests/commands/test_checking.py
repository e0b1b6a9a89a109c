"""What the commands share that check a site and publish nothing."""

from __future__ import annotations

import shutil
from functools import partial
from typing import TYPE_CHECKING

import pytest

from factsite import facts, hands
from factsite.cli import main
from factsite.commands import cluster
from tests.built import HARBOUR, ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("processes", [1, 2])
def test_templates_of_a_site_s_own_are_tried_and_nothing_is_left_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], processes: int
) -> None:
    """In however many processes pages are printed, a check says what a template has wrong, and the folder is as it was."""
    monkeypatch.setattr(cluster, "together", partial(hands.together, processes=processes))
    monkeypatch.setattr(facts, "BATCH", 1)
    monkeypatch.setattr(hands, "ENOUGH", 2)
    for part in ("content", "seeds"):
        shutil.copytree(HARBOUR / part, tmp_path / part)
    own = tmp_path / "templates/parts/facts.html"
    own.parent.mkdir(parents=True)
    shutil.copy(ROOT / "templates/parts/facts.html", own)
    check = ["check", "--quiet", "--root", str(tmp_path), "--date", "2024-07-01"]
    assert (main(check), capsys.readouterr().out) == (0, "")
    own.write_text("{% macro facts(list) %}{{ list.nothing.at }}{% endmacro %}", "utf-8")
    assert main(check) == 1
    assert capsys.readouterr().out.startswith("templates/parts/facts.html:1:1: error[template-fault]")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "seeds", "templates"]
