"""The half of a build that is done fact by fact."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from factsite import facts
from tests.built import RIVERS, ROOT, laid
from tests.test_pipeline import TODAY

if TYPE_CHECKING:
    from pathlib import Path

LAST = "It rises in the Blue Hills."


@pytest.mark.parametrize("batch", [1, 32])
def test_a_template_that_does_not_work_is_told_of_as_the_first_claim_shows_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    """However many claims are printed at once: here no card works, and the page of the last claim does not."""
    monkeypatch.setattr(facts, "BATCH", batch)
    for part in ("content", "seeds"):
        shutil.copytree(RIVERS / part, tmp_path / part)
    broken = {
        "cards/claim.svg": "{{ page.no }}",
        "pages/claim.html": f'{{{{ page.no if page.claim == "{LAST}" }}}}',
    }
    for name, text in broken.items():
        path = tmp_path / "templates" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    outcome, _ = laid(tmp_path, [tmp_path / "templates", ROOT / "templates"], TODAY)
    told = [fault.place.file for fault in outcome.diagnostics if fault.rule == "template-fault"]
    assert told == ["templates/cards/claim.svg"]
