"""Where the files lie that come with the generator and are no code.

At the top of its repository, where whoever works on them looks for them; in the package, where it was installed.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def bundled(name: str) -> Path:
    """Return the folder, or the file, of that name that came with the generator."""
    installed = PACKAGE / name
    return installed if installed.exists() else PACKAGE.parent / name
