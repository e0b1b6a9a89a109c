"""What stands in the fields of records: ids, dates, line ranges, prose, and the words that some keys take."""

from __future__ import annotations

import re
from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from factsite.frozen import dataclass

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from factsite.place import Place

Id = NewType("Id", str)
"""A name for machines: small letters, digits and single hyphens, ``army-size``."""

Address = NewType("Address", str)
"""A web address, ``http://`` or ``https://``."""

BaseAddress = NewType("BaseAddress", Address)
"""A web address that paths can be put behind."""

Colour = NewType("Colour", str)
"""A colour of the screen, ``#1d4f91``: red, green and blue, two hexadecimal digits each."""

Digest = NewType("Digest", str)
"""A SHA-256, 64 hexadecimal digits in small letters."""

FileName = NewType("FileName", str)
"""The name of a file in ``seeds/``, with ``/`` between folders."""


Language = NewType("Language", str)
"""A language tag, ``pt-BR``: BCP 47, of its parts the forms alone."""


class Stance(StrEnum):
    """What a citation does to the claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class VerdictClass(StrEnum):
    """The four classes of AVeriTeC that every verdict of every site falls in."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_EVIDENCE = "not-enough-evidence"


LABELS = {
    VerdictClass.SUPPORTED: "Supported",
    VerdictClass.REFUTED: "Refuted",
    VerdictClass.CONFLICTING: "Sources conflict",
    VerdictClass.NOT_ENOUGH_EVIDENCE: "Not enough evidence",
}
"""What the pages call the classes, where the site does not say otherwise."""


class Reason(StrEnum):
    """Why the sources differ, as far as the editor can tell."""

    DATE = "date"
    SCOPE = "scope"
    DEFINITION = "definition"
    ROUNDING = "rounding"
    WORDING = "wording"
    ERROR = "error"
    UNEXPLAINED = "unexplained"


class OriginType(StrEnum):
    """What an origin is."""

    PERSON = "person"
    ORGANIZATION = "organization"


class Switch(StrEnum):
    """Whether a site has something or does without."""

    YES = "yes"
    NO = "no"


class Show(StrEnum):
    """How much of a source the site prints."""

    FULL = "full"
    CITED = "cited"


MEANINGS: Mapping[StrEnum, str] = {
    Stance.SUPPORTS: "as these words have it, the claim holds",
    Stance.REFUTES: "as these words have it, the claim does not hold",
    Stance.CONTEXT: "belongs there and decides nothing",
    Reason.DATE: "they speak of different times",
    Reason.SCOPE: "they count different things, such as a part and the whole",
    Reason.DEFINITION: "they mean different things by the same word",
    Reason.ROUNDING: "one is a rounder number for the other",
    Reason.WORDING: "they put the same thing in different words",
    Reason.ERROR: "one of them is wrong; the note says which, and how it shows",
    Reason.UNEXPLAINED: "the articles do not tell",
    OriginType.PERSON: "one human being",
    OriginType.ORGANIZATION: "an office, a government, a company, or a group of persons",
    Switch.YES: "with",
    Switch.NO: "without",
    Show.FULL: "all of it",
    Show.CITED: "only cited lines and one around each, where you may not print the whole article",
}
"""What a word that a key takes says, for those who choose it."""


@dataclass(frozen=True, slots=True, order=True)
class LineRange:
    """Lines of a source, counted from 1, both ends included; as text they are written as in YAML: "5", "5-6"."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"

    def __contains__(self, line: int) -> bool:
        return self.first <= line <= self.last

    @property
    def printed(self) -> str:
        """The range as it is set in print, with an en dash: "5", "5–6"."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"

    @property
    def words(self) -> str:
        """The range as a sentence names it: "line 5", "lines 5–6"."""
        return f"line{'' if self.first == self.last else 's'} {self.printed}"


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, written as an EDTF year, month, day or interval of two of them.

    ``first`` and ``last`` are the outermost days it can mean, both included.
    """

    written: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class CitedFigure:
    """``3,000 troops [@fair-game:4]``: a figure in the article's words, and where it stands."""

    words: str
    source: str
    lines: LineRange
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Factor:
    """What figures are multiplied by: a plain number, or words of an article such as "double", with their citation."""

    words: str
    cited: CitedFigure | None = None


@dataclass(frozen=True, slots=True)
class InlineCitation:
    """``[@eastside:5]`` in Markdown: a source and a line range, how and where it is written."""

    source: str
    lines: LineRange
    written: str
    place: Place = field(compare=False, repr=False)


INLINE_CITATION = re.compile(r"\[@(?P<source>[^\]\[:\s]*)(?::(?P<lines>[^\]\[\s]*))?\]")
"""What is read as a citation in Markdown, well formed or not."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown that an author wrote, and the citations found in it."""

    text: str
    citations: tuple[InlineCitation, ...] = ()
