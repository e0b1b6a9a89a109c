"""SVG to PNG. The only module that imports resvg_py, and only when there is something to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

FEW: Final = 8
"""Up to so many drawings are made here and now; more are shared among processes, which takes a while to begin."""
AT_A_TIME: Final = 4
"""How many drawings a process takes at once."""


def version() -> str:
    """Return the version of what draws: the same drawing may come out otherwise with another."""
    import resvg_py

    return f"resvg_py {resvg_py.__version__}, resvg {resvg_py.__resvg_version__}"


def draw(svg: str, fonts: Sequence[Path]) -> bytes:
    """Return a drawing as PNG, its text set in these font files and in no others."""
    import resvg_py

    return resvg_py.svg_to_bytes(svg_string=svg, font_files=[str(path) for path in fonts], skip_system_fonts=True)


def draw_all(drawings: Sequence[tuple[str, Sequence[Path]]]) -> Iterator[bytes]:
    """Yield drawings as PNG, in their order, each with its font files."""
    if len(drawings) <= FEW:
        yield from (draw(svg, fonts) for svg, fonts in drawings)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor() as processes:
        yield from processes.map(draw, *zip(*drawings, strict=True), chunksize=AT_A_TIME)
