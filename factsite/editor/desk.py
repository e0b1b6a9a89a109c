"""What lies before an editor at work: the site as it is, and what can be found and read in its articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factsite import analyse, load
from factsite.analyse import figures, suggest
from factsite.analyse import occurrences as finding
from factsite.analyse import speaking as speech
from factsite.analyse.evidence import is_read
from factsite.analyse.figures.explained import explained
from factsite.analyse.wording.words import COMMON, words
from factsite.comparisons import Sharing
from factsite.facts import examine
from factsite.pipeline import background_of
from factsite.progress import UNWATCHED

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from factsite.analyse.occurrences import Search
    from factsite.diagnostic import Diagnostic
    from factsite.findings import Background, Figure, Occurrence, Row, Suggestion
    from factsite.model import Corpus, Source
    from factsite.progress import Progress
    from factsite.values import LineRange


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies before an editor who writes a claim: the site as read, what a claim is read against, the rows of those there are."""

    corpus: Corpus
    background: Background
    rows: tuple[Row, ...]
    faults: tuple[Diagnostic, ...]


def desk(folder: Path, progress: Progress = UNWATCHED, *, verdicts: bool = True) -> Desk:
    """Read a site folder for one who is going to write a claim for it.

    Without ``verdicts``, which articles copy each other is not looked into; that takes long, and only they depend on it.
    """
    progress.stage("load")
    corpus, faults = load.load(folder)
    progress.stage("read articles")
    shared = analyse.shared_texts(corpus.sources, corpus.texts) if verdicts else Sharing()
    background = background_of(corpus, shared)
    claims = progress.each("check claims", corpus.claims, len(corpus.claims))
    return Desk(corpus, background, tuple(examine(claim, background).row for claim in claims), tuple(faults))


def search_of(desk: Desk, among: Sequence[str] = (), *, sentence: bool = False) -> Search:
    """Return a search through the articles of a desk, or those that are named."""
    return finding.Search(desk.background, desk.rows, tuple(among) or tuple(desk.corpus.texts), sentence)


def occurrences(words: str, search: Search, progress: Progress = UNWATCHED) -> tuple[Occurrence, ...]:
    """Return where words stand in the articles, or what is near, as it can be cited."""
    return finding.occurrences(words, search, progress)


def speaking(claim: str, search: Search, progress: Progress = UNWATCHED) -> tuple[Occurrence, ...]:
    """Return the sentences of articles that speak to a claim, one of each, the best first."""
    return speech.speaking(claim, search, progress)


def speaks_best(claim: str, source: str, lines: LineRange, search: Search) -> tuple[Occurrence, ...]:
    """Return what of some lines to quote for a claim; nothing where they are empty."""
    return speech.speaks_best(claim, source, lines, search)


def similar_claims(claim: str, rows: Iterable[Row]) -> list[str]:
    """Return the ids of claims that say much the same."""
    return list(speech.similar(claim, ((row.id, row.claim) for row in rows)))


def key_words(claim: str) -> list[str]:
    """Return the words of a claim that say what it is about, in small letters."""
    return [word for word in words(claim) if word not in COMMON]


def own_figure(claim: str) -> Figure | None:
    """Return the figure that a claim states, where it states one only."""
    found = [mention.figure for mention in figures.mentions(claim) if is_read(mention.figure)]
    return found[0] if len(found) == 1 else None


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
    progress.stage("load")
    texts, faults = load.texts_in(folder)
    names = progress.each("read articles", texts.items(), len(texts))
    return suggest.suggest((suggest.article(name, lines) for name, lines in names), progress), faults


def suggest_for(
    folder: Path, progress: Progress = UNWATCHED
) -> tuple[tuple[Suggestion, ...], list[Diagnostic]]:
    """Return what the articles of a site disagree on: what no claim has yet first, then the rest with the claims that have it."""
    progress.stage("load")
    corpus, faults = load.load(folder)
    articles = [
        suggest.article(name, text.lines, corpus.sources[name].published, _boilerplate(corpus.sources[name]))
        for name, text in progress.each("read articles", corpus.texts.items(), len(corpus.texts))
    ]
    shared = analyse.shared_texts(corpus.sources, corpus.texts)
    background = background_of(corpus, shared)
    claims = progress.each("check claims", corpus.claims, len(corpus.claims))
    rows = [examine(claim, background).row for claim in claims]
    return suggest.unchecked(suggest.suggest(articles, progress), rows), faults


def _boilerplate(source: Source) -> frozenset[int]:
    """Return the lines of an article that are not its text."""
    return frozenset(
        line for part in source.boilerplate for line in range(part.lines.first, part.lines.last + 1)
    )
