"""Put the site on real hosts, and ask each for everything: ``python -m tests.trust.hosts --nginx EXECUTABLE --caddy EXECUTABLE …``.

Each is set up with its block of ``docs/hosting.md`` and nothing more than what tells it a port and a folder: ``--nginx``, ``--apache``, ``--caddy``,
``--cloudflare`` (``wrangler``, Cloudflare's own server for one's machine) and ``--netlify`` (``netlify``, theirs). Every file has to arrive as it
was built, as what it is, under the headers; what there is not has to be our own page with status 404; and a Chromium opens each kind
of page and of file. The figures go into ``docs/trust/runs/hosts.json``.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from factsite.answering.answer import kind_of
from factsite.headers import HEADERS
from factsite.publish import MARK_TEXT
from tests.browser.chromium import launched
from tests.browser.kinds import OWN, built, kinds_of
from tests.browser.policies import KEPT, complaints, wrong
from tests.browser.test_policies import files_of
from tests.test_hosting import BLOCKS
from tests.trust.page import RUNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RECORD: Final = RUNS / "hosts.json"
SENT: Final = {one.name: one.value for one in HEADERS}
NOWHERE: Final = ("claims/of/nobody.html", ".factsite", "assets/", "nowhere", ".git/config", "claims/.hidden")
"""What is no file of the site, or none for readers: our own page says so. Some hosts show the mark of a build, which tells nobody anything."""
OUTSIDE: Final = (
    "claims/%2e%2e/%2e%2e/etc/passwd", "%2e%2e%2fetc/passwd", "..%5c..%5cetc/passwd", "../../etc/passwd", "//etc/passwd", "claims/%00", "%ff",
)  # fmt: skip
"""What leads out of the site, or nowhere at all: any refusal will do."""
ALSO: Final = {
    "text/javascript": "application/javascript",
    "application/xml": "text/xml",
    "application/x-bibtex": "application/octet-stream",
}
"""Other names of the same types, which some hosts send; and what is kept as a file by either name."""

SAID_OTHERWISE: Final = {"netlify": "Cache-Control"}
"""What a host's server for one's own machine says in words of its own: "public, max-age=0", which is to ask each time too."""

APACHE: Final = """\
ServerRoot {work}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {work}/pid
ErrorLog {work}/errors
TypesConfig /etc/mime.types
{modules}
DocumentRoot {site}
<Directory {site}>
{block}
</Directory>
"""
MODULES: Final = ("mpm_event", "authz_core", "dir", "mime", "headers", "alias")
NGINX: Final = """\
daemon off; pid {work}/pid; error_log {work}/errors; worker_processes 1;
{user}events {{}}
http {{ access_log off; {rooms} {block} }}
"""
ROOMS: Final = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@dataclass(frozen=True, slots=True)
class Setup:
    """A host that is to be started: its program, a folder for what it needs, the site, and a port."""

    program: str
    work: Path
    site: Path
    port: int

    def nginx(self) -> Sequence[str]:
        """Return the command for nginx."""
        rooms = " ".join(f"{room}_temp_path {self.work}/{room};" for room in ROOMS)
        user = "user root;\n" if os.geteuid() == 0 else ""
        text = NGINX.format(work=self.work, user=user, rooms=rooms, block=self._block("nginx"))
        return [self.program, "-p", f"{self.work}", "-c", self._written("nginx.conf", text)]

    def caddy(self) -> Sequence[str]:
        """Return the command for Caddy."""
        text = "{\n    admin off\n    auto_https off\n}\n" + self._block("caddy")
        return [self.program, "run", "--adapter", "caddyfile", "--config", self._written("Caddyfile", text)]

    def apache(self) -> Sequence[str]:
        """Return the command for Apache; Debian's place for its modules."""
        modules = "\n".join(
            f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in MODULES
        )
        text = APACHE.format(
            work=self.work, port=self.port, site=self.site, modules=modules, block=self._block("apache")
        )
        return [self.program, "-D", "FOREGROUND", "-f", self._written("apache.conf", text)]

    def cloudflare(self) -> Sequence[str]:
        """Return the command for Cloudflare Pages: the site is copied there with its ``_headers``, as who deploys does it."""
        return [
            self.program,
            "pages",
            "dev",
            self._deployed(),
            "--ip",
            "127.0.0.1",
            "--port",
            f"{self.port}",
            "--show-interactive-dev-session=false",
            "--compatibility-date=2026-01-01",
        ]

    def netlify(self) -> Sequence[str]:
        """Return the command for Netlify."""
        return [
            self.program,
            "dev",
            "--offline",
            "--no-open",
            "--internal-disable-edge-functions",
            "--dir",
            self._deployed(),
            "--port",
            f"{self.port}",
        ]

    def _block(self, name: str) -> str:
        return BLOCKS[name].replace("/srv/site", str(self.site)).replace("8080", str(self.port))

    def _deployed(self) -> str:
        shutil.copytree(self.site, self.work / "site")
        self._written("site/_headers", BLOCKS["text"])
        return str(self.work / "site")

    def _written(self, name: str, text: str) -> str:
        (self.work / name).write_text(text, "utf-8")
        return str(self.work / name)


@contextmanager
def started(kind: str, program: str, site: Path) -> Iterator[int]:
    """Start a host for a site, and yield its port when it answers."""
    with socket.socket() as free, tempfile.TemporaryDirectory() as name:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        work = Path(name)
        work.chmod(0o755)
        command = getattr(Setup(program, work, site, port), kind)()
        environment = {**os.environ, "CI": "1", "WRANGLER_SEND_METRICS": "false", "HOME": name}
        with (work / "log").open("wb") as log:
            running = subprocess.Popen(
                command,
                cwd=work,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            _wait_for(port, running, work / "log")
            yield port
        finally:
            if running.poll() is None:
                os.killpg(running.pid, signal.SIGTERM)
            running.wait(20)


def _wait_for(port: int, running: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        try:
            status = answered(port, "")[0]
        except (OSError, http.client.HTTPException):
            status = 0
        if status == HTTPStatus.OK:
            return
        if running.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError(f"it did not start: {log.read_text('utf-8', 'replace')[-2000:]}")


def answered(port: int, path: str) -> tuple[int, dict[str, str], bytes]:
    """Ask for a path, exactly as it is written; follow where a host says that the same file has a shorter address."""
    for _ in range(3):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", f"/{path}")
        answer = connection.getresponse()
        headers = {name.lower(): value for name, value in answer.getheaders()}
        content = answer.read()
        connection.close()
        if answer.status not in (301, 302, 307, 308):
            break
        path = headers["location"].removeprefix(f"http://127.0.0.1:{port}").lstrip("/")
    return answer.status, headers, content


def faults_of(port: int, site: Path, expected: dict[str, str]) -> Iterator[str]:
    """Yield what a host answers otherwise than it should, of all files and of what is none."""
    missing = (site / "404.html").read_bytes()
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        path = file.relative_to(site).as_posix()
        if path.startswith(".") or path == "404.html":
            continue
        status, headers, content = answered(port, quote(path))
        if (status, content) != (200, file.read_bytes()):
            yield f"{path}: {status}, {len(content)} bytes"
        kind, sent = kind_of(path).partition(";")[0], headers.get("content-type", "").partition(";")[0]
        if sent not in (kind, ALSO.get(kind)):
            yield f"{path}: is sent as {sent}, and is {kind}"
        yield from (f"{path}: {fault}" for fault in wrong(headers, expected))
    for path in NOWHERE:
        status, headers, content = answered(port, path)
        if (status, content) not in ((404, missing), (200, MARK_TEXT)):
            yield f"{path}: {status} {content[:60]!r}"
    for path in OUTSIDE:
        try:
            status, _, content = answered(port, path)
        except (OSError, http.client.HTTPException):
            continue  # hung up on
        if status < HTTPStatus.BAD_REQUEST:
            yield f"{path}: {status} {content[:60]!r}"


def tried(kind: str, program: str, top: Path, pages: Sequence[str]) -> dict[str, int | str]:
    """Try a host; return its figures."""
    site = top / "site"
    expected = {name: value for name, value in SENT.items() if name != SAID_OTHERWISE.get(kind)}
    with started(kind, program, site) as port, launched() as browser:
        opened = [*pages, *(file for file in files_of(site) if not file.endswith(KEPT))]
        faults = complaints(browser, f"http://127.0.0.1:{port}", opened, expected)
        faults += faults_of(port, site, expected)
    print(f"{kind}: {len(faults)} faults", *faults[-20:], sep="\n  ", flush=True)
    count = sum(path.is_file() for path in site.rglob("[!.]*"))
    return {
        "version": _version(program),
        "files": count,
        "nowhere": len(NOWHERE) + len(OUTSIDE),
        "opened": len(opened),
        "faults": len(faults),
    }


def _version(program: str) -> str:
    for flag in ("-v", "--version", "version"):
        done = subprocess.run([program, flag], capture_output=True, text=True, check=False, timeout=60)
        if not done.returncode and (done.stdout or done.stderr).strip():
            return (done.stdout or done.stderr).strip().splitlines()[0]
    return "unknown"


def main() -> int:
    """Try the hosts that are given, and write their figures down; 1 where one did something otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    for kind in ("nginx", "apache", "caddy", "cloudflare", "netlify"):
        parser.add_argument(f"--{kind}")
    given = {kind: program for kind, program in vars(parser.parse_args()).items() if program}
    recorded = json.loads(RECORD.read_text("utf-8")) if RECORD.exists() else {}
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        top.chmod(0o755)
        built(OWN, top)
        kinds = kinds_of(OWN, top / "site", top / "marked")
        pages = [page for kind in kinds if kind.template != "redirect" for page in kind.pages]
        for kind, program in given.items():
            recorded[kind] = tried(kind, program, top, [page for page in pages if page != "404.html"])
    RECORD.write_text(json.dumps(recorded, indent=1, sort_keys=True) + "\n", "utf-8")
    return 1 if any(recorded[kind]["faults"] for kind in given) else 0


if __name__ == "__main__":
    sys.exit(main())
