"""The order in which the site lists its claims, and what stands beside each of them in it."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from factsite.frozen import NamedTuple
from factsite.render import urls

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

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


def besides(site: Site, rows: Sequence[Row]) -> Mapping[str, Beside]:
    """Return for each claim what stands beside it."""
    order = [row for _, group in by_topic(site, rows) for row in group]
    names, near = [(row.id,) for row in order], dict(_near(order))
    return {
        row.id: Beside(previous, following, near.get(row.id, ()))
        for row, previous, following in zip(order, [(), *names], [*names[1:], ()], strict=False)
    }


def measure(row: Row) -> str | None:
    """Return what a claim's figures count, alike for all that count the same."""
    return " ".join(row.measure.casefold().split()) if row.measure else None


def _near(rows: Iterable[Row]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield with each claim others of its measure, those left out that the editor names as related."""
    for group in grouped(rows, measure).values():
        standing = [row.id for row in group if row.withdrawn is None]
        for row in group:
            left_out = (row.id, *row.related)
            yield row.id, tuple(islice((name for name in standing if name not in left_out), NEAR))
