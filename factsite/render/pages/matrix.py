"""Rows to the matrix: claims by topic down the page, articles across it, and in each cell what the one says to the other.

Long lists go on several pages. A page has the columns of the articles that its claims cite; where these are too many
for one table, each topic has a table of its own, with its own columns.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factsite.english import number_of
from factsite.render import urls
from factsite.render.frames import class_mark, frame, mark
from factsite.render.pages.order import by_topic, topic_heading
from factsite.render.pages.paging import batches, paging
from factsite.render.views import Link, MatrixGroup, MatrixRow, MatrixTable, MatrixView, Sign
from factsite.values import Stance, VerdictClass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.findings import Cited, Row
    from factsite.model import Corpus
    from factsite.values import Id

SIZE = 200
"""So many rows stand on one page."""

NARROW = 6
"""So many columns fit on a phone; with more the table scrolls there."""

MOST = 12
"""So many columns fit on any screen; with more the table scrolls everywhere."""

Groups = list[tuple["Id | None", list["Row"]]]


def matrix_views(corpus: Corpus, rows: Sequence[Row]) -> Iterator[MatrixView]:
    """Yield the pages of the matrix; claims that were withdrawn are not in it."""
    site = corpus.site
    every = by_topic(site, [row for row in rows if row.withdrawn is None])
    standing = [row for _, group in every for row in group]
    kinds = {site.scale[row.verdict].verdict_class for row in standing}
    description = "What each article says to each claim: a row for every claim, a column for every article."
    for number, batch in enumerate(batches(standing, SIZE), 1):
        title = "Matrix" if number == 1 else f"Matrix, page {number}"
        yield MatrixView(
            frame=frame(site, urls.batch(urls.MATRIX, number), title, description),
            facts=(number_of(len(standing), "claim"), number_of(len(_columns(corpus, every)), "article")),
            marks=tuple(class_mark(site, kind) for kind in VerdictClass if kind in kinds),
            tables=tuple(_tables(corpus, by_topic(site, batch))),
            paging=paging(urls.MATRIX, number, len(standing), SIZE),
        )


def _tables(corpus: Corpus, groups: Groups) -> Iterator[MatrixTable]:
    """Yield one table for all topics, or one for each where there are too many columns."""
    columns = _columns(corpus, groups)
    if groups and len(columns) <= MOST:
        yield _table(corpus, groups, columns)
    else:
        for group in groups:
            yield _table(corpus, [group], _columns(corpus, [group]))


def _columns(corpus: Corpus, groups: Groups) -> list[str]:
    """Return the articles that some claims cite, in the order of the list of sources."""
    cited = {piece.source for _, rows in groups for row in rows for piece in row.cited if piece.stance}
    return [name for name in corpus.sources if name in cited]


def _table(corpus: Corpus, groups: Groups, columns: Sequence[str]) -> MatrixTable:
    every = [row for _, rows in groups for row in rows]
    return MatrixTable(
        columns=tuple(Link(urls.source(name), corpus.sources[name].label) for name in columns),
        groups=tuple(_group(corpus, name, rows, columns) for name, rows in groups),
        totals=tuple(_totals(name, every) for name in columns),
        scrolls="always" if len(columns) > MOST else "narrow" if len(columns) > NARROW else "",
    )


def _group(corpus: Corpus, name: Id | None, rows: Sequence[Row], columns: Sequence[str]) -> MatrixGroup:
    heading, href = topic_heading(corpus.site, name)
    return MatrixGroup(
        heading,
        href,
        tuple(
            MatrixRow(
                Link(urls.claim(row.id), row.claim),
                mark(corpus.site, row.verdict),
                tuple(tuple(_signs(row, corpus, column)) for column in columns),
            )
            for row in rows
        ),
    )


def _signs(row: Row, corpus: Corpus, source: str) -> Iterator[Sign]:
    """Yield what an article says to a claim: for each stance the first line that has it."""
    for stance, cited in _by_stance(row, source).items():
        first, label = cited[0], corpus.sources[source].label
        more = f", and in {number_of(len(cited) - 1, 'more place')}" if len(cited) > 1 else ""
        words = f"{label}: {stance}, {first.lines.words}{more}"
        yield Sign(str(stance), first.lines.printed, urls.source(source, first.lines), words)


def _by_stance(row: Row, source: str) -> dict[Stance, list[Cited]]:
    """Return the citations of an article by stance; context only where it says nothing else."""
    found = {
        stance: [cited for cited in row.cited if cited.source == source and cited.stance is stance]
        for stance in Stance
    }
    if found[Stance.SUPPORTS] or found[Stance.REFUTES]:
        del found[Stance.CONTEXT]
    return {stance: cited for stance, cited in found.items() if cited}


def _totals(source: str, rows: Sequence[Row]) -> tuple[tuple[str, int], ...]:
    """Return to how many claims an article has each stance."""
    counts = Counter(stance for row in rows for stance in _by_stance(row, source))
    return tuple((str(stance), counts[stance]) for stance in Stance if counts[stance])
