"""Shows a built site on this machine: nothing but its files, to nobody but this machine."""

from __future__ import annotations

import gc
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, BinaryIO, Final, cast

if TYPE_CHECKING:
    import io
    from os import PathLike
    from pathlib import Path


NAMES: Final = ("localhost", "127.0.0.1", "[::1]")
"""What this machine is called in addresses that lead to itself."""


MISDIRECTED: Final = "This server answers to the names of this machine alone"


def asked_of_this_machine(host: str, port: int) -> bool:
    """Say whether a request was meant for this machine; a page elsewhere whose name was made to lead here was not."""
    without = NAMES if port == 80 else ()
    return host.lower() in (*without, *(f"{name}:{port}" for name in NAMES))


class _Site(SimpleHTTPRequestHandler):
    """Serves files; an address that there is not gets the site's own page for that."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Find what was asked for; tell nothing to a page elsewhere."""
        if not asked_of_this_machine(
            self.headers.get("Host", ""), cast("ThreadingHTTPServer", self.server).server_port
        ):
            super().send_error(421, MISDIRECTED)
            return None
        return super().send_head()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self.directory_path / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def list_directory(self, path: str | PathLike[str]) -> None:
        """Show no folder without a page of its own, for the hosts of the site show none either."""
        self.send_error(404)

    @property
    def directory_path(self) -> Path:
        from pathlib import Path

        return Path(self.directory)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  the library's name
        """Say nothing: the terminal is for diagnostics."""


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Return a server of the folder on the loopback address; port 0 takes a free one. Raises ``OSError``."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(_Site, directory=str(folder)))


def serve(folder: Path, port: int) -> None:
    """Show the site until interrupted."""
    gc.enable()  # a build does without; what runs for hours does not
    with server(folder, port) as running:
        print(f"The site is at http://127.0.0.1:{running.server_address[1]}/ – Ctrl+C ends it.", flush=True)
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print()
