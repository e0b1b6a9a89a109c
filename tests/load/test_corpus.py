from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from factsite.load import load
from factsite.model import split_lines
from factsite.values import LineRange

if TYPE_CHECKING:
    from pathlib import Path

FACT = "claim: It is long.\nverdict: supported\nsummary: So.\nchecked: 2024-11-20\nevidence:\n  - {source: walk, lines: 1, quote: so, stance: supports}\n"
SOURCE = f"file: walk.txt\nsha256: {'0' * 64}\n"


def folder(root: Path, **files: str | bytes) -> Path:
    """Write a site folder; ``facts__length`` is the fact file of that name, and so on."""
    places = {
        "facts": "content/facts/{}.yaml",
        "sources": "content/sources/{}.yaml",
        "pages": "content/pages/{}.md",
        "seeds": "seeds/{}.txt",
    }
    site = {"content/site.yaml": "title: Bridges\n"}
    for name, text in files.items():
        kind, _, rest = name.partition("__")
        site[places[kind].format(rest.replace("_", "-")) if rest else f"content/{kind}.yaml"] = text
    for file, text in site.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def faults(root: Path) -> list[str]:
    """Return place and message of each fault of a folder."""
    return [f"{fault.place}: {fault.rule}: {fault.message}" for fault in load(root)[1]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        ("a", ("a",)),
        ("a\n", ("a",)),
        ("a\n\nb\n\n", ("a", "", "b", "")),
        ("a\r\nb\r\n", ("a", "b")),
        ("a\rb\x0bc\x0cd\x85e\u2028f", ("a\rb\x0bc\x0cd\x85e\u2028f",)),
        ("a\r\r\n", ("a\r",)),
    ],
)
def test_lines_are_numbered_as_sed_numbers_them(text: str, lines: tuple[str, ...]) -> None:
    """A line ends with a line feed and nothing else; a carriage return before it is not part of the line."""
    assert split_lines(text) == lines


def test_an_article_is_read_byte_for_byte(tmp_path: Path) -> None:
    """Its pin is that of its bytes, its lines are those of its text."""
    content = "\ufeffA walk\r\n“x”".encode()
    corpus, _ = load(folder(tmp_path, sources__walk=SOURCE, seeds__walk=content))
    assert corpus.texts["walk"].lines == ("\ufeffA walk", "“x”")
    assert corpus.texts["walk"].sha256 == hashlib.sha256(content).hexdigest()


def test_records_come_in_the_order_of_their_ids(tmp_path: Path) -> None:
    """The order is that of the ids, not of the file names, in which a hyphen goes before the point."""
    corpus, found = load(folder(tmp_path, facts__b=FACT, facts__a_b=FACT, facts__a=FACT))
    assert found == []
    assert [claim.id for claim in corpus.claims] == ["a", "a-b", "b"]


def test_a_file_that_gives_no_record_keeps_its_id(tmp_path: Path) -> None:
    """Whoever names it names something that is there."""
    corpus, _ = load(folder(tmp_path, facts__length="claim: [", facts__traffic=FACT))
    assert [claim.id for claim in corpus.claims] == ["traffic"]
    assert corpus.ids["facts"] == {"length", "traffic"}


def test_a_page_has_a_title_and_a_text(tmp_path: Path) -> None:
    """The first heading is the title; citations in the text are placed in the file."""
    corpus, found = load(folder(tmp_path, pages__about="#  About us ##\r\n\r\nWe read [@walk:3].\r\n"))
    assert found == []
    (essay,) = corpus.essays
    assert (essay.id, essay.title) == ("about", "About us")
    assert [(inline.lines, str(inline.place)) for inline in essay.text.citations] == [
        (LineRange(3, 3), "content/pages/about.md:3:9")
    ]


@pytest.mark.parametrize(
    "text", ["", "About\n", "## About\n", "#\n", "# \n", "# #\n", "\n# About\n", "#About\n"]
)
def test_a_page_without_a_title(tmp_path: Path, text: str) -> None:
    """A page that does not begin with a heading is a fault."""
    assert faults(folder(tmp_path, pages__about=text)) == [
        "content/pages/about.md:1:1: page-without-title: this page does not begin with a heading"
    ]


def test_hidden_files_are_no_records(tmp_path: Path) -> None:
    """What an editor or a system leaves behind disturbs nobody."""
    folder(tmp_path, facts__length=FACT)
    (tmp_path / "content/facts/.length.yaml.swp").write_bytes(b"\0")
    (tmp_path / "content/facts/.DS_Store").write_bytes(b"\0")
    assert faults(tmp_path) == []


def test_what_is_no_record_is_a_fault(tmp_path: Path) -> None:
    """Files with other endings and folders are named, so that nobody takes them for published."""
    folder(tmp_path, facts__length=FACT)
    (tmp_path / "content/facts/army.yml").write_text(FACT)
    (tmp_path / "content/facts/old.yaml").mkdir()
    (tmp_path / "content/facts/Two Words.yaml").write_text(FACT)
    assert faults(tmp_path) == [
        "content/facts/Two Words.yaml:1:1: not-an-id: `Two Words` is no id",
        "content/facts/army.yml:1:1: stray-file: only files that end in `.yaml` are read here",
        "content/facts/old.yaml:1:1: stray-file: only files that end in `.yaml` are read here",
    ]


def test_seeds_are_listed(tmp_path: Path) -> None:
    """All files in seeds/ are articles, but for hidden ones and those with a name in capitals."""
    for name in (
        "b.txt",
        "001.txt",
        "2024/a.txt",
        ".hidden",
        ".git/x",
        "README",
        "LICENSE.md",
        "2024/NOTES.txt",
    ):
        (tmp_path / "seeds" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "seeds" / name).write_text("x")
    corpus, _ = load(folder(tmp_path))
    assert corpus.seeds == ("001.txt", "2024/a.txt", "b.txt")


def test_a_site_without_site_yaml_loses_its_scale(tmp_path: Path) -> None:
    """One fault says that the file is missing, and nothing is judged by what it would have said."""
    folder(tmp_path)
    (tmp_path / "content/site.yaml").unlink()
    corpus, found = load(tmp_path)
    assert [str(fault.place) for fault in found] == ["content/site.yaml:1:1"]
    assert corpus.site.at.lost == {"title", "topics", "verdicts"}


def test_origins_can_be_left_out(tmp_path: Path) -> None:
    """A site that credits nobody needs no file."""
    corpus, found = load(folder(tmp_path))
    assert (corpus.origins, corpus.origins_lost, found) == ({}, False, [])


@pytest.mark.parametrize("text", ["", "- a", "council: Council", "council: {type: person}", "a: ["])
def test_origins_that_cannot_all_be_read_are_lost(tmp_path: Path, text: str) -> None:
    """One fault says so, and no name is judged against the rest."""
    corpus, found = load(folder(tmp_path, origins=text))
    assert len(found) == 1
    assert corpus.origins_lost


def test_an_article_that_cannot_be_read_is_one_fault(tmp_path: Path) -> None:
    """A missing article is reported where it is named, a faulty one where the fault is."""
    folder(
        tmp_path,
        sources__walk=SOURCE,
        sources__map=SOURCE.replace("walk", "map"),
        seeds__walk="Ein Café\nam Fluß".encode("latin-1"),
    )
    assert faults(tmp_path) == [
        "content/sources/map.yaml:1:7: seed-not-found: there is no file seeds/map.txt",
        "seeds/walk.txt:1:8: not-utf-8: byte 0xe9 is not UTF-8",
    ]


def test_a_name_too_long_for_the_disk_is_a_fault(tmp_path: Path) -> None:
    """The disk is never asked for a file that it cannot have."""
    folder(tmp_path, sources__walk=SOURCE.replace("walk", "walk" * 100))
    assert [fault.rule for fault in load(tmp_path)[1]] == ["not-a-file-name"]


def test_an_empty_folder_is_a_site_without_title(tmp_path: Path) -> None:
    """Nothing but the missing file is reported of a folder in which there is nothing."""
    corpus, found = load(tmp_path)
    assert [fault.rule for fault in found] == ["missing-file"]
    assert (corpus.claims, corpus.essays, corpus.seeds) == ((), (), ())


def test_what_is_left_to_do_is_told_of_no_draft(tmp_path: Path) -> None:
    """A `# TODO` in a draft is what drafts are for; once it is published, it is a warning at the comment."""
    facts = tmp_path / "content" / "facts"
    facts.mkdir(parents=True)
    text = "claim: So.\nverdict: supported\nsummary: So.  # TODO: why\nchecked: 2024-11-20\n"
    (facts / "draft.yaml").write_text(f"{text}draft: yes  # TODO: delete this line\n", "utf-8")
    (facts / "fact.yaml").write_text(text.replace("So.\nv", "It is no TODO, nor#TODO.\nv"), "utf-8")
    left = [fault for fault in load(tmp_path)[1] if fault.rule == "todo-left"]
    assert [(str(fault.place), fault.message, fault.severity) for fault in left] == [
        (
            "content/facts/fact.yaml:3:15",
            "this is published, and something is left to do: `# TODO: why`",
            "warning",
        )
    ]
