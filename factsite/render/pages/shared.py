"""Text that articles share, as the pages of the sources show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.english import listed, number_of
from factsite.render import urls
from factsite.render.views import Link, SharedView
from factsite.values import Show

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factsite.comparisons import Run, Shared, Sharing
    from factsite.model import Corpus, Source

SHOWN = 5
"""So many runs with one other article are shown."""
ARTICLES = 20
"""A source's page shows what it shares with so many others; their number grows with that of all articles."""
NAMED = 4
"""A line names so many others."""
PAIRS = 6
"""The list of sources names so many pairs that copy each other."""


def strongest(shared: Iterable[Shared]) -> list[Shared]:
    """Return what an article shares with others: first what copies it, then what shares most."""
    return sorted(shared, key=_strength, reverse=True)


def _strength(pair: Shared) -> tuple[bool, int, int]:
    return pair.copied, pair.runs[0].words if pair.runs else 0, len(pair.sentences)


def shares(source: str, corpus: Corpus, shared: Sequence[Shared]) -> str:
    """Return in a line what an article shares with others: "shares 34 words in a row with Courier"."""
    parts = [
        f"{number_of(pair.runs[0].words, 'word')} in a row with {corpus.sources[_other(pair, source)].label}"
        for pair in shared
        if pair.runs
    ]
    if len(parts) > NAMED + 1:
        more = number_of(len(parts) - NAMED, "other article")
        return f"shares {', '.join(parts[:NAMED])}, and words in a row with {more}"
    return f"shares {listed(parts)}" if parts else ""


def copying(corpus: Corpus, shared: Sharing) -> str:
    """Say which articles copy each other, or that none does and how many words in a row two of them share at most."""
    labels = {source.id: source.label for source in corpus.sources.values()}
    pairs = [f"{labels[pair.one]} and {labels[pair.other]}" for pair in shared.copies()]
    if pairs:
        if len(pairs) > PAIRS + 1:
            pairs[PAIRS:] = [f"and {number_of(len(pairs) - PAIRS, 'other pair')}"]
        return f"Articles that copy each other count as one: {'; '.join(pairs)}."
    if shared.longest:
        words = number_of(shared.longest, "word")
        return f"No article here copies another: no two share more than {words} in a row."
    return "No article here copies another: no two share eight words in a row."


def shared_views(source: Source, corpus: Corpus, shared: Sequence[Shared]) -> tuple[SharedView, ...]:
    """Return what an article shares with the others that share most."""
    return tuple(_view(source, corpus, pair) for pair in shared[:ARTICLES])


def further(shared: Sequence[Shared]) -> str:
    """Say of how many more articles nothing is shown."""
    more = len(shared) - ARTICLES
    shares = "shares" if more == 1 else "share"
    return f"{number_of(more, 'other article')} {shares} no more than the last of these." if more > 0 else ""


def _view(source: Source, corpus: Corpus, pair: Shared) -> SharedView:
    other = corpus.sources[_other(pair, source.id)]
    parts = [f"{number_of(pair.runs[0].words, 'word')} in a row"] if pair.runs else []
    if pair.sentences:
        parts.append(f"{number_of(len(pair.sentences), 'sentence')} nearly word for word")
    shown = source.show is Show.FULL and other.show is Show.FULL
    return SharedView(
        Link(urls.source(other.id), other.label),
        listed(parts),
        pair.copied,
        tuple(_places(source, other, pair, shown=shown)),
    )


def _places(
    source: Source, other: Source, pair: Shared, *, shown: bool
) -> Iterator[tuple[str, Link, Link, str]]:
    """Yield what stands where: the runs, then the sentences."""
    for run in pair.runs[:SHOWN]:
        here, there = _lines(pair, source.id, run.line, run.other_line)
        yield (
            number_of(run.words, "word"),
            _line("", here),
            _line(urls.source(other.id), there),
            _quoted(run, shown=shown),
        )
    for one, second in pair.sentences[:SHOWN]:
        here, there = _lines(pair, source.id, one, second)
        yield "nearly the same sentence", _line("", here), _line(urls.source(other.id), there), ""


def _lines(pair: Shared, source: str, one: int, other: int) -> tuple[int, int]:
    return (one, other) if source == pair.one else (other, one)


def _line(page: str, number: int) -> Link:
    return Link(f"{page}#L{number}", f"line {number}")


def _quoted(run: Run, *, shown: bool) -> str:
    return run.text if shown else ""


def _other(pair: Shared, source: str) -> str:
    return pair.other if source == pair.one else pair.one
