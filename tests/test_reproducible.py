"""The same bytes and modes, whatever a build is surrounded by. ``python -m tests.trust.verify`` is the long run of this."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from factsite.cli import main
from tests.trust.verify import AXES, SITES, built, differing, each, pairwise, published

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = {name: values[0] for name, values in AXES.items()}


@pytest.fixture(scope="module")
def plain() -> dict[str, tuple[str, str]]:
    """Return the site as it is built in the plainest world."""
    return built(SITES["rivers"], PLAIN)


@pytest.mark.parametrize("number", range(len(each())))
def test_the_same_site_in_every_world(number: int, plain: dict[str, tuple[str, str]]) -> None:
    """Every value of every axis is met in one of these builds, many at once."""
    assert differing(plain, built(SITES["rivers"], each()[number])) == []


def test_what_is_published_can_be_read_by_a_web_server(plain: dict[str, tuple[str, str]]) -> None:
    """Whatever the umask."""
    assert {mode for _, mode in plain.values()} == {"644", "755"}


def test_the_long_run_has_every_two_values_of_two_axes() -> None:
    """So a fault that two things bring about together is met."""
    worlds = pairwise()
    for one, first in AXES.items():
        for another, second in AXES.items():
            if one < another:
                met = {(world[one], world[another]) for world in worlds}
                assert met == {(a, b) for a in first for b in second}
    assert len(worlds) < 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a site folder of its own."""
    for part in ("content", "seeds"):
        shutil.copytree(SITES["rivers"] / part, tmp_path / "rivers" / part)
    return tmp_path / "rivers"


def test_the_day_of_the_build_is_on_no_page(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So there is nothing for `SOURCE_DATE_EPOCH` to say, and whoever verifies a copy need not know the day; a date only has to have come."""
    sites = []
    for day, epoch in (("2024-12-01", "0"), ("2031-02-03", "1700000000"), ("2031-02-03", "no number")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        shutil.rmtree(folder / "site", ignore_errors=True)
        shutil.rmtree(folder / ".factsite", ignore_errors=True)
        assert main(["build", "--no-cards", "--root", str(folder), "--date", day, "--quiet"]) == 0
        sites.append(published(folder / "site"))
    assert sites[0] == sites[1] == sites[2]
    assert main(["verify", "--root", str(folder), "--date", "2040-01-01"]) == 0


def test_line_endings_that_git_made(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of records with CRLF the same pages are made, and the manifest tells that the records are others; an article with CRLF breaks its pin."""
    build = ["build", "--no-cards", "--root", str(folder), "--date", "2024-12-01", "--quiet"]
    assert main(build) == 0
    before = published(folder / "site")
    _to_crlf(folder / "content")
    assert main(build) == 0
    assert differing(before, published(folder / "site")) == ["data/manifest.json"]
    assert main(["verify", "--root", str(folder), "--date", "2024-12-01"]) == 0
    capsys.readouterr()
    _to_crlf(folder / "seeds")
    assert main(build) == 1
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(" has changed")[0] for line in said if "error[" in line] == [
        f"content/sources/{name}.yaml:2:9: error[pin-broken] seeds/{name}.txt"
        for name in ("almanac", "atlas", "gazette")
    ]


def _to_crlf(folder: Path) -> None:
    for path in folder.rglob("*.*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
