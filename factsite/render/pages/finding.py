"""Rows to what readers find claims by: the choices of a list that is filtered in place, and the page of the search."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factsite.english import number_of
from factsite.render import urls
from factsite.render.frames import class_mark, frame
from factsite.render.pictures.tallies import tally_views
from factsite.render.views import Choice, Link, SearchView, Sieve
from factsite.values import VerdictClass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factsite.findings import Row
    from factsite.model import Corpus

FEWEST = 6
"""A list with fewer claims is seen at a glance, and not filtered."""


def verdict_class(corpus: Corpus, row: Row) -> VerdictClass:
    """Return the class of a claim's verdict."""
    return corpus.site.scale[row.verdict].verdict_class


def facets(kind: str, sources: Iterable[str], verdict: str = "", topic: str | None = None) -> tuple[str, ...]:
    """Return what the search filters a page by: its kind (claim or article), verdict class, topic and articles."""
    given = (
        ("kind", kind),
        ("verdict", verdict),
        ("topic", topic),
        *(("source", name) for name in sorted(set(sources))),
    )
    return tuple(f"{name}:{value}" for name, value in given if value)


def choices(names: Mapping[str, str], values: Iterable[str | None]) -> tuple[Choice, ...]:
    """Return the values that claims have, in the order of the names, with how many have each."""
    counts = Counter(values)
    return tuple(Choice(value, words, counts[value]) for value, words in names.items() if counts[value])


def topic_choices(corpus: Corpus, rows: Sequence[Row]) -> tuple[Choice, ...]:
    """Return the topics of claims."""
    return choices(
        {name: topic.name for name, topic in corpus.site.topics.items()}, (row.topic for row in rows)
    )


def source_choices(corpus: Corpus, rows: Sequence[Row]) -> tuple[Choice, ...]:
    """Return the articles that claims name."""
    names = {source.id: source.label for source in corpus.sources.values()}
    return choices(names, (name for row in rows for name in row.sources))


def sieve(corpus: Corpus, rows: Sequence[Row]) -> Sieve | None:
    """Return what a list of these claims is filtered by; None where it is too short for that."""
    if len(rows) < FEWEST:
        return None
    verdicts = {str(kind): class_mark(corpus.site, kind).label for kind in VerdictClass}
    found = (
        choices(verdicts, (str(verdict_class(corpus, row)) for row in rows)),
        topic_choices(corpus, rows),
        source_choices(corpus, rows),
    )
    return Sieve(*(kind if len(kind) > 1 else () for kind in found))


def search_view(corpus: Corpus, rows: Sequence[Row]) -> SearchView:
    """Return the page of the search."""
    site = corpus.site
    by_verdict = tally_views(site, [verdict_class(corpus, row) for row in rows])
    ways = (
        ("By verdict", tuple(Link(tally.href, tally.mark.label) for tally in by_verdict)),
        ("By topic", tuple(Link(urls.topic(name), topic.name) for name, topic in site.topics.items())),
        (
            "By article",
            tuple(Link(urls.source(source.id), source.label) for source in corpus.sources.values()),
        ),
    )
    return SearchView(
        frame=frame(
            site, urls.SEARCH, "Search", "Find claims, quotations and lines of the articles by their words."
        ),
        tallies=by_verdict,
        topics=topic_choices(corpus, rows),
        sources=source_choices(corpus, rows),
        all_claims=Link(urls.CLAIMS, f"All {number_of(len(rows), 'claim')}"),
        ways=tuple(way for way in ways if way[1]),
    )
