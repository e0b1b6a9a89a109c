from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.edits import Edit
from factsite.load.mending import mend
from factsite.load.text import PlacedText
from factsite.load.yamltree import outline
from factsite.place import Place

FACTS = sorted((Path(__file__).parents[2] / "content/facts").glob("*.yaml"))


def mended(text: str, line: int, column: int, now: str, part: str = "", file: str = "a.yaml") -> str | None:
    """Return a file's text after one edit; None where it was refused."""
    content, refused = mend(file, text.encode(), [Edit(Place(file, line, column), now, part)])
    assert not refused or content == text.encode()
    return None if refused else content.decode()


@pytest.mark.parametrize(
    ("text", "place", "now", "expected"),
    [
        ("lines: 6 # six\nb: c\n", (1, 8), "5", "lines: 5 # six\nb: c\n"),
        ("a:   6   \r\nb: c\r\n", (1, 6), "5-7", "a:   5-7   \r\nb: c\r\n"),
        ("qoute: x\n", (1, 1), "quote", "quote: x\n"),
        ("'qoute' : x\n", (1, 1), "quote", "'quote' : x\n"),
        ("{a: 6, b: 7}", (1, 5), "5", "{a: 5, b: 7}"),
        ('a: "1914-18, he\\\n  said - no"\n', (1, 4), "1914–18, he said – no", None),
        ('a: "from 1914-18\n  he said"  # so\n', (1, 4), "from 1914–18 he said", 'a: "from 1914–18\n  he said"  # so\n'),
        ("a: 'it''s - so'\n", (1, 4), "it's – so", "a: 'it''s – so'\n"),
        ("a: >-\n  one - two\n  three...\n\n# end\n", (1, 4), "one—two three…", "a: >-\n  one—two\n  three…\n\n# end\n"),
        ("a: |  # why - so\n  one - two\nb: 1\n", (1, 4), "one – two", "a: |  # why - so\n  one – two\nb: 1\n"),
        ("a: one\n  - two\nb: 1\n", (1, 4), "one – two", "a: one\n  – two\nb: 1\n"),
        ("a: so it is - 'so'\n", (1, 4), "so it is: 'so'", "a: \"so it is: 'so'\"\n"),
        ("a: x\n", (1, 4), "# y", 'a: "# y"\n'),
        ("a: x - y\n", (1, 4), 'x: \\ "y"', 'a: "x: \\\\ \\"y\\""\n'),
        ("a: 'x - y'\n", (1, 4), "x y", "a: 'x y'\n"),
        ("a: x y\n", (1, 4), "x – y", "a: x – y\n"),
        ("a: 1\na: 2\n", (1, 4), "3", "a: 3\na: 2\n"),
    ],
)  # fmt: skip
def test_only_the_value_changes(text: str, place: tuple[int, int], now: str, expected: str | None) -> None:
    """A value keeps its style, its comment and its lines; where it cannot be written so, it gets quotes."""
    found = mended(text, *place, now)
    assert found == expected if expected else found is not None and "1914–18" in found


def test_a_part_of_a_value() -> None:
    """Of prose only the citation changes, that at the place and no other."""
    text = "note: |\n  As in [@a:5], not [@a:5] – `[@a:5]`.\n"
    assert mended(text, 2, 21, "[@a:7]", "[@a:5]") == text.replace("not [@a:5]", "not [@a:7]")
    assert mended('- "3 [@a:5]"\n', 1, 3, "[@a:7]", "[@a:5]") == '- "3 [@a:7]"\n'
    assert mended("# T\n\nSo [@a:5].\n", 3, 4, "[@a:7]", "[@a:5]", "b.md") == "# T\n\nSo [@a:7].\n"


@pytest.mark.parametrize(
    ("text", "line", "column", "part", "file"),
    [
        ("a: b\n", 1, 2, "", "a.yaml"),
        ("a: b\n", 9, 1, "", "a.yaml"),
        ("a: b\n", 1, 4, "c", "a.yaml"),
        ("a: [b\n", 1, 4, "", "a.yaml"),
        ("So it is.\n", 1, 1, "[@a:5]", "b.md"),
        ("So it is.\n", 1, 1, "", "b.md"),
    ],
)
def test_what_is_not_there_is_not_edited(text: str, line: int, column: int, part: str, file: str) -> None:
    """A place where no value begins, a file that is not YAML and a citation that is elsewhere are refused."""
    assert mended(text, line, column, "x", part, file) is None


def test_a_value_that_cannot_be_written_is_refused() -> None:
    """A control character has no place in a file, in whatever quotes."""
    assert mended("a: b\n", 1, 4, "b\x1b[2J") is None


def test_several_edits_of_a_file() -> None:
    """All are made, whatever their order; of two at one place one is."""
    edits = [
        Edit(Place("a.yaml", *place), now)
        for place, now in (((1, 4), "10-12"), ((2, 1), "cc"), ((2, 1), "cc"))
    ]
    assert mend("a.yaml", b"a: 1\nb: 2\n", edits) == (b"a: 10-12\ncc: 2\n", [])


@given(st.data())
def test_nothing_but_the_value_changes_in_any_file(data: st.DataObject) -> None:
    """Whatever value of a real file is edited to whatever text: all others read as before, and so do the other lines."""
    path = data.draw(st.sampled_from(FACTS))
    text = path.read_text("utf-8")
    before = outline(PlacedText("a.yaml", text))
    assert before
    number = data.draw(st.integers(0, len(before.scalars) - 1))
    scalar = before.scalars[number]
    now = data.draw(st.text("ab'\"\\:#-–… {[,&*!|>%@`", min_size=1).filter(str.strip))
    found = mended(text, scalar.place.line, scalar.place.column, now)
    if found is None:
        return
    after = outline(PlacedText("a.yaml", found))
    assert after
    texts = [one.text for one in after.scalars]
    assert texts.pop(number).split() == now.split()
    assert texts == [one.text for place, one in enumerate(before.scalars) if place != number]
    end = scalar.start + len(scalar.raw)
    assert found.startswith(text[: scalar.start])
    assert found.endswith(text[end:])
