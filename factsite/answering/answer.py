"""What a browser gets: a status, headers and bytes."""

from __future__ import annotations

import mimetypes
from http import HTTPStatus
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from factsite.frozen import NamedTuple
from factsite.headers import HEADERS

if TYPE_CHECKING:
    from collections.abc import Generator

TYPES: Final = {
    ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
    ".jsonld": "application/ld+json", ".svg": "image/svg+xml", ".xml": "application/xml", ".csv": "text/csv",
    ".bib": "application/x-bibtex", ".txt": "text/plain", ".png": "image/png",
}  # fmt: skip
"""What the files of a site are, whatever the machine thinks that they are."""
HTML: Final = "text/html; charset=utf-8"
PLAIN: Final = "text/plain; charset=utf-8"


class Answer(NamedTuple):
    """An answer: all of it, or, where it goes on for as long as somebody listens, what gives its parts."""

    status: int
    kind: str
    content: bytes | Generator[bytes] = b""
    more: tuple[tuple[str, str], ...] = ()

    def head(self) -> bytes:
        """Return the lines before the content; each connection answers one request."""
        own = dict(self.more)
        lines = [f"HTTP/1.1 {self.status} {HTTPStatus(self.status).phrase}", f"Content-Type: {self.kind}"]
        lines += [f"{one.name}: {own.pop(one.name, one.value)}" for one in HEADERS]
        lines += [f"{name}: {value}" for name, value in own.items()]
        if isinstance(self.content, bytes) and self.status != HTTPStatus.NOT_MODIFIED:
            lines.append(f"Content-Length: {len(self.content)}")
        return "\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1")


def kind_of(path: str) -> str:
    """Return what is sent as the type of the file at a path."""
    kind = (
        TYPES.get(PurePosixPath(path).suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    )
    textual = kind.startswith("text/") or kind.endswith(("json", "xml"))
    return f"{kind}; charset=utf-8" if textual else kind


class RefusedError(Exception):
    """A request that is not answered, and why."""

    def __init__(self, status: HTTPStatus, why: str, *more: tuple[str, str]) -> None:
        super().__init__(why)
        self.answer = Answer(status, PLAIN, f"{status} {status.phrase}: {why}\n".encode(), more)
