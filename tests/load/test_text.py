from __future__ import annotations

import pytest

from factsite.diagnostic import Diagnostic
from factsite.load.text import LARGEST, PlacedText, decode
from factsite.place import Place

FILE = "content/facts/length.yaml"


def test_decode_returns_the_text() -> None:
    """A file of plain UTF-8 is its text, line ends included."""
    placed = decode(FILE, "claim: “Länge”\r\n\tx\n".encode())
    assert isinstance(placed, PlacedText)
    assert (placed.file, placed.text) == (FILE, "claim: “Länge”\r\n\tx\n")


@pytest.mark.parametrize(
    ("index", "line", "column"),
    [(0, 1, 1), (1, 1, 2), (2, 1, 3), (3, 2, 1), (4, 3, 1), (8, 3, 5), (9, 3, 6)],
)
def test_place_counts_lines_and_characters_from_one(index: int, line: int, column: int) -> None:
    r"""A line ends with its ``\n``; the end of the text has a place too."""
    assert PlacedText(FILE, "ab\n\ncdefg").place(index) == Place(FILE, line, column)


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\r", "\x1c", "\x85", "\u2028", "\u2029"])
def test_only_line_feeds_end_lines(end: str) -> None:
    """What other programs take for the end of a line is a character like any other."""
    assert PlacedText(FILE, f"a{end}b").place(2) == Place(FILE, 1, 3)


def test_columns_count_characters_not_bytes() -> None:
    """A letter of two bytes and an emoji of four are one column each."""
    fault = decode(FILE, "ä😀 \x07".encode())
    assert isinstance(fault, Diagnostic)
    assert fault.place == Place(FILE, 1, 4)


BEL_HELP = "delete it; it cannot be seen, but it stands right here"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(
            b"a: b\nc: \xe4\n",
            Diagnostic("not-utf-8", Place(FILE, 2, 4), "byte 0xe4 is not UTF-8", "save the file as UTF-8"),
            id="latin-1",
        ),
        pytest.param(
            "ab: “x”".encode()[:-1],
            Diagnostic("not-utf-8", Place(FILE, 1, 7), "byte 0xe2 is not UTF-8", "save the file as UTF-8"),
            id="cut off inside a character",
        ),
        pytest.param(
            b"\xed\xa0\x80",
            Diagnostic("not-utf-8", Place(FILE), "byte 0xed is not UTF-8", "save the file as UTF-8"),
            id="half a surrogate pair",
        ),
        pytest.param(
            "a: b".encode("utf-16"),
            Diagnostic("not-utf-8", Place(FILE), "this file is UTF-16", "save the file as UTF-8"),
            id="utf-16",
        ),
        pytest.param(
            "\ufeffa: b".encode("utf-16-be"),
            Diagnostic("not-utf-8", Place(FILE), "this file is UTF-16", "save the file as UTF-8"),
            id="utf-16, big end first",
        ),
        pytest.param(
            b"\xef\xbb\xbfa: b",
            Diagnostic(
                "byte-order-mark",
                Place(FILE),
                "this file begins with a byte order mark",
                "save it as UTF-8 without BOM",
            ),
            id="byte order mark",
        ),
        pytest.param(
            b"a: b\n\0c: d",
            Diagnostic("control-character", Place(FILE, 2, 1), "U+0000 is a control character", BEL_HELP),
            id="NUL",
        ),
        pytest.param(
            "a\u009bb".encode(),
            Diagnostic("control-character", Place(FILE, 1, 2), "U+009B is a control character", BEL_HELP),
            id="terminal control of the upper range",
        ),
        pytest.param(
            "a: b".encode("utf-16-le"),
            Diagnostic("control-character", Place(FILE, 1, 2), "U+0000 is a control character", BEL_HELP),
            id="utf-16 without a mark",
        ),
        pytest.param(
            b"x" * (LARGEST + 1),
            Diagnostic(
                "too-large",
                Place(FILE),
                "this file has 1,000,001 bytes; 1,000,000 is the most that is read",
                "split it, or take out what does not belong there",
            ),
            id="too large",
        ),
    ],
)
def test_decode_returns_the_one_fault(content: bytes, expected: Diagnostic) -> None:
    """A file that cannot be read is one fault, at the first place where it shows."""
    assert decode(FILE, content) == expected


def test_the_largest_file_is_read() -> None:
    """The limit itself is within it."""
    assert isinstance(decode(FILE, b"x" * LARGEST), PlacedText)
