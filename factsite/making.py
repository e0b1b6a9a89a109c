"""What the pages of a site are made from, so that each can be made when it is asked for: by a build all, by ``serve`` some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factsite import analyse, render
from factsite.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factsite.comparisons import Sharing
    from factsite.diagnostic import Diagnostic
    from factsite.facts import Examination
    from factsite.findings import Background, Coverage, Row, Strokes
    from factsite.model import Corpus
    from factsite.page import Drawing


class Making:
    """All that the pages of a site are made from; each page is made when it is asked for."""

    def __init__(
        self,
        corpus: Corpus,
        background: Background,
        shared: Sharing,
        rows: Sequence[Row],
        templating: render.Templates,
        covered: Callable[[str], Coverage],
    ) -> None:
        """Take the rows of the claims that the site shows, and what gives the coverage of a source.

        A claim may lead to one that has a file and is not shown; that one is called by its id.
        """
        self.corpus, self.background, self.shared, self.rows = corpus, background, shared, rows
        self.templating, self.covered = templating, covered
        self.titles: dict[str, str] = {name: name for name in corpus.ids["facts"]}
        self.titles |= {row.id: row.claim for row in rows}
        self._by_id = {row.id: row for row in rows}
        self.measures = analyse.by_measure(rows)
        self.besides = render.Besides(corpus.site, rows)

    def row(self, claim: str) -> Row:
        """Return the row of a claim."""
        return self._by_id[claim]

    def around(self, row: Row) -> render.Around:
        """Return all that a claim's page and data take from other claims."""
        others = analyse.elsewhere_of(row, self.measures)
        return render.around_of(row, self.titles, others, self.besides[row.id])

    def bears_on(self, row: Row) -> tuple[list[str], str | None]:
        """Return what ``around`` follows from, besides the row: the claims that are named, with their sentences, and of which of the ``measures`` all are."""
        previous, following, near = self.besides[row.id]
        titles = self.titles
        named = [*previous, "", *following, "", *near, "", *row.related]
        return [*named, *[titles.get(name, "") for name in named]], analyse.measure_of(
            row
        ) if row.counts else None

    def order(self) -> tuple[object, ...]:
        """Return of all claims what ``bears_on`` follows from."""
        return [
            (row.id, row.claim, row.topic, row.measure, row.counts, row.related, row.withdrawn is None)
            for row in self.rows
        ], sorted(self.corpus.ids["facts"])

    def claim(self, done: Examination) -> tuple[Page, render.ClaimData]:
        """Return a claim's page and its data."""
        [printed] = render.claims_printed([(done.claim, done.found)], self.background, self.templating)
        return render.filled(printed, self.around(done.row), self.templating)

    def sheets(self, strokes: Callable[[str], Strokes] | None = None) -> Iterator[render.Sheet]:
        """Yield what each other page is made from, with what makes its view.

        ``strokes`` gives the coverage of a source in brief, where that is known without the whole.
        """
        strokes = strokes or (lambda source: self.covered(source).strokes)
        return render.site_sheets(
            self.corpus,
            self.background.articles,
            self.shared,
            self.rows,
            self.covered,
            strokes,
            analyse.method,
        )

    def page(self, view: Any) -> Page:
        """Return the page of a view; a page for programs is its own."""
        return view if isinstance(view, Page) else self.templating.page(view)

    def gives(self, path: str) -> bool:
        """Say whether a path is that of a file of data that is made from all claims, if the site has it."""
        return render.is_site_data(path)

    def joins(
        self, paths: Iterable[str], lines: Callable[[str], Iterable[bytes]] = lambda path: ()
    ) -> Iterator[render.Join]:
        """Yield the files of what all claims, or sources, say to programs; ``paths`` are the other pages that the sitemap has.

        ``lines`` gives what they say in a file, by its path.
        """
        return render.site_data(self.corpus, self.shared, self.rows, paths, lines)

    def manifest(self, files: Mapping[str, render.Described], lines: Iterable[bytes] = ()) -> render.Join:
        """Return the manifest of the site; ``files`` are all but those of claims, ``lines`` what these say of themselves."""
        return render.site_manifest(self.corpus, self.rows, files, lines)

    def attested(self, claim: str, proof: bytes, pages: Iterable[Page]) -> bytes:
        """Return what a claim says in the manifest, of its quotations and of its own pages."""
        return render.with_files(proof, claim, self.corpus.digests[f"content/facts/{claim}.yaml"], pages)

    def coverage_line(self, source: str) -> bytes:
        """Return what a source says in the file of coverage."""
        return render.coverage_line(self.covered(source))

    def assets(self) -> Iterator[Page]:
        """Yield the style sheet, scripts and icons."""
        yield from render.site_assets(self.corpus, self.templating)

    def card(self, done: Examination) -> Drawing:
        """Return a claim's card, which has still to be drawn."""
        return render.claim_card(done.claim, done.found, self.background, self.templating)

    def drawing(self, claim: str, svg: str) -> Drawing:
        """Return the card of a claim that was made before."""
        return render.card_drawing(claim, svg, self.templating)

    def card_faults(self) -> Iterator[Diagnostic]:
        """Yield what the cards have to leave out."""
        return render.card_faults(self.corpus.site, self.rows, self.templating)
