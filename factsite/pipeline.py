"""The straight line: a site folder in, its pages out.

A build is a map over facts and a fold over rows. What is done per claim (``examine``, then ``render.claim_printed``)
is a pure function of the claim and its background, so it can be remembered, or done elsewhere; everything else on
the site is made from the rows.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from factsite import analyse, check, compare, load, render
from factsite.diagnostic import sort_key
from factsite.findings import Background
from factsite.frozen import dataclass
from factsite.making import Examination, Making
from factsite.page import Page
from factsite.progress import UNWATCHED
from factsite.values import Switch

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from factsite.comparisons import Shared
    from factsite.diagnostic import Diagnostic
    from factsite.findings import Coverage
    from factsite.memo import Memory
    from factsite.model import Claim, Corpus
    from factsite.page import Drawing
    from factsite.progress import Progress
    from factsite.values import BaseAddress

RULES: tuple[Callable[..., Any], ...] = (*load.RULES, *check.RULES, *render.RULES, *compare.RULES)
"""Every rule, in the order of the pipeline."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build: all diagnostics by place, the number of checks made, the pages, and what is still to be drawn.

    There are no pages and drawings where a diagnostic is an error. ``coverage`` is there all the same, for each source that could
    be read. ``drafts`` counts the claims that are left out because they are drafts.
    """

    diagnostics: tuple[Diagnostic, ...]
    checks: int
    claims: int
    sources: int
    pages: tuple[Page, ...]
    drawings: tuple[Drawing, ...]
    coverage: tuple[Coverage, ...]
    drafts: int = 0


def build(
    folder: Path,
    templates: Sequence[Path],
    today: dt.date,
    *,
    base_url: BaseAddress | None = None,
    cards: bool = True,
    instead: Mapping[str, bytes] = MappingProxyType({}),
    progress: Progress = UNWATCHED,
) -> Outcome:
    """Read, analyse, check and render a site folder. Writes nothing, and draws nothing: that is for ``draw``.

    ``templates`` are the folders to take templates from, the first that has one wins; ``today`` is the build date.
    ``base_url``, if given, takes the place of the site's own; without ``cards``, the site is made as if it said so itself.
    ``instead`` has the content of files that is read in place of what stands in the folder.
    """
    progress.stage("load")
    corpus, faults = load.load(folder, instead)
    corpus = as_asked(corpus, base_url, cards=cards)
    progress.stage("read articles")
    shared = analyse.shared_texts(corpus.sources, corpus.texts)
    background = background_of(corpus, shared, today)
    published, drafts = without_drafts(corpus)
    claims = progress.each("check claims", published.claims, len(published.claims))
    examined = [examine(claim, background) for claim in claims]
    unfinished = [examine(claim, background) for claim in drafts]
    rows = [examination.row for examination in examined]
    results = [result for examination in examined for result in examination.results]
    progress.stage("check the site")
    results += check.check_links(rows, published.ids["facts"], published.ids["drafts"])
    results += check.check_site(published, rows, today)
    found = [*results, *(result for examination in unfinished for result in examination.results)]
    found += check.check_links([examination.row for examination in unfinished], corpus.ids["facts"])
    diagnostics = list(judged([*faults, *filter(None, found)], drafts))
    covered = analyse.cover(published, rows)
    pages: tuple[Page, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    if not any(diagnostic.severity == "error" for diagnostic in diagnostics):
        try:
            making = Making(
                published, background, shared, examined, render.Templates(templates), lambda: covered
            )
            pages = tuple(_pages(making, progress))
            if corpus.site.has_cards:
                progress.stage("set cards")
                drawings = tuple(making.card(done) for done in examined)
                diagnostics += making.card_faults()
        except render.TemplateFaultError as fault:
            diagnostics.append(fault.diagnostic)
    diagnostics.sort(key=sort_key)
    return Outcome(
        tuple(diagnostics),
        len(results),
        len(published.claims),
        len(corpus.sources),
        pages,
        drawings,
        covered,
        len(drafts),
    )


def as_asked(corpus: Corpus, base_url: BaseAddress | None, *, cards: bool) -> Corpus:
    """Return a corpus with what a command says in place of its site.yaml."""
    if base_url is not None:
        corpus = replace(corpus, site=replace(corpus.site, base_url=base_url))
    if not cards:
        corpus = replace(corpus, site=replace(corpus.site, cards=Switch.NO))
    return corpus


def without_drafts(corpus: Corpus) -> tuple[Corpus, tuple[Claim, ...]]:
    """Return the corpus as if there were no drafts, and the drafts."""
    drafts = tuple(claim for claim in corpus.claims if claim.is_draft)
    names = frozenset(draft.id for draft in drafts)
    ids = {**corpus.ids, "facts": corpus.ids["facts"] - names, "drafts": names}
    claims = tuple(claim for claim in corpus.claims if not claim.is_draft)
    return replace(corpus, claims=claims, ids=ids), drafts


def judged(faults: Iterable[Diagnostic], drafts: Iterable[Claim]) -> Iterator[Diagnostic]:
    """Yield the faults; those of drafts keep nothing from being published, so they are warnings."""
    unfinished = {file_of(draft.id) for draft in drafts}
    for fault in faults:
        yield replace(fault, severity="warning") if fault.place.file in unfinished else fault


def file_of(claim: str) -> str:
    """Return the fact file of a claim."""
    return f"content/facts/{claim}.yaml"


def draw(drawings: Sequence[Drawing], memory: Memory, progress: Progress = UNWATCHED) -> tuple[Page, ...]:
    """Draw what a build left to be drawn, or recall how it was drawn before."""
    if not drawings:
        return ()
    maker = render.drawn_by()
    pictures = memory.recall_all(
        "cards",
        [(maker, drawing.digest, drawing.svg) for drawing in drawings],
        lambda missing: progress.each(
            "draw cards", render.draw_all([drawings[position] for position in missing]), len(missing)
        ),
    )
    return tuple(Page(drawing.path, picture) for drawing, picture in zip(drawings, pictures, strict=True))


def background_of(corpus: Corpus, shared: Sequence[Shared], today: dt.date) -> Background:
    """Return what each claim of a corpus is read against."""
    articles = {
        name: analyse.examine_source(corpus.sources[name], text, corpus.origins)
        for name, text in corpus.texts.items()
    }
    return Background(
        site=corpus.site, sources=corpus.sources, texts=corpus.texts, origins=corpus.origins,
        origins_lost=corpus.origins_lost, ids=corpus.ids, articles=articles, today=today,
        copies=analyse.copies_of(shared),
    )  # fmt: skip


def _pages(making: Making, progress: Progress) -> Iterator[Page]:
    """Yield every page of the site: each claim's own, then those that are made from the rows."""
    claims_data: list[render.ClaimData] = []
    for done in progress.each("render claims", making.examined, len(making.examined)):
        page, written = making.claim(done)
        yield page
        yield from written.pages
        claims_data.append(written)
    progress.stage("render the site")
    sheets = list(making.sheets())
    for sheet in sheets:
        yield making.page(sheet.view())
    yield from making.data(claims_data, [sheet.path for sheet in sheets if sheet.listed])
    yield from making.assets()


def examine(claim: Claim, background: Background) -> Examination:
    """Analyse and check one claim."""
    found = analyse.examine_claim(claim, background)
    results = tuple(check.check_claim(claim, found, background))
    return Examination(claim, found, analyse.row_of(claim, found), results)
