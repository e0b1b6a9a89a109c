from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.diagnostic import Diagnostic
from factsite.load.text import PlacedText, decode
from factsite.load.yamltree import DEEPEST, Mapping, Node, Scalar, Sequence, Unusable, parse
from factsite.place import Place

FILE = "f.yaml"


def tree(text: str) -> Node | None:
    """Return the tree of a text that has no fault."""
    root, faults = parse(PlacedText(FILE, text))
    assert faults == []
    return root


def faults(text: str) -> list[Diagnostic]:
    """Return the faults of a text."""
    return parse(PlacedText(FILE, text))[1]


def values(node: Node | None) -> object:
    """Return the texts of a tree, in lists and pairs."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [values(item) for item in node.items]
        case Mapping():
            return {key.text: values(value) for key, value in node.entries}
        case _:
            return node


def test_every_value_keeps_its_place() -> None:
    """Keys, values, lists and mappings all know where they begin."""
    text = "claim: It is long.\nevidence:\n  - lines: 5\n    quote: 'so'\n"
    root = tree(text)
    assert isinstance(root, Mapping)
    ((claim, sentence), (evidence, items)) = root.entries
    assert isinstance(items, Sequence)
    (item,) = items.items
    assert isinstance(item, Mapping)
    nodes = (
        root,
        claim,
        sentence,
        evidence,
        items,
        item,
        *(part for entry in item.entries for part in entry),
    )
    assert [str(node.place) for node in nodes] == [
        f"{FILE}:{point}"
        for point in ("1:1", "1:1", "1:8", "2:1", "3:3", "3:5", "3:5", "3:12", "4:5", "4:12")
    ]
    scalars = [node for node in nodes if isinstance(node, Scalar)]
    assert [(scalar.text, scalar.raw, scalar.start) for scalar in scalars] == [
        ("claim", "claim", 0), ("It is long.", "It is long.", 7), ("evidence", "evidence", 19),
        ("lines", "lines", 33), ("5", "5", 40), ("quote", "quote", 46), ("so", "'so'", 53),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "written", ["no", "012", "12:30", "2024-02-30", "1e3", "0x1f", "~", "null", "1_000", ".5", "yes", "="]
)
def test_nothing_is_resolved(written: str) -> None:
    """A value stays the text that was typed, whatever YAML could make of it."""
    assert values(tree(f"key: {written}")) == {"key": written}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("k: |\n  one\n  two\n", "one\ntwo\n"),
        ("k: >-\n  one\n  two\n\n  three\n", "one two\nthree"),
        ("k: one\n  two\n", "one two"),
        ('k: "a\\tb\\u00e4"', "a\tbä"),
        ("k: 'it''s'", "it's"),
        ("k: # nothing", ""),
    ],
)
def test_styles_of_text(text: str, read: str) -> None:
    """All ways in which YAML writes a text are read."""
    assert values(tree(text)) == {"k": read}


def test_places_count_what_yaml_takes_for_line_ends_as_characters() -> None:
    """Columns are right after an emoji, and lines after the line separators that only YAML knows."""
    root = tree("a: '😀\u2028x'\nb: c\n")
    assert isinstance(root, Mapping)
    assert [(str(key.place), str(value.place)) for key, value in root.entries] == [
        ("f.yaml:1:1", "f.yaml:1:4"),
        ("f.yaml:2:1", "f.yaml:2:4"),
    ]


QUOTE = "write the value out, or put it in quotes"
DELETE = "delete it, or put the value in quotes"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "a: b: c", Diagnostic(
                "yaml-syntax", Place(FILE, 1, 5), "a colon and a space stand inside this value",
                "put quotes around all of it: `a: 'b: c'`",
            ), id="a colon in a value",
        ),
        pytest.param(
            "a:\n  - b: c\n     d: e", Diagnostic(
                "yaml-syntax", Place(FILE, 3, 6), "this key is indented deeper than the one before it",
                "indent it with 4 spaces, as the line before",
            ), id="a key too deep",
        ),
        pytest.param(
            "- a\n  b: c: d", Diagnostic(
                "yaml-syntax", Place(FILE, 1, 1), "this line is neither a key with its value nor the rest of a value",
                "a key is written `key: value`; a value that goes on in the next line is indented",
            ), id="a key after a text",
        ),
        pytest.param(
            "a:\n  b: c\n  - d", Diagnostic(
                "yaml-syntax", Place(FILE, 3, 3), "an item of a list stands where keys stood before",
                "begin every item with `- `, the first too, and indent what belongs to it under its first key",
            ), id="a hyphen forgotten",
        ),
        pytest.param(
            "```yaml\na: b", Diagnostic(
                "yaml-syntax", Place(FILE, 1, 1), "this line is no part of a record",
                "delete it: it marks code on web pages and in messages",
            ), id="a fence",
        ),
        pytest.param(
            "a: b\nc:d\n# e\n\nf: g", Diagnostic(
                "yaml-syntax", Place(FILE, 2, 2), "there is no space after this colon", "write `c: d`",
            ), id="no space after a colon",
        ),
        pytest.param(
            "a：b\nc: d", Diagnostic(
                "yaml-syntax", Place(FILE, 1, 2), "this is not the colon that YAML knows", "write `a: b`",
            ), id="a colon of another script",
        ),
        pytest.param(
            "a:\n\t- b", Diagnostic(
                "yaml-syntax", Place(FILE, 2, 1), "a tab indents this line", "indent with spaces; YAML does not take tabs",
            ), id="a tab",
        ),
        pytest.param(
            'a: b\nc: "open\n', Diagnostic(
                "yaml-syntax", Place(FILE, 2, 4), "the quotation mark that opens here is never closed",
                "close it; a quotation mark that is a part of the text needs other quotes around all of the value",
            ), id="a quotation mark that is never closed",
        ),
        pytest.param(
            "a: 'b' c", Diagnostic(
                "yaml-syntax", Place(FILE, 1, 8), "the value goes on after its closing quotation mark",
                """put quotes around all of it: `a: '''b'' c'`""",
            ), id="quotes around a part",
        ),
        pytest.param(
            "a: [b, c]]", Diagnostic(
                "yaml-syntax", Place(FILE, 1, 10), "this cannot stand here",
                "check the indentation, and that quotes and brackets stand around all of a value, not a part of it",
            ), id="a bracket too many",
        ),
        pytest.param(
            "a: @b", Diagnostic(
                "yaml-syntax", Place(FILE, 1, 4), "no value can begin with this character", "put quotes around all of the value",
            ), id="an at sign",
        ),
        pytest.param(
            'a: "C:\\new\\dir"', Diagnostic(
                "yaml-syntax", Place(FILE, 1, 11), "in double quotes, `\\` and this character mean nothing",
                "use single quotes around the value, or write `\\\\`",
            ), id="a backslash",
        ),
        pytest.param(
            "a: b\nc\nd: e", Diagnostic(
                "yaml-syntax", Place(FILE, 2, 1), "this line is neither a key with its value nor the rest of a value",
                "a key is written `key: value`; a value that goes on in the next line is indented",
            ), id="a line that is no key",
        ),
        pytest.param("a: *b", Diagnostic("yaml-feature", Place(FILE, 1, 4), "`*b` is an alias", QUOTE), id="an alias"),
        pytest.param("*b : a", Diagnostic("yaml-feature", Place(FILE, 1, 1), "`*b` is an alias", QUOTE), id="an alias as key"),
        pytest.param("a: &b c", Diagnostic("yaml-feature", Place(FILE, 1, 4), "`&b` is an anchor", DELETE), id="an anchor"),
        pytest.param("a: !b c", Diagnostic("yaml-feature", Place(FILE, 1, 4), "`!b` is a tag", DELETE), id="a tag"),
        pytest.param(
            "{{ a }}: b", Diagnostic(
                "yaml-feature", Place(FILE, 1, 1), "this key is no plain word",
                "write `key: value`; a value that begins with `{`, `[`, `?` or `*` needs quotes",
            ), id="a placeholder",
        ),
        pytest.param(
            "a: b\n---\nc: d", Diagnostic(
                "yaml-feature", Place(FILE, 2, 1), "a second document begins here", "one file holds one record; delete the `---`",
            ), id="a second document",
        ),
        pytest.param(
            "%YAML 1.2\n---\na: b", Diagnostic(
                "yaml-feature", Place(FILE, 1, 1), "a `%` directive", "delete the line that begins with `%`",
            ), id="a directive",
        ),
        pytest.param(
            "a: b\nc: d\na: e", Diagnostic(
                "repeated-key", Place(FILE, 3, 1), "`a` stands here a second time; first given in line 1",
                "keep one of the two; a new list item begins with `- `", ((Place(FILE, 1, 1), "first given here"),),
            ), id="a key twice",
        ),
        pytest.param(
            "a: " + "[" * DEEPEST + "]" * DEEPEST, Diagnostic(
                "too-deep", Place(FILE, 1, 15), "nested more than 12 levels deep", "no record needs more than four levels",
            ), id="too deep",
        ),
        pytest.param(
            "# later\n", Diagnostic(
                "empty-file", Place(FILE, 1, 1), "there is no record in this file", "write it, or delete the file",
            ), id="nothing",
        ),
    ],
)  # fmt: skip
def test_faults(text: str, expected: Diagnostic) -> None:
    """A slip is one fault, at the place where it was made."""
    assert faults(text) == [expected]


def test_a_repeated_key_keeps_its_first_value() -> None:
    """The second is reported and left out."""
    root, _ = parse(PlacedText(FILE, "a: b\na: c"))
    assert values(root) == {"a": "b"}


def test_an_alias_leaves_a_gap() -> None:
    """What cannot be used stands in the tree as such, so that it gets no second fault."""
    source = PlacedText(FILE, "a: *b\nc: d")
    root, _ = parse(source)
    assert values(root) == {"a": Unusable(3, source), "c": "d"}


def test_nesting_costs_no_stack() -> None:
    """A file of ten thousand brackets is one fault like any other."""
    assert [fault.rule for fault in faults("[" * 10_000)] == ["too-deep"]


YAML_LIKE = st.text(alphabet="ab:-?,#&*!|>'\"%@`{}[]\\~ \n\t\r0é\x85\u2028\ufeff😀", max_size=60)


@given(st.one_of(st.binary(max_size=80), YAML_LIKE.map(str.encode), st.text(max_size=60).map(str.encode)))
def test_any_bytes_give_a_tree_or_faults(content: bytes) -> None:
    """No file raises, a file without a tree has a fault, and every place lies in the file."""
    source = decode(FILE, content)
    if isinstance(source, Diagnostic):
        found, root = [source], None
    else:
        root, found = parse(source)
    assert root is not None or found
    lines = content.decode("utf-8", "replace").split("\n")
    for fault in found:
        assert 1 <= fault.place.line <= len(lines)
        assert 1 <= fault.place.column <= len(lines[fault.place.line - 1]) + 1
