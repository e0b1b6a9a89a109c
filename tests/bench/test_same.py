"""The comparison of built sites: it sees each kind of difference."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from bench import same

if TYPE_CHECKING:
    from pathlib import Path

CLAIM = """<p class="claim__verdict"><span class="verdict__words">Supported</span></p>
<h1 class="claim__claim">There were 12 boats &amp; carts.</h1><p class="claim__summary">Two say so.</p>
<figure class="evidence"><a class="numeral" href="../sources/article-0000.html#L3"><span>line </span>3</a>
<blockquote><p>Then <mark>12 boats</mark> came.</p></blockquote><br><span class="stance__word">supports</span></figure>
<section aria-labelledby="explanation"><div class="prose"><p>As <em>told</em>.</p></div></section>"""
SOURCE = """<h1>Boats</h1><ol><li class="article-line" id="L3"><a class="numeral" href="#L3">3</a>
<p class="article-line__text">Then 12 boats came.</p>
<ul><li class="backlink backlink--supports"><a href="../claims/claim-00000.html">There</a></li></ul></li></ol>"""
INDEX = """<article class="claim-item"><span class="verdict__words">Supported</span>
<h3 class="claim-item__claim"><a href="claim-00000.html">There were 12 boats &amp; carts.</a></h3>
<p class="claim-item__summary">Two say so.</p></article>"""


@pytest.fixture
def sites(tmp_path: Path) -> dict[str, Path]:
    """Two sites that show the same, the pages of whose indexes have other names."""
    for name, index in (("one", "claims/index.html"), ("two", "claims/page/1.html")):
        for path, text in (
            ("claims/claim-00000.html", CLAIM),
            ("sources/article-0000.html", SOURCE),
            (index, INDEX),
        ):
            file = tmp_path / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    return {name: tmp_path / name for name in ("one", "two")}


def test_sites_that_show_the_same_have_no_differences(sites: dict[str, Path]) -> None:
    """White space, and in what elements the words stand, makes no difference."""
    page = sites["two"] / "claims/claim-00000.html"
    page.write_text(page.read_text("utf-8").replace("<em>told</em>.", "told.\n"), "utf-8")
    assert same.unlike(sites) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        ("claims/claim-00000.html", "12 boats &amp;", "13 boats &amp;", "claim-00000: text: 'There were 12 boats & carts.'"),
        ("claims/claim-00000.html", "Supported", "Refuted", "claim-00000: verdict: 'Supported' – 'Refuted'"),
        ("claims/claim-00000.html", "Two say", "Three say", "claim-00000: summary: "),
        ("claims/claim-00000.html", "told", "said", "claim-00000: explanation: 'As told.' – 'As said.'"),
        ("claims/claim-00000.html", "<mark>12 boats</mark>", "12 <mark>boats</mark>", "claim-00000: quotations: "),
        ("claims/claim-00000.html", ">supports<", ">refutes<", "claim-00000: quotations: "),
        ("claims/claim-00000.html", "#L3", "#L4", "claim-00000: quotations: "),
        ("claims/claim-00000.html", "</span>3<", "</span>4<", "claim-00000: quotations: "),
        ("claims/claim-00000.html", "article-0000", "article-0001", "claim-00000: quotations: "),
        ("sources/article-0000.html", "12 boats", "13 boats", "article-0000: lines: (3, 'Then 12 boats came.') – (3, 'Then 13"),
        ("sources/article-0000.html", 'id="L3"', 'id="L5"', "article-0000: lines: "),
        ("sources/article-0000.html", "claim-00000", "claim-00001", "article-0000: links: "),
        ("sources/article-0000.html", "backlink--supports", "backlink--refutes", "article-0000: links: "),
        ("claims/page/1.html", "Supported", "Refuted", "the index: entries: "),
        ("claims/page/1.html", INDEX, INDEX * 2, "the index: sizes: 1 – 2"),
    ],
)  # fmt: skip
def test_what_differs_is_found(sites: dict[str, Path], path: str, old: str, new: str, expected: str) -> None:
    """One word, number, stance or link that is not the same on one page is told, with the page."""
    page = sites["two"] / path
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new), "utf-8")
    assert any(found.startswith(f"one and two: {expected}") for found in same.unlike(sites)), same.unlike(
        sites
    )


def test_a_page_that_is_missing_is_found(sites: dict[str, Path]) -> None:
    """Every claim and article has its page in each site."""
    (sites["two"] / "sources/article-0000.html").unlink()
    assert same.unlike(sites) == ["one and two: article-0000: only in the first"]


def test_nothing_is_not_the_same_as_nothing(sites: dict[str, Path]) -> None:
    """Sites without pages are not held to be alike."""
    for site in sites.values():
        shutil.rmtree(site)
        site.mkdir()
    assert same.unlike(sites) == [f"one: no page of a claim or an article in {sites['one']}"]
