"""What there is to say of a rule: its manual, and a file that breaks it with what is then reported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from factsite.diagnostic import Diagnostic, Mark
from factsite.load import extents
from factsite.place import Place
from factsite.report import full
from factsite.report.cells import width, wrapped
from factsite.report.files import Files
from factsite.report.ink import PLAIN, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.report.ink import Ink
    from factsite.report.manual import Manual

EXAMPLES: Final = Path(__file__).with_name("examples.json")
"""A broken file for each rule, with its diagnostic: made from ``tests/cases/`` by ``make golden``."""


def explained(manual: Manual, room: int, ink: Ink = PLAIN) -> Iterator[str]:
    """Yield the lines that explain a rule."""
    what = "error" if manual.severity == "error" else "warning"
    yield f"{ink.paint('strong', manual.name)} ({ink.paint(manual.severity, what)})"
    yield ""
    yield from wrapped(printable(manual.what), room, "")
    for label, text in (("Why", manual.why), ("Fix", manual.fix)):
        yield ""
        first, *rest = wrapped(printable(f"{label}  {text}"), room, "     ")
        yield ink.paint("note", label) + first[len(label) :]
        yield from rest
    shown = list(example(manual.name, room - 2, ink))
    if shown:
        yield ""
        yield "For example:"
        yield ""
        yield from (f"  {line}".rstrip() for line in shown)


def example(rule: str, room: int, ink: Ink = PLAIN) -> Iterator[str]:
    """Yield what is reported of a file that breaks the rule; nothing where there is no example."""
    known = json.loads(EXAMPLES.read_text(encoding="utf-8")).get(rule)
    if known:
        files = Files(known["files"].get, extents)
        yield from full.told(diagnostic_of(known["diagnostic"]), files, room, ink)


def diagnostic_of(written: dict[str, Any]) -> Diagnostic:
    """Return a diagnostic as ``report/data.py`` writes it."""
    marks = [
        Mark(
            _place(mark),
            mark["end_column"] - mark["column"] if mark["end_line"] == mark["line"] else None,
            mark["message"],
        )
        for mark in written["related"]
    ]
    return Diagnostic(
        written["rule"], _place(written), written["message"], written["help"],
        severity=written["severity"], marks=tuple(marks),
    )  # fmt: skip


def _place(written: dict[str, Any]) -> Place:
    return Place(written["file"], written["line"], written["column"])


def listed(manuals: Sequence[Manual], room: int, ink: Ink = PLAIN) -> Iterator[str]:
    """Yield every rule with what it is about, in a sentence."""
    margin = max(width(manual.name) for manual in manuals) + 2
    for manual in manuals:
        first, *rest = wrapped(printable(manual.what), room - margin, "")
        yield ink.rule(manual.name, manual.severity) + " " * (margin - width(manual.name)) + first
        yield from (" " * margin + line for line in rest)
