"""Records and findings to pages. Everything that an author or a source supplied is escaped on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.render import cards, styles, templates
from factsite.render.cards import card_faults, claim_card
from factsite.render.cards.drawing import draw_all, drawn_by
from factsite.render.data.claims import claim_page, claims_page
from factsite.render.data.coverage import coverage_page
from factsite.render.pages import essays, finding, lists, sources
from factsite.render.pages.claims import claim_view
from factsite.render.pages.coverage import coverage_view
from factsite.render.pages.order import Beside, besides
from factsite.render.templates import TemplateFaultError, Templates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.comparisons import Elsewhere, Shared
    from factsite.findings import Background, ClaimFindings, Coverage, Method, Row, SourceFindings
    from factsite.model import Claim, Corpus
    from factsite.page import Page

RULES = (*templates.RULES, *cards.RULES)

__all__ = [
    "RULES", "TemplateFaultError", "Templates", "besides", "card_faults", "claim_card", "claim_pages", "coverage_page",
    "draw_all", "drawn_by", "site_pages",
]  # fmt: skip


def claim_pages(
    claim: Claim,
    found: ClaimFindings,
    background: Background,
    titles: Mapping[str, str],
    elsewhere: Sequence[Elsewhere],
    beside: Beside,
    templating: Templates,
) -> tuple[Page, Page]:
    """Return a claim's page and its JSON."""
    page = templating.page(claim_view(claim, found, background, titles, elsewhere, beside))
    return page, claim_page(claim, found, background, elsewhere)


def site_pages(
    corpus: Corpus,
    articles: Mapping[str, SourceFindings],
    shared: Sequence[Shared],
    rows: Sequence[Row],
    covered: Sequence[Coverage],
    claims_data: Sequence[Page],
    method: Method,
    templating: Templates,
) -> Iterator[Page]:
    """Yield every page but the claims' own, from their rows and JSON alone."""
    cited = sources.by_source(rows)
    views = (
        lists.index_view(corpus, rows, cited, shared, covered),
        *lists.claims_views(corpus, rows),
        *lists.topic_views(corpus, rows),
        *lists.verdict_views(corpus, rows),
        *lists.redirect_views(corpus, rows),
        finding.search_view(corpus, rows),
        sources.sources_view(corpus, cited, shared, covered),
        *(
            sources.source_view(source, corpus, articles[source.id], cited.get(source.id, []), shared)
            for source in corpus.sources.values()
        ),
        coverage_view(corpus, rows, covered),
        essays.methodology_view(corpus, method),
        essays.corrections_view(corpus, rows),
        *essays.essay_views(corpus),
        essays.not_found_view(corpus),
    )
    for view in views:
        yield templating.page(view)
    yield claims_page(corpus, shared, claims_data)
    yield coverage_page(covered)
    yield from templating.assets(styles.palettes(corpus.site.colours))
