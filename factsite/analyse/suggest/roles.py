"""What befalls those who are counted: the verb that follows at once, else the one before, else one further on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.analyse.suggest.concepts import BEFALLS_PEOPLE, KINDS, ROLES
from factsite.analyse.wording.words import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factsite.analyse.suggest.tokens import Token

AUXILIARY = frozenset(
    "were was are is be been being have has had who that which also already reportedly confirmed currently still feared presumed"
    " believed said to now later then left reported , either all as believed so far".split()
)
INSERTED = frozenset("including among mostly most many some all".split())
"""What begins an insertion between commas: "41 people, including 14 children, were killed"."""

BACK, AHEAD_OF = 10, 7
"""So many words back and ahead are read for what befalls it."""


def role_of(tokens: Sequence[Token], first: int, end: int, head: str) -> str:
    """Return what befalls what is counted: the verb that follows at once, else the one before, else one further on."""
    if head in ROLES and head not in KINDS:
        return _both(tokens, end - 1, ROLES[head])
    return _at_once(tokens, end) or _before(tokens, first) or _further(tokens, end)


def _at_once(tokens: Sequence[Token], end: int) -> str:
    skipped, at, read = 0, end, 0
    while at < len(tokens) and read < AHEAD_OF:
        token = tokens[at]
        if token.text == "," and at + 1 < len(tokens) and tokens[at + 1].low in INSERTED:
            at = _after_comma(tokens, at + 1)
            continue
        if token.role:
            return _both(tokens, at, token.role) if skipped <= 1 else ""
        if token.text in ".;:—–-" or token.low in ("and", "but", "while", "including"):
            return ""
        skipped += token.low not in AUXILIARY
        at, read = at + 1, read + 1
    return ""


def _after_comma(tokens: Sequence[Token], at: int) -> int:
    """Return where what was inserted between commas ends."""
    return next(
        (later + 1 for later in range(at, min(len(tokens), at + 12)) if tokens[later].text == ","), at
    )


def _before(tokens: Sequence[Token], first: int) -> str:
    for at in range(first - 1, max(-1, first - 1 - BACK), -1):
        token = tokens[at]
        if token.text == ";" or (token.low in ("while", "but", "whereas") and at < first - 1):
            return ""
        if token.role:
            return _both(tokens, at, token.role, back=True)
    return ""


def _further(tokens: Sequence[Token], end: int) -> str:
    for at in range(end, min(len(tokens), end + AHEAD_OF)):
        if tokens[at].text in ".;:,":
            return ""
        if tokens[at].role:
            return _both(tokens, at, tokens[at].role)
    return ""


def _both(tokens: Sequence[Token], at: int, role: str, *, back: bool = False) -> str:
    """Return the role at a word, or two that are counted together: "killed or wounded"."""
    for step in (2, -2):
        other = at + step
        if not 0 <= other < len(tokens) or tokens[at + step // 2].low not in ("or", "and", "/"):
            continue
        second = tokens[other].role
        if second and second != role and {role, second} <= {"dead", "injured", "missing"}:
            if step < 0 and not back and tokens[at - 1].low == "and":
                continue
            return " or ".join(sorted((role, second)))
    return role


ANNOUNCING = frozenset(map(stem, "toll number total figure count tally estimate sum".split()))


def announced(before: Sequence[Token], role: str) -> tuple[str, str]:
    """Return what a bare number counts from the words before it: "the number of arrests rose to 50"."""
    kind = ""
    for at in range(len(before) - 1, max(-1, len(before) - 14), -1):
        word = stem(before[at].low)
        kind = kind or KINDS.get(word, "")
        if word in ANNOUNCING:
            among = [token.role for token in before[at:] if token.role]
            people = "person" if among and among[0] in BEFALLS_PEOPLE else ""
            return kind or people, role if kind else (among[0] if among else role)
    return "", role
