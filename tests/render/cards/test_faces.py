"""What is read of a font file."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.render.cards.faces import Face, UnreadableFontError, face, settable
from tests.render.cards.lettering import FOLDER, FONTS

READING = (FOLDER / "reading.ttf").read_bytes()


def test_the_fonts_have_families_of_their_own() -> None:
    """Nothing that is installed on a machine can be taken for one of them."""
    assert [one.family for one in (FONTS.reading, FONTS.plain, FONTS.strong)] == [
        "Card Reading",
        "Card Plain",
        "Card Strong",
    ]


def test_widths_are_those_of_the_font() -> None:
    """In parts of the size; a text is as wide as its characters together."""
    widths = face(FOLDER / "reading.ttf", READING).widths
    assert (widths["n"], widths["W"], widths["."]) == (0.661, 1.089, 0.333)
    assert FONTS.reading.width("nn.", 100) == pytest.approx(165.5)
    assert FONTS.reading.width("", 100) == 0


@pytest.mark.parametrize(
    "words",
    [
        "Größe, façade, Łódź, șase, İstanbul, Œuvre",
        "Ελληνικά",
        "Москва, Київ, Ґ",
        "“1,200 km” – ‘½’ … −5 € × 20 %, m²",
    ],
)
def test_the_fonts_have_latin_greek_cyrillic_and_the_signs_of_newspapers(words: str) -> None:
    """A claim in any of them gets its card."""
    for one in (FONTS.reading, FONTS.plain, FONTS.strong):
        assert one.lacks(words) == ()


def test_what_a_face_lacks_is_known() -> None:
    """Each character once, in the order of the text."""
    assert FONTS.reading.lacks("The 다리다 is long") == ("다", "리")


def test_one_font_helps_another_out() -> None:
    """A face keeps its own widths and takes those that it lacks from the others."""
    helped = Face("A", 400, {"a": 0.5}).helped_by([Face("B", 400, {"a": 0.7, "다": 1.0})])
    assert helped == Face("A", 400, {"a": 0.5, "다": 1.0})


def test_a_text_is_set_without_what_cannot_be_seen() -> None:
    """Rare spaces and hyphens become plain ones, soft hyphens and marks of direction go, letters are composed."""
    assert settable("cafe\u0301 1\u202f200\u2009km co\u00adop\u200b\u2011x ") == "café 1\u00a0200 km coop-x"


@pytest.mark.parametrize("content", [b"", b"no font\n", READING[:200], b"ttcf" + READING[4:300]])
def test_what_is_no_font_is_refused(content: bytes) -> None:
    """With its path."""
    with pytest.raises(UnreadableFontError, match="no TrueType or OpenType font that can be read") as refusal:
        face(Path("x.ttf"), content)
    assert refusal.value.path == Path("x.ttf")


@given(at=st.integers(0, len(READING) - 1), octet=st.integers(0, 255))
def test_a_damaged_font_is_read_or_refused(at: int, octet: int) -> None:
    """Nothing else comes of it."""
    damaged = bytearray(READING)
    damaged[at] = octet
    with contextlib.suppress(UnreadableFontError):
        face(Path("x.ttf"), bytes(damaged))
