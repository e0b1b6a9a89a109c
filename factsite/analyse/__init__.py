"""Records to findings. Nothing here judges: what was found is a value, and ``check`` says whether it is a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.analyse import figures
from factsite.analyse.basis import Basis, basis_of, looks_no_further
from factsite.analyse.consistency import by_measure, consistency_of, elsewhere, elsewhere_of, measure_of
from factsite.analyse.coverage import Spans, cover, coverage_by_source, source_coverage, source_spans
from factsite.analyse.evidence import examine_evidence, reading_of
from factsite.analyse.figures import explained
from factsite.analyse.origins import called
from factsite.analyse.rows import row_of
from factsite.analyse.sources import Article, examine_source, read_article
from factsite.analyse.verdict import RULE, derive
from factsite.analyse.witnesses import copies_of, witnesses_of
from factsite.analyse.wording.shared import copying_among, shared_among, shared_texts
from factsite.findings import ClaimFindings, Method

if TYPE_CHECKING:
    from factsite.findings import Background
    from factsite.model import Claim

__all__ = [
    "Article",
    "Basis",
    "Spans",
    "basis_of",
    "by_measure",
    "called",
    "copies_of",
    "copying_among",
    "cover",
    "coverage_by_source",
    "elsewhere",
    "elsewhere_of",
    "examine_claim",
    "examine_source",
    "looks_no_further",
    "measure_of",
    "method",
    "read_article",
    "row_of",
    "shared_among",
    "shared_texts",
    "source_coverage",
    "source_spans",
]


def method() -> Method:
    """Return the tables that verdicts and figures are read by."""
    return Method(tuple((case.condition, case.verdict_class) for case in RULE), explained.examples())


def examine_claim(claim: Claim, background: Background) -> ClaimFindings:
    """Find everything that one claim's page and checks need."""
    evidence = tuple(examine_evidence(piece, claim, background) for piece in claim.evidence)
    consistency = consistency_of(claim, evidence, background)
    witnesses = witnesses_of(evidence, background.copies)
    derived = derive(evidence, consistency.conflict, background.copies)
    figure = figures.read(claim.figure) if claim.figure else None
    return ClaimFindings(
        evidence, derived, witnesses, consistency, figure, reading_of(figure) if figure else None
    )
