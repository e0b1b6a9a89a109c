"""What tells figures apart that only look alike: other things, parts, places and times, and what is hoped from what was.

Each reason is a rule of its own; where none holds, what two figures share is weighed (``matching``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factsite.analyse.figures.relations import relate
from factsite.analyse.figures.units import MONEY_UNITS, UNITS
from factsite.analyse.suggest.concepts import HUMANS, MONEY_WORDED, SHARES, SUBGROUPS
from factsite.analyse.wording.words import stem
from factsite.findings import Figure

if TYPE_CHECKING:
    from factsite.analyse.suggest.statements import Statement

LIMITS = ("added", "capacity", "age", "change")
ALIKE = tuple(
    frozenset(pair.split("-"))
    for pair in "worker-miner worker-soldier visitor-protester home-building pupil-child passenger-visitor home-family suspect-rebel hostage-crew rebel-soldier".split()
)
"""Kinds that stand for one another besides the people at large."""

YEAR = 400
"""Two dates that lie further apart, in days, are of one event only where it is one that happens once."""

HAPPENS_ONCE = frozenset(
    map(stem, "founded born established build created invented discovered died invade".split())
)


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


BEFORE_AGE = re.compile(
    r"(?P<name>[A-Z][\w’'-]{1,60})(?:’s|'s)?,?\s?\(?(?:aged\s|now\s|then\s|who is\s|the\s)?$"
)
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
    if bool(one.times) != bool(other.times):
        return True
    if one.figure.days is not None:
        return _other_event(one, other)
    if {"last year", "sum"} <= one.flags ^ other.flags:
        return True
    if "last year" in one.flags ^ other.flags and one.figure.unit in ("", "year"):
        return True
    if (one.times and not one.times & other.times) or {"earlier", "other"} & (one.flags ^ other.flags):
        return True
    return _other_day(one, other)


def _other_event(one: Statement, other: Statement) -> bool:
    """Say whether two dates lie too far apart for one event, and it is none that happens once."""
    gap = relate(one.figure, other.figure).gap or 0
    once = one.context & other.context & HAPPENS_ONCE or "earlier" in one.flags & other.flags
    return gap > YEAR and not once


def _other_day(one: Statement, other: Statement) -> bool:
    """Say whether two counts are of other days, or other hours of one day."""
    if one.weekdays and other.weekdays:
        if not one.weekdays & other.weekdays:
            return True
        if one.hours and other.hours and not one.hours & other.hours:
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
