"""The range strip on a card: figures that exclude each other, each from the least to the most that its words allow.

They stand on one scale, each hanging on the number of its line, with the source's words beside it. What no figure of one
side shares with the other is the shaded gap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factsite.english import amount
from factsite.render.cards import bars
from factsite.render.cards.scale import Scale, scale, ticks
from factsite.render.views import CardGap, CardStrip, CardText

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from factsite.comparisons import Conflict, Stated
    from factsite.findings import ClaimFindings
    from factsite.render.cards.colours import Colours
    from factsite.render.cards.faces import Face
    from factsite.render.cards.fonts import Fonts
    from factsite.render.cards.setting import Area

MOST: Final = 5
TICKS: Final = 5
HIGHEST: Final = 54
ROWS: Final = 200
"""Rows are as high as can be, up to the highest, and together no higher than this."""
LABEL: Final = 22
AXIS: Final = 36
"""What the numbers under the bars take."""
ABOVE: Final = 28
"""What the name of the gap takes above them."""


def stripped(found: ClaimFindings) -> tuple[Stated, ...]:
    """Return the figures of a card's strip: amounts of which two exclude each other; none where there are no such."""
    conflict = found.consistency.conflict
    by_position = {
        stated.position: stated for stated in found.consistency.stated if stated.position is not None
    }
    if conflict is None or not all(
        by_position[position].figure.interval for position in (conflict.ends, conflict.begins)
    ):
        return ()
    unit = by_position[conflict.ends].figure.unit
    alike = [
        position
        for position, stated in by_position.items()
        if stated.figure.interval and stated.figure.unit == unit and not stated.scope
    ]
    first = (conflict.ends, conflict.begins)
    shown = sorted((*first, *[position for position in alike if position not in first][: MOST - len(first)]))
    return tuple(by_position[position] for position in shown)


def height(figures: Sequence[Stated]) -> int:
    """Return how much of the card a strip takes."""
    return ABOVE + _row(figures) * len(figures) + AXIS


def _row(figures: Sequence[Stated]) -> int:
    """Return how high a row is."""
    return min(HIGHEST, ROWS // len(figures))


def placed(
    figures: Sequence[Stated], conflict: Conflict, fonts: Fonts, colours: Colours, area: Area
) -> CardStrip:
    """Return a strip in its place."""
    line = scale(
        [stated.figure.interval for stated in figures if stated.figure.interval], area.left, area.right
    )
    row = _row(figures)
    top = area.top + ABOVE
    bottom = top + row * len(figures)
    setting = bars.Setting(line, fonts, colours, area.numbers, row)
    return CardStrip(
        bars=tuple(
            bars.bar(stated, setting, top + row * number + row // 2) for number, stated in enumerate(figures)
        ),
        gap=_gap(figures, conflict, line, fonts, top, bottom - top),
        axis=bottom,
        left=area.left,
        right=area.right,
        ticks=tuple(_tick(number, line, fonts, bottom) for number in ticks(line, TICKS)),
    )


def _gap(
    figures: Sequence[Stated], conflict: Conflict, line: Scale, fonts: Fonts, top: int, height: int
) -> CardGap:
    """Return what lies between the two figures that are farthest apart, with its name above it."""
    by_position = {stated.position: stated.figure.interval for stated in figures}
    ends, begins = by_position[conflict.ends], by_position[conflict.begins]
    assert ends is not None
    assert ends.high is not None
    assert begins is not None
    start, end = line.at(ends.high), line.at(begins.low)
    missing = begins.low - ends.high
    name = f"gap of {amount(missing)}" if missing else "no number fits both"
    words = _centred((start + end) // 2, top - LABEL // 3, name, fonts.strong, line)
    return CardGap(words, start, top, max(end - start, bars.NARROWEST), height)


def _tick(number: Decimal, line: Scale, fonts: Fonts, axis: int) -> CardText:
    """Return a number below its place on the axis."""
    return _centred(line.at(number), axis + AXIS - 8, amount(number), fonts.plain, line)


def _centred(middle: int, base: int, words: str, face: Face, line: Scale) -> CardText:
    """Return words with their middle at a place, or as near to it as they can be inside the strip."""
    half = round(face.width(words, LABEL) / 2)
    return CardText(min(max(middle, line.left + half), line.right - half), base, LABEL, words)
