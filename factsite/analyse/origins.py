"""Whom the articles credit and quote: from the name an editor wrote to the origin, and whether the article names it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factsite.analyse.passages import Passage, folded_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factsite.model import Origin


def resolve(written: str, origins: Mapping[str, Origin]) -> str | None:
    """Return the id of the origin that goes by this id, name or alias; None where none does."""
    if written in origins:
        return written
    wanted = folded_text(written).casefold()
    return next((identifier for identifier, origin in origins.items() if wanted in _names(origin)), None)


def _names(origin: Origin) -> set[str]:
    return {folded_text(name).casefold() for name in (origin.name, *origin.aliases)}


def named_in(article: Passage, origins: Mapping[str, Origin]) -> dict[str, tuple[str, ...]]:
    """Return the origins that the article names, by id, with the names and aliases it has as whole words."""
    used = {
        identifier: tuple(name for name in (origin.name, *origin.aliases) if article.find(_folded(name)))
        for identifier, origin in origins.items()
    }
    return {identifier: names for identifier, names in used.items() if names}


@cache
def _folded(name: str) -> str:
    """Return a name as it is looked for; there are few names, and each is looked for in every article."""
    return folded_text(name)
