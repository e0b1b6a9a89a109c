"""A comparison as JSON; docs/reviewing.md says what it holds.

Its keys are the fields of ``Comparison`` and of the changes in it. A key can be added at any time; ``version`` is
raised when one goes or means something else.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, Final

from factsite.editor.comparison.headline import headline
from factsite.place import Place
from factsite.render import page_of

if TYPE_CHECKING:
    from factsite.changes import Comparison

VERSION: Final = 1


def as_json(comparison: Comparison, base: str) -> str:
    """Return the JSON of a comparison with what is called ``base``."""
    written = {"version": VERSION, "base": base, "headline": headline(comparison)} | _written(comparison)
    written["look"] = [{"page": page_of(look.kind, look.id)} | _written(look) for look in comparison.look]
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"


def _written(value: Any) -> Any:
    if isinstance(value, Place):
        return {"file": value.file, "line": value.line, "column": value.column}
    if is_dataclass(value):
        return {field.name: _written(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_written(item) for item in value]
    return value
