"""The house order and style of the files that authors write: the keys of each record in the order of ``model.py``.

A file is cut into the lines of each key, with the comment above it and the comment behind it; these are put in order, two
spaces deep for each level. A comment that is set deeper than the key below it belongs to what stands above. What is read from
the file does not change, which is made sure of each time.
"""

from __future__ import annotations

import typing
from collections import abc
from typing import TYPE_CHECKING, Any, Final

from factsite.diagnostic import Diagnostic
from factsite.load import yamltree
from factsite.load.blocks import SPACE, Blocks, OddError
from factsite.load.keys import keys_of
from factsite.load.text import PlacedText, decode
from factsite.load.yamltree import Mapping, Scalar, Sequence
from factsite.model import RECORDS, Claim, Origin, Site, Source
from factsite.place import Place
from factsite.values import Id

if TYPE_CHECKING:
    from factsite.load.yamltree import Node

KINDS: Final[abc.Mapping[str, Any]] = {
    "fact": Claim,
    "source": Source,
    "origins": abc.Mapping[Id, Origin],
    "site": Site,
}
"""What a file of each kind holds."""

SPACED: Final = ("origins", "site")
"""Kinds of files in which blank lines part sections; elsewhere one stands only by a comment."""

MODELINES: Final = ("# yaml-language-server:", "# $schema:", "# vim:", "# -*-")
"""Comments for editors, which stand in the first line."""

BREAKS: Final = "\r\x85\u2028\u2029"
"""What ends a line for YAML, and not for us."""


def arranged(kind: str, file: str, content: bytes) -> str | list[Diagnostic]:
    """Return the text of a file in house order and style, or the faults that keep it from being read."""
    source = decode(file, content)
    if isinstance(source, Diagnostic):
        return [source]
    before, faults = yamltree.parse(source)
    if faults or before is None:
        return faults
    text = _arranged(kind, source.text)
    after, faults = yamltree.parse(PlacedText(file, text))
    if faults or after is None or _read(after) != _read(before):
        raise RuntimeError(f"{file} would not be read as before")
    return text


def house_style(file: str, before: str, after: str) -> Diagnostic:
    """A file is not in house order and style (`build.py fmt --check`).

    Why: where all files are laid out alike, a difference between two versions shows what was changed, and nothing else.
    Fix: `build.py fmt` puts all files in order; it keeps every word and every comment.
    """
    pairs = enumerate(zip(before.split("\n"), after.split("\n"), strict=False), 1)
    line = next((number for number, (one, other) in pairs if one != other), 1)
    return Diagnostic(
        "house-style", Place(file, line), "from here on, this file is not in house order; nothing it says is wrong",
        help=f"`build.py fmt {file}` puts it in order; the log of this step shows what changes",
    )  # fmt: skip


def _arranged(kind: str, text: str) -> str:
    lines = PlacedText("", text.replace("\r\n", "\n").rstrip("\n") + "\n")
    root, _ = yamltree.parse(lines)
    layout = _Layout(lines, kind in SPACED)
    try:
        if any(sign in lines.text for sign in BREAKS):
            raise OddError
        return layout.whole(root, KINDS[kind])
    except OddError:
        return text


def _read(node: Node) -> Any:
    """Return what is read from a tree; a line end after the last text of a file is no part of it."""
    if isinstance(node, Scalar):
        return node.text.rstrip("\n")
    if isinstance(node, Sequence):
        return [_read(item) for item in node.items]
    return {key.text: _read(value) for key, value in node.entries} if isinstance(node, Mapping) else None


class _Layout(Blocks):
    """One file on its way into house order."""

    def __init__(self, source: PlacedText, spaced: bool) -> None:
        super().__init__(source)
        self.spaced = spaced

    def whole(self, root: Node | None, kind: Any) -> str:
        """Return the text of the file."""
        if not isinstance(root, Mapping) or not self.nested(root):
            raise OddError
        start = self.head(self.line(self.index(root)))
        head = self.between(0, start, 0)
        lead, body = self.mapping(root, kind, 0, start, len(self.lines))
        return "\n".join([*_without_first_blank(head), *lead, *body]) + "\n"

    def head(self, first: int) -> int:
        """Return how many lines speak of the file and not of the first key: those above a blank line, and for editors."""
        start = 0
        for at in range(first):
            line = self.lines[at].strip(SPACE)
            if not line or line.startswith("---") or (at == start and line.startswith(MODELINES)):
                start = at + 1
        return start

    def mapping(
        self, node: Mapping, kind: Any, indent: int, start: int, stop: int
    ) -> tuple[list[str], list[str]]:
        """Return the lines of a mapping, in order: those above its first key, and the others.

        It has the lines from ``start`` up to ``stop``, comments and blank lines included.
        """
        keys = keys_of(kind) if kind in RECORDS else {}
        order = list(keys)
        blocks: list[tuple[int, list[str], list[str]]] = []
        rank = -1
        for number, (key, value) in enumerate(node.entries):
            first = self.line(key.start)
            if self.lines[first][: self.column(key)].strip(" -") or first < start:
                raise OddError
            limit = self.line(node.entries[number + 1][0].start) if number + 1 < len(node.entries) else stop
            end = self.ends(value, max(self.last_line(value), first), limit, self.column(key))
            rank = order.index(key.text) if key.text in keys else rank
            block = self.entry(key, value, _below(kind, key.text), indent, end)
            blocks.append((rank, self.between(start, first, indent), block))
            start = end
        blocks.sort(key=lambda block: block[0])
        lines = [line for _, lead, block in blocks for line in (*lead, *block)]
        above = _without_first_blank(blocks[0][1])
        return above, [*lines[len(blocks[0][1]) :], *_without_last_blank(self.between(start, stop, indent))]

    def entry(self, key: Scalar, value: Node, kind: Any, indent: int, stop: int) -> list[str]:
        """Return the lines of a key and its value."""
        colon = key.start + len(key.raw)
        colon += len(self.rest(colon)) - len(self.rest(colon).lstrip(SPACE))
        if self.text[colon] != ":":
            raise OddError
        if not self.nested(value):
            return self.value(f"{key.raw}:", colon + 1, value, indent)
        line = " " * indent + f"{key.raw}:" + self.comment(colon + 1)
        below = self.line(colon) + 1
        if isinstance(value, Sequence):
            return [line, *self.sequence(value, kind, indent + 2, below, stop)]
        assert isinstance(value, Mapping)  # nothing else is nested
        lead, body = self.mapping(value, kind, indent + 2, below, stop)
        return [line, *lead, *body]

    def sequence(self, node: Sequence, kind: Any, indent: int, start: int, stop: int) -> list[str]:
        """Return the lines of a list."""
        kind = typing.get_args(kind)[0] if typing.get_origin(kind) is tuple else None
        dashes = [self.dash(item, start) for item in node.items]
        lines: list[str] = []
        for item, dash, following in zip(node.items, dashes, [*dashes[1:], None], strict=True):
            limit = stop if following is None else self.line(following)
            line = self.line(dash)
            end = self.ends(item, max(self.last_line(item), line), limit, dash - self.source.starts[line])
            lead = self.between(start, line, indent)
            lines += lead if lines else _without_first_blank(lead)
            lines += self.item(item, dash, kind, indent, end)
            start = end
        return [*lines, *_without_last_blank(self.between(start, stop, indent))]

    def dash(self, item: Node, start: int) -> int:
        """Return the position of the dash before an item."""
        at = self.line(self.index(item))
        if self.lines[at][: self.column(item)].strip(SPACE) == "":
            at -= 1
            while at >= start and self.lines[at].strip(SPACE)[:1] in ("", "#"):
                at -= 1
        column = len(self.lines[at]) - len(self.lines[at].lstrip(" "))
        if at < start or self.lines[at][column : column + 1] != "-":
            raise OddError
        return self.source.starts[at] + column

    def item(self, item: Node, dash: int, kind: Any, indent: int, stop: int) -> list[str]:
        """Return the lines of an item of a list."""
        if not self.nested(item):
            return self.value("-", dash + 1, item, indent)
        line = self.line(dash)
        if not isinstance(item, Mapping):
            raise OddError
        above: list[str] = []
        if self.line(self.index(item)) > line:
            above = [" " * indent + self.comment(dash + 1).lstrip(SPACE)] if self.comment(dash + 1) else []
            line += 1
        lead, body = self.mapping(item, kind, indent + 2, line, stop)
        above += [line[2:] for line in lead]
        return [*above, " " * indent + "- " + body[0].lstrip(" "), *body[1:]]

    def ends(self, value: Node, last: int, limit: int, column: int) -> int:
        """Return the line behind a value: comments right of ``column`` below a nested value are the end of it."""
        end = last + 1
        if self.nested(value):
            for at in range(last + 1, limit):
                line = self.lines[at]
                if line.strip(SPACE):
                    if len(line) - len(line.lstrip(SPACE)) <= column:
                        break
                    end = at + 1
        return end

    def between(self, start: int, stop: int, indent: int) -> list[str]:
        """Return comments and blank lines, of which no two follow each other."""
        lines = [line.strip(SPACE) for line in self.lines[start:stop]]
        if any(line and not line.startswith(("#", "---", "...")) for line in lines):
            raise OddError
        if not self.spaced and not any(lines):
            return []
        kept = [line for at, line in enumerate(lines) if line or at == 0 or lines[at - 1]]
        return [" " * indent + line if line else "" for line in kept]


def _below(kind: Any, key: str) -> Any:
    """Return the type of what stands under a key of a kind of mapping, or None."""
    if typing.get_origin(kind) is abc.Mapping:
        return typing.get_args(kind)[1]
    keys = keys_of(kind) if kind in RECORDS else {}
    return keys[key].type if key in keys else None


def _without_first_blank(lines: list[str]) -> list[str]:
    return lines[1:] if lines[:1] == [""] else lines


def _without_last_blank(lines: list[str]) -> list[str]:
    return lines[:-1] if lines[-1:] == [""] else lines


RULES = (house_style,)
