"""What the pages of the whole site are made from, so that a build can leave those alone that would come out as before."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from factsite.findings import Row
    from factsite.model import Source


class Sheet(NamedTuple):
    """A page that is made from rows: where it stands, everything that it is made from besides the site itself, and what makes its view.

    ``rows`` are the claims that it tells of, ``sources`` the ids of those whose record, text, coverage or shared passages it
    tells of. ``rest`` are plain values, that can be marshalled: counts, digests of labels, places in a list. The sitemap has what is ``listed``.
    """

    path: str
    rows: tuple[Row, ...]
    sources: tuple[str, ...]
    rest: tuple[object, ...]
    view: Callable[[], Any]
    listed: bool = True


class Labels:
    """What pages say of sources that they only name: the label, the day, and whether the article may be printed whole."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        """Look once at each source."""
        self._said = {
            name: digest(name, source.label, str(source.published), source.show)
            for name, source in sources.items()
        }
        self._of_rows: dict[str, bytes] = {}

    def named(self, names: Iterable[str]) -> bytes:
        """Return a digest for each of the sources of these ids."""
        return b"".join([self._said[name] for name in dict.fromkeys(names)])

    def of(self, rows: Iterable[Row]) -> bytes:
        """Return the same for the sources that claims name."""
        known = self._of_rows
        return b"".join([known.get(row.id) or self._of(row) for row in rows])

    def _of(self, row: Row) -> bytes:
        """Keep what is said of the sources of a claim, which many lists have."""
        found = self._of_rows[row.id] = b"".join([self._said[name] for name in row.sources])
        return found


def digest(*words: str) -> bytes:
    """Return a digest of some words."""
    return hashlib.blake2b("\0".join(words).encode(), digest_size=8).digest()
