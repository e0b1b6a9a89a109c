"""Notes on names: the same person spelled differently in the citations of a claim."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from factsite.analyse.consistency.credits import credited
from factsite.analyse.origins import named_in
from factsite.analyse.passages import Passage
from factsite.english import listed
from factsite.findings import Note

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.findings import Background, Examined
    from factsite.model import Source

CLOSE = 2
"""Words of a name that differ in so many letters at most are two spellings of one word."""

SHORTEST = 4
"""Shorter words, initials among them, are no spellings of each other."""


def notes_on_names(evidence: Sequence[Examined], background: Background) -> Iterator[Note]:
    """Say where the citations of a claim spell a person in different ways."""
    named = [_named(piece, background) for piece in evidence]
    every = frozenset[str]().union(*named)
    if not every:
        return
    for person in (name for name in background.origins if name in every):
        positions = tuple(at for at, names in enumerate(named) if person in names)
        used: dict[str, list[str]] = {}
        for at in positions:
            used.setdefault(evidence[at].evidence.source, []).extend(named[at][person])
        if _differ(list(used.values())):
            text = f"One person’s name is spelled in different ways: {_spellings(used, background.sources)}."
            yield Note("name", text, positions)


def _named(piece: Examined, background: Background) -> Mapping[str, Sequence[str]]:
    """Return the people that a citation names, and how: those in its quotation, and in its lines those whom it credits."""
    source, cited = piece.evidence.source, piece.evidence.lines
    article = background.articles.get(source)
    names = article.names if article else {}  # what the article has nowhere, its lines have neither
    people = {name: used for name, used in names.items() if background.origins[name].type == "person"}
    if not people:
        return {}
    theirs = {name: people[name] for name in credited(piece) if name in people}
    lines = background.texts[source].lines[cited.first - 1 : cited.last] if theirs else ()
    return named_in(Passage([piece.text]), people) | named_in(Passage(lines), theirs)


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
