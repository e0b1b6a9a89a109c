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
from typing import Any, TypeVar

from factsite.diagnostic import Diagnostic, nearest, slips_of
from factsite.edits import Edit
from factsite.load import prose, scalars
from factsite.load.faults import (
    empty_value,
    missing_key,
    refused,
    text_cut_by_comment,
    todo_left,
    unknown_key,
    wrong_shape,
)
from factsite.load.keys import keys_of
from factsite.load.scalars import Refusal
from factsite.load.text import CONTROL, PlacedText, control_character
from factsite.load.yamltree import Mapping, Node, Scalar, Sequence, Unusable
from factsite.model import RECORDS
from factsite.place import Place, Places
from factsite.values import CitedFigure, Factor, LineRange, Prose

if typing.TYPE_CHECKING:
    from factsite.load.keys import Key

R = TypeVar("R")

TODO = re.compile(r"(?<![^\s])#[ \t]*TODO\b[^\n]*")
"""A comment that says what is left to do."""


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
        keys = keys_of(typing.cast("abc.Hashable", kind))
        places: dict[str, Place] = {}
        values: dict[str, Any] = {}
        lost: set[str] = set()
        start = node.entries[0][0].place if node.entries else node.place
        for key, typed, value in self.recognised(keys, node, name):
            places[key.attribute] = value.place
            before = len(self.faults)
            read = self.value(key.type, value, f"`{key.name}`")
            if read is None and key.required:
                self.ask_for(key, value)
            if typed.text != key.name and len(self.faults) == before:
                self.repair_key(typed, key, keys, {entry.text for entry, _ in node.entries})
            if read is None:
                lost.add(key.attribute)
            else:
                values[key.attribute] = read
                if _incomplete(read, value):
                    lost.add(key.attribute)
        for key in keys.values():
            if key.required and key.attribute not in values:
                if key.attribute not in lost:
                    self.faults.append(missing_key(start, key, name))
                lost.add(key.attribute)
                values[key.attribute] = stand_in(key.type)
        make: Any = kind
        record: R = make(**values, **given, at=Places(start, places, frozenset(lost)))
        return record

    def ask_for(self, key: Key, node: Node) -> None:
        """Where a key has no value that has to have one, ask for it instead of offering to delete the key."""
        self.faults = [
            empty_value(fault.place, f"`{key.name}`", key)
            if (fault.rule, fault.place) == ("empty-value", node.place)
            else fault
            for fault in self.faults
        ]

    def repair_key(
        self, typed: Scalar, key: Key, keys: abc.Mapping[str, Key], given: abc.Collection[str]
    ) -> None:
        """Give the fault of a misspelt key its repair, if it is certain which key was meant; its value is sound.

        A slip of two keys that are not there yet is one of that without which there is no record.
        """
        meant = [name for name in slips_of(typed.text, keys) if name not in given]
        certain = meant if len(meant) == 1 else [name for name in meant if keys[name].required]
        self.faults = [
            replace(fault, fix=Edit(typed.place, key.name))
            if certain == [key.name] and (fault.rule, fault.place) == ("unknown-key", typed.place)
            else fault
            for fault in self.faults
        ]

    def recognised(
        self, keys: abc.Mapping[str, Key], node: Mapping, name: str
    ) -> list[tuple[Key, Scalar, Node]]:
        """Return the entries under known keys, and those under misspelt ones as what was meant, each with the key as typed."""
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
        if typing.get_origin(kind) is tuple:
            return self.items(typing.get_args(kind)[0], node, name)
        if typing.get_origin(kind) is abc.Mapping:
            return self.keyed(typing.get_args(kind)[1], node, name)
        if kind in RECORDS:
            return self.record(kind, node, name)
        return self.scalar(kind, node, name)

    def items(self, kind: Any, node: Node, name: str) -> tuple[Any, ...] | None:
        """Read a list; faulty items are left out, and the list is then lost."""
        if not isinstance(node, Sequence):
            self.fault(wrong_shape(node.place, f"{name} is a list: each item begins with `- `"), node)
            return None
        if not node.items:
            self.fault(empty_value(node.place, name), node)
            return None
        read = (self.value(kind, item, f"an item of {name}") for item in node.items)
        return tuple(item for item in read if item is not None)

    def keyed(self, kind: type[R], node: Node, name: str) -> dict[str, R] | None:
        """Read a mapping from ids to records."""
        if not isinstance(node, Mapping):
            self.fault(
                wrong_shape(
                    node.place, f"{name} is a mapping: an id, a colon, and an indented record for each"
                ),
                node,
            )
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

    def scalar(self, kind: Any, node: Node, name: str) -> Any:
        """Read one text."""
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
        if kind in (str, Prose):
            self.cut_by_comment(node)
        control = CONTROL.search(node.text)
        if control:
            self.fault(control_character(node.place, control[0]), node)
            return None
        if kind is Prose:
            written, faults = prose.read(
                node.text, node.raw, lambda index: self.source.place(node.start + index)
            )
            self.faults += faults
            return written
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            read = scalars.read_choice(kind, node.text)
        else:
            read = scalars.READERS[kind](node.text)
        if isinstance(read, Refusal):
            self.fault(refused(node.place, read), node)
            return None
        return _placed(read, node.place)

    def cut_by_comment(self, node: Scalar) -> None:
        """Fault a text without quotes that a single space and ``#`` cut short."""
        end = node.start + len(node.raw)
        if node.raw[0] not in "'\"|>" and self.source.text[end : end + 2] == " #":
            comment = self.source.text[end + 1 :].split("\n", 1)[0].rstrip()
            self.faults.append(text_cut_by_comment(self.source.place(end + 1), comment))

    def todos(self) -> typing.Iterator[Diagnostic]:
        """Yield what comments say is left to do."""
        for comment in TODO.finditer(self.source.text):
            yield todo_left(self.source.place(comment.start()), comment[0].rstrip())

    def fault(self, fault: Diagnostic, node: Node) -> None:
        """Note a fault, unless the value already has one; nothing where a list, mapping or text should be is no value."""
        if isinstance(node, Scalar) and not node.raw and fault.rule == "wrong-shape":
            fault = empty_value(fault.place, fault.message.split(" is ")[0])
        if not isinstance(node, Unusable):
            self.faults.append(fault)


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
