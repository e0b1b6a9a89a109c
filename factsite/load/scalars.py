"""One value of a record: from the text that was typed to what its field means by it.

Each reader takes the text and returns the value, or a ``Refusal`` that says why it is none. Nothing here knows
of places or records.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from functools import cache, partial
from sys import intern
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from factsite.diagnostic import did_you_mean
from factsite.english import MONTHS
from factsite.frozen import dataclass
from factsite.values import (
    INLINE_CITATION,
    Address,
    BaseAddress,
    CitedFigure,
    Colour,
    Digest,
    Factor,
    FileName,
    Id,
    Language,
    LineRange,
    Period,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import StrEnum

SPACE = re.compile(r"[ \t\n\r]{2,}|[\t\n\r]")
"""What is not a single space as it is."""
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
YEAR = re.compile(r"\d{4}", re.ASCII)
FACTOR = re.compile(r"\d{1,9}(?:\.\d{1,9})?", re.ASCII)
LINES = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?", re.ASCII)
NUMBER = re.compile(r"(?<!\d)\d{1,9}(?!\d)", re.ASCII)
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
PATH = re.compile(r"(?:/(?!\.{1,2}(?:/|$))(?:[^%/]|%[0-9A-Fa-f]{2})+)*/?")
"""A path of named folders: a ``//`` at its beginning would lead a browser to another host."""
LANGUAGE = re.compile(
    "[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"  # language, script, territory
    "(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3})){0,5}(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8}){1,5}){0,5}(?:-x(?:-[a-z0-9]{1,8}){1,5})?",
    re.ASCII | re.IGNORECASE,
)
"""A well-formed tag of RFC 5646 with at most five of each part, but for those that are private as a whole or older than its forms."""
LONGEST_ID = 80
LONGEST_FILE_NAME = 255
"""In bytes; no common file system takes more."""
DEVICES = frozenset(
    ("con", "prn", "aux", "nul", "conin$", "conout$", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"))
)  # fmt: skip
"""Names that Windows has taken in every folder, whatever ending they have."""
RESERVED = DEVICES | {"index", "404", "coverage", "search"}
"""Names that a page of ours or a file system has taken."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text is no value of a kind: the rule it breaks, what is wrong, what to write."""

    rule: str
    message: str
    help: str


def read_text(text: str) -> str:
    """Return the text with its runs of spaces and line ends made single spaces."""
    text = text.strip(" \t\n\r")
    return SPACE.sub(" ", text) if "  " in text or not text.isprintable() else text


def read_id(text: str) -> Id | Refusal:
    """Return an id."""
    if not ID.fullmatch(text) or len(text) > LONGEST_ID:
        meant = id_of(text)
        return Refusal(
            "not-an-id",
            f"`{text}` is no id",
            (f"did you mean `{meant}`? " if meant not in ("", text) else "")
            + "small letters a to z, digits and single hyphens, as in `army-size`",
        )
    if text in RESERVED:
        return Refusal(
            "not-an-id",
            f"`{text}` is taken: a page of the site or a file system uses that name",
            "choose another",
        )
    return Id(intern(text))  # many records have it


def id_of(text: str) -> str:
    """Return the id that is nearest to a name as people write it, without the ending of a file; "" where there is none."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    name = re.sub(r"\.(?:txt|ya?ml|md)$", "", letters.strip().lower())
    return re.sub(r"[^a-z0-9]+", "-", name)[:LONGEST_ID].strip("-")


def read_day(text: str) -> dt.date | Refusal:
    """Return a day of the calendar, written ``2026-11-21``."""
    parts = DAY.fullmatch(text)
    if not parts:
        return Refusal("not-a-date", f"`{text}` is no date", "year, month and day, as in `2026-11-21`")
    year, month, day = (int(part) for part in parts.groups())
    if not 1 <= month <= 12:
        return Refusal(
            "not-a-date",
            f"`{text}` is no date: there is no month {month:02}",
            "year, month and day, as in `2026-11-21`",
        )
    if year == 0:
        return Refusal(
            "not-a-date",
            f"`{text}` is no date: there is no year 0000",
            "year, month and day, as in `2026-11-21`",
        )
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        return Refusal(
            "not-a-date",
            f"`{text}` is no date: {MONTHS[month - 1]} {year} has {days} days",
            f"a day from `{text[:8]}01` to `{text[:8]}{days}`",
        )
    return dt.date(year, month, day)


def read_period(text: str) -> Period | Refusal:
    """Return a span of days, written as an EDTF year, month, day or interval ``2024-10/2024-12``."""
    ends = [_outermost(part) for part in text.split("/")]
    for end in ends:
        if isinstance(end, Refusal):
            return end
    spans = [end for end in ends if not isinstance(end, Refusal)]
    if len(spans) > 2 or spans[0][0] > spans[-1][1]:
        return Refusal(
            "not-a-period",
            f"`{text}` does not go from an earlier to a later time",
            "the earlier one first, as in `2024-10/2024-12`",
        )
    return Period(text, spans[0][0], spans[-1][1])


def _outermost(text: str) -> tuple[dt.date, dt.date] | Refusal:
    """Return the first and last day that a year, a month or a day can mean."""
    wrong = Refusal(
        "not-a-period",
        f"`{text}` is no day, month or year",
        "`2024-10-23`, `2024-10`, `2024`, or two of them with a `/` between",
    )
    if YEAR.fullmatch(text):
        first, last = read_day(f"{text}-01-01"), read_day(f"{text}-12-31")
    elif MONTH.fullmatch(text):
        first = read_day(f"{text}-01")
        last = (
            first
            if isinstance(first, Refusal)
            else first.replace(day=calendar.monthrange(first.year, first.month)[1])
        )
    elif DAY.fullmatch(text):
        first = last = read_day(text)
    else:
        return wrong
    if isinstance(first, Refusal):
        return Refusal("not-a-period", first.message.replace("is no date", "is no time"), wrong.help)
    return wrong if isinstance(last, Refusal) else (first, last)


def read_lines(text: str) -> LineRange | Refusal:
    """Return a line range, written ``16`` or ``16-18``."""
    parts = LINES.fullmatch(text)
    if not parts:
        numbers = NUMBER.findall(text)
        meant = f"did you mean `{'-'.join(numbers)}`? " if len(numbers) in (1, 2) else ""
        return Refusal(
            "not-a-line-range",
            f"`{text}` is no line range",
            f"{meant}a line number, as in `16`, or the first and the last, as in `16-18`",
        )
    first = int(parts[1])
    last = int(parts[2] or first)
    if first == 0 or last == 0:
        return Refusal(
            "not-a-line-range", "lines are counted from 1", "the number that `seeds/` shows beside the line"
        )
    if last < first:
        return Refusal(
            "not-a-line-range", f"`{text}` runs backwards", f"the first line first: `{last}-{first}`"
        )
    return LineRange(first, last)


def read_cited_figure(text: str) -> CitedFigure | Refusal:
    """Return a figure with its citation, written ``3,000 troops [@fair-game:4]``."""
    text = text.strip()
    begin = max(0, text.rfind("[@"))
    words, parts = text[:begin].rstrip(), INLINE_CITATION.fullmatch(text, begin)
    if not parts or not words:
        return _not_cited(text, "a citation follows the figure")
    source, lines = read_id(parts["source"]), read_lines(parts["lines"] or "")
    for part in (source, lines):
        if isinstance(part, Refusal):
            return _not_cited(text, part.message)
    return CitedFigure(read_text(words), source, lines)  # type: ignore[arg-type]


def _not_cited(text: str, reason: str) -> Refusal:
    return Refusal(
        "not-a-cited-figure",
        f"`{read_text(text)}` is no figure with its citation: {reason}",
        "the words of the quotation, then where they stand, as in `3,000 troops [@fair-game:4]`",
    )


def read_factor(text: str) -> Factor | Refusal:
    """Return a number, or a word such as "double" with its citation."""
    if FACTOR.fullmatch(text.strip()):
        return Factor(text.strip())
    cited = read_cited_figure(text)
    if isinstance(cited, Refusal):
        return Refusal(
            cited.rule,
            cited.message,
            "a number, as in `2`, or words with their citation, as in `double [@fair-game:4]`",
        )
    return Factor(cited.words, cited)


def read_address(text: str) -> Address | Refusal:
    """Return a web address."""
    try:
        parts = urlsplit(text)
        good = (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and (parts.port is None or parts.port > 0)
        )
    except ValueError:
        good = False
    if not good or not text.isprintable() or any(sign in text for sign in ' "<>\\^`{|}'):
        return Refusal(
            "not-an-address", f"`{text}` is no web address", "an address that begins with `https://`"
        )
    return Address(text)


def read_base_address(text: str) -> BaseAddress | Refusal:
    """Return a web address that paths can be put behind: host and path, as they are written in a sitemap."""
    address = read_address(text)
    if isinstance(address, Refusal):
        return address
    parts = urlsplit(text)
    why = ""
    if "?" in text or "#" in text:
        why = "nothing can be put behind `?` or `#`"
    elif "@" in parts.netloc:
        why = "a name or password in it would be published"
    elif not text.isascii():
        why = "some programs take no letters but a to z"
    elif not PATH.fullmatch(parts.path):
        why = "its path has an empty name, `.`, `..` or a `%` without two digits"
    if why:
        return Refusal(
            "not-an-address",
            f"`{text}` is no address for a site: {why}",
            "host and path as your browser copies them, as in `https://example.org/facts/`",
        )
    return BaseAddress(address)


def read_colour(text: str) -> Colour | Refusal:
    """Return a colour, with or without the ``#`` before its six digits."""
    digits = text.removeprefix("#").lower()
    if not re.fullmatch("[0-9a-f]{6}", digits):
        return Refusal(
            "not-a-colour",
            f"`{text}` is no colour",
            "six hexadecimal digits, two each for red, green and blue, as in `1d4f91`",
        )
    return Colour(f"#{digits}")


def read_language(text: str) -> Language | Refusal:
    """Return a language tag."""
    if not LANGUAGE.fullmatch(text):
        tag = text.replace("_", "-")
        meant = f"did you mean `{tag}`? " if LANGUAGE.fullmatch(tag) else ""
        return Refusal(
            "not-a-language",
            f"`{text}` is no language tag",
            f"{meant}the tag of the language you write in, as in `en` or `pt-BR`",
        )
    return Language(text)


def read_digest(text: str) -> Digest | Refusal:
    """Return a SHA-256."""
    if not re.fullmatch("[0-9a-f]{64}", text):
        return Refusal(
            "not-a-digest", f"`{text}` is no SHA-256", "the 64 digits that `sha256sum` prints for the file"
        )
    return Digest(text)


def read_file_name(text: str) -> FileName | Refusal:
    """Return the name of a file in ``seeds/``."""
    parts = text.split("/")
    leads_out = any(part in ("", ".", "..") for part in parts)
    too_long = len(text.encode("utf-8", "surrogatepass")) > LONGEST_FILE_NAME
    controls = any(unicodedata.category(sign) in ("Cc", "Cs") for sign in text)
    taken = any(
        part.split(".")[0].rstrip(" ").lower() in DEVICES or part.endswith((".", " ")) for part in parts
    )
    if leads_out or too_long or taken or controls or any(sign in text for sign in '\\:*?"<>|'):
        return Refusal(
            "not-a-file-name",
            f"`{text}` is no file in seeds/",
            "the file's name alone, as `ls seeds` shows it",
        )
    return FileName(text)


def read_choice(choices: type[StrEnum], text: str) -> StrEnum | Refusal:
    """Return one of the values of an enumeration."""
    choice = _by_word(choices).get(text)
    if choice is not None:
        return choice
    return Refusal(
        "unknown-value",
        f"`{text}` is not one of the values here",
        did_you_mean(text, list(_by_word(choices))),
    )


@cache
def _by_word(choices: type[StrEnum]) -> dict[str, StrEnum]:
    return {str(choice): choice for choice in choices}


READERS: Mapping[Any, Callable[[str], Any]] = {
    str: read_text,
    Id: read_id,
    Address: read_address,
    BaseAddress: read_base_address,
    CitedFigure: read_cited_figure,
    Factor: read_factor,
    Colour: read_colour,
    Digest: read_digest,
    FileName: read_file_name,
    Language: read_language,
    LineRange: read_lines,
    Period: read_period,
    dt.date: read_day,
}
"""How a text is read, by the type of the field it stands in."""


def reader_of(kind: Any) -> Callable[[str], Any]:
    """Return how a text is read in a field of a type."""
    return READERS[kind] if kind in READERS else partial(read_choice, kind)


def advice(kind: Any) -> str:
    """Return what to write where a text is no value of a type, or "" where every text is one."""
    refusal = READERS[kind]("?") if kind in READERS else None
    return refusal.help if isinstance(refusal, Refusal) else ""
