"""The bars of a range strip, each with the words that it is the reach of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from factsite.render.cards.faces import settable
from factsite.render.cards.setting import cut
from factsite.render.views import CardBar, CardText, CardWords
from factsite.values import Stance

if TYPE_CHECKING:
    from factsite.comparisons import Stated
    from factsite.render.cards.colours import Colours
    from factsite.render.cards.fonts import Fonts
    from factsite.render.cards.scale import Scale

BETWEEN: Final = 6
"""Between two bars."""
WORDS: Final = 0.58
RISE: Final = 0.2
"""The size of words, and from the middle of a row down to their base, in parts of the row."""
NARROWEST: Final = 4
TIP: Final = 20
"""How far the tip of a bar without end goes beyond the scale."""
NUMERAL: Final = 30
BESIDE: Final = 14
"""Between the end of a bar and words."""
LEAST: Final = 120
"""Words that have less room than this are left out."""


class Setting(NamedTuple):
    """What the bars of a strip have in common; ``numbers`` is where those of lines end, ``row`` how high a row is."""

    line: Scale
    fonts: Fonts
    colours: Colours
    numbers: int
    row: int


def bar(stated: Stated, setting: Setting, middle: int) -> CardBar:
    """Return the bar of a figure with its words."""
    interval = stated.figure.interval
    assert interval is not None
    line, row = setting.line, setting.row
    start = line.at(interval.low)
    end = line.right if interval.high is None else max(line.at(interval.high), start + NARROWEST)
    above, high = middle - row // 2 + BETWEEN // 2, row - BETWEEN
    return CardBar(
        number=CardText(
            setting.numbers, middle + NUMERAL // 3, NUMERAL, str(stated.lines.first) if stated.lines else ""
        ),
        middle=middle,
        x=start,
        y=above,
        width=end - start,
        height=high,
        colour=setting.colours.stances[stated.stance or Stance.CONTEXT],
        tip=f"M{end} {above}v{high}l{TIP} -{high // 2}z" if interval.high is None else "",
        words=_words(stated, start, end, setting, middle + round(row * RISE)),
    )


def _words(stated: Stated, start: int, end: int, setting: Setting, base: int) -> CardWords:
    """Return the words of a figure and its article: on the bar, behind it or before it, wherever they fit first."""
    line, reading, colours = setting.line, setting.fonts.reading, setting.colours
    size = round(setting.row * WORDS)
    places = (
        (end - start - 2 * BESIDE, start + BESIDE, "start", colours.paper),
        (line.right - end - BESIDE, end + BESIDE, "start", colours.ink),
        (start - line.left - BESIDE, start - BESIDE, "end", colours.ink),
    )
    words = settable(f"“{stated.figure.words}”")
    for text in (settable(f"{words} · {stated.label}"), words):
        for room, x, anchor, colour in places:
            if reading.width(text, size) <= room and not reading.lacks(text):
                return CardWords(CardText(x, base, size, text), anchor, colour)
    room, x, anchor, colour = max(places)
    kept = room > LEAST and not reading.lacks(words)
    text = cut(words, reading, size, 1, room).words[0] if kept else ""
    return CardWords(CardText(x, base, size, text), anchor, colour)
