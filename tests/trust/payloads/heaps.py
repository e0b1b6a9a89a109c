"""Heaps of payloads: hundreds in each field, so that few pages hold all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.trust.payloads.fields import MARKDOWN, NEUTRAL, PLAIN, Words
from tests.trust.payloads.lists import within

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NAMES = "names"
"""Fields whose words stand on many pages: they get a handful."""
FILLED = {PLAIN: 9_900, MARKDOWN: 30_000, NAMES: 500}
"""So many characters a heap has at most: plain text of 10,000 is too long."""
ON_MANY_PAGES = {
    "Site": ("title", "description"), "Publisher": ("name",), "Topic": ("name",), "Verdict": ("label",), "Origin": ("name",),
    "Claim": ("claim",), "Essay": ("title",), "Source": ("name", "title", "publisher", "author", "file"),
}  # fmt: skip
RECORDS = 2
"""So many there are of each record: a relation needs two."""
RUNS = re.compile(r"<|script:|\bon\w+\s*=", re.IGNORECASE)
SWALLOWING = ("```", "~~~", "<!--")
"""What takes all that follows it for its own in Markdown."""


def active(text: str) -> bool:
    """Say whether a text could run in a page, were it written there as it is."""
    return RUNS.search(text) is not None


def heaped(payloads: Iterable[str], kind: str) -> list[str]:
    """Return payloads in heaps for fields of a kind, those last that would keep others from being read."""
    heaps: list[list[str]] = [[]]
    room = FILLED[kind]
    for text in sorted(
        filter(within, payloads),
        key=lambda text: any(sign in text for sign in SWALLOWING),
    ):
        if len(text) + 2 > room:
            heaps.append([])
            room = FILLED[kind]
        heaps[-1].append(text)
        room -= len(text) + 2
    return [("\n\n" if kind == MARKDOWN else " ").join(heap) for heap in heaps]


@dataclass(slots=True)
class Heaps(Words):
    """What is written into text fields: in each value the next heap, of plain text and of Markdown alike; none stands there twice."""

    heaps: Mapping[str, Sequence[str]] = field(default_factory=dict)
    given: dict[tuple[str, str, int], str] = field(default_factory=dict)
    next: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FILLED, 0))

    @property
    def count(self) -> int:
        """How many there are of each record."""
        return RECORDS

    @property
    def left(self) -> dict[str, int]:
        """How many heaps of plain text and of Markdown stand in no field."""
        return {kind: max(0, len(self.heaps[kind]) - self.next[kind]) for kind in (PLAIN, MARKDOWN)}

    def of(self, record: str, key: str, number: int, kind: str) -> str:
        """Return what stands in a field of a record with this number: the same each time."""
        place = (record, key, number)
        if place not in self.given:
            kind = NAMES if kind == PLAIN and key in ON_MANY_PAGES.get(record, ()) else kind
            heaps = self.heaps[kind]
            self.given[place] = (
                heaps[self.next[kind]] if self.next[kind] < len(heaps) else f"{NEUTRAL} {place}"
            )
            self.next[kind] += 1
        return self.given[place]


def heaps_of(payloads: Sequence[str]) -> Heaps:
    """Return payloads in heaps for fields of every kind."""
    return Heaps((), "", heaps={kind: heaped(payloads, kind) for kind in FILLED})
