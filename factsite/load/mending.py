"""Edits to a file's text: only the characters of the value change, and it is shown that nothing else does.

How a value is to be written is not reckoned out but tried: the way that is nearest to how it is written now comes first, and
each is read back. What does not read back as the value that is wanted, with every other value as it was, is not taken.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from factsite.diagnostic import Diagnostic
from factsite.load.text import PlacedText, decode
from factsite.load.yamltree import outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factsite.edits import Edit
    from factsite.load.yamltree import Outline, Scalar

SPACE = re.compile(r"[ \t\r\n]+")
PIECES = re.compile(r" |\w+|[^\w ]")
"""A value is compared with what it is to read piece by piece: words, marks, spaces. So its lines end where they did."""


def mend(file: str, content: bytes, edits: Iterable[Edit]) -> tuple[bytes, list[Edit]]:
    """Return the file's content after the edits, and those that could not be made.

    The last edit of the file is made first, so that the places of the others hold; of two at one place, one is made.
    """
    source = decode(file, content)
    wanted = {(edit.place, edit.part): edit for edit in edits}
    if isinstance(source, Diagnostic):
        return content, list(wanted.values())
    refused = []
    for _, edit in sorted(wanted.items(), reverse=True):
        text = _edited(source, edit)
        if text is None:
            refused.append(edit)
        else:
            source = PlacedText(file, text)
    return source.text.encode("utf-8"), refused


def _edited(source: PlacedText, edit: Edit) -> str | None:
    """Return the text after one edit; None where it cannot be made."""
    index = source.index(edit.place)
    if not source.file.endswith(".yaml"):
        found = bool(edit.part) and source.text.startswith(edit.part, index)
        return source.text[:index] + edit.now + source.text[index + len(edit.part) :] if found else None
    before = outline(source)
    if before is None:
        return None
    for number, scalar in enumerate(before.scalars):
        if edit.part and scalar.start <= index < scalar.start + len(scalar.raw):
            ways: Iterable[str] = _with_part(scalar, index, edit)
        elif not edit.part and scalar.start == index and scalar.raw:
            ways = _written(scalar, edit.now)
        else:
            continue
        for raw in ways:
            text = source.text[: scalar.start] + raw + source.text[scalar.start + len(scalar.raw) :]
            if _reads(outline(PlacedText(source.file, text)), before, number, edit):
                return text
    return None


def _reads(after: Outline | None, before: Outline, number: int, edit: Edit) -> bool:
    """Say whether a value reads as the edit wants it, and everything else as it did before."""
    if after is None or after.shape != before.shape:
        return False
    texts = [scalar.text for scalar in after.scalars]
    others = [scalar.text for scalar in before.scalars]
    now, was = texts.pop(number), others.pop(number)
    if texts != others:
        return False
    if not edit.part:
        return _words(now) == _words(edit.now)
    return any(
        was[: found.start()] + edit.now + was[found.end() :] == now
        for found in re.finditer(re.escape(edit.part), was)
    )


def _with_part(scalar: Scalar, index: int, edit: Edit) -> Iterator[str]:
    """Yield how a value is written after some of its characters are replaced."""
    start = scalar.raw.find(edit.part, index - scalar.start)
    if start >= 0:
        yield scalar.raw[:start] + edit.now + scalar.raw[start + len(edit.part) :]


def _written(scalar: Scalar, now: str) -> Iterator[str]:
    """Yield ways to write a value in place of another, the one that changes least first."""
    style = scalar.raw[0] if scalar.raw[0] in "'\"|>" else ""
    old, new = (PIECES.findall(" ".join(_words(text))) for text in (scalar.text, now))
    spans = _spans(scalar.raw, old, style)
    if spans:
        yield _replaced(scalar.raw, spans, old, new, style)
    if style not in ("|", ">"):
        styles = ('"', "'") if style != "'" else ("'", '"')
        yield from (f"{quote}{_quoted(''.join(new), quote)}{quote}" for quote in styles)


def _words(text: str) -> list[str]:
    """Return the words of a text; where its lines end does not matter."""
    return SPACE.sub(" ", text).strip(" ").split(" ")


def _quoted(words: str, style: str) -> str:
    """Return words as they are written between quotes of a style."""
    if style == '"':
        return words.replace("\\", "\\\\").replace('"', '\\"')
    return words.replace("'", "''") if style == "'" else words


def _spans(raw: str, pieces: Sequence[str], style: str) -> list[tuple[int, int]]:
    """Return from where to where each piece of a value is written; nothing where one is written in some other way."""
    position = raw.find("\n") + 1 if style in ("|", ">") and style else len(style)
    begin = SPACE.match(raw, position)
    position = begin.end() if begin else position
    spans = []
    for piece in pieces:
        space = SPACE.match(raw, position) if piece == " " else None
        written = space[0] if space else _quoted(piece, style)
        if not raw.startswith(written, position):
            return []
        spans.append((position, position + len(written)))
        position += len(written)
    return spans


def _replaced(
    raw: str, spans: Sequence[tuple[int, int]], old: Sequence[str], new: Sequence[str], style: str
) -> str:
    """Return how a value is written after some of its pieces were replaced; what stays is written as before."""
    for what, first, last, start, end in reversed(
        SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    ):
        if what != "equal":
            begin = spans[first][0] if first < len(spans) else spans[-1][1]
            stop = spans[last - 1][1] if first < last else begin
            raw = raw[:begin] + _quoted("".join(new[start:end]), style) + raw[stop:]
    return raw
