"""Records and findings to pages. Everything that an author or a source supplied is escaped on the way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from factsite.render import cards, gaps, styles, templates, urls
from factsite.render.cards import card_faults, claim_card
from factsite.render.cards.drawing import draw_all, drawn_by
from factsite.render.data import ClaimData, claim_data, data_pages, is_site_data, reviews
from factsite.render.data.coverage import coverage_page
from factsite.render.gaps import Around, Printed, around_of, filled
from factsite.render.pages import comparisons, essays, finding, lists, matrix, overviews, sources
from factsite.render.pages.claims import claim_view
from factsite.render.pages.coverage import coverage_views
from factsite.render.pages.order import besides
from factsite.render.templates import TemplateFaultError, Templates
from factsite.render.urls import page_of
from factsite.render.views import NotFoundView, RedirectView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factsite.comparisons import Shared
    from factsite.findings import Background, ClaimFindings, Coverage, Method, Row, SourceFindings
    from factsite.model import Claim, Corpus, Source
    from factsite.page import Page

RULES = (*templates.RULES, *cards.RULES)

__all__ = [
    "RULES", "Around", "ClaimData", "Printed", "TemplateFaultError", "Templates", "around_of", "besides", "card_faults",
    "claim_card", "claim_printed", "coverage_page", "draw_all", "drawn_by", "filled", "is_site_data", "page_of",
    "site_assets", "site_data", "site_views",
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


def site_views(
    corpus: Corpus,
    articles: Mapping[str, SourceFindings],
    shared: Sequence[Shared],
    rows: Sequence[Row],
    covered: Callable[[], Sequence[Coverage]],
    method: Method,
) -> tuple[Callable[[], Iterable[Any]], ...]:
    """Return what makes the views of all pages but the claims' own, a few with each call, in the order of the site.

    ``covered`` is called where a view tells of the coverage.
    """
    cited = sources.by_source(rows)

    def article(source: Source) -> Iterable[Any]:
        yield sources.source_view(source, corpus, articles[source.id], cited.get(source.id, []), shared)

    return (
        lambda: (lists.index_view(corpus, rows, cited, shared, covered()),),
        lambda: lists.claims_views(corpus, rows),
        lambda: overviews.discrepancies_views(corpus, rows),
        lambda: matrix.matrix_views(corpus, rows),
        lambda: (overviews.topics_view(corpus, rows),),
        lambda: lists.topic_views(corpus, rows),
        lambda: lists.verdict_views(corpus, rows),
        lambda: lists.redirect_views(corpus, rows),
        lambda: (finding.search_view(corpus, rows),),
        lambda: (sources.sources_view(corpus, cited, shared, covered()),),
        *(partial(article, source) for source in corpus.sources.values()),
        lambda: coverage_views(corpus, rows, covered()),
        lambda: (essays.methodology_view(corpus, method),),
        lambda: (essays.corrections_view(corpus, rows),),
        lambda: essays.essay_views(corpus),
        lambda: (essays.not_found_view(corpus),),
    )


def site_data(
    corpus: Corpus,
    shared: Sequence[Shared],
    rows: Sequence[Row],
    covered: Sequence[Coverage],
    claims: Sequence[ClaimData],
    views: Iterable[Any],
) -> Iterator[Page]:
    """Yield the data of the whole site; ``views`` are those of its pages but the claims' own."""
    listed = (view.frame.here for view in views if not isinstance(view, (RedirectView, NotFoundView)))
    yield from data_pages(corpus, shared, rows, covered, claims, listed)


def site_assets(corpus: Corpus, templating: Templates) -> Iterator[Page]:
    """Yield the style sheet, scripts and icons of a site, in its own colours."""
    yield from templating.assets(styles.palettes(corpus.site.colours))
