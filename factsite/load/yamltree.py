"""YAML to a tree in which every value keeps its place. The only module that imports yaml.

Nothing is resolved: every scalar stays the text that was typed, so ``no``, ``012`` and ``12:30`` cannot turn into
something else. What hand-written records have no use for (anchors, aliases, tags, further documents, keys that are
no plain text) is a fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from factsite.diagnostic import Diagnostic
from factsite.frozen import NamedTuple
from factsite.load.syntax import syntax_fault, yaml_syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsite.load.text import PlacedText
    from factsite.place import Place

MOST_FAULTS = 500
"""A file with more is not read on."""

DEEPEST = 12
"""Levels of nesting that are read; the formats have four."""

MOST_DIRECTIVES = 100
"""So many are faulted one by one; libyaml compares each with all before."""

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Scalar(NamedTuple):
    """A value as typed. ``raw`` is the stretch of the file that it was read from, from ``start`` to ``end``."""

    text: str
    start: int
    end: int
    source: PlacedText

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.source.place(self.start)

    @property
    def raw(self) -> str:
        """The characters of the file, with quotes and line ends."""
        return self.source.text[self.start : self.end]


class Sequence(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    start: int
    source: PlacedText

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.source.place(self.start)


class Mapping(NamedTuple):
    """Keys and values in the order of the file. A repeated key is there once, with its first value."""

    entries: tuple[tuple[Scalar, Node], ...]
    start: int
    source: PlacedText

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.source.place(self.start)


class Unusable(NamedTuple):
    """Stands where an alias or the like stood; a diagnostic already says so."""

    start: int
    source: PlacedText

    @property
    def place(self) -> Place:
        """Where that stood."""
        return self.source.place(self.start)


Node = Scalar | Sequence | Mapping | Unusable


class Outline(NamedTuple):
    """A YAML file without its layout: what begins and ends in which order, and every key and value, repeated ones too."""

    shape: tuple[tuple[str | None, ...], ...]
    scalars: tuple[Scalar, ...]


class _StopError(Exception):
    """Ends the walk through a file that cannot be read on."""


def parse(source: PlacedText) -> tuple[Node | None, list[Diagnostic]]:
    """Return the tree of a YAML file, and its faults. The tree is None where the file has none."""
    walk = _Walk(source)
    if source.text.count("%TAG") > MOST_DIRECTIVES:
        at = source.text.index("%TAG")
        return None, [
            yaml_feature(source.place(at), "a `%` directive", "delete the line that begins with `%`")
        ]
    try:
        root = walk.document()
    except yaml.YAMLError as fault:
        walk.faults.append(_syntax(source, fault))
        root = None
    except _StopError:
        root = None
    return root, walk.faults


def outline(source: PlacedText) -> Outline | None:
    """Return the outline of a YAML file; None where it is not YAML."""
    shape: list[tuple[str | None, ...]] = []
    scalars: list[Scalar] = []
    try:
        for event in _events(source):
            shape.append((type(event).__name__, getattr(event, "anchor", None), getattr(event, "tag", None)))
            if isinstance(event, ScalarEvent):
                scalars.append(_scalar(source, event))
    except yaml.YAMLError:
        return None
    return Outline(tuple(shape), tuple(scalars))


def _events(source: PlacedText) -> Iterator[Any]:
    """Return the events of a file, without the layers that ``yaml.parse`` has between."""
    return iter(LOADER(source.text).get_event, None)


def _scalar(source: PlacedText, event: Any) -> Scalar:
    """Return the scalar of an event."""
    return Scalar(event.value, event.start_mark.index, event.end_mark.index, source)


class _Walk:
    """One pass over the events of a file."""

    def __init__(self, source: PlacedText) -> None:
        self.source = source
        self.faults: list[Diagnostic] = []
        self.events = _events(source)

    def document(self) -> Node | None:
        """Read the one document; fault any after it."""
        root: Node | None = None
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                place = self.place(event)
                if root is not None:
                    self.faults.append(
                        yaml_feature(
                            place,
                            "a second document begins here",
                            "one file holds one record; delete the `---`",
                        )
                    )
                    break
                if event.version or event.tags:
                    self.faults.append(
                        yaml_feature(place, "a `%` directive", "delete the line that begins with `%`")
                    )
                root = self.node(next(self.events), 1)
        if root is None or (isinstance(root, Scalar) and not root.raw):
            self.faults.append(empty_file(self.source.place(0)))
            return None
        return root

    def place(self, event: Any) -> Place:
        return self.source.place(event.start_mark.index)

    def node(self, event: Any, depth: int) -> Node:
        """Read the node that begins with this event."""
        if depth > DEEPEST:
            self.faults.append(too_deep(self.place(event)))
            raise _StopError
        if len(self.faults) > MOST_FAULTS:
            raise _StopError
        kind = type(event)
        if event.anchor is not None or (kind is not AliasEvent and event.tag is not None):
            self.needless(event)
        if kind is ScalarEvent:
            return _scalar(self.source, event)
        start = event.start_mark.index
        if kind is MappingStartEvent:
            return Mapping(self.entries(depth), start, self.source)
        if kind is SequenceStartEvent:
            return Sequence(self.items(depth), start, self.source)
        return Unusable(start, self.source)

    def needless(self, event: Any) -> None:
        """Fault an alias, an anchor, a tag."""
        place = self.place(event)
        if isinstance(event, AliasEvent):
            self.faults.append(
                yaml_feature(
                    place, f"`*{event.anchor}` is an alias", "write the value out, or put it in quotes"
                )
            )
            return
        if event.anchor is not None:
            self.faults.append(
                yaml_feature(
                    place, f"`&{event.anchor}` is an anchor", "delete it, or put the value in quotes"
                )
            )
        if event.tag is not None:
            self.faults.append(
                yaml_feature(
                    place, f"`{_typed(event.tag)}` is a tag", "delete it, or put the value in quotes"
                )
            )

    def items(self, depth: int) -> tuple[Node, ...]:
        """Read the items of a list, up to its end."""
        items = []
        for event in self.events:
            if type(event) is SequenceEndEvent:
                break
            items.append(self.node(event, depth + 1))
        return tuple(items)

    def entries(self, depth: int) -> tuple[tuple[Scalar, Node], ...]:
        """Read the keys and values of a mapping, up to its end."""
        entries: dict[str, tuple[Scalar, Node]] = {}
        for event in self.events:
            if type(event) is MappingEndEvent:
                break
            before = len(self.faults)
            key = self.node(event, depth + 1)
            if isinstance(key, Mapping | Sequence):
                self.faults[before:] = [
                    yaml_feature(
                        key.place,
                        "this key is no plain word",
                        "write `key: value`; a value that begins with `{`, `[`, `?` or `*` needs quotes",
                    )
                ]
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                continue
            if key.text in entries:
                self.faults.append(repeated_key(key.place, key.text, entries[key.text][0].place))
            else:
                entries[key.text] = key, value
        return tuple(entries.values())


def _typed(tag: str) -> str:
    """Return a tag as it is typed: ``!!str`` stands for a longer name."""
    return tag.replace("tag:yaml.org,2002:", "!!")


def _syntax(source: PlacedText, fault: yaml.YAMLError) -> Diagnostic:
    """Return libyaml's complaint in plain words, with its place."""
    if not isinstance(fault, yaml.MarkedYAMLError):
        return yaml_syntax(source.place(0), str(fault).splitlines()[0], "")
    stopped = fault.problem_mark or fault.context_mark
    opened = fault.context_mark or stopped
    words = " ".join(filter(None, (fault.problem, fault.context)))
    index, begun = (min(mark.index, len(source.text)) if mark else 0 for mark in (stopped, opened))
    return syntax_fault(source, words, index, begun)


def yaml_feature(place: Place, message: str, hint: str) -> Diagnostic:
    """A file uses a part of YAML that records have no use for: anchors, aliases, tags, directives, second documents.

    Why: they make a record mean something else than what stands there.
    Fix: write the value out; where the character was meant as text, put the value in quotes.
    """
    return Diagnostic("yaml-feature", place, message, help=hint)


def repeated_key(place: Place, key: str, first: Place) -> Diagnostic:
    """A key stands twice in one mapping.

    Why: YAML readers keep the last of the two in silence, and a value is lost.
    Fix: keep one. Two pieces of evidence are two list items, each beginning with `- `.
    """
    return Diagnostic(
        "repeated-key", place, f"`{key}` stands here a second time; first given in line {first.line}",
        help="keep one of the two; a new list item begins with `- `", also=((first, "first given here"),),
    )  # fmt: skip


def too_deep(place: Place) -> Diagnostic:
    """Values are nested deeper than any record needs.

    Why: no format here has more than four levels; more is a slip or an attack.
    Fix: take out the brackets or the indentation.
    """
    return Diagnostic(
        "too-deep",
        place,
        f"nested more than {DEEPEST} levels deep",
        help="no record needs more than four levels",
    )


def empty_file(place: Place) -> Diagnostic:
    """A file holds nothing but space and comments.

    Why: a record without content is a slip; a claim that was meant to be there would be missing without notice.
    Fix: write the record, or delete the file.
    """
    return Diagnostic(
        "empty-file", place, "there is no record in this file", help="write it, or delete the file"
    )


RULES = (yaml_syntax, yaml_feature, repeated_key, too_deep, empty_file)
