"""The site's own colours: what is mixed from those that an author gives, and how well one can be read on another.

Contrast is that of WCAG 2.2: from 1, which cannot be told apart, to 21, black on white.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.values import Colour

if TYPE_CHECKING:
    from factsite.model import Palette

TEXT = 4.5
"""The contrast that text of the size of ours needs, in WCAG 2.2, level AA."""

BLACK, WHITE = Colour("#000000"), Colour("#ffffff")


def tokens(palette: Palette) -> dict[str, Colour]:
    """Return the value of every colour that the style sheet uses, by its name there."""
    paper, ink, accent = palette.paper, palette.ink, palette.accent
    return {
        "paper": paper,
        "sunken": mixed(paper, ink, 0.045),
        "ink": ink,
        "quiet": mixed(paper, ink, 0.72),
        "hair": mixed(paper, ink, 0.18),
        "rule": mixed(paper, ink, 0.37),
        "accent": accent,
        "pen": palette.pen,
        "penned": ink,
        "pencil": mixed(palette.pen, ink, 0.5),
        "lit": mixed(paper, accent, 0.07),
        "flash": mixed(paper, accent, 0.17),
        "supported": palette.supported,
        "refuted": palette.refuted,
        "conflicting": palette.conflicting,
        "not-enough-evidence": palette.not_enough_evidence,
    }


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Return one colour with a share of another."""
    parts = zip(_parts(one), _parts(other), strict=True)
    return Colour("#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts))


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _parts(colour: Colour) -> tuple[int, ...]:
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def _luminance(colour: Colour) -> float:
    shares = (part / 255 for part in _parts(colour))
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
