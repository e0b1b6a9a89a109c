"""What a command changes in the author's files, as a diff that is shown before anything is written."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

from factsite.report import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def diff(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the lines of a unified diff of some files, by their paths."""
    for name in sorted(after):
        old, new = (_lines(content[name]) for content in (before, after))
        for line in unified_diff(old, new, f"a/{name}", f"b/{name}", n=2):
            yield printable(line.rstrip("\r\n")).replace("\\u{9}", "\t")


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8").split("\n")
