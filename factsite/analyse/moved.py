"""Where cited lines of an article stand after it changed.

A quotation is looked for. Where it stands at several places, and for ranges without words, what else is known tells:
the article as it was, if it is at hand; else the quotations around, between two of which nothing moved that
both moved alike.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from factsite.analyse.passages import folded_text
from factsite.analyse.quotations import locate, stands_at
from factsite.findings import Located
from factsite.model import SourceText
from factsite.values import LineRange

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factsite.findings import Missing

ALIKE = 0.6
"""Lines with so many of their words in common (the ratio of difflib) are one line, reworded."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a range of lines stands now; None where that cannot be told, and then why.

    ``several`` are the places among which it cannot be told, ``missing`` says what is nearest to words that stand nowhere.
    """

    lines: LineRange | None
    several: tuple[LineRange, ...] = ()
    missing: Missing | None = None


class Moves:
    """Tells where ranges of one article stand after it changed."""

    def __init__(
        self, now: Sequence[str], cited: Iterable[tuple[LineRange, str]], was: Sequence[str] | None = None
    ) -> None:
        """Take the lines as they are now, the quotations with the lines they were cited from, and the lines as they were."""
        self.now = now
        self.known = was is not None
        self.numbers = _numbers(was, now) if was is not None else _anchors(now, cited)
        self.olds = sorted(self.numbers)

    def quotation(self, quote: str, cited: LineRange) -> Moved:
        """Return where a quotation stands now that stood in the cited lines."""
        places = stands_at(quote, self.now)
        if not places:
            there = LineRange(min(cited.first, len(self.now)), min(cited.last, len(self.now)))
            found = locate(quote, there, "", {"": SourceText.of(self.now)}) if self.now else None
            return Moved(None, missing=None if isinstance(found, Located) else found)
        guess = self.guess(cited)
        if guess and any(_within(place, guess) for place in places):
            return Moved(guess)
        around = self._around(cited)
        likely = places if len(places) == 1 else [place for place in places if _within(place, around)]
        if len(likely) != 1:
            return Moved(None, several=places)
        stays = not self.known and len(places) == 1 and _within(likely[0], cited)
        return Moved(cited if stays else likely[0])

    def range(self, cited: LineRange) -> Moved:
        """Return where lines stand now of which no words are known."""
        return Moved(self.guess(cited))

    def guess(self, cited: LineRange) -> LineRange | None:
        """Return where lines stand now by what is known of the article or of its quotations."""
        first, last = self._line(cited.first), self._line(cited.last)
        return LineRange(first, last) if first and last and first <= last <= len(self.now) else None

    def _line(self, old: int) -> int | None:
        if old in self.numbers or self.known:
            return self.numbers.get(old)
        before, after = bisect_left(self.olds, old) - 1, bisect_right(self.olds, old)
        if before < 0 or after == len(self.olds):
            return None
        one, other = self.olds[before], self.olds[after]
        shift = self.numbers[one] - one
        return old + shift if self.numbers[other] - other == shift else None

    def _around(self, cited: LineRange) -> LineRange:
        """Return the lines from what stood before the cited lines to what stood after them."""
        before = bisect_left(self.olds, cited.first) - 1
        after = bisect_right(self.olds, cited.last)
        return LineRange(
            self.numbers[self.olds[before]] if before >= 0 else 0,
            self.numbers[self.olds[after]] if after < len(self.olds) else len(self.now) + 1,
        )


def _within(one: LineRange, other: LineRange) -> bool:
    return other.first <= one.first and one.last <= other.last


def _numbers(was: Sequence[str], now: Sequence[str]) -> Mapping[int, int]:
    """Return the number now of every line that is still there, reworded ones too."""
    old, new = ([folded_text(line) for line in lines] for lines in (was, now))
    numbers: dict[int, int] = {}
    for what, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            numbers |= {first + step + 1: start + step + 1 for step in range(last - first)}
        elif what == "replace":
            numbers |= dict(_reworded(old, new, range(first, last), range(start, end)))
    return numbers


def _reworded(
    old: Sequence[str], new: Sequence[str], olds: Iterable[int], news: range
) -> Iterator[tuple[int, int]]:
    """Yield old and new number of lines that are alike, in their order."""
    start = news.start
    for one in olds:
        likeness = [
            SequenceMatcher(None, old[one].split(), new[other].split(), autojunk=False).ratio()
            for other in range(start, news.stop)
        ]
        best = max(likeness, default=0.0)
        if best >= ALIKE:
            start += likeness.index(best)
            yield one + 1, start + 1
            start += 1


def _anchors(now: Sequence[str], cited: Iterable[tuple[LineRange, str]]) -> Mapping[int, int]:
    """Return the number now of every line that was cited with words which stand at one place; the beginning stays.

    A line that was split has no number. Where lines have changed their order, nothing follows for what is between them:
    then only the beginning is known.
    """
    found: dict[int, set[int]] = {0: {0}}
    for lines, quote in cited:
        places = stands_at(quote, now)
        if len(places) == 1 and places[0].last - places[0].first == lines.last - lines.first:
            for step in range(lines.last - lines.first + 1):
                found.setdefault(lines.first + step, set()).add(places[0].first + step)
    numbers = {old: min(news) for old, news in sorted(found.items()) if len(news) == 1}
    ordered = list(numbers.values())
    return numbers if ordered == sorted(set(ordered)) else {0: 0}
