"""The fonts of the generator, and what can be known of a card without drawing it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factsite.render.cards.fonts import fonts

if TYPE_CHECKING:
    from factsite.render.cards.faces import Face

FOLDER = Path(__file__).parents[3] / "templates/cards/fonts"
SIGNS = Path(__file__).parent / "signs.ttf"
"""A font of one character, ≈, which ours lack."""
FONTS = fonts({path: path.read_bytes() for path in sorted(FOLDER.glob("*.ttf"))})
SVG = "{http://www.w3.org/2000/svg}"
FACES = {face.family: face for face in (FONTS.reading, FONTS.plain, FONTS.strong)}


class Lettering(NamedTuple):
    """A line of text on a card, and the box that it takes."""

    words: str
    left: float
    right: float
    top: float
    bottom: float


def lettering(svg: str) -> list[Lettering]:
    """Return every line of text of a card with its box, measured as the card was."""
    return [
        _boxed(text, FACES[group.attrib["font-family"]])
        for group in ET.fromstring(svg).iter(f"{SVG}g")
        for text in group.findall(f"{SVG}text")
        if text.text
    ]


def _boxed(text: ET.Element, face: Face) -> Lettering:
    words, size = text.text or "", float(text.attrib["font-size"])
    x, base = float(text.attrib["x"]), float(text.attrib["y"])
    width = face.width(words, size)
    left = x - width * {"start": 0, "middle": 0.5, "end": 1}[text.attrib["text-anchor"]]
    return Lettering(words, left, left + width, base - 0.75 * size, base + 0.25 * size)
