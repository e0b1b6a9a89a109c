"""Drawers to the files of an index, which a browser searches without a server: it fetches the few in which an answer stands.

- the entry, ``index.bin``: which files there are, and which pages have each value of a filter. It names the other files by what is
  in them, so that a browser never puts files of two builds together.
- a shelf: all words that begin alike, one a line, each with the pages that have it and its places there:
  ``soldiers #0 3:0,17 5:2 #2 7:4`` stands on page 3 as its first word and 17 words later, on page 5, and on page 7 of drawer 2.
- a bundle: a few pages as they are shown, in sections.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Final

from factsite.search.drawers import PAGES, TOGETHER, distances, json_of, name_of, packed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.memo.memory import Memory
    from factsite.search.drawers import Drawer

FULL: Final = 48_000
"""A shelf with more characters is parted by the next letter of its words, for as long as there is one."""
ENTRY: Final = "index.bin"


def files(drawers: Sequence[Drawer], memory: Memory) -> dict[str, bytes]:
    """Return the files of the index, by their names; most shelves are packed as they were before."""
    shelves = {prefix: "\n".join(lines) for prefix, lines in _shelves(_lines(drawers))}
    texts = list(shelves.values())
    contents = memory.recall_all(
        "shelves", [(text,) for text in texts], lambda missing: (packed(texts[at]) for at in missing)
    )
    names = {prefix: name_of(text) for prefix, text in shelves.items()}
    entry = {
        "pages": sum(drawer.pages for drawer in drawers),
        "drawer": PAGES,
        "together": TOGETHER,
        "heads": [head for drawer in drawers for head in drawer.heads],
        "filters": _filters(drawers),
        "bundles": "".join(_stem(name) for drawer in drawers for name, _ in drawer.bundles),
        "shelves": {prefix: _stem(name) for prefix, name in names.items()},
    }
    return {
        **{name: content for drawer in drawers for name, content in drawer.bundles},
        **dict(zip(names.values(), contents, strict=True)),
        ENTRY: packed(json_of(entry)),
    }


def _stem(name: str) -> str:
    return name.removesuffix(".bin")


def _filters(drawers: Sequence[Drawer]) -> Mapping[str, Mapping[str, list[int]]]:
    """Return which pages have each value of each filter, each page as its distance from the one before."""
    found: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, drawer in enumerate(drawers):
        for name, values in drawer.filters.items():
            for value, pages in values.items():
                found[name][value] += [number * PAGES + page for page in pages]
    return {
        name: {value: list(distances(pages)) for value, pages in sorted(values.items())}
        for name, values in sorted(found.items())
    }


def _lines(drawers: Sequence[Drawer]) -> list[tuple[str, str]]:
    """Return each word with its line, in order of the words."""
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for number, drawer in enumerate(drawers):
        for word, pages in drawer.words.items():
            lines[word].append(f"#{number} {pages}")
    return [(word, f"{word} {' '.join(lines[word])}") for word in sorted(lines)]


def _shelves(lines: Sequence[tuple[str, str]], prefix: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield the shelves with what their words begin with; a word that is all of it has, behind it a space, a shelf of its own."""
    if len(lines) == 1 or sum(len(line) for _, line in lines) <= FULL:
        yield prefix, [line for _, line in lines]
        return
    letters = len(prefix) + 1
    for longer, group in groupby(lines, lambda line: line[0][:letters]):
        if longer == prefix:
            yield f"{prefix} ", [line for _, line in group]
        else:
            yield from _shelves(list(group), longer)
