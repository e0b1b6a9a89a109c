"""What a file was before, as git has it; where there is no git, nothing is known of it."""

from __future__ import annotations

import hashlib
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

REVISIONS = 200
"""So many earlier versions of a file are looked at."""


def content_with(folder: Path, file: str, digest: str) -> bytes | None:
    """Return the earlier version of a file that has this SHA-256, if git has it; the file by its path in the folder."""
    log = _git(folder, "log", "--format=%H", f"--max-count={REVISIONS}", "--", file)
    for revision in (log or b"").decode("ascii").split():
        content = _git(folder, "cat-file", "blob", f"{revision}:./{file}")
        if content is not None and hashlib.sha256(content).hexdigest() == digest:
            return content
    return None


def _git(folder: Path, *words: str) -> bytes | None:
    """Run git in a folder and return what it printed; None where it refuses or is not there."""
    arguments: Sequence[str] = (
        "git",
        "-C",
        str(folder),
        "--no-optional-locks",
        "--literal-pathspecs",
        *words,
    )
    try:
        ended = subprocess.run(arguments, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    except OSError:
        return None
    return ended.stdout if ended.returncode == 0 else None
