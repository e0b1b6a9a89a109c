"""Claims' social cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from factsite.render.cards.colours import Colours
    from factsite.render.cards.fonts import Fonts


class CardText(NamedTuple):
    """A line of text on a card: where it begins, or ends, the base that it stands on, its size, and its words."""

    x: int
    base: int
    size: int
    words: str


class PenStroke(NamedTuple):
    """The stroke of the pen behind a line of text: a box."""

    x: int
    y: int
    width: int
    height: int


class CardQuotation(NamedTuple):
    """A quotation on a card: the number of its line, the height at which that hangs, its text, and whose words they are."""

    number: CardText
    hangs: int
    strokes: tuple[PenStroke, ...]
    lines: tuple[CardText, ...]
    credit: CardText


class CardWords(NamedTuple):
    """Text on a card that begins or ends at its place (an ``anchor`` of SVG), and its colour."""

    text: CardText
    anchor: str
    colour: str


class CardBar(NamedTuple):
    """A figure on a card's strip: the number of its line, its bar, and its words on it or beside it.

    ``middle`` is the height of its row, ``rounding`` the radius of its corners; ``tips`` are the paths of the tips of a bar
    without end, or without beginning.
    """

    number: CardText
    middle: int
    x: int
    y: int
    width: int
    height: int
    rounding: int
    colour: str
    tips: tuple[str, ...]
    words: CardWords


class CardGap(NamedTuple):
    """What lies between figures that exclude each other: a box, and its name above it."""

    name: CardText
    x: int
    y: int
    width: int
    height: int


class CardTick(NamedTuple):
    """A place on the axis of a card's strip, and the words under it."""

    at: int
    words: CardText


class CardStrip(NamedTuple):
    """Figures on one scale: their bars, the gaps between them, the axis and what is written under it."""

    bars: tuple[CardBar, ...]
    gaps: tuple[CardGap, ...]
    axis: int
    left: int
    right: int
    ticks: tuple[CardTick, ...]


class CardView(NamedTuple):
    """A claim's social card; everything is measured from its upper left corner.

    ``rule`` is where the rule stands, ``tick`` where what hangs on it begins. ``kind`` is the class of the verdict, ``colour``
    its colour. There are quotations or a strip, or neither.
    """

    width: int
    height: int
    rule: int
    tick: int
    fonts: Fonts
    colours: Colours
    colour: str
    kind: str
    verdict: CardText
    claim: tuple[CardText, ...]
    quotations: tuple[CardQuotation, ...]
    strip: CardStrip | None
    title: CardText
    counted: CardText
