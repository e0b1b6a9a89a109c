"""Sources and the rows that cite them to the pages of the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.english import listed, long_date, number_of, sentence
from factsite.render import markdown, urls
from factsite.render.excerpts import marked
from factsite.render.frames import frame, mark
from factsite.render.pages.coverage import meter
from factsite.render.pages.finding import facets
from factsite.render.pages.shared import copying, shared_views, shares
from factsite.render.views import Backlink, Link, Particular, SourceItem, SourceLine, SourcesView, SourceView
from factsite.values import Show, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factsite.comparisons import Shared
    from factsite.findings import Cited, Coverage, Row, SourceFindings
    from factsite.model import Corpus, Source


RANK = {Stance.SUPPORTS: 0, Stance.REFUTES: 0, Stance.CONTEXT: 1, None: 2}
"""In which order the claims that cite a line stand beside it."""

Citations = list[tuple["Row", "Cited"]]
"""Citations of one source, with the rows they belong to."""


def by_source(rows: Iterable[Row]) -> dict[str, Citations]:
    """Group all citations by their source."""
    groups: dict[str, Citations] = {}
    for row in rows:
        for cited in row.cited:
            groups.setdefault(cited.source, []).append((row, cited))
    return groups


def source_item(
    source: Source, corpus: Corpus, citations: Citations, shared: Sequence[Shared], covered: Coverage
) -> SourceItem:
    """Return a source as lists show it."""
    return SourceItem(
        href=urls.source(source.id),
        label=source.label,
        title=source.title,
        particulars=tuple(_particulars(source, {})),
        cited=_cited(citations),
        shares=shares(source.id, corpus, shared),
        coverage=Link(urls.coverage(source.id), "Coverage"),
        lines=meter("line", covered.lines)._replace(name="Lines cited"),
    )


def source_items(
    corpus: Corpus, cited: Mapping[str, Citations], shared: Sequence[Shared], covered: Sequence[Coverage]
) -> tuple[SourceItem, ...]:
    """Return all sources as lists show them."""
    return tuple(
        source_item(corpus.sources[one.source], corpus, cited.get(one.source, []), shared, one)
        for one in covered
    )


def _cited(citations: Citations) -> str:
    """Say how often a source is cited: "12 quotations in 9 claims"."""
    quotations = sum(cited.stance is not None for _, cited in citations)
    claims = len({row.id for row, _ in citations})
    return f"{number_of(quotations, 'quotation')} in {number_of(claims, 'claim')}"


def _particulars(source: Source, stated: Mapping[str, int]) -> Iterator[Particular]:
    """Yield what is known of a source, and what is not stated."""
    published = long_date(source.published) if source.published else None
    given = (("Title", "title", source.title), ("Publisher", "publisher", source.publisher),
             ("Author", "author", source.author), ("Published", "published", published))  # fmt: skip
    for name, key, value in given:
        line = stated.get(key)
        yield Particular(name, value, Link(f"#L{line}", f"line {line}") if line else None)
    if source.url:
        yield Particular("Address", source.url, href=source.url)
    if source.archived:
        yield Particular("Archived", source.archived, href=source.archived)


def sources_view(
    corpus: Corpus, cited: Mapping[str, Citations], shared: Sequence[Shared], covered: Sequence[Coverage]
) -> SourcesView:
    """Return the list of sources."""
    description = "The articles that the claims are checked against."
    return SourcesView(
        frame=frame(corpus.site, urls.SOURCES, "Sources", description),
        items=source_items(corpus, cited, shared, covered),
        shared=copying(corpus, shared),
        coverage=Link(urls.COVERAGE, "Coverage: what claims cite of them, and what nobody has checked"),
    )


def source_view(
    source: Source, corpus: Corpus, found: SourceFindings, citations: Citations, shared: Sequence[Shared]
) -> SourceView:
    """Return a source's page: its lines, numbered, cited words marked, and the claims that cite them."""
    here = urls.source(source.id)
    previous, following = _beside(source, corpus)
    return SourceView(
        frame=frame(
            corpus.site,
            here,
            source.label,
            f"The article “{source.label}”, line by line.",
            trail=(Link(urls.SOURCES, "Sources"),),
        ),
        heading=source.title or source.label,
        name=source.label if source.title not in (None, source.label) else None,
        byline=tuple(_byline(source)),
        missing=_missing(source),
        particulars=tuple(_particulars(source, found.stated)),
        file=f"seeds/{source.file}",
        sha256=corpus.texts[source.id].sha256,
        note=markdown.html(source.note, urls.root(here), corpus.sources) if source.note else None,
        cited=_cited(citations),
        shared=shared_views(source, corpus, shared),
        coverage=Link(urls.coverage(source.id), "What claims cover of it"),
        partial=source.show is Show.CITED,
        lines=tuple(_lines(source, corpus, citations)),
        edit=urls.edit(corpus.site, f"content/sources/{source.id}.yaml"),
        previous=previous,
        following=following,
        facets=facets("article", [source.id]),
    )


def _byline(source: Source) -> Iterator[str]:
    """Yield who wrote an article, where and when, as far as it is known."""
    published = long_date(source.published) if source.published else None
    yield from dict.fromkeys(words for words in (source.author, source.publisher, published) if words)


def _missing(source: Source) -> str | None:
    """Say what an article does not state: "Headline, author and date not stated"."""
    known = {
        "headline": source.title,
        "author": source.author,
        "publisher": source.publisher,
        "date": source.published,
    }
    names = [name for name, value in known.items() if not value]
    return f"{sentence(listed(names))} not stated" if names else None


def _beside(source: Source, corpus: Corpus) -> tuple[Link | None, Link | None]:
    """Return the sources before and after one, in the order of the list."""
    every = list(corpus.sources.values())
    place = every.index(source)
    found = (every[place - 1 : place] if place else [], every[place + 1 : place + 2])
    before, after = (next((Link(urls.source(one.id), one.label) for one in beside), None) for beside in found)
    return before, after


def _ranges(source: Source, corpus: Corpus, citations: Citations) -> dict[int, tuple[tuple[str, int], ...]]:
    """Return the ranges of several lines that pages link to, by their first line: fragment and number of lines."""
    in_prose = [inline for essay in corpus.essays for inline in essay.text.citations]
    in_prose += [inline for one in corpus.sources.values() if one.note for inline in one.note.citations]
    every = {cited.lines for _, cited in citations} | {part.lines for part in source.boilerplate}
    every |= {inline.lines for inline in in_prose if inline.source == source.id}
    found: dict[int, tuple[tuple[str, int], ...]] = {}
    for lines in sorted(every):
        if lines.last > lines.first:
            entry = (urls.anchor(lines), lines.last - lines.first + 1)
            found[lines.first] = (*found.get(lines.first, ()), entry)
    return found


def _lines(source: Source, corpus: Corpus, citations: Citations) -> Iterator[SourceLine]:
    """Yield the lines of a source; where it may not be shown whole, only cited lines and one around each."""
    ranges = _ranges(source, corpus, citations)
    by_line: dict[int, Citations] = {}
    for row, cited in citations:
        for number in range(cited.lines.first, cited.lines.last + 1):
            by_line.setdefault(number, []).append((row, cited))
    for number, line in enumerate(corpus.texts[source.id].lines, 1):
        here = by_line.get(number, [])
        stretches = [
            (span.start, span.end) for _, cited in here for span in cited.spans if span.line == number
        ]
        yield SourceLine(
            number=number,
            segments=tuple(marked(line, stretches)) if source.shows(number, by_line) else None,
            claims=tuple(_backlinks(corpus, here)),
            boilerplate=next((part.reason for part in source.boilerplate if number in part.lines), None),
            ranges=ranges.get(number, ()),
        )


def _backlinks(corpus: Corpus, citations: Citations) -> Iterator[Backlink]:
    """Yield the claims that cite a line, each once; those that it bears on first, mere mentions last."""
    by_claim: dict[str, tuple[Row, Cited]] = {}
    for row, cited in citations:
        if cited.stance is not None or row.id not in by_claim:
            by_claim[row.id] = row, cited
    for row, cited in sorted(by_claim.values(), key=lambda entry: RANK[entry[1].stance]):
        yield Backlink(urls.claim(row.id), row.claim, mark(corpus.site, row.verdict), cited.stance)
