"""Claims' social cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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

    ``middle`` is the height of its row; ``tip`` is the path of the tip of a bar without end.
    """

    number: CardText
    middle: int
    x: int
    y: int
    width: int
    height: int
    colour: str
    tip: str
    words: CardWords


class CardGap(NamedTuple):
    """What lies between figures that exclude each other: a box, and its name above it."""

    name: CardText
    x: int
    y: int
    width: int
    height: int


class CardStrip(NamedTuple):
    """Figures on one scale: their bars, the gap between them, and the numbers under the axis, each in the middle of its place."""

    bars: tuple[CardBar, ...]
    gap: CardGap
    axis: int
    left: int
    right: int
    ticks: tuple[CardText, ...]


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
