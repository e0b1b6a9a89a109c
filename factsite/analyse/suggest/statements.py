"""What a figure counts: the thing counted, what befalls it, and what limits the count.

"at least 41 people, including 14 children, were killed in Torvik on Tuesday"
41: kind person, role dead, place torvik      14: kind child, role dead, a part
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factsite.analyse.figures import mentions
from factsite.analyse.figures.units import MONEY_UNITS, dimension
from factsite.analyse.suggest.counted import counted
from factsite.analyse.suggest.limits import Around, distant, limits, ordered, other_times, places, scopes
from factsite.analyse.suggest.tokens import meanings, names, tokens_of
from factsite.analyse.wording.words import sentences

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from factsite.analyse.suggest.tokens import Token
    from factsite.analyse.wording.words import Sentence
    from factsite.findings import Days, Figure, Mention

NEAR = 6
"""So many words before and behind a figure are close by."""

HOURS = frozenset("morning noon midday afternoon evening midnight dawn".split())
LONGEST = 1500
"""What is longer than this, in characters, is no sentence: a table, or a text without full stops."""

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
DATELINE = re.compile(r"^\W*[A-Z][^!?]{0,60}?\s?(?:—|–|--|\s-)\s")
OF_THE_PAGE = re.compile(
    r"\b(?:updated|published|posted|copyright|filed|printed|last modified)\b|©", re.IGNORECASE
)
SHORT_LINE = 60
"""A date in a line that is shorter than this, in characters, and ends without a full stop is the page's and not the event's."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure of an article and what it counts.

    ``dimension`` is what its unit measures, "date" for dates. ``thing`` is what is counted in the article's words, ``kind`` what it is ("" where they do not say) with the ``qualities`` before it, ``role`` what befalls it.
    ``flags`` limit the count. ``near`` and ``context`` are the meanings of the words close by and in the whole sentence,
    ``names`` and ``close_names`` their capitalised words, ``places`` those that say where. ``when`` holds its other dates, ``weekdays`` the days
    of the week it names, ``hours`` the times of day, ``orders`` what it counts through ("second quarter"), ``times`` the years it is about where these are not the article's own. ``sole`` says that no other figure of
    the article has a unit of this dimension.
    """

    source: str
    line: int
    figure: Figure
    dimension: str
    start: int
    end: int
    sentence: Sentence
    thing: str
    kind: str
    qualities: frozenset[str]
    role: str
    flags: frozenset[str]
    near: frozenset[str]
    context: frozenset[str]
    names: frozenset[str]
    close_names: frozenset[str]
    places: frozenset[str]
    when: tuple[Days, ...]
    weekdays: frozenset[str]
    hours: frozenset[str]
    orders: frozenset[str]
    times: frozenset[str]
    sole: bool = False


def statements(source: str, number: int, line: str, published: dt.date | None) -> Iterator[Statement]:
    """Yield what the figures of a line count; figures that cannot be read are left out."""
    found = [
        mention for mention in mentions(line, published) if mention.figure.interval or mention.figure.days
    ]
    starts = [mention.start for mention in found]
    for sentence in sentences(line):
        end = sentence.start + len(sentence.text)
        among = found[bisect_left(starts, sentence.start) : bisect_left(starts, end)]
        inside = [mention for mention in among if mention.end <= end]
        if not inside or len(sentence.text) > LONGEST:
            continue
        dated = [mention for mention in inside if mention.figure.days and not _of_the_page(line, mention)]
        tokens = tokens_of(sentence)
        for mention in inside:
            if _converted(line, mention) or _attributive(line, mention):
                continue
            if mention.figure.days is None or mention in dated:
                others = [one for one in inside if one in dated and one is not mention]
                others.sort(key=lambda one: _apart(mention, one))
                when = [
                    one.figure.days for one in others if one.figure.days and not _to_come(line, mention, one)
                ]
                yield _statement((source, number, line), sentence, tokens, mention, when, published)


def _apart(one: Mention, other: Mention) -> int:
    """Return how many characters lie between two figures."""
    return max(one.start - other.end, other.start - one.end)


def _to_come(line: str, one: Mention, other: Mention) -> bool:
    """Say whether words between a figure and a date set the date ahead, so that it is not the figure's."""
    between = line[one.end : max(one.end, other.start)]
    return bool(re.search(r"\b(?:will|would|due|is to|are to)\b", between))


def _converted(line: str, mention: Mention) -> bool:
    """Say whether an amount only gives the one before it in another unit: "58 km (36 miles)"."""
    behind = line[mention.end :].lstrip()
    return (
        bool(mention.figure.unit)
        and bool(
            re.search(
                r"[\w.]\s?\((?:about |some |around )?$", line[max(0, mention.start - 24) : mention.start]
            )
        )
        and behind.startswith(")")
    )


def _attributive(line: str, mention: Mention) -> bool:
    """Say whether a year only tells what is meant: "the 2004 tsunami"."""
    led_in = re.search(
        r"\b(?:in|since|during|of|until)\s$", line[max(0, mention.number - 8) : mention.number]
    )
    return (
        bool(re.fullmatch(r"(?:19|20)\d\d", line[mention.number : mention.end]))
        and not led_in
        and bool(re.match(r"\s[a-z]{4,}", line[mention.end :]))
    )


def _of_the_page(line: str, mention: Mention) -> bool:
    """Say whether a date is that of the page: in a dateline, or in a line of its own."""
    dateline = DATELINE.match(line)
    if dateline and mention.end <= dateline.end():
        return True
    short = len(line) < SHORT_LINE and not line.rstrip("”\"' ").endswith((".", "!", "?"))
    return bool(OF_THE_PAGE.search(line)) or (short and len(line) - (mention.end - mention.start) < 40)


def _statement(
    at: tuple[str, int, str],
    sentence: Sentence,
    tokens: Sequence[Token],
    mention: Mention,
    when: Sequence[Days],
    published: dt.date | None,
) -> Statement:
    source, number, line = at
    first = next((at for at, token in enumerate(tokens) if token.start >= mention.start), len(tokens))
    after = next((at for at, token in enumerate(tokens) if token.start >= mention.end), len(tokens))
    thing = counted(tokens, first, after, unit=bool(mention.figure.unit))
    close = (*tokens[max(0, first - NEAR) : first], *tokens[after : after + NEAR])
    others = (*tokens[:first], *tokens[after:])
    money = mention.figure.unit in MONEY_UNITS
    before, behind = (
        line[sentence.start : mention.start],
        line[mention.end : sentence.start + len(sentence.text)],
    )
    flags = set(
        limits(
            Around(
                mention.figure.words,
                mention.figure.unit,
                before,
                behind,
                close,
                tokens[max(0, first - NEAR) : first],
            ),
            money=money,
        )
    )
    flags |= {flag for flag, holds in (("part", thing.part), ("added", thing.added)) if holds}
    flags |= {f"scope {scope}" for scope in scopes(sentence.text)}
    aged = "age" in flags and not mention.figure.unit
    figure = replace(mention.figure, unit="year") if aged else mention.figure
    return Statement(
        source=source,
        line=number,
        figure=figure,
        dimension="date" if figure.days else dimension(figure.unit),
        start=mention.start,
        end=mention.end,
        sentence=sentence,
        thing=line[tokens[after].start : tokens[thing.end - 1].start + len(tokens[thing.end - 1].text)]
        if thing.end > after
        else "",
        kind=thing.kind,
        qualities=thing.qualities,
        role=thing.role,
        flags=frozenset(flags),
        near=frozenset(meanings(close, money=money)),
        context=frozenset(meanings(others, money=money)),
        names=frozenset(names(others)),
        close_names=frozenset(names((tokens[0], *close))),
        places=frozenset(places(sentence.text)),
        when=tuple(when),
        weekdays=frozenset(
            token.low for token in others if token.low in WEEKDAYS and token.text[0].isupper()
        ),
        hours=frozenset(token.low for token in others if token.low in HOURS),
        orders=frozenset(ordered(sentence.text)),
        times=frozenset(_times(mention, when, f"{before[-80:]} {behind[:60]}", published)),
    )


def _times(mention: Mention, when: Sequence[Days], around: str, published: dt.date | None) -> Iterator[str]:
    """Yield the years that a figure is of, by its own days or the nearest ones in the sentence, where they are not the article's."""
    days = mention.figure.days or next(iter(when), None)
    if mention.figure.days and published is None:
        return
    yield from other_times([days], published) if days else distant(around)
