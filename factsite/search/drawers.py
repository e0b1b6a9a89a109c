"""Texts to drawers: what the index has of so many pages that follow each other, made by itself and remembered.

One edit changes one page, so one drawer is made again and the others are recalled. What is in a drawer knows its pages by
their place in it, and so stays the same whatever stands in other drawers.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from factsite.frozen import NamedTuple
from factsite.search.texts import text_of
from factsite.search.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factsite.search.texts import Text

PAGES: Final = 256
"""How many pages a drawer is for."""
TOGETHER: Final = 4
"""How many pages are shown from one file, a bundle."""
DIGITS: Final = 10
"""How many digits of a digest name a file."""
LEVEL: Final = 6
"""How hard files are packed: with 9 they are 1 % smaller, and take twice as long."""


class Drawer(NamedTuple):
    """What the index has of some pages.

    ``pages`` says how many, ``heads`` how many words each title has, ``filters`` which pages have each value of each filter, ``words``
    which pages have each word, and where; ``bundles`` are the files from which pages are shown, with their names.
    """

    pages: int
    heads: list[int]
    filters: Mapping[str, Mapping[str, list[int]]]
    words: Mapping[str, str]
    bundles: list[tuple[str, bytes]]


def packed_drawer(pages: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the drawer of pages, given with their addresses, as it is remembered."""
    texts = [text for address, page in pages if (text := text_of(address, page.decode()))]
    bundles = [json_of([_shown(text) for text in texts[first : first + TOGETHER]])
               for first in range(0, len(texts), TOGETHER)]  # fmt: skip
    contents = [packed(bundle) for bundle in bundles]
    lines: defaultdict[str, list[str]] = defaultdict(list)
    heads = [_lay(text, number, lines) for number, text in enumerate(texts)]
    head = {
        "pages": len(texts), "heads": heads, "filters": _filters(texts),
        "words": {word: " ".join(entries) for word, entries in lines.items()},
        "bundles": [(name_of(bundle), len(content)) for bundle, content in zip(bundles, contents, strict=True)],
    }  # fmt: skip
    return b"".join((json_of(head).encode(), b"\n", *contents))


def drawer(remembered: bytes) -> Drawer:
    """Return a drawer as it is remembered."""
    head, _, rest = remembered.partition(b"\n")
    known = json.loads(head)
    bundles = []
    at = 0
    for name, length in known["bundles"]:
        bundles.append((name, rest[at : at + length]))
        at += length
    return Drawer(known["pages"], known["heads"], known["filters"], known["words"], bundles)


def name_of(text: str) -> str:
    """Return the name of the file of the index that holds a text: another text has another name."""
    return f"{hashlib.sha256(text.encode()).hexdigest()[:DIGITS]}.bin"


def packed(text: str) -> bytes:
    """Return a text as a file of the index holds it, so that it is small on every host."""
    return gzip.compress(text.encode(), LEVEL, mtime=0)


def json_of(value: Any) -> str:
    """Return a value as JSON, without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _shown(text: Text) -> list[Any]:
    return [text.address, text.title, text.shown, text.sections]


def _filters(texts: Sequence[Text]) -> Mapping[str, Mapping[str, list[int]]]:
    found: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, text in enumerate(texts):
        for name, value in text.filters:
            found[name][value].append(number)
    return found


def _lay(text: Text, number: int, lines: Mapping[str, list[str]]) -> int:
    """Add the words of a page to the lines of the words, and return how many of them are its title."""
    title = words(text.title)
    places: dict[str, list[int]] = {}
    for place, word in enumerate([*title, *words(" ".join(section.text for section in text.sections))]):
        if word in places:
            places[word].append(place)
        else:
            places[word] = [place]
    for word, where in places.items():
        entry = str(where[0]) if len(where) == 1 else ",".join(map(str, distances(where)))
        lines[word].append(f"{number}:{entry}")
    return len(title)


def distances(numbers: Iterable[int]) -> Iterator[int]:
    """Yield how far each number is from the one before it."""
    before = 0
    for number in numbers:
        yield number - before
        before = number
