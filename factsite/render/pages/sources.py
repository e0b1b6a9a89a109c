"""Sources and the rows that cite them to the pages of the sources."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, partial
from typing import TYPE_CHECKING

from factsite.english import listed, long_date, number_of, sentence
from factsite.render import markdown, urls
from factsite.render.excerpts import marked
from factsite.render.frames import frame, mark
from factsite.render.pages.coverage import coverage_of, meter
from factsite.render.pages.finding import facets
from factsite.render.pages.paging import batches, paging
from factsite.render.pages.shared import copying, further, shared_views, shares, strongest
from factsite.render.sheets import Labels, Sheet
from factsite.render.views import Backlink, Link, Particular, SourceItem, SourceLine, SourcesView, SourceView
from factsite.values import Show, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factsite.comparisons import Shared, Sharing
    from factsite.findings import Cited, Row, SourceFindings, Strokes
    from factsite.model import Corpus, Source
    from factsite.values import LineRange


SIZE = 25
"""So many sources, each with a stroke for every line, stand on one page of their list."""

RANK = {Stance.SUPPORTS: 0, Stance.REFUTES: 0, Stance.CONTEXT: 1, None: 2}
"""In which order the claims that cite a line stand beside it."""

Citations = list[tuple["Row", "Cited"]]
"""Citations of one source, with the rows they belong to."""


class Listing:
    """What is needed of all claims and articles to tell of one article."""

    def __init__(self, corpus: Corpus, rows: Sequence[Row], shared: Sharing) -> None:
        """Look once at each claim, and at each pair of articles that share words."""
        self.corpus, self.labels, self.shared = corpus, Labels(corpus.sources), shared
        self.naming: dict[str, list[Row]] = defaultdict(list)
        self.quotations: dict[str, int] = defaultdict(int)
        naming, quotations = self.naming, self.quotations
        for row in rows:
            for name in row.sources:
                naming[name].append(row)
            for name, count in row.quoted:
                quotations[name] += count
        self.others = cache(self._others)

    def cited(self, name: str) -> str:
        """Say how often a source is cited: "12 quotations in 9 claims"."""
        quotations, claims = self.quotations.get(name, 0), len(self.naming.get(name, ()))
        return f"{number_of(quotations, 'quotation')} in {number_of(claims, 'claim')}"

    def told(self, names: Iterable[str]) -> tuple[object, ...]:
        """Return what a list says of sources beside what their own files and texts say."""
        return tuple((self.cited(name), self.others(name)) for name in names)

    def sharing(self, name: str) -> list[Shared]:
        """Return what a source shares with others, what matters most first."""
        return strongest(self.shared.of(name))

    def _others(self, name: str) -> bytes:
        """Return what can be said of those that a source shares words with, besides what it shares: that belongs to the source."""
        return self.labels.named(self.shared.partners(name))


def source_items(
    listing: Listing, names: Iterable[str], first: int, strokes: Callable[[str], Strokes]
) -> tuple[SourceItem, ...]:
    """Return sources as lists show them; ``first`` is the place of the first among all, from 0."""
    return tuple(_item(name, place, listing, strokes(name)) for place, name in enumerate(names, first))


def _item(name: str, place: int, listing: Listing, strokes: Strokes) -> SourceItem:
    source = listing.corpus.sources[name]
    return SourceItem(
        href=urls.source(name),
        label=source.label,
        title=source.title,
        particulars=tuple(_particulars(source, {})),
        cited=listing.cited(name),
        shares=shares(name, listing.corpus, listing.sharing(name)),
        coverage=Link(coverage_of(name, place), "Coverage"),
        lines=meter(*strokes[0])._replace(name="Lines cited"),
    )


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


def sources_sheets(listing: Listing, shared: Sharing, strokes: Callable[[str], Strokes]) -> Iterator[Sheet]:
    """Yield the pages of the list of sources. The first says whether any copy each other."""
    every = tuple(listing.corpus.texts)
    for number, batch in enumerate(batches(every, SIZE), 1):
        copies = copying(listing.corpus, shared) if number == 1 else ""
        rest = (number, len(every), copies, listing.told(batch))
        view = partial(_sources_view, listing, number, batch, len(every), copies, strokes)
        yield Sheet(urls.batch(urls.SOURCES, number), (), tuple(batch), rest, view)


def _sources_view(
    listing: Listing,
    number: int,
    batch: Sequence[str],
    every: int,
    copies: str,
    strokes: Callable[[str], Strokes],
) -> SourcesView:
    title = "Sources" if number == 1 else f"Sources, page {number}"
    description = "The articles that the claims are checked against."
    return SourcesView(
        frame=frame(listing.corpus.site, urls.batch(urls.SOURCES, number), title, description),
        items=source_items(listing, batch, (number - 1) * SIZE, strokes),
        shared=copies,
        coverage=Link(urls.COVERAGE, "Coverage: what claims cite of them, and what nobody has checked"),
        paging=paging(urls.SOURCES, number, every, SIZE, "Articles"),
    )


def source_sheets(listing: Listing, articles: Mapping[str, SourceFindings]) -> Iterator[Sheet]:
    """Yield the page of every source."""
    corpus, prose = listing.corpus, in_prose(listing.corpus)
    every = list(corpus.sources)
    for place, name in enumerate(every):
        beside = tuple(every[place - 1 : place] if place else []), tuple(every[place + 1 : place + 2])
        note = corpus.sources[name].note
        cited = sorted(one.source for one in note.citations) if note else []
        ranges = prose.get(name, set())
        rest = (
            place, [listing.labels.named(one) for one in beside], listing.labels.named(cited), listing.others(name),
            sorted((lines.first, lines.last) for lines in ranges),
        )  # fmt: skip
        rows = tuple(listing.naming.get(name, ()))
        view = partial(
            _source_view, corpus.sources[name], place, listing, articles[name], rows, beside, ranges
        )
        yield Sheet(urls.source(name), rows, (name,), rest, view)


def _source_view(
    source: Source,
    place: int,
    listing: Listing,
    found: SourceFindings,
    rows: Sequence[Row],
    beside: tuple[Sequence[str], ...],
    prose: Iterable[LineRange],
) -> SourceView:
    """Return a source's page: its lines, numbered, cited words marked, and the claims that cite them."""
    here, corpus = urls.source(source.id), listing.corpus
    citations = [(row, cited) for row in rows for cited in row.cited if cited.source == source.id]
    shared = listing.sharing(source.id)
    previous, following = (
        next((Link(urls.source(name), corpus.sources[name].label) for name in names), None)
        for names in beside
    )
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
        cited=listing.cited(source.id),
        shared=shared_views(source, corpus, shared),
        shared_further=further(shared),
        coverage=Link(coverage_of(source.id, place), "What claims cover of it"),
        partial=source.show is Show.CITED,
        lines=tuple(_lines(source, corpus, citations, prose)),
        edit=urls.edit(corpus.site, f"content/sources/{source.id}.yaml"),
        previous=previous,
        following=following,
        facets=facets("article", [source.id]),
    )


def in_prose(corpus: Corpus) -> dict[str, set[LineRange]]:
    """Return the lines of each source that essays and notes of sources lead to."""
    texts = [essay.text for essay in corpus.essays]
    texts += [source.note for source in corpus.sources.values() if source.note]
    found: dict[str, set[LineRange]] = {}
    for text in texts:
        for inline in text.citations:
            found.setdefault(inline.source, set()).add(inline.lines)
    return found


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


def _ranges(
    source: Source, citations: Citations, prose: Iterable[LineRange]
) -> dict[int, tuple[tuple[str, int], ...]]:
    """Return the ranges of several lines that pages link to, by their first line: fragment and number of lines."""
    every = {cited.lines for _, cited in citations} | {part.lines for part in source.boilerplate}
    found: dict[int, tuple[tuple[str, int], ...]] = {}
    for lines in sorted(every.union(prose)):
        if lines.last > lines.first:
            entry = (urls.anchor(lines), lines.last - lines.first + 1)
            found[lines.first] = (*found.get(lines.first, ()), entry)
    return found


def _lines(
    source: Source, corpus: Corpus, citations: Citations, prose: Iterable[LineRange]
) -> Iterator[SourceLine]:
    """Yield the lines of a source; where it may not be shown whole, only cited lines and one around each."""
    ranges = _ranges(source, citations, prose)
    by_line: dict[int, Citations] = {}
    for row, cited in citations:
        for number in range(cited.lines.first, cited.lines.last + 1):
            by_line.setdefault(number, []).append((row, cited))
    reasons = {
        number: part.reason
        for part in reversed(source.boilerplate)
        for number in range(part.lines.first, part.lines.last + 1)
    }
    for number, line in enumerate(corpus.texts[source.id].lines, 1):
        here = by_line.get(number, ())
        stretches = [
            (span.start, span.end) for _, cited in here for span in cited.spans if span.line == number
        ]
        yield SourceLine(
            number=number,
            segments=tuple(marked(line, stretches)) if source.shows(number, by_line) else None,
            claims=tuple(_backlinks(corpus, here)) if here else (),
            boilerplate=reasons.get(number),
            ranges=ranges.get(number, ()),
        )


def _backlinks(corpus: Corpus, citations: Iterable[tuple[Row, Cited]]) -> Iterator[Backlink]:
    """Yield the claims that cite a line, each once; those that it bears on first, mere mentions last."""
    by_claim: dict[str, tuple[Row, Cited]] = {}
    for row, cited in citations:
        if cited.stance is not None or row.id not in by_claim:
            by_claim[row.id] = row, cited
    for row, cited in sorted(by_claim.values(), key=lambda entry: RANK[entry[1].stance]):
        yield Backlink(urls.claim(row.id), row.claim, mark(corpus.site, row.verdict), cited.stance)
