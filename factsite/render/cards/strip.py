"""The range strip on a card: figures that exclude each other, each from the least to the most that its words allow.

They stand on one scale, each hanging on the number of its line, with the source's words beside it. What no figure of one
side shares with the other is the shaded gap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factsite.english import amount
from factsite.render.cards.faces import settable
from factsite.render.cards.scale import Scale, scale, ticks
from factsite.render.cards.setting import cut
from factsite.render.views import CardBar, CardGap, CardStrip, CardText, CardWords
from factsite.values import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from factsite.comparisons import Conflict, Stated
    from factsite.findings import ClaimFindings
    from factsite.render.cards.colours import Colours
    from factsite.render.cards.faces import Face
    from factsite.render.cards.fonts import Fonts

MOST: Final = 5
TICKS: Final = 5
HIGHEST: Final = 54
ROWS: Final = 200
"""Rows are as high as can be, up to the highest, and together no higher than this."""
BETWEEN: Final = 6
"""Between two bars."""
WORDS: Final = 0.58
RISE: Final = 0.2
"""The size of words, and from the middle of a row down to their base, in parts of the row."""
NARROWEST: Final = 4
TIP: Final = 20
"""How far the tip of a bar without end goes beyond the scale."""
NUMERAL: Final = 30
LABEL: Final = 22
BESIDE: Final = 14
"""Between the end of a bar and words."""
LEAST: Final = 120
"""Words that have less room than this are left out."""
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
    figures: Sequence[Stated],
    conflict: Conflict,
    fonts: Fonts,
    colours: Colours,
    numbers: int,
    left: int,
    right: int,
    top: int,
) -> CardStrip:
    """Return a strip in its place: bars from ``left`` to ``right``, numbers of lines up to ``numbers``."""
    line = scale([stated.figure.interval for stated in figures if stated.figure.interval], left, right)
    top += ABOVE
    row = _row(figures)
    bottom = top + row * len(figures)
    return CardStrip(
        bars=tuple(
            _bar(stated, line, fonts, colours, numbers, top + row * number + row // 2, row)
            for number, stated in enumerate(figures)
        ),
        gap=_gap(figures, conflict, line, fonts, top, bottom - top),
        axis=bottom,
        left=left,
        right=right,
        ticks=tuple(_tick(number, line, fonts, bottom) for number in ticks(line, TICKS)),
    )


def _bar(
    stated: Stated, line: Scale, fonts: Fonts, colours: Colours, numbers: int, middle: int, row: int
) -> CardBar:
    """Return the bar of a figure with its words."""
    interval = stated.figure.interval
    assert interval is not None
    start = line.at(interval.low)
    end = line.right if interval.high is None else max(line.at(interval.high), start + NARROWEST)
    above, high = middle - row // 2 + BETWEEN // 2, row - BETWEEN
    return CardBar(
        number=CardText(
            numbers, middle + NUMERAL // 3, NUMERAL, str(stated.lines.first) if stated.lines else ""
        ),
        middle=middle,
        x=start,
        y=above,
        width=end - start,
        height=high,
        colour=colours.stances[stated.stance or Stance.CONTEXT],
        tip=f"M{end} {above}v{high}l{TIP} -{high // 2}z" if interval.high is None else "",
        words=_words(
            stated, start, end, line, fonts, colours, middle + round(row * RISE), round(row * WORDS)
        ),
    )


def _words(
    stated: Stated, start: int, end: int, line: Scale, fonts: Fonts, colours: Colours, base: int, size: int
) -> CardWords:
    """Return the words of a figure and its article: on the bar, behind it or before it, wherever they fit first."""
    places = (
        (end - start - 2 * BESIDE, start + BESIDE, "start", colours.paper),
        (line.right - end - BESIDE, end + BESIDE, "start", colours.ink),
        (start - line.left - BESIDE, start - BESIDE, "end", colours.ink),
    )
    words = settable(f"“{stated.figure.words}”")
    for text in (settable(f"{words} · {stated.label}"), words):
        for room, x, anchor, colour in places:
            if fonts.reading.width(text, size) <= room and not fonts.reading.lacks(text):
                return CardWords(CardText(x, base, size, text), anchor, colour)
    room, x, anchor, colour = max(places)
    kept = room > LEAST and not fonts.reading.lacks(words)
    text = cut(words, fonts.reading, size, 1, room).words[0] if kept else ""
    return CardWords(CardText(x, base, size, text), anchor, colour)


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
    return CardGap(words, start, top, max(end - start, NARROWEST), height)


def _tick(number: Decimal, line: Scale, fonts: Fonts, axis: int) -> CardText:
    """Return a number below its place on the axis."""
    return _centred(line.at(number), axis + AXIS - 8, amount(number), fonts.plain, line)


def _centred(middle: int, base: int, words: str, face: Face, line: Scale) -> CardText:
    """Return words with their middle at a place, or as near to it as they can be inside the strip."""
    half = round(face.width(words, LABEL) / 2)
    return CardText(min(max(middle, line.left + half), line.right - half), base, LABEL, words)
