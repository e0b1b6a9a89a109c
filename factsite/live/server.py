"""Shows the present state of a workshop on this machine, and tells browsers when it changes."""

from __future__ import annotations

import hashlib
import json
import threading
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs

from factsite.answering.answer import HTML, Answer, RefusedError, kind_of
from factsite.answering.room import Server
from factsite.frozen import NamedTuple
from factsite.live import inserted
from factsite.pipeline import file_of
from factsite.render import TemplateFaultError
from factsite.report import printable

if TYPE_CHECKING:
    from collections.abc import Generator

    from factsite.answering.asking import Asked
    from factsite.diagnostic import Diagnostic
    from factsite.live.workshop import State, Workshop

HERE: Final = Path(__file__).parent
OWN: Final = {name: (HERE / name).read_bytes() for name in ("live.js", "live.css")}
BREATH: Final = 10.0
"""Seconds of silence after which a browser is told that nothing happened: so it is found out that it has gone."""
FIRST: Final = 600.0
"""Seconds for which a page waits until the site was read for the first time."""
MOST: Final = 50
"""So many faults are told to a page; all stand in the terminal."""
NOT_FOUND: Final = "404.html"
SEARCH: Final = "search/"
STREAMS: Final = 128
"""So many pages listen at once; the rest of the room is for answers."""
FRESH: Final = (("Cache-Control", "no-store"),)
"""What is being written is kept by no browser."""


class Served(NamedTuple):
    """What stands at a path: its bytes, a name for exactly these, and whether it stands in for what is not there."""

    content: bytes
    version: str
    status: int = 200


class Show:
    """What browsers are shown of a workshop: its pages, its faults, and the search index once there is one."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.search: dict[str, bytes] | None = None
        self._indexed = threading.Event()

    def found(self, search: dict[str, bytes]) -> None:
        """Take the search index; an empty one where none could be made."""
        self.search = search
        self._indexed.set()

    def at(self, path: str) -> Served:
        """Return what stands at a path; a page that cannot be made gives way to its faults."""
        state = self.workshop.wait(0, FIRST)
        if path.startswith(SEARCH):
            self._indexed.wait(FIRST)
            content = (self.search or {}).get(path)
            return _served(content) if content is not None else Served(b"", "", 404)
        try:
            return self._page(state, path)
        except TemplateFaultError as fault:
            faults = (fault.diagnostic, *state.diagnostics)
            return _served(inserted.unmade("This page cannot be made", dict.fromkeys(faults)))

    def _page(self, state: State, path: str) -> Served:
        folder, _, name = path.rpartition("/")
        claim = name.removesuffix(".html")
        if state.pages is None:
            title = "This site cannot be made yet"
            return _served(inserted.unmade(title, state.diagnostics))
        content = state.pages.get(path)
        if content is not None:
            more = b"".join(state.pages.assets.values()) if path.endswith(".html") else b""
            return _served(content, more)
        if folder == "claims" and claim in state.unmade:
            own = [fault for fault in state.diagnostics if fault.place.file == file_of(claim)]
            return _served(inserted.unmade(f"The claim {claim} has no page yet", own or state.diagnostics))
        return _served(state.pages.get(NOT_FOUND) or b"", status=404)

    def told(self, state: State) -> dict[str, Any]:
        """Return what a page is told of the state of the site."""
        worst = sorted(state.diagnostics, key=lambda fault: fault.severity)
        return {
            "folder": self.workshop.folder.resolve().as_posix(),
            "errors": sum(fault.severity == "error" for fault in worst),
            "warnings": sum(fault.severity == "warning" for fault in worst),
            "faults": [fault_for_page(fault) for fault in worst[:MOST]],
        }


def fault_for_page(fault: Diagnostic) -> dict[str, Any]:
    """Return a fault for a page, which shows its texts as they are: nothing in them steers it."""
    return {
        "severity": fault.severity, "rule": fault.rule, "message": printable(fault.message), "help": printable(fault.help),
        "place": printable(str(fault.place)), "also": [[printable(str(place)), printable(words)] for place, words in fault.also],
    }  # fmt: skip


def _served(content: bytes, more: bytes = b"", status: int = 200) -> Served:
    """Return something with a name that changes when it does, or ``more`` that it is shown with."""
    return Served(content, hashlib.sha256(content + more).hexdigest()[:16], status)


class _Shown:
    """Answers browsers."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self._streams = threading.BoundedSemaphore(STREAMS)

    def respond(self, asked: Asked) -> Answer:
        """Return a page, or what tells of changes for as long as the browser listens."""
        path = asked.path
        if path == inserted.EVENTS:
            return self._listening(parse_qs(asked.question))
        if path is None:
            return _answer("", self._show.at(NOT_FOUND)._replace(status=404))
        own = OWN.get(path.removeprefix(inserted.FOLDER)) if path.startswith(inserted.FOLDER) else None
        return _answer(path, Served(own, "") if own is not None else self._show.at(path))

    def _listening(self, question: dict[str, list[str]]) -> Answer:
        """Return a stream of events for a page."""
        if not self._streams.acquire(blocking=False):
            raise RefusedError(HTTPStatus.SERVICE_UNAVAILABLE, f"{STREAMS} pages listen already")
        told = self._told(question.get("page", [""])[0], question.get("version", [""])[0])
        next(told)  # begun, it gives its place back however it ends
        return Answer(200, "text/event-stream; charset=utf-8", told, FRESH)

    def _told(self, page: str, version: str) -> Generator[bytes]:
        """Yield the faults, and that a page changed, until nobody listens."""
        try:
            yield b""
            yield b"retry: 500\n\n"
            told, number = "", -1
            while True:
                state = self._show.workshop.wait(number, BREATH)
                if state.number == number:
                    yield b": nothing new\n\n"
                number = state.number
                now = json.dumps(self._show.told(state))
                if now != told:
                    told = now
                    yield f"event: faults\ndata: {now}\n\n".encode()
                if self._show.at(page).version != version:
                    yield b"event: changed\ndata:\n\n"
                    return
        finally:
            self._streams.release()


def _answer(path: str, served: Served) -> Answer:
    """Return what stands at a path; HTML listens from then on."""
    kind, content = kind_of(path), served.content
    if served.status == 404 or content.startswith(b"<!doctype html>") or b"<html" in content[:300]:
        kind, content = HTML, inserted.live(content, path, served.version)
    return Answer(served.status, kind, content, FRESH)


def server(show: Show, port: int) -> Server:
    """Return a server on the loopback address; port 0 takes a free one. Raises ``OSError``."""
    return Server(port, _Shown(show).respond)
