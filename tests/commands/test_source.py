from __future__ import annotations

import hashlib
import io
import os
import shutil
from pathlib import Path

import pytest

from factsite.cli import main

BASE = Path(__file__).parents[1] / "cases" / "base"
ARTICLE = """\
Harbour bridge: twelve years late, and over budget
By Ida Holm
Published by The Harbour Post
3 October 2024

The harbour bridge cost 412 million crowns, the council said.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a small site folder without a fault."""
    return shutil.copytree(BASE, tmp_path / "rivers")


def source(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], str]:
    """Run the command; return its status, the lines that it printed, and what it complained of."""
    status = main(["source", *arguments, "--root", str(folder), "--date", "2024-12-01"])
    out, err = capsys.readouterr()
    return status, out.splitlines(), err


def article(folder: Path, content: bytes, name: str = "Harbour Post, 3 Oct.txt") -> str:
    """Write an article beside the site folder; return its path."""
    path = folder.parent / name
    path.write_bytes(content)
    return str(path)


def holds(folder: Path, capsys: pytest.CaptureFixture[str]) -> bool:
    """Say whether the site has no error."""
    return (
        main(["check", "--root", str(folder), "--date", "2024-12-01"]) == 0
        and capsys.readouterr() is not None
    )


WRITTEN = f"""\
file: harbour-post-3-oct.txt
sha256: {hashlib.sha256(ARTICLE.encode()).hexdigest()}
title: "Harbour bridge: twelve years late, and over budget"
publisher: The Harbour Post
author: Ida Holm
published: 2024-10-03
boilerplate:
  - lines: 1
    reason: headline
  - lines: 2
    reason: byline
  - lines: 3
    reason: publisher
  - lines: 4
    reason: date
# To fill in where the article says it; what it does not say is left out:
# name: what the pages call the article for short; yours, not the article's
# url: where the publisher has it; quotations link to their words there
"""


def test_an_article_is_added(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is copied, pinned and described with what it says of itself, and the site holds."""
    monkeypatch.chdir(folder.parent)
    status, lines, complaint = source(folder, capsys, "add", article(folder, ARTICLE.encode()))
    assert (status, complaint) == (0, "")
    assert lines == [
        "wrote rivers/seeds/harbour-post-3-oct.txt",
        "wrote rivers/content/sources/harbour-post-3-oct.yaml",
        *(f"    {line}" for line in WRITTEN.splitlines()),
        "next:",
        "  read that file; fill in what the article says of itself, delete the other comments",
        "  build.py suggest          # where it disagrees with the others",
        '  build.py cite "words"     # the citation of some words of it, as `harbour-post-3-oct`',
    ]
    assert (folder / "seeds/harbour-post-3-oct.txt").read_bytes() == ARTICLE.encode()
    assert (folder / "content/sources/harbour-post-3-oct.yaml").read_text("utf-8") == WRITTEN
    assert holds(folder, capsys)


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfA bridge is a bridge\r\n\r\nand another one.\r\n",
        b"No end of line, and tabs\there; two\x0cpages \x1b[31mred\x07",
        "\u2028\u0085Words\u00a0: “so” — ‘they’ said… \U0001f309".encode(),
        b"Nothing: but [this] & \"that\" #one\n\n'So'\n\nit is.\n",
        b"- not a list at all\n\nBut: a text.\n\nSo it is.\n",
    ],
)
def test_bytes_are_kept(folder: Path, capsys: pytest.CaptureFixture[str], content: bytes) -> None:
    """Line ends, marks and whatever else a text holds are as received, and the site holds with it."""
    assert source(folder, capsys, "add", article(folder, content), "--id", "new")[0] == 0
    assert (folder / "seeds/new.txt").read_bytes() == content
    assert holds(folder, capsys)


def test_what_is_given_goes_before_what_is_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The editor knows better, also what YAML would misread."""
    given = (
        "--title",
        "Bridge: #1",
        "--author",
        "- I. H.",
        "--published",
        "2024-10-04",
        "--url",
        "https://example.org/a?b=c#d",
    )
    assert source(folder, capsys, "add", article(folder, ARTICLE.encode()), "--id", "new", *given)[0] == 0
    text = (folder / "content/sources/new.yaml").read_text("utf-8")
    assert 'title: "Bridge: #1"\n' in text
    assert 'author: "- I. H."\npublished: 2024-10-04\nurl: https://example.org/a?b=c#d\n' in text
    assert holds(folder, capsys)


def test_standard_input(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article can be pasted; it has no name, so it needs an id."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    assert source(folder, capsys, "add", "-") == (
        2, [], "build.py: an article needs an id: give it with --id, as in `--id harbour-post`\n",
    )  # fmt: skip
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    assert source(folder, capsys, "add", "-", "--id", "new")[0] == 0
    assert (folder / "seeds/new.txt").read_bytes() == ARTICLE.encode()


def test_an_article_that_lies_in_seeds_already(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It stays where it is; from elsewhere, the same bytes are not copied beside it."""
    (folder / "seeds/2024").mkdir()
    seed = folder / "seeds/2024/Ärger.txt"
    seed.write_text(ARTICLE, "utf-8")
    status, _, complaint = source(folder, capsys, "add", article(folder, ARTICLE.encode()))
    assert (status, complaint.partition(": this")[2]) == (
        2, f" article lies in seeds/ already; add it from there: build.py source add {seed}\n",
    )  # fmt: skip
    status, lines, _ = source(folder, capsys, "add", str(seed))
    assert (status, lines[:2]) == (
        0,
        [f"wrote {folder / 'content/sources/arger.yaml'}", "    file: 2024/Ärger.txt"],
    )
    assert holds(folder, capsys)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "there is no word in it"),
        (b" \n\xe2\x80\x94\n", "there is no word in it"),
        (
            b"Caf\xe9\n",
            "this is not UTF-8: byte 4 of the file, in line 1, is 0xe9; save it as UTF-8, and look at that place then",
        ),
        (b"so\n\0", "this is no text: there is a NUL in line 2; copy the article's text into a new file"),
        (b"%PDF-1.7\n", "this is a PDF: open it, copy the article's text, and save that as plain text"),
        (b"\xff\xfea\0", "this is UTF-16: save it as UTF-8; every editor has that under “Save with encoding”"),
        (
            b"\n<!DOCTYPE html><p>So",
            "this is a web page (HTML): open it in a browser, copy the article's text, and save that as plain text",
        ),
        (b"a" * 5_000_001, "this has 5,000,001 bytes, and 5,000,000 is the most; is it one article?"),
        (
            (BASE / "seeds/walk.txt").read_bytes(),
            "this article is there already: it is the source `walk`",
        ),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_no_new_article_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], content: bytes, complaint: str
) -> None:
    """The complaint says what it is and what to do; nothing is written."""
    before = sorted(folder.rglob("*"))
    path = article(folder, content, "new.txt")
    assert source(folder, capsys, "add", path) == (2, [], f"build.py: {path}: {complaint}\n")
    assert sorted(folder.rglob("*")) == before


def test_what_is_no_plain_file_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No link is followed, no pipe is waited for."""
    link, pipe = folder.parent / "link.txt", folder.parent / "pipe.txt"
    link.symlink_to(article(folder, ARTICLE.encode()))
    os.mkfifo(pipe)
    for path, why in (
        (link, "this is a link; name the file that it leads to"),
        (pipe, "this is no plain file"),
        (folder, "this is no plain file"),
        (folder / "none.txt", "there is no such file"),
    ):
        assert source(folder, capsys, "add", str(path)) == (2, [], f"build.py: {path}: {why}\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--id", "walk"), "there is a source `walk` already; give this one another name with --id"),
        (("--id", "Walk"), "`Walk` is no id; did you mean `walk`? small letters a to z, digits and single hyphens, as in `army-size`"),
        (("--id", "../walk"), "`../walk` is no id; did you mean `walk`? small letters a to z, digits and single hyphens, as in `army-size`"),
        (("--id", "con"), "`con` is taken: a page of the site or a file system uses that name; choose another"),
        (("--published", "2024-12-02"), "--published 2024-12-02 has not come yet; today is 2024-12-01"),
        (("--title", "a\x1b[2Jb"), "nothing added: 'a\\x1b[2Jb' holds a sign that cannot be seen"),
    ],
)  # fmt: skip
def test_names_that_cannot_be_given(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], complaint: str
) -> None:
    """A name that is taken or is none is refused before anything is written."""
    before = sorted(folder.rglob("*"))
    path = article(folder, ARTICLE.encode(), "new.txt")
    assert source(folder, capsys, "add", path, *arguments) == (2, [], f"build.py: {complaint}\n")
    assert sorted(folder.rglob("*")) == before


def test_a_file_in_the_way(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What lies at the place is not overwritten."""
    (folder / "seeds/new.txt").write_text("Another text", "utf-8")
    path = article(folder, ARTICLE.encode(), "new.txt")
    assert source(folder, capsys, "add", path) == (
        2, [], f"build.py: nothing added: {folder / 'seeds/new.txt'} is there already\n",
    )  # fmt: skip
    assert not (folder / "content/sources/new.yaml").exists()


def test_the_list(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each source has a line, which says when its article changed."""
    (folder / "seeds/walk.txt").write_text("So.\n", "utf-8")
    assert source(folder, capsys, "list") == (
        0,
        [
            "opening  seeds/opening.txt   11 lines  Alm bridge opens to traffic",
            "survey   seeds/survey.txt     4 lines  Bridges of the valley: a survey",
            "walk     seeds/walk.txt        1 line, changed since it was pinned  A walk across the Alm",
        ],
        "",
    )


def test_the_file_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without an article there is nothing to add."""
    assert source(folder, capsys, "add") == (
        2, [], "build.py: name the article's file: build.py source add FILE\n",
    )  # fmt: skip
