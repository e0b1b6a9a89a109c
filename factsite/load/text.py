"""Bytes to text: what an author's file must be before anything reads it as YAML or Markdown."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from factsite import signs
from factsite.diagnostic import Diagnostic
from factsite.place import Place

LARGEST = 1_000_000
"""No file that an author writes by hand comes near this many bytes."""

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What neither YAML nor HTML can hold; tab and line ends are not among them. A lone surrogate can only be an escape in quotes."""

HARMLESS = bytes(
    byte for byte in range(256) if byte in b"\t\n\r" or (byte >= 32 and byte not in b"\x7f\xc2\xef")
)
"""Bytes that are no part of such a character in UTF-8: a text of these alone, as most are, need not be searched."""


class PlacedText:
    r"""A file's text, and the place of every character of it. Lines end at ``\n`` and nowhere else."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.starts = [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]

    def point(self, index: int) -> tuple[int, int]:
        """Return line and column of the character at ``index``, which is counted from 0."""
        line = bisect_right(self.starts, index)
        return line, index - self.starts[line - 1] + 1

    def place(self, index: int) -> Place:
        """Return the place of the character at ``index``."""
        return Place(self.file, *self.point(index))

    def index(self, place: Place) -> int:
        """Return the index of the character at a place; for one that is not in this text, that of its end."""
        known = place.line <= len(self.starts)
        return self.starts[place.line - 1] + place.column - 1 if known else len(self.text)


def decode(file: str, content: bytes) -> PlacedText | Diagnostic:
    """Return the text of an author's file, or the one fault that keeps it from being read."""
    if len(content) > LARGEST:
        return too_large(Place(file), len(content))
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return not_utf_8(Place(file), "this file is UTF-16")
    if content.startswith(b"\xef\xbb\xbf"):
        return byte_order_mark(Place(file))
    try:
        placed = PlacedText(file, content.decode("utf-8"))
    except UnicodeDecodeError as fault:
        return bad_byte(file, content, fault.start)
    control = CONTROL.search(placed.text) if content.translate(None, HARMLESS) else None
    if control:
        return control_character(placed.place(control.start()), control[0])
    for index, sign in signs.found(placed.text):
        return hidden_sign(placed.place(index), sign)
    return placed


def bad_byte(file: str, content: bytes, index: int) -> Diagnostic:
    """Return the fault of the first byte that is not UTF-8."""
    before = content[:index].decode("utf-8")
    place = PlacedText(file, before).place(len(before))
    return not_utf_8(place, f"byte {content[index]:#04x} is not UTF-8")


def too_large(place: Place, size: int) -> Diagnostic:
    """A file is larger than anything written by hand.

    Why: a file of this size got here by accident, and would make every build slow.
    Fix: cut the file down, or split it into several records.
    """
    return Diagnostic(
        "too-large", place, f"this file has {size:,} bytes; {LARGEST:,} is the most that is read",
        help="split it, or take out what does not belong there",
    )  # fmt: skip


def not_utf_8(place: Place, message: str) -> Diagnostic:
    """A file is not UTF-8 text.

    Why: read in another encoding, quotation marks and names would turn into other characters without notice.
    Fix: save the file as UTF-8; every editor has that under "Save with encoding".
    """
    return Diagnostic("not-utf-8", place, message, help="save the file as UTF-8")


def byte_order_mark(place: Place) -> Diagnostic:
    """A file begins with a byte order mark, an invisible character that some editors add.

    Why: tools that read the file take it for a part of the first key.
    Fix: save the file as "UTF-8", not as "UTF-8 with BOM".
    """
    return Diagnostic(
        "byte-order-mark", place, "this file begins with a byte order mark",
        help="save it as UTF-8 without BOM",
    )  # fmt: skip


def control_character(place: Place, character: str) -> Diagnostic:
    """A file holds a control character, such as NUL or escape.

    Why: such characters are invisible, belong to no sentence, and can trick terminals and browsers.
    Fix: delete the character; it often comes along when text is copied out of a PDF.
    """
    return Diagnostic(
        "control-character", place, f"U+{ord(character):04X} is a control character",
        help="delete it; it cannot be seen, but it stands right here",
    )  # fmt: skip


def hidden_sign(place: Place, sign: str) -> Diagnostic:
    """A file holds a sign that cannot be seen and steers or hides what stands around it.

    Why: such signs reorder a sentence, or make two names look alike, so that a reviewer reads something else than what is published.
    Fix: delete the sign. A quotation is found in its article without it, and where a script needs one, as Persian does, it is allowed there.
    """
    return Diagnostic(
        "hidden-sign", place, f"{signs.number(sign)} stands here and cannot be seen: {signs.name(sign)}" if len(sign) == 1
        else f"{signs.name(sign)} cover what stands around it",
        help="delete it; a quotation is found in its article without it",
    )  # fmt: skip


RULES = (too_large, not_utf_8, byte_order_mark, control_character, hidden_sign)
