from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from factsite.diagnostic import Diagnostic
from factsite.load import extents
from factsite.place import Place
from factsite.report import github
from factsite.report.files import Files
from factsite.report.ink import uncommanded

FILES = Files({"content/a,b.yaml": "claim: A claim\nnotes: |\n  One.\n  Two.\n"}.get, extents)
PLACE = Place("content/a,b.yaml", 1, 8)

COMMAND = re.compile(r"::(error|warning) ([^\r\n]*?)::([^\r\n]*)")


def test_a_fault_is_an_annotation_of_its_value() -> None:
    """The file is named from the top of the repository; what separates the parts of a command is escaped in them."""
    found = Diagnostic(
        "a-rule", PLACE, "50% of it, wrong: see", "write `b`", ((Place("c.yaml", 2, 3), "given here"),)
    )
    assert list(github.annotated([found], FILES, "sites/100%/")) == [
        "::error file=sites/100%25/content/a%2Cb.yaml,line=1,endLine=1,col=8,endColumn=15,title=a-rule"
        "::50%25 of it, wrong: see%0Ac.yaml:2:3: given here%0Ahelp: write `b`"
    ]


def test_only_what_lies_in_one_line_has_columns() -> None:
    """GitHub takes no columns where the end is in another line."""
    found = Diagnostic("a-rule", Place("content/a,b.yaml", 2, 8), "no", severity="warning")
    assert list(github.annotated([found], FILES)) == [
        "::warning file=content/a%2Cb.yaml,line=2,endLine=4,title=a-rule::no"
    ]


def test_the_worst_come_first_and_the_rest_is_counted() -> None:
    """Ten of a kind are shown; of more, nine and how many there are besides."""
    warnings = [
        Diagnostic("w-rule", Place("f.yaml", line), "no", severity="warning") for line in range(1, 11)
    ]
    errors = [Diagnostic("e-rule", Place("f.yaml", line), "no") for line in range(1, 13)]
    lines = list(github.annotated([*warnings, *errors], FILES))
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 10 + ["::warning"] * 10
    assert "line=9," in lines[8]
    assert (
        lines[9] == "::error title=3 more errors::3 more errors: the log and the summary of this run show all"
    )
    assert lines[-1].startswith("::warning file=f.yaml,line=10,")


def test_a_cause_comes_before_what_follows_from_it() -> None:
    """An article that changed unsettles many facts; that it changed is told however many they are."""
    facts = [Diagnostic("q-rule", Place("content/facts/f.yaml", line), "no") for line in range(1, 21)]
    article = Diagnostic("p-rule", Place("content/sources/s.yaml"), "no")
    assert "title=p-rule" in next(github.annotated([*facts, article], FILES))
    table = github.summary([*facts, article], "1 claim").splitlines()[6:]
    assert [row.split("`")[1] for row in table] == ["p-rule", *["q-rule"] * 20]


@given(st.text(), st.text(), st.text(max_size=20))
def test_no_text_ends_a_command_or_begins_one(message: str, repair: str, name: str) -> None:
    """Whatever an author writes, one fault is one command in one line."""
    (line,) = github.annotated([Diagnostic("a-rule", Place(name or "f"), message, repair)], FILES)
    found = COMMAND.fullmatch(line)
    assert found
    assert [part.split("=")[0] for part in found[2].split(",")] == [
        "file",
        "line",
        "endLine",
        "col",
        "endColumn",
        "title",
    ]


def test_a_line_of_the_log_is_no_command() -> None:
    """Both forms of commands are taken apart, wherever they stand; other lines are left as they are."""
    assert uncommanded("f.yaml:1:1: a ##[add-mask]b") == "f.yaml:1:1: a #\\u{23}[add-mask]b"
    assert uncommanded("  ::error::no") == "  \\u{3a}:error::no"
    assert uncommanded("    help: `a::b`") == "    help: `a::b`"


def test_the_summary_is_a_table_of_all() -> None:
    """Errors come first, each place is a link, and what an author wrote is no Markdown."""
    warning = Diagnostic("w-rule", Place("f 1.yaml", 3), "a | b", severity="warning")
    error = Diagnostic("e-rule", PLACE, "<b>*no*</b> [x](y) @me, https://a.example www.a.example", "a_b `c`")
    assert github.summary([warning, error], "1 claim", "s/", "https://h/r/blob/1/") == (
        "## 1 fault to mend before the site can be published\n\n1 claim.\n\n"
        "| | rule | place | what is wrong | repair |\n| --- | --- | --- | --- | --- |\n"
        "| error | `e-rule` | [content/a,b.yaml&#58;1](https://h/r/blob/1/s/content/a%2Cb.yaml#L1) "
        "| &#60;b&#62;&#42;no&#42;&#60;/b&#62; &#91;x&#93;(y) &#64;&#8288;me, https&#58;/&#8288;/a.example www&#8288;.a.example | a&#95;b &#96;c&#96; |\n"
        "| warning | `w-rule` | [f 1.yaml&#58;3](https://h/r/blob/1/s/f%201.yaml#L3) | a &#124; b |  |\n"
    )
    assert github.summary([], "1 claim") == "## Everything holds\n\n1 claim.\n"
    assert github.summary([warning], "1 claim").startswith("## Everything holds, with warnings\n\n1 claim.\n")


def test_a_summary_is_not_larger_than_github_takes() -> None:
    """What does not fit is counted."""
    found = [Diagnostic("a-rule", Place("f.yaml"), "x" * 100_000)] * 12
    text = github.summary(found, "Many.")
    assert len(text.encode()) < 2**20
    assert text.endswith("\n4 more faults: see the log.\n")
