"""The command as it is typed, and how it ends."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.answering.browsers import HEAD, connected
from tests.built import HARBOUR, ROOT

if TYPE_CHECKING:
    from pathlib import Path


def _heed() -> None:
    """Heed Ctrl+C, which a shell has those ignore that it starts in the background: whoever runs the tests may be one."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to one process there")
@pytest.mark.parametrize("option", [[], ["--built"]])
def test_it_ends_at_once_with_browsers_connected(tmp_path: Path, option: list[str]) -> None:
    """Ctrl+C is no fault: status 0, nothing on standard error, though pages listen and somebody has asked half."""
    for part in ("content", "seeds"):
        shutil.copytree(HARBOUR / part, tmp_path / part)
    command = [
        sys.executable,
        str(ROOT / "build.py"),
        "serve",
        "--port",
        "0",
        "--root",
        str(tmp_path),
        *option,
    ]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=_heed
    ) as running:
        try:
            assert running.stdout is not None
            port = int(running.stdout.readline().split("127.0.0.1:")[1].split("/")[0])
            with connected(port) as listening, connected(port) as half:
                half.sendall(b"GET / HT")
                listening.sendall(HEAD.format("/.factsite/events?page=index.html&version=x", port).encode())
                assert listening.recv(9) == b"HTTP/1.1 "
                running.send_signal(signal.SIGINT)
                _, errors = running.communicate(timeout=60)
        finally:
            running.kill()
    assert (running.returncode, errors) == (0, "")
