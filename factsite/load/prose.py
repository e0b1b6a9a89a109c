"""Markdown as an author wrote it: the text, and the citations in it with their places."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from factsite.diagnostic import Diagnostic
from factsite.load.limits import is_tangled, tangled
from factsite.load.scalars import Refusal, read_id, read_lines
from factsite.values import INLINE_CITATION, InlineCitation, Prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from factsite.place import Place

CITATION = re.compile(rf"{INLINE_CITATION.pattern}|\[@(?P<odd>[^\]\[]{{1,80}})\](?!\()")
"""What holds a space cannot be a citation, and is one in all likelihood that went wrong, unless it is the text of a link."""
BOUND = re.compile(r"`+|\n[ \t]*\n")
"""What begins and ends code, and the blank line over which it does not go on."""


def read(text: str, raw: str, place: Callable[[int], Place]) -> tuple[Prose, list[Diagnostic]]:
    """Return the prose and the faults of its citations.

    ``raw`` is the stretch of the file that the text was read from, ``place`` the place of a character of it.
    Folding and indentation change nothing but white space, so the n-th citation in the text is the n-th in ``raw``,
    after the line of a ``|`` or ``>``, which can hold a comment.
    """
    if is_tangled(text):
        return Prose(""), [tangled(place(0))]
    if "[@" not in text:
        return Prose(text.strip("\n")), []
    begin = raw.find("\n") if raw.startswith(("|", ">")) else 0
    places = [place(found.start()) for found in _citations(raw) if found.start() >= begin]
    citations, faults = [], []
    for count, found in enumerate(_citations(text)):
        where = places[count] if count < len(places) else place(0)
        source, lines = read_id(found["odd"] or found["source"]), read_lines(found["lines"] or "")
        if isinstance(source, Refusal) or isinstance(lines, Refusal):
            reason = source if isinstance(source, Refusal) else lines
            faults.append(
                not_a_citation(where, found[0], reason.message if isinstance(reason, Refusal) else "")
            )
        else:
            citations.append(InlineCitation(source, lines, found[0], where))
    return Prose(text.strip("\n"), tuple(citations)), faults


def _citations(text: str) -> list[re.Match[str]]:
    """Return the citations of a text; one between backquotes is an example, and none."""
    code = _code(text) if "`" in text else []
    starts = [start for start, _ in code]
    found = []
    for citation in CITATION.finditer(text):
        before = bisect_right(starts, citation.start()) - 1
        if before < 0 or code[before][1] <= citation.start():
            found.append(citation)
    return found


def _code(text: str) -> list[tuple[int, int]]:
    """Return where code stands in a text: from some backquotes to the next that are as many."""
    opened: list[tuple[int, int]] = []
    closing: dict[int, int] = {}
    for bound in reversed([*BOUND.finditer(text)]):
        if bound[0][0] == "\n":
            closing.clear()
            continue
        many = next((many for many in range(len(bound[0]), 0, -1) if many in closing), 0)
        if many:
            opened.append((bound.end() - many, closing[many]))
        closing[len(bound[0])] = bound.end()
    spans: list[tuple[int, int]] = []
    for start, end in reversed(opened):
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    return spans


def not_a_citation(place: Place, written: str, reason: str) -> Diagnostic:
    """`[@…]` in Markdown is not a source, a colon and lines.

    Why: a citation in the prose is checked and linked like any other, so it has to name its lines.
    Fix: write `[@eastside:5]` or `[@eastside:5-6]`; an example that is not meant as a citation stands in backquotes.
    """
    return Diagnostic(
        "not-a-citation",
        place,
        f"`{written}` cites nothing: {reason}",
        help="write `[@eastside:5]` or `[@eastside:5-6]`",
    )


RULES = (not_a_citation,)
