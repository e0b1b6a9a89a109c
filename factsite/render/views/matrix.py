"""What the matrix of claims and sources shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from factsite.render.views.frames import Frame, Link, Mark
    from factsite.render.views.lists import Paging


class Sign(NamedTuple):
    """What an article's words do to a claim: the stance, the number of the line, and the same in words for those who do not see the column."""

    stance: str
    number: str
    href: str
    words: str


class MatrixRow(NamedTuple):
    """A claim, and for each column what the article says to it: nothing, or one sign for each stance."""

    claim: Link
    mark: Mark
    cells: tuple[tuple[Sign, ...], ...]


class MatrixGroup(NamedTuple):
    """Claims of one topic."""

    heading: str
    href: str | None
    rows: tuple[MatrixRow, ...]


class MatrixTable(NamedTuple):
    """Claims by articles. ``totals`` counts the claims of each column by stance; ``scrolls``: "", "narrow" or "always"."""

    columns: tuple[Link, ...]
    groups: tuple[MatrixGroup, ...]
    totals: tuple[tuple[tuple[str, int], ...], ...]
    scrolls: str


class MatrixView(NamedTuple):
    """Who says what to which claim, in one look."""

    frame: Frame
    facts: tuple[str, ...]
    marks: tuple[Mark, ...]
    tables: tuple[MatrixTable, ...]
    paging: Paging | None
