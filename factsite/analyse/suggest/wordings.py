"""The same utterance quoted in different words."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

from factsite.analyse.suggest.matching import dice
from factsite.analyse.suggest.said import Said, item
from factsite.analyse.wording.alignment import align
from factsite.analyse.wording.utterances import Utterance, substance
from factsite.english import listed
from factsite.findings import Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factsite.analyse.suggest.articles import Article
    from factsite.analyse.wording.alignment import Alignment

SAME_WORDS = 0.6
"""So much of two quotations has to be the same, from 0 to 1, to be one utterance."""

WORD_FOR_WORD = 0.75
"""In short ones, and where but one word of substance is shared, so much of all words has to be the same."""

RETOLD, LONG = 0.2, 7
"""Quotations that share so many words of substance are of one utterance more likely, even if it was translated twice."""

SHORT = 4
"""Of quotations of so many words or fewer more has to be the same."""

Where = tuple[str, int, Utterance]


def wordings(articles: Mapping[str, Article], pairs: Iterable[tuple[str, str]]) -> Iterator[Suggestion]:
    """Yield utterances that related articles quote in different words, each utterance once."""
    groups: list[tuple[float, list[Where], Alignment]] = []
    joined = {name: list(_joined(article.said)) for name, article in articles.items()}
    for one, other in pairs:
        for first, second in _candidates(
            articles[one].said, articles[other].said, joined[one], joined[other]
        ):
            score, aligned = _likeness(first.utterance, second.utterance)
            if score >= SAME_WORDS and aligned and aligned.differs:
                ends = [(one, first.line, first.utterance), (other, second.line, second.utterance)]
                _grouped(groups, score, aligned, ends)
    for score, group, aligned in groups:
        yield _suggestion(score, group, aligned, articles)


def _candidates(
    ones: Sequence[Said], others: Sequence[Said], *joined: Sequence[Said]
) -> Iterator[tuple[Said, Said]]:
    """Yield the pairs of quotations to compare; one of the two may be joined of two pieces."""
    yield from product(ones, others)
    yield from product(joined[0], others)
    yield from product(ones, joined[1])


def _joined(said: Sequence[Said]) -> Iterator[Said]:
    """Yield quotations of one line that follow each other, as one: a speaker is often interrupted."""
    for first, second in pairwise(said):
        if first.line == second.line:
            one, other = first.utterance, second.utterance
            text = f"{one.text} {other.text}"
            yield Said(
                first.line,
                Utterance(text, one.start, other.end, one.speakers | other.speakers, one.said or other.said),
            )


def _likeness(one: Utterance, other: Utterance) -> tuple[float, Alignment | None]:
    """Return how sure it is that two quotations are of one utterance, and the two aligned."""
    a, b = substance(one), substance(other)
    shared = dice(a, b)
    if shared < 0.3 or not a & b or not (one.said or other.said):
        return 0.0, None
    speaker = bool(one.speakers & other.speakers)
    aligned = align(one.text, other.text)
    short = min(len(one.text.split()), len(other.text.split())) <= SHORT
    if (len(a & b) < 2 or short) and aligned.ratio < WORD_FOR_WORD:
        return 0.0, None
    covered = len(a & b) / min(len(a), len(b))
    told_apart = bool(one.speakers and other.speakers) and not speaker
    score = (
        (shared + aligned.ratio + covered) / 3
        + 0.1 * speaker
        - 0.05 * told_apart
        + RETOLD * (len(a & b) >= LONG)
    )
    return min(score, 1.0), aligned


def _grouped(
    groups: list[tuple[float, list[Where], Alignment]], score: float, aligned: Alignment, ends: list[Where]
) -> None:
    """Put two quotations with the others of their utterance."""
    for at, (best, group, first) in enumerate(groups):
        if any(_same(end, member) for end in ends for member in group):
            group += [end for end in ends if not any(_same(end, member) for member in group)]
            groups[at] = (max(best, score), group, first)
            return
    groups.append((score, ends, aligned))


def _same(one: Where, other: Where) -> bool:
    return one[:2] == other[:2] and one[2].start == other[2].start


def _suggestion(
    score: float, group: Sequence[Where], aligned: Alignment, articles: Mapping[str, Article]
) -> Suggestion:
    changes = [
        f"“{change.one}” against “{change.other}”"
        if change.one and change.other
        else f"“{change.one or change.other}” in one alone"
        for change in aligned.changes
        if change.kind != "same"
    ]
    touched = f" The change touches a {listed(aligned.touches)}." if aligned.touches else ""
    items = tuple(
        item(articles[source], line, utterance.start, utterance.end) for source, line, utterance in group
    )
    speakers = sorted(group[0][2].speakers & group[1][2].speakers)
    measure = f"words of {speakers[0].capitalize()}" if len(speakers) == 1 else "words in quotation marks"
    return Suggestion(
        "wording",
        "conflicting",
        round(score, 3),
        measure,
        f"Quoted word for word, but not in the same words: {'; '.join(changes)}.{touched}",
        items,
    )
