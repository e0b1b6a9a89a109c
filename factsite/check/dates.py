"""Whether dates can be: not in the future, and in their order.

All that depends on the day of the build is here, and takes the rows: what is found out about a claim holds on any day.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factsite.diagnostic import Diagnostic

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from factsite.findings import Dated, Row
    from factsite.place import Place


def date_in_future(row: Row, today: dt.date) -> Iterator[Diagnostic | None]:
    """A claim was checked, published, corrected or withdrawn, or an article published, on a day that has not come yet.

    Why: it is a slip of the pen, mostly in the year, and readers would lose trust in every other date.
    Fix: write the day on which it was done. What an article forecasts goes into `as_of`, which may lie ahead.
    """
    for _, day, place in row.dates:
        yield not_yet(day, place, today)


def not_yet(day: dt.date, place: Place, today: dt.date) -> Diagnostic | None:
    """Judge one day."""
    if day <= today:
        return None
    return Diagnostic(
        "date-in-future",
        place,
        f"{day} has not come yet; today is {today}",
        help="write the day on which it was done",
    )


def dates_out_of_order(row: Row, today: dt.date) -> Iterator[Diagnostic | None]:
    """Dates of a claim contradict each other.

    Why: a claim is checked after its sources were published, and anew when it is corrected; nothing is corrected before it is
    published; corrections stand oldest first, and a withdrawal comes last.
    Fix: correct the date that is wrong, or check the claim anew and put that day under `checked`.
    """
    dates = [dated for dated in row.dates if dated.day <= today]
    checked = next((dated for dated in dates if dated.what == "checked"), None)
    if checked is None:
        return
    for read in row.dates_read:
        if read.day <= today:
            yield _after(checked, read)
    corrections = [dated for dated in dates if dated.what == "corrected"]
    for earlier, later in pairwise(corrections):
        yield _after(later, earlier)
    for dated in corrections:
        yield _after(checked, dated)
    withdrawn = [dated for dated in dates if dated.what == "withdrawn"]
    first = next((dated for dated in dates if dated.what == "published"), None)
    for dated in (*corrections, *withdrawn):
        if first:
            yield _after(dated, first)
    for dated in withdrawn:
        yield _after(dated, checked)


def _after(later: Dated, earlier: Dated) -> Diagnostic | None:
    """Judge whether two days are in order."""
    if later.day >= earlier.day:
        return None
    return Diagnostic(
        "dates-out-of-order", later.place, f"{later.what} {later.day}, before {earlier.what} {earlier.day}",
        help="correct the date that is wrong", also=((earlier.place, f"{earlier.what} {earlier.day}"),),
    )  # fmt: skip


RULES = (date_in_future, dates_out_of_order)
