"""The keys of a kind of record, as the fields in ``model.py`` state them."""

from __future__ import annotations

import types
import typing
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any

if typing.TYPE_CHECKING:
    from collections import abc


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a kind of record, as its field states it."""

    name: str
    attribute: str
    type: Any
    required: bool
    purpose: str
    example: str
    default: Any = None
    """What is meant where the key is left out: a text, or None where nothing is."""


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
            field.default if isinstance(field.default, str) else None,
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
