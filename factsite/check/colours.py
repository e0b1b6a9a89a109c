"""Whether what is printed in the site's own colours can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.colours import BLACK, TEXT, WHITE, contrast, mixed, tokens
from factsite.diagnostic import Diagnostic

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.findings import Row
    from factsite.model import Corpus, Palette
    from factsite.values import Colour

GROUNDS = {
    "paper": "`paper`",
    "sunken": "boxes, `paper` with a little `ink`",
    "lit": "cited lines, `paper` with a little `accent`",
    "flash": "the line that a link leads to, `paper` with some `accent`",
    "pen": "`pen`",
}
"""What text stands on, by its name in the style sheet, and as messages call it."""

PAPERS = ("paper", "sunken", "lit")

PRINTED = {
    "ink": (*PAPERS, "flash", "pen"),
    "quiet": PAPERS,
    "accent": (*PAPERS, "flash"),
    "supported": PAPERS,
    "refuted": PAPERS,
    "conflicting": PAPERS,
    "not-enough-evidence": PAPERS,
}
"""What stands on what."""


def colour_too_faint(corpus: Corpus, rows: Sequence[Row], today: dt.date) -> Iterator[Diagnostic | None]:
    """A colour of the site's own has too little contrast with what it is printed on.

    Why: readers with weak eyes, or in the sun, cannot read it. Text needs a contrast of 4.5 to 1 (WCAG 2.2, level AA).
    Fix: write the colour that the message gives, or another that is darker in light and lighter in dark. Small print is
    mixed from `ink` and `paper`, boxes and cited lines from `paper` and a little `ink` or `accent`.
    """
    colours = corpus.site.colours
    if colours is None or not corpus.site.at.has(["colours"]) or colours.at.lost:
        return
    for palette in (colours.light, colours.dark):
        if not palette.at.lost:
            yield from _faint(palette)


def _faint(palette: Palette) -> Iterator[Diagnostic | None]:
    """Judge each colour of text on that of its grounds where it is hardest to read."""
    values = tokens(palette)
    for name, grounds in PRINTED.items():
        ground = min(grounds, key=lambda each: contrast(values[name], values[each]))
        found = contrast(values[name], values[ground])
        given = "ink" if name == "quiet" else name
        yield None if found >= TEXT else Diagnostic(
            "colour-too-faint", palette.at[given.replace("-", "_")],
            f"`{given}`{', thinned for small print,' if name == 'quiet' else ''} has a contrast of {int(found * 100) / 100:.2f} to 1 "
            f"with {GROUNDS[ground]}; text needs {TEXT} to 1",
            help=_stronger(name, grounds, values),
        )  # fmt: skip


def _stronger(name: str, grounds: Sequence[str], values: Mapping[str, Colour]) -> str:
    """Return advice: the nearest colour towards black or white that can be read on all its grounds."""
    for percent in range(1, 101):
        for end in (BLACK, WHITE):
            colour = mixed(values[name], end, percent / 100)
            if name != "quiet" and all(contrast(colour, values[ground]) >= TEXT for ground in grounds):
                return f"write `{colour[1:]}`"
    return "a stronger `ink`, or a `paper` that is nearer to white or to black"


RULES = (colour_too_faint,)
