"""Whether two figures count the same thing, and how sure that is.

What only looks alike is told apart by what is counted (shells, men), what befalls it (killed, injured), what part of it
is meant (fourteen of them children), where and when it was counted, and whether it is, was or may come to be.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factsite.analyse.figures.relations import relate
from factsite.analyse.figures.units import MONEY_UNITS, converted, dimension
from factsite.analyse.suggest.concepts import HUMANS, MONIES, ONCE, SUBGROUPS
from factsite.findings import Figure

if TYPE_CHECKING:
    from factsite.analyse.suggest.statements import Statement

SAME_MEASURE = 0.5
"""Two figures with this score or more are taken to count the same thing."""

WITHIN = 0.15
"""In one article two figures need so much more: a writer rarely contradicts himself."""

LIMITS = ("added", "capacity", "age", "change")
ALIKE = (
    frozenset(("worker", "miner")),
    frozenset(("worker", "soldier")),
    frozenset(("visitor", "protester")),
    frozenset(("home", "building")),
    frozenset(("pupil", "child")),
    frozenset(("passenger", "visitor")),
    frozenset(("home", "family")),
)
"""Kinds that stand for one another besides the people at large."""


def likeness(one: Statement, other: Statement) -> float:
    """Return how sure it is that two figures count the same thing, from 0 to 1."""
    if _looks_alike_only(one, other):
        return 0.0
    score = _base(one, other)
    if not score:
        return 0.0
    score += 0.5 * dice(one.context, other.context) + 0.3 * dice(one.near, other.near)
    score += 0.1 * bool(one.qualities & other.qualities)
    score -= 0.15 * bool(one.qualities and other.qualities and not one.qualities & other.qualities)
    score += min(0.12, 0.04 * len(one.names & other.names))
    score += _size(one.figure, other.figure)
    if (
        one.figure.days is not None
        and (one.context & HUMANS)
        and (other.context & HUMANS)
        and not one.context & other.context & HUMANS
    ):
        score -= 0.2
    score -= 0.12 * (("ahead" in one.flags) != ("ahead" in other.flags))
    if one.source == other.source:
        score -= WITHIN
    return max(0.0, min(score, 1.0))


def _size(one: Figure, other: Figure) -> float:
    """Return what the size of two amounts says: the same thing is seldom counted to ten times as much."""
    if one.interval is None or other.interval is None:
        return 0.0
    as_one = converted(other.interval, other.unit, one.unit)
    first, second = sorted(
        abs(interval.low or interval.high or Decimal(1)) or Decimal(1) for interval in (one.interval, as_one)
    )
    ratio = second / first
    return 0.06 if ratio < 2 else 0.0 if ratio < 5 else -0.08 if ratio < 20 else -0.2


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much two sets have in common, from 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


MEASURES = frozenset("height depth length width weight wind rain old speed distance".split())
"""What units of measurement are of."""


def _base(one: Statement, other: Statement) -> float:
    """Return what the things counted alone are worth."""
    if one.figure.days is not None:
        return 0.15 + 0.15 * (bool(one.role) and one.role == other.role)
    if "age" in one.flags:
        return 0.5 if one.names & other.names else 0.0
    kinds, roles = {one.kind, other.kind}, {one.role, other.role}
    if one.figure.unit:
        measured = [statement.near & MEASURES for statement in (one, other)]
        if all(measured) and not measured[0] & measured[1]:
            return 0.0
        same = len(kinds) == 1 and "" not in kinds
        if not (one.context & other.context) - MEASURES:
            return 0.0
        if one.figure.unit in MONEY_UNITS and not _same_money(one, other):
            return 0.0
        return 0.2 + 0.15 * same + 0.1 * (len(roles) == 1 and "" not in roles) + 0.2 * all(measured)
    if len(roles) == 1 and roles <= ONCE and kinds <= HUMANS | {""}:
        return 0.6
    if len(roles) == 2 and "" in roles and roles & ONCE and kinds <= HUMANS | {""}:
        return 0.2
    if len(kinds) == 1 and "" not in kinds:
        if "" in roles and not (one.context & other.context) - kinds:
            return 0.0
        generic = kinds <= {"person"}
        if len(roles) == 1:
            return 0.5 if "" not in roles else (0.3 if generic else 0.45)
        return 0.2 if generic else 0.35
    if len(roles) == 1 and "" not in roles:
        return 0.35
    return 0.25 if "" not in kinds and kinds <= HUMANS else 0.0


def _same_money(one: Statement, other: Statement) -> bool:
    """Say whether two sums may be of one kind: nothing says that one is a price and the other a budget."""
    kinds = [
        (statement.near or statement.context) & MONEY_KINDS or statement.context & MONEY_KINDS
        for statement in (one, other)
    ]
    return not all(kinds) or bool(kinds[0] & kinds[1])


MONEY_KINDS = frozenset(MONIES.values())


def _looks_alike_only(one: Statement, other: Statement) -> bool:
    """Say whether something tells the things counted apart."""
    if (one.figure.days is None) != (other.figure.days is None):
        return True
    if one.figure.days is None and dimension(one.figure.unit) != dimension(other.figure.unit):
        return True
    return (
        _other_limits(one, other)
        or _other_kind(one, other)
        or (bool(one.role and other.role) and one.role != other.role)
        or _other_time(one, other)
        or _other_place(one, other)
    )


def _other_limits(one: Statement, other: Statement) -> bool:
    """Say whether one is a part, an addition, a rate or a forecast, and the other is not."""
    if any((limit in one.flags) != (limit in other.flags) for limit in LIMITS):
        return True
    if {"ahead", "done"} <= one.flags | other.flags and not {"ahead", "done"} & one.flags & other.flags:
        return True
    rates = [{flag for flag in statement.flags if flag.startswith("rate")} for statement in (one, other)]
    if bool(rates[0]) != bool(rates[1]) or (
        rates[0] != rates[1] and {"rate "}.isdisjoint(rates[0] | rates[1])
    ):
        return True
    if {"scope national", "scope local"} <= one.flags | other.flags:
        return True
    part = ("part" in one.flags) != ("part" in other.flags)
    return part and not (one.kind == other.kind and one.kind in SUBGROUPS)


def _other_kind(one: Statement, other: Statement) -> bool:
    if not one.kind or not other.kind or one.kind == other.kind or one.figure.days is not None:
        return False
    if one.figure.unit:
        return False
    kinds = {one.kind, other.kind}
    if kinds in ALIKE:
        return False
    return not ("person" in kinds and kinds <= HUMANS and not kinds & SUBGROUPS)


def _other_time(one: Statement, other: Statement) -> bool:
    """Say whether the two are of different times: of other years, other days, or an earlier and a later count."""
    if bool(one.times) != bool(other.times) or (
        one.times and not one.times & other.times and one.figure.days is None
    ):
        return True
    if one.figure.days is not None:
        return False
    if {"earlier", "other"} & (one.flags ^ other.flags):
        return True
    if one.weekdays and other.weekdays and not one.weekdays & other.weekdays:
        return True
    if not one.when or not other.when:
        return False
    as_dates = [
        [Figure("", None, "date", "date", days) for days in statement.when] for statement in (one, other)
    ]
    return all(relate(first, second).kind == "conflicting" for first in as_dates[0] for second in as_dates[1])


def _other_place(one: Statement, other: Statement) -> bool:
    """Say whether the two are of different places: each is counted where the other sentence does not speak of."""
    if not one.places or not other.places or one.places & other.places:
        return False
    return not (one.places & other.names) and not (other.places & one.names)
