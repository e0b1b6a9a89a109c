"""What is known of facts that were examined."""

from __future__ import annotations

import datetime as dt

from factsite import check
from factsite.facts import _judged
from factsite.findings import Dated
from factsite.place import Place
from tests.samples import row

FIRST, LATER = dt.date(2024, 3, 1), dt.date(2024, 3, 5)


def dated(what: str, day: dt.date) -> Dated:
    """Return what was done on a day."""
    return Dated(what, day, Place("content/facts/day.yaml"))


def test_dates_that_hold_are_judged_once() -> None:
    """From the day on when none lies ahead, as many things hold; what is wrong then is judged anew each time."""
    holds = row("day", dates=(dated("checked", LATER),), dates_read=(dated("gazette published", FIRST),))
    day, checks = _judged(holds)
    assert day == LATER.toordinal()
    for today in (LATER, dt.date(2030, 1, 1)):
        assert list(check.check_dates([holds], today)) == [None] * checks
    assert any(check.check_dates([holds], FIRST))
    wrong = row("day", dates=(dated("checked", FIRST),), dates_read=(dated("gazette published", LATER),))
    assert _judged(wrong) == (0, 0)
