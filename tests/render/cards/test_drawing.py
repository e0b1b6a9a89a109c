"""Drawings to PNG, with the real library."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from dataclasses import replace

import pytest

from factsite.page import Drawing
from factsite.render.cards.drawing import FEW, draw, draw_all
from tests.render.cards.lettering import FACES, FONTS, SIGNS

FRAME = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">{}</svg>'


def drawing(inside: str) -> Drawing:
    """Return a drawing of the size of a card."""
    return Drawing("cards/x.png", FRAME.format(inside), FONTS.files, FONTS.digest)


def decoded(png: bytes) -> tuple[int, int, int]:
    """Return width, height and number of bytes of a PNG whose every part is whole."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    parts: dict[bytes, bytes] = {}
    at = 8
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        name, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", png, at + 8 + length)[0] == zlib.crc32(name + content)
        parts[name] = parts.get(name, b"") + content
        at += 12 + length
    assert name == b"IEND"
    return *struct.unpack_from(">II", parts[b"IHDR"]), len(zlib.decompress(parts[b"IDAT"]))


def test_a_drawing_is_a_whole_png_of_its_size() -> None:
    """Every pixel of four bytes, and a filter for each row."""
    assert decoded(draw(drawing('<circle r="300" fill="#00694b"/>'))) == (1200, 630, 630 * (1 + 1200 * 4))


@pytest.mark.parametrize("family", FACES)
def test_text_is_drawn_in_each_face(family: str) -> None:
    """A family that is not found would leave no trace, and no error."""
    text = f'<text x="99" y="99" font-size="60" font-family="{family}" font-weight="{FACES[family].weight}">Москва</text>'
    assert draw(drawing(text)) != draw(drawing(""))


def test_no_font_of_the_machine_is_used() -> None:
    """A card looks the same everywhere."""
    text = '<text x="99" y="99" font-size="60" font-family="DejaVu Sans">Москва</text>'
    assert draw(drawing(text)) == draw(drawing(""))


def test_a_character_that_one_font_lacks_is_taken_from_another() -> None:
    """So what a site brings serves for what ours lack; the empty box of a font without the character is not shown."""
    text = '<text x="99" y="99" font-size="60" font-family="Card Reading">≈</text>'
    helped = replace(drawing(text), fonts=(*FONTS.files, SIGNS))
    sign = replace(drawing(text.replace("Card Reading", "Card Signs")), fonts=(SIGNS,))
    assert draw(helped) == draw(sign) != draw(drawing(""))


def test_many_drawings_come_out_as_one_by_one_and_in_order() -> None:
    """However many processes share them."""
    many = [drawing(f'<rect width="{10 * number}" height="99"/>') for number in range(1, FEW + 3)]
    assert list(draw_all(many)) == [draw(one) for one in many]


def test_the_library_is_loaded_only_to_draw() -> None:
    """A site without cards does not pay for it."""
    command = "import sys, factsite.cli; print('resvg_py' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", command], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"
