"""A package index on this machine, of packages with nothing in them: what PyPI answers, without PyPI."""

from __future__ import annotations

import hashlib
import io
import json
import threading
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

JSON = "application/vnd.pypi.simple.v1+json"


@dataclass(frozen=True, slots=True)
class Wheel:
    """A file of the index."""

    name: str
    version: str
    uploaded: str
    content: bytes
    metadata: str

    @property
    def file(self) -> str:
        """Its name."""
        return f"{self.name.replace('-', '_')}-{self.version}-py3-none-any.whl"

    @property
    def sha256(self) -> str:
        """Its digest."""
        return hashlib.sha256(self.content).hexdigest()


def wheel(
    name: str, version: str, uploaded: str, files: dict[str, str] | None = None, requires: Iterable[str] = ()
) -> Wheel:
    """Return a wheel that holds these files."""
    module = name.replace("-", "_")
    needs = "".join(f"Requires-Dist: {each}\n" for each in requires)
    metadata = f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\nLicense-Expression: MIT\n{needs}"
    of_record = f"{module}-{version}.dist-info"
    held = {
        **(files if files is not None else {f"{module}/__init__.py": f"VERSION = {version!r}\n"}),
        f"{of_record}/METADATA": metadata,
        f"{of_record}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},,{len(text.encode())}\n" for path, text in held.items())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, text in {**held, f"{of_record}/RECORD": f"{record}{of_record}/RECORD,,\n"}.items():
            archive.writestr(zipfile.ZipInfo(path), text)
    return Wheel(name, version, uploaded, packed.getvalue(), metadata)


class Index:
    """What is offered; a file's bytes can be put in the place of another's."""

    def __init__(self, wheels: Iterable[Wheel]) -> None:
        self.wheels = list(wheels)
        self.instead: dict[str, bytes] = {}

    def page(self, name: str) -> bytes | None:
        """Return what the index says of a package (PEP 691)."""
        files = [
            {
                "filename": each.file,
                "url": f"/files/{each.file}",
                "hashes": {} if each.file in self.instead else {"sha256": each.sha256},
                "upload-time": each.uploaded,
                "size": len(each.content),
                "core-metadata": True,
                "requires-python": ">=3.8",
            }
            for each in self.wheels
            if each.name == name
        ]
        said = {"meta": {"api-version": "1.1"}, "name": name, "versions": [], "files": files}
        return json.dumps(said).encode() if files else None

    def file(self, name: str) -> bytes | None:
        """Return a file."""
        for each in self.wheels:
            if each.file == name:
                return self.instead.get(name, each.content)
            if f"{each.file}.metadata" == name:
                return each.metadata.encode()
        return None


@contextmanager
def offered(index: Index) -> Iterator[str]:
    """Yield the address at which an index is offered."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name is the library's
            kind, _, name = self.path.strip("/").partition("/")
            content = index.page(name) if kind == "simple" else index.file(name)
            self.send_response(404 if content is None else 200)
            self.send_header("Content-Type", JSON if kind == "simple" else "application/octet-stream")
            self.send_header("Content-Length", str(len(content or b"")))
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/simple/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
