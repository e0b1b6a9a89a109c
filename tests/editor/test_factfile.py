"""Fact files as they are written for an editor."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factsite.editor.factfile import WIDTH, Remarked, item, scalar, todo, written
from factsite.load import yamltree
from factsite.load.text import PlacedText
from factsite.values import LineRange, Stance

FACTS = sorted((Path(__file__).parent.parent.parent / "content/facts").glob("*.yaml"))
SIGNS = st.text(
    st.sampled_from("ab1 .:#-?'\"\\[]{},&*!|>%@`~=<_“…\u00a0\u200c\u0085\u2028\u0301é😀"), max_size=40
)


def read(text: str) -> Any:
    """Return a YAML text as the site reads it: every value as it was typed."""
    tree, faults = yamltree.parse(PlacedText("fact.yaml", text))
    assert faults == []
    return _values(tree)


def _values(node: Any) -> Any:
    if isinstance(node, yamltree.Scalar):
        return node.text
    if isinstance(node, yamltree.Sequence):
        return [_values(one) for one in node.items]
    return {key.text: _values(value) for key, value in node.entries}


def test_a_whole_fact_file() -> None:
    """Keys in the order given, plain values plain, a long text folded, what is to be decided empty with a comment."""
    quote = "words of an article that go on and on " * 4
    assert list(
        written(
            {
                "claim": "It is long.",
                "summary": todo("why"),
                "checked": dt.date(2024, 12, 1),
                "evidence": [
                    {"source": "one", "lines": LineRange(5, 6), "quote": quote, "stance": Remarked(Stance.REFUTES, "sure?")},
                    {"source": "two", "lines": 7, "quote": "so", "stance": todo("which")},
                ],
                "discrepancy": {"reason": "unexplained"},
                "notes": ["One.", "Two: three."],
            }
        )
    ) == [
        "claim: It is long.",
        "summary:  # TODO: why",
        "checked: 2024-12-01",
        "evidence:",
        "  - source: one",
        "    lines: 5-6",
        "    quote: >-",
        "      words of an article that go on and on words of an article that go on and on words of an article that go on and on",
        "      words of an article that go on and on",
        "    stance: refutes  # sure?",
        "  - source: two",
        "    lines: 7",
        "    quote: so",
        "    stance:  # TODO: which",
        "discrepancy:",
        "  reason: unexplained",
        "notes:",
        "  - One.",
        '  - "Two: three."',
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("surpassing 1.3 million personnel", "surpassing 1.3 million personnel"),
        ("“very serious”", "“very serious”"),
        ("10,000", "10,000"),
        ("-5 degrees", "-5 degrees"),
        ("2023", '"2023"'),
        ("no", '"no"'),
        ("12:30", '"12:30"'),
        ("2024-10-23", '"2024-10-23"'),
        ('"very serious"', "'\"very serious\"'"),
        ('"It\'s"', "'\"It''s\"'"),
        ("Austin: so", '"Austin: so"'),
        ("so it ends:", '"so it ends:"'),
        ("the #1 priority", '"the #1 priority"'),
        ("a#b", "a#b"),
        ("- so", '"- so"'),
        ("a\u200cb", '"a\\u200cb"'),
        ("\U000e0001", '"\\U000e0001"'),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, expected: str) -> None:
    """A plain value would be cut short, or be no text."""
    assert scalar(text) == expected


@given(SIGNS, st.integers(0, 60))
def test_what_is_written_is_read_again(text: str, times: int) -> None:
    """Whatever a text holds and however long it is, it comes back as it was, but for white space; all is printable."""
    words = " ".join((f"{text} " * times + text).split())
    lines = list(written({"claim": words or None, "evidence": [{"quote": words or None, "note": "n"}]}))
    assert all(line.isprintable() for line in lines)
    back = read("\n".join(lines) + "\n")
    assert back["claim"] == words
    assert back["evidence"] == [{"quote": words, "note": "n"}]


@given(SIGNS)
def test_other_readers_take_a_text_for_a_text(text: str) -> None:
    """No text becomes a number, a date or a truth."""
    words = " ".join(text.split())
    assert yaml.safe_load(f"claim: {scalar(words)}\n") == {"claim": words}


@pytest.mark.parametrize("path", FACTS, ids=lambda path: path.stem)
def test_the_facts_of_the_site_are_in_its_style(path: Path) -> None:
    """Evidence of the real facts, written anew, is read the same, and a line that fits is as it stands there."""
    text = path.read_text("utf-8")
    evidence = read(text)["evidence"]
    lines = [line for one in evidence for line in item(one)]
    assert read("\n".join(["evidence:", *lines]))["evidence"] == evidence
    assert all(len(line) <= WIDTH for line in lines)
    short = {line for line in text.splitlines() if line.startswith("    quote: ") and not line.endswith(">-")}
    assert short <= set(lines)


def test_a_long_remark_stands_above() -> None:
    """A comment that does not fit behind its value goes before it, also in a list item, and the value stays whole."""
    lines = list(item({"source": Remarked("one", "because " * 20 + "so"), "lines": 5}))
    assert lines[0].startswith("    # because because")
    assert lines[-2:] == ["  - source: one", "    lines: 5"]
    assert read("evidence:\n" + "\n".join(lines))["evidence"] == [{"source": "one", "lines": "5"}]
