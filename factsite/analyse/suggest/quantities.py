"""Figures and dates of the same thing that cannot both be true."""

from __future__ import annotations

from decimal import Decimal  # noqa: TC003
from typing import TYPE_CHECKING

from factsite.analyse.figures.explained import printed, repeats
from factsite.analyse.figures.relations import relate
from factsite.analyse.suggest.lookalikes import looks_alike_only
from factsite.analyse.suggest.matching import likeness
from factsite.analyse.suggest.said import item
from factsite.english import listed
from factsite.findings import Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factsite.analyse.suggest.articles import Article
    from factsite.analyse.suggest.statements import Statement
    from factsite.findings import Figure

SURE = 0.5
"""Two figures with this score or more are taken to count the same thing."""

AGREES = 0.3
"""Two figures with this score or more may explain each other."""

TIE = 0.15
"""Scores no further apart than this are of equal worth."""

Pair = tuple[float, "Statement", "Statement"]


def quantities(articles: Mapping[str, Article], pairs: Iterable[tuple[str, str]]) -> Iterator[Suggestion]:
    """Yield the disagreements in amounts and dates between articles that may speak of one event, and inside each."""
    found: list[Pair] = []
    for one, other in pairs:
        found += _conflicts(articles[one].statements, articles[other].statements)
    for article in articles.values():
        found += _conflicts(article.statements, article.statements)
    for score, group in _grouped(found):
        yield _suggestion(score, group, articles)


def _conflicts(ones: Sequence[Statement], others: Sequence[Statement]) -> Iterator[Pair]:
    """Yield pairs of figures that count the same thing and exclude each other.

    A figure that some figure of the other article agrees with is explained by that one, and conflicts with none that is
    less like it. Of several it conflicts with, only those most like it count.
    """
    scores = {
        (at, to): likeness(one, other)
        for at, one in enumerate(ones)
        for to, other in enumerate(others)
        if one.dimension == other.dimension
        if ones is not others
        or (at < to and (one.line, one.sentence.start) != (other.line, other.sentence.start))
    }
    related = {
        pair: relate(ones[pair[0]].figure, others[pair[1]].figure).kind
        for pair, score in scores.items()
        if score >= AGREES
    }
    best = _best(scores, related, ("conflicting", "compatible", "equal"))
    agreed = _best(scores, related, ("compatible", "equal"))
    explained = _explained(ones, others)
    for (at, to), score in scores.items():
        if related.get((at, to)) != "conflicting" or score < SURE or _same_words(ones[at], others[to]):
            continue
        ends = (0, at), (1, to)
        if explained.intersection(ends) or _adds_up(at, to, ones, others):
            continue
        if all(score >= best[end] - TIE and score > agreed.get(end, 0.0) for end in ends):
            yield score, ones[at], others[to]


def _explained(ones: Sequence[Statement], others: Sequence[Statement]) -> set[tuple[int, int]]:
    """Return the figures, by side and position, that the other article gives as well, of the same kind and role."""
    if ones is others:
        return set()
    found: set[tuple[int, int]] = set()
    for at, one in enumerate(ones):
        for to, other in enumerate(others):
            same = one.figure.unit == other.figure.unit and (
                one.kind == other.kind or not (one.kind and other.kind)
            )
            same = same and (one.role == other.role or not (one.role and other.role))
            if same and one.figure.interval is not None and one.figure.interval == other.figure.interval:
                found |= {(0, at), (1, to)}
    return found


def _adds_up(at: int, to: int, ones: Sequence[Statement], others: Sequence[Statement]) -> bool:
    """Say whether one of two figures is the other and a third of its own sentence together: 12 and 11 are 23."""
    return _is_sum(others[to], ones[at], ones) or _is_sum(ones[at], others[to], others)


def _is_sum(whole: Statement, part: Statement, among: Sequence[Statement]) -> bool:
    if whole.figure.interval is None or part.figure.interval is None:
        return False
    for third in among:
        if (
            third is part
            or third.figure.interval is None
            or (third.line, third.sentence.start) != (part.line, part.sentence.start)
        ):
            continue
        if third.figure.unit == part.figure.unit and _middle(part) + _middle(third) == _middle(whole):
            return True
    return False


def _middle(statement: Statement) -> Decimal:
    """Return the number that a plain figure states, which lies in the middle of its interval."""
    interval = statement.figure.interval
    assert interval is not None
    return (interval.low + interval.high) / 2 if interval.high is not None else interval.low


def _same_words(one: Statement, other: Statement) -> bool:
    """Say whether two dates are the same words, which only the articles' own dates set apart: "today"."""
    return one.figure.days is not None and one.figure.words.lower() == other.figure.words.lower()


def _best(
    scores: Mapping[tuple[int, int], float], related: Mapping[tuple[int, int], str], kinds: tuple[str, ...]
) -> dict[tuple[int, int], float]:
    """Return for each figure, by side and position, the highest score of those it stands to as one of these kinds."""
    best: dict[tuple[int, int], float] = {}
    for pair, kind in related.items():
        if kind in kinds:
            for end in enumerate(pair):
                best[end] = max(best.get(end, 0.0), scores[pair])
    return best


def _grouped(pairs: Sequence[Pair]) -> Iterator[tuple[float, list[Statement]]]:
    """Group pairs that share a figure: what three articles say of one thing is one disagreement.

    The surest pair leads; a further figure joins where it excludes one of the two and was found alike.
    """
    groups: list[tuple[float, list[Statement]]] = []
    for score, one, other in sorted(
        pairs,
        key=lambda pair: (
            -pair[0],
            pair[1].source,
            pair[1].line,
            pair[1].start,
            pair[2].source,
            pair[2].line,
        ),
    ):
        for _, group in groups:
            if (one in group or other in group) and _fit((one, other), group):
                group += [statement for statement in (one, other) if statement not in group]
                break
        else:
            groups.append((score, [one, other]))
    yield from groups


def _fit(pair: Sequence[Statement], group: Sequence[Statement]) -> bool:
    """Say whether nothing tells the things apart that two figures and those of a group count."""
    return all(
        one.source == other.source or not looks_alike_only(one, other)
        for one in pair
        for other in group
        if one is not other
    )


def _suggestion(score: float, group: Sequence[Statement], articles: Mapping[str, Article]) -> Suggestion:
    figures = list({statement.figure.words: statement.figure for statement in group}.values())
    them = "both" if len(figures) == 2 else "them all"
    noun = "day" if group[0].figure.days else "number"
    reason = f"No {noun} satisfies {them}: {listed([_read(figure) for figure in figures])}"
    items = tuple(item(articles[one.source], one.line, one.start, one.end, one.figure) for one in group)
    kind = "dates" if group[0].figure.days else "figures"
    return Suggestion(kind, "conflicting", round(score, 3), _measure(group), reason + ".", items)


def _read(figure: Figure) -> str:
    """Return a figure in its words, with its reading where that says more."""
    return f"“{figure.words}”" if repeats(figure) else f"“{figure.words}” ({printed(figure)})"


def _measure(group: Sequence[Statement]) -> str:
    """Return in a few words of the articles what the figures count."""
    thing = max((one.thing for one in group), key=len)
    role = group[0].role
    if not thing or group[0].figure.days:
        shared = sorted(frozenset.intersection(*(one.context for one in group[:2])) - {role})
        thing = " ".join(shared[:4])
    return f"{thing} ({role})" if role and role not in thing else thing
