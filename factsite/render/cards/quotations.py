"""The quotations on a card: which of a claim's, and where they stand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from factsite.frozen import NamedTuple
from factsite.render.cards.faces import settable
from factsite.render.cards.setting import ELLIPSIS, Area, Lines, cut, one_line
from factsite.render.views import CardQuotation, CardText, PenStroke
from factsite.values import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factsite.findings import Examined
    from factsite.model import Source
    from factsite.render.cards.fonts import Fonts

MOST: Final = 2
SIZE: Final = 32
LEADING: Final = 47
LINES: Final = 2
LEAST: Final = 73
"""What one quotation takes at least."""
RISE: Final = 35
"""From the top of a line to its base."""
HANGS_ABOVE: Final = 10
"""From the base of a line up to where its number hangs on the rule."""
PEN_ABOVE: Final = 33
"""From the base of a line to the top of the pen's stroke."""
PEN_HIGH: Final = 43
PEN_BEYOND: Final = 5
"""How far the pen goes beyond the words at both ends."""
NUMERAL: Final = 30
CREDIT: Final = 24
CREDIT_BELOW: Final = 38
"""From the base of the last line to that of the credit."""
BETWEEN: Final = 20


class Piece(NamedTuple):
    """A quotation with its lines broken, not yet in its place: the number of its line, and whose words they are."""

    number: str
    lines: Lines
    credit: str

    @property
    def height(self) -> int:
        """From the top of the first line to the base of the credit."""
        return RISE + LEADING * (len(self.lines.words) - 1) + CREDIT_BELOW


def quotations(
    found: Sequence[Examined], sources: Mapping[str, Source], fonts: Fonts, measure: int, room: int
) -> tuple[Piece, ...]:
    """Return as many quotations as there is room for: two at most, of one line each where two lines are too many."""
    settable_ones = [examined for examined in chosen(found) if _can_be_set(examined, fonts)][:MOST]
    for count in range(len(settable_ones), 0, -1):
        for lines in (LINES, 1):
            pieces = tuple(
                _piece(examined, sources, fonts, measure, lines) for examined in settable_ones[:count]
            )
            if height(pieces) <= room:
                return pieces
    return ()


def heights(evidence: Sequence[Examined]) -> list[int]:
    """Return how much room quotations want: both sides of one line each where there are two, and one line at least."""
    sides = {piece.evidence.stance for piece in evidence} - {Stance.CONTEXT}
    return [2 * LEAST + BETWEEN, LEAST] if len(sides) > 1 else [LEAST]


def chosen(evidence: Sequence[Examined]) -> list[Examined]:
    """Return evidence as a card shows it first: one that supports, one that refutes, others, context at last."""
    seen: Counter[str] = Counter()
    ranked = []
    for position, piece in enumerate(evidence):
        stance = piece.evidence.stance
        ranked.append((stance is Stance.CONTEXT, seen[stance], stance is Stance.REFUTES, position))
        seen[stance] += 1
    return [evidence[position] for *_, position in sorted(ranked)]


def height(pieces: Sequence[Piece]) -> int:
    """Return how much of the card quotations take, one below the other."""
    return sum(piece.height for piece in pieces) + BETWEEN * max(0, len(pieces) - 1)


def placed(pieces: Iterable[Piece], fonts: Fonts, area: Area) -> Iterator[CardQuotation]:
    """Yield quotations in their places, one below the other."""
    left, top = area.left, area.top
    for piece in pieces:
        words = piece.lines.words
        bases = [top + RISE + LEADING * row for row in range(len(words))]
        strokes = (
            PenStroke(
                left - PEN_BEYOND,
                base - PEN_ABOVE,
                round(fonts.reading.width(line, SIZE)) + 2 * PEN_BEYOND,
                PEN_HIGH,
            )
            for line, base in zip(words, bases, strict=True)
        )
        yield CardQuotation(
            number=CardText(area.numbers, bases[0], NUMERAL, piece.number),
            hangs=bases[0] - HANGS_ABOVE,
            strokes=tuple(strokes),
            lines=tuple(CardText(left, base, SIZE, line) for line, base in zip(words, bases, strict=True)),
            credit=CardText(left, bases[-1] + CREDIT_BELOW, CREDIT, piece.credit),
        )
        top += piece.height + BETWEEN


def _can_be_set(examined: Examined, fonts: Fonts) -> bool:
    words = settable(examined.text)
    return bool(words) and not fonts.reading.lacks(words)


def _piece(
    examined: Examined, sources: Mapping[str, Source], fonts: Fonts, measure: int, lines: int
) -> Piece:
    """Return a quotation in at most so many lines."""
    evidence = examined.evidence
    credit = settable(f"{evidence.stance} · {sources[evidence.source].label}")
    return Piece(
        str(evidence.lines.first),
        _around(settable(examined.text), settable(evidence.figure or ""), fonts, measure, lines),
        one_line(credit, fonts.plain, CREDIT, measure),
    )


def _around(words: str, figure: str, fonts: Fonts, measure: int, lines: int) -> Lines:
    """Return a quotation in at most so many lines, the words of its figure among them where they can be."""
    kept = cut(words, fonts.reading, SIZE, lines, measure)
    left_out = 0
    while kept.cut and figure in words and figure not in " ".join(kept.words):
        left_out = words.find(" ", left_out + 1)
        if left_out < 0 or left_out > words.find(figure):
            return cut(words, fonts.reading, SIZE, lines, measure)
        kept = cut(ELLIPSIS + words[left_out:], fonts.reading, SIZE, lines, measure)
    return kept
