"""Names that articles spell in different ways."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from difflib import SequenceMatcher
from itertools import islice
from typing import TYPE_CHECKING

from factsite.analyse.suggest.said import item
from factsite.analyse.wording.words import COMMON, stem
from factsite.english import MONTHS, listed
from factsite.findings import Suggestion
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factsite.analyse.suggest.articles import Article

NAME = re.compile(
    r"[A-Z][^\W\d_]+(?:[’'-][^\W\d_]+)*(?:\s(?:[A-Z]\.\s)?(?:(?:al|bin|de|van|von|el|da|di)[\s-])?[A-Z][^\W\d_]+(?:[’'-][^\W\d_]+)*)*"
)
NO_NAME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr president prime minister secretary general senator governor"
    " mayor king queen prince captain colonel lieutenant sergeant judge professor sir lord lady police the north south east west".split()
) | {month.lower() for month in MONTHS}
SOUNDS = (("ph", "f"), ("kh", "h"), ("gh", "g"), ("ck", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ie", "i"), ("y", "i"), ("j", "i"),
          ("w", "v"), ("q", "k"), ("c", "k"), ("z", "s"), ("h", ""), ("ae", "e"), ("ay", "e"), ("ai", "e"))  # fmt: skip
"""What is written in one way or another when a name comes from another script."""

MOST = 500
"""So many names of an article are compared."""

NEAR = 0.72
"""Parts of names are spellings of one where so much of both is the same, from 0 to 1."""

ENDINGS = (
    "a",
    "s",
    "n",
    "ns",
    "an",
    "ans",
    "ian",
    "ians",
    "ish",
    "ese",
    "i",
    "is",
    "er",
    "ers",
    "al",
    "ic",
    "ist",
    "ists",
    "es",
    "ed",
    "ly",
    "y",
)


class Named(NamedTuple):
    """A name where it stands in an article."""

    source: str
    line: int
    start: int
    text: str


def spellings(articles: Mapping[str, Article], pairs: Iterable[tuple[str, str]]) -> Iterator[Suggestion]:
    """Yield names that related articles spell in different ways."""
    named = {name: dict(islice(_names(article), MOST)) for name, article in articles.items()}
    groups: dict[str, set[str]] = {}
    for one, other in pairs:
        for first, second in _variants(named[one], named[other]):
            joined = groups.get(first, {first}) | groups.get(second, {second})
            for text in joined:
                groups[text] = joined
    for group in {frozenset(group) for group in groups.values()}:
        found = sorted(
            (named[name][text] for text in group for name in articles if text in named[name]),
            key=lambda at: (at.source, at.line),
        )
        yield _suggestion(found, articles)


def _names(article: Article) -> Iterator[tuple[str, Named]]:
    """Yield the names of an article, each where it stands first; single words only where they begin no sentence."""
    seen: set[str] = set()
    for number, line in enumerate(article.lines, 1):
        for found in NAME.finditer(line):
            words = found[0].split()
            start = found.start()
            titles = [at for at, word in enumerate(words) if word.lower() in NO_NAME | COMMON]
            for word in words[: titles[-1] + 1 if titles else 0]:
                start = line.index(word, start) + len(word)
            words = words[titles[-1] + 1 :] if titles else words
            start = line.index(words[0], start) if words else start
            text = re.sub(r"[’']s?$", "", re.split(r"[’']s\s", " ".join(words))[0])
            begins = start == 0 or re.search(
                r"(?:[.!?:“\"—]\s*|\s-\s|^\s+)$", line[max(0, start - 4) : start]
            )
            if (
                text in seen
                or len(text) < 5
                or text.isupper()
                or (len(words) == 1 and begins)
                or len(words) > 4
            ):
                continue
            seen.add(text)
            yield text, Named(article.source, number, start, text)


def _variants(ones: Mapping[str, Named], others: Mapping[str, Named]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names that are spellings of one; neither article uses both."""
    by_shape: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for text in others:
        if text not in ones:
            by_shape[_shape(text)].append(text)
    for text in ones:
        if text in others:
            continue
        for other in by_shape[_shape(text)]:
            if _one_name(text, other):
                yield text, other


def _shape(text: str) -> tuple[int, str]:
    """Return what two spellings of a name share: how many parts it has, and the sound it begins with."""
    parts = _parts(text)
    return len(parts), _sound(parts[-1])[:1]


def _parts(text: str) -> list[str]:
    return re.split(r"[\s-]+", text.lower())


def _plain(part: str) -> str:
    return "".join(
        letter for letter in unicodedata.normalize("NFD", part) if not unicodedata.combining(letter)
    )


def _sound(part: str) -> str:
    sound = _plain(part)
    for written, heard in SOUNDS:
        sound = sound.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", sound)


def _one_name(one: str, other: str) -> bool:
    """Say whether two names differ in spelling alone: part by part the same, or nearly."""
    first, second = _parts(one), _parts(other)
    if len(first) == 1:
        return _single(first[0], second[0])
    if first == second:
        return one.lower() != other.lower()
    differing = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    inflected = [_inflected(a, b) for a, b in differing]
    return all(_spelt(a, b) for a, b in differing) and not all(inflected)


def _spelt(one: str, other: str) -> bool:
    if _sound(one) == _sound(other):
        return True
    if min(len(one), len(other)) < 4:
        return False
    ratio = SequenceMatcher(None, _sound(one), _sound(other), autojunk=False).ratio()
    return _sound(one)[:1] == _sound(other)[:1] and ratio >= NEAR


def _single(one: str, other: str) -> bool:
    """Say whether two words that stand for a name alone are spellings of one; more is asked of them."""
    if min(len(one), len(other)) < 6 or _inflected(one, other) or one in COMMON or other in COMMON:
        return False
    if one.endswith(("land", "shire")) or _plain(one) == _plain(other):
        return False
    return (
        _sound(one) == _sound(other)
        or SequenceMatcher(None, _sound(one), _sound(other), autojunk=False).ratio() >= 0.88
    )


def _inflected(one: str, other: str) -> bool:
    """Say whether one word is a form of the other: "Russia" and "Russian"."""
    short, long = sorted((one, other), key=len)
    if stem(one) == stem(other) and len(short) != len(long):
        return True
    return any(
        long == short + ending or long == short[:-1] + ending
        for ending in ENDINGS
        if ending not in ("y", "i")
    )


def _suggestion(found: list[Named], articles: Mapping[str, Article]) -> Suggestion:
    spelt = list(dict.fromkeys(name.text for name in found))
    items = tuple(
        item(articles[name.source], name.line, name.start, name.start + len(name.text)) for name in found
    )
    return Suggestion(
        "name",
        "compatible",
        0.5,
        spelt[0],
        f"One name, it seems, spelt {listed([f'“{text}”' for text in spelt])}.",
        items,
    )
