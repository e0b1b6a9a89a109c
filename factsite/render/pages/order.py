"""The order in which the site lists its claims, and what stands beside each of them in it."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from factsite.frozen import NamedTuple
from factsite.render import urls

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factsite.findings import Row
    from factsite.model import Site
    from factsite.values import Id

TOPIC = attrgetter("topic")

NEAR = 4
"""So many claims of the same measure are named at the foot of a claim."""


Topics = list[tuple["Id | None", list["Row"]]]
"""The topics that have claims, each with its claims."""


class Beside(NamedTuple):
    """What stands beside a claim, as ids: the claims before and after it in the lists, and others of its measure."""

    previous: tuple[str, ...] = ()
    following: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def grouped(rows: Iterable[Row], key: Callable[[Row], str | None]) -> dict[str, list[Row]]:
    """Group rows by topic, verdict or whatever the key gives; rows for which it gives None are in no group."""
    groups: dict[str | None, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return {name: group for name, group in groups.items() if name is not None}


def by_topic(site: Site, rows: Sequence[Row]) -> Topics:
    """Return the topics that have claims, in the order of site.yaml, each with its claims; those without one come last."""
    groups = grouped(rows, TOPIC)
    found: Topics = [(name, groups[name]) for name in site.topics if name in groups]
    rest = [row for row in rows if row.topic is None]
    return [*found, (None, rest)] if rest else found


def topic_heading(site: Site, name: Id | None) -> tuple[str, str | None]:
    """Return a topic's name and its page; claims without one have a heading all the same."""
    if name is None:
        return "Other claims" if site.topics else "All claims", None
    return site.topics[name].name, urls.topic(name)


class Besides:
    """What stands beside each claim, found when it is asked for: a build after an edit asks for few."""

    def __init__(self, site: Site, rows: Sequence[Row]) -> None:
        """Look once at each claim."""
        self._order = [row for _, group in by_topic(site, rows) for row in group]
        self._places = {row.id: place for place, row in enumerate(self._order)}
        self._measures = grouped(self._order, measure)

    def __getitem__(self, claim: str) -> Beside:
        """Return what stands beside a claim."""
        place = self._places[claim]
        previous, following = self._order[max(place - 1, 0) : place], self._order[place + 1 : place + 2]
        return Beside(
            tuple([row.id for row in previous]),
            tuple([row.id for row in following]),
            tuple(islice(self._near(self._order[place]), NEAR)),
        )

    def _near(self, row: Row) -> Iterator[str]:
        """Yield others of the claim's measure that stand, those left out that the editor names as related."""
        left_out = (row.id, *row.related)
        for other in self._measures.get(measure(row) or "", ()):
            if other.withdrawn is None and other.id not in left_out:
                yield other.id


def measure(row: Row) -> str | None:
    """Return what a claim's figures count, alike for all that count the same."""
    return " ".join(row.measure.casefold().split()) if row.measure else None
