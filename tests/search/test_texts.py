from __future__ import annotations

from factsite.search.texts import Section, text_of

PAGE = """<!doctype html><html><body><nav>Menu</nav>
<p data-search-meta="name">Source: <b>A</b>&amp;B</p><h1 class="x">Boats &amp; <em>barges</em></h1>
<span hidden data-search-filter="kind:claim"></span><span hidden data-search-filter="source:a:b"></span>
<article data-search-body data-search-meta="verdict:refuted, withdrawn:yes">
<p>Head<!-- <p>no</p> --> of it</p><ul class="facts"><li>3 articles</li></ul>
<section aria-labelledby="evidence"><h2 id="evidence">Who <i>says</i></h2>
<figure id="quotation-1"><p>One<a class="numeral" href="#L1">1</a> <mark>pie</mark>ce</p><p>two</p><br>three</figure>
<figure id="quotation-2" title="a > b"><svg><path d=""/></svg><nav>x<nav>y</nav>z</nav></figure></section>
<div class="stripe">kept</div><div class="a strip">gone</div>
<section aria-labelledby="rule"><section>rule</section>rule</section>
</article><p>After</p></body></html>"""


def test_a_page_is_read_in_sections() -> None:
    """Headings, quotations and lines begin a section; what is no text of the page is left out, nested or not."""
    text = text_of("claims/boats.html", PAGE)
    assert text is not None
    assert text.title == "Boats & barges"
    assert text.filters == (("kind", "claim"), ("source", "a:b"))
    assert text.shown == {"name": "Source: A&B", "verdict": "refuted", "withdrawn": "yes"}
    assert text.sections == (
        Section("", "", "Head of it"),
        Section("quotation-1", "", "One piece two three"),
        Section("quotation-2", "", "kept"),
    )


def test_text_behind_a_heading_is_found_under_it() -> None:
    """A section has the words of its heading beside it, and not in its text."""
    text = text_of(
        "x", '<div data-search-body><h2 id="a">Notes</h2><p>Words</p><ol><li id="L5">Line</li></ol></div>'
    )
    assert text is not None
    assert text.sections == (Section("a", "Notes", "Words"), Section("L5", "", "Line"))


def test_a_page_that_marks_nothing_is_not_searched() -> None:
    """Lists and essays are reached otherwise."""
    assert text_of("index.html", "<html><h1>Claims</h1></html>") is None
