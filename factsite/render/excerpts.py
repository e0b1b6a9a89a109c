"""Lines of articles as pages show them: cited words marked, and long lines cut to the sentences around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from factsite.render import urls
from factsite.render.views import CitedLine
from factsite.values import LineRange

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factsite.findings import Span
    from factsite.render.views import Segment

SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?][”\"’')\]]*\s+(?=[“\"‘'(\[]?[A-Z0-9])")
"""The end of a sentence and the space after it; the point of an initial or of "U.S." ends none."""

WHOLE = 280
"""A line of up to so many characters is shown whole."""


def excerpts(
    spans: Sequence[Span], lines: Sequence[str], source: str, cited: LineRange | None = None
) -> Iterator[CitedLine]:
    """Yield the cited lines, each with its cited words marked and the sentences around them.

    The number of a line leads to that line of the ``source``, or to all ``cited`` lines where it is one of several.
    """
    for number in dict.fromkeys(span.line for span in spans):
        text = lines[number - 1]
        here = [(span.start, span.end) for span in spans if span.line == number]
        start, end = sentences_around(text, here[0][0], here[-1][1])
        shifted = [(first - start, last - start) for first, last in here]
        href = urls.source(source, cited or LineRange(number, number))
        yield CitedLine(number, href, tuple(marked(text[start:end], shifted)), start > 0, end < len(text))


def sentences_around(text: str, first: int, last: int) -> tuple[int, int]:
    """Return where the sentences begin and end that hold characters ``first`` to ``last``; all of a short text."""
    if len(text) <= WHOLE:
        return 0, len(text)
    starts, ends = _sentences(text)
    start = starts[bisect_right(starts, first) - 1]
    return start, max(start, ends[bisect_left(starts, last, 1) - 1])


@lru_cache(16)
def _sentences(text: str) -> tuple[list[int], list[int]]:
    """Return where the sentences of a line begin, and where they end; coverage asks for each of its figures."""
    breaks = list(SENTENCE_END.finditer(text))
    ends = [found.start() + len(found[0].rstrip()) for found in breaks]
    return [0, *(found.end() for found in breaks)], [*ends, len(text.rstrip())]


def marked(text: str, stretches: Iterable[tuple[int, int]]) -> Iterator[Segment]:
    """Yield the text in segments, marked where a stretch covers it; stretches may touch and overlap."""
    position = 0
    for start, end in _joined(stretches):
        if text[position:start]:
            yield text[position:start], False
        yield text[start:end], True
        position = end
    if text[position:]:
        yield text[position:], False


def _joined(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches in order, those that touch or overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
