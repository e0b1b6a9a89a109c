"""Shows a built site on this machine: nothing but its files, to nobody but this machine."""

from __future__ import annotations

import gc
import hashlib
from typing import TYPE_CHECKING, Final

from factsite.answering.answer import HTML, PLAIN, Answer, kind_of
from factsite.answering.room import Server

if TYPE_CHECKING:
    from pathlib import Path

    from factsite.answering.asking import Asked

NOT_FOUND: Final = "404.html"


class _Site:
    """The files of a folder; an address that there is not gets the site's own page for that."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def respond(self, asked: Asked) -> Answer:
        """Return what was asked for; where the browser has it already, that it has."""
        content = self._at(asked.path)
        if asked.path is None or content is None:
            if asked.path is not None and self._at(f"{asked.path}/index.html") is not None:
                name = asked.path.rpartition("/")[2]
                return Answer(301, PLAIN, b"", (("Location", f"./{name}/"),))
            return self._nowhere()
        version = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
        if version in asked.headers.get("if-none-match", ""):
            return Answer(304, kind_of(asked.path), b"", (("ETag", version),))
        return Answer(200, kind_of(asked.path), content, (("ETag", version),))

    def _nowhere(self) -> Answer:
        page = self._at(NOT_FOUND)
        return Answer(404, PLAIN, b"404 Not Found\n") if page is None else Answer(404, HTML, page)

    def _at(self, path: str | None) -> bytes | None:
        """Return the content of a file of the site: of none that is hidden, and of none that stands elsewhere."""
        if path is None or any(part.startswith(".") for part in path.split("/")):
            return None
        top = self._folder.resolve()
        file = top / path
        try:
            if file.resolve() != file or not file.is_file():
                return None
            return file.read_bytes()
        except (OSError, RuntimeError):  # RuntimeError is what Python 3.11 and 3.12 say of links in a circle
            return None


def server(folder: Path, port: int) -> Server:
    """Return a server of the folder on the loopback address; port 0 takes a free one. Raises ``OSError``."""
    return Server(port, _Site(folder).respond)


def serve(folder: Path, port: int) -> None:
    """Show the site until interrupted."""
    gc.enable()  # a build does without; what runs for hours does not
    with server(folder, port) as running:
        print(f"The site is at http://127.0.0.1:{running.server_address[1]}/ – Ctrl+C ends it.", flush=True)
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print()
