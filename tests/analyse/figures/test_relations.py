"""Intervals laid over each other."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse.figures.relations import overlap
from factsite.findings import Interval


def interval(low: int, high: int | None, *, low_in: bool = True, high_in: bool = True) -> Interval:
    """Return an interval between whole numbers."""
    return Interval(Decimal(low), None if high is None else Decimal(high), low_in, high_in)


def test_what_all_allow_is_left() -> None:
    """The last beginning and the first end bound what is common."""
    found = overlap([interval(0, 30), interval(28, 32), interval(25, None)])
    assert (found.last_to_begin, found.first_to_end, found.common) == (1, 0, interval(28, 30))


def test_intervals_that_exclude_each_other_are_named_with_the_gap_between_them() -> None:
    """The two that bound the gap are those that no number can satisfy."""
    found = overlap([interval(115, 125), interval(110, 130), interval(130, None, low_in=False)])
    assert (found.last_to_begin, found.first_to_end, found.common, found.gap) == (2, 0, None, 5)


def test_intervals_that_touch_share_the_number_only_where_both_include_it() -> None:
    """Both "up to 3" and "at least 3" are true of 3; "up to 3" and "more than 3" of nothing."""
    assert overlap([interval(0, 3), interval(3, None)]).common == interval(3, 3)
    found = overlap([interval(0, 3), interval(3, None, low_in=False)])
    assert (found.common, found.gap) == (None, 0)


def test_without_an_end_nothing_is_excluded() -> None:
    """The strictest beginning counts."""
    found = overlap([interval(3, None), interval(3, None, low_in=False)])
    assert (found.last_to_begin, found.common) == (1, interval(3, None, low_in=False))


ENDS = st.tuples(st.integers(0, 20), st.integers(0, 20), st.booleans(), st.booleans())


@given(st.lists(ENDS, min_size=1, max_size=5), st.decimals(0, 20, places=1))
def test_a_number_is_common_exactly_when_every_interval_has_it(
    ends: list[tuple[int, int, bool, bool]], number: Decimal
) -> None:
    """The result agrees with trying a number in each interval by itself."""
    intervals = [
        interval(min(a, b), max(a, b), low_in=c or a == b, high_in=d or a == b) for a, b, c, d in ends
    ]
    common = overlap(intervals).common
    assert (common is not None and _has(common, number)) == all(_has(one, number) for one in intervals)


def _has(one: Interval, number: Decimal) -> bool:
    """Say whether a number lies in an interval."""
    above = number > one.low or (number == one.low and one.low_in)
    return above and (one.high is None or number < one.high or (number == one.high and one.high_in))
