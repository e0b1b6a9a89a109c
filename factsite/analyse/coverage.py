"""What of the articles claims cover, and what nobody has checked yet.

A line, figure or quotation is covered by every claim that cites a character of it as evidence, whatever the stance.
Citations in prose cover nothing, for no words are checked there; nor do claims that were withdrawn. Figures are the
amounts and dates that can be read: a weekday in an article without a date, "double" and "thousands" are none.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factsite.analyse.figures import mentions
from factsite.analyse.wording.prints import own_lines
from factsite.analyse.wording.utterances import quoted_stretches
from factsite.findings import Coverage, Part, Span
from factsite.values import Show

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factsite.findings import Cited, Row
    from factsite.model import Corpus, Source, SourceText

Citations = list[tuple["Row", "Cited"]]
"""Citations of one source, with the rows they belong to."""

Stretches = dict[int, list[tuple[Span, str]]]
"""The stretches of an article that claims cite, with the ids of the claims, by line."""


Ends = tuple[int, int, int]
"""A stretch of an article as it is kept: its line, its first character there, and the one behind its last."""


Spans = tuple[tuple[Ends, ...], tuple[Ends, ...], tuple[Ends, ...]]
"""The stretches of an article that can be covered: its lines, figures and quotations."""


def cover(
    corpus: Corpus, rows: Sequence[Row], spans: Mapping[str, Spans] | None = None
) -> tuple[Coverage, ...]:
    """Return what the claims of these rows cover of each source that could be read.

    Where the ``spans`` of the articles are known, they are not looked for again.
    """
    citations: dict[str, Citations] = {}
    for row in rows:
        for cited in row.cited:
            citations.setdefault(cited.source, []).append((row, cited))
    return tuple(
        source_coverage(
            corpus.sources[name], text, citations.get(name, []), spans[name] if spans is not None else None
        )
        for name, text in corpus.texts.items()
    )


def coverage_by_source(
    corpus: Corpus, rows: Iterable[Row], spans: dict[str, Spans] | None = None
) -> Callable[[str], Coverage]:
    """Return what gives the coverage of a source by its id, found when it is first asked for.

    It looks for the ``spans`` of an article only where they are not known, and adds them.
    """
    known = {} if spans is None else spans
    citing: dict[str, list[Row]] = {}
    for row in rows:
        for name in row.sources:
            citing.setdefault(name, []).append(row)

    @cache
    def covered(name: str) -> Coverage:
        citations = [(row, one) for row in citing.get(name, ()) for one in row.cited if one.source == name]
        source, text = corpus.sources[name], corpus.texts[name]
        if name not in known:
            known[name] = source_spans(source, text)
        return source_coverage(source, text, citations, known[name])

    return covered


def source_spans(source: Source, text: SourceText) -> Spans:
    """Return the stretches of an article that can be covered."""
    counted = {number: line for number, line in own_lines(source, text) if line.strip()}
    figures = tuple(_figures(counted, source.published))
    return tuple(_lines(counted)), figures, tuple(_quotations(counted))


def source_coverage(
    source: Source, text: SourceText, citations: Citations, spans: Spans | None = None
) -> Coverage:
    """Return what citations cover of their source."""
    lines, figures, quotations = spans or source_spans(source, text)
    cited = _stretches(citations)
    return Coverage(
        source=source.id,
        file=f"seeds/{source.file}",
        lines=_parts(lines, text, cited),
        figures=_parts(figures, text, cited),
        quotations=_parts(quotations, text, cited),
        hidden=_hidden(source, text, citations),
    )


def _stretches(citations: Citations) -> Stretches:
    """Return what is cited as evidence by claims that stand."""
    stretches: Stretches = {}
    for row, cited in citations:
        if row.withdrawn is None:
            for span in cited.spans:
                stretches.setdefault(span.line, []).append((span, row.id))
    return stretches


def _parts(spans: Iterable[Ends], text: SourceText, cited: Stretches) -> tuple[Part, ...]:
    written = text.lines
    return tuple(
        Part(Span(line, start, end), written[line - 1][start:end], _claims(start, end, cited.get(line)))
        for line, start, end in spans
    )


def _claims(start: int, end: int, here: Sequence[tuple[Span, str]] | None) -> tuple[str, ...]:
    """Return the claims that cite a character of a stretch of a line, each once."""
    if not here:
        return ()
    return tuple(dict.fromkeys(claim for span, claim in here if span.start < end and start < span.end))


def _lines(lines: Mapping[int, str]) -> Iterator[Ends]:
    for number, line in lines.items():
        start = len(line) - len(line.lstrip())
        yield number, start, start + len(line.strip())


def _figures(lines: Mapping[int, str], published: dt.date | None) -> Iterator[Ends]:
    for number, line in lines.items():
        for mention in mentions(line, published):
            if mention.figure.interval is not None or mention.figure.days is not None:
                yield number, mention.start, mention.end


def _quotations(lines: Mapping[int, str]) -> Iterator[Ends]:
    for number, line in lines.items():
        for start, end in quoted_stretches(line):
            yield number, start, end


def _hidden(source: Source, text: SourceText, citations: Citations) -> frozenset[int]:
    """Return the lines that the site may not print."""
    if source.show is Show.FULL:
        return frozenset()
    cited = {line for _, one in citations for line in range(one.lines.first, one.lines.last + 1)}
    numbers = range(1, len(text.lines) + 1)
    return frozenset(number for number in numbers if not source.shows(number, cited))
