"""What sites are made with: a digest that changes when the generator does, its templates, a library or Python."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from typing import TYPE_CHECKING, Any

from factsite.bundled import PACKAGE, bundled
from factsite.memo.standing import standing

if TYPE_CHECKING:
    from pathlib import Path


def state_of(root: Path, *options: Any) -> bytes:
    """Return a digest of the generator, all templates, the libraries and the options of a build.

    Files are known by their signatures. Libraries are known by the folder in which they are installed: it changes with every installation.
    """
    code = standing(
        str(PACKAGE), lambda folder, name: name.endswith(".py") or ("." not in name and name != "__pycache__")
    )
    templates = [standing(str(folder)) for folder in (bundled("templates"), root / "templates")]
    libraries = [_changed(path) for path in sys.path if path.endswith("site-packages")]
    return hashlib.sha256(marshal.dumps((sys.version, libraries, code, templates, options))).digest()


def _changed(path: str) -> tuple[str, int]:
    try:
        return path, os.stat(path).st_mtime_ns  # noqa: PTH116  a path of its own takes as long as the rest
    except OSError:
        return path, 0
