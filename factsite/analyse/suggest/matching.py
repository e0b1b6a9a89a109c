"""How sure it is that two figures count the same thing: the more they share of what counts a thing, the surer."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TYPE_CHECKING

from factsite.analyse.figures.units import MONEY_UNITS, UNITS, converted
from factsite.analyse.suggest.concepts import (
    HUMANS,
    KINDS_WORDED,
    MONEY_WORDED,
    ONCE,
    ROLES_WORDED,
    SAME_WORDED,
    SHARES,
)
from factsite.analyse.suggest.lookalikes import looks_alike_only

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factsite.analyse.suggest.statements import Statement
    from factsite.findings import Figure

MEASURES = frozenset("height depth length width weight wind rain old speed distance magnitude".split())
"""What units of measurement are of."""

EVENTS = frozenset(SAME_WORDED) | frozenset(ROLES_WORDED) - MEASURES
"""What happens, where several words mean the same."""

SMALL = 5
"""Below this a number is so common that two of them seldom belong together."""

WEIGHTS: Mapping[str, float] = {
    "always": -3.0,
    "same role of people": 2.6,
    "same role otherwise": 0.8,
    "role in one alone": -0.8,
    "same kind of people": 1.2,
    "same kind of things": 1.0,
    "same thing otherwise": 0.5,
    "kind unknown": -2.5,
    "qualities shared": 0.8,
    "qualities all differ": -0.8,
    "same words": 5.0,
    "same words close by": 2.5,
    "names shared": 0.6,
    "names all differ": -0.5,
    "names close by all differ": -0.8,
    "names close by a measurement all differ": -1.5,
    "places shared": 0.4,
    "place in one alone": -0.2,
    "weekday shared": 0.8,
    "one looks ahead": -1.0,
    "both of other times": 0.3,
    "in one article": -3.0,
    "sum in one alone": -1.0,
    "part of a place in one alone": -1.0,
    "the only one of its unit": 0.9,
    "size within double": 1.0,
    "size beyond fivefold": -1.6,
    "size beyond twentyfold": -1.2,
    "small number": -0.6,
    "unit of money": 0.5,
    "unit of time": -1.2,
    "unit of share": -0.5,
    "unit, same role": 1.2,
    "age of one person": 4.5,
    "same rate": 1.0,
    "unit, same thing": 0.6,
    "unit, same measure": 1.5,
    "date, same event": 1.6,
    "date, other people": -2.0,
}
"""What each sign adds to the likelihood that two figures count the same thing, as its logarithm of odds; others add nothing."""


def likeness(one: Statement, other: Statement) -> float:
    """Return how sure it is that two figures count the same thing, from 0 to 1."""
    if looks_alike_only(one, other):
        return 0.0
    odds = sum(WEIGHTS.get(name, 0.0) * value for name, value in signs(one, other))
    return 1 / (1 + math.exp(-odds))


def signs(one: Statement, other: Statement) -> Iterator[tuple[str, float]]:
    """Yield the signs that two figures count the same thing, or not, each by name with how much of it there is."""
    yield "always", 1.0
    yield from _of_things(one, other)
    yield "same words", dice(one.context, other.context)
    yield "same words close by", dice(one.near, other.near)
    yield "names shared", min(3, len(one.names & other.names)) / 3
    yield "names all differ", float(bool(one.names and other.names and not one.names & other.names))
    close = bool(one.close_names and other.close_names and not one.close_names & other.close_names)
    measured = " a measurement" if one.figure.unit else ""
    yield f"names close by{measured} all differ", float(close and not {one.role, other.role} <= ONCE)
    yield "places shared", float(bool(one.places & other.places))
    yield "place in one alone", float(bool(one.places) != bool(other.places))
    yield "weekday shared", float(bool(one.weekdays & other.weekdays))
    yield (
        "same rate",
        float(
            any(flag.startswith("rate") for flag in one.flags & other.flags)
            or ("rate " in one.flags | other.flags)
        ),
    )
    yield "one looks ahead", float(("ahead" in one.flags) != ("ahead" in other.flags))
    yield "both of other times", float(bool(one.times and other.times))
    yield (
        "sum in one alone",
        float(("sum" in one.flags) != ("sum" in other.flags) and one.figure.days is None),
    )
    yield (
        "part of a place in one alone",
        float(("scope town" in one.flags) != ("scope town" in other.flags)),
    )
    yield "in one article", float(one.source == other.source)
    yield from _of_sizes(one.figure, other.figure)


def _of_things(one: Statement, other: Statement) -> Iterator[tuple[str, float]]:
    """Yield the signs in what is counted and what befalls it."""
    kinds, roles = {one.kind, other.kind}, {one.role, other.role}
    same_role, same_kind = len(roles) == 1 and "" not in roles, len(kinds) == 1 and "" not in kinds
    yield "qualities shared", float(bool(one.qualities & other.qualities))
    yield (
        "qualities all differ",
        float(bool(one.qualities and other.qualities and not one.qualities & other.qualities)),
    )
    unit = one.figure.unit
    if one.figure.days is not None:
        yield "date, same event", min(2, len(one.context & other.context & EVENTS)) / 2
        people = [statement.context & HUMANS - {"person"} for statement in (one, other)]
        yield "date, other people", float(all(people) and not people[0] & people[1])
        return
    if unit:
        named = "money" if unit in MONEY_UNITS else UNITS[unit].dimension
        yield f"unit of {named}{' with a role' if same_role else ''}", 1.0
        yield (
            "the only one of its unit",
            float(one.sole and other.sole and unit not in MONEY_UNITS and unit != "percent"),
        )
        yield "age of one person", float("age" in one.flags)
        yield "unit, same role", float(same_role)
        yield "unit, same thing", float(same_kind)
        yield "unit, same measure", float(bool(_measured(one) & _measured(other)))
        return
    yield "same role of people", float(same_role and roles <= ONCE and kinds <= HUMANS | {""})
    yield "same role otherwise", float(same_role and not (roles <= ONCE and kinds <= HUMANS | {""}))
    yield "role in one alone", float("" in roles and len(roles) == 2)
    yield "small number", float(not roles <= ONCE and min(_number(one), _number(other)) < SMALL)
    yield "same kind of people", float(same_kind and kinds <= HUMANS - {"person"})
    yield "same kind of things", float(same_kind and kinds <= KINDS_WORDED.keys() - HUMANS)
    yield "same thing otherwise", float(same_kind and not kinds <= KINDS_WORDED.keys())
    yield "kind unknown", float("" in kinds and not (same_role and roles <= ONCE))


def _number(statement: Statement) -> Decimal:
    interval = statement.figure.interval
    return (interval.low or interval.high or Decimal(0)) if interval else Decimal(0)


def _measured(statement: Statement) -> frozenset[str]:
    """Return what a unit of measurement, or a sum of money, is of."""
    return statement.near & (MEASURES | MONEY_WORDED.keys() | SHARES)


def _of_sizes(one: Figure, other: Figure) -> Iterator[tuple[str, float]]:
    """Yield the signs in the size of two amounts: the same thing is seldom counted to ten times as much."""
    if one.interval is None or other.interval is None:
        return
    as_one = converted(other.interval, other.unit, one.unit)
    first, second = sorted(
        abs(interval.low or interval.high or Decimal(1)) or Decimal(1) for interval in (one.interval, as_one)
    )
    yield "size within double", float(second < 2 * first)
    yield "size beyond fivefold", float(5 * first <= second)
    yield "size beyond twentyfold", float(20 * first <= second)


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much two sets have in common, from 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
