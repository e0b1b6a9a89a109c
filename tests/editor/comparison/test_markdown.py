from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from factsite.changes import Change, ClaimChange, ClaimLine, Comparison
from factsite.editor.comparison import as_markdown
from factsite.editor.comparison.markdown import LARGEST, MOST, escaped, shown
from factsite.report.unlinked import JOINER


def changed(words: str) -> Comparison:
    """Return a comparison in which an author's words stand wherever they can."""
    change = ClaimChange(
        id="a", claim=words, verdict=Change("verdict", words, "x"), notes=(Change("figures", "", words),),
        fields=(Change("summary", "x", words),),
    )  # fmt: skip
    return Comparison(
        claims_added=(ClaimLine("b", words, words),),
        claims_changed=(change,),
        pages=(Change(words, "", words),),
    )


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("<b>so</b>", "&lt;b&gt;so&lt;/b&gt;"),
        ("a | b", "a &#124; b"),
        ("*so* and `so`", r"\*so\* and \`so\`"),
        ("[x](y) ![x](y)", r"\[x\](y) \!\[x\](y)"),
        ("@octocat", f"@{JOINER}octocat"),
        ("see #12 and GH-12", f"see \\#{JOINER}12 and GH{JOINER}-12"),
        ("https://evil.example www.evil.example", f"https:/{JOINER}/evil.example www{JOINER}.evil.example"),
        (":tada: at f.yaml:100:8", f":{JOINER}tada: at f.yaml:{JOINER}100:8"),
        ("one\n\n# two", f"one \\#{JOINER} two"),
        ("\x1b[31m\u202e", r"\\u{1b}\[31m\\u{202e}"),
    ],
)
def test_what_an_author_wrote_does_nothing(words: str, safe: str) -> None:
    """It is shown as it is: no markup, no mention, no reference, no link, no new line."""
    assert shown(words) == safe


@given(st.text())
def test_no_text_makes_markup(words: str) -> None:
    """Whatever stands in a fact file, the tags of the page are those of a harmless one, each as often."""
    page, harmless = (
        re.findall(r"<[^>]*>", as_markdown(changed(text), "main")) for text in (words or "x", "x")
    )
    assert page == harmless


@given(st.text(alphabet="<>&*_`[]()!#|\\ a\n"))
def test_markdown_reads_it_as_text(words: str) -> None:
    """What a reader of Markdown makes of it are the words themselves."""
    text = re.sub(r"</?p>|\n", "", markdown(f"x {shown(words)} x")).replace(JOINER, "")
    assert "<" not in text


def test_in_html_it_is_text_too() -> None:
    """The line of what is folded is HTML."""
    assert escaped('<b>@x & "y"') == f"&lt;b&gt;@{JOINER}x &amp; &quot;y&quot;"


def test_long_lists_are_cut() -> None:
    """Fifty are listed, the others counted."""
    added = tuple(ClaimLine(f"c{number}", "So.", "Supported") for number in range(MOST + 7))
    assert as_markdown(Comparison(claims_added=added), "main").endswith(
        "- **c49**: So. (Supported)\n- 7 more\n"
    )


def test_it_is_never_too_large() -> None:
    """However much changed, it stays below what GitHub shows, and says what is missing."""
    words = "＠" * 240
    changes = tuple(Change("notes", f"{words}{number}", words) for number in range(60))
    many = tuple(ClaimChange(id=f"c{number}", claim=words, fields=changes) for number in range(60))
    page = as_markdown(Comparison(claims_changed=many, templates=("a.html",)), "main")
    assert len(page.encode()) <= LARGEST + 200
    assert "templates" in page
    assert page.endswith(
        "*Too long for this page: 1 more of these sections; `compare` prints them on your machine.*\n"
    )


def test_folded_sections() -> None:
    """What few want to read at once is folded away, with its number."""
    page = as_markdown(changed("so"), "main")
    assert (
        "\n<details><summary><b>Claims changed</b> (1)</summary>\n\n- **a**: so\n  - summary: x → so\n"
        in page
    )
