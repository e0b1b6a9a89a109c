"""What stands in several articles, found without holding all that stands in one."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOM = 8
"""So many marks, or up to twice as many, there is room for where one is needed, so that few numbers fall on one mark."""


def repeated(columns: Sequence[Sequence[int]]) -> set[int]:
    """Return the numbers that stand in several columns, and a few others.

    Most numbers stand in one column alone. So none is kept when it is seen, it only leaves a mark, and the few that
    find a mark are returned. Who uses them will see which stand in one column all the same.
    """
    room = 1 << (ROOM * sum(map(len, columns))).bit_length()
    marks = bytearray(room)
    last = room - 1
    found: set[int] = set()
    for numbers in columns:
        places = [number & last for number in numbers]
        found.update(compress(numbers, map(marks.__getitem__, places)))
        for place in places:
            marks[place] = 1
    return found
