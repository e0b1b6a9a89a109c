"""What happened to claims: published, verdict changed, corrected, withdrawn. The days are those of the records."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from factsite.frozen import NamedTuple
from factsite.model import verdicts_after

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factsite.findings import Row
    from factsite.model import Claim
    from factsite.values import Prose

FEWEST, MOST = 10, 200
WEEK = dt.timedelta(days=7)


class Event(NamedTuple):
    """Something that happened to a claim on a day.

    ``name`` is the event's own among those of the claim: "published", "corrected", "corrected-2" for the second of that
    day. ``now`` is the verdict that it left the claim with, ``was`` the one that this took the place of; ``text`` is what the
    editors say of it.
    """

    day: dt.date
    row: Row
    name: str
    now: str
    was: str | None = None
    text: Prose | None = None

    @property
    def kind(self) -> str:
        """What happened: "published", "verdict-changed", "corrected" or "withdrawn"."""
        return self.name.rstrip("0123456789").rstrip("-")


def changed(of: Claim | Row) -> dt.date:
    """Return the day on which a claim's page last said something new, as its file has it."""
    days = [of.checked, *(change.date for change in of.corrections)]
    return max(days + ([of.withdrawn.date] if of.withdrawn else []))


def events(rows: Iterable[Row]) -> list[Event]:
    """Return all that happened, the newest first, and on one day in the order of the claims."""
    found = [event for row in rows for event in _of(row)]
    return sorted(found, key=lambda event: event.day, reverse=True)


def latest(found: Sequence[Event]) -> Sequence[Event]:
    """Return the last ten events, or those of the week before the newest where these are more, but two hundred at most."""
    week = [event for event in found if found[0].day - event.day < WEEK]
    return found[: min(MOST, max(FEWEST, len(week)))]


def _of(row: Row) -> Iterator[Event]:
    """Yield what happened to a claim, the last first; one that was withdrawn is announced no more."""
    if row.withdrawn:
        yield Event(row.withdrawn.date, row, "withdrawn", row.verdict, text=row.withdrawn.reason)
    yield from reversed(list(_corrections(row)))
    if row.published and not row.withdrawn:
        first = next((change.verdict_was for change in row.corrections if change.verdict_was), row.verdict)
        yield Event(row.published, row, "published", first)


def _corrections(row: Row) -> Iterator[Event]:
    seen: dict[tuple[dt.date, str], int] = {}
    for change, now in zip(row.corrections, verdicts_after(row.corrections, row.verdict), strict=True):
        kind = "verdict-changed" if change.verdict_was else "corrected"
        count = seen[change.date, kind] = seen.get((change.date, kind), 0) + 1
        name = kind if count == 1 else f"{kind}-{count}"
        yield Event(change.date, row, name, now, change.verdict_was, change.text)
