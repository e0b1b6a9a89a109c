"""Records and findings to pages. Everything that an author or a source supplied is escaped on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.render import cards, gaps, styles, templates, urls
from factsite.render.cards import card_faults, claim_card
from factsite.render.cards.drawing import draw_all, drawn_by
from factsite.render.data import ClaimData, claim_data, data_joins, data_sheets, is_site_data, reviews
from factsite.render.data.coverage import coverage_line, coverage_page
from factsite.render.data.joined import Join
from factsite.render.gaps import Around, Printed, around_of, filled
from factsite.render.pages import comparisons, essays, finding, lists, matrix, overviews, sources
from factsite.render.pages.claims import claim_view
from factsite.render.pages.coverage import coverage_sheets
from factsite.render.pages.order import besides, by_topic
from factsite.render.sheets import Sheet
from factsite.render.templates import TemplateFaultError, Templates
from factsite.render.urls import COVERAGE_DATA, page_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factsite.comparisons import Shared
    from factsite.findings import Background, ClaimFindings, Coverage, Method, Row, SourceFindings
    from factsite.model import Claim, Corpus
    from factsite.page import Page

RULES = (*templates.RULES, *cards.RULES)

__all__ = [
    "COVERAGE_DATA", "RULES", "Around", "ClaimData", "Join", "Printed", "Sheet", "TemplateFaultError", "Templates", "around_of",
    "besides", "card_faults", "claim_card", "claim_printed", "coverage_line", "coverage_page", "draw_all", "drawn_by", "filled",
    "is_site_data", "page_of", "site_assets", "site_data", "site_sheets",
]  # fmt: skip


def claim_printed(
    claim: Claim, found: ClaimFindings, background: Background, templating: Templates
) -> Printed:
    """Return a claim's page and its data, with gaps where they tell of other claims; ``filled`` fills them."""
    review = reviews.review(claim, found, background)
    card = urls.card(claim.id) if background.site.has_cards else None
    pieces, names = gaps.split(templating.text(claim_view(claim, found, background, gaps.GAPS, review, card)))
    links = (comparisons.cite_link(claim, place, background.sources) for place in range(len(claim.evidence)))
    cites = tuple((link.href, link.words) for link in links)
    return Printed(claim.id, pieces, names, cites, *claim_data(claim, found, background, review))


def site_sheets(
    corpus: Corpus,
    articles: Mapping[str, SourceFindings],
    shared: Sequence[Shared],
    rows: Sequence[Row],
    covered: Callable[[str], Coverage],
    method: Method,
) -> Iterator[Sheet]:
    """Yield what all pages but the claims' own are made from, in the order of the site, and data that is no join.

    ``covered`` is called for the coverage of a source, where a view tells of it.
    """
    listing = sources.Listing(corpus, rows, shared)
    topics, conflicting, labels = by_topic(corpus.site, rows), lists.disagreeing(corpus, rows), listing.labels
    yield lists.index_sheet(listing, rows, topics, conflicting, covered)
    yield from lists.claims_sheets(corpus, topics, labels)
    yield from overviews.discrepancies_sheets(corpus, rows, conflicting, labels)
    yield from matrix.matrix_sheets(corpus, topics, labels)
    yield overviews.topics_sheet(corpus, topics)
    yield from lists.topic_sheets(corpus, topics, labels)
    yield from lists.verdict_sheets(corpus, rows, labels)
    yield from lists.redirect_sheets(corpus, rows)
    yield finding.search_sheet(corpus, rows, listing.naming, labels)
    yield from sources.sources_sheets(listing, shared, covered)
    yield from sources.source_sheets(listing, articles)
    yield from coverage_sheets(corpus, listing.naming, covered)
    yield essays.methodology_sheet(corpus, method, labels)
    yield essays.corrections_sheet(corpus, rows, labels)
    yield from essays.essay_sheets(corpus, labels)
    yield essays.not_found_sheet(corpus)
    yield from data_sheets(corpus, rows, labels)


def site_data(
    corpus: Corpus,
    shared: Sequence[Shared],
    rows: Sequence[Row],
    paths: Iterable[str],
    lines: Callable[[str], Iterable[bytes]],
) -> Iterator[Join]:
    """Yield the data of all claims and sources, each file as a join of their lines.

    ``lines`` is called with the path of a file for what each claim gives to it, or for the coverage each source. ``paths`` are the
    pages but the claims' own, that the sitemap has.
    """
    yield from data_joins(corpus, shared, sum(row.quotations for row in rows), paths, lines)


def site_assets(corpus: Corpus, templating: Templates) -> Iterator[Page]:
    """Yield the style sheet, scripts and icons of a site, in its own colours."""
    yield from templating.assets(styles.palettes(corpus.site.colours))
