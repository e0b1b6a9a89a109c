"""What is laid in a site's folder, and what is left there."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.memo.ledger import Lines
from factsite.memo.pack import DamagedError
from factsite.memo.seen import outputs_of
from factsite.page import Drawing, Page
from factsite.printing import whole
from factsite.publish import ASIDE, MARK, NotOursError, Publication, Published, Run, Shelf, refuse_foreign

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

INDEX = Page("index.html", b"<h1>Bridges</h1>")
LENGTH = Page("claims/length.html", b"<h1>412 metres</h1>")
PAGES = (INDEX, LENGTH)
IMPOSSIBLE = Page("x" * 1000 + ".html", b"no disk takes a name of this length")


def files(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by path, but for the mark that it is ours."""
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*"))}
    return {name: path.read_bytes() for name, path in found.items() if path.is_file() and name != MARK}


def publication(folder: Path) -> Publication:
    """Return a publication of a build that knows nothing of the last one, and draws nothing."""
    return Publication(folder, lambda drawings: (), outputs_of(str(folder.parent)))


def publish(pages: Iterable[Page], folder: Path) -> Published:
    """Publish pages, and nothing else."""
    into = publication(folder)
    into.open()
    paths = set()
    for page in pages:
        into.lay(page.path, page.content)
        paths.add(page.path)
    return into.close(paths)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a folder in which the two pages are published."""
    publish(PAGES, tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Return a folder beside the site, in which there is a page of the same name."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "length.html").write_bytes(LENGTH.content)
    return folder


def test_exactly_these_pages(tmp_path: Path) -> None:
    """A folder that is not there is made, and holds the pages and nothing else."""
    assert publish(PAGES, tmp_path / "deep" / "site") == Published(written=2, unchanged=0, removed=0)
    assert files(tmp_path / "deep" / "site") == {page.path: page.content for page in PAGES}


def test_stale_files_go(site: Path) -> None:
    """What is no page any more is removed, and so are folders in which nothing is left."""
    (site / "claims/deep/er").mkdir(parents=True)
    (site / "claims/deep/er/.hidden.html").write_bytes(b"")
    assert publish([INDEX], site) == Published(written=0, unchanged=1, removed=2)
    assert sorted(path.name for path in site.iterdir()) == [MARK, "index.html"]


def test_unchanged_files_keep_their_times(site: Path) -> None:
    """Only what changed is written, so that copying the site elsewhere takes little."""
    old = 1_000_000_000
    for name in (INDEX.path, LENGTH.path, MARK):
        os.utime(site / name, (old, old))
    changed = Page(LENGTH.path, b"<h1>430 metres</h1>")
    assert publish([INDEX, changed], site) == Published(written=1, unchanged=1, removed=0)
    times = {name: int((site / name).stat().st_mtime) == old for name in (INDEX.path, LENGTH.path, MARK)}
    assert times == {INDEX.path: True, LENGTH.path: False, MARK: True}
    assert (site / LENGTH.path).read_bytes() == changed.content


def test_hidden_files_at_the_top_are_kept(site: Path) -> None:
    """A .gitignore or .git in the folder is somebody else's."""
    (site / ".gitignore").write_bytes(b"*")
    (site / ".git/empty").mkdir(parents=True)
    (site / ".git/HEAD").write_bytes(b"ref")
    publish([INDEX], site)
    assert files(site) == {".git/HEAD": b"ref", ".gitignore": b"*", INDEX.path: INDEX.content}
    assert (site / ".git/empty").is_dir()


def test_a_folder_with_nothing_but_hidden_files_becomes_ours(tmp_path: Path) -> None:
    """A new clone of the project holds only a .gitignore there."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/.gitignore").write_bytes(b"*")
    publish([INDEX], tmp_path / "site")
    assert files(tmp_path / "site") == {".gitignore": b"*", INDEX.path: INDEX.content}


def test_a_foreign_folder_is_refused_and_untouched(tmp_path: Path) -> None:
    """Nothing is written to, or removed from, a folder in which somebody else keeps files."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "thesis.txt").write_bytes(b"ten years of work")
    with pytest.raises(NotOursError) as refusal:
        publish(PAGES, folder)
    assert str(refusal.value) == f"{folder} holds thesis.txt, which factsite did not write"
    assert files(folder) == {"thesis.txt": b"ten years of work"}
    assert not (folder / MARK).exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A file where the folder should be is refused."""
    (tmp_path / "site").write_bytes(b"")
    with pytest.raises(NotOursError) as refusal:
        publish(PAGES, tmp_path / "site")
    assert str(refusal.value) == f"{tmp_path / 'site'} is no folder"


def test_a_folder_that_is_not_there_is_not_foreign(tmp_path: Path) -> None:
    """Asking does not make it."""
    refuse_foreign(tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_linked_file_is_replaced_and_not_followed(site: Path, outside: Path) -> None:
    """A link where a page goes gives way to the page; what it leads to stays."""
    (site / LENGTH.path).unlink()
    (site / LENGTH.path).symlink_to(outside / "length.html")
    assert publish(PAGES, site) == Published(written=1, unchanged=1, removed=0)
    assert not (site / LENGTH.path).is_symlink()
    publish([INDEX, Page(LENGTH.path, b"new")], site)
    assert files(outside) == {"length.html": LENGTH.content}


def test_a_linked_folder_is_replaced_and_not_followed(site: Path, outside: Path) -> None:
    """A link where a folder goes gives way to a folder, though the page in it seems to be there already."""
    (site / LENGTH.path).unlink()
    (site / "claims").rmdir()
    (site / "claims").symlink_to(outside)
    assert publish(PAGES, site) == Published(written=1, unchanged=1, removed=1)
    assert not (site / "claims").is_symlink()
    assert files(site) == {page.path: page.content for page in PAGES}
    assert files(outside) == {"length.html": LENGTH.content}


def test_a_stale_link_goes_and_what_it_leads_to_stays(site: Path, outside: Path) -> None:
    """Links are removed like files, at the top and further down."""
    (site / "old").symlink_to(outside)
    (site / "claims/old").symlink_to(outside)
    (site / "claims/lost.html").symlink_to(outside / "nowhere")
    assert publish(PAGES, site) == Published(written=0, unchanged=2, removed=3)
    assert files(site) == {page.path: page.content for page in PAGES}
    assert files(outside) == {"length.html": LENGTH.content}


def test_a_linked_mark_is_not_followed(tmp_path: Path, outside: Path) -> None:
    """The mark is written into the folder, whatever stands there."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / MARK).symlink_to(outside / "length.html")
    publish(PAGES, tmp_path / "site")
    assert files(outside) == {"length.html": LENGTH.content}


def test_a_folder_where_a_file_goes_gives_way(site: Path) -> None:
    """A page can take the place of a folder, and a folder that of a page."""
    (site / INDEX.path).unlink()
    (site / INDEX.path / "inner").mkdir(parents=True)
    (site / INDEX.path / "inner/x.html").write_bytes(b"x")
    assert publish(PAGES, site) == Published(written=1, unchanged=1, removed=1)
    assert files(site) == {page.path: page.content for page in PAGES}
    swapped = (Page("claims", b"a file"), Page("index.html/page.html", b"in a folder"))
    assert publish(swapped, site) == Published(written=2, unchanged=0, removed=2)
    assert files(site) == {page.path: page.content for page in swapped}


def test_a_build_that_fails_leaves_the_site_as_it_was(site: Path) -> None:
    """Where the disk refuses one page, no other is replaced or removed; the next build puts everything right."""
    before = files(site)
    with pytest.raises(OSError, match="too long"):
        publish([Page(INDEX.path, b"new"), IMPOSSIBLE], site)
    kept = {name: content for name, content in files(site).items() if not name.startswith(ASIDE)}
    assert kept == before
    assert publish([Page(INDEX.path, b"new")], site) == Published(written=1, unchanged=0, removed=1)
    assert files(site) == {INDEX.path: b"new"}
    assert not (site / ASIDE).exists()


def test_a_first_build_that_fails_can_be_tried_again(tmp_path: Path) -> None:
    """What it leaves behind is known for ours."""
    with pytest.raises(OSError, match="too long"):
        publish([INDEX, IMPOSSIBLE], tmp_path / "site")
    publish(PAGES, tmp_path / "site")
    assert files(tmp_path / "site") == {page.path: page.content for page in PAGES}


def test_pages_that_a_killed_build_laid_aside_are_not_published(site: Path) -> None:
    """Half of another build never gets into this one."""
    (site / ASIDE / "claims").mkdir(parents=True)
    (site / ASIDE / "claims/length.html").write_bytes(b"half")
    (site / ASIDE / "claims/ghost.html").write_bytes(b"half")
    assert publish(PAGES, site) == Published(written=0, unchanged=2, removed=0)
    assert files(site) == {page.path: page.content for page in PAGES}


def test_no_pages_empty_the_folder(site: Path) -> None:
    """It stays ours."""
    assert publish([], site) == Published(written=0, unchanged=0, removed=2)
    assert [path.name for path in site.iterdir()] == [MARK]


def test_what_is_laid_is_seen_when_all_is_there(site: Path) -> None:
    """Until then visitors see the site as it was; after it, ``before`` is how everything stands."""
    before = files(site)
    into = publication(site)
    into.open()
    into.lay(INDEX.path, b"new")
    into.lay("topics/deep/size.html", b"size")
    into.spool("lines", b"one two")
    assert {name: content for name, content in files(site).items() if not name.startswith(".")} == before
    assert into.spooled("lines") == b"one two"
    assert into.close({INDEX.path, "topics/deep/size.html"}) == Published(written=2, unchanged=0, removed=1)
    assert files(site) == {INDEX.path: b"new", "topics/deep/size.html": b"size"}
    assert into.before == outputs_of(str(site.parent))


def test_a_build_that_publishes_nothing_leaves_everything_as_it_was(tmp_path: Path, site: Path) -> None:
    """Also the folder, which is not there where it was not there before."""
    before = files(site)
    for folder in (site, tmp_path / "other/site"):
        into = publication(folder)
        into.open()
        into.lay(INDEX.path, b"new")
        into.spool("lines", b"one two")
        into.leave()
    assert files(site) == before
    assert sorted(path.name for path in site.iterdir()) == [MARK, "claims", "index.html"]
    assert not (tmp_path / "other/site").exists()


def test_what_is_published_already_is_not_laid(site: Path) -> None:
    """A page, and what is joined, are compared with what stands there; a link to the same is not the same."""
    (site / LENGTH.path).unlink()
    (site / LENGTH.path).symlink_to(site / INDEX.path)
    into = publication(site)
    into.open()
    into.lay(INDEX.path, INDEX.content)
    into.lay(LENGTH.path, INDEX.content)
    assert files(site / ASIDE) == {LENGTH.path: INDEX.content}
    into.spool("lines", INDEX.content)
    into.join(INDEX.path, INDEX.content[:3], [Run("lines", 3, 7)], b"", INDEX.content[7:])
    assert files(site / ASIDE) == {LENGTH.path: INDEX.content}
    into.leave()


HEAD, BETWEEN, TAIL = b"[\n", b",\n", b"\n]\n"
LINES = st.lists(st.binary(max_size=6), max_size=5)


@given(LINES, LINES, st.randoms(use_true_random=False))
def test_a_file_is_joined_of_lines_wherever_they_lie(
    old: list[bytes], new: list[bytes], chance: Random
) -> None:
    """In the file that is published, or kept aside by this build; a shelf joins the same, run by run or whole."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        publish([Page("data/all.json", HEAD + BETWEEN.join(old) + TAIL)], folder)
        into, shelf = publication(folder), Shelf()
        into.open()
        starts = Lines(len(HEAD), len(BETWEEN), {str(at): len(line) for at, line in enumerate(old)}).starts()
        places = [(starts[str(at)], starts[str(at)] + len(line)) for at, line in enumerate(old)]
        runs = [(Run("data/all.json", *place), line) for place, line in zip(places, old, strict=True)]
        at = 0
        for line in new:
            runs.append((Run("lines", at, at + len(line)), line))
            at += len(line)
        if chance.random() < 0.5:
            chance.shuffle(runs)
        runs = runs[chance.randint(0, 1) :]
        into.spool("lines", b"".join(new))
        expected = HEAD + BETWEEN.join(line for _, line in runs) + TAIL
        joined = whole("data/all.json", [run for run, _ in runs], len(BETWEEN))
        into.join("data/all.json", HEAD, joined, BETWEEN, TAIL)
        into.close({"data/all.json"})
        assert files(folder) == {"data/all.json": expected}
        shelf.spool("lines", b"".join(new))
        shelf.join("data/all.json", HEAD, [run for run, _ in runs if run.path == "lines"], BETWEEN, TAIL)
        spooled = [line for run, line in runs if run.path == "lines"]
        assert shelf.pages == (Page("data/all.json", HEAD + BETWEEN.join(spooled) + TAIL),)


def test_a_page_from_which_somebody_took_lines_meanwhile(site: Path) -> None:
    """It is not waited for what is no longer there: a build begins anew."""
    page = next(path for path in sorted(site.rglob("*.html")))
    path = page.relative_to(site).as_posix()
    into = publication(site)
    into.open()
    with pytest.raises(DamagedError):
        into.join(path, b"", [Run(path, 0, page.stat().st_size + 1)], b"", b"")
    into.leave()


def test_runs_that_follow_each_other_are_one() -> None:
    """Where they are published in one file with what separates them between; what was kept aside has nothing between."""
    for path in ("data/all.json", "sitemap.xml"):
        places = [
            (path, 2, 4),
            (path, 6, 9),
            (path, 12, 13),
            ("lines", 0, 2),
            ("lines", 4, 6),
            (path, 15, 16),
        ]
        assert list(whole(path, places, 2)) == [Run(path, 2, 9), *(Run(*place) for place in places[2:])]
    assert list(whole("data/all.json", [], 2)) == []


def test_a_shelf_has_what_was_laid() -> None:
    """In the order in which it was laid first, each page as it was laid last; drawings are not drawn."""
    shelf = Shelf()
    for page in (LENGTH, Page(INDEX.path, b"old"), INDEX):
        shelf.lay(page.path, page.content)
    drawing = Drawing("claims/length.png", "<svg/>", (), b"digest")
    assert shelf.draw([drawing]) == {}
    shelf.spool("lines", b"one")
    assert shelf.pages == (LENGTH, INDEX)
    assert shelf.drawings == [drawing]
    assert shelf.spooled("lines") == b"one"


def test_a_drawing_is_laid_as_a_page(tmp_path: Path) -> None:
    """What draws it says what it is remembered by."""
    drawing = Drawing("claims/length.png", "<svg/>", (), b"digest")
    into = Publication(tmp_path / "site", lambda drawings: [(one, b"PNG", "name") for one in drawings], {})
    into.open()
    assert into.draw([drawing]) == {"claims/length.png": "name"}
    into.close({"claims/length.png"})
    assert files(tmp_path / "site") == {"claims/length.png": b"PNG"}


def test_an_index_goes_with_the_pages_that_it_is_of(site: Path) -> None:
    """It is left where no page changes, also where a file for programs does."""
    (site / "search").mkdir()
    (site / "search/index.json").write_bytes(b"{}")
    publish([INDEX, LENGTH, Page("data/all.json", b"[]")], site)
    assert (site / "search/index.json").is_file()
    publish([INDEX, Page(LENGTH.path, b"new")], site)
    assert not (site / "search").exists()


def test_what_could_not_be_opened_can_be_left(tmp_path: Path) -> None:
    """So the refusal that is told is that of the disk, and not another one that follows from it."""
    (tmp_path / "file").write_bytes(b"in the way")
    into = publication(tmp_path / "file" / "site")
    with pytest.raises(NotADirectoryError):
        into.open()
    into.leave()
