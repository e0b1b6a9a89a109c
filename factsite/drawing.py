"""Drawings to pictures, which take long to draw and are remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.progress import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.memo.memory import Memory
    from factsite.page import Drawing
    from factsite.progress import Progress

CARDS = "cards"
"""The kind of what is remembered here."""


def drawn(
    memory: Memory, progress: Progress, drawings: Sequence[Drawing]
) -> Iterator[tuple[Drawing, bytes, str]]:
    """Yield drawings as PNG, drawn now or before, each with what it is remembered by."""
    from factsite import render

    maker = render.drawn_by()
    keys = [(maker, drawing.digest, drawing.svg) for drawing in drawings]
    pictures = memory.recall_all(
        CARDS,
        keys,
        lambda missing: progress.each(
            "draw cards", render.draw_all([drawings[position] for position in missing]), len(missing)
        ),
    )
    yield from zip(drawings, pictures, map(memory.name, keys), strict=True)


def picture(memory: Memory, drawing: Drawing) -> bytes:
    """Return one drawing as PNG."""
    return next(content for _, content, _ in drawn(memory, UNWATCHED, [drawing]))
