"""What a command costs: of all its processes, and of none that it leaves behind."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench import measure
from bench.contestants import ROOT, Hugo, Ours

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/smaps_rollup").exists(), reason="only Linux tells of the memory of processes"
)
PYTHON = [sys.executable, "-S", "-E", "-c"]


def test_the_memory_of_all_processes_counts_together(tmp_path: Path) -> None:
    """What two processes hold at the same time is one sum; what they share counts once."""
    program = (
        "import os, time; shared = os.urandom(40 << 20); child = os.fork(); own = os.urandom(20 << 20); "
        "time.sleep(1); child and os.wait()"
    )
    assert 80 < measure.run([*PYTHON, program], tmp_path, sampled=True).memory < 110


def test_the_time_of_processes_below_counts(tmp_path: Path) -> None:
    """CPU time is that of the command and of all that it waited for."""
    program = "import os, time\nchild = os.fork()\nif child: os.wait()\nelse:\n while time.process_time() < 0.3: pass"
    cost = measure.run([*PYTHON, program], tmp_path)
    assert cost.cpu >= 0.3
    assert cost.memory == 0


def test_what_fails_or_goes_on_is_no_measurement(tmp_path: Path) -> None:
    """A command that fails is shown with its words; so is one whose processes outlive it."""
    with pytest.raises(measure.FailedError, match="exit status 3\nno such thing"):
        measure.run(["sh", "-c", "echo no such thing; exit 3"], tmp_path)
    with pytest.raises(measure.FailedError, match="left processes behind"):
        measure.run(["sh", "-c", "sleep 2 & exit 0"], tmp_path)


@pytest.mark.parametrize("kind", [Ours, Hugo])
def test_an_edit_changes_one_place(kind: type[Ours], tmp_path: Path) -> None:
    """The number of the edition is written anew each time, in the claim, the article and the template."""
    site = kind(tmp_path / "site")
    site.write(50)
    template = site.folder / site.template
    before = (template if template.exists() else ROOT / site.template).read_text("utf-8")
    for edition in (1, 2):
        site.edit(25, edition)
        site.edit_source(2, 50, edition)
        site.edit_template(edition)
    assert (site.folder / site.template).read_text("utf-8").replace(" Edition 2.", "") == before
    for name in (site.claim_file.format("claim-00025"), site.source_file.format("article-0002")):
        text = (site.folder / name).read_text("utf-8")
        assert (text.count("Edition 2."), text.count("Edition")) == (1, 1)
