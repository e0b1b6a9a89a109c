"""Whom the articles credit and quote: from the name an editor wrote to the origin, and whether the article names it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factsite.analyse.passages import Passage, folded_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factsite.model import Origin


def called(origins: Mapping[str, Origin]) -> dict[str, str]:
    """Return the id of the origin that goes by each name or alias, folded; the first where several do."""
    ids: dict[str, str] = {}
    for identifier, origin in origins.items():
        for name in names_of(origin):
            ids.setdefault(folded_text(name).casefold(), identifier)
    return ids


def resolve(written: str, origins: Mapping[str, Origin], names: Mapping[str, str]) -> str | None:
    """Return the id of the origin that goes by this id, name or alias; None where none does.

    ``names`` are what the origins are ``called``.
    """
    return written if written in origins else names.get(folded_text(written).casefold())


def names_of(origin: Origin) -> tuple[str, ...]:
    """Return the names that an origin goes by."""
    return origin.name, *origin.aliases


def named_in(article: Passage, names: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return the origins that a text names, by id, with those of their names that it has as whole words."""
    used = {
        identifier: tuple(name for name in theirs if article.find(_folded_name(name)))
        for identifier, theirs in names.items()
    }
    return {identifier: found for identifier, found in used.items() if found}


@lru_cache(maxsize=10_000)
def _folded_name(name: str) -> str:
    """Return a name folded: one name is looked for in many texts."""
    return folded_text(name)
