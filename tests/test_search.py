from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from factsite.cli import main
from factsite.publish import remove_index
from factsite.search import NoIndexError, index

BASE = Path(__file__).parent / "cases" / "base"
DATE = ["--date", "2024-12-01"]


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """Return a small site folder, built."""
    folder = shutil.copytree(BASE, tmp_path / "rivers")
    assert main(["--root", str(folder), *DATE]) == 0
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_the_index_covers_claims_and_articles(newsroom: Path) -> None:
    """Two claims and three articles are five pages; what only Pagefind's own widgets need is left out."""
    assert index(newsroom / "site") == 5
    names = {path.name for path in (newsroom / "site/search").iterdir()}
    assert {
        "pagefind.js",
        "pagefind-worker.js",
        "pagefind-entry.json",
        "fragment",
        "index",
        "filter",
    } <= names
    assert not [name for name in names if "ui" in name or "highlight" in name]


def test_the_same_pages_give_the_same_bytes(newsroom: Path) -> None:
    """Made twice, and made anew, it is the same; and where it is the same its files keep their times."""
    index(newsroom / "site")
    first = contents(newsroom / "site/search")
    times = (newsroom / "site/search/pagefind.js").stat().st_mtime_ns
    index(newsroom / "site")
    assert (newsroom / "site/search/pagefind.js").stat().st_mtime_ns == times
    shutil.rmtree(newsroom / "site/search")
    index(newsroom / "site")
    assert contents(newsroom / "site/search") == first


def test_an_empty_site_has_no_index(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is no claim and no article yet, the pages around them are not found in their place."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.yaml").write_text("title: Rivers\n", "utf-8")
    assert main(["--root", str(tmp_path), *DATE]) == 0
    assert main(["index", "--root", str(tmp_path)]) == 2
    assert capsys.readouterr().err == (
        f"build.py: no search index: {tmp_path}/site has no claims and no articles to search\n"
    )
    assert not (tmp_path / "site/search").exists()


def test_what_an_interrupted_step_left_is_removed(newsroom: Path) -> None:
    """An index that was half made, or half removed, is no part of the site that the next build leaves."""
    before = contents(newsroom / "site")
    for name in (".factsite-search", ".factsite-removed", ".factsite-new"):
        (newsroom / "site" / name / "index").mkdir(parents=True)
        (newsroom / "site" / name / "pagefind.js").write_text("half", "utf-8")
    assert main(["--root", str(newsroom), *DATE]) == 0
    assert contents(newsroom / "site") == before


def test_an_index_that_cannot_be_removed_whole_is_not_served(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is moved away first, so that an interruption never leaves half of it where the search page looks."""
    index(newsroom / "site")

    def interrupted(folder: Path, **_: object) -> None:
        if folder.exists():
            raise KeyboardInterrupt

    monkeypatch.setattr(shutil, "rmtree", interrupted)
    with pytest.raises(KeyboardInterrupt):
        remove_index(newsroom / "site")
    assert not (newsroom / "site/search").exists()


def test_a_build_keeps_the_index_for_as_long_as_it_is_true(newsroom: Path) -> None:
    """It stays where nothing changed; where a page did, it goes with the pages that it was made of."""
    index(newsroom / "site")
    assert main(["--root", str(newsroom), *DATE]) == 0
    assert (newsroom / "site/search/pagefind.js").is_file()
    fact = newsroom / "content/facts/traffic.yaml"
    fact.write_text(fact.read_text("utf-8").replace("summary: ", "summary: In short, "), "utf-8")
    assert main(["--root", str(newsroom), *DATE]) == 0
    assert not (newsroom / "site/search").exists()


def test_there_must_be_a_site(tmp_path: Path) -> None:
    """A folder that no build wrote is not touched."""
    with pytest.raises(NoIndexError, match="holds no site; build it first"):
        index(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_without_pagefind_the_command_says_so(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The site stands as it was, and the status tells that there is no index."""
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    before = contents(newsroom / "site")
    capsys.readouterr()
    assert main(["index", "--root", str(newsroom)]) == 2
    assert capsys.readouterr().err == (
        "build.py: no search index: Pagefind is not installed; there is none for every kind of machine. "
        "The site is complete without search\n"
    )
    assert contents(newsroom / "site") == before


def test_the_command_says_what_it_made(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """How many pages, and where."""
    capsys.readouterr()
    assert main(["index", "--root", str(newsroom)]) == 0
    assert capsys.readouterr().out.startswith(f"Search index of 5 pages in {newsroom / 'site/search'}, in ")
