"""What limits a count: a part, an addition, an earlier or future count, a rate, a change, another event or place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factsite.analyse.suggest.concepts import AHEAD
from factsite.english import MONTHS
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from factsite.analyse.suggest.tokens import Token
    from factsite.findings import Days


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


RATE = _words(
    r"^[^,.;]{0,45}?\b(?:(?:per|an?|each|every)\s(?P<unit>second|minute|hour|day|night|week|month|year|season|person|head|household|share|barrel|tonne|ton|game|match|shift|student|pupil|family|worker|employee|passenger|kilo\w*|litre|gallon|mile|km|acre|hectare|square \w+|unit|flight|trip|visit|customer)|(?P<adverb>daily|weekly|monthly|annually|yearly|hourly|apiece|nightly|each))\b"
)
RATES = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
    "hourly": "hour",
    "nightly": "night",
}
"""Adverbs that name a rate; "each" and "apiece" leave open what of."""

_FEW = r"(?:(?:were|are|was|at least|about|some|around|nearly|more than|up to|as many as)\s{0,3}){0,6}$"
PART_BEFORE = _words(
    rf"\ball but {_FEW}|\b(?:including|includ(?:e|es|ed)|among (?:them|those|whom|the \w+)?|amongst them|of (?:whom|which|them|those|these)|comprising|made up of|notably|mostly|mainly)\s*,?\s?{_FEW}"
)
PART_AFTER = _words(
    r"^\s?(?:of (?:them|whom|which|those|these)\b|of (?:the|its|their|his|her) (?:\d|two|three|four|five|six|seven|eight|nine|ten|\w+teen|dozen|hundred)|among them|were among|was among|are among)"
    r"|^[^.;,]{1,40}\b(?:of them|among them|among (?:the|those) (?:dead|victims|injured|killed|wounded|missing|arrested|passengers))\b"
)
ALONE = _words(
    r"\balone\b|\bof the (?:injured|dead|wounded|victims|killed|missing|arrested|survivors|hostages|total)\b"
)
ADDED_BEFORE = _words(r"\b(?:another|an additional|additional|further|extra)\s(?:\w+\s)?$")

_CHANGE = (
    r"(?:ris(?:e|en|es|ing)|rose|increas\w*|grew|grow\w*|climb\w*|jump\w*|soar\w*|surg\w*|fell|fall\w*|drop\w*|declin\w*|decreas\w*|cut\w*|slash\w*|rais\w*|lower\w*|enlarg\w*|extend\w*"
    r"|reduc\w*|gain\w*|slid\w*|slip\w*|shrank|shrunk|shrink\w*|expand\w*|up|down|advanc\w*|tumbl\w*|plung\w*|boost\w*|swell\w*|widen\w*|narrow\w*|improv\w*)"
)
_CHANGES = r"(?:increase|rise|drop|fall|decline|decrease|reduction|cut|jump|gain|growth|surge)"
CHANGED_BY = _words(
    rf"\b{_CHANGE}\s(?:[\w’'-]+\s){{0,5}}?by\s(?:[\w’'-]+\s){{0,2}}$|\b{_CHANGES}\sof\s(?:[\w’'-]+\s){{0,2}}$"
)
CHANGED_BARE = _words(
    rf"\b{_CHANGE}\s(?:(?:by|about|around|some|nearly|almost|over|more than|a|an|another|roughly|just|further)\s){{0,6}}$"
)
CHANGE_AFTER = _words(
    rf"^[\s-]?(?:pay |price |wage )?(?:{_CHANGES}|higher|lower|more than|less than|fewer)\b"
)
FROM_BEFORE = _words(
    r"\b(?:from|compared (?:with|to)|against|versus|than|up on|down on|down from|up from)\s(?:(?:about|around|just|nearly|over|more than|some|the|an?|estimated|roughly|at least|only|previous|earlier)\s){0,6}$"
)
EARLIER = _words(
    r"\b(?:initial(?:ly)?|earlier|previous(?:ly)?|original(?:ly)?|preliminary|at first|first (?:reported|put|spoke|spoken|said|counted|gave|announced|estimated|thought|believed)|had been put|had said|had reported|had put|had stood|had estimated|provisional|(?:day|night|week|month) before|in the first hours|early reports?|first reports?|early estimates?|first estimates?|until then)\b"
)
OTHER_EVENT = _words(
    r"\b(?:similar|previous(?:ly)?|in history|on record|anniversary|previous record|record of|the year before|in a separate|another (?:fire|crash|attack|accident|quake|blast|explosion|strike|flood)|separately|elsewhere|annually|typically|usually|normally|on average|average|aftershocks?|devastat\w+ (?:quake|earthquake|tsunami)|population|every year|each year)\b"
)
DISTANT = _words(
    r"\b(?:last (?:season|summer|winter|spring|autumn|decade|century)|a year (?:ago|earlier|before)|(?:years|decades|several months) (?:ago|earlier|before)|decades|in recent years)\b"
)
CAPACITY = _words(
    r"\b(?:capacity|can (?:hold|seat|carry|take|accommodate)|could (?:hold|seat|carry|accommodate)|licen[cs]ed|designed (?:for|to)|built (?:for|to hold)|room for|limit|maximum|allowed|-seat(?:er)?|enough for)\b"
)
AGED = _words(r"\baged?\s(?:of\s|about\s|around\s)?$")
SO_FAR = _words(
    r"\b(?:so far|in all|in total|altogether|overall|to date|since (?:19|20)\d\d|since the (?:start|beginning|outbreak|war|strike|crisis|conflict|invasion|storm)|over the years|cumulative\w*|during the \w+ operations|a total of)\b"
)
INTERIM = _words(
    r"\b(?:so far|(?:days?|weeks?|months?) into|with .{1,30} counted|as yet|to date|partial|halfway|by (?:noon|midday)|first hours?|up to now)\b"
)
FINAL = _words(
    r"\b(?:in the end|once all|finally|by the time|eventual(?:ly)?|ended up|in total|by the end)\b"
)
LAST_YEAR = _words(r"\b(?:last year|the year before|the previous year)\b")
WHOLE = re.compile(
    r"\b(?:together|combined|between them)\b|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|most|half|many|some|none|one|all|several|majority) of (?:the|their|its|his|her|those|these) $|(?:^|\b[Oo]ut\s)[Oo]f (?:the |some |its |about |all )?$|(?:^|[.;,]\s)[Oo]f (?:the |some |its |about |all )?$"
)
SCOPES = {
    "town": _words(
        r"\bin the (?:city|town|village|capital|borough|suburb)\b|\b(?:in|across) (?:his|her|my|our|their|one|that|another) (?:\w+ )?(?:village|town|area|district|neighbou?rhood)s?\b|\bin a village\b"
    ),
    "province": re.compile(
        r"\b(?:in|across|throughout) the (?:whole |wider )?(?:province|region|district|county|state)\b(?! of [A-Z])|\b[A-Z]\w+ (?:province|region|county|state)\b|\bwider [A-Z]\w+|\b(?:the|this|of) (?:\w+ )?(?:province|region|district|county) (?:of [A-Z]\w+ )?(?:reported|recorded|counted|alone)\b"
    ),
    "country": _words(
        r"\b(?:nation-?wide|country-?wide|across the (?:country|nation)|national(?:ly)? (?:total|average|rate|figure|level|unemployment)|in the whole country|throughout the country)\b"
    ),
    "world": _words(
        r"\b(?:world-?wide|globally|around the world|across the world|group as a whole|as a whole)\b"
    ),
    "branch": _words(r"\b(?:arm|subsidiary|division|business unit|european unit|branch of|alone)\b"),
}
"""How wide a count reaches, by the words that say so."""

ORDERED = _words(
    r"\b(?:first|second|third|fourth|fifth|final|opening|last) (?:quarter|half|round|phase|match|leg|test|stage|semester|term|set|inning|night|session|heat)\b"
)
TO_COME = re.compile(
    r"\b(?:is|are|was|were|[A-Z][\w’']{1,60})\s(?:\w+ly\s)?to\s(?!the\b|an?\b|about\b|around\b|over\b|nearly\b|at\b|more\b)[a-z]+\s(?:[\w’-]+\s){0,3}$"
)
"""An infinitive that looks ahead: "is to cut 1,200 jobs", "Visser to cut 1,200 jobs"."""

DONE = frozenset(
    "is are stands currently now was were has have had did already confirmed fell drew made took lost won rose came left hit sent cost went got gave saw ran led held".split()
)
"""Words by which a figure is of what has been."""

PLACED = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|[Oo]utside|[Aa]round|[Tt]hroughout)\s(?:the\s)?(?:(?:city|town|village|province|district|port|state|suburb|region|county)\sof\s|(?:southern|northern|eastern|western|central|wider|greater)\s|nearby\s|neighbouring\s)*(?P<place>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)"
)
NO_PLACE = frozenset("monday tuesday wednesday thursday friday saturday sunday".split()) | {
    month.lower() for month in MONTHS
}
DAYS_OF_AN_EVENT = 20
"""A longer span of days, a month or a year, is not one that an event of the day is told of."""

LONG = 700
"""A longer span, in days, says over how long something was counted, and not when."""

FAR = 100
"""A day that lies further than this from the article's, in days, is of another event."""


class Around(NamedTuple):
    """A figure with what stands before and behind it in its sentence, and the words close by, and those of them that lead up to it."""

    words: str
    unit: str
    before: str
    behind: str
    near: Sequence[Token]
    lead: Sequence[Token]


def limits(figure: Around, *, money: bool) -> Iterator[str]:
    """Yield what limits a count, by name."""
    before, behind = figure.before, figure.behind
    if (
        PART_BEFORE.search(before)
        or PART_AFTER.search(behind)
        or ALONE.search(behind[:30])
        or ALONE.search(before[-30:])
    ):
        yield "part"
    if ADDED_BEFORE.search(before):
        yield "added"
    rate = RATE.match(behind)
    if rate and not (figure.unit == "percent" and not rate["unit"]):
        named = rate["unit"] or rate["adverb"]
        yield f"rate {RATES.get(named, rate['unit'] or '')}".lower()
    points = money or figure.unit in ("percent", "percentage point")
    if CHANGED_BY.search(before) or (points and CHANGED_BARE.search(before)) or CHANGE_AFTER.match(behind):
        yield "change"
    if FROM_BEFORE.search(before) or EARLIER.search(before[-110:]) or EARLIER.search(behind[:40]):
        yield "earlier"
    if OTHER_EVENT.search(before[-60:]) or OTHER_EVENT.search(behind[:50]):
        yield "other"
    if SO_FAR.search(before[-90:]) or SO_FAR.search(behind[:60]):
        yield "sum"
    if INTERIM.search(before[-90:]) or INTERIM.search(behind[:60]):
        yield "interim"
    elif FINAL.search(before[-90:]) or FINAL.search(behind[:60]):
        yield "final"
    if WHOLE.search(before[-60:]):
        yield "whole"
    if LAST_YEAR.search(before[-60:]) or LAST_YEAR.search(behind[:50]):
        yield "last year"
    if CAPACITY.search(before[-40:]) or CAPACITY.search(behind[:25]):
        yield "capacity"
    yield from _age_and_tense(figure)


def _age_and_tense(figure: Around) -> Iterator[str]:
    before, behind = figure.before, figure.behind
    apposed = re.search(r"[A-Z]\w{1,60},\s$", before) and behind[:1] in (",", ".", ";", "")
    in_brackets = re.search(r"[A-Z][\w’'-]{1,60}\s?\($", before) and behind.startswith(")")
    if (
        (figure.unit == "year" and re.match(r"-?\s?old\b", behind))
        or AGED.search(before)
        or apposed
        or in_brackets
    ):
        yield "age"
    near = [token.low for token in (figure.lead if figure.unit == "date" else figure.near)]
    is_to = any(word in ("is", "are") and near[at + 1 : at + 2] == ["to"] for at, word in enumerate(near))
    hoped = any(word in AHEAD and near[max(0, at - 1)] != "than" for at, word in enumerate(near))
    if is_to or hoped or TO_COME.search(before[-40:]):
        yield "ahead"
    elif any(word in DONE or (word.endswith("ed") and word not in AHEAD) for word in near):
        yield "done"


def scopes(sentence: str) -> Iterator[str]:
    """Yield how wide a sentence reaches, where it says so: a town, a province, a country, the world, a group or its part."""
    for name, pattern in SCOPES.items():
        if pattern.search(sentence):
            yield name


def ordered(sentence: str) -> Iterator[str]:
    """Yield what a sentence counts through: "second quarter", "third day"."""
    for found in ORDERED.finditer(sentence):
        yield found[0].lower()


def places(sentence: str) -> Iterator[str]:
    """Yield the names of a sentence that say where: "12 people in Torvik"."""
    for found in PLACED.finditer(sentence):
        for word in found["place"].lower().split():
            name = word.replace("’", "'").removesuffix("'s").rstrip("'")
            if name not in NO_PLACE:
                yield name


def other_times(days: Sequence[Days], published: dt.date | None) -> Iterator[str]:
    """Yield the years of some days, where they are not the article's own; a figure in it is of another event."""
    for span in days:
        if span.first is None or span.last is None or (span.last - span.first).days > LONG:
            continue
        if span.yearless:
            continue
        if published is None:
            if (span.last - span.first).days > DAYS_OF_AN_EVENT:
                yield str(span.first.year)
        elif (
            min(abs((span.first - published).days), abs((span.last - published).days)) > FAR
            and not span.first <= published <= span.last
        ):
            yield str(span.first.year)


def distant(around: str) -> Iterator[str]:
    """Yield that words around a figure set it long before the article, where they do."""
    if DISTANT.search(around):
        yield "long ago"
