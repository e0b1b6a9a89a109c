"""The coverage of an article as its page and its JSON show it."""

from __future__ import annotations

import json
from dataclasses import replace

from factsite.findings import Coverage, Part, Span
from factsite.model import Boilerplate, Corpus, Site
from factsite.render.data.coverage import coverage_page
from factsite.render.pages.coverage import SIZE, coverage_of, coverage_sheets
from factsite.render.views import CitedLine, CoveredLine, Covering, Link, Meter, SourceCoverage, Unchecked
from factsite.values import LineRange
from tests.samples import article, row, source

FIRST = "The bridge is 412 metres long and 20 metres wide. “It is safe,” she said."
LONG = "It opened in May. About 3,000 people came. " + "Nobody had asked J. Alder before. " * 9
COVERAGE = Coverage(
    source="opening",
    file="seeds/opening.txt",
    lines=(
        Part(Span(1, 0, 73), FIRST, ("size", "width")),
        Part(Span(2, 0, len(LONG) - 1), LONG.strip(), ()),
    ),
    figures=(
        Part(Span(1, 14, 24), "412 metres", ("size",)),
        Part(Span(1, 34, 43), "20 metres", ()),
        Part(Span(2, 13, 16), "May", ()),
        Part(Span(2, 18, 29), "About 3,000", ()),
    ),
    quotations=(Part(Span(1, 51, 61), "It is safe", ()),),
    hidden=frozenset(),
)


NAMING = {"opening": [row("size"), row("width")]}


def article_of(coverage: Coverage) -> SourceCoverage:
    """Return the part of the page that tells of an article."""
    boilerplate = (Boilerplate(lines=LineRange(3, 4), reason="tags"),)
    corpus = Corpus(
        site=Site(title="Bridges"),
        sources={"opening": source("opening", name="The opening", boilerplate=boilerplate)},
        texts={"opening": article(FIRST, LONG, "Tags:", "bridge")},
        origins={}, origins_lost=False, claims=(), essays=(), ids={}, seeds=(),
    )  # fmt: skip
    (sheet,) = coverage_sheets(corpus, NAMING, lambda _: coverage, lambda _: coverage.strokes)
    return sheet.view().articles[0]


def test_meters_have_a_stroke_for_each_and_say_the_same_in_words() -> None:
    """The strokes stand in the order of the text."""
    assert article_of(COVERAGE).meters == (
        Meter("lines", "1 of 2", b"\1\0", 16),
        Meter("figures", "1 of 4", b"\1\0\0\0", 32),
        Meter("quotations", "0 of 1", b"\0", 8),
    )


def test_what_nobody_has_checked_stands_in_its_sentence_and_a_sentence_once() -> None:
    """Figures and quotations of one sentence share it; a short line is one."""
    first = CitedLine(
        1,
        "sources/opening.html#L1",
        (
            ("The bridge is 412 metres long and ", False),
            ("20 metres", True),
            (" wide. “", False),
            ("It is safe", True),
            (",” she said.", False),
        ),
    )
    opened = (("It opened in ", False), ("May", True), (".", False))
    came = (("About 3,000", True), (" people came.", False))
    assert article_of(COVERAGE).unchecked == (
        Unchecked("1 figure and 1 quotation", first),
        Unchecked("1 figure", CitedLine(2, "sources/opening.html#L2", opened, False, True)),
        Unchecked("1 figure", CitedLine(2, "sources/opening.html#L2", came, True, True)),
    )


def test_what_claims_cover_stands_by_line_and_claim() -> None:
    """A claim that cites a line without a figure or a quotation is there too; uncovered lines are listed apart."""
    view = article_of(COVERAGE)
    assert view.covered == (
        CoveredLine(
            1,
            "sources/opening.html#L1",
            (
                Covering(Link("claims/size.html", "It is size."), ("412 metres",)),
                Covering(Link("claims/width.html", "It is width."), ()),
            ),
        ),
    )
    assert view.uncited == (Link("sources/opening.html#L2", "2"),)
    assert view.left_out == ((Link("sources/opening.html#L3-L4", "lines 3–4"), "tags"),)


def test_words_of_lines_that_may_not_be_printed_stand_on_no_page() -> None:
    """The number of the line is told, also in the JSON, and that something there is unchecked."""
    partial = Coverage(
        source="opening",
        file="seeds/opening.txt",
        lines=COVERAGE.lines,
        figures=COVERAGE.figures[2:],
        quotations=(),
        hidden=frozenset({2}),
    )
    hidden = CitedLine(2, "sources/opening.html#L2", ())
    assert article_of(partial).unchecked == (Unchecked("2 figures", hidden),)
    figures = json.loads(coverage_page([partial]).content)["sources"][0]["figures"]
    assert figures == [
        {"line": 2, "start": 13, "end": 16, "words": None, "claims": []},
        {"line": 2, "start": 18, "end": 29, "words": None, "claims": []},
    ]


def test_a_covered_quotation_has_its_marks_and_a_long_one_is_cut() -> None:
    """It stands in full on the claim's page."""
    words = "It is " + "very " * 30 + "safe"
    text = Coverage(
        source="opening",
        file="seeds/opening.txt",
        lines=(Part(Span(1, 0, 73), FIRST, ("size",)),),
        figures=(),
        quotations=(Part(Span(1, 51, 61), words, ("size",)),),
        hidden=frozenset(),
    )
    assert article_of(text).covered[0].claims[0].words == ("“It is " + "very " * 15 + "very…”",)


def test_the_json_is_complete() -> None:
    """Every part is there, with its place, its words and its claims."""
    page = coverage_page([COVERAGE])
    assert page.path == "data/coverage.json"
    assert json.loads(page.content) == {
        "version": 1,
        "offsets": "Unicode code points of the line, from 0, end excluded; lines count from 1",
        "sources": [
            {
                "source": "opening",
                "page": "sources/opening.html",
                "file": "seeds/opening.txt",
                "covered": {"lines": 1, "figures": 1, "quotations": 0},
                "lines": [{"line": 1, "claims": ["size", "width"]}, {"line": 2, "claims": []}],
                "figures": [
                    {"line": 1, "start": 14, "end": 24, "words": "412 metres", "claims": ["size"]},
                    {"line": 1, "start": 34, "end": 43, "words": "20 metres", "claims": []},
                    {"line": 2, "start": 13, "end": 16, "words": "May", "claims": []},
                    {"line": 2, "start": 18, "end": 29, "words": "About 3,000", "claims": []},
                ],
                "quotations": [{"line": 1, "start": 51, "end": 61, "words": "It is safe", "claims": []}],
            }
        ],
    }


def test_many_articles_take_several_pages_and_each_is_found_on_its_own() -> None:
    """A hundred articles on one page would be megabytes; what leads to the coverage of one leads to the page it is on."""
    names = [f"article-{number}" for number in range(SIZE + 1)]
    corpus = Corpus(
        site=Site(title="Bridges"),
        sources={name: source(name) for name in names},
        texts={name: article(FIRST) for name in names},
        origins={}, origins_lost=False, claims=(), essays=(), ids={}, seeds=(),
    )  # fmt: skip
    coverages = {
        name: replace(COVERAGE, source=name, lines=COVERAGE.lines[:1], figures=(), quotations=())
        for name in names
    }
    naming = dict.fromkeys(names, NAMING["opening"])
    sheets = coverage_sheets(corpus, naming, coverages.__getitem__, lambda name: coverages[name].strokes)
    first, second = (sheet.view() for sheet in sheets)
    assert [len(page.articles) for page in (first, second)] == [SIZE, 1]
    assert (first.facts, second.facts) == (("lines 9 of 9", "figures 0 of 0", "quotations 0 of 0"), ())
    assert (second.frame.here, second.frame.title) == ("coverage.2.html", "Coverage, page 2")
    assert second.paging is not None
    assert second.paging.words == "Articles 9 to 9 of 9"
    assert coverage_of(names[SIZE - 1], SIZE - 1) == "coverage.html#source-article-7"
    assert coverage_of(names[SIZE], SIZE) == "coverage.2.html#source-article-8"
