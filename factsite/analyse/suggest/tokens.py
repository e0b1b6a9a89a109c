"""The words and signs of a sentence, with what they and turns of phrase mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factsite.analyse.suggest.concepts import KINDS, MEANT, MONIES, PHRASE, ROLES, meaning
from factsite.analyse.wording.words import COMMON, stem
from factsite.english import MONTHS
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.analyse.wording.words import Sentence

TOKEN = re.compile(r"[^\W\d_]+(?:[’'.-][^\W\d_]+)*[’']?|\d+(?:[.,:]\d+)*|[^\w\s]")
ROLE_NAMES = frozenset(ROLES.values())


class Token(NamedTuple):
    """A word or sign of a sentence, from its character ``start`` of the line; ``meant`` is the turn of phrase it begins."""

    text: str
    start: int
    meant: str = ""

    @property
    def low(self) -> str:
        """The word in small letters, without a genitive."""
        return self.text.lower().replace("’", "'").removesuffix("'s").rstrip("'")

    @property
    def role(self) -> str:
        """What the word, or the turn of phrase that begins with it, says of what is counted."""
        if self.text in MONTHS:
            return ""
        return self.meant if self.meant in ROLE_NAMES else ROLES.get(stem(self.low), "")


def tokens_of(sentence: Sentence) -> list[Token]:
    """Return the words and signs of a sentence; a turn of phrase lends its meaning to its first word."""
    phrases = {
        found.start(): MEANT[int((found.lastgroup or "p0")[1:])] for found in PHRASE.finditer(sentence.text)
    }
    return [
        Token(match[0], sentence.start + match.start(), phrases.get(match.start(), ""))
        for match in TOKEN.finditer(sentence.text)
    ]


def meanings(tokens: Sequence[Token], *, money: bool) -> Iterator[str]:
    """Yield what the words mean that say what a sentence is about; ``money`` says that a sum of money is spoken of."""
    for token in tokens:
        if token.meant:
            yield from (token.meant,) if token.meant in ROLE_NAMES else token.meant.split()
        low = token.low
        if len(low) < 2 or low in COMMON or not low[0].isalpha() or token.text in MONTHS:
            continue
        word = stem(low)
        yield (MONIES.get(word) if money else None) or KINDS.get(word) or ROLES.get(word) or meaning(word)


def names(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the capitalised words of a sentence, but for its first."""
    for token in tokens[1:]:
        if token.text[0].isupper() and token.low not in COMMON:
            yield token.low
