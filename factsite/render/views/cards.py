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


class CardView(NamedTuple):
    """A claim's social card; everything is measured from its upper left corner.

    ``rule`` is where the rule stands, ``tick`` where what hangs on it begins. ``kind`` is the class of the verdict, ``colour``
    its colour.
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
    title: CardText
    counted: CardText
