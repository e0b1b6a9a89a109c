"""Markdown as an author wrote it: the text, and the citations in it with their places."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factsite.diagnostic import Diagnostic
from factsite.load.limits import is_tangled, tangled
from factsite.load.scalars import Refusal, read_id, read_lines
from factsite.values import INLINE_CITATION, InlineCitation, Prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from factsite.place import Place

CITATION = rf"{INLINE_CITATION.pattern}|\[@(?P<odd>[^\]\[]{{1,80}})\](?!\()"
CODE = r"(?P<code>(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)*?(?<!`)(?P=ticks)(?!`))"
"""A citation between backquotes is an example, not a citation. Code does not go on over a blank line. What holds a space
cannot be a citation, and is one in all likelihood that went wrong, unless it is the text of a link."""


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
    if "`" not in text:
        return list(_pattern(CITATION).finditer(text))
    return [found for found in _pattern(f"{CODE}|{CITATION}").finditer(text) if not found["code"]]


@cache
def _pattern(written: str) -> re.Pattern[str]:
    """Compile a pattern where it is first used."""
    return re.compile(written, re.DOTALL)


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
