"""Diagnostics as text: one line each, as compilers print them, with the repair below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.report.ink import PLAIN, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factsite.diagnostic import Diagnostic
    from factsite.report.ink import Ink


def lines(diagnostics: Iterable[Diagnostic], ink: Ink = PLAIN) -> Iterator[str]:
    """Yield the lines that tell of the diagnostics, in their order."""
    for diagnostic in diagnostics:
        severity = ink.paint(diagnostic.severity, diagnostic.severity)
        head = f"{ink.place(diagnostic.place, 'strong')}: {severity}[{ink.rule(diagnostic.rule)}]"
        yield f"{head} {printable(diagnostic.message)}"
        for place, words in diagnostic.also:
            yield f"    {ink.place(place)}: {printable(words)}"
        if diagnostic.help:
            yield f"    {ink.paint('note', 'help:')} {printable(diagnostic.help)}"
