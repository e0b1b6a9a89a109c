"""The example site: it builds as it stands, in its own words and colours, and nothing of the first site is in it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples/summits-and-rivers"
LABELS = {
    "supported": "Agreed",
    "refuted": "Contradicted",
    "conflicting": "At odds",
    "not-enough-evidence": "Open",
}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    """Return what the command said of a copy of the example, and the site that it wrote."""
    folder = tmp_path_factory.mktemp("example")
    for part in ("content", "seeds", "templates"):
        shutil.copytree(EXAMPLE / part, folder / part)
    command = [sys.executable, str(ROOT / "build.py"), "--root", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False), folder / "site"


@pytest.fixture(scope="module")
def claims(run: tuple[subprocess.CompletedProcess[str], Path]) -> list[dict]:
    """Return the claims as another program reads them."""
    return json.loads((run[1] / "data/claims.json").read_text("utf-8"))["claims"]


def test_the_example_builds_without_a_fault_or_a_warning(
    run: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    """The command that its README gives succeeds and has nothing to say against it."""
    done, site = run
    assert (done.returncode, done.stderr) == (0, "")
    assert re.match(r"17 claims, 5 sources; \d+ files in ", done.stdout), done.stdout
    assert (site / "index.html").is_file()


def test_nothing_of_the_first_site_is_in_it(run: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    """The generator knows neither the title nor the subject of the site that it was made for."""
    first = re.compile(r"Line by line|(?i:Korea|Russia|Ukrain|Pentagon|soldier|troops|\bNIS\b|\bnews\b)")
    kinds = (".html", ".json", ".css", ".svg", ".xml")
    chrome = [path for path in sorted(run[1].rglob("*")) if path.suffix in kinds]
    assert len(chrome) > 40
    for path in chrome:
        own = path.read_text("utf-8").replace("a newspaper of New York", "")
        assert not first.findall(own), path


def test_its_labels_are_the_only_ones(run: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    """Readers see the site's own four words for the verdicts, and none of ours."""
    front = (run[1] / "index.html").read_text("utf-8")
    for label in LABELS.values():
        assert f"{label}</span>" in front
    for path in sorted(run[1].rglob("*.html")):
        html = path.read_text("utf-8")
        for ours in ("Supported</", "Refuted</", "Sources conflict", "Not enough evidence"):
            assert ours not in html, path


def test_its_colours_and_its_template_are_in_the_site(
    run: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    """The published style sheet has its paper in light and in dark, the front page its own opening."""
    sheet = (run[1] / "assets/site.css").read_text("utf-8")
    for token in (
        "--paper: #f3f8fa;",
        "--paper: #0b1d29;",
        "--accent: #00608a;",
        "--not-enough-evidence: #d9c27a;",
    ):
        assert token in sheet
    front = (run[1] / "index.html").read_text("utf-8")
    assert '<svg viewBox="0 0 560 92"' in front.split("<h1>")[0]
    assert "style=" not in front


def test_every_class_of_verdict_occurs(claims: list[dict]) -> None:
    """The example shows agreement, contradiction, conflict and doubt, each derived as the editor has it."""
    standing = [claim for claim in claims if not claim["withdrawn"]]
    assert {claim["verdict"]["derived"] for claim in standing} == set(LABELS)
    assert all(claim["verdict"]["class"] == claim["verdict"]["derived"] for claim in claims)


def test_the_rare_cases_occur(claims: list[dict]) -> None:
    """One source, every source that is cited, no claim, no interval, a long claim, a correction, a withdrawal."""
    cited = {claim["id"]: {piece["source"] for piece in claim["evidence"]} for claim in claims}
    texts = {path.stem for path in (EXAMPLE / "content/sources").glob("*.yaml")}
    assert set().union(*cited.values()) == texts - {"metres-and-feet"} == cited["everest-height"]
    assert cited["amazon-water"] == {"gazetteer"}
    by_id = {claim["id"]: claim for claim in claims}
    assert len(by_id["everest-snow-and-rock"]["claim"]) > 300
    assert by_id["everest-height"]["corrections"]
    assert by_id["everest-named"]["withdrawn"]
    assert {"rounding", "date", "scope", "definition", "unexplained"} <= {
        claim["discrepancy"]["reason"] for claim in claims if claim["discrepancy"]
    }
