"""Diagnostics as text: one line each, as compilers print them, with the repair below."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factsite.diagnostic import Diagnostic


def lines(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """Yield the lines that tell of the diagnostics, in their order."""
    for diagnostic in diagnostics:
        yield printable(f"{diagnostic.place}: {diagnostic.severity}[{diagnostic.rule}] {diagnostic.message}")
        for place, words in diagnostic.also:
            yield printable(f"    {place}: {words}")
        if diagnostic.help:
            yield printable(f"    help: {diagnostic.help}")


def printable(text: str) -> str:
    """Return a text in which nothing can steer a terminal: what is not printable is shown by its number."""
    return "".join(sign if sign.isprintable() else f"\\u{{{ord(sign):x}}}" for sign in text)
