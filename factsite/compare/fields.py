"""Two records of a kind, field by field, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from factsite.changes import Change, Moved
from factsite.values import INLINE_CITATION, CitedFigure, Factor, LineRange, Period, Prose

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator


def changed_fields(before: Any, after: Any, without: Collection[str] = ()) -> Iterator[Change | Moved]:
    """Yield the fields of two records that differ, but for those that are told of elsewhere or were lost in reading.

    Prose of which only the lines of its citations differ has moved.
    """
    for field in fields(after):
        key = str(field.metadata.get("name") or field.name)
        if field.name in ("id", "at", *without) or not (before.at.has([key]) and after.at.has([key])):
            continue
        for old, new in _differing(getattr(before, field.name), getattr(after, field.name)):
            if lineless(old) == lineless(new):
                yield Moved(key, cited(old), cited(new))
            else:
                yield Change(key, old, new)


def _differing(before: Any, after: Any) -> Iterator[tuple[str, str]]:
    """Yield the words of two values that differ; of lists, the items that only one of them has, side by side."""
    if isinstance(before, tuple) and isinstance(after, tuple):
        old = [written(item) for item in before if item not in after]
        new = [written(item) for item in after if item not in before]
        yield from zip_longest(old, new, fillvalue="")
    elif written(before) != written(after):
        yield written(before), written(after)


def changed_entries(what: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    """Yield the entries of two mappings that differ."""
    for name in sorted({*before, *after}):
        old, new = written(before.get(name)), written(after.get(name))
        if old != new:
            yield Change(f"{what} {name}".strip(), old, new)


def written(value: Any) -> str:
    """Return a value of a record as an author reads it, on one line as far as it is one."""
    match value:
        case None:
            return ""
        case Prose():
            return value.text.strip()
        case Period():
            return value.written
        case CitedFigure():
            return f"{value.words} [@{value.source}:{value.lines}]"
        case Factor():
            return written(value.cited) if value.cited else value.words
        case LineRange():
            return str(value)
        case tuple():
            return " · ".join(written(item) for item in value)
        case Mapping():
            return " · ".join(f"{name}: {written(item)}" for name, item in value.items())
        case _ if is_dataclass(value):
            return _record(value)
    return str(value)


def _record(record: Any) -> str:
    given = (
        (field.name, written(getattr(record, field.name))) for field in fields(record) if field.name != "at"
    )
    return ", ".join(f"{name}: {text}" for name, text in given if text)


def lineless(text: str) -> str:
    """Return a text in which citations name no lines."""
    return INLINE_CITATION.sub(lambda found: f"[@{found['source']}]", text)


def cited(text: str) -> str:
    """Return the citations in a text: "eastside:5, walk:3"."""
    return ", ".join(found[0][2:-1] for found in INLINE_CITATION.finditer(text))
