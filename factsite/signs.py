"""Signs that steer or hide text: controls, marks of direction, what has no width, what stands for no character.

Most are harmless where they belong: a joiner between letters of a script that joins, a variation selector after a picture, a soft
hyphen in a word, a mark of direction in a line of Arabic or Hebrew, a byte order mark before anything else. Those are left alone.
All others are shown and not obeyed: on pages, in terminals and in logs, each in its own way.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STEERING = (
    "\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(chr(plane + low) for plane in range(0x10000, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF))
)
"""As they stand in a class of a regular expression."""

MOST_MARKS = 4
"""So many marks may stand on one letter; Vietnamese has two, pointed Hebrew four."""

_MARKS = "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_PICTURES = "#*0-9\xa9\xae\u2010-\u2027\u2030-\u205e\u2070-\u32ff\U0001f000-\U0001faff"
_JOINING = "\u0600-\u1cff\ua800-\uabff\U00010a00-\U00011fff"

HARMLESS = "|".join(
    (
        r"\A\ufeff",
        r"(?<=[^\W\d_])\xad(?=[^\W\d_])",
        f"(?<=[{_JOINING}])[\u200c\u200d](?=[{_JOINING}])",
        f"(?<=[{_PICTURES}\ufe0f])\u200d(?=[{_PICTURES}])",
        f"(?<=[{_PICTURES}])[\ufe0e\ufe0f]",
        "(?<=[\u2200-\u2aff\u3000-\u9fff\U00020000-\U0003ffff])[\ufe00-\ufe0f\U000e0100-\U000e01ef](?![\ufe00-\ufe0f\U000e0100-\U000e01ef])",
        "(?<=[\u1800-\u18af])[\u180b-\u180f]",
        "\u115f(?=[\u1160-\u11a7])|(?<=[\u1100-\u115f])\u1160",
        "(?<=\U0001f3f4)[\U000e0061-\U000e007a]{2}[\U000e0061-\U000e007a\U000e0030-\U000e0039]{1,4}\U000e007f",
    )
)
"""Where they belong, whatever else the text holds."""

_ANY = re.compile(f"[{STEERING}]|{_MARKS}{{{MOST_MARKS + 1}}}")
_FOUND = re.compile(  # what begins with none of these is passed over fast
    f"(?=[{STEERING}]|{_MARKS})(?:(?P<harmless>{HARMLESS})|(?P<sign>[{STEERING}])|(?<={_MARKS}{{{MOST_MARKS}}})(?P<marks>{_MARKS}+))"
)
_OF_DIRECTION = frozenset("\u061c\u200e\u200f")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def steers(text: str) -> bool:
    """Say whether a text may hold such a sign; most texts hold none, which this finds fast."""
    if text.isascii():
        return not text.isprintable() and _ANY.search(text) is not None
    return _ANY.search(text) is not None


def found(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sign of a text that steers or hides, with its index; marks that are too many on a letter come as one."""
    if not steers(text):
        return
    of_direction = _RIGHT_TO_LEFT.search(text) is not None
    for each in _FOUND.finditer(text):
        if not (each["harmless"] or (of_direction and each[0] in _OF_DIRECTION)):
            yield each.start(), each[0]


def told(text: str, tell: Callable[[str], str]) -> str:
    """Return a text with each of these signs as ``tell`` shows it."""
    pieces: list[str] = []
    position = 0
    for start, sign in found(text):
        pieces += text[position:start], tell(sign)
        position = start + len(sign)
    return "".join((*pieces, text[position:])) if pieces else text


def number(sign: str) -> str:
    """Return a sign by its number, as ``U+202E``; marks on a letter by how many there are."""
    return f"U+{ord(sign):04X}" if len(sign) == 1 else f"{len(sign)} marks"


def name(sign: str) -> str:
    """Return what a sign is called."""
    if len(sign) > 1:
        return f"{len(sign)} more marks on one letter"
    if unicodedata.category(sign) == "Cc":
        return "control character"
    return unicodedata.name(sign, "no character").lower()
