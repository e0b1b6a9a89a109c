"""An axis: the domain that shows values apart, a few ticks in human units, and where on it a value lies."""

from __future__ import annotations

import math
from decimal import Decimal
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from factsite.english import MILLION
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

NARROWEST = 250
"""The width of the narrowest picture, in CSS pixels; there no two labels may touch."""

LETTER = 7
"""The width that is reckoned for a letter of a label, in CSS pixels."""

BETWEEN = 10
"""What is kept free between two labels, in CSS pixels."""

OVERHANG = 3.2
"""How far a label may reach beyond the picture's ends, in percent: there is a margin on either side."""

MOST_TICKS = 4

STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))
"""Ticks stand at multiples of these, times a power of ten."""

PAD = Decimal("0.04")
"""So much of what the values span is left free beside them."""

ROOM = Decimal("0.3")
"""So much is left free where figures have no end, for their bars to go on."""


class Domain(NamedTuple):
    """What an axis shows, from ``first`` to ``last``, which is more."""

    first: Decimal
    last: Decimal

    def place(self, value: Decimal) -> float:
        """Return where a value lies, in percent of the width; what lies beyond an end is put at it."""
        share = (value - self.first) / (self.last - self.first)
        return float(round(min(max(share, Decimal(0)), Decimal(1)) * 100, 2))


class Label(NamedTuple):
    """Words at a place of the axis; ``anchor`` says which part of them stands there: "start", "middle" or "end"."""

    at: float
    words: str
    anchor: str

    @property
    def reach(self) -> tuple[float, float]:
        """Where the words begin and end in the narrowest picture, in percent."""
        width = wide(self.words)
        before = {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return self.at - before, self.at - before + width


def wide(words: str) -> float:
    """Return how much of the narrowest picture words take, in percent."""
    return len(words) * LETTER / NARROWEST * 100


def label(at: float, words: str) -> Label:
    """Return a label that does not reach far over the ends of the picture."""
    half = wide(words) / 2 - OVERHANG
    anchor = "start" if at - half < 0 else "end" if at + half > 100 else "middle"
    return Label(at, words, anchor)


def apart(labels: Sequence[Label]) -> bool:
    """Say whether labels, in the order of their places, leave room between each other and stay inside."""
    reaches = [one.reach for one in labels]
    inside = all(first >= -OVERHANG and last <= 100 + OVERHANG for first, last in reaches)
    between = BETWEEN / NARROWEST * 100
    return inside and all(one[1] + between <= other[0] for one, other in pairwise(reaches))


def domain(
    values: Iterable[Decimal], onward: Iterable[Decimal] = (), backward: Iterable[Decimal] = ()
) -> Domain:
    """Return the domain for one or more values.

    ``onward`` are those from which figures go on without end, ``backward`` those up to which they come from nowhere: there
    is room beyond them. The domain begins at zero where a value does, and where the values are no nearer to each other
    than to zero.
    """
    ends = sorted(values)
    low, high = ends[0], ends[-1]
    if low >= 0 and low <= high - low:
        low = Decimal(0)
    span = high - low or abs(high) / 2 or Decimal(1)
    slack = (span - (high - low)) / 2
    first = stretched(low - slack, -span, backward)
    last = stretched(high + slack, span, onward)
    return Domain((max(first, Decimal(0)) if low else low) if low >= 0 else first, last)


def stretched(end: Decimal, span: Decimal, openings: Iterable[Decimal]) -> Decimal:
    """Return where a domain ends that spans so much up to ``end``: a little beyond, and with room beyond each opening."""
    far = [end + span * PAD, *(opening + span * ROOM for opening in openings)]
    return max(far) if span > 0 else min(far)


def ticks(shown: Domain, unit: str = "") -> tuple[Label, ...]:
    """Return a few ticks of a domain, as many as have room; the last says the unit."""
    span = shown.last - shown.first
    for step in _steps(span):
        if span >= step * (MOST_TICKS + 1):
            continue
        values = tuple(islice(multiples(shown, step), MOST_TICKS + 1))
        if len(values) > MOST_TICKS:
            continue
        labels = tuple(
            label(shown.place(value), words)
            for value, words in zip(values, _written(values, unit), strict=True)
        )
        if apart(labels):
            return labels
        if len(labels) < 2:
            break
    return ()


def multiples(shown: Domain, step: Decimal) -> Iterator[Decimal]:
    """Yield the multiples of a step that lie in a domain."""
    count = math.ceil(shown.first / step)
    while count * step <= shown.last:
        yield count * step
        count += 1


def _steps(span: Decimal) -> Iterator[Decimal]:
    """Yield human steps, growing, from one that gives about ten ticks on."""
    power = span.adjusted() - 1
    while True:
        yield from (step.scaleb(power) for step in STEPS)
        power += 1


def _written(values: Sequence[Decimal], unit: str) -> Iterator[str]:
    """Yield amounts in one common form: "1.1", "1.2", "1.3 million"."""
    millions = max((abs(value) for value in values), default=Decimal(0)) >= MILLION
    for at, value in enumerate(values, 1):
        words = f"{(value / MILLION if millions else value).normalize():,f}"
        last = at == len(values)
        yield " ".join(
            [words, *(["million"] if last and millions else []), *([unit] if last and unit else [])]
        )
