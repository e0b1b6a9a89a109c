from __future__ import annotations

import re
from collections import Counter
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
    assert fact("verdict: supported\nverdikt: x\nclaim: A.\n") == "claim: A.\nverdict: supported\nverdikt: x\n"


def test_items_and_ids_keep_their_order() -> None:
    """Only the keys of a record have an order of ours."""
    text = "title: A\n\ntopics:\n  b:\n    name: B\n\n  a:\n    name: A\n"
    assert fact(text, "site") == text
    assert fact("z:\n  type: person\n  name: Z\na:\n  name: A\n", "origins") == (
        "z:\n  name: Z\n  type: person\na:\n  name: A\n"
    )


def test_blank_lines_stand_by_comments_only() -> None:
    """In a record of one thing nothing needs parting; site.yaml and origins.yaml keep one blank line between sections."""
    assert fact("\n\nclaim: A.\n\n\nverdict: supported\n\n\n# c\n\n") == "claim: A.\nverdict: supported\n\n# c\n"
    assert fact("title: A\n\n\n\nlanguage: en\n", "site") == "title: A\n\nlanguage: en\n"


def test_line_ends_tabs_and_trailing_spaces_go() -> None:
    """What cannot be seen is made alike."""
    assert fact("claim:\tA.\t# c \r\n# d\t\r\n\r\n") == "claim: A.  # c\n# d\n"


@pytest.mark.parametrize(
    "text",
    ["- claim\n", "{verdict: b, claim: a}\n", "? verdict\n: b\n", "verdict: |+\n  b\n\nclaim: a\n", "verdict: |2\n   b\nclaim: a",
     "notes:\n- - a\n", "verdict: b\u2028\nclaim: a\n"],
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


@pytest.mark.parametrize("path", sorted((ROOT / "tests/cases").rglob("*.fact.yaml")), ids=lambda path: path.name)
def test_files_with_faults_lose_nothing(path: Path) -> None:
    """Whatever is wrong with a file, its words are all there, and are read as before."""
    out = arranged("fact", "f.yaml", path.read_bytes())
    if isinstance(out, str):
        assert Counter(out.split()) == Counter(path.read_text("utf-8").split())
        assert arranged("fact", "f.yaml", out.encode()) == out


def plain(node: Node | None) -> object:
    """Return what a tree says, without places and order."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text


VALUES = st.sampled_from(
    ["16", "a text", "'it''s # one'", '"a\\tb"', "“curly”", "[a, b]", "", "{x: y}", "over\n   two lines", "'over\n\n   three'",
     "[a,\n      b  # {c}\n      , d]"]
)  # fmt: skip
BLOCKS = st.sampled_from(["{0}a", "{0}a\n\n{0}b", "{0}a\n{0}  # no comment\n{0}c", "{0}- a\n{0}- b  "])
KEYS = {
    "fact": ["claim", "verdict", "summary", "topic", "because", "misspelt", "outside"],
    "evidence": ["source", "lines", "quote", "stance", "figure", "note"],
    "discrepancy": ["reason", "note"],
}


class Writer:
    """Writes a fact file at random: order, depth, blank lines, quotes, and numbered comments wherever one can stand."""

    def __init__(self, data: st.DataObject) -> None:
        self.data = data
        self.number = 0
        self.owners: dict[str, str] = {}

    def draw(self, strategy: st.SearchStrategy) -> object:
        return self.data.draw(strategy)

    def comment(self, owner: str) -> str:
        self.number += 1
        self.owners[f"c{self.number}."] = owner
        return f"# c{self.number}."

    def lead(self, indent: int, owner: str) -> list[str]:
        """Return lines that can stand above a key."""
        kinds = self.draw(st.lists(st.sampled_from(["blank", "comment"]), max_size=2))
        return [" " * indent + self.comment(owner) if kind == "comment" else "" for kind in kinds]

    def behind(self, owner: str) -> str:
        return self.draw(st.sampled_from(["", "  ", "   " + "{}"])).format(self.comment(owner)) if self.draw(st.booleans()) else ""

    def scalar(self, key: str, indent: int, path: str) -> list[str]:
        if self.draw(st.integers(0, 3)) == 0:
            depth = " " * (indent + self.draw(st.integers(1, 4)))
            header = self.draw(st.sampled_from(["|", ">", ">-", "|-"]))
            return [f"{' ' * indent}{key}: {header}", self.draw(BLOCKS).format(depth)]
        value = self.draw(VALUES).replace("\n", "\n" + " " * indent)
        return [f"{' ' * indent}{key}:{self.draw(st.sampled_from([' ', '   ']))}{value}{self.behind(path)}"]

    def record(self, kind: str, indent: int, path: str) -> list[list[str]]:
        """Return the lines of each key, in any order."""
        keys = self.draw(st.lists(st.sampled_from(KEYS[kind]), min_size=1, unique=True))
        return [[*self.lead(indent, path + key), *self.scalar(key, indent, path + key)] for key in keys]

    def evidence(self) -> list[str]:
        lines = [*self.lead(0, "evidence"), "evidence:" + self.behind("evidence")]
        indent = self.draw(st.integers(0, 3))
        for number in range(self.draw(st.integers(1, 3))):
            step = self.draw(st.integers(2, 4))
            first, *rest = self.record("evidence", indent + step, f"{number}/")
            first[0:-1] = []
            if first[0].strip() and not first[0].strip().startswith("#"):
                lines += self.lead(indent, f"{number}")
                lines.append(" " * indent + "-" + " " * (step - 1) + first[0].lstrip(" "))
                lines += [line for block in rest for line in block]
            else:  # the last line of a longer text: the dash goes above
                lines += [" " * indent + "-", *(line for block in rest for line in block)] if rest else [" " * indent + "- x"]
        return lines

    def file(self) -> str:
        blocks = self.record("fact", 0, "")
        if self.draw(st.booleans()):
            blocks.append(self.evidence())
        if self.draw(st.booleans()):
            depth = self.draw(st.integers(1, 4))
            inner = [line for block in self.record("discrepancy", depth, "d/") for line in block]
            blocks.append(["discrepancy:", *inner])
        lines = [line for block in self.draw(st.permutations(blocks)) for line in block]
        return "\n".join(lines) + self.draw(st.sampled_from(["", "\n", "\n\n"]))


@given(st.data())
def test_nothing_is_lost_changed_or_parted(data: st.DataObject) -> None:
    """Any file reads as before, has the same comments, each still at its key, and is in order after one time."""
    writer = Writer(data)
    text = writer.file()
    before, faults = yamltree.parse(PlacedText("f", text))
    if faults or before is None:
        return
    out = fact(text)
    after, _ = yamltree.parse(PlacedText("f", out.rstrip("\n") + "\n"))
    ends = [value for value in (plain(before), plain(after))]
    assert _ended(ends[0]) == _ended(ends[1])
    assert Counter(out.split()) == Counter(text.split())
    assert neighbours(out) == neighbours(text)


def _ended(value: object) -> object:
    """Return values without the line end of a last text."""
    if isinstance(value, dict):
        return {key: _ended(part) for key, part in value.items()}
    return [_ended(part) for part in value] if isinstance(value, list) else str(value).rstrip("\n")


def neighbours(text: str) -> dict[str, str]:
    """Return for each comment the line that it stands behind, or the first word of the one that it stands above."""
    found = {}
    lines = [line.strip() for line in text.splitlines()]
    for at, line in enumerate(lines):
        comment = re.search(r"# (c\d+\.)", line)
        if comment and line.startswith("# c"):
            below = next((other for other in lines[at:] if other and not other.startswith("# c")), "")
            found[comment[1]] = below.removeprefix("- ").split(":")[0].strip()
        elif comment:
            found[comment[1]] = re.sub(r"\s+", " ", line.removeprefix("-").strip())
    return found
