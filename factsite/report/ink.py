"""Colours and links for terminals. No other escapes get out: what others wrote is made printable here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from factsite import signs
from factsite.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from factsite.place import Place

Style = Literal["error", "warning", "strong", "note", "faint"]

STYLES: Final[dict[Style, str]] = {
    "error": "1;31",
    "warning": "1;33",
    "strong": "1",
    "note": "36",
    "faint": "2",
}
"""Numbers of colours that every terminal sets as its reader chose, so that they can be read on light and on dark."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How text is set: with colours or without; ``place_link`` and ``rule_link`` give what to link to, "" for nothing."""

    colours: bool = False
    place_link: Callable[[Place], str] | None = None
    rule_link: Callable[[str], str] | None = None

    def paint(self, style: Style, text: str) -> str:
        """Return a text in a style."""
        shown = printable(text)
        return f"\x1b[{STYLES[style]}m{shown}\x1b[0m" if self.colours and shown else shown

    def place(self, place: Place, style: Style | None = None) -> str:
        """Return a place as text, with a link to its file."""
        return _linked(self._in(style, str(place)), self.place_link(place) if self.place_link else "")

    def rule(self, rule: str, style: Style | None = None) -> str:
        """Return the name of a rule, with a link to what is said of it."""
        return _linked(self._in(style, rule), self.rule_link(rule) if self.rule_link else "")

    def _in(self, style: Style | None, text: str) -> str:
        return self.paint(style, text) if style else printable(text)


COMMAND: Final = re.compile(r"\A(\s*):(?=:[^:])")
"""Where a command of GitHub begins; no other has three colons, with which full reports begin some lines."""

PLAIN: Final = Ink()
"""For pipes and files."""


def _linked(shown: str, address: str) -> str:
    """Return a text that terminals show as a link (OSC 8)."""
    return f"\x1b]8;;{printable(address)}\x1b\\{shown}\x1b]8;;\x1b\\" if address else shown


def printable(text: str) -> str:
    """Return a text in which nothing can steer a terminal, or hide: what cannot be seen is shown by its number.

    Nor can it steer a workflow of GitHub, whose log is read for commands wherever a program prints.
    """
    plain = text.isascii() and text.isprintable()
    return uncommanded(text if plain else "".join(each_printable(text)))


def uncommanded(line: str) -> str:
    """Return a printable line in which GitHub finds no command: those of the old form can stand anywhere in it, others at its beginning."""
    line = line.replace("##[", "#\\u{23}[")
    return COMMAND.sub(r"\1\\u{3a}", line)


def each_printable(text: str) -> list[str]:
    """Return each sign of a text as it is printed; of marks that are too many on a letter, the first says how many they are."""
    shown = [sign if sign.isprintable() else f"\\u{{{ord(sign):x}}}" for sign in text]
    for command in re.finditer(r"##\[", text):
        shown[command.start() + 1] = "\\u{23}"
    for start, sign in signs.found(text):
        shown[start : start + len(sign)] = [f"\\u{{{_number(sign)}}}", *[""] * (len(sign) - 1)]
    return shown


def _number(sign: str) -> str:
    return f"{ord(sign):x}" if len(sign) == 1 else signs.number(sign)
