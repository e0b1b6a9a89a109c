"""Direct quotations of a text: the words between quotation marks, and whom they are credited to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factsite.analyse.wording.words import COMMON, sentences, stems
from factsite.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

QUOTED = re.compile(
    r"“(?P<curly>[^“”]{2,900})(?:”|$)|(?<![\w\d])\"(?P<straight>[^\"]{2,900})(?:\"|$)|(?<!\w)‘(?P<single>(?:[^‘’]|(?<=\w)’(?=\w)){2,900})’(?!\w)"
)
OPENING = re.compile(r"[“\"‘]")
"""What a quotation begins with; most lines have none, which is quickly seen."""

SAYING = (
    "said|says|say|saying|told|tells|stated|states|stating|added|adds|adding|asserted|asserts|noted|notes|noting|remarked|remarks"
    "|declared|declares|warned|warns|warning|insisted|insists|explained|explains|wrote|writes|called|calls|calling|described|describes"
    "|announced|announces|argued|argues|claimed|claims|commented|comments|confirmed|confirms|admitted|admits|replied|quipped|shouted"
    "|according to|vowed|vows|promised|tweeted|posted|recalled|recalls|conceded|concluded|stressed|stresses|urged|urges|suggested|acknowledged"
)
NAME = re.compile(
    r"\b(?:[A-Z][\w’'.-]*[\w]|[A-Z]\.)(?:\s(?:[A-Z][\w’'.-]*\w|[A-Z]\.|de|van|von|bin|al|el|du|la))*"
)
"""Capitalised words in a row."""


SPEECH = re.compile(rf"\b(?:{SAYING})\b")
NEAR = 600
"""So many characters before and after a quotation are read for who spoke."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words in quotation marks, from character ``start`` to ``end`` of its line (without the marks).

    ``speakers`` are the capitalised words, in small letters, of the sentences around it: whoever spoke is among them.
    ``said`` says that a word of saying stands beside it, so that it is speech and not a title or a term.
    """

    text: str
    start: int
    end: int
    speakers: frozenset[str]
    said: bool


def quotations_in(line: str) -> list[re.Match[str]]:
    """Return what is quoted in a line, with the marks."""
    return list(QUOTED.finditer(line)) if OPENING.search(line) else []


def utterances(line: str) -> Iterator[Utterance]:
    """Yield the direct quotations of a line."""
    found = quotations_in(line)
    if not found:
        return
    outside = _without(line, [match.span() for match in found])
    for match in found:
        text, start = _words(match)
        around = _around(outside, match.start(), match.end())
        said = bool(SPEECH.search(around))
        yield Utterance(text, start, start + len(text), frozenset(_names(around)), said)


def quoted_stretches(line: str) -> Iterator[tuple[int, int]]:
    """Yield where words are quoted in a line, from their first to behind their last; who says them is not looked for."""
    for match in quotations_in(line):
        text, start = _words(match)
        if text:
            yield start, start + len(text)


def _words(match: re.Match[str]) -> tuple[str, int]:
    """Return what is quoted, and where it begins."""
    group = match.lastgroup or "curly"
    return match[group].rstrip(" ,.;"), match.start(group)


def _without(line: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a line with blanks in place of what is quoted."""
    pieces, position = [], 0
    for start, end in spans:
        pieces += [line[position:start], " " * (end - start)]
        position = end
    return "".join((*pieces, line[position:]))


def _around(outside: str, start: int, end: int) -> str:
    """Return what stands around a quotation in its sentence and the next, without any quoted words."""
    before = list(sentences(outside[max(0, start - NEAR) : start]))
    lead = before[-1].text if before else ""
    after = re.match(r"[^.!?]*[.!?]?", outside[end : end + NEAR])
    return f"{lead} {after[0] if after else ''}"


def _names(text: str) -> Iterator[str]:
    for found in NAME.finditer(text):
        for word in re.split(r"[\s-]", found[0]):
            name = word.strip(".’'").removesuffix("’s").removesuffix("'s").lower()
            if len(name) > 2 and name not in COMMON:
                yield name


def substance(utterance: Utterance) -> frozenset[str]:
    """Return the stems of the words that say what an utterance is about."""
    return frozenset(stems(utterance.text))
