"""What a browser asks: read strictly, for whoever means well writes it so. Whatever could be read in two ways is refused."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from factsite.answering.answer import RefusedError
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

METHODS: Final = ("GET", "HEAD")
LONGEST: Final = 2048
"""So many characters an address may have."""
NAMES: Final = ("localhost", "127.0.0.1", "[::1]")
"""What this machine is called in addresses that lead to itself."""
FIRST_LINE: Final = re.compile(r"([A-Za-z]{1,20}) ([!-~]+) HTTP/([0-9.]{1,5})")
FIELD: Final = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):([\t -~\x80-\xff]*)")
ONCE: Final = {
    "host",
    "content-length",
    "transfer-encoding",
    "origin",
    "sec-fetch-site",
    "sec-fetch-mode",
    "sec-fetch-dest",
}
"""Headers that decide something, and so stand once."""
PART: Final = re.compile(r"[^/\\:\x00-\x1f\x7f]+")
"""A folder or a file in an address."""


class Asked(NamedTuple):
    """A request: the path in the site that it names, None where its address can name none; what follows ``?``; its headers."""

    method: str
    path: str | None
    question: str
    headers: Mapping[str, str]


def asked(head: bytes, port: int) -> Asked:
    """Read the head of a request to this port. Raises ``RefusedError``."""
    first, *lines = head.decode("latin-1").split("\r\n")
    found = FIRST_LINE.fullmatch(first)
    if found is None:
        raise RefusedError(HTTPStatus.BAD_REQUEST, "this is no request")
    method, target, version = found.groups()
    if version not in ("1.0", "1.1"):
        raise RefusedError(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED, "this server speaks HTTP/1.1")
    headers = _headers(lines)
    _meant_for_us(headers, port)
    if method not in METHODS:
        raise RefusedError(
            HTTPStatus.METHOD_NOT_ALLOWED, "nothing here can be changed", ("Allow", "GET, HEAD")
        )
    if headers.get("content-length", "0") != "0" or "transfer-encoding" in headers:
        raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "nothing can be sent here")
    if len(target) > LONGEST:
        raise RefusedError(HTTPStatus.REQUEST_URI_TOO_LONG, f"an address has {LONGEST} characters at most")
    if not target.startswith("/"):
        raise RefusedError(HTTPStatus.BAD_REQUEST, "an address begins with /")
    address, _, question = target.partition("?")
    return Asked(method, _path(address), question, headers)


def _headers(lines: list[str]) -> dict[str, str]:
    """Return the headers by their names in small letters."""
    headers: dict[str, str] = {}
    for line in lines:
        found = FIELD.fullmatch(line)
        name = found[1].lower() if found else ""
        if found is None or (name in ONCE and name in headers):
            raise RefusedError(HTTPStatus.BAD_REQUEST, "a header cannot be read, or stands twice")
        headers[name] = found[2].strip(" \t")
    return headers


def _meant_for_us(headers: Mapping[str, str], port: int) -> None:
    """Refuse what a page elsewhere asks: by a name that was made to lead here, or for a file of ours to load into itself.

    A link that leads here may stand anywhere.
    """
    if not _of_this_machine(headers.get("host", ""), port):
        raise RefusedError(
            HTTPStatus.MISDIRECTED_REQUEST, "this server answers to the names of this machine alone"
        )
    origin = headers.get("origin")
    own = origin is None or (origin.startswith("http://") and _of_this_machine(origin[7:], port))
    followed = (headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest")) == ("navigate", "document")
    near = headers.get("sec-fetch-site", "none") in ("same-origin", "none")
    if not own or not (near or followed):
        raise RefusedError(HTTPStatus.FORBIDDEN, "this is for pages of this site alone")


def _of_this_machine(host: str, port: int) -> bool:
    """Say whether a host is this machine, at this port."""
    without = NAMES if port == 80 else ()
    return host.lower() in (*without, *(f"{name}:{port}" for name in NAMES))


def _path(address: str) -> str | None:
    """Return the path of a file in the site, which never leads out of it; of a folder, that of its page."""
    parts = address[1:].split("/")
    parts[-1] = parts[-1] or "index.html"
    try:
        named = [unquote(part, errors="strict") for part in parts]
    except UnicodeDecodeError:
        return None
    if all(PART.fullmatch(part) and part not in (".", "..") for part in named):
        return "/".join(named)
    return None
