"""A comparison for a terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factsite.editor.comparison.headline import headline
from factsite.editor.comparison.outline import outline
from factsite.report import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsite.changes import Comparison
    from factsite.editor.comparison.outline import Section


def as_text(comparison: Comparison, base: str) -> str:
    """Return the lines of a comparison with what is called ``base``; its faults are printed beside them."""
    return "".join(f"{printable(line)}\n" for line in _lines(comparison, base))


def _lines(comparison: Comparison, base: str) -> Iterator[str]:
    yield f"Compared with {base}: {headline(comparison)}"
    for section in outline(replace(comparison, breaches=())):
        yield ""
        yield section.title
        yield from _table(section)
        for item in section.items:
            yield f"  {item.name}: {item.text}" if item.text else f"  {item.name}:"
            yield from (f"      {name}: {text}" for name, text in item.lines)


def _table(section: Section) -> Iterator[str]:
    """Yield a table in columns that are as wide as they have to be; the last may be of any width."""
    rows = (section.header, *section.rows) if section.rows else ()
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()
