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


MOST_LINES = 10_000
"""Of both texts; in longer ones, which no record needs, the lines that stay would be looked for the whole day."""


def difference(name: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a patch from one text to the other."""
    old, new = _lines(before), _lines(after)
    short = len(old) + len(new) <= MOST_LINES
    for line in unified_diff(old, new, name, name, lineterm="") if short else _replaced(name, old, new):
        yield line.replace("\r", "␍")


def _replaced(name: str, old: list[str], new: list[str]) -> Iterator[str]:
    """Yield a patch that replaces all from the first line that differs."""
    pairs = enumerate(zip(old, new, strict=False))
    first = next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))
    if len(old) == len(new) == first:
        return
    yield from (f"--- {name}", f"+++ {name}")
    yield f"@@ -{first + 1},{len(old) - first} +{first + 1},{len(new) - first} @@"
    for mark, lines in (("-", old), ("+", new)):
        yield from (mark + line for line in lines[first:])


def _lines(text: str) -> list[str]:
    """Return the lines of a text; a last one that does not end shows it."""
    lines = text.split("\n")
    return lines[:-1] if lines[-1] == "" else [*lines[:-1], f"{lines[-1]} (no line end)"]
