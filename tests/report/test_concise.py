from __future__ import annotations

import pytest

from factsite import report
from factsite.diagnostic import Diagnostic
from factsite.place import Place
from factsite.report.ink import Ink


def test_a_diagnostic_is_one_line_with_the_rest_below() -> None:
    """Place, severity, rule and message come first, as compilers print them; further places and the repair follow."""
    assert list(
        report.lines(
            [
                Diagnostic(
                    "repeated-key",
                    Place("f.yaml", 3, 1),
                    "`a` is here twice",
                    "keep one",
                    ((Place("f.yaml", 1, 1), "first given here"),),
                ),
                Diagnostic("unused-source", Place("s.yaml"), "no claim cites `s`", severity="warning"),
            ]
        )
    ) == [
        "f.yaml:3:1: error[repeated-key] `a` is here twice",
        "    f.yaml:1:1: first given here",
        "    help: keep one",
        "s.yaml:1:1: warning[unused-source] no claim cites `s`",
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "\\u{1b}[2J"),
        ("a\nb\rc", "a\\u{a}b\\u{d}c"),
        ("\x9b31m", "\\u{9b}31m"),
        ("\u202egnp.exe", "\\u{202e}gnp.exe"),
        ("1\u00a0000", "1\\u{a0}000"),
        ("\udcff", "\\u{dcff}"),
        ("“é” 日本 😀", "“é” 日本 😀"),
    ],
)
def test_nothing_steers_the_terminal(text: str, shown: str) -> None:
    """What is not printable is shown by its number, wherever an author wrote it: names of files are no exception."""
    diagnostic = Diagnostic("a-rule", Place(text), text, text, ((Place(text), text),))
    assert list(report.lines([diagnostic])) == [
        f"{shown}:1:1: error[a-rule] {shown}",
        f"    {shown}:1:1: {shown}",
        f"    help: {shown}",
    ]


def test_colours_and_links_are_ours_alone() -> None:
    """On a terminal, place and rule are links and the severity has its colour; what an author wrote steers nothing."""
    ink = Ink(True, lambda place: f"file:///s/{place.file}", lambda rule: f"file:///rules.md#{rule}")
    found = Diagnostic("a-rule", Place("f.yaml", 3, 1), "\x1b[31mred", "\x1b]8;;x")
    assert list(report.lines([found], ink)) == [
        "\x1b]8;;file:///s/f.yaml\x1b\\\x1b[1mf.yaml:3:1\x1b[0m\x1b]8;;\x1b\\: "
        "\x1b[1;31merror\x1b[0m[\x1b]8;;file:///rules.md#a-rule\x1b\\a-rule\x1b]8;;\x1b\\] \\u{1b}[31mred",
        "    \x1b[36mhelp:\x1b[0m \\u{1b}]8;;x",
    ]
