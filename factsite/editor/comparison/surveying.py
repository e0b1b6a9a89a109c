"""Two states of a site folder, and what the change from one to the other means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite import analyse, check, compare, load
from factsite.analyse import figures
from factsite.diagnostic import sort_key
from factsite.pipeline import background_of, examine, judged, without_drafts
from factsite.progress import UNWATCHED
from factsite.survey import Survey, Surveyed

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from factsite.changes import Comparison
    from factsite.findings import Figure
    from factsite.progress import Progress


def survey(folder: Path, today: dt.date, progress: Progress = UNWATCHED) -> Survey:
    """Read, analyse and check a site folder, for a comparison; nothing is rendered, and drafts are not there."""
    progress.stage("load")
    corpus, faults = load.load(folder)
    shared = analyse.shared_texts(corpus.sources, corpus.texts)
    published, drafts = without_drafts(corpus)
    background = background_of(corpus, shared, today)
    claims = progress.each("check claims", published.claims, len(published.claims))
    examined = [examine(claim, background) for claim in claims]
    rows = [done.row for done in examined]
    results = [result for done in examined for result in done.results]
    results += check.check_links(rows, published.ids["facts"], published.ids["drafts"])
    results += check.check_site(published, rows, today)
    return Survey(
        corpus=published,
        claims={
            done.claim.id: Surveyed(done.claim, done.found, _spoken(done.claim.claim)) for done in examined
        },
        between=analyse.elsewhere(rows),
        coverage=analyse.cover(published, rows),
        diagnostics=tuple(sorted(judged([*faults, *filter(None, results)], drafts), key=sort_key)),
        templates=load.digests_in(folder / "templates"),
    )


def difference(before: Survey, after: Survey, today: dt.date) -> Comparison:
    """Return what the change from one site folder to another means; ``today`` dates the corrections that are proposed."""
    return compare.compare(before, after, today)


def _spoken(sentence: str) -> tuple[Figure, ...]:
    """Return the figures that a sentence has."""
    return tuple(mention.figure for mention in figures.mentions(sentence))
