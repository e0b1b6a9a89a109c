"""Shows the present state of a workshop on this machine, and tells browsers when it changes."""

from __future__ import annotations

import hashlib
import json
import mimetypes
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import parse_qs, unquote, urlsplit

from factsite.frozen import NamedTuple
from factsite.live import inserted
from factsite.pipeline import file_of
from factsite.render import TemplateFaultError
from factsite.serve import MISDIRECTED, asked_of_this_machine

if TYPE_CHECKING:
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
TYPES: Final = {".jsonld": "application/ld+json", ".js": "text/javascript", ".bib": "application/x-bibtex"}


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
            self._indexed.wait()
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
            "faults": [_fault(fault) for fault in worst[:MOST]],
        }


def _fault(fault: Diagnostic) -> dict[str, Any]:
    """Return a fault for a page."""
    return {
        "severity": fault.severity, "rule": fault.rule, "message": fault.message, "help": fault.help,
        "place": str(fault.place), "also": [[str(place), words] for place, words in fault.also],
    }  # fmt: skip


def _served(content: bytes, more: bytes = b"", status: int = 200) -> Served:
    """Return something with a name that changes when it does, or ``more`` that it is shown with."""
    return Served(content, hashlib.sha256(content + more).hexdigest()[:16], status)


class _Live(BaseHTTPRequestHandler):
    """Answers one browser."""

    show: Show

    def do_GET(self) -> None:
        """Send a page, or tell of changes for as long as the browser listens."""
        if not asked_of_this_machine(
            self.headers.get("Host", ""), cast("ThreadingHTTPServer", self.server).server_port
        ):
            self.send_error(421, MISDIRECTED)
            return
        asked = urlsplit(self.path)
        path = unquote(asked.path).removeprefix("/")
        if path == inserted.EVENTS and self.command == "GET":
            question = parse_qs(asked.query)
            try:
                self._tell(question.get("page", [""])[0], question.get("version", [""])[0])
            except OSError:
                self.close_connection = True  # the page was left
            return
        path = f"{path}index.html" if path == "" or path.endswith("/") else path
        own = OWN.get(path.removeprefix(inserted.FOLDER)) if path.startswith(inserted.FOLDER) else None
        self._send(path, Served(own, "") if own is not None else self.show.at(path))

    do_HEAD = do_GET  # noqa: N815  the library's name

    def _send(self, path: str, served: Served) -> None:
        """Send what stands at a path; HTML listens from then on."""
        content = served.content
        kind = TYPES.get(Path(path).suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
        if served.status == 404 or content.startswith(b"<!doctype html>") or b"<html" in content[:300]:
            kind, content = "text/html", inserted.live(content, path, served.version)
        textual = kind.startswith("text/") or kind.endswith(("json", "xml"))
        self.send_response(served.status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if textual else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _tell(self, page: str, version: str) -> None:
        """Tell a page of the faults, and that it changed, until nobody listens."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.close_connection = True
        self.wfile.write(b"retry: 500\n\n")
        told, number = "", -1
        while True:
            state = self.show.workshop.wait(number, BREATH)
            if state.number == number:
                self.wfile.write(b": nothing new\n\n")
            number = state.number
            now = json.dumps(self.show.told(state))
            if now != told:
                told = now
                self.wfile.write(f"event: faults\ndata: {now}\n\n".encode())
            if self.show.at(page).version != version:
                self.wfile.write(b"event: changed\ndata:\n\n")
                return
            self.wfile.flush()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  the library's name
        """Say nothing: the terminal is for faults."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


def server(show: Show, port: int) -> ThreadingHTTPServer:
    """Return a server on the loopback address; port 0 takes a free one. Raises ``OSError``."""
    return _Server(("127.0.0.1", port), type("_Shown", (_Live,), {"show": show}))
