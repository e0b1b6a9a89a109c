"""Rows to what readers find claims by: the choices of a list that is filtered in place, and the page of the search."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any

from factsite.english import number_of
from factsite.render import urls
from factsite.render.frames import class_mark, frame
from factsite.render.pictures.tallies import tally_views
from factsite.render.sheets import Sheet
from factsite.render.views import Choice, Link, SearchView, Sieve
from factsite.values import VerdictClass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factsite.findings import Row
    from factsite.model import Corpus, Site
    from factsite.render.sheets import Labels

CHOICES = 100
"""The search can be limited to any article where there are so many at most, and else to those that most claims name."""

FEWEST = 6
"""A list with fewer claims is seen at a glance, and not filtered."""


def verdicts(site: Site, rows: Iterable[Row]) -> Counter[VerdictClass]:
    """Return how many claims have a verdict of each class."""
    found: Counter[VerdictClass] = Counter()
    scale = site.scale
    for verdict, count in Counter([row.verdict for row in rows]).items():
        found[scale[verdict].verdict_class] += count
    return found


def facets(kind: str, sources: Iterable[str], verdict: str = "", topic: str | None = None) -> tuple[str, ...]:
    """Return what the search filters a page by: its kind (claim or article), verdict class, topic and articles."""
    given = (
        ("kind", kind),
        ("verdict", verdict),
        ("topic", topic),
        *(("source", name) for name in sorted(set(sources))),
    )
    return tuple(f"{name}:{value}" for name, value in given if value)


def choices(names: Mapping[str, str], counts: Mapping[Any, int]) -> tuple[Choice, ...]:
    """Return the values that claims have, in the order of the names, with how many have each."""
    return tuple(Choice(value, words, counts[value]) for value, words in names.items() if counts.get(value))


def topic_choices(corpus: Corpus, counts: Mapping[str | None, int]) -> tuple[Choice, ...]:
    """Return the topics of claims."""
    return choices({name: topic.name for name, topic in corpus.site.topics.items()}, counts)


def source_choices(corpus: Corpus, counts: Mapping[str, int]) -> tuple[Choice, ...]:
    """Return the articles that claims name."""
    names = [name for name in corpus.sources if name in counts]
    return choices({name: corpus.sources[name].label for name in names}, counts)


def topics_of(rows: Iterable[Row]) -> Counter[str | None]:
    """Return how many claims each topic has."""
    return Counter([row.topic for row in rows])


def sources_of(rows: Iterable[Row]) -> Counter[str]:
    """Return how many claims name each source."""
    return Counter(chain.from_iterable([row.sources for row in rows]))


def sieve(corpus: Corpus, rows: Sequence[Row]) -> Sieve | None:
    """Return what a list of these claims is filtered by; None where it is too short for that."""
    if len(rows) < FEWEST:
        return None
    labels = {str(kind): class_mark(corpus.site, kind).label for kind in VerdictClass}
    found = (
        choices(labels, verdicts(corpus.site, rows)),
        topic_choices(corpus, topics_of(rows)),
        source_choices(corpus, sources_of(rows)),
    )
    return Sieve(*(kind if len(kind) > 1 else () for kind in found))


def search_sheet(
    corpus: Corpus, rows: Sequence[Row], naming: Mapping[str, Sequence[Row]], labels: Labels
) -> Sheet:
    """Return the page of the search; it tells of claims only how many there are. ``naming`` are those that name each source."""
    by_source = {name: len(group) for name, group in naming.items()}
    counts = verdicts(corpus.site, rows), topics_of(rows), by_source
    counted = tuple(tuple(sorted((str(name), count) for name, count in one.items())) for one in counts)
    shown = most_named(corpus, counts[2])
    rest = (len(rows), counted, len(corpus.sources), labels.named(shown))
    return Sheet(urls.SEARCH, (), (), rest, lambda: _search_view(corpus, len(rows), *counts))


def most_named(corpus: Corpus, counts: Mapping[str, int]) -> list[str]:
    """Return the articles that most claims name, in the order of the list; all where there are not too many."""
    if len(corpus.sources) <= CHOICES:
        return list(corpus.sources)
    return [name for name, _ in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:CHOICES]]


def _search_view(
    corpus: Corpus,
    claims: int,
    by_verdict: Mapping[VerdictClass, int],
    by_topic: Mapping[str | None, int],
    by_source: Mapping[str, int],
) -> SearchView:
    site = corpus.site
    tallies = tally_views(site, by_verdict)
    shown = most_named(corpus, by_source)
    articles = [Link(urls.source(name), corpus.sources[name].label) for name in corpus.sources]
    if len(articles) > len(shown):
        articles = [Link(urls.SOURCES, f"All {number_of(len(articles), 'article')}")]
    ways = (
        ("By verdict", tuple(Link(tally.href, tally.mark.label) for tally in tallies)),
        ("By topic", tuple(Link(urls.topic(name), topic.name) for name, topic in site.topics.items())),
        ("By article", tuple(articles)),
    )
    return SearchView(
        frame=frame(
            site, urls.SEARCH, "Search", "Find claims, quotations and lines of the articles by their words."
        ),
        tallies=tallies,
        topics=topic_choices(corpus, by_topic),
        sources=source_choices(corpus, {name: by_source[name] for name in shown if name in by_source}),
        all_claims=Link(urls.CLAIMS, f"All {number_of(claims, 'claim')}"),
        ways=tuple(way for way in ways if way[1]),
    )
