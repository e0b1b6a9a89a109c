"""What the pages of the whole site are made from, so that a build can leave those alone that would come out as before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from factsite.findings import Row
    from factsite.model import Source


class Sheet(NamedTuple):
    """A page that is made from rows: where it stands, everything that it is made from besides the site itself, and what makes its view.

    ``rows`` are the claims that it tells of, ``sources`` the ids of those whose record, text, coverage or shared passages it
    tells of. ``rest`` are plain values, that can be marshalled: counts, labels, places in a list. The sitemap has what is ``listed``.
    """

    path: str
    rows: tuple[Row, ...]
    sources: tuple[str, ...]
    rest: tuple[object, ...]
    view: Callable[[], Any]
    listed: bool = True


class Labels:
    """What pages say of sources that they only name: the label and the day, in the order of the sources."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        """Look up each source once."""
        self._places = {name: place for place, name in enumerate(sources)}
        self._said = [
            (name, source.label, source.published and source.published.isoformat())
            for name, source in sources.items()
        ]

    def named(self, names: Iterable[str]) -> tuple[tuple[object, ...], ...]:
        """Return what is said of the sources of these ids."""
        return tuple([self._said[place] for place in sorted({self._places[name] for name in names})])

    def of(self, rows: Iterable[Row]) -> tuple[tuple[object, ...], ...]:
        """Return what is said of the sources that claims name."""
        return self.named(set().union(*[row.sources for row in rows]))
