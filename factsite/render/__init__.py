"""Records and findings to pages. Everything that an author or a source supplied is escaped on the way."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from factsite.render.faults import RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factsite.comparisons import Sharing
    from factsite.findings import Background, ClaimFindings, Coverage, Method, Row, SourceFindings, Strokes
    from factsite.model import Claim, Corpus
    from factsite.page import Page
    from factsite.render.cards import card_drawing, card_faults, claim_card
    from factsite.render.cards.drawing import draw_all, drawn_by
    from factsite.render.data import ClaimData, is_site_data
    from factsite.render.data.coverage import coverage_line, coverage_page
    from factsite.render.data.joined import Join
    from factsite.render.data.manifest import Described, described, with_files
    from factsite.render.gaps import Around, Printed, around_of, filled
    from factsite.render.pages.order import Besides
    from factsite.render.sheets import Sheet
    from factsite.render.templates import TemplateFaultError, Templates
    from factsite.render.urls import COVERAGE_DATA, MANIFEST, page_of

__all__ = [
    "COVERAGE_DATA",
    "MANIFEST",
    "RULES",
    "Around",
    "Besides",
    "ClaimData",
    "Described",
    "Join",
    "Printed",
    "Sheet",
    "TemplateFaultError",
    "Templates",
    "around_of",
    "card_drawing",
    "card_faults",
    "claim_card",
    "claims_printed",
    "coverage_line",
    "coverage_page",
    "described",
    "draw_all",
    "drawn_by",
    "filled",
    "is_site_data",
    "page_of",
    "site_assets",
    "site_data",
    "site_manifest",
    "site_sheets",
    "with_files",
]  # fmt: skip

HOMES: Final = {
    "cards": ("card_drawing", "card_faults", "claim_card"),
    "cards.drawing": ("draw_all", "drawn_by"),
    "data": ("ClaimData", "is_site_data"),
    "data.coverage": ("coverage_line", "coverage_page"),
    "data.joined": ("Join",),
    "data.manifest": ("Described", "described", "with_files"),
    "gaps": ("Around", "Printed", "around_of", "filled"),
    "pages.order": ("Besides",),
    "sheets": ("Sheet",),
    "templates": ("TemplateFaultError", "Templates"),
    "urls": ("COVERAGE_DATA", "MANIFEST", "page_of"),
}
"""The modules whose names this package hands on."""


def __getattr__(name: str) -> Any:
    """Import what is handed on when it is asked for: few runs make all kinds of pages, and many make none."""
    home = next((home for home, names in HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value = getattr(import_module(f"{__name__}.{home}"), name)
    return value


def claims_printed(
    claims: Sequence[tuple[Claim, ClaimFindings]], background: Background, templating: Templates
) -> list[Printed]:
    """Return the pages of claims and their data, with gaps where they tell of other claims; ``filled`` fills them.

    As in ``facts.examine_all``, each step is taken for all claims before the next is for any.
    """
    from factsite.render import gaps, urls
    from factsite.render.data import claim_data, reviews
    from factsite.render.pages.claims import claim_view
    from factsite.render.pages.comparisons import cite_link

    site = background.site
    cards = [urls.card(claim.id) if site.has_cards else None for claim, _ in claims]
    judged = [reviews.review(*one, background) for one in claims]
    views = [
        claim_view(*one, background, gaps.GAPS, review, card)
        for one, review, card in zip(claims, judged, cards, strict=True)
    ]
    pages = [gaps.split(templating.text(view)) for view in views]
    data = [claim_data(*one, background, review) for one, review in zip(claims, judged, strict=True)]
    links = [
        [cite_link(claim, place, background.sources) for place in range(len(claim.evidence))]
        for claim, _ in claims
    ]
    cites = [tuple([(link.href, link.words) for link in every]) for every in links]
    return [
        gaps.Printed(claim.id, pieces, names, cited, given.document, given.files, given.lines)
        for (claim, _), (pieces, names), cited, given in zip(claims, pages, cites, data, strict=True)
    ]


def site_sheets(
    corpus: Corpus,
    articles: Mapping[str, SourceFindings],
    shared: Sharing,
    rows: Sequence[Row],
    covered: Callable[[str], Coverage],
    strokes: Callable[[str], Strokes],
    method: Callable[[], Method],
) -> Iterator[Sheet]:
    """Yield what all pages but the claims' own are made from, in the order of the site, and data that is no join.

    ``covered`` is called for the coverage of a source, where a view tells of it, and ``strokes`` for the same in brief; ``method`` for the tables that the program works by.
    """
    from factsite.render.data import data_sheets
    from factsite.render.pages import essays, finding, lists, matrix, overviews, sources
    from factsite.render.pages.coverage import coverage_sheets
    from factsite.render.pages.order import by_topic

    listing = sources.Listing(corpus, rows, shared)
    topics, conflicting, labels = by_topic(corpus.site, rows), lists.disagreeing(corpus, rows), listing.labels
    yield lists.index_sheet(listing, rows, topics, conflicting, strokes)
    yield from lists.claims_sheets(corpus, topics, labels)
    yield from overviews.discrepancies_sheets(corpus, rows, conflicting, labels)
    yield from matrix.matrix_sheets(corpus, topics, labels)
    yield overviews.topics_sheet(corpus, topics)
    yield from lists.topic_sheets(corpus, topics, labels)
    yield from lists.verdict_sheets(corpus, rows, labels)
    yield from lists.redirect_sheets(corpus, rows)
    yield finding.search_sheet(corpus, rows, listing.naming, labels)
    yield from sources.sources_sheets(listing, shared, strokes)
    yield from sources.source_sheets(listing, articles)
    yield from coverage_sheets(corpus, listing.naming, covered, strokes)
    yield essays.methodology_sheet(corpus, method, labels)
    yield essays.corrections_sheet(corpus, rows, labels)
    yield from essays.essay_sheets(corpus, labels)
    yield essays.not_found_sheet(corpus)
    yield from data_sheets(corpus, rows, labels)


def site_data(
    corpus: Corpus,
    shared: Sharing,
    rows: Sequence[Row],
    paths: Iterable[str],
    lines: Callable[[str], Iterable[bytes]],
) -> Iterator[Join]:
    """Yield the data of all claims and sources, each file as a join of their lines; the manifest is none of them.

    ``lines`` is called with the path of a file for what each claim gives to it, or for the coverage each source. ``paths`` are the
    pages but the claims' own, that the sitemap has.
    """
    from factsite.render.data import data_joins

    yield from data_joins(corpus, shared, sum(row.quotations for row in rows), paths, lines)


def site_manifest(
    corpus: Corpus, rows: Sequence[Row], files: Mapping[str, Described], lines: Iterable[bytes]
) -> Join:
    """Return the manifest of a site; ``files`` are all but those of claims, ``lines`` what claims say of themselves (``with_files``)."""
    from factsite.render.data.manifest import manifest_join

    return manifest_join(corpus, rows, files, lines)


def site_assets(corpus: Corpus, templating: Templates) -> Iterator[Page]:
    """Yield the style sheet, scripts and icons of a site, in its own colours."""
    from factsite.render import styles

    yield from templating.assets(styles.palettes(corpus.site.colours))
