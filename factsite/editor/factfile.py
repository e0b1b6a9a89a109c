"""A fact file as YAML in the house style: quotes only where YAML needs them, long texts folded.

A record is a mapping from keys to values, in the order in which they are to stand; ``todo`` is what only the editor can
decide, and ``Remarked`` a value with a comment. Everything that is written is printable: other signs are escaped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

WIDTH: Final = 120
"""The most characters of a line; only a longer word makes a longer line."""

STEP: Final = "  "
"""What belongs to a key, or to an item, is indented by so much."""

SPECIAL: Final = re.compile(r"[\"'\[\]{},&*!|>%@`#]|[-?:](?: |$)|---|\.\.\.")
"""What no plain value can begin with."""

CUTTING: Final = re.compile(r": | #|:$")
"""What ends a plain value before its end."""

NO_TEXT: Final = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?(?:\.inf|[\d_]+(?::[\d_]+)*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.[\d_]+)|\.nan"
    r"|0x[\da-f_]+|0o[0-7_]+|\d{4}-\d\d?-\d\d?(?:[t ].*)?",
    re.IGNORECASE,
)
"""What other readers of YAML take for a number, a date or a truth, and no text."""


@dataclass(frozen=True, slots=True)
class Remarked:
    """A value with a comment for the editor behind it, or above it where it is long."""

    value: Any
    remark: str


def todo(remark: str) -> Remarked:
    """Return the value that only the editor can give: none yet, which the check faults, and what is asked for."""
    return Remarked(None, f"TODO: {remark}")


def written(record: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """Yield the lines of a record."""
    for key, value in record.items():
        yield from _entry(f"{indent}{key}:", value, indent)


def item(record: Mapping[str, Any], indent: str = STEP) -> Iterator[str]:
    """Yield the lines of a record that is an item of a list."""
    lines = list(written(record, indent + STEP))
    first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    for number, line in enumerate(lines):
        yield f"{indent}- {line[len(indent) + 2 :]}" if number == first else line


def comments(lines: Iterable[str], indent: str = "") -> Iterator[str]:
    """Yield lines as comments."""
    for line in lines:
        yield f"{indent}# {line}".rstrip()


def _entry(lead: str, value: Any, indent: str) -> Iterator[str]:
    """Yield the lines of a value behind its key, or behind the ``-`` of its item."""
    if isinstance(value, Remarked):
        yield from _remarked(lead, value, indent)
    elif value is None:
        yield lead
    elif isinstance(value, Mapping):
        yield lead
        yield from written(value, indent + STEP)
    elif isinstance(value, list | tuple):
        yield lead
        for one in value:
            if isinstance(one, Mapping):
                yield from item(one, indent + STEP)
            else:
                yield from _entry(f"{indent}{STEP}-", one, indent + STEP)
    else:
        yield from _text(lead, value, indent)


def _remarked(lead: str, value: Remarked, indent: str) -> Iterator[str]:
    lines = list(_entry(lead, value.value, indent))
    beside = f"{lines[0]}  # {value.remark}"
    if len(lines) == 1 and len(beside) <= WIDTH:
        yield beside
    else:
        yield from comments(filled(value.remark, WIDTH - len(indent) - 2), indent)
        yield from lines


def _text(lead: str, value: Any, indent: str) -> Iterator[str]:
    """Yield one value: what is no free text as it is, a text in the line if it fits, else folded."""
    if not isinstance(value, str) or isinstance(value, Enum):
        yield f"{lead} {value}"
        return
    text = " ".join(value.split())
    line = f"{lead} {scalar(text)}"
    if len(line) <= WIDTH or not text.isprintable():
        yield line
    else:
        yield f"{lead} >-"
        for part in filled(text, WIDTH - len(indent) - 2):
            yield f"{indent}{STEP}{part}"


def scalar(text: str) -> str:
    """Return a text as a YAML value of one line: plain, or in quotes where a plain one would be something else."""
    if not text.isprintable():
        return f'"{"".join(_escaped(sign) for sign in text)}"'
    if text and text == text.strip(" ") and not (
        SPECIAL.match(text) or CUTTING.search(text) or NO_TEXT.fullmatch(text)
    ):  # fmt: skip
        return text
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _escaped(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    if sign.isprintable():
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"


def filled(text: str, width: int) -> Sequence[str]:
    """Return a text in lines of at most so many characters, broken at spaces only."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines
