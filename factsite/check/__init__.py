"""Findings to diagnostics: one module per family of rules, one function per rule.

A rule yields one result for each thing it judged: a diagnostic, or None where the thing holds. So what a run
checked can be counted. A rule judges no value that was lost in reading (``Places.has``), so that one slip of
the pen is one diagnostic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.check import (
    citations,
    colours,
    dates,
    links,
    names,
    quotations,
    references,
    relations,
    sources,
    verdicts,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from factsite.diagnostic import Diagnostic
    from factsite.findings import Background, ClaimFindings, Row
    from factsite.model import Claim, Corpus

CLAIM_RULES = (
    *citations.RULES, *quotations.RULES, *references.RULES, *dates.RULES, *relations.RULES, *verdicts.RULES,
)  # fmt: skip
SITE_RULES = (*sources.RULES, *names.RULES, *colours.RULES)
RULES = (*CLAIM_RULES, *links.RULES, *SITE_RULES)


def check_claim(claim: Claim, found: ClaimFindings, background: Background) -> Iterator[Diagnostic | None]:
    """Judge one claim by every rule for claims."""
    for rule in CLAIM_RULES:
        yield from rule(claim, found, background)


def check_links(
    rows: Iterable[Row], known: frozenset[str], drafts: frozenset[str] = frozenset()
) -> Iterator[Diagnostic | None]:
    """Judge the links between claims: ``known`` are the claims that they may lead to, and ``drafts`` those that they may not."""
    for row in rows:
        if row.related:
            for rule in links.RULES:
                yield from rule(row, known, drafts)


def check_site(corpus: Corpus, rows: Sequence[Row], today: dt.date) -> Iterator[Diagnostic | None]:
    """Judge what shows only when the whole site is seen."""
    for rule in (*SITE_RULES, sources.in_other_files):
        yield from rule(corpus, rows, today)
