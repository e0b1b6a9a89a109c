"""Real connections, many at once, slow, half open and too large: the others are answered all the same."""

from __future__ import annotations

import socket
import threading
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import pytest

from factsite.answering import room
from factsite.answering.answer import PLAIN, Answer
from factsite.answering.room import Server
from factsite.headers import HEADERS
from factsite.serve import server
from tests.answering.browsers import HEAD, all_at_once, connected, whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factsite.answering.asking import Asked


def echo(asked: Asked) -> Answer:
    """Answer with the path that was asked for."""
    return Answer(200, PLAIN, f"{asked.path}".encode())


@contextmanager
def running(server: Server) -> Iterator[int]:
    """Let a server answer, and yield its port."""
    with server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


@pytest.fixture
def port() -> Iterator[int]:
    """Return the port of a server that answers with what it was asked."""
    with running(Server(0, echo)) as port:
        yield port


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Return the port of such a server with room for eight, in some haste."""
    monkeypatch.setattr(room, "ROOM", 8)
    monkeypatch.setattr(room, "HASTE", 0.5)
    with running(Server(0, echo)) as port:
        yield port


def test_two_hundred_at_once(port: int) -> None:
    """All are connected before the first is answered, and each gets its own bytes."""
    paths = [f"a/{number}.txt" for number in range(200)]
    assert all_at_once(port, paths) == [path.encode() for path in paths]


def test_two_hundred_large_files_at_once(tmp_path: Path) -> None:
    """Each gets a file whole that is larger than what the system keeps for it, byte for byte."""
    for number in range(20):
        (tmp_path / f"{number}.bin").write_bytes(bytes([number]) * 300_000)
    with running(server(tmp_path, 0)) as port:
        answers = all_at_once(port, [f"{number % 20}.bin" for number in range(200)])
    assert answers == [bytes([number % 20]) * 300_000 for number in range(200)]


def test_who_asks_half_makes_room(small: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Five times as many half requests as there is room for keep nobody out, and nobody waits for them."""
    monkeypatch.setattr(room, "HASTE", 60)  # nobody is given up for being slow
    before = threading.active_count()
    with ExitStack() as stack:
        for _ in range(40):
            stack.enter_context(connected(small)).sendall(b"GET / HTTP/1.1\r\nHost: ")
        assert all_at_once(small, ["a.txt"]) == [b"a.txt"]  # accepted after them
        assert threading.active_count() <= before + 8


def test_who_asks_slowly_is_given_up(small: int) -> None:
    """A byte now and then gains no time: the whole request counts."""
    with connected(small) as slow:
        slow.settimeout(0.1)
        for _ in range(50):
            try:
                slow.sendall(b"G")
                assert slow.recv(1) == b""
                break
            except TimeoutError:
                continue
            except ConnectionError:
                break
        else:
            pytest.fail("it was waited for")


def test_who_does_not_take_the_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser that stops reading keeps its thread for a while only."""
    monkeypatch.setattr(room, "HASTE", 0.3)
    ended = threading.Event()

    def endless(asked: Asked) -> Answer:
        def parts() -> Iterator[bytes]:
            try:
                while True:
                    yield b"x" * 100_000
            finally:
                ended.set()

        return Answer(200, PLAIN, (part for part in parts()))

    with running(Server(0, endless)) as port, connected(port) as stuck:
        stuck.sendall(HEAD.format("/", port).encode())
        assert ended.wait(20)


def test_what_is_too_large_is_refused_while_it_is_sent(port: int) -> None:
    """The answer arrives although much more was sent than is read."""
    with connected(port) as browser:
        browser.sendall(b"GET / HTTP/1.1\r\nA: " + b"a" * 200_000)
        assert whole(browser).startswith(b"HTTP/1.1 431 ")


def test_a_connection_answers_one_request(port: int) -> None:
    """What follows a request is no second one, so nothing can be hidden in it."""
    with connected(port) as browser:
        browser.sendall(2 * HEAD.format("/a.txt", port).encode())
        answer = whole(browser)
    assert answer.count(b"HTTP/1.1") == 1
    assert b"\r\nConnection: close\r\n" in answer


def test_every_answer_has_the_headers(port: int) -> None:
    """A refusal has them as well as a page."""
    for head in (HEAD.format("/", port), HEAD.format("/", port).replace("GET", "PUT"), "\r\n\r\n"):
        with connected(port) as browser:
            browser.sendall(head.encode())
            lines = whole(browser).partition(b"\r\n\r\n")[0].decode().split("\r\n")
        assert [line for line in lines if line in {f"{one.name}: {one.value}" for one in HEADERS}] == [
            f"{one.name}: {one.value}" for one in HEADERS
        ]


def test_who_goes_away_is_no_fault(port: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Connections that end at any point say nothing on the terminal."""
    head = HEAD.format("/", port).encode()
    for length in range(0, len(head) + 1, 5):
        with connected(port) as browser:
            browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            browser.sendall(head[:length])
    assert all_at_once(port, ["a.txt"]) == [b"a.txt"]
    assert capsys.readouterr() == ("", "")


def test_nobody_else_can_connect(port: int) -> None:
    """The server listens at 127.0.0.1 and at no other address of this machine."""
    for family, address in ((socket.AF_INET, "127.0.0.2"), (socket.AF_INET6, "::1")):
        with (
            pytest.raises(OSError, match=r"refused|assign|supported|unreachable"),
            socket.socket(family) as other,
        ):
            other.connect((address, port))
