"""Quotations that differ from the article in marks only: the shape of dashes, dots and quotation marks.

Such a quotation does not stand in the article, but what was meant is certain: every letter and digit, and every mark that
bears sense, is there in its order. It can be put in the article's own marks without touching a word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factsite.analyse.passages import ANY_INVISIBLE, Folded, Passage, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

SHAPES = re.compile(
    r"(?P<dash> ?(?:[‐‑‒–—―−]|-{1,3}) ?)|(?P<dots>…|\.{3}|\. \. \.)|(?P<double>[«‟] ?| ?»)|(?P<single>[‹›`´])|(?P<ligature>[ﬀ-ﬆ])"
)
"""What is written in several shapes, after folding."""

SAME = {"dash": "-", "dots": "…", "double": '"', "single": "'"}
LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))

LEFT_OUT = re.compile(
    r"(?:(?<!\s)\s+)?(?:\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|(?<!\.)\.{3}(?!\.))\s*"
)
"""What people write where they leave words out; ours is `` … ``."""


def shaped(folded: Folded) -> Folded:
    """Return a folded text in which marks of different shapes are one."""
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for found in SHAPES.finditer(folded.text):
        start, end = found.span()
        kind = str(found.lastgroup)
        same = SAME.get(kind) or LIGATURES[found[0]]
        text += folded.text[position:start], same
        starts += [*folded.starts[position:start], *[folded.starts[start]] * len(same)]
        ends += [*folded.ends[position:start], *[folded.ends[end - 1]] * len(same)]
        position = end
    text.append(folded.text[position:])
    starts += folded.starts[position:]
    ends += folded.ends[position:]
    return Folded("".join(text), starts, ends)


class Shaped(Passage):
    """Some lines of a source, folded so that marks of different shapes are one."""

    def __init__(self, lines: Sequence[str], first: int = 1) -> None:
        """Take the lines of the passage; ``first`` is the number of the first one."""
        super().__init__(lines, first)
        self.folded = shaped(self.folded)


def shaped_parts(parts: Sequence[str]) -> list[str]:
    """Return the parts of a quotation, folded so that marks of different shapes are one."""
    return [shaped(fold(part)).text.strip(" ") for part in parts if re.search(r"\w", part)]


def plain(words: str) -> str:
    """Return words of an article as an author writes them: with plain spaces, and nothing that cannot be seen."""
    return " ".join(re.sub(f"[{ANY_INVISIBLE}]", "", words).split())
