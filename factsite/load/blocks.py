"""A YAML file as lines: which of them a value takes, and how they look when they stand elsewhere.

Nothing is written anew. Lines are moved and indented; a value keeps its quotes, its breaks and its comment. What no record
needs (keys behind ``?``, lists in lists, ``|+``, ``|2``) is not taken apart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factsite.load.yamltree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from factsite.load.text import PlacedText
    from factsite.load.yamltree import Node

SPACE: Final = " \t"
HEADER: Final = re.compile(r"[|>]-?[ \t]*(?:[ \t]#.*)?")
"""What begins a block of text; with `+` or a digit, the lines around it would be a part of the value."""
CLOSING: Final = re.compile(r"(?:[\s,:?]|#[^\n]*+)*+[\]}]")
"""What may stand between the last item of a list in brackets and its end, and that end."""


class OddError(Exception):
    """The file is written in a way that is not taken apart; it stays as it is."""


class Blocks:
    """A file's text, and the lines that its values take, counted from 0."""

    def __init__(self, source: PlacedText) -> None:
        self.source = source
        self.text = source.text
        self.lines = source.text.split("\n")

    def index(self, node: Node) -> int:
        """Return the position of the first character of a value."""
        return node.start

    def line(self, index: int) -> int:
        """Return the line of a character."""
        return self.source.place(index).line - 1

    def column(self, node: Node) -> int:
        """Return how far a value stands from the beginning of its line."""
        return self.index(node) - self.source.starts[self.line(self.index(node))]

    def rest(self, index: int) -> str:
        """Return what stands from a character to the end of its line."""
        end = self.text.find("\n", index)
        return self.text[index:] if end < 0 else self.text[index:end]

    def nested(self, node: Node) -> bool:
        """Say whether a value is a list or a mapping with lines of its own for what it holds."""
        return isinstance(node, Mapping | Sequence) and self.text[self.index(node)] not in "[{"

    def end(self, node: Node) -> int:
        """Return the position behind the last character of a value that is not nested."""
        if isinstance(node, Scalar):
            return node.start + len(node.raw)
        at = self.index(node) + 1
        for part in _parts(node):
            at = max(at, self.end(part))
        closing = CLOSING.match(self.text, at)
        if not closing:
            raise OddError
        return closing.end()

    def last_line(self, node: Node) -> int:
        """Return the last line that a value takes."""
        if self.nested(node):
            last = _parts(node)[-2:]
            return max(self.last_line(part) for part in last)
        if isinstance(node, Scalar) and node.raw[:1] in ("|", ">"):
            return self.line(node.start) + len(self.body(node))
        return self.line(max(self.end(node) - 1, self.index(node)))

    def body(self, node: Scalar) -> list[str]:
        """Return the lines of a block of text, from the edge of the text on; the blank ones below it are none of them."""
        first = self.line(node.start)
        if not HEADER.fullmatch(self.rest(node.start)):
            raise OddError
        lines = self.lines[first + 1 : self.line(node.start + len(node.raw.rstrip(SPACE)) - 1) + 1]
        written = next((line for line in lines if line.strip(" ")), "")
        edge = len(written) - len(written.lstrip(" "))
        lines = [line[edge:] for line in lines] if written else []
        while lines and not lines[-1]:
            lines.pop()
        return lines

    def value(self, mark: str, start: int, node: Node, indent: int) -> list[str]:
        """Return the lines of a value behind its mark, ``key:`` or ``-``, which ends at ``start``."""
        if isinstance(node, Scalar) and not node.raw:
            return [" " * indent + mark + self.comment(start)]
        if isinstance(node, Scalar) and node.raw[0] in "|>":
            written = self.text[start : node.start] + self.rest(node.start)
            return [*_hung(mark, written, indent), *(_set(line, indent + 2) for line in self.body(node))]
        end = self.end(node)
        lines = _hung(mark, self.text[start:end], indent, level=not isinstance(node, Scalar))
        lines[-1] += self.comment(end)
        return lines

    def comment(self, index: int) -> str:
        """Return the comment behind a value, as far from it as it was typed: how near it is can be a fault."""
        rest = self.rest(index).rstrip(SPACE)
        words = rest.lstrip(SPACE)
        if words and not words.startswith("#"):
            raise OddError
        gap = rest[: len(rest) - len(words)]
        return ("  " if "\t" in gap else gap) + words


def _parts(node: Node) -> list[Node]:
    """Return what a list or a mapping holds, in the order of the file."""
    if isinstance(node, Mapping):
        return [part for entry in node.entries for part in entry]
    return list(node.items) if isinstance(node, Sequence) else []


def _hung(mark: str, written: str, indent: int, *, level: bool = False) -> list[str]:
    """Return a value with its further lines two to the right of its mark; ``level`` keeps the steps between these."""
    first, *rest = written.split("\n")
    edge = min((len(line) - len(line.lstrip(SPACE)) for line in rest if line.strip(SPACE)), default=0)
    lines = [" " * indent + mark + (" " + _trimmed(first) if first.strip(SPACE) else "")]
    for line in rest:
        step = len(line) - len(line.lstrip(SPACE)) - edge if level else 0
        lines.append(_set(_trimmed(line), indent + 2 + step))
    return lines


def _trimmed(line: str) -> str:
    r"""Return a line without the space around it; after a backslash, the last space is a part of the text."""
    trimmed = line.strip(SPACE)
    return line.lstrip(SPACE) if trimmed.endswith("\\") else trimmed


def _set(line: str, indent: int) -> str:
    return " " * indent + line if line else ""
