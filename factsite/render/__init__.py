"""Records and findings to pages. Everything that an author or a source supplied is escaped on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factsite.render import cards, styles, templates, urls
from factsite.render.cards import card_faults, claim_card
from factsite.render.cards.drawing import draw_all, drawn_by
from factsite.render.data import ClaimData, claim_data, data_pages, reviews
from factsite.render.data.coverage import coverage_page
from factsite.render.pages import essays, finding, lists, matrix, overviews, sources
from factsite.render.pages.claims import claim_view
from factsite.render.pages.coverage import coverage_views
from factsite.render.pages.order import Beside, besides
from factsite.render.templates import TemplateFaultError, Templates
from factsite.render.urls import page_of
from factsite.render.views import NotFoundView, RedirectView

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.comparisons import Elsewhere, Shared
    from factsite.findings import Background, ClaimFindings, Coverage, Method, Row, SourceFindings
    from factsite.model import Claim, Corpus
    from factsite.page import Page

RULES = (*templates.RULES, *cards.RULES)

__all__ = [
    "RULES", "ClaimData", "TemplateFaultError", "Templates", "besides", "card_faults", "claim_card", "claim_pages",
    "coverage_page", "draw_all", "drawn_by", "page_of", "site_pages",
]  # fmt: skip


def claim_pages(
    claim: Claim,
    found: ClaimFindings,
    background: Background,
    titles: Mapping[str, str],
    elsewhere: Sequence[Elsewhere],
    beside: Beside,
    templating: Templates,
) -> tuple[Page, ClaimData]:
    """Return a claim's page and its data."""
    review = reviews.review(claim, found, background)
    card = urls.card(claim.id) if background.site.has_cards else None
    page = templating.page(claim_view(claim, found, background, titles, elsewhere, beside, review, card))
    return page, claim_data(claim, found, background, elsewhere, review)


def site_pages(
    corpus: Corpus,
    articles: Mapping[str, SourceFindings],
    shared: Sequence[Shared],
    rows: Sequence[Row],
    covered: Sequence[Coverage],
    claims: Sequence[ClaimData],
    method: Method,
    templating: Templates,
) -> Iterator[Page]:
    """Yield every page but the claims' own, from their rows and data alone."""
    cited = sources.by_source(rows)
    views: tuple[Any, ...] = (
        lists.index_view(corpus, rows, cited, shared, covered),
        *lists.claims_views(corpus, rows),
        *overviews.discrepancies_views(corpus, rows),
        *matrix.matrix_views(corpus, rows),
        overviews.topics_view(corpus, rows),
        *lists.topic_views(corpus, rows),
        *lists.verdict_views(corpus, rows),
        *lists.redirect_views(corpus, rows),
        finding.search_view(corpus, rows),
        sources.sources_view(corpus, cited, shared, covered),
        *(
            sources.source_view(source, corpus, articles[source.id], cited.get(source.id, []), shared)
            for source in corpus.sources.values()
        ),
        *coverage_views(corpus, rows, covered),
        essays.methodology_view(corpus, method),
        essays.corrections_view(corpus, rows),
        *essays.essay_views(corpus),
        essays.not_found_view(corpus),
    )
    for view in views:
        yield templating.page(view)
    listed = (view.frame.here for view in views if not isinstance(view, (RedirectView, NotFoundView)))
    yield from data_pages(corpus, shared, rows, covered, claims, listed)
    yield from templating.assets(styles.palettes(corpus.site.colours))
