"""What a figure counts: the thing counted, what befalls it, and what limits the count.

"at least 41 people, including 14 children, were killed in Torvik on Tuesday"
41: kind person, role dead, place torvik      14: kind child, role dead, a part
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from factsite.analyse.figures import mentions
from factsite.analyse.figures.units import MONEY_UNITS
from factsite.analyse.suggest.concepts import (
    ADDED,
    AHEAD,
    HUMANS,
    KINDS,
    MEANT,
    MONIES,
    PHRASE,
    ROLES,
    meaning,
)
from factsite.analyse.wording.words import COMMON, Sentence, sentences, stem
from factsite.english import MONTHS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from factsite.findings import Days, Figure, Mention

TOKEN = re.compile(r"[^\W\d_]+(?:[’'.-][^\W\d_]+)*[’']?|\d+(?:[.,:]\d+)*|[^\w\s]")


class Token(NamedTuple):
    """A word or sign of a sentence, from its character ``start`` of the line."""

    text: str
    start: int
    meant: str = ""

    @property
    def role(self) -> str:
        """What the word, or the turn of phrase that begins with it, says of what is counted."""
        return self.meant if self.meant in ROLES.values() else ROLES.get(stem(self.low), "")

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure of an article and what it counts.

    ``kind`` is what is counted ("" where the words do not say), ``head`` the stem it was read from, ``qualities`` the
    words before it. ``role`` is what befalls what is counted. ``flags`` limit the count: a part, an addition, an earlier
    or a future count, a rate, a change. ``near`` and ``context`` are the meanings of the words close by and in the
    whole sentence, ``names`` its capitalised words, ``places`` those that say where. ``when`` holds its dates.
    """

    source: str
    line: int
    figure: Figure
    start: int
    end: int
    sentence: str
    sentence_start: int
    kind: str
    head: str
    qualities: frozenset[str]
    role: str
    flags: frozenset[str]
    near: frozenset[str]
    context: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    when: tuple[Days, ...]
    weekdays: frozenset[str]


STOPS = frozenset(
    "in on at by from to of for with without into onto over under after before during since until as than that which who whom whose"
    " and or but nor while when where because if so were was are is be been being am has have had do does did will would could may might"
    " can should must not it they he she we you i this these those the a an his her its their our your my there here also already"
    " currently about around near off up down out across through against between among per said says say including include includes"
    " went came made took got began started left gave became remain remained each every ago later earlier early late amid following according"
    " versus compared just only still now then more less yet".split()
)
IRREGULAR = frozenset(
    "people men women children troops dead staff police personnel cattle sheep fish aircraft crew injured wounded missing"
    " servicemen policemen firemen gunmen others lawmakers seamen crewmen infected homeless hectares".split()
)
DETERMINERS = frozenset("the a an its his her their our those these all some".split())
AUXILIARY = frozenset(
    "were was are is be been being have has had who that which also already reportedly confirmed currently still feared presumed"
    " believed said to now later then left reported , - either all as".split()
)
RATE = re.compile(
    r"^[^,.;]{0,24}?\b(?:(?:per|an?|each|every)\s(?P<unit>second|minute|hour|day|night|week|month|year|season|person|head|household|share|barrel|tonne|ton|game|match|shift|student|pupil|family|worker|employee|passenger|kilo\w*|litre|gallon|mile|km|acre|hectare|square \w+|unit|flight|trip|visit|customer)|(?P<adverb>daily|weekly|monthly|annually|yearly|hourly|apiece|nightly|each))\b",
    re.IGNORECASE,
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

PART_BEFORE = re.compile(
    r"\b(?:including|includ(?:e|es|ed)|among (?:them|those|whom|the \w+)?|amongst them|of (?:whom|which|them|those|these)|comprising|made up of|notably)\s*,?\s?(?:(?:were|are|was|at least|about|some|around|nearly|more than|up to|as many as)\s*)*$",
    re.IGNORECASE,
)
PART_AFTER = re.compile(
    r"^\s?(?:of (?:them|whom|which|those|these)\b|of (?:the|its|their|his|her) (?:\d|two|three|four|five|six|seven|eight|nine|ten|\w+teen|dozen|hundred)|among them|were among|was among|are among)\b|^[^.;,]{1,40}\b(?:of them|among them|among (?:the|those) (?:dead|victims|injured|killed|wounded|missing|arrested|passengers))\b",
    re.IGNORECASE,
)
WHOLE_BEFORE = re.compile(
    r"\b(?:of|out of|among|from) (?:the|its|his|her|their|all|those|these)?\s?(?:some|about|around|nearly|more than|roughly|estimated)?\s?$",
    re.IGNORECASE,
)
CHANGE = (
    r"(?:ris(?:e|en|es|ing)|rose|increas\w*|grew|grow\w*|climb\w*|jump\w*|soar\w*|surg\w*|fell|fall\w*|drop\w*|declin\w*|decreas\w*|cut\w*|slash\w*|rais\w*|lower\w*"
    r"|reduc\w*|gain\w*|los[et]|slid\w*|slip\w*|shrank|shrunk|shrink\w*|expand\w*|up|down|advanc\w*|tumbl\w*|plung\w*|boost\w*|swell\w*|widen\w*|narrow\w*|improv\w*)"
)
CHANGED_BY = re.compile(
    rf"\b{CHANGE}\s(?:[\w’'-]+\s){{0,5}}?by\s(?:[\w’'-]+\s){{0,2}}$|\b(?:increase|rise|drop|fall|decline|decrease|reduction|cut|jump|gain|growth|surge)\sof\s(?:[\w’'-]+\s){{0,2}}$",
    re.IGNORECASE,
)
CHANGED_BARE = re.compile(
    rf"\b{CHANGE}\s(?:(?:by|about|around|some|nearly|almost|over|more than|a|an|another|roughly|just|further)\s)*$",
    re.IGNORECASE,
)
CHANGE_AFTER = re.compile(
    r"^[\s-]?(?:pay |price |wage )?(?:increase|rise|drop|fall|decline|decrease|reduction|cut|jump|gain|growth|surge|higher|lower|more than|less than|fewer)\b",
    re.IGNORECASE,
)
FROM_BEFORE = re.compile(
    r"\b(?:from|compared (?:with|to)|against|versus|than|up on|down on|down from|up from)\s(?:(?:about|around|just|nearly|over|more than|some|the|an?|estimated|roughly|at least|only|previous|earlier)\s)*$",
    re.IGNORECASE,
)
EARLIER_NEAR = re.compile(
    r"\b(?:initial(?:ly)?|earlier|previous(?:ly)?|original(?:ly)?|preliminary|at first|first (?:reported|put|spoke|spoken|said|counted|gave|announced|estimated|thought|believed)|had been put|had said|had reported|had put|had stood|had estimated|provisional|day before|in the first hours|early reports?|first reports?|early estimates?|first estimates?|until then|so far)\b",
    re.IGNORECASE,
)
OTHER_EVENT = re.compile(
    r"\b(?:similar|last (?:year|month|season|summer|winter|spring|autumn|decade|century)|previous(?:ly)?|a year (?:ago|earlier|before)|(?:years?|decades?|months?) (?:ago|earlier|before)|in history|on record|worst since|deadliest since|since (?:19|20)\d\d|in (?:19|20)\d\d|anniversary|previous record|record of|the year before|in a separate|another (?:fire|crash|attack|accident|quake|blast|explosion|strike|flood)|separately|elsewhere|aftershocks?|earlier this (?:year|month|season)|annually|typically|usually|normally|on average|average)\b",
    re.IGNORECASE,
)
CAPACITY = re.compile(
    r"\b(?:capacity|can (?:hold|seat|carry|take|accommodate)|could (?:hold|seat|carry|accommodate)|holds|seats|licen[cs]ed|designed (?:for|to)|built (?:for|to hold)|room for|limit|maximum|allowed|-seat(?:er)?|enough for)\b",
    re.IGNORECASE,
)
AGE_AFTER = re.compile(r"^-?\s?old\b|^,", re.IGNORECASE)
AGED = re.compile(r"\baged?\s(?:of\s|about\s|around\s)?$", re.IGNORECASE)
NAME = re.compile(r"[A-Z][\w’'-]+")
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
TO_COME = re.compile(
    r"\b(?:is|are|was|were|[A-Z][\w’']+)\s(?:\w+ly\s)?to\s(?!the\b|an?\b|about\b|around\b|over\b|nearly\b|at\b|more\b)[a-z]+\s(?:[\w’-]+\s){0,3}$"
)
"""An infinitive that looks ahead: "is to cut 1,200 jobs", "Visser to cut 1,200 jobs"."""

DONE = frozenset("was were has have had did already confirmed".split())
"""Words by which a figure is of what has been."""

ALONE = re.compile(
    r"\balone\b|\bof the (?:injured|dead|wounded|victims|killed|missing|arrested|survivors|hostages|total)\b",
    re.IGNORECASE,
)
NATIONAL = re.compile(
    r"\b(?:nation-?wide|country-?wide|across the (?:country|nation|state)|national(?:ly)? total|world-?wide|in the whole country|throughout the country)\b",
    re.IGNORECASE,
)
LOCAL = re.compile(
    r"\b(?:(?:province|region|district|county|state|city|town|village|municipality|borough|suburb) of|in the (?:province|region|district|county|city|town|village|capital)|(?:the|this) (?:\w+ )?(?:province|region|district|county) (?:reported|recorded|counted|alone))\b",
    re.IGNORECASE,
)

BEFALLS_PEOPLE = frozenset(
    "dead injured missing trapped arrested displaced rescued infected attended escaped captured".split()
)
"""Roles of people: who is counted as "41 dead" or "12 arrests" is a person."""

NEAR, ROLE_BEFORE, ROLE_AFTER = 6, 10, 7
"""So many words around a figure are close by, so far back and ahead is looked for what befalls what is counted."""


def statements(source: str, number: int, line: str, published: dt.date | None) -> Iterator[Statement]:
    """Yield what the figures of a line count; figures that cannot be read are left out."""
    found = [
        mention for mention in mentions(line, published) if mention.figure.interval or mention.figure.days
    ]
    for sentence in sentences(line):
        end = sentence.start + len(sentence.text)
        inside = [mention for mention in found if sentence.start <= mention.start and mention.end <= end]
        tokens = list(_tokens(sentence))
        for mention in inside:
            if mention.figure.days and (
                _in_dateline(line, mention) or len(sentence.text) - (mention.end - mention.start) < 12
            ):
                continue
            when = tuple(
                one.figure.days
                for one in inside
                if one.figure.days and one is not mention and not _in_dateline(line, one)
            )
            yield _statement(source, number, line, sentence.text, sentence.start, tokens, mention, when)


DATELINE = re.compile(r"^\W*[A-Z][^.!?]{0,70}?\s?(?:—|–|--|-)\s")


def _in_dateline(line: str, mention: Mention) -> bool:
    """Say whether a date stands in the dateline of an article: "KAMRIN, 6 March — …"."""
    found = DATELINE.match(line)
    return bool(found) and mention.end <= found.end()  # type: ignore[union-attr]


def _tokens(sentence: Sentence) -> Iterator[Token]:
    """Yield the words and signs of a sentence; a turn of phrase lends its meaning to its first word."""
    phrases = {
        found.start(): MEANT[int((found.lastgroup or "p0")[1:])] for found in PHRASE.finditer(sentence.text)
    }
    for match in TOKEN.finditer(sentence.text):
        yield Token(match[0], sentence.start + match.start(), phrases.get(match.start(), ""))


def _statement(
    source: str,
    number: int,
    line: str,
    sentence: str,
    begin: int,
    tokens: Sequence[Token],
    mention: Mention,
    when: tuple[Days, ...],
) -> Statement:
    first = next((at for at, token in enumerate(tokens) if token.start >= mention.start), len(tokens))
    after = next((at for at, token in enumerate(tokens) if token.start >= mention.end), len(tokens))
    counted = _counted(tokens, after, unit=bool(mention.figure.unit))
    role = _role(tokens, first, counted.end, counted.head)
    before, behind = line[begin : mention.start], line[mention.end : begin + len(sentence)]
    around = [*tokens[max(0, first - NEAR) : first], *tokens[after : after + NEAR]]
    kind = KINDS.get(counted.head, counted.head)
    role = role or next((ROLES[word] for word in sorted(counted.qualities) if word in ROLES), "")
    if counted.head in ROLES and kind not in HUMANS and ROLES[counted.head] in BEFALLS_PEOPLE:
        kind = "person"
    if not kind and not mention.figure.unit and not mention.figure.days:
        kind, role = _announced(tokens[:first], role)
    flags = frozenset(_flags(mention, before, behind, sentence, around, counted, when))
    figure = (
        replace(mention.figure, unit="year") if "age" in flags and not mention.figure.unit else mention.figure
    )
    return Statement(
        source=source, line=number, figure=figure, start=mention.start, end=mention.end,
        sentence=sentence, sentence_start=begin, kind=kind, head=counted.head,
        qualities=counted.qualities, role=role, flags=flags,
        near=frozenset(_meanings(around, money=mention.figure.unit)), context=frozenset(_meanings([token for token in tokens if not mention.start <= token.start < mention.end], money=mention.figure.unit)),
        names=frozenset(_names(tokens, mention)), places=frozenset(_places(sentence)), when=when,
        weekdays=frozenset(token.low for token in tokens if token.low in WEEKDAYS and token.text[0].isupper() and not mention.start <= token.start < mention.end),
    )  # fmt: skip


class Counted(NamedTuple):
    """The words right after a figure: the stem of what is counted, the words before it, where they end; flags they set."""

    head: str
    qualities: frozenset[str]
    end: int
    flags: tuple[str, ...] = ()


def _counted(tokens: Sequence[Token], at: int, *, unit: bool) -> Counted:
    """Return what is counted from the words that follow a number or its unit."""
    flags: list[str] = []
    if at < len(tokens) and tokens[at].low == "of":
        following = tokens[at + 1 : at + 4]
        if not unit and any(
            token.low in ("them", "whom", "which", "these", "those") or token.text[0].isdigit()
            for token in following
        ):
            flags.append("part")
        at += 1
    elif unit and at < len(tokens) and tokens[at].low not in ("of",) and not tokens[at].text[0].isalpha():
        return Counted("", frozenset(), at)
    copula = at < len(tokens) and tokens[at].low in ("were", "are", "was", "is") and not unit
    if (
        copula
        and at + 1 < len(tokens)
        and stem(tokens[at + 1].low) in KINDS
        and tokens[at + 1].low not in STOPS
    ):
        flags.append("part")
        at += 1
    while at < len(tokens) and tokens[at].low in DETERMINERS:
        at += 1
    words: list[Token] = []
    strong = False
    for token in tokens[at : at + 6]:
        low = token.low
        if token.text == "-" or (token.text in ("“", '"', "‘", "(") and not words):
            at += 1
            continue
        if (
            not token.text[0].isalpha()
            or low.rstrip("’'") in STOPS - ADDED - {"more"}
            or (words and low in ("killed", "dead", "injured", "wounded", "missing"))
        ):
            break
        at += 1
        if low in ADDED or low == "more":
            flags.append("added")
            if low == "others":
                words.append(token)
                break
            continue
        if low in ("plus", "odd", "or"):
            continue
        if low == "strong":
            strong = True
            continue
        words.append(token)
        if low.endswith(("’", "'", "’s", "'s")):
            continue
        if (
            strong
            or low in IRREGULAR
            or (low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3)
        ):
            break
    if not words:
        return Counted("", frozenset(), at, tuple(flags))
    head = stem(words[-1].low.rstrip("’'"))
    return Counted(head, frozenset(stem(word.low) for word in words[:-1]), at, tuple(flags))


def _role(tokens: Sequence[Token], first: int, end: int, head: str) -> str:
    """Return what befalls what is counted: the verb that follows at once, else the one before, else one further on."""
    if head in ROLES and head not in KINDS:
        return _both(tokens, end - 1, ROLES[head])
    skipped = 0
    for at in range(end, min(len(tokens), end + ROLE_AFTER)):
        token = tokens[at]
        role = token.role
        if role:
            if skipped <= 1:
                return _both(tokens, at, role)
            break
        if token.text in ".;:" or token.low in ("and", "but", "while", "including"):
            break
        skipped += token.low not in AUXILIARY
    back = 0
    for at in range(first - 1, max(-1, first - 1 - ROLE_BEFORE), -1):
        token = tokens[at]
        if token.text in ";" or (token.low in ("while", "but", "whereas") and back):
            break
        role = token.role
        if role:
            return _both(tokens, at, role, back=True)
        back += 1
    for at in range(end, min(len(tokens), end + ROLE_AFTER)):
        token = tokens[at]
        if token.text in ".;:,":
            break
        if token.role:
            return _both(tokens, at, token.role)
    return ""


def _both(tokens: Sequence[Token], at: int, role: str, *, back: bool = False) -> str:
    """Return the role at a word, or two that are counted together: "killed or wounded"."""
    for step in (2, -2):
        other = at + step
        if 0 <= other < len(tokens) and tokens[at + step // 2].low in ("or", "and", "/"):
            second = tokens[other].role
            if second and second != role and {role, second} <= {"dead", "injured", "missing"}:
                if step < 0 and not back and tokens[at - 1].low == "and":
                    continue
                return " or ".join(sorted((role, second)))
    return role


ANNOUNCING = frozenset(map(stem, "toll number total figure count tally estimate sum".split()))


def _announced(before: Sequence[Token], role: str) -> tuple[str, str]:
    """Return what a bare number counts from the words before it: "the number of arrests rose to 50"."""
    for at in range(len(before) - 1, max(-1, len(before) - 14), -1):
        word = stem(before[at].low)
        if word in KINDS:
            return KINDS[word], role
        if word in ANNOUNCING:
            among = [token.role for token in before[at:] if token.role]
            return "person" if among and among[0] in BEFALLS_PEOPLE else "", among[0] if among else role
    return "", role


def _flags(
    mention: Mention,
    before: str,
    behind: str,
    sentence: str,
    around: Sequence[Token],
    counted: Counted,
    when: Sequence[Days],
) -> Iterator[str]:
    """Yield what limits a count."""
    yield from counted.flags
    unit = mention.figure.unit
    if ALONE.search(behind[:30]) or ALONE.search(before[-30:]):
        yield "part"
    scope = "national" if NATIONAL.search(sentence) else "local" if LOCAL.search(sentence) else ""
    if scope:
        yield f"scope {scope}"
    if not mention.figure.days and any(re.fullmatch(r"\d{4}", days.edtf) for days in when):
        yield "other"
    if PART_BEFORE.search(before) or (PART_AFTER.search(behind) and "part" not in counted.flags):
        yield "part"
    if re.search(
        r"\b(?:another|an additional|additional|further|extra)\s(?:\w+\s)?$", before, re.IGNORECASE
    ) or re.match(r"(?:an?\s)?(?:another|additional|further)", mention.figure.words, re.IGNORECASE):
        yield "added"
    rate = RATE.match(behind)
    if rate and not (unit == "percent" and not rate["unit"]):
        yield f"rate {RATES.get(rate['unit'] or rate['adverb'], rate['unit'] or '')}".lower()
    if (
        CHANGED_BY.search(before)
        or (unit in ("percent", "percentage point", "USD", "GBP", "EUR") and CHANGED_BARE.search(before))
        or CHANGE_AFTER.match(behind)
    ):
        yield "change"
    if FROM_BEFORE.search(before) or EARLIER_NEAR.search(before[-70:]) or EARLIER_NEAR.search(behind[:40]):
        yield "earlier"
    if OTHER_EVENT.search(before[-80:]) or OTHER_EVENT.search(behind[:60]):
        yield "other"
    if CAPACITY.search(before[-40:]) or CAPACITY.search(behind[:25]):
        yield "capacity"
    if (
        (unit == "year" and re.match(r"-?\s?old\b", behind))
        or AGED.search(before)
        or (re.search(r"[A-Z]\w+,\s$", before) and behind.startswith(","))
    ) or (re.search(r"[A-Z][\w’'-]+\s?\($", before) and behind.startswith(")")):
        yield "age"
    if any(token.low in AHEAD for token in around) or TO_COME.search(before[-40:]):
        yield "ahead"
    elif any(token.low in DONE for token in around):
        yield "done"


def _meanings(tokens: Sequence[Token], *, money: str) -> Iterator[str]:
    for token in tokens:
        if token.meant:
            yield from token.meant.split() if token.meant not in ROLES.values() else (token.meant,)
        low = token.low.replace("’", "'").removesuffix("'s").rstrip("'")
        if low in COMMON or not low[0].isalpha() or len(low) < 2:
            continue
        word = stem(low)
        yield (
            (MONIES.get(word) if money in MONEY_UNITS else None)
            or KINDS.get(word)
            or ROLES.get(word)
            or meaning(word)
        )


def _names(tokens: Sequence[Token], mention: Mention) -> Iterator[str]:
    """Yield the capitalised words of a sentence, but for its first."""
    for token in tokens[1:]:
        if (
            token.text[0].isupper()
            and token.low not in COMMON
            and not mention.start <= token.start < mention.end
        ):
            yield token.low.replace("’", "'").removesuffix("'s").rstrip("'")


PLACED = re.compile(
    r"\b(?:[Ii]n|[Aa]t|near|across|outside|around|throughout)\s(?:the\s)?(?:(?:city|town|village|province|district|port|state|suburb|region|county)\sof\s|(?:southern|northern|eastern|western|central)\s|nearby\s|neighbouring\s)*(?P<place>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)"
)
NO_PLACE = frozenset("monday tuesday wednesday thursday friday saturday sunday".split()) | {
    month.lower() for month in MONTHS
}


def _places(sentence: str) -> Iterator[str]:
    """Yield the names of a sentence that say where: "12 people in Torvik"."""
    for found in PLACED.finditer(sentence):
        for word in found["place"].lower().split():
            name = word.replace("’", "'").removesuffix("'s")
            if name not in NO_PLACE:
                yield name
