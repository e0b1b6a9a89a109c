"""Two wordings of one thing, word by word: what was added, dropped and changed, and what the change touches."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from factsite.analyse.figures import mentions
from factsite.analyse.wording.words import COMMON, stem
from factsite.comparisons import Change
from factsite.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.comparisons import ChangeKind, Touches

KINDS: dict[str, ChangeKind] = {"equal": "same", "insert": "added", "delete": "dropped", "replace": "changed"}

NEGATIONS = frozenset(
    """
    not no never nor neither none nobody nothing nowhere without cannot unable refuse refused refuses deny
    denied denies
    """.split()
)
HEDGES = frozenset(
    """
    if unless may might could would should possible possibly perhaps maybe likely unlikely probably probable
    appear appears appeared apparently seem seems seemed reportedly allegedly alleged suggest suggests
    suggested believe believes believed think thinks presumably potentially potential expected provided
    """.split()
)
ARTICLES = frozenset(("a", "an", "the"))

FEW = 5
"""From so many words on the letters alone tell whether one wording stands in the other."""

INSERTED = re.compile(r"\[[^][]*\]|\([^()]*\)")
"""Words that an article puts into a quotation in brackets; they are its own and not the speaker's."""

TOKEN = re.compile(r"[^\W_]+(?:[’'.,-][^\W_]+)*%?|[$£€]\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two wordings aligned: their stretches in order.

    ``ratio`` is how much of both is the same, from 0 to 1. ``within`` says that all words of the shorter stand
    in the longer in one piece, so that it only leaves out what comes before or after.
    """

    changes: tuple[Change, ...]
    ratio: float
    within: bool

    @property
    def touches(self) -> tuple[Touches, ...]:
        """What the changes bear on, each once."""
        return tuple(dict.fromkeys(touched for change in self.changes for touched in change.touches))

    @property
    def differs(self) -> bool:
        """Whether one of the two cannot be word for word what the other is a part of; spaces and hyphens do not count."""
        if _run_together(self.changes, "one") == _run_together(self.changes, "other"):
            return False
        return not self.within and any(change.kind != "same" for change in self.changes)


@lru_cache(maxsize=1024)
def align(one: str, other: str) -> Alignment:
    """Align two wordings word by word; case and punctuation do not count."""
    first, second = _tokens(one), _tokens(other)
    a, b = _keys(first), _keys(second)
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    changes = []
    for code, i, j, k, m in matcher.get_opcodes():
        left, right = _stretch(one, first[i:j]), _stretch(other, second[k:m])
        touches = (
            () if code == "equal" else tuple(_touches(left, right, (one, other), (first[i:j], second[k:m])))
        )
        changes.append(Change(KINDS[code], left, right, touches))
    return Alignment(tuple(changes), matcher.ratio(), _within(a, b))


def likeness(one: str, other: str) -> float:
    """Return how much of two wordings is the same, from 0 to 1: the ``ratio`` of their alignment."""
    a, b = _keys(_tokens(one)), _keys(_tokens(other))
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def only_frames(changes: Sequence[Change]) -> bool:
    """Say whether two wordings differ only in articles, and in the noun that one of them makes the words a part of.

    "very serious" and "a very serious issue" are such: where an article quotes from decides on these words.
    """
    differing = [change for change in changes if change.kind != "same"]
    if not differing or any(change.touches for change in differing):
        return False
    sides = [[TOKEN.findall(text.lower()) for text in (change.one, change.other)] for change in differing]
    rest = [
        change
        for change, words in zip(differing, sides, strict=True)
        if not ARTICLES.issuperset(token for side in words for token in side)
    ]
    if not rest:
        return True
    first, last = changes[0], changes[-1]
    framed = first in differing and first not in rest and last.kind == first.kind
    return rest == [last] and framed and len(TOKEN.findall(last.one + last.other)) == 1


def _tokens(text: str) -> list[re.Match[str]]:
    """Return the words that two wordings are aligned by: none that an article put in."""
    return list(TOKEN.finditer(INSERTED.sub(_blank, text)))


def _keys(tokens: Sequence[re.Match[str]]) -> list[str]:
    return [_key(token[0]) for token in tokens]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _run_together(changes: Sequence[Change], side: str) -> str:
    return re.sub(r"[\W_]", "", "".join(getattr(change, side) for change in changes)).lower()


def _key(token: str) -> str:
    return token.replace("’", "'").replace(",", "").rstrip(".").lower()


def _stretch(text: str, tokens: Sequence[re.Match[str]]) -> str:
    return text[tokens[0].start() : tokens[-1].end()] if tokens else ""


def _within(one: list[str], other: list[str]) -> bool:
    """Say whether the shorter stands in the longer in one piece, be it with other spaces: "end game", "endgame"."""
    short, long = sorted((one, other), key=len)
    if not short:
        return False
    if f" {' '.join(short)} " in f" {' '.join(long)} ":
        return True
    fewer, more = sorted((one, other), key=lambda words: len("".join(words)))
    return len(fewer) >= FEW and _spelt_within("".join(fewer), more)


def _spelt_within(letters: str, words: Sequence[str]) -> bool:
    """Say whether letters are those of some whole words in a row."""
    edges = {0, *accumulate(map(len, words))}
    text = "".join(words)
    return any(start + len(letters) in edges and text.startswith(letters, start) for start in edges)


def _touches(
    one: str,
    other: str,
    texts: tuple[str, str],
    tokens: tuple[Sequence[re.Match[str]], Sequence[re.Match[str]]],
) -> Iterator[Touches]:
    """Yield what a change bears on: numbers, negations and hedges on one side alone, and names."""
    if _figures(one) != _figures(other):
        yield "number"
    keys = [{_key(token[0]) for token in side} for side in tokens]
    negated = [{key for key in side if key in NEGATIONS or key.endswith("n't")} for side in keys]
    if bool(negated[0]) != bool(negated[1]):
        yield "negation"
    hedged = [{stem(key) for key in side if key in HEDGES} for side in keys]
    if hedged[0] != hedged[1]:
        yield "hedge"
    names = [_names(text, side) for text, side in zip(texts, tokens, strict=True)]
    if names[0] != names[1]:
        yield "name"


def _figures(text: str) -> list[tuple[object, object, object]]:
    """Return what the figures of a text are read as."""
    return [
        (mention.figure.interval, mention.figure.days, mention.figure.unit)
        for mention in mentions(text)
        if mention.figure.interval or mention.figure.days
    ]


def _names(text: str, tokens: Sequence[re.Match[str]]) -> set[str]:
    """Return the capitalised words that do not begin a sentence."""
    found = set()
    for token in tokens:
        before = text[: token.start()].rstrip()
        begins = not before or before[-1] in '.!?“"‘'
        if token[0][0].isupper() and not begins and _key(token[0]) not in COMMON and len(token[0]) > 1:
            found.add(_key(token[0]).removesuffix("'s"))
    return found
