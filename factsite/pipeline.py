"""The straight line: a site folder in, its pages out. The only module that imports the stages.

A build is a map over facts and a fold over rows. What is done per claim (``examine``, then ``render.claim_pages``)
is a pure function of the claim and its background, so it can be remembered, or done elsewhere; everything else on
the site is made from the rows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from factsite import analyse, check, compare, load, render
from factsite.analyse import figures, moved
from factsite.analyse.evidence import is_read
from factsite.analyse.figures.explained import explained
from factsite.diagnostic import sort_key
from factsite.findings import Background
from factsite.page import Page
from factsite.progress import UNWATCHED
from factsite.survey import Survey, Surveyed
from factsite.values import Switch

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from factsite.analyse.occurrences import Search
    from factsite.changes import Comparison
    from factsite.comparisons import Shared
    from factsite.diagnostic import Diagnostic
    from factsite.findings import ClaimFindings, Coverage, Figure, Occurrence, Row, Suggestion
    from factsite.memo import Memory
    from factsite.model import Claim, Corpus, Source
    from factsite.page import Drawing
    from factsite.progress import Progress
    from factsite.values import BaseAddress, LineRange

Key = load.Key
"""One key of a kind of record."""

keys_of = load.keys_of
"""The keys of a kind of record, for the generated reference."""

arranged = load.arranged
"""The text of an author's file in house order and style, or the faults that keep it from being read."""

house_style = load.house_style
"""The fault of a file that is not in house order."""

read_site = load.load
"""The reader of a site folder, for those who need its records and judge nothing."""

advice = load.advice
"""What to write where a text is no value of a type."""

verdict_rule = analyse.method
"""The rule that derives verdicts, in words."""

extents = load.extents
"""Where the values of an author's file end, for reports that underline them."""

coverage_page = render.coverage_page
"""The JSON of a coverage, for those who ask for it without building."""

page_of = render.page_of
"""The path of a page of the built site, by what it shows."""

NotAnAddress = load.Refusal
"""Why a text is no address of a site."""

Kept = load.Kept
"""What one reading of a site folder keeps for the next."""

read = load.load
"""The reader of a site folder."""

shared_texts = analyse.shared_texts
"""What the articles share."""

examine_source = analyse.examine_source
"""What an article says of itself."""

Spans = analyse.Spans
source_spans = analyse.source_spans
"""What of an article can be covered."""

cover = analyse.cover
"""What of the articles claims cover."""

check_site = check.check_site
"""The judge of what shows only when the whole site is seen."""

copies_of = analyse.copies_of
"""Which articles copy others."""

Templates = render.Templates
TemplateFaultError = render.TemplateFaultError
ClaimData = render.ClaimData
"""What of a claim goes into the data of all claims."""

read_base_address = load.read_base_address
"""The reader of the address of a site, for one that is given with a command."""

mend = load.mend
"""The editor of one file: its content, and edits, to its content after them."""

Refusal = load.Refusal
"""Why a text is no value of a kind."""

read_address = load.read_address
"""The reader of a web address, for one that is given with a command."""

read_file_name = load.read_file_name
"""The reader of the name of a file in ``seeds/``."""

read_folder = load.load
"""The reader of a site folder: its records, and the faults of what cannot be read."""

read_id = load.read_id
"""The reader of an id, for one that is given with a command."""

read_lines = load.read_lines
"""The reader of a line range, for one that is given with a command."""

split_lines = load.split_lines
"""The lines of an article, as they are numbered."""

yaml_text = load.yaml_text
"""A text as it is written in YAML."""

Moves = moved.Moves
"""Where the lines of an article stand after it changed."""

RULES: tuple[Callable[..., Any], ...] = (*load.RULES, *check.RULES, *render.RULES, *compare.RULES)
"""Every rule, in the order of the pipeline."""


@dataclass(frozen=True, slots=True)
class Examination:
    """What one claim gives: its findings, its row, and one result for each thing that was judged."""

    claim: Claim
    found: ClaimFindings
    row: Row
    results: tuple[Diagnostic | None, ...]


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
    apart = replace(background, drafts=frozenset(draft.id for draft in drafts))
    claims = progress.each("check claims", published.claims, len(published.claims))
    examined = [examine(claim, apart) for claim in claims]
    unfinished = [examine(claim, background) for claim in drafts]
    rows = [examination.row for examination in examined]
    results = [result for examination in examined for result in examination.results]
    progress.stage("check the site")
    results += check.check_site(published, rows, today)
    found = [*results, *(result for examination in unfinished for result in examination.results)]
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
    if not drafts:
        return corpus, ()
    ids = {**corpus.ids, "facts": corpus.ids["facts"] - {draft.id for draft in drafts}}
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


def readings(words: str, published: dt.date | None) -> tuple[tuple[Figure, str], ...]:
    """Return how the figures of some words are read, each with a sentence that says why; ``published`` is the article's date."""
    found = [mention.figure for mention in figures.mentions(words, published)] or [
        figures.read(words, published)
    ]
    return tuple((figure, explained(figure)) for figure in found)


def suggest_in(
    folder: Path, progress: Progress = UNWATCHED
) -> tuple[tuple[Suggestion, ...], list[Diagnostic]]:
    """Return what the text files of a folder disagree on, the surest first; no fact files are needed.

    A source is a file, named by its path in the folder. A file that is no UTF-8 is a fault.
    """
    from factsite.analyse import suggest

    progress.stage("load")
    texts, faults = load.texts_in(folder)
    names = progress.each("read articles", texts.items(), len(texts))
    return suggest.suggest((suggest.article(name, lines) for name, lines in names), progress), faults


def suggest_for(
    folder: Path, today: dt.date, progress: Progress = UNWATCHED
) -> tuple[tuple[Suggestion, ...], list[Diagnostic]]:
    """Return what the articles of a site disagree on: what no claim has yet first, then the rest with the claims that have it."""
    from factsite.analyse import suggest

    progress.stage("load")
    corpus, faults = load.load(folder)
    articles = [
        suggest.article(name, text.lines, corpus.sources[name].published, _boilerplate(corpus.sources[name]))
        for name, text in progress.each("read articles", corpus.texts.items(), len(corpus.texts))
    ]
    shared = analyse.shared_texts(corpus.sources, corpus.texts)
    background = background_of(corpus, shared, today)
    claims = progress.each("check claims", corpus.claims, len(corpus.claims))
    rows = [examine(claim, background).row for claim in claims]
    return suggest.unchecked(suggest.suggest(articles, progress), rows), faults


def survey(folder: Path, today: dt.date, progress: Progress = UNWATCHED) -> Survey:
    """Read, analyse and check a site folder, for a comparison; nothing is rendered, and drafts are not there."""
    progress.stage("load")
    corpus, faults = load.load(folder)
    shared = analyse.shared_texts(corpus.sources, corpus.texts)
    published, drafts = without_drafts(corpus)
    background = replace(background_of(corpus, shared, today), drafts=frozenset(draft.id for draft in drafts))
    claims = progress.each("check claims", published.claims, len(published.claims))
    examined = [examine(claim, background) for claim in claims]
    rows = [done.row for done in examined]
    results = [result for done in examined for result in done.results]
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


def _boilerplate(source: Source) -> frozenset[int]:
    """Return the lines of an article that are not its text."""
    return frozenset(
        line for part in source.boilerplate for line in range(part.lines.first, part.lines.last + 1)
    )


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies before an editor who writes a claim: the site as read, what a claim is read against, the rows of those there are."""

    corpus: Corpus
    background: Background
    rows: tuple[Row, ...]
    faults: tuple[Diagnostic, ...]


def desk(folder: Path, today: dt.date, progress: Progress = UNWATCHED, *, verdicts: bool = True) -> Desk:
    """Read a site folder for one who is going to write a claim for it.

    Without ``verdicts``, which articles copy each other is not looked into; that takes long, and only they depend on it.
    """
    progress.stage("load")
    corpus, faults = load.load(folder)
    progress.stage("read articles")
    shared = analyse.shared_texts(corpus.sources, corpus.texts) if verdicts else ()
    background = background_of(corpus, shared, today)
    claims = progress.each("check claims", corpus.claims, len(corpus.claims))
    return Desk(corpus, background, tuple(examine(claim, background).row for claim in claims), tuple(faults))


def search_of(desk: Desk, among: Sequence[str] = (), *, sentence: bool = False) -> Search:
    """Return a search through the articles of a desk, or those that are named."""
    from factsite.analyse.occurrences import Search

    return Search(desk.background, desk.rows, tuple(among) or tuple(desk.corpus.texts), sentence)


def occurrences(words: str, search: Search, progress: Progress = UNWATCHED) -> tuple[Occurrence, ...]:
    """Return where words stand in the articles, or what is near, as it can be cited."""
    from factsite.analyse import occurrences

    return occurrences.occurrences(words, search, progress)


def speaking(claim: str, search: Search, progress: Progress = UNWATCHED) -> tuple[Occurrence, ...]:
    """Return the sentences of articles that speak to a claim, one of each, the best first."""
    from factsite.analyse import speaking

    return speaking.speaking(claim, search, progress)


def speaks_best(claim: str, source: str, lines: LineRange, search: Search) -> tuple[Occurrence, ...]:
    """Return what of some lines to quote for a claim; nothing where they are empty."""
    from factsite.analyse import speaking

    return speaking.speaks_best(claim, source, lines, search)


def similar_claims(claim: str, rows: Iterable[Row]) -> list[str]:
    """Return the ids of claims that say much the same."""
    from factsite.analyse.speaking import similar

    return list(similar(claim, ((row.id, row.claim) for row in rows)))


def key_words(claim: str) -> list[str]:
    """Return the words of a claim that say what it is about, in small letters."""
    from factsite.analyse.wording.words import COMMON, words

    return [word for word in words(claim) if word not in COMMON]


def own_figure(claim: str) -> Figure | None:
    """Return the figure that a claim states, where it states one only."""
    found = [mention.figure for mention in figures.mentions(claim) if is_read(mention.figure)]
    return found[0] if len(found) == 1 else None


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


class Making:
    """All that the pages of a site are made from; each page is made when it is asked for."""

    def __init__(
        self,
        corpus: Corpus,
        background: Background,
        shared: Sequence[Shared],
        examined: Sequence[Examination],
        templating: render.Templates,
        covered: Callable[[], Sequence[Coverage]],
    ) -> None:
        """Take the claims that the site shows as ``examined``, and what gives the coverage when it is called.

        A claim may lead to one that has a file and is not shown; that one is called by its id.
        """
        self.corpus, self.background, self.shared = corpus, background, shared
        self.examined, self.templating, self.covered = examined, templating, covered
        self.rows = [examination.row for examination in examined]
        self.titles: dict[str, str] = {name: name for name in corpus.ids["facts"]}
        self.titles |= {row.id: row.claim for row in self.rows}
        self._measures = analyse.by_measure(self.rows)
        self.besides = render.besides(corpus.site, self.rows)

    def around(self, done: Examination) -> tuple[object, ...]:
        """Return all that a claim's page and data take from other claims."""
        titles, beside = self.titles, self.besides[done.claim.id]
        others = analyse.elsewhere_of(done.row, self._measures)
        linked = (*done.claim.related, *(claim for claims in beside for claim in claims))
        return others, beside, [titles[claim] for claim in linked], [titles[other.claim] for other in others]

    def claim(self, done: Examination) -> tuple[Page, render.ClaimData]:
        """Return a claim's page and its data."""
        others, beside = analyse.elsewhere_of(done.row, self._measures), self.besides[done.claim.id]
        return render.claim_pages(
            done.claim, done.found, self.background, self.titles, others, beside, self.templating
        )

    def views(self) -> tuple[Callable[[], Iterable[Any]], ...]:
        """Return what makes the views of all other pages, a few with each call."""
        return render.site_views(
            self.corpus, self.background.articles, self.shared, self.rows, self.covered, analyse.method()
        )

    def page(self, view: Any) -> Page:
        """Return the page of a view."""
        return self.templating.page(view)

    def gives(self, path: str) -> bool:
        """Say whether a path is that of a file of data that is made from all claims, if the site has it."""
        return render.is_site_data(path)

    def data(self, claims: Sequence[render.ClaimData], views: Iterable[Any]) -> Iterator[Page]:
        """Yield the data of all claims."""
        yield from render.site_data(self.corpus, self.shared, self.rows, self.covered(), claims, views)

    def assets(self) -> Iterator[Page]:
        """Yield the style sheet, scripts and icons."""
        yield from render.site_assets(self.corpus, self.templating)

    def card(self, done: Examination) -> Drawing:
        """Return a claim's card, which has still to be drawn."""
        return render.claim_card(done.claim, done.found, self.background, self.templating)

    def card_faults(self) -> Iterator[Diagnostic]:
        """Yield what the cards have to leave out."""
        return render.card_faults(self.corpus, self.templating)


def _pages(making: Making, progress: Progress) -> Iterator[Page]:
    """Yield every page of the site: each claim's own, then those that are made from the rows."""
    claims_data: list[render.ClaimData] = []
    for done in progress.each("render claims", making.examined, len(making.examined)):
        page, written = making.claim(done)
        yield page
        yield from written.pages
        claims_data.append(written)
    progress.stage("render the site")
    views = [view for make in making.views() for view in make()]
    for view in views:
        yield making.page(view)
    yield from making.data(claims_data, views)
    yield from making.assets()


def examine(claim: Claim, background: Background) -> Examination:
    """Analyse and check one claim."""
    found = analyse.examine_claim(claim, background)
    results = tuple(check.check_claim(claim, found, background))
    return Examination(claim, found, analyse.row_of(claim, found), results)
