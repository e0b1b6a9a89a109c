"""How much is read: what nobody needs more of, and what a build of strangers' files would otherwise spend its day on.

The bytes of a file are limited in ``text``, the levels of nesting in ``yamltree``. docs/authoring.md lists all limits.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factsite.diagnostic import Diagnostic

if TYPE_CHECKING:
    from factsite.place import Place

LONGEST_TEXT = 10_000
"""Characters of one value; the longest that is sensible, a quotation of some paragraphs, has a fifth of it."""

LONGEST_PROSE = 100_000
"""Characters of one Markdown text: some forty pages of a book."""

LONGEST_LINE = 20_000
"""Characters of one line of an article, some ten pages in one paragraph."""

MOST_ITEMS = 500
"""Items of one list: pieces of evidence, corrections, related claims. As many keys are read of one record, which has some twenty."""

MOST_ENTRIES = 1_000
"""Topics of a site, each of which has a page that links to those of all others; and verdicts of its scale."""

MOST_ORIGINS = 10_000
"""People and organizations of a site."""

MOST_WORK = 1_000_000
"""Brackets, backquotes and lines that underline in a paragraph of Markdown, times its characters, in all paragraphs: for each the
paragraph is read anew."""

MOST_LEAD = 100
"""Signs of lists and quotations, and the space of their indentation, before the first word of a line."""

OPENING = re.compile(r"\[|`+|^[-=*_ ]+$", re.MULTILINE)
LEAD = re.compile(rf"^(?:[->*+ \t]|\d{{1,9}}\.){{{MOST_LEAD},}}+[^\s]", re.MULTILINE)
PARAGRAPH = re.compile(r"\n[ \t]*\n")


def is_tangled(text: str) -> bool:
    """Say whether Markdown has more brackets than can be paired in a reasonable time, or is nested too deep."""
    if len(text) <= MOST_LEAD:
        return False
    if LEAD.search(text):
        return True
    return sum(len(OPENING.findall(part)) * len(part) for part in PARAGRAPH.split(text)) > MOST_WORK


def tangled(place: Place) -> Diagnostic:
    """Return the fault of Markdown with too many brackets; its rule is ``too-long``."""
    return Diagnostic(
        "too-long",
        place,
        "this Markdown is nested too deep, or has too many `[`, backquotes or rules in one paragraph",
        help="leave blank lines between paragraphs, and take out what is not needed",
    )


def too_long(place: Place, name: str, size: int, things: str, most: int) -> Diagnostic:
    """A text or a list is longer than any record needs.

    Why: it got there by accident or to do harm, and comparing it with everything else would take all day.
    Fix: shorten it; `docs/authoring.md` lists the limits.
    """
    return Diagnostic(
        "too-long",
        place,
        f"{name} has {size:,} {things}; {most:,} is the most that is read",
        help="take out those that no claim has"
        if things == "entries"
        else "shorten it, or split it into several records",
    )


RULES = (too_long,)
