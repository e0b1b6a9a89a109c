"""An article as it is compared with others: its lines, its date, what its figures count, and whom it quotes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from factsite.analyse.figures.dates import dates
from factsite.analyse.suggest.said import Said, Stated
from factsite.analyse.suggest.statements import Statement, statements
from factsite.analyse.wording.utterances import utterances
from factsite.analyse.wording.words import sentences, stems

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

HEAD = 4
"""So many lines at the beginning, that are not empty, may state the article's date."""

MOST = 250
"""So many figures and quotations of an article, and twice as many sentences, are compared; what has more is no article."""

SHORT = 90
"""A line that is longer than this, in characters, states no date but in its dateline."""

DATELINE = re.compile(r"^[^!?]{0,60}?(?=\s?[–—-]{1,2}\s)")


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it is compared with others; ``about`` holds the stems of its words."""

    source: str
    lines: tuple[str, ...]
    published: dt.date | None
    statements: tuple[Statement, ...]
    said: tuple[Said, ...]
    sentences: tuple[Stated, ...]
    about: frozenset[str]


def article(
    source: str, lines: Sequence[str], published: dt.date | None = None, skipped: frozenset[int] = frozenset()
) -> Article:
    """Read an article; ``published`` is its date where it is known, ``skipped`` are lines that are not its text."""
    day = published or published_in(lines)
    kept = [(number, line) for number, line in enumerate(lines, 1) if number not in skipped and line.strip()]
    found = list(
        islice((one for number, line in kept for one in statements(source, number, line, day)), MOST)
    )
    units = Counter(one.dimension for one in found)
    found = [replace(one, sole=units[one.dimension] == 1) for one in found]
    said = list(islice((Said(number, one) for number, line in kept for one in utterances(line)), MOST))
    said_in = list(
        islice((Stated(number, one) for number, line in kept for one in sentences(line)), 2 * MOST)
    )
    about = frozenset(word for _, line in kept for word in stems(line))
    return Article(source, tuple(lines), day, tuple(found), tuple(said), tuple(said_in), about)


def published_in(lines: Sequence[str]) -> dt.date | None:
    """Return the day that an article states as its own, in a short line at its head or in its dateline."""
    return next(_days_in(lines), None)


def _days_in(lines: Sequence[str]) -> Iterator[dt.date]:
    for line in [line.strip() for line in lines if line.strip()][:HEAD]:
        dateline = DATELINE.match(line)
        text = line if len(line) <= SHORT else dateline[0] if dateline else ""
        for mention in dates(text):
            days = mention.figure.days
            if days and days.first and days.first == days.last and not days.yearless:
                yield days.first
