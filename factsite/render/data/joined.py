"""JSON documents with a list of many entries, each on a line of its own and written beforehand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factsite.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


in_line = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
"""JSON in a line. One encoder is kept, for a new one costs as much as what it writes; nothing here holds itself."""


def joined(
    path: str,
    head: Mapping[str, Any],
    name: str,
    entries: Sequence[str],
    *,
    inside: tuple[str, Mapping[str, Any]] | None = None,
) -> Page:
    """Return the document of ``head`` with the entries under ``name``; ``inside``: in a mapping of that name and head."""
    opening = _open(head)
    closing = "}\n"
    if inside is not None:
        opening += f', "{inside[0]}": {_open(inside[1])}'
        closing = "}}\n"
    lines = ",\n".join(entries)
    return Page(path, f'{opening}, "{name}": [\n{lines}\n]{closing}'.encode())


def _open(head: Mapping[str, Any]) -> str:
    return in_line(head).removesuffix("}")
