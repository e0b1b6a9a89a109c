"""Prose of authors as HTML: what is meant as markup works, everything else is shown as typed."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factsite.model import Source
from factsite.place import Place
from factsite.render.markdown import full, html, inline, plain
from factsite.render.marks import held
from factsite.values import Digest, FileName, InlineCitation, LineRange, Prose

SOURCES = {
    "atlas": Source(id="atlas", file=FileName("atlas.txt"), sha256=Digest("0" * 64), name="The <Atlas>")
}
CITED = InlineCitation("atlas", LineRange(4, 5), "[@atlas:4-5]", Place(""))


def test_a_citation_becomes_a_link_to_its_lines() -> None:
    """The words are the source's name, escaped, and the lines."""
    assert html(Prose("See [@atlas:4-5].", (CITED,)), "../", SOURCES) == (
        '<p>See <a class="cite" href="../sources/atlas.html#L4-L5">The &lt;Atlas&gt;, lines 4–5</a>.</p>'
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
        ("[a](</\n/example.org/>)", "<p>a</p>"),
        ("[a](</\n\\\\example.org/>)", "<p>a</p>"),
        ("[a](/\\example.org/)", "<p>a</p>"),
        ("[a](JavaScript:alert(1))", "<p>a</p>"),
        ("[a](http://[)", "<p>a</p>"),
        ("<javascript:alert(1)>", "<p>&lt;javascript:alert(1)&gt;</p>"),
        ("[a][b]\n\n[b]: javascript:alert(1)", "<p>a</p>"),
        ("[a](mailto:b@example.org)", "<p>a</p>"),
        ("[a](MAILTO&#58;b@example.org)", "<p>a</p>"),
        ("[a][b]\n\n[b]: mailto:b@example.org", "<p>a</p>"),
        ("<b@example.org> <mailto:b@example.org>", "<p>&lt;b@example.org&gt; &lt;mailto:b@example.org&gt;</p>"),
        ("<https://example.org/>", '<p><a href="https://example.org/" rel="nofollow noopener noreferrer">https://example.org/</a></p>'),
        ("[a](https&#58;//example.org/)", '<p><a href="https://example.org/" rel="nofollow noopener noreferrer">a</a></p>'),
        ("[a](b.html)", '<p><a href="b.html">a</a></p>'),
        (
            '[a](https://example.org/ "x\\" onmouseover=\\"y")',
            '<p><a href="https://example.org/" rel="nofollow noopener noreferrer" title="x\\&quot; onmouseover=\\&quot;y">a</a></p>',
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


PIECES = st.sampled_from(
    [
        "[@atlas:4-5]", "[@bay:3]", "[@bay]", "[@none:1]", "*so*", "*as it is*", "**so**", "*", "_", "`", "\n", "\n\n", "\n\n\n", " ", "  ", "1. ", "1990. ",
        "- ", "-", "--", "---", "=", "# ", "> ", "a", "so it is", "It’s", "é", "ª", "x-y", ".", ",", ";", ":", "(", ")", "[", "]", "!", "\\", "&", "&amp;", "<", ">", "<b>",
        '"', "'", "“", "”", "‘", "…", "—", "\t", "\u00a0", "\u0301", "/", "//", "http://a.b", "www.a.b", "a@b.c", "%20", "$", "€", "?", "0", "12", "\u2028", "\x85", "\ufeff", "٣",
    ]
)  # fmt: skip
BAY = InlineCitation("bay", LineRange(3, 3), "[@bay:3]", Place(""))


@given(
    st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=12),
    st.sampled_from(["Bay Times", "B*a*y & Co", "A_b_c", "1. (Bay)", "[@atlas:4-5]"]),
)
@example("“*So* it is”, [@bay:3](x) says.\nAnd *so*[@atlas:4-5]\n\n(on) and on…\n", "Bay Times")
@example("*a**b*", "Bay Times")
@example("[@bay:3]: so", "Bay Times")
@example("a \nb  \n\nc ", "Bay Times")
def test_simple_prose_is_what_all_prose_is(text: str, name: str) -> None:
    """What is printed without looking for all that Markdown has is what would be found."""
    named = {"atlas": SOURCES["atlas"], "bay": Source(id="bay", file=FileName("b.txt"), sha256=Digest("0" * 64), name=name)}  # fmt: skip
    for citations in ((BAY,), (BAY, CITED)):
        prose = Prose(text, citations)
        assert html(prose, "../", named) == held(full(prose, "../", named))
