"""A claim and its findings to its social card: everything in its place, ready to be drawn.

The card shows what the head of the claim's page shows, and under it words that the verdict rests on, each hanging on the
number of its line. A long claim takes their place. A text with a character that no font has is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factsite.english import number_of
from factsite.render.cards import quotations, strip
from factsite.render.cards.colours import light
from factsite.render.cards.faces import settable
from factsite.render.cards.setting import Area, Lines, cut, fitted, leading, one_line
from factsite.render.frames import mark
from factsite.render.views import CardText, CardView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.findings import Background, ClaimFindings
    from factsite.model import Claim
    from factsite.render.cards.faces import Face
    from factsite.render.cards.fonts import Fonts

WIDTH: Final = 1200
HEIGHT: Final = 630
RULE: Final = 150
"""Where the rule stands on which everything hangs."""
TICK: Final = 132
NUMBERS: Final = 122
"""Where the numbers of lines end."""
LEFT: Final = 186
RIGHT: Final = 1130
MEASURE: Final = RIGHT - LEFT

VERDICT: Final = 44
VERDICT_BASE: Final = 96
CLAIM_TOP: Final = 130
RISE: Final = 0.78
"""From the top of a line to its base, in parts of the size."""
SIZES: Final = (86, 76, 68, 62, 56, 50)
"""Sizes of a claim, the first at which it leaves room for quotations."""
LONG: Final = (58, 52, 46, 42, 38)
"""Sizes of a claim that has the card to itself."""
BOTTOM: Final = 530
"""Where quotations and claims end."""
BELOW_CLAIM: Final = 18
FOOT: Final = 28
FOOT_BASE: Final = 590
COUNTED: Final = 24
BESIDE_TITLE: Final = 40


def card_view(claim: Claim, found: ClaimFindings, background: Background, fonts: Fonts) -> CardView:
    """Return the card of a claim."""
    site, colours = background.site, light(background.site.colours)
    verdict = mark(site, claim.verdict)
    label = f"Withdrawn · {verdict.label}" if claim.withdrawn else verdict.label
    figures = strip.chosen(found.consistency.scale, fonts.strong, MEASURE)
    wanted = (figures.heights if figures else []) + quotations.heights(found.evidence)
    set_claim, room = _claim(settable(claim.claim), fonts.reading, wanted)
    figures = figures if figures and figures.heights[-1] <= room else None
    pieces = (
        () if figures else quotations.quotations(found.evidence, background.sources, fonts, MEASURE, room)
    )
    counted = _counted(found)
    beside = MEASURE - BESIDE_TITLE - round(fonts.plain.width(counted, COUNTED))
    return CardView(
        width=WIDTH,
        height=HEIGHT,
        rule=RULE,
        tick=TICK,
        fonts=fonts,
        colours=colours,
        colour=colours.quiet if claim.withdrawn else colours.verdicts[verdict.kind],
        kind=verdict.kind,
        verdict=_line(label, fonts.strong, VERDICT, VERDICT_BASE, MEASURE),
        claim=tuple(_claim_lines(set_claim)),
        quotations=tuple(quotations.placed(pieces, fonts, _area(quotations.height(pieces)))),
        strip=strip.placed(figures, fonts, colours, _area(room), BOTTOM) if figures else None,
        title=_line(site.title, fonts.strong, FOOT, FOOT_BASE, beside),
        counted=CardText(RIGHT, FOOT_BASE, COUNTED, counted),
    )


def _area(height: int) -> Area:
    """Return the area of so much height at the bottom of a card."""
    return Area(NUMBERS, LEFT, RIGHT, BOTTOM - height)


def _claim_lines(claim: Lines) -> Iterator[CardText]:
    """Yield the lines of the claim in their places."""
    base = CLAIM_TOP + round(claim.size * RISE)
    for row, words in enumerate(claim.words):
        yield CardText(LEFT, base + leading(claim.size) * row, claim.size, words)


def lacking(text: str, face: Face) -> tuple[str, ...]:
    """Return the characters for which a text is left out of a card."""
    return face.lacks(settable(text))


def _claim(words: str, face: Face, wanted: Sequence[int]) -> tuple[Lines, int]:
    """Return the claim as it is set, and how much room it leaves: for the first of the wanted heights that it can."""
    every = BOTTOM - CLAIM_TOP
    if face.lacks(words):
        return Lines(SIZES[0], ()), every
    for height in wanted:
        fits = fitted(words, face, SIZES, MEASURE, every - BELOW_CLAIM - height)
        if fits:
            return fits, every - BELOW_CLAIM - leading(fits.size) * len(fits.words)
    most = every // leading(LONG[-1])
    return fitted(words, face, LONG, MEASURE, every) or cut(words, face, LONG[-1], most, MEASURE), 0


def _line(text: str, face: Face, size: int, base: int, measure: int) -> CardText:
    """Return a text of one line."""
    return CardText(LEFT, base, size, one_line(settable(text), face, size, measure))


def _counted(found: ClaimFindings) -> str:
    """Return what the claim rests on, in numbers."""
    return " · ".join(
        (
            number_of(found.witnesses.articles, "article"),
            number_of(found.witnesses.origins, "origin"),
            number_of(len(found.evidence), "quotation"),
        )
    )
