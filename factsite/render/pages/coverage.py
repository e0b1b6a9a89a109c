"""Coverage to its page: of each source how much claims cover, what nobody has checked, and what they do cover."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factsite.english import listed, number_of, out_of, plural, shortened
from factsite.findings import tally
from factsite.render import urls
from factsite.render.excerpts import excerpts, sentences_around
from factsite.render.frames import frame
from factsite.render.pages.paging import batches, paging
from factsite.render.sheets import Sheet
from factsite.render.views import (
    CitedLine,
    CoverageView,
    CoveredLine,
    Covering,
    Link,
    Meter,
    SourceCoverage,
    Unchecked,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factsite.findings import Coverage, Part, Row, Span, Strokes
    from factsite.model import Corpus, Source

STROKE = 8
"""The width of a stroke of a meter, in CSS pixels; a long meter is squeezed to the column."""

LONGEST = 90
"""Covered words are cut to so many characters, for they stand in full on the claim's page."""


SIZE = 8
"""So many articles stand on one page: of each it may repeat half of the text."""


def coverage_sheets(
    corpus: Corpus,
    naming: Mapping[str, Sequence[Row]],
    covered: Callable[[str], Coverage],
    strokes: Callable[[str], Strokes],
) -> Iterator[Sheet]:
    """Yield the pages that tell of every source what claims cover of it, in the order of the sources.

    ``naming`` are the claims that name each source; of them the pages have but the words. The first page tells of all sources, in
    numbers.
    """
    every = tuple(corpus.texts)
    for number, batch in enumerate(batches(every, SIZE), 1):
        titles = {row.id: row.claim for name in batch for row in naming.get(name, ())}
        rest = (number, len(every), tuple(titles.items()))
        view = partial(_coverage_view, corpus, number, batch, titles, covered, strokes)
        yield Sheet(urls.batch(urls.COVERAGE, number), (), tuple(batch) if number > 1 else every, rest, view)


def _coverage_view(
    corpus: Corpus,
    number: int,
    batch: Sequence[str],
    titles: Mapping[str, str],
    covered: Callable[[str], Coverage],
    strokes: Callable[[str], Strokes],
) -> CoverageView:
    every = corpus.texts
    counted = tally(map(strokes, every)) if number == 1 else ()
    title = "Coverage" if number == 1 else f"Coverage, page {number}"
    description = "What of the articles the claims cover, and what nobody has checked yet."
    return CoverageView(
        frame=frame(corpus.site, urls.batch(urls.COVERAGE, number), title, description),
        facts=tuple(f"{plural(name)} {out_of(*counts)}" for name, *counts in counted),
        articles=tuple(_article(covered(name), corpus, titles) for name in batch),
        data=urls.COVERAGE_DATA,
        paging=paging(urls.COVERAGE, number, len(every), SIZE, "Articles"),
    )


def coverage_of(name: str, place: int) -> str:
    """Return where the coverage of a source stands; ``place`` is its own among all, from 0."""
    return urls.coverage(name, place // SIZE + 1)


def _article(coverage: Coverage, corpus: Corpus, titles: Mapping[str, str]) -> SourceCoverage:
    """Return what claims cover of one source."""
    source, href = corpus.sources[coverage.source], urls.source(coverage.source)
    return SourceCoverage(
        id=source.id,
        source=Link(href, source.label),
        meters=tuple(meter(name, strokes) for name, strokes in coverage.strokes),
        unchecked=tuple(_unchecked(coverage, corpus.texts[source.id].lines, href)),
        uncited=tuple(
            Link(f"{href}#L{part.span.line}", str(part.span.line))
            for part in coverage.lines
            if not part.claims
        ),
        covered=tuple(_covered(coverage, titles, href)),
        left_out=tuple(_left_out(source)),
    )


def meter(name: str, strokes: bytes) -> Meter:
    """Return how much of one kind of an article's parts claims cover."""
    return Meter(plural(name), out_of(sum(strokes), len(strokes)), strokes, STROKE * len(strokes))


def _left_out(source: Source) -> Iterator[tuple[Link, str]]:
    """Yield the lines that are not the article's text, with the reason."""
    for part in source.boilerplate:
        yield Link(urls.source(source.id, part.lines), part.lines.words), part.reason


def _unchecked(coverage: Coverage, lines: Sequence[str], href: str) -> Iterator[Unchecked]:
    """Yield the sentences with figures and quotations that no claim covers, in the order of the text.

    Of a line that may not be printed only the number is told.
    """
    sentences: dict[tuple[int, int, int], list[tuple[Part, str]]] = {}
    for kind, parts in coverage.kinds[1:]:
        for part in parts:
            if not part.claims:
                sentences.setdefault(_sentence(part.span, coverage, lines), []).append((part, kind))
    for (line, _, _), found in sorted(sentences.items()):
        spans = sorted((part.span for part, _ in found), key=lambda span: span.start)
        hidden = CitedLine(line, f"{href}#L{line}", ())
        shown = hidden if line in coverage.hidden else next(excerpts(spans, lines, coverage.source))
        yield Unchecked(_kinds(kind for _, kind in found), shown)


def _sentence(span: Span, coverage: Coverage, lines: Sequence[str]) -> tuple[int, int, int]:
    """Return line, beginning and end of what is shown around a figure or quotation."""
    if span.line in coverage.hidden:
        return span.line, 0, 0
    return span.line, *sentences_around(lines[span.line - 1], span.start, span.end)


def _kinds(kinds: Iterable[str]) -> str:
    """Say what stands in a sentence: "2 figures and 1 quotation"."""
    every = list(kinds)
    return listed([number_of(every.count(kind), kind) for kind in dict.fromkeys(every)])


def _covered(coverage: Coverage, titles: Mapping[str, str], href: str) -> Iterator[CoveredLine]:
    """Yield the lines that claims cite, and under each claim the figures and quotations that it covers there."""
    words: dict[tuple[int, str], list[str]] = {}
    for kind, parts in coverage.kinds[1:]:
        for part in parts:
            for claim in part.claims:
                words.setdefault((part.span.line, claim), []).append(_printed(kind, part.words))
    for line in coverage.lines:
        number = line.span.line
        claims = [
            Covering(Link(urls.claim(claim), titles[claim]), tuple(words.get((number, claim), ())))
            for claim in line.claims
        ]
        if claims:
            yield CoveredLine(number, f"{href}#L{number}", tuple(claims))


def _printed(kind: str, words: str) -> str:
    """Return covered words as they are printed, a quotation between its marks."""
    short = shortened(words, LONGEST)
    return f"“{short}”" if kind == "quotation" else short
