"""Statements that deny each other, and those that one article has as done and another as possible."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factsite.analyse.suggest.concepts import AHEAD
from factsite.analyse.suggest.limits import places
from factsite.analyse.suggest.matching import dice
from factsite.analyse.suggest.said import item
from factsite.analyse.suggest.tokens import meanings, tokens_of
from factsite.analyse.wording.words import Sentence
from factsite.findings import Suggestion
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factsite.analyse.suggest.articles import Article
    from factsite.analyse.suggest.tokens import Token

CLAUSE = re.compile(
    r"[,;:—]\s|\s–\s|\s(?:but|while|although|though|whereas|because|and that)\s|\sand\s(?=(?:he|she|it|they|the|a|an|no|there)\s)",
    re.IGNORECASE,
)
NOT = re.compile(
    r"\b(?:not|never|no|none|neither|nor|nobody|nothing|cannot|unaffected|undamaged|denied|denies)\b|n[’']t\b",
    re.IGNORECASE,
)
NO_DENIAL = re.compile(
    r"\b(?:not only|no doubt|no longer|not yet|no more than|no less|no fewer|not known|not clear|not immediately|no one|not say|not comment|no comment|not identif\w+|not release\w*|no details?|no immediate|no word|not sure|isn[’']t sure|aren[’']t sure|not certain|unclear|not what|(?:not|n[’']t) (?:know|knew|say|said)|declin\w+|refus\w+ to)\b",
    re.IGNORECASE,
)
HEDGED = re.compile(
    rf"\b(?:{'|'.join(sorted(AHEAD - {'first', 'set', 'due', 'goal', 'would-be'}))}|possibly|perhaps|reportedly|allegedly|in talks|considering|consider|considers|negotiating|mulling|weighing)\b",
    re.IGNORECASE,
)
HAPPENED = re.compile(
    r"\b(?:has|have|had|was|were|did|confirmed|signed|approved|agreed|announced)\b|\w{3}ed\b", re.IGNORECASE
)
ASSERTS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|did|does|do|will|would|can|be|been)\b|\w{3}ed\b|\w{3}s\b|n[’']t\b",
    re.IGNORECASE,
)
"""A clause without any of these hardly says that something is so."""

ALIKE, COVERED, SURE, SURE_OF_TWO = 0.6, 0.75, 0.6, 0.75
"""Two clauses are of one thing where so much of both, and so much of the shorter, is the same; more is asked of a modality."""


class Clause(NamedTuple):
    """A clause of an article: its place, what its words mean, and whether it denies or holds something possible."""

    source: str
    line: int
    start: int
    end: int
    about: frozenset[str]
    named: frozenset[str]
    denied: frozenset[str]
    places: frozenset[str]
    denies: bool
    hedged: bool
    happened: bool


def assertions(articles: Mapping[str, Article], pairs: Iterable[tuple[str, str]]) -> Iterator[Suggestion]:
    """Yield clauses of related articles that deny each other or differ in how sure they are."""
    clauses = {name: list(_clauses(article)) for name, article in articles.items()}
    for one, other in pairs:
        yield from _compared(clauses[one], clauses[other], articles)


def _clauses(article: Article) -> Iterator[Clause]:
    for said in article.sentences:
        text, start = said.sentence.text, 0
        for cut in [*CLAUSE.finditer(text), None]:
            end = cut.start() if cut else len(text)
            piece = text[start:end]
            begin = said.sentence.start + start
            tokens = [token for token in tokens_of(Sentence(piece, begin)) if not _sign(token)]
            about = frozenset(meanings(tokens, money=False))
            asserts = (
                ASSERTS.search(piece) and not NO_DENIAL.search(piece) and not piece.rstrip().endswith("?")
            )
            if len(about) >= 2 and asserts:
                yield Clause(
                    article.source, said.line, begin, begin + len(piece), about,
                    frozenset(meanings([token for token in tokens if token.text[0].isupper()], money=False)), frozenset(_denied(piece)), frozenset(places(piece)),
                    bool(NOT.search(piece)), bool(HEDGED.search(piece)), bool(HAPPENED.search(piece)),
                )  # fmt: skip
            start = cut.end() if cut else len(text)


def _apart(one: Clause, other: Clause) -> bool:
    """Say whether two clauses are of different places."""
    return bool(one.places and other.places and not one.places & other.places)


def _surer(one: Clause, other: Clause) -> bool:
    """Say whether the clause that is not hedged tells of what has happened, and neither denies it."""
    return (other if one.hedged else one).happened and not (one.denies or other.denies)


def _denied(piece: str) -> Iterator[str]:
    """Yield what the words right after each negation of a clause mean: what is denied."""
    for found in NOT.finditer(piece):
        yield from list(
            meanings(tokens_of(Sentence(re.split(r"[”\"“]", piece[found.end() :])[0], 0)), money=False)
        )[:2]
        if found[0].lower().startswith("un"):
            yield from meanings(tokens_of(Sentence(piece, 0)), money=False)


def _sign(token: Token) -> bool:
    return bool(NOT.fullmatch(token.text) or HEDGED.fullmatch(token.text))


def _compared(
    ones: Sequence[Clause], others: Sequence[Clause], articles: Mapping[str, Article]
) -> Iterator[Suggestion]:
    for one in ones:
        for other in others:
            shared = len(one.about & other.about)
            if shared < 2 or shared < COVERED * min(len(one.about), len(other.about)):
                continue
            alike = dice(one.about, other.about)
            if _apart(one, other):
                continue
            spoken = (one.about & other.about) - one.named - other.named
            if alike < (ALIKE if shared > 2 else SURE_OF_TWO) or not spoken:
                continue
            if (
                one.denies != other.denies
                and not (one.hedged or other.hedged)
                and (one if one.denies else other).denied & spoken
            ):
                yield _suggestion("denial", "conflicting", alike, (one, other), articles)
            elif one.hedged != other.hedged and _surer(one, other) and len(spoken) >= 3 and alike >= SURE:
                yield _suggestion("modality", "compatible", alike, (one, other), articles)


def _suggestion(
    kind: str, relation: str, score: float, clauses: Sequence[Clause], articles: Mapping[str, Article]
) -> Suggestion:
    items = tuple(item(articles[clause.source], clause.line, clause.start, clause.end) for clause in clauses)
    about = " ".join(sorted(clauses[0].about & clauses[1].about)[:5])
    reason = {
        "denial": "One says that it is so, the other that it is not.",
        "modality": "One has it as done, the other as possible, planned or expected.",
    }[kind]
    return Suggestion(kind, relation, round(score * 0.9, 3), about, reason, items)
