"""Connections to a server on this machine, as many as are wanted."""

from __future__ import annotations

import socket
from contextlib import ExitStack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HEAD = "GET {} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n"


def connected(port: int) -> socket.socket:
    """Return a connection."""
    return socket.create_connection(("127.0.0.1", port), timeout=60)


def whole(connection: socket.socket) -> bytes:
    """Return all that comes."""
    parts = []
    while part := connection.recv(1 << 20):
        parts.append(part)
    return b"".join(parts)


def all_at_once(port: int, paths: Sequence[str]) -> list[bytes]:
    """Return what is answered to each of many browsers, which all have asked before the first reads."""
    with ExitStack() as stack:
        browsers = [stack.enter_context(connected(port)) for _ in paths]
        heads = [HEAD.format(f"/{path}", port).encode() for path in paths]
        for browser, head in zip(browsers, heads, strict=True):
            browser.sendall(head[:-1])
        for browser in browsers:
            browser.sendall(b"\n")
        return [content_of(whole(browser)) for browser in browsers]


def content_of(answer: bytes) -> bytes:
    """Return what an answer holds; it is whole, and nothing is refused."""
    head, _, content = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 "), head
    assert f"\r\nContent-Length: {len(content)}\r\n".encode() in head
    return content
