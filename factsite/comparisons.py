"""How figures, wordings and articles stand to each other: what the analysis finds and the pages print.

Positions count a claim's evidence from 0; None stands for the claim itself.
"""

from __future__ import annotations

import marshal
from itertools import chain
from typing import TYPE_CHECKING, Literal

from factsite.frozen import NamedTuple, dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from factsite.findings import Figure, Span
    from factsite.model import Relation
    from factsite.values import CitedFigure, LineRange, Period, Stance

RelationKind = Literal["equal", "compatible", "conflicting", "not comparable"]
"""How two figures stand to each other; compatible ones are read differently and can both be true."""

NoteKind = Literal["figures", "dates", "wording", "attribution", "scope", "time", "arithmetic", "name"]
"""What a consistency note is about."""

ChangeKind = Literal["same", "added", "dropped", "changed"]

Touches = Literal["number", "negation", "hedge", "name"]
"""What a change of words is worth telling a reader of."""


class Reading(NamedTuple):
    """How a figure is read, in words: its meaning alone, and in a sentence with the reason.

    ``inferred`` says that the editor left the figure out, for the quotation holds only this one; ``repeats`` that the
    meaning says nothing that the words do not.
    """

    meaning: str
    explanation: str
    inferred: bool = False
    repeats: bool = False

    @property
    def told(self) -> str:
        """The meaning, where it is worth printing beside the words."""
        return "" if self.repeats else self.meaning


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that takes part in comparisons: where it stands, how it is read, and what it holds for.

    ``label`` is the article's name; for the claim's own figure it is "the claim", and ``source`` is "". ``spans`` are the
    passage that is cited for it, ``stance`` what it does to the claim.
    """

    position: int | None
    figure: Figure
    label: str
    source: str = ""
    lines: LineRange | None = None
    scope: str | None = None
    as_of: Period | None = None
    spans: tuple[Span, ...] = ()
    stance: Stance | None = None

    @property
    def words(self) -> str:
        """The figure as it is worded, in quotation marks."""
        return f"“{self.figure.words}”"

    @property
    def named(self) -> str:
        """The figure and its article."""
        return f"{self.words} ({self.label})"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of one measure and how they stand to each other.

    ``gap`` lies between two that exclude each other, in the unit of the first or in days. ``why`` says what keeps two
    from being compared: "scope", "time", "unit", "vague", "undated" or "stretch". ``text`` says it all in words.
    """

    one: int | None
    other: int
    kind: RelationKind
    text: str
    gap: Decimal | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two figures that no value satisfies: the one that ends first, the one that begins last.

    ``text`` explains the conflict of all figures: which agree, and from which of them each of the others is kept apart.
    ``pair`` says it of the two alone.
    """

    ends: int
    begins: int
    text: str
    pair: str


@dataclass(frozen=True, slots=True)
class Laid:
    """A figure laid on the scale of its claim: what it leaves possible there, from ``low`` to ``high`` (None: without end).

    ``reading`` says so in words; ``repeats`` that these are the figure's own. ``apart`` says what keeps it from being compared with the others, or how it was set beside
    them; one that is not ``placed`` has no interval on this scale, and ``apart`` says why.
    """

    stated: Stated
    reading: str
    low: Decimal | None = None
    high: Decimal | None = None
    placed: bool = True
    apart: str = ""
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """What lies between figures that exclude each other, on the scale of their claim, and its size in words."""

    low: Decimal
    high: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The figures of a claim laid on one scale, in the order of its evidence, its own first.

    Amounts are in one ``unit``, as it is printed behind them. Where ``dated`` they are days, counted as
    ``date.toordinal`` does, and a span ends where its last day does; ``yearless`` says that they are those of no
    particular year. ``text`` says in words how the figures stand to each other.
    """

    unit: str
    laid: tuple[Laid, ...]
    gaps: tuple[Gap, ...] = ()
    dated: bool = False
    yearless: bool = False
    text: str = ""
    own: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of two aligned wordings; one side is empty where words were added or dropped.

    ``kind`` says what happened on the way from the first to the second. ``touches`` lists what the change bears on.
    """

    kind: ChangeKind
    one: str
    other: str
    touches: tuple[Touches, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one speaker as one citation has them; ``direct`` where the article puts them in quotation marks.

    ``beyond`` says that words follow which the article puts after its quotation marks.
    """

    position: int
    label: str
    words: str
    direct: bool
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """Two wordings of what is recognisably one utterance, word by word, and what their difference amounts to.

    ``same`` lists the other citations that have the words of the second, letter case and punctuation aside.
    """

    speaker: str
    one: Wording
    other: Wording
    changes: tuple[Change, ...]
    text: str
    same: tuple[Wording, ...] = ()

    @property
    def touches(self) -> tuple[Touches, ...]:
        """What the changes bear on, each once."""
        return tuple(dict.fromkeys(touched for change in self.changes for touched in change.touches))


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A relation that an editor stated, worked out.

    ``missing`` are the figures that no quotation of the claim has, ``unread`` those that are no amount. ``holds`` is
    None where these keep it from being worked out; ``text`` says what was worked out, with the numbers.
    """

    relation: Relation
    missing: tuple[CitedFigure, ...] = ()
    unread: tuple[CitedFigure, ...] = ()
    holds: bool | None = None
    text: str = ""
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """How the figures of a claim stand to those of another claim of its measure: what is said, and the other's id."""

    claim: str
    kind: NoteKind
    relation: RelationKind
    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Words that two articles have in a row: how many, how many of them outside quotation marks, and the lines.

    ``text`` is the run as the first article has it.
    """

    words: int
    own: int
    line: int
    other_line: int
    text: str


@dataclass(frozen=True, slots=True)
class Shared:
    """What two articles have in common: runs of words, the longest first, and sentences that are nearly the same.

    ``sentences`` holds the lines of each such pair. ``copied`` says that one of the two copies the other, or both a third.
    """

    one: str
    other: str
    runs: tuple[Run, ...]
    sentences: tuple[tuple[int, int], ...] = ()
    copied: bool = False


class Sharing:
    """What every two articles of a site have in common, where they have anything, in the order of the articles.

    There may be a hundred pairs for each article, and few are looked at at a time, so they are kept packed. ``longest`` is the number of words
    that two of them have in a row at most.
    """

    __slots__ = ("_after", "_before", "_copies", "_partners", "longest")

    def __init__(self, pairs: Iterable[Shared] = ()) -> None:
        """Take the pairs, in the order of their articles."""
        self._before: dict[str, list[bytes]] = {}
        self._after: dict[str, list[bytes]] = {}
        self._copies: list[bytes] = []
        self._partners: dict[str, list[str]] = {}
        self.longest = 0
        for pair in pairs:
            runs = [(run.words, run.own, run.line, run.other_line, run.text) for run in pair.runs]
            packed = marshal.dumps((pair.one, pair.other, runs, pair.sentences, pair.copied), 2)
            self._after.setdefault(pair.one, []).append(packed)
            self._before.setdefault(pair.other, []).append(packed)
            self._partners.setdefault(pair.one, []).append(pair.other)
            self._partners.setdefault(pair.other, []).append(pair.one)
            self.longest = max(self.longest, *(run.words for run in pair.runs), 0)
            if pair.copied:
                self._copies.append(packed)

    def __iter__(self) -> Iterator[Shared]:
        """Yield all pairs."""
        return chain.from_iterable(self.by_first())

    def by_first(self) -> Iterator[list[Shared]]:
        """Yield all pairs, those together that have the same first article."""
        return (list(map(_unpacked, pairs)) for pairs in self._after.values())

    def copies(self) -> Iterator[Shared]:
        """Yield the pairs that copy each other."""
        return map(_unpacked, self._copies)

    def partners(self, name: str) -> Sequence[str]:
        """Return the articles that an article has something in common with."""
        return self._partners.get(name, ())

    def of(self, name: str) -> list[Shared]:
        """Return what an article shares with others, before it and after it."""
        return list(map(_unpacked, self.packed(name)))

    def packed(self, name: str) -> list[bytes]:
        """Return the same as plain bytes, which tell it from all else."""
        return [*self._before.get(name, ()), *self._after.get(name, ())]


def _unpacked(packed: bytes) -> Shared:
    one, other, runs, sentences, copied = marshal.loads(packed)
    return Shared(one, other, tuple([Run(*run) for run in runs]), sentences, copied)
