"""A host as a site's would be: it compresses text and keeps connections open, over factsite's own server of files."""

from __future__ import annotations

import gzip
import io
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator

COMPRESSED = ("text/", "image/svg", "application/json", "application/ld+json", "application/javascript")


class _Host(SimpleHTTPRequestHandler):
    """Serves files with gzip, an hour's caching and HTTP/1.1, as the free hosts of static pages do."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Send the headers of a file, and return what is to be sent after them."""
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file /= "index.html"
        status = 200 if file.is_file() else 404
        if status == 404:
            file = Path(self.directory) / "404.html"
        kind = self.guess_type(str(file))
        content = file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Cache-Control", "public, max-age=3600")
        self.send_header("Vary", "Accept-Encoding")
        if kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            content = gzip.compress(content, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  the library's name
        """Say nothing: the terminal is for the table."""


@contextmanager
def hosting(folder: Path) -> Iterator[str]:
    """Serve a folder while it lasts, and yield the address; the folder may be filled later."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder))) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
