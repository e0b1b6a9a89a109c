"""A new article: whether it is one, and what can be read off it with certainty."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factsite.editor.desk import readings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

LARGEST: Final = 5_000_000
"""In bytes; a long book has fewer."""

HEAD: Final = 8
"""So many lines with words in them are looked at for a headline, a byline and a date."""

KINDS: Final = (
    (b"%PDF-", "a PDF: open it, copy the article's text, and save that as plain text"),
    (
        b"PK\x03\x04",
        "a packed file, perhaps of a word processor: save the article as plain text (UTF-8) there",
    ),
    (b"{\\rtf", "RTF: save the article as plain text (UTF-8) in the word processor"),
    (b"\xff\xfe", "UTF-16: save it as UTF-8; every editor has that under “Save with encoding”"),
    (b"\xfe\xff", "UTF-16: save it as UTF-8; every editor has that under “Save with encoding”"),
)
"""How files begin that are no plain text, and what to do."""

HTML: Final = re.compile(
    r"\s*(?:<!doctype html|<html|<head|<body)|(?s:.*?</(?:p|div|span|a|li|h\d|script)>){5}", re.IGNORECASE
)
BYLINE: Final = re.compile(
    r"[Bb]y:? (?P<name>[^\W\d_][\w.’'-]*(?: [\w.’'-]+){1,3}?(?: and [\w.’'-]+(?: [\w.’'-]+){1,3})?)"
)
PUBLISHER: Final = re.compile(r"(?:Published by|Publisher:) (?P<name>\S.{1,58}\S)", re.IGNORECASE)
OTHER_DAY: Final = re.compile(r"\b(?:today|updated?|modified|accessed|retrieved|corrected)\b", re.IGNORECASE)
"""Words beside a date that is not the day of publication."""

CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""What no particular of a source holds."""


@dataclass(frozen=True, slots=True)
class Read:
    """What an article says of itself: a particular, and the line where it stands."""

    title: tuple[str, int] | None = None
    author: tuple[str, int] | None = None
    publisher: tuple[str, int] | None = None
    published: tuple[dt.date, int] | None = None


def no_article(content: bytes) -> str:
    """Return why a file is no article and what to do, or "" where it is one."""
    for beginning, what in KINDS:
        if content.startswith(beginning):
            return f"this is {what}"
    if len(content) > LARGEST:
        return f"this has {len(content):,} bytes, and {LARGEST:,} is the most; is it one article?"
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        return f"this is not UTF-8: byte {fault.start + 1:,} of the file, in line {line:,}, is {content[fault.start]:#04x}; save it as UTF-8, and look at that place then"
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return f"this is no text: there is a NUL in line {line:,}; copy the article's text into a new file"
    if not re.search(r"\w", text):
        return "there is no word in it"
    if HTML.match(text):
        return "this is a web page (HTML): open it in a browser, copy the article's text, and save that as plain text"
    return ""


def read_off(lines: Sequence[str], today: dt.date) -> Read:
    """Return what the head of an article says of itself; what is not certain is left out."""
    stripped = ((number, line.strip("\ufeff \t\u00a0")) for number, line in enumerate(lines, 1))
    head = [(number, line) for number, line in stripped if line and not CONTROL.search(line)][:HEAD]
    if len(head) < 3:
        return Read()
    return Read(
        _title(*head[0]),
        _only((_name(BYLINE, line), number) for number, line in head),
        _only((_name(PUBLISHER, line), number) for number, line in head),
        _day(head, today),
    )


def _title(number: int, line: str) -> tuple[str, int] | None:
    """Return the first line where it is a headline: some words without a full stop, and no particular."""
    is_other = BYLINE.fullmatch(line) or PUBLISHER.fullmatch(line) or _dates(line)
    is_long = not 4 <= len(line.split()) <= 30 or len(line) > 200
    return None if is_other or is_long or line[-1] in ".,;:-–—" else (line, number)


def _name(pattern: re.Pattern[str], line: str) -> str | None:
    """Return the name in a line that holds nothing else; each of its words has a capital letter, but for particles."""
    found = pattern.fullmatch(line)
    if not found:
        return None
    small = {
        "and",
        "de",
        "del",
        "der",
        "den",
        "van",
        "von",
        "da",
        "di",
        "la",
        "al",
        "bin",
        "ibn",
        "of",
        "the",
    }
    words = found["name"].split()
    good = all(word[0].isupper() or word.lower() in small for word in words) and words[0].lower() != "the"
    return found["name"] if good or pattern is PUBLISHER else None


def _only(found: Iterator[tuple[str | None, int]]) -> tuple[str, int] | None:
    """Return the one that is there, if there is no other."""
    there = [(name, number) for name, number in found if name]
    return there[0] if len(there) == 1 else None


def _day(head: Sequence[tuple[int, str]], today: dt.date) -> tuple[dt.date, int] | None:
    """Return the day that stands alone in a line of the head; where there are two, neither."""
    found = []
    for number, line in head:
        days = _dates(line)
        if len(line) <= 60 and not OTHER_DAY.search(line) and len(days) == 1:
            found.append((days[0], number))
    days = [day for day, _ in found]
    return found[0] if len(set(days)) == 1 and days[0] <= today else None


def _dates(line: str) -> list[dt.date]:
    """Return the days that are named in a line, each with its year."""
    spans = [figure.days for figure, _ in readings(line, None) if figure.days is not None]
    return [
        span.first
        for span in spans
        if span.first is not None and span.first == span.last and not span.yearless
    ]
