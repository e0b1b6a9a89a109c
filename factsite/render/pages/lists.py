"""Rows to the pages that list claims: the front page, all claims, topics, verdict classes; and the pages of old addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factsite.english import number_of
from factsite.render import urls
from factsite.render.frames import class_mark, frame, mark
from factsite.render.pages.comparisons import witnesses
from factsite.render.pages.finding import sieve, verdict_class
from factsite.render.pages.order import by_topic, grouped, topic_heading
from factsite.render.pages.paging import batches, paging
from factsite.render.pages.sources import source_items
from factsite.render.pictures.rows import strip_view
from factsite.render.pictures.tallies import tally_views
from factsite.render.views import (
    ClaimItem,
    Group,
    IndexView,
    Link,
    ListView,
    RedirectView,
    Side,
)
from factsite.values import Stance, VerdictClass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.comparisons import Shared
    from factsite.findings import Coverage, Row
    from factsite.model import Corpus
    from factsite.render.pages.sources import Citations
    from factsite.render.views.pictures import TallyView

LEADING = 3
"""So many disagreements lead the front page."""

MOST = 100
"""The front page lists all claims where there are so many at most, and else the first few of each topic."""

FEW = 5
"""So many of each topic."""

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
        topic=row.topic or "",
        sources=" ".join(sorted(row.sources)),
        articles=row.witnesses.articles,
        checked=row.checked.isoformat(),
        sides=tuple(_sides(row, corpus)) if sides and strip is None else (),
        strip=strip,
        why=row.why if sides else "",
        draft=row.draft,
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
    """Return the front page: disagreements first, then the claims by topic, then the sources."""
    site = corpus.site
    conflicting = disagreeing(corpus, rows)
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
        more=Link(urls.DISCREPANCIES, f"All {number_of(len(conflicting), 'discrepancy')}")
        if len(conflicting) > LEADING
        else None,
        groups=tuple(_by_topic(corpus, rows, len(rows) if len(rows) <= MOST else FEW)),
        sieve=sieve(corpus, rows) if len(rows) <= MOST else None,
        all_claims=Link(urls.CLAIMS, f"All {number_of(len(rows), 'claim')} with their summaries"),
        sources=source_items(corpus, cited, shared, covered),
    )


def disagreeing(corpus: Corpus, rows: Sequence[Row]) -> list[Row]:
    """Return the claims on which articles disagree, the sharpest first.

    Those on amounts and dates lead, and among them those that most articles speak to.
    """
    found = [
        row
        for row in rows
        if verdict_class(corpus, row) is VerdictClass.CONFLICTING and row.withdrawn is None
    ]
    return sorted(
        found, key=lambda row: (row.measure is None, -row.witnesses.articles, -row.quotations, row.id)
    )


def _by_topic(corpus: Corpus, rows: Sequence[Row], most: int) -> Iterator[Group]:
    """Yield the claims by topic, so many of each at most."""
    for name, group in by_topic(corpus.site, rows):
        heading, href = topic_heading(corpus.site, name)
        more = f"All {number_of(len(group), 'claim')}" if href and len(group) > most else ""
        items = tuple(claim_item(row, corpus) for row in group[:most])
        yield Group(heading, href, items, _tallies(corpus, group), more)


def _tallies(corpus: Corpus, rows: Sequence[Row]) -> tuple[TallyView, ...]:
    return tally_views(corpus.site, [verdict_class(corpus, row) for row in rows])


def list_views(
    corpus: Corpus, here: str, rows: Sequence[Row], title: str, about: str, **same: Any
) -> Iterator[ListView]:
    """Yield the pages of a list of claims, as many as it takes; ``same`` is what they have in common."""
    for number, batch in enumerate(batches(rows), 1):
        words = title if number == 1 else f"{title}, page {number}"
        yield ListView(
            frame=frame(corpus.site, urls.batch(here, number), words, about),
            first=here,
            items=tuple(claim_item(row, corpus) for row in batch),
            sieve=sieve(corpus, batch),
            paging=paging(here, number, len(rows)),
            **same,
        )


def claims_views(corpus: Corpus, rows: Sequence[Row]) -> Iterator[ListView]:
    """Yield the pages that list all claims, topic by topic."""
    ordered = [row for _, group in by_topic(corpus.site, rows) for row in group]
    yield from list_views(
        corpus, urls.CLAIMS, ordered, "All claims", "All claims of this site, topic by topic.",
        kind="Claims", heading="All claims", mark=None, description=None,
        siblings=tuple(_topics(corpus)), empty="No claim has been published yet.",
    )  # fmt: skip


def _topics(corpus: Corpus) -> Iterator[Link]:
    """Yield the links between the lists of all claims and of the topics."""
    yield Link(urls.CLAIMS, "All")
    for name, topic in corpus.site.topics.items():
        yield Link(urls.topic(name), topic.name)


def topic_views(corpus: Corpus, rows: Sequence[Row]) -> Iterator[ListView]:
    """Yield the pages of every topic."""
    groups = grouped(rows, lambda row: row.topic)
    siblings = tuple(_topics(corpus))
    for name, topic in corpus.site.topics.items():
        yield from list_views(
            corpus, urls.topic(name), groups.get(name, []), topic.name,
            topic.description or f"Claims about {topic.name}.",
            kind="Topic", heading=topic.name, mark=None, description=topic.description,
            siblings=siblings, empty="No claim is listed here yet.",
        )  # fmt: skip


def verdict_views(corpus: Corpus, rows: Sequence[Row]) -> Iterator[ListView]:
    """Yield the pages of every verdict class."""
    by_class = grouped(rows, lambda row: verdict_class(corpus, row))
    siblings = tuple(Link(urls.verdict(kind), class_mark(corpus.site, kind).label) for kind in VerdictClass)
    for kind in VerdictClass:
        verdict = class_mark(corpus.site, kind)
        yield from list_views(
            corpus, urls.verdict(kind), by_class.get(kind, []), verdict.label,
            f"Claims with the verdict “{verdict.label}”.",
            kind="Verdict", heading=verdict.label, mark=verdict, description=None,
            siblings=siblings, empty=NONE.get(kind, "No claim has this verdict."),
        )  # fmt: skip


def redirect_views(corpus: Corpus, rows: Sequence[Row]) -> Iterator[RedirectView]:
    """Yield a page for every address that a claim had before."""
    for row in rows:
        for alias in row.aliases:
            yield RedirectView(
                frame=frame(corpus.site, urls.claim(alias), row.claim, row.summary),
                claim=Link(urls.claim(row.id), row.claim),
            )
