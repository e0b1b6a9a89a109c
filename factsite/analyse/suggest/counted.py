"""What a number counts: the words that follow it, and what befalls those counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.analyse.suggest.concepts import ADDED, BEFALLS_PEOPLE, HUMANS, KINDS, ROLES
from factsite.analyse.suggest.roles import announced, role_of
from factsite.analyse.wording.words import stem
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factsite.analyse.suggest.tokens import Token

STOPS = frozenset(
    "in on at by from to of for with without into onto over under after before during since until as than that which who whom whose"
    " and or but nor while when where because if so were was are is be been being am has have had do does did will would could may might"
    " can should must not it they he she we you i this these those the a an his her its their our your my there here also already"
    " currently about near off up down out across through against between among per said says say including include includes"
    " went came made took got began started left gave became remain remained each every ago later earlier early late amid following according"
    " versus compared just only still now then less yet once both feared presumed believed reported confirmed".split()
)
IRREGULAR = frozenset(
    "people men women children troops dead staff police personnel cattle sheep fish aircraft crew injured wounded missing"
    " servicemen policemen firemen gunmen others lawmakers seamen crewmen infected homeless".split()
)
DETERMINERS = frozenset("the a an its his her their our those these all some".split())
DESCRIBES = frozenset("killed dead injured wounded missing trapped arrested homeless stranded".split())
FORCES = {
    stem(word): stem(men)
    for word, men in {
        "military": "soldier",
        "army": "soldier",
        "navy": "sailor",
        "crowd": "people",
        "workforce": "worker",
        "staff": "worker",
    }.items()
}
"""Whom a force is made of: "a 3,000-strong army" has 3,000 soldiers."""

DISEASES = frozenset(
    map(
        stem,
        "virus fever outbreak disease cholera dengue measles infection epidemic ebola flu influenza covid pox polio malaria typhoid".split(),
    )
)
"""Beside one of these a case is a person who is ill."""

LONGEST = 6
"""So many words at the most are read for what is counted."""


class Counted(NamedTuple):
    """What is counted: its ``kind`` and the ``head`` it was read from, the words before it, where they end, and its role.

    ``part`` and ``added`` say that the number is of a part, or adds to another.
    """

    kind: str = ""
    head: str = ""
    qualities: frozenset[str] = frozenset()
    end: int = 0
    role: str = ""
    part: bool = False
    added: bool = False


def counted(tokens: Sequence[Token], first: int, after: int, *, unit: bool) -> Counted:
    """Return what the number from word ``first`` up to ``after`` counts; ``unit`` says that a unit of measurement follows it."""
    found = _thing(tokens, after, unit=unit)
    role = role_of(tokens, first, found.end, found.head)
    role = role or next((ROLES[word] for word in sorted(found.qualities) if word in ROLES), "")
    kind = KINDS.get(found.head, found.head)
    if found.head in ROLES and kind not in HUMANS and ROLES[found.head] in BEFALLS_PEOPLE:
        kind = "person"
    if kind == "case" and any(stem(token.low) in DISEASES for token in tokens):
        kind, role = "person", "infected"
    if not kind and not unit:
        kind, role = announced(tokens[:first], role)
    return found._replace(kind=kind, role=role)


def _thing(tokens: Sequence[Token], at: int, *, unit: bool) -> Counted:
    """Return the words that follow a number or its unit: what is counted is the first plural, or the last before a stop."""
    part = added = False
    strong = at > 0 and tokens[at - 1].low.endswith("-strong")
    if at < len(tokens) and tokens[at].low == "of":
        following = tokens[at + 1 : at + 4]
        part = not unit and any(
            token.low in ("them", "whom", "which", "these", "those") or token.text[0].isdigit()
            for token in following
        )
        if part and following[0].low in ("them", "whom", "which", "these", "those"):
            return Counted(end=at, part=True)
        at += 1
    elif unit and at < len(tokens) and not tokens[at].text[0].isalpha():
        return Counted(end=at)
    if (
        not unit
        and at + 1 < len(tokens)
        and tokens[at].low in ("were", "are", "was", "is")
        and stem(tokens[at + 1].low) in KINDS
    ):
        part, at = True, at + 1
    while at < len(tokens) and tokens[at].low in DETERMINERS:
        at += 1
    words: list[Token] = []
    for token in tokens[at : at + LONGEST]:
        if token.text == "-" or (token.text in "“\"‘'(" and not words):
            at += 1
            continue
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        if _ends(token, words) or _is_verb(token, behind):
            break
        at += 1
        if token.low in ADDED and token.low != "others":
            added = True
        elif token.low == "strong":
            strong = True
        elif token.low not in ("plus", "odd", "or"):
            words.append(token)
            added = added or token.low == "others"
            if strong or _plural(token):
                break
    if (
        words
        and words[-1].low in ("members", "pieces", "groups")
        and at + 1 < len(tokens)
        and tokens[at].low == "of"
    ):
        at += 2 if tokens[at + 1].low in DETERMINERS else 1
        words, at = [*words[:-1], tokens[at]] if at < len(tokens) else words, at + 1
    head = stem(words[-1].low) if words else ""
    if strong and head in FORCES:
        head = FORCES[head]
    return Counted("", head, frozenset(stem(word.low) for word in words[:-1]), at, "", part, added)


def _is_verb(token: Token, following: Token | None) -> bool:
    """Say whether a word in -ed is what those counted did, and not what they are like: "23,400 packed the ground"."""
    if not token.low.endswith("ed") or token.low in DESCRIBES or following is None:
        return False
    return following.low in STOPS or following.text[0].isupper() or not following.text[0].isalpha()


def _ends(token: Token, words: Sequence[Token]) -> bool:
    """Say whether a word no longer belongs to what is counted."""
    if not token.text[0].isalpha():
        return True
    return (token.low in STOPS and token.low not in ADDED) or (bool(words) and token.low in DESCRIBES)


def _plural(token: Token) -> bool:
    if "'" in token.text or "’" in token.text:
        return False
    return token.low in IRREGULAR or (
        token.low.endswith("s") and not token.low.endswith(("ss", "us", "is")) and len(token.low) > 3
    )
