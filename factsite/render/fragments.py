"""Text fragments: the end of an address that opens a page of somebody else at the words that are quoted from it.

``#:~:text=[prefix-,]start[,end][,-suffix]``, one such part for each stretch of a quotation, joined by ``&``. A browser
that does not know them opens the page at its top.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factsite.findings import Span

WHOLE = 10
"""A stretch of up to so many words is given whole, a longer one by its first and last words."""

ENDS = 4
"""So many words stand for the beginning and for the end of a longer stretch."""

NEARBY = 3
"""So many words before a stretch tell it from another place that has the same words."""

WORD = re.compile(r"\S+")


def text_fragment(spans: Sequence[Span], lines: Sequence[str]) -> str:
    """Return the fragment, without its ``#``, that leads to some stretches of an article."""
    text = "\n".join(lines)
    return ":~:" + "&".join(f"text={_directive(span, lines, text)}" for span in spans)


def _directive(span: Span, lines: Sequence[str], text: str) -> str:
    """Return the part that leads to one stretch; words before it are given only where it begins like another place."""
    line = lines[span.line - 1]
    words = line[span.start : span.end]
    parts = [_encoded(part) for part in _ends(words)]
    if text.count(_ends(words)[0]) > 1:
        before = [found.start() for found in WORD.finditer(line[: span.start])]
        if before:
            parts.insert(0, _encoded(line[before[-NEARBY:][0] : span.start].strip()) + "-")
    return ",".join(parts)


def _ends(words: str) -> tuple[str, ...]:
    """Return a stretch whole, or its beginning and its end."""
    found = list(WORD.finditer(words))
    if len(found) <= WHOLE:
        return (words.strip(),)
    return words[found[0].start() : found[ENDS - 1].end()], words[found[-ENDS].start() : found[-1].end()]


def _encoded(words: str) -> str:
    """Return words as they stand in a fragment; ``-``, ``,`` and ``&`` have a meaning there and are encoded too."""
    return quote(words, safe="").replace("-", "%2D")
