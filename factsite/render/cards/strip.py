"""The range strip on a card: that of the claim's page, in the type of a card and with what there is room for.

Amounts or dates, as they lie there, each hanging on the number of its line, with the source's words beside it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from factsite.frozen import NamedTuple
from factsite.render.cards import bars
from factsite.render.cards.faces import settable
from factsite.render.cards.setting import Area, one_line
from factsite.render.pictures.order import arranged, once
from factsite.render.pictures.strip import layout
from factsite.render.views import CardGap, CardStrip, CardText, CardTick

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.comparisons import Laid, Scale
    from factsite.render.cards.colours import Colours
    from factsite.render.cards.faces import Face
    from factsite.render.cards.fonts import Fonts
    from factsite.render.pictures.axis import Label
    from factsite.render.pictures.order import Row
    from factsite.render.pictures.strip import Bar, GapBand

MOST: Final = 5
HIGHEST: Final = 54
LOWEST: Final = 33
ROWS: Final = 196
"""Rows are as high as there is room for, up to the highest, and together no higher than this."""
LABEL: Final = 26
AXIS: Final = 40
"""What the labels under the bars take."""
NAME: Final = 30
"""What a line of the names of gaps takes above them."""
NAME_BASE: Final = 10
"""From the bars up to the base of the first of these lines."""
BETWEEN: Final = 20
"""What is kept free between two names on one line."""
NARROWEST: Final = 4


class Chosen(NamedTuple):
    """What a card shows of a strip: its figures with their bars, its labels and gaps."""

    rows: tuple[tuple[Laid, Bar], ...]
    ticks: tuple[Label, ...]
    gaps: tuple[GapBand, ...]

    @property
    def above(self) -> int:
        """What the names of the gaps take above the bars."""
        return NAME * (1 + max(gap.row for gap in self.gaps))

    @property
    def heights(self) -> list[int]:
        """How much of the card the strip wants, and would make do with, down to what it takes at least."""
        rows = len(self.rows)
        return [self.above + rows * row + AXIS for row in range(min(HIGHEST, ROWS // rows), LOWEST - 1, -1)]

    def row(self, room: int) -> int:
        """Return how high a row is where there is so much room for the strip."""
        return min(HIGHEST, min(ROWS, room - self.above - AXIS) // len(self.rows))


def chosen(scale: Scale | None, face: Face, measure: int) -> Chosen | None:
    """Return the strip of a card, where figures exclude each other: where all can be true, it has nothing to settle."""
    if scale is None or not scale.gaps:
        return None
    drawn = layout(scale)
    rows = [row for row in arranged(scale, drawn) if scale.own or row[0].stated.position is not None]
    shown = tuple(_most(rows, scale))
    gaps = drawn.gaps
    if _abreast(gaps, face, measure):
        gaps = tuple(gap._replace(row=0) for gap in gaps)
    return Chosen(shown, drawn.ticks, gaps) if len(shown) > 1 else None


def _abreast(gaps: Sequence[GapBand], face: Face, measure: int) -> bool:
    """Say whether the names of gaps have room on one line: a card is wider than the narrowest page."""
    area = Area(0, 0, measure, 0)
    names = [_label(gap.label, area, face, 0) for gap in gaps]
    return all(one.x + face.width(one.words, LABEL) + BETWEEN <= other.x for one, other in pairwise(names))


def _most(rows: list[Row], scale: Scale) -> Iterator[tuple[Laid, Bar]]:
    """Yield as many figures as there is room for: those at the edges of gaps and the highest, then what is compared with them."""
    compared = [row for row in once(rows, scale) if not row[0].apart]
    wanted = [*_at_edges([*compared, *rows], scale), *compared[-1:], *compared]
    most = [row for at, row in enumerate(wanted) if row not in wanted[:at]][:MOST]
    for laid, bar in rows:
        if bar and (laid, bar) in most:
            yield laid, bar


def _at_edges(rows: list[Row], scale: Scale) -> Iterator[Row]:
    """Yield the first figure at each edge of each gap."""
    for gap in scale.gaps:
        yield from [row for row in rows if row[0].high == gap.low][:1]
        yield from [row for row in rows if row[0].low == gap.high][:1]


def placed(strip: Chosen, fonts: Fonts, colours: Colours, area: Area, bottom: int) -> CardStrip:
    """Return a strip in its place: no higher than the area, and at the bottom of it."""
    row = strip.row(bottom - area.top)
    axis = bottom - AXIS
    top = axis - row * len(strip.rows)
    setting = bars.Setting(area, fonts, colours, row)
    return CardStrip(
        bars=tuple(
            bars.bar(laid, bar, setting, top + row * number + row // 2)
            for number, (laid, bar) in enumerate(strip.rows)
        ),
        gaps=tuple(_gap(gap, area, fonts.strong, top, axis) for gap in strip.gaps),
        axis=axis,
        left=area.left,
        right=area.right,
        ticks=tuple(
            CardTick(area.at(tick.at), _label(tick, area, fonts.plain, bottom - NAME_BASE))
            for tick in strip.ticks
        ),
    )


def _gap(gap: GapBand, area: Area, face: Face, top: int, axis: int) -> CardGap:
    """Return what lies between two figures, with its name above it."""
    start, end = area.at(gap.low), area.at(gap.high)
    name = _label(gap.label, area, face, top - NAME_BASE - NAME * gap.row)
    return CardGap(name, start, top, max(end - start, NARROWEST), axis - top)


def _label(label: Label, area: Area, face: Face, base: int) -> CardText:
    """Return words at their place, or as near to it as they can be inside the strip; none where the face lacks a character."""
    words = one_line(settable(label.words), face, LABEL, area.right - area.left)
    width = round(face.width(words, LABEL))
    before = {"start": 0, "middle": width // 2, "end": width}[label.anchor]
    return CardText(min(max(area.at(label.at) - before, area.left), area.right - width), base, LABEL, words)
