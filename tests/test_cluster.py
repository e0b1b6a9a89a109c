"""Facts that are examined elsewhere: whoever does it, the site is the same to the byte, and so are the faults."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import dask
import pytest
from distributed import LocalCluster

from bench.corpus import write
from factsite import elsewhere
from factsite.cli import main
from factsite.commands.cluster import ClusterError, hands_of
from tests.built import ROOT, laid

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = dt.date(2026, 12, 31)
DATE = ["--date", "2026-12-31", "--no-cards"]
CLAIMS = 70  # three batches


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a template of its own, and a draft that no other claim leads to."""
    folder = tmp_path_factory.mktemp("quays")
    write(folder, CLAIMS)
    fact = folder / f"content/facts/claim-{CLAIMS - 1:05}.yaml"
    fact.write_text(fact.read_text("utf-8") + "draft: yes\n", "utf-8")
    _own(folder, "pages/claim.html").write_text(
        (ROOT / "templates/pages/claim.html").read_text("utf-8") + "<!-- our own -->\n", "utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """A scheduler with two workers, each a process of its own."""
    with LocalCluster(n_workers=2, threads_per_worker=2, dashboard_address=":0") as cluster:
        yield cluster


def _own(folder: Path, name: str) -> Path:
    path = folder / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _site(folder: Path, **options: Any) -> tuple[Any, ...]:
    """Return all that a build tells and makes."""
    outcome, shelf = laid(folder, [folder / "templates", ROOT / "templates"], TODAY, **options)
    return outcome.diagnostics, outcome.checks, shelf.pages, shelf.drawings


def _published(folder: Path) -> dict[str, bytes]:
    site = folder / "site"
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _copied(folder: Path, to: Path) -> Path:
    return shutil.copytree(folder, to / "copy")


def _broken(folder: Path) -> None:
    """Put faults into facts: one quotation that does not stand there, one file that is no YAML."""
    fact = folder / "content/facts/claim-00002.yaml"
    fact.write_text(fact.read_text("utf-8").replace("There were", "There never were"), "utf-8")
    fact.write_text(fact.read_text("utf-8").replace("lines: ", "lines: 1"), "utf-8")
    (folder / "content/facts/claim-00050.yaml").write_text("claim: [", "utf-8")


def test_any_executor_gives_the_same_site(folder: Path) -> None:
    """Processes that know nothing of this one, and are given nothing but what is sent, print what is printed here."""
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        assert _site(folder, hands=elsewhere.through(pool, ahead=1)) == _site(folder)


def test_a_cluster_gives_the_same_site(folder: Path, cluster: LocalCluster) -> None:
    """The workers of Dask print what is printed here, with several threads too."""
    with hands_of(cluster.scheduler_address) as hands:
        assert _site(folder, hands=hands) == _site(folder)


def test_a_cluster_finds_the_same_faults(folder: Path, cluster: LocalCluster, tmp_path: Path) -> None:
    """Every fault has the same place and the same words, that of a template of the site's own included."""
    copy = _copied(folder, tmp_path)
    with hands_of(cluster.scheduler_address) as hands:
        _own(copy, "pages/claim.html").write_text("{% include 'parts/nowhere.html' %}", "utf-8")
        in_template = _site(copy, hands=hands)
        assert in_template == _site(copy)
        assert {fault.rule for fault in in_template[0]} == {"template-fault"}
        _broken(copy)
        in_facts = _site(copy, hands=hands)
        assert in_facts == _site(copy)
        assert {fault.place.file[-10:] for fault in in_facts[0]} == {"00002.yaml", "00050.yaml"}


def test_the_command_builds_through_a_cluster(folder: Path, cluster: LocalCluster, tmp_path: Path) -> None:
    """``build --cluster`` publishes what ``build`` does, after an edit too, and ``check --cluster`` says the same as ``check``."""
    here, there = _copied(folder, tmp_path / "here"), _copied(folder, tmp_path / "there")
    for _ in range(2):
        assert main(["build", "--root", str(here), *DATE]) == 0
        done = _run("build", there, cluster.scheduler_address)
        assert (done.returncode, done.stderr) == (0, "")
        assert _published(there) == _published(here)
        for copy in (here, there):
            fact = copy / "content/facts/claim-00002.yaml"
            fact.write_text(fact.read_text("utf-8").replace("There were", "There once were"), "utf-8")
    _broken(there)
    said = [_run("check", there, address).stdout for address in ("", cluster.scheduler_address)]
    assert "3 errors" in said[0]
    assert said[0].rpartition(" in ")[0] == said[1].rpartition(" in ")[0]


def _run(command: str, folder: Path, cluster: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command as a user does."""
    words = [sys.executable, ROOT / "build.py", command, "--root", folder, *DATE]
    return subprocess.run(
        [*words, *(["--cluster", cluster] if cluster else [])], capture_output=True, text=True, check=False
    )


def _refused(folder: Path, address: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return the sentence with which a build is refused; nothing is left of it in the site's folder."""
    assert main(["build", "--root", str(folder), "--cluster", address, *DATE]) == 2
    assert not (folder / "site").exists() or not list((folder / "site").iterdir())
    out, err = capsys.readouterr()
    assert not out
    return err.removeprefix("build.py: nothing published: ").rstrip("\n")


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense", "http://127.0.0.1:9", ""])
def test_an_address_where_nobody_answers(
    address: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no scheduler answers, or none could, a sentence says how to start one."""
    monkeypatch.setattr("factsite.commands.cluster.PATIENCE", 0.5)
    assert _refused(folder, address, capsys) == (
        f"no Dask scheduler answers at {address!r}; start one with `dask scheduler`, and write the address that it prints"
    )


def test_a_scheduler_without_workers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Dask would wait for workers without end; a build does not."""
    with LocalCluster(n_workers=0, dashboard_address=":0") as cluster:
        address = cluster.scheduler_address
        assert _refused(folder, address, capsys) == (
            f"the scheduler at {address} has no workers; start some with `dask worker {address} --nworkers auto --nthreads 1`"
        )


def test_a_scheduler_of_another_version(
    folder: Path, cluster: LocalCluster, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Machines that may not understand each other are told apart before anything is sent."""
    monkeypatch.setattr("factsite.commands.cluster.ALIKE", ("python", "dask"))
    found = elsewhere.differences

    def others(here: dict[str, str], there: dict[str, str]) -> list[str]:
        return found({**here, "dask": "2020.1"}, {**there, "dask": "2024.2"})

    monkeypatch.setattr("factsite.elsewhere.differences", others)
    assert _refused(folder, cluster.scheduler_address, capsys) == (
        f"the scheduler at {cluster.scheduler_address} is not like this machine: dask is 2024.2 there, 2020.1 here"
    )


def test_a_worker_that_would_make_other_pages(
    folder: Path, cluster: LocalCluster, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker with other libraries, or another factsite, examines nothing; what differs is named."""
    there = elsewhere.made_with()
    monkeypatch.setattr(elsewhere, "made_with", lambda: there | {"jinja2": "9.0"})
    assert _refused(folder, cluster.scheduler_address, capsys) == (
        f"a worker of {cluster.scheduler_address} would make other pages "
        f"(jinja2 is {there['jinja2']} there, 9.0 here); install the same there as here"
    )


def test_without_dask(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dask is no dependency: who asks for a cluster is told what to install."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert _refused(folder, "tcp://127.0.0.1:9", capsys) == (
        "--cluster needs Dask: run `pip install distributed`"
    )


def _die(*task: object, **how: object) -> None:
    """Stand for facts that take all memory there is."""
    os._exit(1)


def test_a_cluster_that_goes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When workers die of their work, and when the last of them goes, a sentence says so."""
    monkeypatch.setattr("factsite.commands.cluster.EVERY", 0.2)
    monkeypatch.setattr("factsite.commands.cluster.PATIENCE", 30)
    patient = dask.config.set({"distributed.scheduler.allowed-failures": 0})
    with patient, LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=":0") as cluster:
        address = cluster.scheduler_address
        with monkeypatch.context() as deadly, _ends(f"workers of {address} died at the same facts"):
            deadly.setattr(elsewhere, "examined_there", _die)
            with hands_of(address) as hands:
                _site(folder, hands=hands)
        cluster.wait_for_workers(1)
        monkeypatch.setattr("factsite.commands.cluster.PATIENCE", 2)
        with _ends(f"the scheduler at {address} has no workers"), hands_of(address) as hands:
            cluster.scale(0)
            _site(folder, hands=hands)


@contextmanager
def _ends(beginning: str) -> Iterator[None]:
    """Hold that a build through a cluster ends with a sentence that begins so."""
    with pytest.raises(ClusterError) as refusal:
        yield
    assert str(refusal.value).startswith(beginning)
