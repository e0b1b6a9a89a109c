"""What the pages of a site are made from, so that each can be made when it is asked for: by a build all, by ``serve`` some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factsite import analyse, render
from factsite.frozen import dataclass
from factsite.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factsite.comparisons import Shared
    from factsite.diagnostic import Diagnostic
    from factsite.findings import Background, ClaimFindings, Coverage, Row
    from factsite.model import Claim, Corpus
    from factsite.page import Drawing


@dataclass(frozen=True, slots=True)
class Examination:
    """What one claim gives: its findings, its row, and one result for each thing that was judged."""

    claim: Claim
    found: ClaimFindings
    row: Row
    results: tuple[Diagnostic | None, ...]


class Making:
    """All that the pages of a site are made from; each page is made when it is asked for."""

    def __init__(
        self,
        corpus: Corpus,
        background: Background,
        shared: Sequence[Shared],
        examined: Sequence[Examination],
        templating: render.Templates,
        covered: Callable[[], Sequence[Coverage]],
    ) -> None:
        """Take the claims that the site shows as ``examined``, and what gives the coverage when it is called.

        A claim may lead to one that has a file and is not shown; that one is called by its id.
        """
        self.corpus, self.background, self.shared = corpus, background, shared
        self.examined, self.templating, self.covered = examined, templating, covered
        self.rows = [examination.row for examination in examined]
        self.titles: dict[str, str] = {name: name for name in corpus.ids["facts"]}
        self.titles |= {row.id: row.claim for row in self.rows}
        self._measures = analyse.by_measure(self.rows)
        self._covered: dict[str, Coverage] | None = None
        self.besides = render.besides(corpus.site, self.rows)

    def _coverage(self, source: str) -> Coverage:
        """Return the coverage of one source."""
        if self._covered is None:
            self._covered = {one.source: one for one in self.covered()}
        return self._covered[source]

    def around(self, done: Examination) -> render.Around:
        """Return all that a claim's page and data take from other claims."""
        others = analyse.elsewhere_of(done.row, self._measures)
        return render.around_of(done.row, self.titles, others, self.besides[done.claim.id])

    def claim(self, done: Examination) -> tuple[Page, render.ClaimData]:
        """Return a claim's page and its data."""
        printed = render.claim_printed(done.claim, done.found, self.background, self.templating)
        return render.filled(printed, self.around(done), self.templating)

    def sheets(self) -> Iterator[render.Sheet]:
        """Yield what each other page is made from, with what makes its view."""
        return render.site_sheets(
            self.corpus, self.background.articles, self.shared, self.rows, self._coverage, analyse.method()
        )

    def page(self, view: Any) -> Page:
        """Return the page of a view; a page for programs is its own."""
        return view if isinstance(view, Page) else self.templating.page(view)

    def gives(self, path: str) -> bool:
        """Say whether a path is that of a file of data that is made from all claims, if the site has it."""
        return render.is_site_data(path)

    def data(self, claims: Sequence[render.ClaimData], paths: Iterable[str]) -> Iterator[Page]:
        """Yield the data of all claims; ``paths`` are the other pages that the sitemap has."""

        def lines(path: str) -> Iterator[bytes]:
            if path == render.COVERAGE_DATA:
                return map(render.coverage_line, self.covered())
            return (one.lines.get(path, b"") for one in claims)

        for join in render.site_data(self.corpus, self.shared, self.rows, paths, lines):
            yield join.page()

    def assets(self) -> Iterator[Page]:
        """Yield the style sheet, scripts and icons."""
        yield from render.site_assets(self.corpus, self.templating)

    def card(self, done: Examination) -> Drawing:
        """Return a claim's card, which has still to be drawn."""
        return render.claim_card(done.claim, done.found, self.background, self.templating)

    def card_faults(self) -> Iterator[Diagnostic]:
        """Yield what the cards have to leave out."""
        return render.card_faults(self.corpus, self.templating)
