"""Diagnostics with the lines they speak of: what is wrong underlined, what the article says, the repair."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from factsite.diagnostic import LINE, Mark
from factsite.report.cells import wrapped
from factsite.report.ink import PLAIN, printable
from factsite.report.snippets import Stretch, gutter, snippet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factsite.diagnostic import Diagnostic
    from factsite.report.files import Files
    from factsite.report.ink import Ink


def lines(
    diagnostics: Iterable[Diagnostic], files: Files, room: int, ink: Ink = PLAIN, program: str = "build.py"
) -> Iterator[str]:
    """Yield the lines that tell of the diagnostics, in their order, each of at most ``room`` cells.

    What follows them says how to learn more, with the name of the ``program``.
    """
    rules: dict[str, None] = {}
    for diagnostic in diagnostics:
        yield from told(diagnostic, files, room, ink)
        yield ""
        rules[diagnostic.rule] = None
    if len(rules) == 1:
        yield f"More on this: {ink.paint('strong', f'{program} explain {next(iter(rules))}')}"
    elif rules:
        named = f"More on each: {program} explain RULE, where RULE is one of {', '.join(rules)}"
        yield from wrapped(named, room, "    ")


def told(diagnostic: Diagnostic, files: Files, room: int, ink: Ink = PLAIN) -> Iterator[str]:
    """Yield the lines that tell of one diagnostic."""
    stretches = [
        stretch for stretch in _stretches(diagnostic, files) if files.line(stretch.place) is not None
    ]
    margin = gutter(stretches)
    yield from _head(diagnostic, room, ink)
    primary = diagnostic.place
    groups = [(file, list(group)) for file, group in groupby(stretches, key=lambda one: one.place.file)]
    if not groups or groups[0][0] != primary.file:
        groups.insert(0, (primary.file, []))
    bar = f"{' ' * margin} {ink.paint('note', '|')}"
    for file, group in groups:
        place = primary if file == primary.file else group[0].place
        arrow = "-->" if place is primary else ":::"
        words = "" if not group or group[0].sign else f" {printable(group[0].words)}"
        yield f"{' ' * margin}{ink.paint('note', arrow)} {ink.place(place)}{words}"
        if group:
            yield bar
            yield from snippet(group, files, margin, room, ink)
            yield bar
    if diagnostic.help:
        label = f"{' ' * margin} = "
        first, *rest = wrapped(printable(f"help: {diagnostic.help}"), room - len(label), "      ")
        yield label + ink.paint("note", first[:5]) + first[5:]
        yield from (" " * len(label) + line for line in rest)


def _head(diagnostic: Diagnostic, room: int, ink: Ink) -> Iterator[str]:
    """Yield what is wrong, as long as it is."""
    name = f"{diagnostic.severity}[{diagnostic.rule}]:"
    first, *rest = wrapped(printable(f"{name} {diagnostic.message}"), room, "    ")
    severity, rule = ink.paint(diagnostic.severity, diagnostic.severity), ink.rule(diagnostic.rule)
    yield f"{severity}[{rule}]:{ink.paint('strong', first[len(name) :])}"
    yield from (ink.paint("strong", line) for line in rest)


def _stretches(diagnostic: Diagnostic, files: Files) -> Iterator[Stretch]:
    """Yield what is underlined: the value at fault first, then the other places, file by file."""
    place = diagnostic.place
    found = [] if files.whole(place) else [Stretch(place, files.end(place), "", "^", diagnostic.severity)]
    for mark in (*(Mark(where, None, words) for where, words in diagnostic.also), *diagnostic.marks):
        if mark.length is not None or not files.whole(mark.place):
            sign = "" if mark.length == LINE else "-"
            found.append(Stretch(mark.place, files.end(mark.place, mark.length), mark.words, sign, "note"))
    order = list(dict.fromkeys([place.file, *(stretch.place.file for stretch in found)]))
    yield from sorted(found, key=lambda stretch: order.index(stretch.place.file))
