"""A comparison in GitHub's Markdown, for the summary of a job or a comment on a pull request.

Whatever an author or a source supplied is shown and does nothing: it makes no markup, mentions nobody and refers to no issue.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factsite.editor.comparison.headline import headline
from factsite.editor.comparison.outline import outline
from factsite.report import printable
from factsite.report.unlinked import unlinked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factsite.changes import Comparison
    from factsite.editor.comparison.outline import Item, Section

LARGEST: Final = 900_000
"""So many bytes are written at most: GitHub drops a summary of more than a million."""
MOST: Final = 50
"""So many rows and items are listed in a section, and so many lines in an item; the others are counted."""

MARKUP = re.compile(r"[\\`*_\[\]#|~$&<>!]")
"""The signs that mean something within a line; no text of anybody's begins one."""


def as_markdown(comparison: Comparison, base: str) -> str:
    """Return the Markdown of a comparison with what is called ``base``."""
    head = f"## {shown(headline(comparison))}\n\nCompared with {shown(base)}.\n"
    return head + "".join(_within(LARGEST - len(head.encode()), map(_section, outline(comparison))))


def _within(room: int, sections: Iterable[str]) -> Iterator[str]:
    """Yield the sections for which there is room, and say how many were left out."""
    missing = 0
    for section in sections:
        size = len(section.encode())
        if size <= room:
            room -= size
            yield section
        else:
            missing += 1
    if missing:
        yield f"\n*Too long for this page: {missing} more of these sections; `compare` prints them on your machine.*\n"


def _section(section: Section) -> str:
    """Return a section: under a heading, or folded away under a line."""
    body = "\n".join([*_table(section), *_list(section)])
    count = len(section.rows or section.items)
    if section.folded:
        return f"\n<details><summary><b>{escaped(section.title)}</b> ({count:,})</summary>\n\n{body}\n\n</details>\n"
    return f"\n### {shown(section.title)}\n\n{body}\n"


def _table(section: Section) -> Iterator[str]:
    if section.rows:
        yield _row(section.header)
        yield _row(["---"] * len(section.header), safe=True)
        yield from (_row(row) for row in section.rows[:MOST])
        if len(section.rows) > MOST:
            yield f"\n{len(section.rows) - MOST:,} more"


def _row(cells: Iterable[str], *, safe: bool = False) -> str:
    return f"| {' | '.join(cell if safe else shown(cell) for cell in cells)} |"


def _list(section: Section) -> Iterator[str]:
    for item in section.items[:MOST]:
        yield from _item(item)
    if len(section.items) > MOST:
        yield f"- {len(section.items) - MOST:,} more"


def _item(item: Item) -> Iterator[str]:
    yield f"- **{shown(item.name)}**" + (f": {shown(item.text)}" if item.text else "")
    yield from (f"  - {shown(name)}: {shown(text)}" for name, text in item.lines[:MOST])
    if len(item.lines) > MOST:
        yield f"  - {len(item.lines) - MOST:,} more"


def shown(text: str) -> str:
    """Return a text for Markdown, on one line, that is shown as it is."""
    return MARKUP.sub(lambda found: ENTITIES.get(found[0], f"\\{found[0]}"), _unlinked(text))


def escaped(text: str) -> str:
    """Return a text for HTML, where Markdown is not read."""
    return re.sub("[&<>\"']", lambda found: ENTITIES[found[0]], _unlinked(text))


def _unlinked(text: str) -> str:
    """Return a text in which nothing is taken for an address, a mention or a reference, and nothing steers what shows it."""
    return unlinked(printable(" ".join(text.split())))


ENTITIES: Final = {"|": "&#124;", "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
