from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.load import arranged, yamltree
from factsite.load.text import PlacedText
from factsite.load.yamltree import Mapping, Node, Scalar, Sequence

ROOT = Path(__file__).parent.parent.parent


def fact(text: str, kind: str = "fact") -> str:
    """Return a file in house order, of which is also made sure that it stays so."""
    out = arranged(kind, "f.yaml", text.encode())
    assert isinstance(out, str), out
    assert arranged(kind, "f.yaml", out.encode()) == out
    return out


def test_keys_are_put_in_order_with_their_comments() -> None:
    """Each comment goes where its key goes: those above it, the one behind it, and those at the end of its value."""
    assert fact(
        "# of the verdict\n"
        "verdict: supported   # really\n"
        "evidence:\n"
        "- stance: supports\n"
        "  # of the source\n"
        "  source:   eastside\n"
        "  lines: 5 # by hand\n"
        "  # at the end of the item\n"
        "# of the claim\n"
        "\n"
        "claim: A.\n"
        "# at the end"
    ) == (
        "# of the claim\n"
        "\n"
        "claim: A.\n"
        "# of the verdict\n"
        "verdict: supported   # really\n"
        "evidence:\n"
        "  # of the source\n"
        "  - source: eastside\n"
        "    lines: 5 # by hand\n"
        "    stance: supports\n"
        "    # at the end of the item\n"
        "# at the end\n"
    )


def test_what_speaks_of_the_file_stays_above_it() -> None:
    """The line for editors, and comments above a blank line, are no key's."""
    head = "# yaml-language-server: $schema=../../.vscode/schemas/fact.schema.json\n# Of the file.\n\n"
    assert fact(f"{head}# Of the verdict.\nverdict: supported\nclaim: A.\n") == (
        f"{head}claim: A.\n# Of the verdict.\nverdict: supported\n"
    )


def test_longer_values_keep_their_lines_and_their_steps() -> None:
    """Text goes two spaces below its key; what is deeper in it, or broken by hand, stays so."""
    assert fact(
        "explanation: |-   # Markdown\n"
        "     A list:\n"
        "\n"
        "       - one  \n"
        "         more\n"
        "\n"
        "\n"
        "because: a plain text\n"
        "      that goes on\n"
        'summary: "in quotes\\\n'
        '     of two lines"\n'
        "related: [a,\n"
        "      b,\n"
        "        c]\n"
        "discrepancy:\n"
        "      note: >\n"
        "       folded\n"
        "      reason: date\n"
        "claim:\n"
        "    on its own line\n"
    ) == (
        "claim:\n"
        "  on its own line\n"
        'summary: "in quotes\\\n'
        '  of two lines"\n'
        "discrepancy:\n"
        "  reason: date\n"
        "  note: >\n"
        "    folded\n"
        "explanation: |-   # Markdown\n"
        "  A list:\n"
        "\n"
        "    - one  \n"
        "      more\n"
        "because: a plain text\n"
        "  that goes on\n"
        "related: [a,\n"
        "  b,\n"
        "    c]\n"
    )


def test_an_unknown_key_stays_behind_the_one_it_followed() -> None:
    """A slip is for `check` to tell; it moves with its neighbour."""
    assert (
        fact("verdict: supported\nverdikt: x\nclaim: A.\n") == "claim: A.\nverdict: supported\nverdikt: x\n"
    )


def test_items_and_ids_keep_their_order() -> None:
    """Only the keys of a record have an order of ours."""
    text = "title: A\n\ntopics:\n  b:\n    name: B\n\n  a:\n    name: A\n"
    assert fact(text, "site") == text
    assert fact("z:\n  type: person\n  name: Z\na:\n  name: A\n", "origins") == (
        "z:\n  name: Z\n  type: person\na:\n  name: A\n"
    )


def test_blank_lines_stand_by_comments_only() -> None:
    """In a record of one thing nothing needs parting; site.yaml and origins.yaml keep one blank line between sections."""
    assert (
        fact("\n\nclaim: A.\n\n\nverdict: supported\n\n\n# c\n\n") == "claim: A.\nverdict: supported\n\n# c\n"
    )
    assert fact("title: A\n\n\n\nlanguage: en\n", "site") == "title: A\n\nlanguage: en\n"


def test_line_ends_tabs_and_trailing_spaces_go() -> None:
    """What cannot be seen is made alike."""
    assert fact("claim:\tA.\t# c \r\n# d\t\r\n\r\n") == "claim: A.  # c\n# d\n"


@pytest.mark.parametrize(
    "text",
    ["- claim\n", "{verdict: b, claim: a}\n", "? verdict\n: b\n", "verdict: |+\n  b\n\nclaim: a\n", "verdict: |2\n   b\nclaim: a",
     "notes:\n- - a\n", ],
)  # fmt: skip
def test_what_no_record_needs_is_not_taken_apart(text: str) -> None:
    """A file that is written in a rare way stays as it is."""
    assert fact(text) == text


@pytest.mark.parametrize(
    ("text", "rule"),
    [("claim: 'a\n", "yaml-syntax"), ("claim: a\nclaim: b\n", "repeated-key"), ("claim: &a b\n", "yaml-feature"), ("", "empty-file")],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_left_to_its_faults(text: str, rule: str) -> None:
    """The faults are those of `check`."""
    faults = arranged("fact", "f.yaml", text.encode())
    assert isinstance(faults, list)
    assert [fault.rule for fault in faults] == [rule]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests/cases").rglob("*.fact.yaml")), ids=lambda path: path.name
)
def test_files_with_faults_lose_nothing(path: Path) -> None:
    """Whatever is wrong with a file, its words are all there, and are read as before."""
    out = arranged("fact", "f.yaml", path.read_bytes())
    if isinstance(out, str):
        assert Counter(out.split()) == Counter(path.read_text("utf-8").split())
        assert arranged("fact", "f.yaml", out.encode()) == out


VALUES = (
    "{key}: 16", "{key}:   'it''s # one'", '{key}: "a\\tb"', "{key}: [a, b]", "{key}:", "{key}: over\n   two lines",
    "{key}: 'over\n\n   three'", "{key}: [a,\n  b\n  , d]",
)  # fmt: skip
BLOCKS = ("{key}: |\n   a\n     - b  \n\n   # c", "{key}: >-\n a\n", "{key}:\n  >\n    a")
KEYS = {
    "fact": ("claim", "verdict", "summary", "topic", "because", "misspelt", "outside"),
    "evidence": ("source", "lines", "quote", "stance", "figure", "note"),
    "discrepancy": ("reason", "note"),
}


@st.composite
def records(draw: st.DrawFn, kind: str, path: str = "") -> list[str]:
    """Return the lines of each key of a record, in any order, with comments that say where they belong."""
    written = []
    for key in draw(st.permutations(KEYS[kind]))[: draw(st.integers(1, len(KEYS[kind])))]:
        shape = draw(st.sampled_from(VALUES + BLOCKS))
        value = shape.format(key=key)
        if shape in VALUES and draw(st.booleans()):
            value += f"  # behind {path}{key}"
        written.append(
            "\n" * draw(st.integers(0, 1)) + f"# above {path}{key}\n" * draw(st.integers(0, 2)) + value
        )
    return written


def indented(text: str, by: int) -> str:
    return "\n".join(" " * by + line if line else "" for line in text.split("\n"))


@st.composite
def facts(draw: st.DrawFn) -> str:
    """Return a fact file in any order, indented in any way, with comments in all places."""
    keys = draw(records("fact"))
    items = []
    for number in range(draw(st.integers(0, 3))):
        first, *others = draw(records("evidence", f"{number}."))
        item = indented("\n".join(("x: y", *others, first)), 2)
        items.append(f"# above {number}.x\n- {item[2:]}\n  # below {number}")
    if items:
        keys.append("evidence:  # behind evidence\n" + indented("\n".join(items), draw(st.integers(0, 3))))
    if draw(st.booleans()):
        inner = indented("\n".join(draw(records("discrepancy", "d."))), draw(st.integers(1, 4)))
        keys.append(f"# above discrepancy\ndiscrepancy:\n{inner}")
    return "\n".join(draw(st.permutations(keys))) + "\n" * draw(st.integers(0, 2))


@given(facts())
def test_nothing_is_lost_changed_or_parted(text: str) -> None:
    """Any file reads as before, has the same comments, each still at its key, and is in order after one time."""
    assert yamltree.parse(PlacedText("f", text))[1] == []
    out = fact(text)
    assert read(out) == read(text.rstrip("\n") + "\n")
    assert Counter(out.split()) == Counter(text.split())
    lines = [line.strip() for line in out.splitlines() if line.strip()]
    for at, line in enumerate(lines):
        if line.startswith("# above"):
            below = next(other for other in lines[at:] if not other.startswith("#"))
            assert below.removeprefix("- ").split(":")[0] == line.split()[-1].split(".")[-1]
        if "# behind" in line:
            owner = line.split()[-1].split(".")[-1]
            upward = (other.removeprefix("- ") for other in lines[at::-1])
            assert any(other.startswith(f"{owner}:") for other in islice(upward, 3))


def read(text: str) -> object:
    """Return what a file says, without places and order."""
    return plain(yamltree.parse(PlacedText("f", text))[0])


def plain(node: Node | None) -> object:
    """Return what a tree says."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text
