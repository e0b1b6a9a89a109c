"""The straight line: a site folder in, its pages out. The only module that imports the stages.

A build is a map over facts and a fold over rows. What is done per claim (``examine``, then ``render.claim_pages``)
is a pure function of the claim and its background, so it can be remembered, or done elsewhere; everything else on
the site is made from the rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factsite import analyse, check, load, render
from factsite.diagnostic import sort_key
from factsite.findings import Background

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from factsite.diagnostic import Diagnostic
    from factsite.findings import ClaimFindings, Row
    from factsite.model import Claim
    from factsite.page import Page

keys_of = load.keys_of

RULES: tuple[Callable[..., Any], ...] = (*load.RULES, *check.RULES)
"""Every rule, in the order of the pipeline."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build: all diagnostics by place, the number of checks made, and the pages.

    There are no pages where a diagnostic is an error.
    """

    diagnostics: tuple[Diagnostic, ...]
    checks: int
    claims: int
    sources: int
    pages: tuple[Page, ...]


def build(folder: Path, templates: Sequence[Path], today: dt.date) -> Outcome:
    """Read, analyse, check and render a site folder. Writes nothing.

    ``templates`` are the folders to take templates from, the first that has one wins; ``today`` is the build date.
    """
    corpus, faults = load.load(folder)
    articles = {
        name: analyse.examine_source(corpus.sources[name], text, corpus.origins)
        for name, text in corpus.texts.items()
    }
    background = Background(
        site=corpus.site, sources=corpus.sources, texts=corpus.texts, origins=corpus.origins,
        origins_lost=corpus.origins_lost, ids=corpus.ids, articles=articles, today=today,
    )  # fmt: skip

    examined = [(claim, *examine(claim, background)) for claim in corpus.claims]
    rows = [row for _, _, row, _ in examined]
    results = [result for *_, judged in examined for result in judged]
    results += check.check_site(corpus, rows, today)

    diagnostics = sorted((*faults, *(result for result in results if result)), key=sort_key)
    pages: list[Page] = []
    if not any(diagnostic.severity == "error" for diagnostic in diagnostics):
        templating = render.Templates(templates)
        titles = {row.id: row.claim for row in rows}
        claims_data: list[Page] = []
        for claim, found, _, _ in examined:
            page, document = render.claim_pages(claim, found, background, titles, templating)
            pages += (page, document)
            claims_data.append(document)
        rule = [(case.condition, case.verdict_class) for case in analyse.RULE]
        pages += render.site_pages(corpus, articles, rows, claims_data, rule, templating)
    return Outcome(tuple(diagnostics), len(results), len(corpus.claims), len(corpus.sources), tuple(pages))


def examine(claim: Claim, background: Background) -> tuple[ClaimFindings, Row, list[Diagnostic | None]]:
    """Analyse and check one claim: its findings, its row, and one result for each thing judged."""
    found = analyse.examine_claim(claim, background)
    return found, analyse.row_of(claim, found), list(check.check_claim(claim, found, background))
