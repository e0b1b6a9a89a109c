"""The straight line: a site folder in, its pages out.

A build is a map over facts and a fold over rows, twice. Facts are examined one by one (``facts``), which gives a row of each, and what a
claim says on its own page. When all rows are known, so is what each claim says of others, and what every other page says
(``printing``). Where all that something was made from is as it was at the last build, it is left as it is (``memo``).
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from factsite import analyse, check, load
from factsite.blame import noted
from factsite.diagnostic import sort_key
from factsite.facts import Facts, Setting
from factsite.findings import Background
from factsite.frozen import dataclass
from factsite.hands import alone, apart, here
from factsite.memo.ledger import KnownSpans, Past, made_from, marks_of
from factsite.progress import UNWATCHED
from factsite.values import Switch

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from factsite.analyse import Article
    from factsite.comparisons import Sharing
    from factsite.diagnostic import Diagnostic
    from factsite.findings import Row, SourceFindings
    from factsite.hands import Hands
    from factsite.memo.ledger import Ledger
    from factsite.model import Claim, Corpus
    from factsite.progress import Progress
    from factsite.publish import Publication, Shelf
    from factsite.values import BaseAddress

AT_ONCE = 8
"""So many articles are read at once."""

MANY = 64
"""So many take enough memory to be folded in a process of its own."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build: all diagnostics by place, how many checks were made, the site as it was read, and the rows of its claims.

    ``drafts`` counts the claims that are left out because they are drafts. ``ledger`` is what the next build may want to know
    of this one; there is none where no site was printed, as where a diagnostic is an error.
    """

    diagnostics: tuple[Diagnostic, ...]
    checks: int
    corpus: Corpus
    rows: tuple[Row, ...]
    drafts: int = 0
    ledger: Ledger | None = None

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return len(self.rows)

    @property
    def sources(self) -> int:
        """How many sources there are."""
        return len(self.corpus.sources)


def build(
    folder: Path,
    templates: Sequence[Path],
    today: dt.date,
    *,
    base_url: BaseAddress | None = None,
    cards: bool = True,
    instead: Mapping[str, bytes] = MappingProxyType({}),
    into: Publication | Shelf | None = None,
    past: Past | None = None,
    hands: Hands = alone,
    progress: Progress = UNWATCHED,
) -> Outcome:
    """Read, analyse and check a site folder; where it holds, print what is new of its site ``into`` a place, if one is given.

    ``templates`` are the folders to take templates from, the first that has one wins; ``today`` is the build date.
    ``base_url``, if given, takes the place of the site's own; without ``cards``, the site is made as if it said so itself.
    ``instead`` has the content of files that is read in place of what stands in the folder. ``past`` is what the last build left,
    and ``hands`` do what is done claim by claim and page by page.
    """
    progress.stage("load")
    corpus, faults = load.load(folder, instead, facts=False)
    corpus = as_asked(corpus, base_url, cards=cards)
    progress.stage("read articles")
    past = past or Past()
    kind, whole = ("copies", True) if into is None else ("articles", False)
    shared, articles = past.thing(
        kind,
        _of_articles(corpus),
        lambda: read_articles(corpus, hands, whole=whole),
        apart if len(corpus.texts) >= MANY and hands is not alone else here,
    )
    background = background_of(corpus, shared, articles)
    past = past.of(made_from(corpus, past.state), marks_of(corpus, shared, background.copies))
    setting = Setting(str(folder), background, tuple(templates), past.state)
    facts = Facts(setting, past, None if any_error(faults) else into, hands)
    facts.examine({name: file_of(name) for name in sorted(corpus.ids["facts"])}, instead, progress)
    progress.stage("check the site")
    drafts = [row for row in facts.rows if row.draft]
    rows = tuple(row for row in facts.rows if not row.draft)
    published = without(
        drafts, replace(corpus, digests=dict(sorted([*corpus.digests.items(), *facts.digests.items()])))
    )
    results = [*facts.check_dates(rows, today)]
    results += check.check_links(rows, published.ids["facts"], published.ids["drafts"])
    results += check.check_site(published, rows, today)
    found = [*faults, *facts.faults, *filter(None, results)]
    found += filter(None, facts.check_dates(drafts, today))
    found += filter(None, check.check_links(drafts, corpus.ids["facts"]))
    diagnostics, ledger = list(judged(found, (draft.id for draft in drafts))), None
    if into is not None and not any_error(diagnostics):
        ledger, more = printed(published, background, shared, facts, progress)
        diagnostics += more
    diagnostics.sort(key=sort_key)
    return Outcome(tuple(diagnostics), facts.checks + len(results), published, rows, len(drafts), ledger)


def printed(
    corpus: Corpus, background: Background, shared: Sharing, facts: Facts, progress: Progress
) -> tuple[Ledger | None, list[Diagnostic]]:
    """Print what is new of a site; return what is to be known of all of it, and what its own templates and its cards have wrong."""
    from factsite import printing, render
    from factsite.making import Making

    rows = [row for row in facts.rows if not row.draft]
    try:
        if facts.broken:
            raise render.TemplateFaultError(facts.broken)
        templating = facts.setting.templating()
        spans = KnownSpans()
        covered = analyse.coverage_by_source(corpus, rows, spans)
        making = Making(corpus, background, shared, rows, templating, covered)
        ledger = printing.print_site(making, spans, facts, progress)
        return ledger, list(making.card_faults()) if corpus.site.has_cards else []
    except render.TemplateFaultError as fault:
        return None, [fault.diagnostic]


def as_asked(corpus: Corpus, base_url: BaseAddress | None, *, cards: bool) -> Corpus:
    """Return a corpus with what a command says in place of its site.yaml."""
    if base_url is not None:
        corpus = replace(corpus, site=replace(corpus.site, base_url=base_url))
    if not cards:
        corpus = replace(corpus, site=replace(corpus.site, cards=Switch.NO))
    return corpus


def without(drafts: Iterable[Row | Claim], corpus: Corpus) -> Corpus:
    """Return the corpus as if there were no drafts, but for their ids."""
    names = frozenset(draft.id for draft in drafts)
    ids = {**corpus.ids, "facts": corpus.ids["facts"] - names, "drafts": names}
    return replace(corpus, claims=tuple(claim for claim in corpus.claims if claim.id not in names), ids=ids)


def without_drafts(corpus: Corpus) -> tuple[Corpus, tuple[Claim, ...]]:
    """Return the corpus as if there were no drafts, and the drafts."""
    drafts = tuple(claim for claim in corpus.claims if claim.is_draft)
    return without(drafts, corpus), drafts


def judged(faults: Iterable[Diagnostic], drafts: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield the faults; those of drafts keep nothing from being published, so they are warnings."""
    unfinished = {file_of(draft) for draft in drafts}
    for fault in faults:
        yield replace(fault, severity="warning") if fault.place.file in unfinished else fault


def any_error(faults: Iterable[Diagnostic]) -> bool:
    """Say whether anything keeps a site from being published."""
    return any(fault.severity == "error" for fault in faults)


def file_of(claim: str) -> str:
    """Return the fact file of a claim."""
    return f"content/facts/{claim}.yaml"


def read_articles(
    corpus: Corpus, hands: Hands, *, whole: bool = False
) -> tuple[Sharing, Mapping[str, SourceFindings]]:
    """Return what the articles share with each other, and what is found out about each.

    No page tells of them where each is looked at as a ``whole``: only what those share that copy each other is found.
    """

    def read_one(name: str) -> Article:
        return analyse.read_article(corpus.sources[name], corpus.texts[name], corpus.origins, whole=whole)

    def read_some(names: Sequence[str]) -> list[Article]:
        try:
            return [read_one(name) for name in names]
        except Exception as fault:
            noted(
                fault, ((f"while the article of {name} was read", partial(read_one, name)) for name in names)
            )
            raise

    names = list(corpus.texts)
    tasks = [names[start : start + AT_ONCE] for start in range(0, len(names), AT_ONCE)]
    read = dict(zip(names, chain.from_iterable(hands(read_some, tasks)), strict=True))
    among = analyse.copying_among if whole else analyse.shared_among
    shared = among({name: article.prints for name, article in read.items()}, corpus.texts)
    return shared, {name: article.findings for name, article in read.items()}


def _of_articles(corpus: Corpus) -> list[str]:
    """Return all that is read of the articles, by the digests of the files."""
    no_matter = "content/pages/", "content/site.yaml"
    return [
        part
        for file, digest in corpus.digests.items()
        if not file.startswith(no_matter)
        for part in (file, digest)
    ]


def background_of(
    corpus: Corpus, shared: Sharing, articles: Mapping[str, SourceFindings] | None = None
) -> Background:
    """Return what each claim of a corpus is read against; what was found out about the articles is found out now if it is not given."""
    if articles is None:
        articles = {
            name: analyse.examine_source(corpus.sources[name], text, corpus.origins)
            for name, text in corpus.texts.items()
        }
    return Background(
        site=corpus.site, sources=corpus.sources, texts=corpus.texts, origins=corpus.origins,
        origins_lost=corpus.origins_lost, ids=corpus.ids, articles=articles,
        called=analyse.called(corpus.origins),
        copies=analyse.copies_of(shared.copies()),
    )  # fmt: skip
