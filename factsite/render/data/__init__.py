"""Records, findings and rows to what other programs read.

What one claim gives is written by the claim, in lines that ``ClaimData`` holds; what all claims give is those lines, joined.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factsite.render import urls
from factsite.render.data import schema, tables
from factsite.render.data.annotations import annotation_lines, annotations_page
from factsite.render.data.citing import citation_pages
from factsite.render.data.claims import claim_document, claims_page, document_halves
from factsite.render.data.coverage import coverage_page
from factsite.render.data.feeds import feed_pages
from factsite.render.data.manifest import manifest_page, proof_lines
from factsite.render.data.reviews import review_line, reviews_page
from factsite.render.data.sitemap import crawler_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from factsite.comparisons import Shared
    from factsite.findings import Background, ClaimFindings, Coverage, Row
    from factsite.model import Claim, Corpus
    from factsite.page import Page


class ClaimData(NamedTuple):
    """What a claim adds to the files of all claims: lines that are ready to be joined, and the files of its own."""

    pages: tuple[Page, ...]
    document: str
    review: str | None
    row: str
    citations: str
    notes: tuple[str, ...]
    proofs: tuple[str, ...]


class PrintedData(NamedTuple):
    """The same as far as the claim itself says it, in plain values.

    ``document`` is its JSON before and after what is said of other claims, ``files`` are paths and contents.
    """

    document: tuple[str, str]
    files: tuple[tuple[str, bytes], ...]
    review: str | None
    row: str
    citations: str
    notes: tuple[str, ...]
    proofs: tuple[str, ...]


def claim_data(
    claim: Claim, found: ClaimFindings, background: Background, review: Mapping[str, Any] | None
) -> PrintedData:
    """Return the data of one claim; ``review`` is the claim in the words of schema.org."""
    document = claim_document(claim, found, background)
    return PrintedData(
        document=document_halves(document),
        files=tuple((page.path, page.content) for page in citation_pages(claim, background.site)),
        review=review_line(claim, background.site, review) if review else None,
        row=tables.claim_line(document),
        citations=tables.evidence_lines(document),
        notes=tuple(annotation_lines(claim, found.evidence, background)),
        proofs=tuple(proof_lines(claim, found.evidence, background)),
    )


def is_site_data(path: str) -> bool:
    """Say whether a path is that of a file that ``data_pages`` may yield."""
    return path.startswith("data/") or path in (urls.FEED, urls.JSON_FEED, urls.SITEMAP, urls.ROBOTS)


def data_pages(
    corpus: Corpus,
    shared: Sequence[Shared],
    rows: Sequence[Row],
    covered: Sequence[Coverage],
    claims: Sequence[ClaimData],
    paths: Iterable[str],
) -> Iterator[Page]:
    """Yield the data of the whole site; ``paths`` are its pages but for those of claims.

    Feeds, sitemap and reviews need absolute addresses, and are there only where the site has a base address.
    """
    yield claims_page(corpus, shared, [one.document for one in claims])
    yield schema.schema_page(corpus.site)
    yield tables.table(urls.CLAIMS_TABLE, tables.CLAIMS, (one.row for one in claims))
    yield tables.table(urls.EVIDENCE_TABLE, tables.EVIDENCE, (one.citations for one in claims))
    yield coverage_page(covered)
    yield annotations_page(corpus, [line for one in claims for line in one.notes])
    yield manifest_page(corpus, [line for one in claims for line in one.proofs])
    yield from reviews_page(corpus.site, [one.review for one in claims if one.review])
    yield from feed_pages(corpus, rows)
    yield from crawler_pages(corpus.site, rows, paths)
