"""Whether two figures count the same thing, and how sure that is.

What only looks alike is told apart by what is counted (shells, men), what befalls it (killed, injured), what part of it
is meant (fourteen of them children), where and when it was counted, and whether it is, was or may come to be. What is
left is weighed: the more two figures share of what counts a thing, the likelier they count the same.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factsite.analyse.figures.relations import relate
from factsite.analyse.figures.units import MONEY_UNITS, UNITS, converted
from factsite.analyse.suggest.concepts import (
    HUMANS,
    KINDS_WORDED,
    MONEY_WORDED,
    ONCE,
    ROLES_WORDED,
    SAME_WORDED,
    SUBGROUPS,
)
from factsite.analyse.wording.words import stem
from factsite.findings import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factsite.analyse.suggest.statements import Statement

LIMITS = ("added", "capacity", "age", "change")
ALIKE = tuple(
    frozenset(pair.split("-"))
    for pair in "worker-miner worker-soldier visitor-protester home-building pupil-child passenger-visitor home-family suspect-rebel hostage-crew rebel-soldier".split()
)
"""Kinds that stand for one another besides the people at large."""

MEASURES = frozenset("height depth length width weight wind rain old speed distance magnitude".split())
"""What units of measurement are of."""

EVENTS = frozenset(SAME_WORDED) | frozenset(ROLES_WORDED) - MEASURES
"""What happens, where several words mean the same."""

YEAR = 400
"""Two dates that lie further apart, in days, are of one event only where it is one that happens once."""

HAPPENS_ONCE = frozenset(
    map(stem, "founded born established build created invented discovered died invade".split())
)

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
    "names close by all differ": -1.5,
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
    yield "names close by all differ", float(close and not {one.role, other.role} <= ONCE)
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
        float(("scope local" in one.flags) != ("scope local" in other.flags)),
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


def looks_alike_only(one: Statement, other: Statement) -> bool:
    """Say whether something tells the things counted apart."""
    if one.dimension != other.dimension:
        return True
    return (
        (bool(one.role and other.role) and one.role != other.role)
        or _other_kind(one, other)
        or _other_limits(one, other)
        or _other_time(one, other)
        or _other_place(one, other)
    )


def _other_limits(one: Statement, other: Statement) -> bool:
    """Say whether one is a part, an addition, a rate or a forecast, and the other is not."""
    if one.figure.days is not None and other.figure.days is not None:
        until = one.figure.days.first is None or other.figure.days.first is None
        if until and not ("ahead" in one.flags and "ahead" in other.flags):
            return True
        return "ahead" in one.flags ^ other.flags and "done" in one.flags ^ other.flags
    if any((limit in one.flags) != (limit in other.flags) for limit in LIMITS) or "added" in one.flags:
        return True
    if "age" in one.flags:
        return not _whose(one) & _whose(other)
    if {"ahead", "done"} <= one.flags | other.flags and not {"ahead", "done"} & one.flags & other.flags:
        return True
    if (
        _other_scope(one, other)
        or {"interim", "final"} <= one.flags | other.flags
        or ("whole" in one.flags) != ("whole" in other.flags)
    ):
        return True
    if one.orders and other.orders and not one.orders & other.orders:
        return True
    rates = [{flag for flag in statement.flags if flag.startswith("rate")} for statement in (one, other)]
    if bool(rates[0]) != bool(rates[1]) or (rates[0] != rates[1] and "rate " not in rates[0] | rates[1]):
        return True
    part = ("part" in one.flags) != ("part" in other.flags)
    return part and not (one.kind == other.kind and one.kind in SUBGROUPS)


def _other_scope(one: Statement, other: Statement) -> bool:
    """Say whether one count reaches wider than the other."""
    scopes = [{flag for flag in statement.flags if flag.startswith("scope")} for statement in (one, other)]
    if all(scopes):
        return not scopes[0] & scopes[1]
    wide = {"scope world", "scope country"}
    return any(mine & wide and of.places for mine, of in zip(scopes, (other, one), strict=True))


BEFORE_AGE = re.compile(r"(?P<name>[A-Z][\w’'-]+)(?:’s|'s)?,?\s?\(?(?:aged\s|now\s|then\s|who is\s|the\s)?$")
AFTER_AGE = re.compile(r"^[\s-]?old[\s,]+(?:[a-z][\w-]*\s){0,3}(?:[A-Z][\w’'-]+\s)?(?P<name>[A-Z][\w’'-]+)")


def _whose(statement: Statement) -> set[str]:
    """Return the name of whose age a figure is: the one right before it, or after "34-year-old"."""
    text, start = statement.sentence.text, statement.sentence.start
    found = (
        BEFORE_AGE.search(text[: statement.start - start]),
        AFTER_AGE.match(text[statement.end - start :]),
    )
    return {match["name"].lower() for match in found if match}


def _other_kind(one: Statement, other: Statement) -> bool:
    kinds = {one.kind, other.kind}
    if one.figure.days is not None:
        return False
    if not one.figure.unit and ("" in kinds or len(kinds) == 1):
        return False
    if one.figure.unit:
        return _other_measured(one, other)
    if kinds in ALIKE:
        return False
    return not ("person" in kinds and kinds <= HUMANS and not kinds & SUBGROUPS)


SHARES = frozenset("attended unemploy inflat growth approv tax interest vote support oppos margin".split())
"""What a number of percent may be of, as stems."""

TARGET = re.compile(
    r"^\s(?:\w+ward\s|north\w*\s|south\w*\s|east\w*\s|west\w*\s|away\s|deep\s)?(?:of|from|off|to)\s(?:the\s)?(?P<target>[\w’'-]+)"
)


def _other_measured(one: Statement, other: Statement) -> bool:
    """Say whether two measurements are of different things: a price and a budget, or the ways to two places."""
    if one.figure.unit in MONEY_UNITS:
        return not _same_money(one, other)
    if one.figure.unit == "percent":
        return bool(((one.near & SHARES) - other.context) | ((other.near & SHARES) - one.context))
    if UNITS[one.figure.unit].dimension == "length":
        targets = [
            TARGET.match(statement.sentence.text[statement.end - statement.sentence.start :])
            for statement in (one, other)
        ]
        named = [target["target"].lower() for target in targets if target]
        return len(named) == 2 and named[0] != named[1]
    return False


def _same_money(one: Statement, other: Statement) -> bool:
    """Say whether two sums may be of one kind: nothing says that one is a price and the other a budget."""
    known = MONEY_WORDED.keys()
    kinds = [(statement.near & known) or (statement.context & known) for statement in (one, other)]
    return not all(kinds) or bool(kinds[0] & kinds[1])


def _other_time(one: Statement, other: Statement) -> bool:
    """Say whether the two are of different times: of other years, other days, or an earlier and a later count."""
    if "last year" in one.flags ^ other.flags and (not one.figure.unit or one.figure.unit == "year"):
        return True
    if bool(one.times) != bool(other.times) or (
        one.times and not one.times & other.times and one.figure.days is None
    ):
        return True
    if one.figure.days is not None:
        gap = relate(one.figure, other.figure).gap or 0
        return (
            gap > YEAR
            and not one.context & other.context & HAPPENS_ONCE
            and "earlier" not in one.flags & other.flags
        )
    if {"earlier", "other"} & (one.flags ^ other.flags):
        return True
    if one.weekdays and other.weekdays and not one.weekdays & other.weekdays:
        return True
    if one.weekdays and other.weekdays and one.hours and other.hours and not one.hours & other.hours:
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
