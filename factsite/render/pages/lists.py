"""Rows to the pages that list claims: the front page, all claims, topics, verdict classes; and the pages of old addresses."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from factsite.english import number_of, shortened
from factsite.render import urls
from factsite.render.frames import class_mark, frame, mark
from factsite.render.pages.comparisons import witnesses
from factsite.render.pages.finding import sieve, verdicts
from factsite.render.pages.order import grouped, topic_heading
from factsite.render.pages.paging import batches, paging
from factsite.render.pages.sources import source_items
from factsite.render.pictures.rows import strip_view
from factsite.render.pictures.tallies import tally_views
from factsite.render.sheets import Sheet
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
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from factsite.findings import Cited, Row, Strokes
    from factsite.model import Corpus
    from factsite.render.pages.order import Topics
    from factsite.render.pages.sources import Listing
    from factsite.render.sheets import Labels
    from factsite.values import Id

    TopicGroup = tuple[Id | None, Sequence[Row], int, Counter[VerdictClass]]
    """A topic, those of its claims that are shown, how many there are, and how many have which verdict."""

LEADING = 3
"""So many disagreements lead the front page."""

MOST = 100
"""The front page lists all claims where there are so many at most, and else the first few of each topic."""

FEW = 5
"""So many of each topic."""

ARTICLES = 20
"""The front page shows all articles where there are so many at most, and else the first few."""

LONGEST_LINK = 60
"""Characters of a topic's name in the list of all topics, which is on the page of each."""

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
    every = row.cited
    for stance in (Stance.SUPPORTS, Stance.REFUTES):
        first: dict[str, Cited] = {}
        for cited in every:
            if cited.stance is stance:
                first.setdefault(cited.source, cited)
        for cited in islice(first.values(), EACH_SIDE):
            href = urls.source(cited.source, cited.lines)
            yield Side(
                str(stance), cited.words, f"read as {cited.reading}" if cited.reading and row.measure else "",
                cited.lines.printed, corpus.sources[cited.source].label, href,
            )  # fmt: skip


def index_sheet(
    listing: Listing,
    rows: Sequence[Row],
    topics: Topics,
    conflicting: Sequence[Row],
    strokes: Callable[[str], Strokes],
) -> Sheet:
    """Return the front page: disagreements first, then the claims by topic, then the sources."""
    corpus, site = listing.corpus, listing.corpus.site
    most = len(rows) if len(rows) <= MOST else FEW
    groups = [(name, group[:most], len(group), verdicts(site, group)) for name, group in topics]
    leading = conflicting[:LEADING]
    told = {row.id: row for row in leading} | {row.id: row for _, group, _, _ in groups for row in group}
    credited = frozenset().union(*[row.witnesses.credited for row in rows])
    counts = (len(rows), len(credited), sum(row.quotations for row in rows), len(conflicting))
    sources = tuple(corpus.texts)
    sources = sources if len(sources) <= ARTICLES else sources[:FEW]
    rest = (
        counts, len(corpus.sources), [row.id for row in leading], listing.labels.of(told.values()), listing.told(sources),
        [(name, claims, sorted((str(kind), count) for kind, count in by.items())) for name, _, claims, by in groups],
    )  # fmt: skip
    view = partial(_index_view, listing, counts, leading, groups, sources, strokes)
    return Sheet(urls.INDEX, tuple(told.values()), sources, rest, view)


def _index_view(
    listing: Listing,
    counts: tuple[int, int, int, int],
    leading: Sequence[Row],
    groups: Sequence[TopicGroup],
    sources: Sequence[str],
    strokes: Callable[[str], Strokes],
) -> IndexView:
    corpus, site, (claims, credited, quotations, conflicting) = listing.corpus, listing.corpus.site, counts
    facts = (
        number_of(len(corpus.sources), "article"),
        number_of(claims, "claim"),
        Link(urls.ORIGINS, f"{number_of(credited, 'origin')} credited"),
        f"{number_of(quotations, 'quotation')} verified",
    )
    every = [row for _, group, _, _ in groups for row in group]
    return IndexView(
        frame=frame(site, urls.INDEX, site.title, site.description or site.title),
        description=site.description,
        facts=facts,
        tallies=tally_views(site, sum((by for _, _, _, by in groups), Counter())),
        disagreements=tuple(claim_item(row, corpus, sides=True) for row in leading),
        more=Link(urls.DISCREPANCIES, f"All {number_of(conflicting, 'discrepancy')}")
        if conflicting > LEADING
        else None,
        groups=tuple(_group(corpus, *group) for group in groups),
        sieve=sieve(corpus, every) if len(every) == claims else None,
        all_claims=Link(urls.CLAIMS, f"All {number_of(claims, 'claim')} with their summaries"),
        sources=source_items(listing, sources, 0, strokes),
        all_sources=Link(urls.SOURCES, f"All {number_of(len(corpus.sources), 'article')}")
        if len(corpus.texts) > len(sources)
        else None,
    )


def disagreeing(corpus: Corpus, rows: Sequence[Row]) -> list[Row]:
    """Return the claims on which articles disagree, the sharpest first.

    Those on amounts and dates lead, and among them those that most articles speak to.
    """
    conflicting = {
        name
        for name, verdict in corpus.site.scale.items()
        if verdict.verdict_class is VerdictClass.CONFLICTING
    }
    found = [row for row in rows if row.verdict in conflicting and row.withdrawn is None]
    return sorted(
        found, key=lambda row: (row.measure is None, -row.witnesses.articles, -row.quotations, row.id)
    )


def _group(
    corpus: Corpus, name: Id | None, shown: Sequence[Row], claims: int, counts: Mapping[VerdictClass, int]
) -> Group:
    """Return the claims of a topic, or the first of them."""
    heading, href = topic_heading(corpus.site, name)
    more = f"All {number_of(claims, 'claim')}" if href and claims > len(shown) else ""
    items = tuple(claim_item(row, corpus) for row in shown)
    return Group(heading, href, items, tally_views(corpus.site, counts), more)


def list_sheets(
    corpus: Corpus, here: str, rows: Sequence[Row], labels: Labels, title: str, about: str, **same: Any
) -> Iterator[Sheet]:
    """Yield the pages of a list of claims, as many as it takes; ``same`` is what they have in common."""
    for number, batch in enumerate(batches(rows), 1):
        view = partial(_list_view, corpus, here, number, batch, len(rows), title, about, same)
        rest = (number, len(rows), labels.of(batch))
        yield Sheet(urls.batch(here, number), tuple(batch), (), rest, view)


def _list_view(
    corpus: Corpus,
    here: str,
    number: int,
    batch: Sequence[Row],
    claims: int,
    title: str,
    about: str,
    same: Mapping[str, Any],
) -> ListView:
    words = title if number == 1 else f"{title}, page {number}"
    return ListView(
        frame=frame(corpus.site, urls.batch(here, number), words, about),
        first=here,
        items=tuple(claim_item(row, corpus) for row in batch),
        sieve=sieve(corpus, batch),
        paging=paging(here, number, claims),
        **same,
    )


def claims_sheets(corpus: Corpus, topics: Topics, labels: Labels) -> Iterator[Sheet]:
    """Yield the pages that list all claims, topic by topic."""
    ordered = [row for _, group in topics for row in group]
    yield from list_sheets(
        corpus, urls.CLAIMS, ordered, labels, "All claims", "All claims of this site, topic by topic.",
        kind="Claims", heading="All claims", mark=None, description=None,
        siblings=tuple(_topics(corpus)), empty="No claim has been published yet.",
    )  # fmt: skip


def _topics(corpus: Corpus) -> Iterator[Link]:
    """Yield the links between the lists of all claims and of the topics."""
    yield Link(urls.CLAIMS, "All")
    for name, topic in corpus.site.topics.items():
        yield Link(urls.topic(name), shortened(topic.name, LONGEST_LINK))


def topic_sheets(corpus: Corpus, topics: Topics, labels: Labels) -> Iterator[Sheet]:
    """Yield the pages of every topic."""
    groups = dict(topics)
    siblings = tuple(_topics(corpus))
    for name, topic in corpus.site.topics.items():
        yield from list_sheets(
            corpus, urls.topic(name), groups.get(name, []), labels, topic.name,
            topic.description or f"Claims about {topic.name}.",
            kind="Topic", heading=topic.name, mark=None, description=topic.description,
            siblings=siblings, empty="No claim is listed here yet.",
        )  # fmt: skip


def verdict_sheets(corpus: Corpus, rows: Sequence[Row], labels: Labels) -> Iterator[Sheet]:
    """Yield the pages of every verdict class."""
    scale = corpus.site.scale
    by_class = grouped(rows, lambda row: scale[row.verdict].verdict_class)
    siblings = tuple(Link(urls.verdict(kind), class_mark(corpus.site, kind).label) for kind in VerdictClass)
    for kind in VerdictClass:
        verdict = class_mark(corpus.site, kind)
        yield from list_sheets(
            corpus, urls.verdict(kind), by_class.get(kind, []), labels, verdict.label,
            f"Claims with the verdict “{verdict.label}”.",
            kind="Verdict", heading=verdict.label, mark=verdict, description=None,
            siblings=siblings, empty=NONE.get(kind, "No claim has this verdict."),
        )  # fmt: skip


def redirect_sheets(corpus: Corpus, rows: Sequence[Row]) -> Iterator[Sheet]:
    """Yield a page for every address that a claim had before."""
    for row in rows:
        for alias in row.aliases:
            path = urls.claim(alias)
            yield Sheet(path, (row,), (), (), partial(_redirect_view, corpus, path, row), listed=False)


def _redirect_view(corpus: Corpus, here: str, row: Row) -> RedirectView:
    return RedirectView(
        frame=frame(corpus.site, here, row.claim, row.summary), claim=Link(urls.claim(row.id), row.claim)
    )
