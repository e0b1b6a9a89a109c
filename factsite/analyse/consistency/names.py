"""Notes on names: the same person spelled differently by the articles of a claim."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from factsite.english import listed
from factsite.findings import Note

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.findings import Examined, SourceFindings
    from factsite.model import Origin, Source

CLOSE = 2
"""Words of a name that differ in so many letters at most are two spellings of one word."""

SHORTEST = 4
"""Shorter words, initials among them, are no spellings of each other."""


def notes_on_names(
    evidence: Sequence[Examined],
    sources: Mapping[str, Source],
    articles: Mapping[str, SourceFindings],
    origins: Mapping[str, Origin],
) -> Iterator[Note]:
    """Say where the articles of a claim spell a person that the claim credits or quotes in different ways."""
    cited = [piece.evidence.source for piece in evidence]
    credited = (origin for piece in evidence for origin in (piece.speaker, piece.according_to) if origin)
    for origin in dict.fromkeys(credited):
        used: dict[str, Sequence[str]] = {
            name: articles[name].names[origin]
            for name in dict.fromkeys(cited)
            if name in articles and origin in articles[name].names
        }
        if origins[origin].type == "person" and _differ(list(used.values())):
            positions = tuple(at for at, name in enumerate(cited) if name in used)
            yield Note(
                "name", f"One person is spelled in different ways: {_spellings(used, sources)}.", positions
            )


def _spellings(used: Mapping[str, Sequence[str]], sources: Mapping[str, Source]) -> str:
    """Return each spelling with the articles that have it."""
    spelled: dict[str, list[str]] = {}
    for name, names in used.items():
        spelled.setdefault(max(names, key=len), []).append(sources[name].label)
    return listed([f"“{words}” in {listed(labels)}" for words, labels in spelled.items()])


def _differ(spellings: Sequence[Sequence[str]]) -> bool:
    """Say whether two articles spell a word of a name differently, each in its own way alone."""
    words = [{word for name in names for word in re.findall(r"[^\W\d_]+", name)} for names in spellings]
    return any(
        respelled(own, foreign)
        for one, other in combinations(words, 2)
        for own in one - other
        for foreign in other - one
    )


def respelled(one: str, other: str) -> bool:
    """Say whether two words are spellings of one name: "Zelensky" and "Zelenskyy", "Antony" and "Anthony"."""
    one, other = one.casefold(), other.casefold()
    if min(len(one), len(other)) < SHORTEST or one[0] != other[0]:
        return False
    return 0 < _distance(one, other) <= CLOSE


def _distance(one: str, other: str) -> int:
    """Return how many letters have to be added, dropped or changed to come from one word to the other."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row = row, [at]
        for column, counterpart in enumerate(other, 1):
            row.append(min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != counterpart)))
    return row[-1]
