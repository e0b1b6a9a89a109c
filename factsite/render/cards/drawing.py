"""SVG to PNG. The only module that imports resvg_py, and only when there is something to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.page import Drawing

FEW: Final = 8
"""Up to so many drawings are made here and now; more are shared among processes, which takes a while to begin."""
AT_A_TIME: Final = 4
"""How many drawings a process takes at once."""


def drawn_by() -> str:
    """Return the name and version of what draws: with another, a drawing may come out otherwise."""
    import resvg_py

    return f"resvg_py {resvg_py.__version__}, resvg {resvg_py.__resvg_version__}"


def draw(drawing: Drawing) -> bytes:
    """Return a drawing as PNG, its text set in its fonts and in no others."""
    import resvg_py

    fonts = [str(path) for path in drawing.fonts]
    return resvg_py.svg_to_bytes(svg_string=drawing.svg, font_files=fonts, skip_system_fonts=True)


def draw_all(drawings: Sequence[Drawing]) -> Iterator[bytes]:
    """Yield drawings as PNG, in their order."""
    if len(drawings) <= FEW:
        yield from map(draw, drawings)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor() as processes:
        yield from processes.map(draw, drawings, chunksize=AT_A_TIME)
