from __future__ import annotations

from factsite.diagnostic import LINE, Diagnostic, Mark
from factsite.load import extents
from factsite.place import Place
from factsite.report import full
from factsite.report.files import Files
from factsite.report.ink import Ink

FACT = """\
claim: Bridges
cl\u0101im: Two
quote: 北京 e\u0301 “a bridge”
note: no tab
evidence:
  - first
  - second
  - third
  - |
    A text
    of
    many
    lines
    in a block.
"""
SEED = "The words of an article, " * 20 + "and no bridge at all."
FILES = Files({"f.yaml": FACT, "t.yaml": "\tnote: tab", "seeds/a.txt": "Title\n\n" + SEED}.get, extents)


def told(diagnostic: Diagnostic, room: int = 60, ink: Ink | None = None) -> str:
    """Return what is told of a diagnostic."""
    return "\n".join(full.told(diagnostic, FILES, room, ink or Ink()))


def test_the_value_is_underlined_with_other_places_beside_it() -> None:
    """Lines of one file stand in their order with a gap between them; the repair comes last."""
    found = Diagnostic(
        "a-rule", Place("f.yaml", 8, 5), "this is wrong, and the message is longer than the line is", "write `b`",
        also=((Place("f.yaml", 1, 1), "first given here"),),
    )  # fmt: skip
    assert (
        told(found, 48)
        == """\
error[a-rule]: this is wrong, and the message is
    longer than the line is
 --> f.yaml:8:5
  |
1 | claim: Bridges
  | ----- first given here
 …
8 |   - third
  |     ^^^^^
  |
  = help: write `b`"""
    )


def test_the_caret_stands_below_the_value_whatever_is_before_it() -> None:
    """Letters of two cells, letters with marks and tabs move the words below them too."""
    assert told(
        Diagnostic("a-rule", Place("f.yaml", 3, 15), "no", marks=(Mark(Place("f.yaml", 3, 8), 2, "here"),))
    ) == (
        "error[a-rule]: no\n"
        " --> f.yaml:3:15\n"
        "  |\n"
        "3 | quote: 北京 e\u0301 “a bridge”\n"
        "  |        ---- here\n"
        "  |                ^\n"
        "  |"
    )
    assert told(Diagnostic("a-rule", Place("t.yaml", 1, 8), "no", severity="warning")) == (
        "warning[a-rule]: no\n --> t.yaml:1:8\n  |\n1 |     note: tab\n  |           ^^^\n  |"
    )


def test_the_article_is_cut_to_what_differs() -> None:
    """Of a long line, what lies around the difference is shown."""
    marks = (Mark(Place("seeds/a.txt", 3, 505), 2, "you have “one”"),)
    assert (
        told(Diagnostic("a-rule", Place("f.yaml", 1, 8), "no", marks=marks), 50)
        == """\
error[a-rule]: no
 --> f.yaml:1:8
  |
1 | claim: Bridges
  |        ^^^^^^^
  |
 ::: seeds/a.txt:3:505
  |
3 | …words of an article, and no bridge at all.
  |                           -- you have “one”
  |"""
    )


def test_a_line_to_read_is_shown_whole() -> None:
    """Where nothing in it can be pointed at, a line goes on over several, up to a limit."""
    lines = told(
        Diagnostic(
            "a-rule",
            Place("f.yaml", 1, 8),
            "no",
            marks=(Mark(Place("seeds/a.txt", 3), LINE, "what is cited"),),
        ),
        60,
    ).split("\n")
    assert lines[6] == " ::: seeds/a.txt:3:1 what is cited"
    assert lines[8] == "3 | The words of an article, The words of an article, The"
    assert lines[-3:] == [lines[-3], "  | …", "  |"]
    assert len(lines) == 8 + 8 + 2


def test_of_a_long_value_the_first_lines_are_shown_and_the_last() -> None:
    """A block of text does not fill the screen."""
    assert (
        told(Diagnostic("a-rule", Place("f.yaml", 9, 5), "no"))
        == """\
error[a-rule]: no
  --> f.yaml:9:5
   |
 9 |   - |
   |     ^
10 |     A text
   |     ^^^^^^
11 |     of
   |     ^^
  …
14 |     in a block.
   |     ^^^^^^^^^^^
   |"""
    )


def test_what_cannot_be_shown_is_left_out() -> None:
    """A file that is not there, a line behind the last, a fault of a whole file: the place alone is told."""
    for place in (Place("gone.yaml", 3, 4), Place("f.yaml", 99, 1), Place("seeds/a.txt")):
        assert (
            told(Diagnostic("a-rule", place, "no", "look"))
            == f"error[a-rule]: no\n --> {place}\n  = help: look"
        )


def test_nothing_steers_the_terminal() -> None:
    """Escapes in files, names, messages and labels are shown by their numbers."""
    files = Files({"\x1bf.yaml": "a: \x1b[31mred \u202eb"}.get, lambda file, text: {})
    found = Diagnostic(
        "a-rule", Place("\x1bf.yaml", 1, 4), "\x1b", "\x1b", ((Place("\x1bf.yaml", 1, 1), "\x1b"),)
    )
    text = "\n".join(full.told(found, files, 80, Ink(True, lambda place: "file:///\x1b")))
    for own in ("\x1b[0m", "\x1b[1m", "\x1b[1;31m", "\x1b[36m", "\x1b]8;;", "\x1b\\"):
        text = text.replace(own, "")
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\\u{1b}[31mred \\u{202e}b" in text


def test_the_end_says_how_to_learn_more() -> None:
    """One rule is named in the command, several are listed once each, none needs none."""
    one, other = (Diagnostic(rule, Place("f.yaml"), "no") for rule in ("a-rule", "b-rule"))
    assert list(full.lines([one, one], FILES, 80))[-1] == "More on this: build.py explain a-rule"
    assert list(full.lines([one, other, one], FILES, 80, program="factsite"))[-1] == (
        "More on each: factsite explain RULE, where RULE is one of a-rule, b-rule"
    )
    assert list(full.lines([], FILES, 80)) == []
