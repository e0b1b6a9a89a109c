"""Which files are put in house order, and what would change in them."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

from factsite.editor.workspace import WHERE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def kind_of(path: Path) -> str | None:
    """Return the kind of a file by where it stands, or None if no kind stands there."""
    return next((kind for kind, where in WHERE.items() if path.match(where)), None)


def files_of(folder: Path) -> list[Path]:
    """Return all files of a site folder that have a house order, by their paths; what is no plain file, a check tells."""
    return sorted(
        path
        for where in WHERE.values()
        for path in folder.glob(where)
        if path.name[0] != "." and path.is_file() and not path.is_symlink()
    )


def difference(name: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a patch from one text to the other."""
    for line in unified_diff(_lines(before), _lines(after), name, name, lineterm=""):
        yield line.replace("\r", "␍")


def _lines(text: str) -> list[str]:
    """Return the lines of a text; a last one that does not end shows it."""
    lines = text.split("\n")
    return lines[:-1] if lines[-1] == "" else [*lines[:-1], f"{lines[-1]} (no line end)"]
