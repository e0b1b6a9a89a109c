"""Rows to the pages that list claims: the front page, topics and verdict classes, and the pages of old addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.english import number_of
from factsite.render import urls
from factsite.render.frames import class_mark, frame, mark
from factsite.render.pages.comparisons import witnesses
from factsite.render.pages.order import by_topic, grouped
from factsite.render.pages.sources import source_items
from factsite.render.pictures.rows import strip_view
from factsite.render.pictures.tallies import tally_views
from factsite.render.views import ClaimItem, Group, IndexView, Link, ListView, RedirectView, Side
from factsite.values import Stance, VerdictClass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.comparisons import Shared
    from factsite.findings import Coverage, Row
    from factsite.model import Corpus, Site
    from factsite.render.pages.sources import Citations
    from factsite.render.views.pictures import TallyView
    from factsite.values import Id

LEADING = 3
"""So many disagreements lead the front page."""

NONE = {
    VerdictClass.SUPPORTED: "No claim is supported.",
    VerdictClass.REFUTED: "No claim is refuted.",
}
"""What the page of a verdict says where no claim has it."""

EACH_SIDE = 3
"""So many articles on each side show what a disagreement is about."""


def claim_item(row: Row, corpus: Corpus, *, sides: bool = False) -> ClaimItem:
    """Return a claim as lists show it, with the figures or words that disagree where ``sides`` says so."""
    strip = strip_view(row.scale, corpus.sources, brief=True) if sides else None
    return ClaimItem(
        href=urls.claim(row.id),
        claim=row.claim,
        summary=row.summary,
        mark=mark(corpus.site, row.verdict),
        witnesses=witnesses(row),
        withdrawn=row.withdrawn is not None,
        sides=tuple(_sides(row, corpus)) if sides and strip is None else (),
        strip=strip,
        why=row.why if sides else "",
    )


def _sides(row: Row, corpus: Corpus) -> Iterator[Side]:
    """Yield what the articles say for a claim, then what they say against it, each article once a side."""
    for stance in (Stance.SUPPORTS, Stance.REFUTES):
        first = {cited.source: cited for cited in reversed(row.cited) if cited.stance is stance}
        side = [cited for cited in row.cited if first.get(cited.source) is cited]
        for cited in side[:EACH_SIDE]:
            href = urls.source(cited.source, cited.lines)
            yield Side(
                str(stance), cited.words, f"read as {cited.reading}" if cited.reading and row.measure else "",
                cited.lines.printed, corpus.sources[cited.source].label, href,
            )  # fmt: skip


def index_view(
    corpus: Corpus,
    rows: Sequence[Row],
    cited: Mapping[str, Citations],
    shared: Sequence[Shared],
    covered: Sequence[Coverage],
) -> IndexView:
    """Return the front page: disagreements first, then all claims by topic, then the sources.

    Of the disagreements those on amounts and dates lead, and among them those that most articles speak to.
    """
    site = corpus.site
    by_class = grouped(rows, lambda row: verdict_class(corpus, row))
    conflicting = [row for row in by_class.get(VerdictClass.CONFLICTING, ()) if row.withdrawn is None]
    conflicting.sort(key=lambda row: (row.measure is None, -row.witnesses.articles, -row.quotations, row.id))
    credited = number_of(len(frozenset().union(*(row.witnesses.credited for row in rows))), "origin")
    facts = (
        number_of(len(corpus.sources), "article"),
        number_of(len(rows), "claim"),
        Link(urls.ORIGINS, f"{credited} credited"),
        f"{number_of(sum(row.quotations for row in rows), 'quotation')} verified",
    )
    return IndexView(
        frame=frame(site, urls.INDEX, site.title, site.description or site.title),
        description=site.description,
        facts=facts,
        tallies=_tallies(corpus, rows),
        disagreements=tuple(claim_item(row, corpus, sides=True) for row in conflicting[:LEADING]),
        groups=tuple(_by_topic(corpus, rows)),
        sources=source_items(corpus, cited, shared, covered),
    )


def verdict_class(corpus: Corpus, row: Row) -> VerdictClass:
    """Return the class of a claim's verdict."""
    return corpus.site.scale[row.verdict].verdict_class


def _by_topic(corpus: Corpus, rows: Sequence[Row]) -> Iterator[Group]:
    """Yield the claims by topic."""
    groups = by_topic(corpus.site, rows)
    for name, group in groups:
        heading, href = topic_heading(corpus.site, name, alone=len(groups) == 1)
        items = tuple(claim_item(row, corpus) for row in group)
        yield Group(heading, href, items, _tallies(corpus, group))


def topic_heading(site: Site, name: Id | None, *, alone: bool) -> tuple[str, str | None]:
    """Return a topic's name and its page; claims without one have a heading all the same."""
    if name is None:
        return "All claims" if alone else "Other claims", None
    return site.topics[name].name, urls.topic(name)


def _tallies(corpus: Corpus, rows: Sequence[Row]) -> tuple[TallyView, ...]:
    return tally_views(corpus.site, [verdict_class(corpus, row) for row in rows])


def topic_views(corpus: Corpus, rows: Sequence[Row]) -> Iterator[ListView]:
    """Yield a page for every topic."""
    groups = grouped(rows, lambda row: row.topic)
    siblings = tuple(Link(urls.topic(name), topic.name) for name, topic in corpus.site.topics.items())
    for name, topic in corpus.site.topics.items():
        yield ListView(
            frame=frame(
                corpus.site, urls.topic(name), topic.name, topic.description or f"Claims about {topic.name}."
            ),
            kind="Topic",
            heading=topic.name,
            mark=None,
            description=topic.description,
            items=tuple(claim_item(row, corpus) for row in groups.get(name, ())),
            siblings=siblings,
            empty="No claim is listed here yet.",
        )


def verdict_views(corpus: Corpus, rows: Sequence[Row]) -> Iterator[ListView]:
    """Yield a page for every verdict class."""
    by_class = grouped(rows, lambda row: verdict_class(corpus, row))
    siblings = tuple(Link(urls.verdict(kind), class_mark(corpus.site, kind).label) for kind in VerdictClass)
    for kind in VerdictClass:
        verdict = class_mark(corpus.site, kind)
        yield ListView(
            frame=frame(
                corpus.site, urls.verdict(kind), verdict.label, f"Claims with the verdict “{verdict.label}”."
            ),
            kind="Verdict",
            heading=verdict.label,
            mark=verdict,
            description=None,
            items=tuple(claim_item(row, corpus) for row in by_class.get(kind, ())),
            siblings=siblings,
            empty=NONE.get(kind, "No claim has this verdict."),
        )


def redirect_views(corpus: Corpus, rows: Sequence[Row]) -> Iterator[RedirectView]:
    """Yield a page for every address that a claim had before."""
    for row in rows:
        for alias in row.aliases:
            yield RedirectView(
                frame=frame(corpus.site, urls.claim(alias), row.claim, row.summary),
                claim=Link(urls.claim(row.id), row.claim),
            )
