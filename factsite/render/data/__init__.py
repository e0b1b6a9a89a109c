"""Records, findings and rows to what other programs read.

What one claim gives is written by the claim, in lines that ``ClaimData`` holds; what all claims give is those lines, joined.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.frozen import NamedTuple
from factsite.render import urls
from factsite.render.data import schema, tables
from factsite.render.data.annotations import annotation_lines, annotations_join
from factsite.render.data.citing import citation_pages
from factsite.render.data.claims import claim_document, claims_join, document_halves
from factsite.render.data.coverage import coverage_join
from factsite.render.data.feeds import feed_sheets
from factsite.render.data.joined import entries
from factsite.render.data.manifest import claim_proof
from factsite.render.data.reviews import review_line, reviews_join
from factsite.render.data.sitemap import claim_entry, robots_page, sitemap_join
from factsite.render.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from factsite.comparisons import Sharing
    from factsite.findings import Background, ClaimFindings, Row
    from factsite.model import Claim, Corpus
    from factsite.page import Page
    from factsite.render.data.joined import Join
    from factsite.render.sheets import Labels


class ClaimData(NamedTuple):
    """What a claim says to programs: the files of its own, and its ``lines`` in the files of all claims, by their paths."""

    pages: tuple[Page, ...]
    lines: Mapping[str, bytes]


class PrintedData(NamedTuple):
    """The same as far as the claim itself says it, in plain values.

    ``document`` is its JSON before and after what is said of other claims, ``files`` are paths and contents.
    """

    document: tuple[str, str]
    files: tuple[tuple[str, bytes], ...]
    lines: dict[str, bytes]


def claim_data(
    claim: Claim, found: ClaimFindings, background: Background, review: Mapping[str, Any] | None
) -> PrintedData:
    """Return the data of one claim; ``review`` is the claim in the words of schema.org."""
    site = background.site
    document = claim_document(claim, found, background)
    lines = {
        urls.CLAIMS_TABLE: tables.claim_line(document).encode(),
        urls.EVIDENCE_TABLE: tables.evidence_lines(document).encode(),
        urls.ANNOTATIONS: entries(annotation_lines(claim, found.evidence, background)),
        urls.MANIFEST: claim_proof(claim, found.evidence, background),
    }
    if review:
        lines[urls.REVIEWS_DATA] = review_line(claim, site, review).encode()
    if site.base_url is not None:
        lines[urls.SITEMAP] = claim_entry(claim, site)
    files = tuple((page.path, page.content) for page in citation_pages(claim, site))
    return PrintedData(document_halves(document), files, lines)


def is_site_data(path: str) -> bool:
    """Say whether a path is that of a file that ``data_joins`` may yield."""
    return path.startswith("data/") or path == urls.SITEMAP


def data_sheets(corpus: Corpus, rows: Sequence[Row], labels: Labels) -> Iterator[Sheet]:
    """Yield the data of the site that is not joined; a view here is the page itself."""
    site = corpus.site
    yield Sheet(urls.CLAIMS_SCHEMA, (), (), (), lambda: schema.schema_page(site), listed=False)
    yield from feed_sheets(corpus, rows, labels)
    yield Sheet(urls.ROBOTS, (), (), (), lambda: robots_page(site), listed=False)


def data_joins(
    corpus: Corpus,
    shared: Sharing,
    quotations: int,
    paths: Iterable[str],
    lines: Callable[[str], Iterable[bytes]],
) -> Iterator[Join]:
    """Yield the data of all claims and sources, but for the manifest, which tells of all of it.

    ``lines`` is called with the path of a file and returns what each claim gives to it (``ClaimData.lines``), or for the
    coverage each source. ``quotations`` is how many there are, ``paths`` are the pages of the site but for those of claims. Reviews and sitemap need absolute
    addresses, and are there only where the site has a base address.
    """
    yield claims_join(corpus, shared, lines(urls.CLAIMS_DATA))
    yield tables.table(urls.CLAIMS_TABLE, tables.CLAIMS, lines(urls.CLAIMS_TABLE))
    yield tables.table(urls.EVIDENCE_TABLE, tables.EVIDENCE, lines(urls.EVIDENCE_TABLE))
    yield coverage_join(lines(urls.COVERAGE_DATA))
    yield annotations_join(corpus, quotations, lines(urls.ANNOTATIONS))
    if corpus.site.base_url is not None:
        yield reviews_join(corpus.site, lines(urls.REVIEWS_DATA))
        yield sitemap_join(corpus.site, paths, lines(urls.SITEMAP))
