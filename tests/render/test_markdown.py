"""Prose of authors as HTML: what is meant as markup works, everything else is shown as typed."""

from __future__ import annotations

import pytest

from factsite.model import Source
from factsite.place import Place
from factsite.render.markdown import html, inline, plain
from factsite.values import Digest, FileName, InlineCitation, LineRange, Prose

SOURCES = {
    "atlas": Source(id="atlas", file=FileName("atlas.txt"), sha256=Digest("0" * 64), name="The <Atlas>")
}
CITED = InlineCitation("atlas", LineRange(4, 5), "[@atlas:4-5]", Place(""))


def test_a_citation_becomes_a_link_to_its_lines() -> None:
    """The words are the source's name, escaped, and the lines."""
    assert html(Prose("See [@atlas:4-5].", (CITED,)), "../", SOURCES) == (
        '<p>See <a class="cite" href="../sources/atlas.html#L4-L5" rel="noopener noreferrer">'
        "The &lt;Atlas&gt;, lines 4–5</a>.</p>"
    )


def test_a_citation_between_backquotes_is_shown_as_typed() -> None:
    """An example is no citation."""
    assert html(Prose("`[@atlas:4-5]`", (CITED,)), "", SOURCES) == "<p><code>[@atlas:4-5]</code></p>"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<b onclick=x>b</b>", "<p>&lt;b onclick=x&gt;b&lt;/b&gt;</p>"),
        ("a\n\n<div>\n\nb", "<p>a</p>\n<p>&lt;div&gt;</p>\n<p>b</p>"),
        ("&lt;i&gt;", "<p>&lt;i&gt;</p>"),
        ("![a](https://example.org/a.png)", "<p>![a](https://example.org/a.png)</p>"),
        ("[a](javascript:alert(1))", "<p>a</p>"),
        ("[a](data:text/html,x)", "<p>a</p>"),
        ("[a](//example.org/)", "<p>a</p>"),
        ("[a](/\\example.org/)", "<p>a</p>"),
        ("[a](JavaScript:alert(1))", "<p>a</p>"),
        ("[a](http://[)", "<p>a</p>"),
        ("<javascript:alert(1)>", "<p>&lt;javascript:alert(1)&gt;</p>"),
        ("[a][b]\n\n[b]: javascript:alert(1)", "<p>a</p>"),
        (
            '[a](https://example.org/ "x\\" onmouseover=\\"y")',
            '<p><a href="https://example.org/" title="x\\&quot; onmouseover=\\&quot;y" rel="noopener noreferrer">a</a></p>',
        ),
    ],
)  # fmt: skip
def test_nothing_becomes_code(written: str, shown: str) -> None:
    """Raw HTML is text, pictures load nothing, and links lead only where links may lead."""
    assert html(Prose(written), "", {}) == shown


def test_headings_of_prose_stand_below_those_of_the_page() -> None:
    """The highest heading gets the level that the page has for it, the others keep their distance."""
    assert html(Prose("# a\n\n### b"), "", {}, top=3) == "<h3>a</h3>\n<h5>b</h5>"
    assert html(Prose("## a\n\n### b"), "", {}, top=2) == "<h2>a</h2>\n<h3>b</h3>"


def test_a_text_of_one_paragraph_can_stand_in_a_line() -> None:
    """A note has no paragraph around it; several paragraphs stay paragraphs."""
    assert inline(Prose("*so*"), "", {}) == "<em>so</em>"
    assert inline(Prose("a\n\nb"), "", {}) == "<p>a</p>\n<p>b</p>"


def test_a_plain_text_is_escaped() -> None:
    """A description is no Markdown and no HTML."""
    assert plain("*a* <b>") == "<p>*a* &lt;b&gt;</p>"


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    """A link definition of one author does not work in the text of another."""
    html(Prose("[a]: https://example.org/"), "", {})
    assert html(Prose("[a][a]"), "", {}) == "<p>[a][a]</p>"
