"""Which sentences of the articles speak to a claim: those that share the words that say most."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from factsite.analyse.occurrences import cited
from factsite.analyse.wording.words import sentences, stems
from factsite.findings import Span
from factsite.frozen import NamedTuple
from factsite.progress import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factsite.analyse.occurrences import Search
    from factsite.findings import Occurrence
    from factsite.progress import Progress
    from factsite.values import LineRange

ENOUGH = 0.35
"""A sentence speaks to a claim when it has two of its words, and so much of their weight; a rare word weighs more."""

WHOLE = 160
"""A line of at most so many characters is quoted whole."""

SIMILAR = 0.6
"""Two claims are similar when they share so much of their words, whatever their numbers."""


class _Sentence(NamedTuple):
    source: str
    span: Span
    stems: frozenset[str]


def speaking(claim: str, search: Search, progress: Progress = UNWATCHED) -> tuple[Occurrence, ...]:
    """Return of each article the sentence that speaks to a claim best, if one does; the best of all first."""
    names = progress.each("look for what speaks to it", search.among, len(search.among))
    every = [one for name in names for one in _sentences(name, search.lines(name), _dead(name, search))]
    weights = _weights(claim, every)
    best: dict[str, tuple[float, _Sentence]] = {}
    for one in every:
        score = _score(one, weights)
        if (
            score >= ENOUGH
            and len(one.stems & weights.keys()) > 1
            and score > best.get(one.source, (0.0,))[0]
        ):
            best[one.source] = score, one
    ranked = sorted(best.values(), key=lambda pair: -pair[0])
    return tuple(found for _, one in ranked for found in cited("speaks", one.source, [one.span], search))


def speaks_best(claim: str, source: str, lines: LineRange, search: Search) -> tuple[Occurrence, ...]:
    """Return what to quote of some lines of an article for a claim: a short line whole, else its best sentence.

    Of several lines, each that shares a word with the claim; where none does, the first that is not empty.
    """
    text = search.lines(source)
    every = list(_sentences(source, text, frozenset()))
    weights = _weights(claim, every)
    chosen: list[tuple[float, Span]] = []
    for number in range(lines.first, lines.last + 1):
        here = [one for one in every if one.span.line == number]
        if not here:
            continue
        best = max(here, key=lambda one: _score(one, weights))
        span = best.span if len(text[number - 1]) > WHOLE else _join(here)
        chosen.append((_score(best, weights), span))
    spans = [span for score, span in chosen if score > 0] or [span for _, span in chosen[:1]]
    return tuple(cited("speaks", source, spans, replace(search, sentence=False))) if spans else ()


def similar(claim: str, others: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the ids of claims that share most of their words with a claim; ``others`` are ids and sentences."""
    wanted = _told(claim)
    for identifier, sentence in others:
        words = _told(sentence)
        if len(wanted & words) > SIMILAR * len(wanted | words):
            yield identifier


def _told(sentence: str) -> frozenset[str]:
    """Return the words of a claim without its numbers: another number makes it no other subject."""
    return frozenset(word for word in stems(sentence) if not word[0].isdigit())


def _join(here: Sequence[_Sentence]) -> Span:
    return Span(here[0].span.line, here[0].span.start, here[-1].span.end)


def _dead(source: str, search: Search) -> frozenset[int]:
    """Return the lines of an article that are not its text."""
    parts = search.background.sources[source].boilerplate
    return frozenset(line for part in parts for line in range(part.lines.first, part.lines.last + 1))


def _sentences(source: str, lines: Sequence[str], dead: frozenset[int]) -> Iterator[_Sentence]:
    for number, line in enumerate(lines, 1):
        if number not in dead:
            for one in sentences(line):
                lead = len(one.text) - len(one.text.lstrip())
                span = Span(number, one.start + lead, one.start + len(one.text))
                yield _Sentence(source, span, frozenset(stems(one.text)))


def _weights(claim: str, every: Sequence[_Sentence]) -> dict[str, float]:
    """Return what each word of a claim weighs: the more, the fewer sentences have it; all together 1.

    A word that no sentence has tells nothing, and weighs nothing.
    """
    held = Counter(word for one in every for word in one.stems)
    known = [word for word in dict.fromkeys(stems(claim)) if held[word]]
    weights = {word: math.log(1 + len(every) / held[word]) for word in known}
    total = sum(weights.values())
    return {word: weight / total for word, weight in weights.items()}


def _score(one: _Sentence, weights: dict[str, float]) -> float:
    return sum(weight for word, weight in weights.items() if word in one.stems)
