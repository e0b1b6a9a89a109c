"""Rows to the matrix: claims by topic down the page, articles across it, and in each cell what the one says to the other.

Long lists go on several pages. A page has the columns of the articles that its claims cite; where these are too many
for one table, each topic has a table of its own, with its own columns.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from factsite.english import number_of
from factsite.render import urls
from factsite.render.frames import class_mark, frame, mark
from factsite.render.pages.order import by_topic, topic_heading
from factsite.render.pages.paging import batches, paging
from factsite.render.sheets import Sheet
from factsite.render.views import Link, MatrixGroup, MatrixRow, MatrixTable, MatrixView, Sign
from factsite.values import Stance, VerdictClass

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from factsite.findings import Cited, Row
    from factsite.model import Corpus
    from factsite.render.pages.order import Topics
    from factsite.render.sheets import Labels
    from factsite.values import Id

SIZE = 200
"""So many rows stand on one page."""

WIDE = 30
"""So many, where all columns fit on no screen: the more claims, the more columns, and most cells are empty."""

NARROW = 6
"""So many columns fit on a phone, and with the numbers of lines on a desk; with more the table scrolls there, and is close here."""

MOST = 20
"""So many columns fit on any screen; with more the table scrolls everywhere."""

Said = dict[str, dict[Stance, list["Cited"]]]
"""The citations of a claim, by article and stance."""


def matrix_sheets(corpus: Corpus, topics: Topics, labels: Labels) -> Iterator[Sheet]:
    """Yield the pages of the matrix; claims that were withdrawn are not in it."""
    standing = [row for _, group in topics for row in group if row.withdrawn is None]
    scale = corpus.site.scale
    kinds = {scale[verdict].verdict_class for verdict in {row.verdict for row in standing}}
    articles = len(_cited(standing))
    size = SIZE if articles <= MOST else WIDE
    counts = (len(standing), articles, size, *sorted(str(kind) for kind in kinds))
    for number, batch in enumerate(batches(standing, size), 1):
        rest = (number, counts, labels.of(batch))
        view = partial(_matrix_view, corpus, number, batch, counts)
        yield Sheet(urls.batch(urls.MATRIX, number), tuple(batch), (), rest, view)


def _matrix_view(corpus: Corpus, number: int, batch: Sequence[Row], counts: tuple[Any, ...]) -> MatrixView:
    site, (claims, articles, size, *kinds) = corpus.site, counts
    description = "What each article says to each claim: a row for every claim, a column for every article."
    title = "Matrix" if number == 1 else f"Matrix, page {number}"
    return MatrixView(
        frame=frame(site, urls.batch(urls.MATRIX, number), title, description),
        facts=(number_of(claims, "claim"), number_of(articles, "article")),
        marks=tuple(class_mark(site, kind) for kind in VerdictClass if kind in kinds),
        tables=tuple(_tables(corpus, by_topic(site, batch))),
        paging=paging(urls.MATRIX, number, claims, size),
    )


def _tables(corpus: Corpus, groups: Topics) -> Iterator[MatrixTable]:
    """Yield one table for all topics, or one for each where there are too many columns."""
    columns = _columns(corpus, groups)
    if groups and len(columns) <= MOST:
        yield _table(corpus, groups, columns)
    else:
        for group in groups:
            yield _table(corpus, [group], _columns(corpus, [group]))


def _cited(rows: Iterable[Row]) -> Collection[str]:
    """Return the articles that claims cite as evidence."""
    return dict(chain.from_iterable([row.quoted for row in rows]))


def _columns(corpus: Corpus, groups: Topics) -> list[str]:
    """Return the articles that some claims cite, in the order of the list of sources."""
    cited = _cited(row for _, rows in groups for row in rows)
    return [name for name in corpus.sources if name in cited]


def _table(corpus: Corpus, groups: Topics, columns: Sequence[str]) -> MatrixTable:
    said = [(name, [(row, _by_source(row)) for row in rows]) for name, rows in groups]
    totals = Counter(
        (source, stance)
        for _, rows in said
        for _, cited in rows
        for source in cited
        for stance in cited[source]
    )
    return MatrixTable(
        columns=tuple(Link(urls.source(name), corpus.sources[name].label) for name in columns),
        groups=tuple(_group(corpus, name, rows, columns) for name, rows in said),
        totals=tuple(
            tuple((str(stance), totals[name, stance]) for stance in Stance if totals[name, stance])
            for name in columns
        ),
        scrolls="always" if len(columns) > MOST else "narrow" if len(columns) > NARROW else "",
    )


def _group(
    corpus: Corpus, name: Id | None, rows: Sequence[tuple[Row, Said]], columns: Sequence[str]
) -> MatrixGroup:
    heading, href = topic_heading(corpus.site, name)
    return MatrixGroup(
        heading,
        href,
        tuple(
            MatrixRow(
                Link(urls.claim(row.id), row.claim),
                mark(corpus.site, row.verdict),
                _cells(said, corpus, columns),
            )
            for row, said in rows
        ),
    )


def _cells(said: Said, corpus: Corpus, columns: Sequence[str]) -> tuple[tuple[Sign, ...], ...]:
    """Return the cells of a row; most are empty."""
    signs = {name: tuple(_signs(cited, corpus.sources[name].label)) for name, cited in said.items()}
    return tuple([signs.get(name, ()) for name in columns])


def _signs(said: Mapping[Stance, Sequence[Cited]], label: str) -> Iterator[Sign]:
    """Yield what an article says to a claim: for each stance the first line that has it."""
    for stance, cited in said.items():
        first = cited[0]
        more = f", and in {number_of(len(cited) - 1, 'more place')}" if len(cited) > 1 else ""
        words = f"{label}: {stance}, {first.lines.words}{more}"
        yield Sign(str(stance), first.lines.printed, urls.source(first.source, first.lines), words)


def _by_source(row: Row) -> Said:
    """Return the citations of a claim by article and stance; context only where the article says nothing else."""
    found: Said = {}
    for cited in row.cited:
        if cited.stance is not None:
            found.setdefault(cited.source, {}).setdefault(cited.stance, []).append(cited)
    return {
        source: {
            stance: said[stance]
            for stance in Stance
            if stance in said and (stance is not Stance.CONTEXT or len(said) == 1)
        }
        for source, said in found.items()
    }
