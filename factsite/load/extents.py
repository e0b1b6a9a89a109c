"""Where values end: for reports that underline what they are about, and so for files that have a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.load.text import PlacedText
from factsite.load.yamltree import Mapping, Scalar, Sequence, parse
from factsite.values import INLINE_CITATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsite.load.yamltree import Node
    from factsite.place import Place


def extents(file: str, text: str) -> dict[Place, Place]:
    """Return for the place of each key, text and citation of an author's file the place right after it.

    A file that is no YAML has citations only.
    """
    source = PlacedText(file, text)
    ends = {
        source.place(found.start()): source.place(found.end()) for found in INLINE_CITATION.finditer(text)
    }
    tree = parse(source)[0] if file.endswith(".yaml") else None
    for scalar in _scalars(tree):
        length = len(scalar.raw.rstrip())
        if length:
            ends[scalar.place] = source.place(scalar.start + length)
    return ends


def _scalars(node: Node | None) -> Iterator[Scalar]:
    """Yield every key and text of a tree."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield key
            yield from _scalars(value)
