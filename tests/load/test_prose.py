from __future__ import annotations

import pytest

from factsite.diagnostic import Diagnostic
from factsite.load import prose
from factsite.load.text import PlacedText
from factsite.place import Place
from factsite.values import InlineCitation, LineRange, Prose

FILE = "content/pages/about.md"


def read(text: str, raw: str | None = None) -> tuple[Prose, list[Diagnostic]]:
    """Read a text that is written as ``raw`` in its file."""
    raw = text if raw is None else raw
    return prose.read(text, raw, PlacedText(FILE, raw).place)


def test_citations_keep_source_lines_and_place() -> None:
    """Every citation of a text is found where it stands."""
    text = "As said [@opening:5],\nand again [@walk:3-4][@walk:12]."
    read_text, faults = read(text)
    assert faults == []
    assert read_text == Prose(
        text,
        (
            InlineCitation("opening", LineRange(5, 5), "[@opening:5]", Place(FILE)),
            InlineCitation("walk", LineRange(3, 4), "[@walk:3-4]", Place(FILE)),
            InlineCitation("walk", LineRange(12, 12), "[@walk:12]", Place(FILE)),
        ),
    )
    assert [str(inline.place) for inline in read_text.citations] == [
        f"{FILE}:1:9",
        f"{FILE}:2:11",
        f"{FILE}:2:22",
    ]


def test_places_are_those_of_the_file_where_the_text_was_folded() -> None:
    """A block of YAML is indented and folded, and its citations still know their lines."""
    read_text, _ = read(
        "One [@walk:3] and two [@walk:4].\n", ">  # as in [@walk:9]\n  One [@walk:3]\n  and two [@walk:4].\n"
    )
    assert [str(inline.place) for inline in read_text.citations] == [f"{FILE}:2:7", f"{FILE}:3:11"]


@pytest.mark.parametrize(
    "text",
    [
        "write `[@name:line]` there",
        "``a ` [@name:line]``",
        "`one\n[@name:line]`",
        "[@survey",
        "[survey:3]",
        "[see](@survey:3)",
        "mail@survey:3",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    """Examples between backquotes, and brackets of other kinds, are left alone."""
    assert read(text) == (Prose(text), [])


def test_code_ends_with_its_paragraph() -> None:
    """A backquote that is never closed hides no citation after a blank line."""
    read_text, _ = read("a ` b\n\nc [@walk:3] ` d")
    assert [inline.source for inline in read_text.citations] == ["walk"]


def test_backquotes_in_thousands() -> None:
    """A row of them that nothing closes, and rows of all lengths, are gone over once: this would take minutes if each were tried."""
    row, rows = "`" * 60_000, "".join("`" * count + "x\\n\\n" for count in range(1, 120)) + "a " * 40_000
    assert [one.source for one in read(f"[@walk:3] {row}", f'"[@walk:3] {rows}"')[0].citations] == ["walk"]


def test_code_may_begin_within_a_row_of_backquotes() -> None:
    """Where as many as stand there are not closed, fewer of them may be."""
    read_text, _ = read("[@one:1] ```a [@two:2] `` [@three:3] `")
    assert [inline.source for inline in read_text.citations] == ["one", "three"]


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("[@survey]", "`` is no line range"),
        ("[@survey:]", "`` is no line range"),
        ("[@survey:third]", "`third` is no line range"),
        ("[@survey:4-3]", "`4-3` runs backwards"),
        ("[@survey:0]", "lines are counted from 1"),
        ("[@Survey:3]", "`Survey` is no id"),
        ("[@:3]", "`` is no id"),
    ],
)
def test_a_citation_that_cites_nothing(written: str, reason: str) -> None:
    """What is meant as a citation and names no source or lines is a fault that says why."""
    text = f"First [@walk:3], then {written}."
    read_text, faults = read(text)
    assert [inline.source for inline in read_text.citations] == ["walk"]
    assert faults == [
        Diagnostic(
            "not-a-citation",
            Place(FILE, 1, 23),
            f"`{written}` cites nothing: {reason}",
            "write `[@eastside:5]` or `[@eastside:5-6]`",
        )
    ]
