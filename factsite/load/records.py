"""YAML trees to records: the one reader, led by the fields that ``model.py`` states.

A fault in one value does not hide the others: the reader notes it, puts a neutral stand-in in the field, lists
the key as lost, and goes on.
"""

from __future__ import annotations

import collections.abc as abc
import datetime as dt
import types
import typing
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from factsite.diagnostic import Diagnostic, nearest
from factsite.load import prose, scalars
from factsite.load.scalars import Refusal
from factsite.load.text import CONTROL, PlacedText, control_character
from factsite.load.yamltree import Mapping, Node, Scalar, Sequence, Unusable
from factsite.model import RECORDS
from factsite.place import Place, Places
from factsite.values import LineRange, Prose

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a kind of record, as its field states it."""

    name: str
    attribute: str
    type: Any
    required: bool
    purpose: str
    example: str


@cache
def keys_of(record: type) -> abc.Mapping[str, Key]:
    """Return the keys of a kind of record by the name they have in YAML, in the order of its fields."""
    hints = typing.get_type_hints(record)
    keys = (
        Key(
            field.metadata["name"] or field.name,
            field.name,
            _without_none(hints[field.name]),
            field.default is MISSING and field.default_factory is MISSING,
            field.metadata["purpose"],
            field.metadata["example"],
        )
        for field in fields(record)
        if "purpose" in field.metadata
    )
    return {key.name: key for key in keys}


def _without_none(hint: Any) -> Any:
    """Return the type of the values of a field, which may also be None where the key can be left out."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        return next(part for part in typing.get_args(hint) if part is not type(None))
    return hint


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
        for key, value in self.recognised(keys, node, name):
            places[key.attribute] = value.place
            read = self.value(key.type, value, f"`{key.name}`")
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

    def recognised(self, keys: abc.Mapping[str, Key], node: Mapping, name: str) -> list[tuple[Key, Node]]:
        """Return the entries under known keys, and those under misspelt ones as what was meant."""
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
            entries.append((key, value))
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
        return read

    def cut_by_comment(self, node: Scalar) -> None:
        """Fault a text without quotes that a single space and ``#`` cut short."""
        end = node.start + len(node.raw)
        if node.raw[0] not in "'\"|>" and self.source.text[end : end + 2] == " #":
            comment = self.source.text[end + 1 :].split("\n", 1)[0].rstrip()
            self.faults.append(text_cut_by_comment(self.source.place(end + 1), comment))

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


def stand_in(kind: Any) -> Any:
    """Return the neutral value of a type, for a field whose value was lost."""
    if typing.get_origin(kind) is tuple:
        return ()
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return next(iter(kind))
    return {dt.date: dt.date.min, LineRange: LineRange(1, 1), Prose: Prose("")}.get(kind, "")


def refused(place: Place, refusal: Refusal) -> Diagnostic:
    """Return the diagnostic of a refusal. Its rule is one of those below."""
    return Diagnostic(refusal.rule, place, refusal.message, help=refusal.help)


def unknown_key(place: Place, key: str, name: str, meant: str | None, *, again: bool) -> Diagnostic:
    """A key is none of those that the record has.

    Why: a misspelt key would be left out in silence, and with it what it says.
    Fix: mostly a slip of the pen; the message names the nearest key. All keys are listed in `docs/fields.md`.
    """
    if again:
        advice = f"did you mean `{meant}`, which is given already? take it out"
    else:
        advice = f"did you mean `{meant}`?" if meant else "take it out; docs/fields.md lists the keys"
    return Diagnostic("unknown-key", place, f"`{key}` is no key of {name}", help=advice)


def missing_key(place: Place, key: Key, name: str) -> Diagnostic:
    """A key that the record cannot do without is not there.

    Why: a page without it could not be trusted or not be understood.
    Fix: add it; the message says what it is for.
    """
    return Diagnostic(
        "missing-key",
        place,
        f"{name} lacks `{key.name}`: {key.purpose}",
        help=f"add it, as in `{key.name}: {key.example}`",
    )


def empty_value(place: Place, name: str) -> Diagnostic:
    """A key has no value.

    Why: it cannot be told whether the value was forgotten or meant to be nothing.
    Fix: write the value, or delete the key.
    """
    return Diagnostic("empty-value", place, f"{name} has no value", help="write one, or delete the key")


def text_cut_by_comment(place: Place, comment: str) -> Diagnostic:
    """A text without quotes ends at a space and a `#`: the rest of the line is a comment, and lost.

    Why: "the division's #1 priority" would be published as "the division's".
    Fix: put quotes around all of the text. A comment that is meant stands two spaces or more after it.
    """
    return Diagnostic(
        "text-cut-by-comment",
        place,
        f"the text ends before this: `{comment}` is read as a comment",
        help="put quotes around all of the text; put two spaces before a comment that is meant",
    )


def wrong_shape(place: Place, message: str) -> Diagnostic:
    """A list, a mapping or a text stands where another of the three belongs.

    Why: what was meant cannot be told.
    Fix: a list has items that begin with `- `, a mapping has lines of `key: value`, a text is neither.
    """
    return Diagnostic("wrong-shape", place, message, help="see docs/fields.md for the shape of each key")


def unknown_value(place: Place, refusal: Refusal) -> Diagnostic:
    """A value is none of the words that its key takes.

    Why: keys such as `stance` take a few fixed words, and the verdict hangs on them.
    Fix: use one of the words; the message names the nearest, or all.
    """
    return refused(place, refusal)


def not_an_id(place: Place, refusal: Refusal) -> Diagnostic:
    """An id, or a file name that becomes one, has other characters than an id can have.

    Why: ids become addresses of pages, which have to be the same on every machine and never change.
    Fix: small letters a to z, digits and single hyphens, at most 80, as in `army-size`.
    """
    return refused(place, refusal)


def not_a_date(place: Place, refusal: Refusal) -> Diagnostic:
    """A date is not written as year-month-day, or is no day of the calendar.

    Why: 03/04 is March in one country and April in another; 2024-02-30 is nowhere.
    Fix: write `2026-11-21`.
    """
    return refused(place, refusal)


def not_a_period(place: Place, refusal: Refusal) -> Diagnostic:
    """A time is not written as year, month, day or an interval of two of them.

    Why: figures of different times are not compared; that takes times that can be read.
    Fix: write `2024-10-23`, `2024-10`, `2024` or `2024-10/2024-12`.
    """
    return refused(place, refusal)


def not_a_line_range(place: Place, refusal: Refusal) -> Diagnostic:
    """Lines are not written as a number or as two with a hyphen, or they run backwards.

    Why: a citation leads readers to exact lines.
    Fix: write `16` or `16-18`, counted from 1.
    """
    return refused(place, refusal)


def not_an_address(place: Place, refusal: Refusal) -> Diagnostic:
    """A web address is not one, or does not begin with `http://` or `https://`.

    Why: it becomes a link that readers follow; other schemes can run code.
    Fix: copy the address from the browser's address bar.
    """
    return refused(place, refusal)


def not_a_digest(place: Place, refusal: Refusal) -> Diagnostic:
    """A pin is no SHA-256.

    Why: the pin holds the article's bytes to what was cited.
    Fix: run `sha256sum seeds/FILE` and copy the 64 digits.
    """
    return refused(place, refusal)


def not_a_file_name(place: Place, refusal: Refusal) -> Diagnostic:
    """The name of an article's file leads out of `seeds/`, is very long, or has characters that not every system takes.

    Why: a source is a file in `seeds/` and nothing else.
    Fix: write the file's name alone, as `ls seeds` shows it.
    """
    return refused(place, refusal)


RULES = (
    unknown_key, missing_key, empty_value, text_cut_by_comment, wrong_shape, unknown_value, not_an_id, not_a_date, not_a_period,
    not_a_line_range, not_an_address, not_a_digest, not_a_file_name,
)  # fmt: skip
