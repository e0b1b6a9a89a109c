"""Texts to the files of an index, which a browser searches without a server: it fetches the few in which an answer stands.

- ``index.bin``: which files there are, how many pages there are of each kind and what they are filtered by. It names
  the others by what is in them, so a browser never puts files of two builds together.
- a shelf: all words that begin alike, one a line, each with the pages that have it and its places there:
  ``soldiers 3:0,17 2:5`` is page 3, at word 0 and at word 17 behind that, and page 5 at word 5.
- a bundle: a few pages as they are shown, in sections.

All are gzipped, so that they are small on every host. A page is known by its number, in the order of addresses.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from factsite.search.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factsite.search.texts import Text

FULL: Final = 48_000
"""A shelf with more characters is parted by the next letter of its words, for as long as there is one."""
TOGETHER: Final = 4
"""How many pages are in a bundle."""
LEVEL: Final = 6
DIGITS: Final = 10
"""How many digits of a digest name a file."""
ENTRY: Final = "index.bin"


def files(texts: Sequence[Text]) -> dict[str, bytes]:
    """Return the files of the index of pages, by their names."""
    found: dict[str, bytes] = {}

    def kept(text: str) -> str:
        name = hashlib.sha256(text.encode()).hexdigest()[:DIGITS]
        found[f"{name}.bin"] = _packed(text)
        return name

    bundles = [kept(_json([_shown(text) for text in texts[first : first + TOGETHER]]))
               for first in range(0, len(texts), TOGETHER)]  # fmt: skip
    heads, lines = _lines(texts)
    entry = {
        "pages": len(texts),
        "together": TOGETHER,
        "heads": heads,
        "filters": _filters(texts),
        "bundles": "".join(bundles),
        "shelves": {prefix: kept("\n".join(shelf)) for prefix, shelf in _shelves(lines)},
    }
    found[ENTRY] = _packed(_json(entry))
    return found


def _packed(text: str) -> bytes:
    return gzip.compress(text.encode(), LEVEL, mtime=0)


def _shown(text: Text) -> list[Any]:
    return [text.address, text.title, text.shown, text.sections]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _filters(texts: Iterable[Text]) -> Mapping[str, Mapping[str, list[int]]]:
    """Return the numbers of the pages that have each value of each filter, each as the distance from the one before."""
    found: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, text in enumerate(texts):
        for name, value in text.filters:
            found[name][value].append(number)
    return {
        name: {value: list(_distances(numbers)) for value, numbers in sorted(values.items())}
        for name, values in sorted(found.items())
    }


def _distances(numbers: Iterable[int]) -> Iterator[int]:
    before = 0
    for number in numbers:
        yield number - before
        before = number


def _lines(texts: Iterable[Text]) -> tuple[list[int], list[tuple[str, str]]]:
    """Return how many words each title has, and each word with its line, in order of the words."""
    heads: list[int] = []
    pages: defaultdict[str, list[str]] = defaultdict(list)
    last: dict[str, int] = {}
    for number, text in enumerate(texts):
        title = words(text.title)
        heads.append(len(title))
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, word in enumerate([*title, *words(" ".join(section.text for section in text.sections))]):
            places[word].append(place)
        for word, where in places.items():
            pages[word].append(f"{number - last.get(word, 0)}:{','.join(map(str, _distances(where)))}")
            last[word] = number
    return heads, [(word, f"{word} {' '.join(pages[word])}") for word in sorted(pages)]


def _shelves(lines: Sequence[tuple[str, str]], prefix: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield the shelves with what their words begin with; a word that is all of it stands on a shelf of its own."""
    if len(lines) == 1 or sum(len(line) for _, line in lines) <= FULL:
        yield prefix, [line for _, line in lines]
        return
    letters = len(prefix) + 1
    for longer, group in groupby(lines, lambda line: line[0][:letters]):
        alike = list(group)
        if longer == prefix:
            yield f"{prefix} ", [line for _, line in alike]
        else:
            yield from _shelves(alike, longer)
