"""Files of many entries, each written beforehand by the claim or the source that it is of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factsite.frozen import NamedTuple
from factsite.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


class Join(NamedTuple):
    """A file of what each claim, or each source, gives to it, so that it can be written piece by piece, or one piece anew.

    ``lines`` are what they give, in their order, b"" for one that gives nothing; between the others stands the ``separator``.
    ``head`` and ``tail`` have none of their words, only how many there are.
    """

    path: str
    head: bytes
    lines: Iterable[bytes]
    separator: bytes
    tail: bytes

    def pieces(self) -> Iterator[bytes]:
        """Yield the content, piece by piece."""
        yield self.head
        first = True
        for line in filter(None, self.lines):
            if not first:
                yield self.separator
            yield line
            first = False
        yield self.tail

    def page(self) -> Page:
        """Return the file whole."""
        return Page(self.path, b"".join(self.pieces()))


in_line = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
"""JSON in a line. One encoder is kept, for a new one costs as much as what it writes; nothing here holds itself."""


def joined(
    path: str,
    head: Mapping[str, Any],
    name: str,
    lines: Iterable[bytes],
    *,
    inside: tuple[str, Mapping[str, Any]] | None = None,
    listed: tuple[str, Iterable[Sequence[Any]]] | None = None,
) -> Join:
    """Return the JSON document of ``head`` with the entries under ``name``; ``inside``: in a mapping of that name and head.

    ``listed`` is one more list of the head, which may be long, so that it is given and written in parts.
    """
    opening = [_open(head).encode()]
    closing = "}\n"
    if inside is not None:
        opening.append(f', "{inside[0]}": {_open(inside[1])}'.encode())
        closing = "}}\n"
    if listed is not None:
        items = b", ".join([in_line(part)[1:-1].encode() for part in listed[1] if part])
        opening += f', "{listed[0]}": ['.encode(), items, b"]"
    opening.append(f', "{name}": [\n'.encode())
    return Join(path, b"".join(opening), lines, BETWEEN, f"\n]{closing}".encode())


BETWEEN = b",\n"
"""What stands between two entries."""


def entries(lines: Iterable[str]) -> bytes:
    """Return the entries that one claim gives, as they stand in the document."""
    return ",\n".join(lines).encode()


def _open(head: Mapping[str, Any]) -> str:
    return in_line(head).removesuffix("}")
