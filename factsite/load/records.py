"""YAML trees to records: the one reader, led by the fields that ``model.py`` states.

A fault in one value does not hide the others: the reader notes it, puts a neutral stand-in in the field, lists
the key as lost, and goes on.
"""

from __future__ import annotations

import collections.abc as abc
import datetime as dt
import re
import typing
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from factsite import signs
from factsite.diagnostic import Diagnostic, nearest, slips_of
from factsite.edits import Edit
from factsite.frozen import NamedTuple
from factsite.load import letters, prose, scalars
from factsite.load.faults import (
    empty_value,
    missing_key,
    refused,
    text_cut_by_comment,
    todo_left,
    unknown_key,
    wrong_shape,
)
from factsite.load.keys import Key, keys_of
from factsite.load.limits import LONGEST_PROSE, LONGEST_TEXT, MOST_ENTRIES, MOST_ITEMS, too_long
from factsite.load.scalars import Refusal
from factsite.load.text import CONTROL, PlacedText, control_character, hidden_sign
from factsite.load.yamltree import Mapping, Node, Scalar, Sequence, Unusable
from factsite.model import RECORDS
from factsite.place import Place, Places
from factsite.values import CitedFigure, Factor, LineRange, Prose

R = TypeVar("R")

TODO = re.compile(r"(?<![^\s])#[ \t]*TODO\b[^\n]*")
"""A comment that says what is left to do."""
QUOTE = "`quote`"
"""The text that is not the author's: an article's words."""


class Reader:
    """Reads the records of one file and collects its faults."""

    def __init__(self, source: PlacedText) -> None:
        self.source = source
        self.faults: list[Diagnostic] = []

    def record(self, kind: type[R], node: Node, name: str, **given: str) -> R | None:
        """Read a mapping as a record; ``given`` fills fields that are no keys, such as the id."""
        if not isinstance(node, Mapping):
            self.fault(wrong_shape(node.place, f"{name} is a mapping: lines of `key: value`"), node)
            return None
        if len(node.entries) > MOST_ITEMS:
            self.fault(too_long(node.place, name, len(node.entries), "keys", MOST_ITEMS), node)
            return None
        form = _format_of(typing.cast("abc.Hashable", kind))
        points: dict[str, tuple[int, int]] = {}
        values: dict[str, Any] = {}
        lost: set[str] = set()
        start = node.entries[0][0].place if node.entries else node.place
        first = len(self.faults)
        for (key, called, read), typed, value in self.recognised(form.entries, node, name):
            attribute = key.attribute
            points[attribute] = self.source.point(value.start)
            before = len(self.faults)
            found = read(self, value, called)
            if found is None and key.required:
                self.ask_for(key, value, before)
            if typed.text != key.name and len(self.faults) == before:
                self.repair_key(
                    typed,
                    key,
                    keys_of(typing.cast("abc.Hashable", kind)),
                    {entry.text for entry, _ in node.entries},
                    first,
                )
            if found is None:
                lost.add(attribute)
            else:
                values[attribute] = found
                if not isinstance(value, Scalar) and _incomplete(found, value):
                    lost.add(attribute)
        for key in form.required:
            if key.attribute not in values:
                if key.attribute not in lost:
                    self.faults.append(missing_key(start, key, name))
                lost.add(key.attribute)
                values[key.attribute] = stand_in(key.type)
        make: Any = kind
        record: R = make(**values, **given, at=Places(start, points, frozenset(lost)))
        return record

    def ask_for(self, key: Key, node: Node, since: int) -> None:
        """Where a key has no value that has to have one, ask for it instead of offering to delete the key.

        Its fault is among those ``since``: to go through all of them for each key would take the square of a file's faults.
        """
        self.faults[since:] = [
            empty_value(fault.place, f"`{key.name}`", key)
            if (fault.rule, fault.place) == ("empty-value", node.place)
            else fault
            for fault in self.faults[since:]
        ]

    def repair_key(
        self,
        typed: Scalar,
        key: Key,
        keys: abc.Mapping[str, Key],
        given: abc.Collection[str],
        since: int,
    ) -> None:
        """Give the fault of a misspelt key its repair, if it is certain which key was meant; its value is sound.

        A slip of two keys that are not there yet is one of that without which there is no record. The fault is among those ``since``.
        """
        meant = [name for name in slips_of(typed.text, keys) if name not in given]
        certain = meant if len(meant) == 1 else [name for name in meant if keys[name].required]
        self.faults[since:] = [
            replace(fault, fix=Edit(typed.place, key.name))
            if certain == [key.name] and (fault.rule, fault.place) == ("unknown-key", typed.place)
            else fault
            for fault in self.faults[since:]
        ]

    def recognised(
        self, keys: abc.Mapping[str, _Entry], node: Mapping, name: str
    ) -> list[tuple[_Entry, Scalar, Node]]:
        """Return the entries under known keys, and those under misspelt ones as what was meant, each with the key as typed."""
        if all(typed.text in keys for typed, _ in node.entries):
            return [(keys[typed.text], typed, value) for typed, value in node.entries]
        given = {key.text for key, _ in node.entries}
        entries = []
        for typed, value in node.entries:
            key = keys.get(typed.text)
            if key is None:
                meant = nearest(typed.text, keys)
                again = meant in given
                self.faults.append(unknown_key(typed.place, typed.text, name, meant, again=again))
                if meant is None or again:
                    continue
                key = keys[meant]
                given.add(meant)
            entries.append((key, typed, value))
        return entries

    def value(self, kind: Any, node: Node, name: str) -> Any:
        """Read one value as its field's type; None where it is at fault. ``name`` is what messages call it."""
        return _way_to_read(kind)(self, node, name)

    def items(self, read: Way, node: Node, name: str) -> tuple[Any, ...] | None:
        """Read a list, each item in the same way; faulty items are left out, and the list is then lost."""
        if not isinstance(node, Sequence):
            self.fault(wrong_shape(node.place, f"{name} is a list: each item begins with `- `"), node)
            return None
        if not node.items:
            self.fault(empty_value(node.place, name), node)
            return None
        if len(node.items) > MOST_ITEMS:
            self.fault(too_long(node.place, name, len(node.items), "items", MOST_ITEMS), node)
            return None
        name = f"an item of {name}"
        items = [read(self, item, name) for item in node.items]
        return tuple([item for item in items if item is not None])

    def keyed(self, kind: type[R], node: Node, name: str, most: int = MOST_ENTRIES) -> dict[str, R] | None:
        """Read a mapping from ids to records."""
        if not isinstance(node, Mapping):
            self.fault(
                wrong_shape(
                    node.place, f"{name} is a mapping: an id, a colon, and an indented record for each"
                ),
                node,
            )
            return None
        if len(node.entries) > most:
            self.fault(too_long(node.place, name, len(node.entries), "entries", most), node)
            return None
        records = {}
        for key, value in node.entries:
            identifier = scalars.read_id(key.text)
            if isinstance(identifier, Refusal):
                self.faults.append(refused(key.place, identifier))
            record = self.record(kind, value, f"`{key.text}`")
            if record is not None:
                records[key.text] = record
        return records

    def text(self, node: Node, name: str, most: int = LONGEST_TEXT) -> Scalar | None:
        """Return a node that is one text, with something in it, and of no more characters than that."""
        if not isinstance(node, Scalar):
            self.fault(
                wrong_shape(
                    node.place,
                    f"{name} is one text, not a {'list' if isinstance(node, Sequence) else 'mapping'}",
                ),
                node,
            )
            return None
        if not node.text.strip():
            self.fault(empty_value(node.place, name), node)
            return None
        if len(node.text) > most:
            self.fault(too_long(node.place, name, len(node.text), "characters", most), node)
            return None
        return node

    def scalar(self, read: abc.Callable[[str], Any], node: Node, name: str) -> Any:
        """Read one text that is typed by its field."""
        text = self.text(node, name)
        if text is None or self.has_control(text):
            return None
        found = read(text.text)
        if isinstance(found, Refusal):
            self.fault(refused(text.place, found), text)
            return None
        return found

    def placed(self, read: abc.Callable[[str], Any], node: Node, name: str) -> Any:
        """Read one text that is checked by itself, as an item of a list is, and so keeps the place where it stands."""
        return _placed(self.scalar(read, node, name), node.place)

    def words(self, node: Node, name: str) -> str | None:
        """Read one text that is printed as it is."""
        text = self.text(node, name)
        if text is None:
            return None
        self.cut_by_comment(text)
        if self.has_control(text):
            return None
        if name != QUOTE:
            self.letters(text)
        return scalars.read_text(text.text)

    def prose(self, node: Node, name: str) -> Prose | None:
        """Read one text that is Markdown."""
        text = self.text(node, name, LONGEST_PROSE)
        if text is None:
            return None
        self.cut_by_comment(text)
        if self.has_control(text):
            return None
        self.letters(text)
        start = text.start
        written, faults = prose.read(text.text, text.raw, lambda index: self.source.place(start + index))
        self.faults += faults
        return written

    def has_control(self, node: Scalar) -> bool:
        """Fault a text with a sign that steers: no file has one, but in double quotes an escape can stand for one."""
        quoted = self.source.text.startswith('"', node.start)
        control = CONTROL.search(node.text) if quoted else None
        if control:
            self.fault(control_character(node.place, control[0]), node)
        hidden = next(signs.found(node.text), None) if quoted and not control else None
        if hidden:
            self.fault(hidden_sign(node.place, hidden[1]), node)
        return bool(control or hidden)

    def cut_by_comment(self, node: Scalar) -> None:
        """Fault a text without quotes that a single space and ``#`` cut short."""
        if self.source.text.startswith(" #", node.end) and node.raw[0] not in "'\"|>":
            comment = self.source.text[node.end + 1 :].split("\n", 1)[0].rstrip()
            self.faults.append(text_cut_by_comment(self.source.place(node.end + 1), comment))

    def letters(self, node: Scalar) -> None:
        """Fault each address for letters in a text of the author's."""
        self.faults += letters.in_text(
            node.text, node.raw, lambda index: self.source.place(node.start + index)
        )

    def todos(self) -> typing.Iterator[Diagnostic]:
        """Yield what comments say is left to do."""
        for comment in TODO.finditer(self.source.text) if "TODO" in self.source.text else ():
            yield todo_left(self.source.place(comment.start()), comment[0].rstrip())

    def fault(self, fault: Diagnostic, node: Node) -> None:
        """Note a fault, unless the value already has one; nothing where a list, mapping or text should be is no value."""
        if isinstance(node, Scalar) and not node.raw and fault.rule == "wrong-shape":
            fault = empty_value(fault.place, fault.message.split(" is ")[0])
        if not isinstance(node, Unusable):
            self.faults.append(fault)


Way = abc.Callable[[Reader, Node, str], Any]
"""How a value is read: by a reader, from a node, under the name that messages call it."""


class _Entry(NamedTuple):
    """A key, what messages call it, and how its value is read."""

    key: Key
    called: str
    read: Way


class _Format(NamedTuple):
    """A kind of record, made ready for reading: all its keys by name, and those that it has to have."""

    entries: abc.Mapping[str, _Entry]
    required: tuple[Key, ...]


@cache
def _format_of(kind: Any) -> _Format:
    keys = keys_of(kind)
    entries = {name: _Entry(key, f"`{name}`", _way_to_read(key.type)) for name, key in keys.items()}
    return _Format(entries, tuple(key for key in keys.values() if key.required))


def _way_to_read(kind: Any) -> Way:
    """Return how values of a field's type are read."""
    if typing.get_origin(kind) is tuple:
        way = _way_to_read(typing.get_args(kind)[0])
        return lambda reader, node, name: reader.items(way, node, name)
    if typing.get_origin(kind) is abc.Mapping:
        entry = typing.get_args(kind)[1]
        return lambda reader, node, name: reader.keyed(entry, node, name)
    if kind in RECORDS:
        return lambda reader, node, name: reader.record(kind, node, name)
    if kind in (str, Prose):
        return Reader.words if kind is str else Reader.prose
    read = scalars.reader_of(kind)
    if kind in (CitedFigure, Factor):
        return lambda reader, node, name: reader.placed(read, node, name)
    return lambda reader, node, name: reader.scalar(read, node, name)


def _incomplete(read: Any, node: Node) -> bool:
    """Say whether an item of a list or an entry of a mapping was lost, or a value of such an entry."""
    if isinstance(node, Sequence):
        return len(read) < len(node.items)
    return isinstance(read, dict) and (
        len(read) < len(typing.cast("Mapping", node).entries) or any(entry.at.lost for entry in read.values())
    )


def _placed(read: Any, place: Place) -> Any:
    """Return a value that is checked by itself, as an item of a list is, with the place where it stands."""
    if isinstance(read, CitedFigure):
        return replace(read, place=place)
    if isinstance(read, Factor) and read.cited:
        return replace(read, cited=replace(read.cited, place=place))
    return read


def stand_in(kind: Any) -> Any:
    """Return the neutral value of a type, for a field whose value was lost."""
    if typing.get_origin(kind) is tuple:
        return ()
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return next(iter(kind))
    return {
        dt.date: dt.date.min,
        LineRange: LineRange(1, 1),
        CitedFigure: CitedFigure("", "", LineRange(1, 1)),
        Prose: Prose(""),
    }.get(kind, "")
