"""A server on the loopback address that nobody can keep from answering the others: room and time are bounded.

A thread answers one request and closes the connection. Who asks slowly makes room, as soon as somebody else needs it, and is
given up after a while in any case.
"""

from __future__ import annotations

import socket
import socketserver
import sys
import threading
import time
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from factsite.answering.answer import RefusedError
from factsite.answering.asking import asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from factsite.answering.answer import Answer
    from factsite.answering.asking import Asked

ROOM: Final = 400
"""So many connections are open at once, each with a thread of its own."""
HASTE: Final = 10.0
"""Seconds within which a request must have come in, and, from then on, within which some content must have been taken."""
LARGEST: Final = 16_384
"""So many bytes the head of a request may have."""
END: Final = b"\r\n\r\n"


class Server(socketserver.ThreadingTCPServer):
    """Listens on the loopback address; port 0 takes a free one. Raises ``OSError``."""

    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"  # there it would let two servers have one port
    request_queue_size = 512

    def __init__(self, port: int, respond: Callable[[Asked], Answer]) -> None:
        self.respond = respond
        self._room = threading.BoundedSemaphore(ROOM)
        self._asking: dict[socket.socket, None] = {}
        self._lock = threading.Lock()
        super().__init__(("127.0.0.1", port), _Connection)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Give a connection a thread; where there is no room, in place of the one that has been asking for longest."""
        if not self._room.acquire(blocking=False):
            self._give_up_one()
            if not self._room.acquire(timeout=1):
                self.shutdown_request(request)
                return
        with self._lock:
            self._asking[request] = None
        try:
            super().process_request(request, client_address)
        except RuntimeError:  # the machine has no thread left
            self._left(request)
            raise

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer, and give the room back."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._left(request)

    def has_asked(self, connection: socket.socket) -> None:
        """Keep a connection whose request has come in."""
        with self._lock:
            self._asking.pop(connection, None)

    def _left(self, connection: socket.socket) -> None:
        self.has_asked(connection)
        self._room.release()

    def _give_up_one(self) -> None:
        with self._lock:
            oldest = next(iter(self._asking), None)
            if oldest is not None:
                del self._asking[oldest]
                _end(oldest)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of browsers that went away; whatever else it was, is a fault of ours."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


def _end(connection: socket.socket) -> None:
    """End a connection that another thread waits on."""
    with suppress(OSError):  # it may have ended already
        connection.shutdown(socket.SHUT_RDWR)


class _Connection(socketserver.BaseRequestHandler):
    """Answers one request."""

    server: Server
    request: socket.socket

    def handle(self) -> None:
        """Read, answer, and close."""
        method = "GET"
        try:
            question = asked(self._head(), self.server.server_address[1])
            method = question.method
            self.server.has_asked(self.request)
            answer = self.server.respond(question)
        except RefusedError as refused:
            answer = refused.answer
            self._send(answer, method)
            self._drain()
        else:
            self._send(answer, method)

    def _head(self) -> bytes:
        """Return the lines of a request up to the empty one, which must have come in within bounds."""
        until = time.monotonic() + HASTE
        head = b""
        while END not in head:
            if len(head) > LARGEST:
                raise RefusedError(
                    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, f"a request has {LARGEST} bytes at most"
                )
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError
            self.request.settimeout(left)
            came = self.request.recv(LARGEST)
            if not came:
                raise ConnectionAbortedError
            head += came
        return head.partition(END)[0]

    def _send(self, answer: Answer, method: str) -> None:
        """Send an answer; of one to HEAD, the head."""
        self.request.settimeout(HASTE)
        content = answer.content
        if isinstance(content, bytes):
            self.request.sendall(answer.head() + (content if method != "HEAD" else b""))
            return
        try:
            self.request.sendall(answer.head())
            if method != "HEAD":
                for part in content:
                    self.request.sendall(part)
        finally:
            content.close()

    def _drain(self) -> None:
        """Take what else was sent, some of it: closed with more to be read, the connection would take the answer along."""
        self.request.shutdown(socket.SHUT_WR)
        self.request.settimeout(0.5)
        for _ in range(64):
            if not self.request.recv(LARGEST):
                break
