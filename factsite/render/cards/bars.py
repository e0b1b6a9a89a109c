"""The bars of a card's range strip, each with the words that it is the reach of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factsite.frozen import NamedTuple
from factsite.render.cards.faces import settable
from factsite.render.cards.setting import one_line
from factsite.render.views import CardBar, CardText, CardWords

if TYPE_CHECKING:
    from factsite.comparisons import Laid, Stated
    from factsite.render.cards.colours import Colours
    from factsite.render.cards.fonts import Fonts
    from factsite.render.cards.setting import Area
    from factsite.render.pictures.strip import Bar

BETWEEN: Final = 6
"""Between two bars."""
WORDS: Final = 0.58
RISE: Final = 0.2
"""The size of words, and from the middle of a row down to their base, in parts of the row."""
POINT: Final = 22
"""How wide the disc is that stands for a figure with one value."""
TIP: Final = 20
"""How far the tip of a bar without end goes beyond the scale."""
NUMERAL: Final = 30
BESIDE: Final = 14
"""Between the end of a bar and words."""
LEAST: Final = 120
"""Words that have less room than this are left out."""


class Setting(NamedTuple):
    """What the bars of a strip have in common; ``row`` is how high a row is."""

    area: Area
    fonts: Fonts
    colours: Colours
    row: int


def bar(laid: Laid, drawn: Bar, setting: Setting, middle: int) -> CardBar:
    """Return the bar of a figure with its words; what allows one value alone is a disc."""
    area, row, colours, stated = setting.area, setting.row, setting.colours, laid.stated
    start, end = area.at(drawn.low), area.at(drawn.high)
    high = row - BETWEEN
    if drawn.point:
        high = min(high, POINT)
        start, end = (start + end - high) // 2, (start + end + high) // 2
    above = middle - high // 2
    return CardBar(
        number=CardText(
            area.numbers, middle + NUMERAL // 3, NUMERAL, str(stated.lines.first) if stated.lines else ""
        ),
        middle=middle,
        x=start,
        y=above,
        width=end - start,
        height=high,
        rounding=high // 2 if drawn.point else 0,
        colour=colours.stances[stated.stance] if stated.stance else colours.ink,
        tips=tuple(
            f"M{x} {above}v{high}l{out} -{high // 2}z"
            for x, out, opened in ((start, -TIP, drawn.open_low), (end, TIP, drawn.open_high))
            if opened
        ),
        words=_words(stated, start, end, setting, middle + round(row * RISE)),
    )


def _words(stated: Stated, start: int, end: int, setting: Setting, base: int) -> CardWords:
    """Return the words of a figure and its article: on the bar, behind it or before it, wherever they fit first."""
    area, reading, colours = setting.area, setting.fonts.reading, setting.colours
    size = round(setting.row * WORDS)
    places = (
        (end - start - 2 * BESIDE, start + BESIDE, "start", colours.paper),
        (area.right - end - BESIDE, end + BESIDE, "start", colours.ink),
        (start - area.left - BESIDE, start - BESIDE, "end", colours.ink),
    )
    words = settable(f"“{stated.figure.words}”")
    for text in (settable(f"{words} · {stated.label}"), words):
        for room, x, anchor, colour in places:
            if reading.width(text, size) <= room and not reading.lacks(text):
                return CardWords(CardText(x, base, size, text), anchor, colour)
    room, x, anchor, colour = max(places)
    text = one_line(words, reading, size, room) if room > LEAST else ""
    return CardWords(CardText(x, base, size, text), anchor, colour)
