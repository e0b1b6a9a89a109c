"""Sentences and words of a line, and words without their endings."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"[^\W_](?:(?<=\d)\d*(?:[.,]\d+)*|[^\W\d_]*(?:[’'][^\W\d_]+)*)")
"""A word, or a number in digits. What it begins with is asked once: texts are looked through for this all the time."""

COMMON = frozenset(
    """
    a about above after again against all also am an and any are as at be because been before being below
    between both but by can could did do does doing down during each even few for from further had has have
    having he her here hers him his how i if in into is it its itself just like may me might more most much
    must my no nor not now of off on once one only or other our out over own per said same say says she
    should since so some still such than that the their theirs them then there these they this those through
    to too told toward towards two under until up upon us very was we were what when where whether which
    while who whom whose why will with within without would yet you your according among around another
    however including meanwhile although though
    """.split()
)
"""Words that say little about what a sentence is about."""

ABBREVIATED = (
    "Mr Mrs Ms Dr St Gen Col Lt Sgt Sen Rep Gov Prof Rev No vs Inc Co Corp Ltd Jr Sr Jan Feb Aug Sept Oct Nov Dec"
    r" [A-Z] a\.m p\.m approx"
).split()
"""What a full stop may stand behind inside a sentence."""

_CLOSED = "".join(rf"(?<!\b{short}\.)" for short in ABBREVIATED)
END = re.compile(
    rf"[.!?…\n](?:(?<=\n)\n*|(?=[”\"’')\]]*\s)(?:(?<!\.)|{_CLOSED})(?:[”\"’')\]]+)?\s+(?=[“\"‘'(\[]?[A-Z0-9“\"]))|\s[•·]\s"
)
"""Where a sentence ends: after a full stop that closes no abbreviation, before a capital letter. Most full stops in a row of them have no space
behind, which is seen first."""


class Sentence(NamedTuple):
    """A sentence of a line, from its character ``start`` (from 0)."""

    text: str
    start: int


def sentences(line: str) -> Iterator[Sentence]:
    """Yield the sentences of a line."""
    start = 0
    for end in END.finditer(line):
        if line[start : end.start() + 1].strip():
            yield Sentence(line[start : end.end()].rstrip(), start)
        start = end.end()
    if line[start:].strip():
        yield Sentence(line[start:].rstrip(), start)


def words(text: str) -> list[str]:
    """Return the words of a text in small letters, with straight apostrophes."""
    return [found[0].replace("’", "'").lower() for found in WORD.finditer(text)]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return a word in small letters without its ending."""
    return str(_stemmer().stemWord(word.removesuffix("'s").removesuffix("'")))


@cache
def _stemmer() -> Any:
    """Return the stemmer; its library is slow to load, and many a command needs none."""
    from snowballstemmer import stemmer

    return stemmer("english")


def stems(text: str) -> list[str]:
    """Return the words of a text that say what it is about, without their endings."""
    return [stem(word) for word in words(text) if word not in COMMON and (len(word) > 1 or word.isdigit())]
