from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from factsite.cli import main
from factsite.memo.memory import Memory
from factsite.publish import remove_index
from factsite.search import NoIndexError
from factsite.search import index as index_of

BASE = Path(__file__).parent.parent / "cases" / "base"
DATE = ["--date", "2024-12-01"]


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """Return a small site folder, built."""
    folder = shutil.copytree(BASE, tmp_path / "rivers")
    assert main(["--root", str(folder), *DATE]) == 0
    return folder


def index(site: Path) -> int:
    """Make the index of a site, as the command does."""
    return index_of(site, Memory(site.parent))


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def entry(newsroom: Path) -> dict[str, Any]:
    """Return the entry of the index, unpacked."""
    return json.loads(gzip.decompress((newsroom / "site/search/index.bin").read_bytes()))


def test_the_index_covers_claims_and_articles(newsroom: Path) -> None:
    """Two claims and three articles are five pages, known by their kinds; every file that the entry names is there."""
    assert index(newsroom / "site") == 5
    known = entry(newsroom)
    assert known["pages"] == 5
    assert known["filters"]["kind"] == {"article": [2, 1, 1], "claim": [0, 1]}
    bundles = [known["bundles"][at : at + 10] for at in range(0, len(known["bundles"]), 10)]
    named = {f"{name}.bin" for name in ("index", *bundles, *known["shelves"].values())}
    assert {path.name for path in (newsroom / "site/search").iterdir()} == {*named, "manifest.json"}


def test_the_same_pages_give_the_same_bytes(newsroom: Path) -> None:
    """Made twice, and made anew, it is the same; and where it is the same its files keep their times."""
    index(newsroom / "site")
    first = contents(newsroom / "site/search")
    times = (newsroom / "site/search/index.bin").stat().st_mtime_ns
    index(newsroom / "site")
    assert (newsroom / "site/search/index.bin").stat().st_mtime_ns == times
    shutil.rmtree(newsroom / "site/search")
    index(newsroom / "site")
    assert contents(newsroom / "site/search") == first
    shutil.rmtree(newsroom / ".factsite")
    shutil.rmtree(newsroom / "site/search")
    index(newsroom / "site")
    assert contents(newsroom / "site/search") == first


def test_an_index_that_was_tampered_with_is_made_whole(newsroom: Path) -> None:
    """A file that is missing, too much, cut off or other than it was: the next run puts it right, from a damaged memory too."""
    index(newsroom / "site")
    folder = newsroom / "site/search"
    first = contents(folder)
    (folder / "more.bin").write_bytes(b"more")
    for number, path in enumerate(sorted(folder.glob("?*.bin"))):
        if number % 3 == 0:
            path.unlink()
        elif number % 3 == 1:
            path.write_bytes(path.read_bytes()[:-9])
    for path in (newsroom / ".factsite").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-1])
    index(newsroom / "site")
    assert contents(folder) == first


def test_after_an_edit_it_is_as_if_made_from_nothing(newsroom: Path) -> None:
    """What is remembered of the other pages gives the same bytes; what nothing needs any more is forgotten."""
    index(newsroom / "site")
    fact = newsroom / "content/facts/traffic.yaml"
    fact.write_text(fact.read_text("utf-8").replace("summary: ", "summary: Unheard-of, "), "utf-8")
    assert main(["--root", str(newsroom), *DATE]) == 0
    index(newsroom / "site")
    after, remembered = contents(newsroom / "site/search"), contents(newsroom / ".factsite/search").keys()
    assert any(
        b"unheard 0:" in gzip.decompress(file) or b"unheard #0 " in gzip.decompress(file)
        for name, file in after.items()
        if name.endswith(".bin")
    )
    shutil.rmtree(newsroom / ".factsite")
    shutil.rmtree(newsroom / "site/search")
    index(newsroom / "site")
    assert contents(newsroom / "site/search") == after
    assert contents(newsroom / ".factsite/search").keys() == remembered


def test_interrupted_it_leaves_the_old_index(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are written aside; where the last of them cannot be, the index is the one of before, and whole."""
    index(newsroom / "site")
    first = contents(newsroom / "site")
    page = newsroom / "site/claims/traffic.html"
    page.write_text(page.read_text("utf-8").replace("traffic", "haulage"), "utf-8")
    write = Path.write_bytes

    def interrupted(path: Path, content: bytes) -> int:
        if path.name == "index.bin":
            raise KeyboardInterrupt
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", interrupted)
    with pytest.raises(KeyboardInterrupt):
        index(newsroom / "site")
    after = contents(newsroom / "site")
    assert {name: after[name] for name in first if name.startswith("search/")} == {
        name: content for name, content in first.items() if name.startswith("search/")
    }
    assert after.keys() == first.keys()


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
        (newsroom / "site" / name / "index.bin").write_text("half", "utf-8")
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
    assert (newsroom / "site/search/index.bin").is_file()
    fact = newsroom / "content/facts/traffic.yaml"
    fact.write_text(fact.read_text("utf-8").replace("summary: ", "summary: In short, "), "utf-8")
    assert main(["--root", str(newsroom), *DATE]) == 0
    assert not (newsroom / "site/search").exists()


def test_there_must_be_a_site(tmp_path: Path) -> None:
    """A folder that no build wrote is not touched."""
    with pytest.raises(NoIndexError, match="holds no site; build it first"):
        index(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_command_says_what_it_made(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """How many pages, and where."""
    capsys.readouterr()
    assert main(["index", "--root", str(newsroom)]) == 0
    assert capsys.readouterr().out.startswith(f"Search index of 5 pages in {newsroom / 'site/search'}, in ")
