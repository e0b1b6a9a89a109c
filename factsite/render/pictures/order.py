"""The order in which a strip shows its figures, and which of them stand for their articles."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factsite.comparisons import Laid, Scale
    from factsite.render.pictures.strip import Bar, Strip

    Row = tuple[Laid, Bar | None]

OPEN = Decimal("-Infinity")


def arranged(scale: Scale, drawn: Strip) -> list[Row]:
    """Return figures with their bars: the claim's own, then by where they begin and end, then those without a place."""
    return sorted(zip(scale.laid, drawn.bars, strict=True), key=lambda row: _place(row[0]))


def _place(laid: Laid) -> tuple[int, Decimal, bool, Decimal]:
    if laid.stated.position is None:
        return 0, OPEN, False, OPEN
    low = OPEN if laid.low is None else laid.low
    return 1 if laid.placed else 2, low, laid.high is None, laid.high or Decimal(0)


def once(rows: Sequence[Row], scale: Scale) -> list[Row]:
    """Return each article once a stance, with the figure that a gap begins or ends at where it has one."""
    edges = {edge for gap in scale.gaps for edge in (gap.low, gap.high)}
    first: dict[tuple[str, str | None], Row] = {}
    for row in sorted(rows, key=lambda row: not edges & {row[0].low, row[0].high}):
        if row[0].stated.position is not None:
            first.setdefault((row[0].stated.source, row[0].stated.stance), row)
    return [row for row in rows if row in first.values()]
