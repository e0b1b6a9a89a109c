"""Who stands behind a claim: articles, and the origins that these go back to.

An origin is whom an article credits or quotes. An article that credits nobody, in none of its citations, speaks for
itself and is an origin of its own. Articles that copy each other are one witness.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.analyse.consistency.credits import credited
from factsite.findings import Witnesses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factsite.comparisons import Shared
    from factsite.findings import Examined


def witnesses_of(evidence: Sequence[Examined], copies: Mapping[str, str]) -> Witnesses:
    """Count the articles of the evidence, and the origins behind them."""
    behind: dict[str, set[str]] = {}
    for piece in evidence:
        source = piece.evidence.source
        behind.setdefault(copies.get(source, source), set()).update(credited(piece))
    named = sorted(set[str]().union(*behind.values()))
    unnamed = sum(not origins for origins in behind.values())
    return Witnesses(len({piece.evidence.source for piece in evidence}), len(named) + unnamed, tuple(named))


def copies_of(shared: Iterable[Shared]) -> dict[str, str]:
    """Return, for each article that copies or is copied, the first of all that hang together so."""
    first: dict[str, str] = {}
    for pair in shared:
        if pair.copied:
            one, other = (_first(first, name) for name in (pair.one, pair.other))
            low, high = sorted((one, other))
            first[low], first[high] = low, low
    return {name: _first(first, name) for name in sorted(first)}


def _first(first: Mapping[str, str], name: str) -> str:
    while first.get(name, name) != name:
        name = first[name]
    return name
