"""What the analysis found out about the records, and the row that the rest of the site knows of a claim."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from factsite.frozen import NamedTuple, dataclass
from factsite.place import Places

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from factsite.comparisons import Compared, Conflict, NoteKind, Pair, Reading, Reckoned, Scale, Stated
    from factsite.model import Correction, Evidence, Origin, Site, Source, SourceText, Withdrawal
    from factsite.place import Place
    from factsite.values import LineRange, Stance, VerdictClass


Qualifier = Literal[
    "plain",
    "about",
    "over",
    "at least",
    "nearly",
    "under",
    "up to",
    "exactly",
    "range",
    "date",
    "relation",
    "vague",
    "none",
]
"""How a figure is qualified; "date" is read as days, and the last three name nothing that can be compared."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers that a wording leaves possible, from ``low`` to ``high`` (None: without end)."""

    low: Decimal
    high: Decimal | None
    low_in: bool = True
    high_in: bool = True


@dataclass(frozen=True, slots=True)
class Days:
    """A span of days that a wording leaves possible, both ends included; None: without end.

    ``edtf`` is the span in the Extended Date/Time Format. Where the wording names no year and none follows from the
    article's date, ``yearless`` says so, and the days are those of the leap year 2000.
    """

    edtf: str
    first: dt.date | None
    last: dt.date | None
    yearless: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as the source words it, and as it is read: an amount as an interval, a date as days.

    ``unit`` is "" where things are counted, and "date" for dates. A date without days could not be resolved.
    """

    words: str
    interval: Interval | None
    qualifier: Qualifier
    unit: str = ""
    days: Days | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure where it stands in a text: characters ``start`` to ``end`` (from 0, end excluded).

    ``number`` is where its first number begins, after the qualifier.
    """

    figure: Figure
    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class SuggestedItem:
    """A passage of a suggestion: ``line`` (from 1) of a source, its text, and the words in it that are compared.

    ``start`` and ``end`` are the characters of those words in ``text`` (from 0, end excluded), ``first`` and ``last`` those
    of the sentences around them.
    """

    source: str
    line: int
    text: str
    start: int
    end: int
    first: int
    last: int
    figure: Figure | None = None

    @property
    def words(self) -> str:
        """The words that are compared."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A disagreement that may be worth an editor's time.

    ``kind``: figures, dates, wording, name, modality or denial. ``relation``: "conflicting", or "compatible" where both
    can stand. ``score`` is how sure it is, from 0 to 1. ``measure`` is what is counted or spoken of. ``reason`` says in a
    sentence what disagrees. At least two items. ``claims`` are the ids of those that cite two of the passages already.
    ``number`` counts from 1 and depends on the articles alone, so that it stays when claims are written.
    """

    kind: str
    relation: str
    score: float
    measure: str
    reason: str
    items: tuple[SuggestedItem, ...]
    claims: tuple[str, ...] = ()
    number: int = 0


Match = Literal["exact", "case", "near", "alike", "speaks"]
"""How a passage answers to words: it has them; in other capitals; nearly; a figure that reads alike; it speaks to a claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A passage that answers to words that were looked for, as it can be cited without a fault of the quotation.

    ``quote`` is in the source's own characters, with single spaces; ``spans`` are where it stands, and ``context`` are the sentences
    around it. ``written`` and ``found`` are the first words in which the two differ. ``figures`` are those of the
    quotation, ``figure`` is the only one among the words looked for. ``boilerplate`` says why the lines are no evidence,
    ``headline`` that the words are the article's headline, ``cut_at`` which word beside them would turn their meaning.
    ``claims`` are the ids of those that cite some of the words, ``beside`` of those that cite others of the lines.
    """

    match: Match
    source: str
    lines: LineRange
    quote: str
    spans: tuple[Span, ...]
    context: str
    written: str = ""
    found: str = ""
    figures: tuple[str, ...] = ()
    figure: str = ""
    boilerplate: str = ""
    headline: bool = False
    cut_at: str | None = None
    claims: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


Role = Literal["speaker", "according_to"]
"""What an origin can be to a citation."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one line of a source: characters ``start`` to ``end`` (from 0, end excluded) of ``line``."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Located:
    """Where a quotation stands: its stretches in the order of the text, at least one."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage most like a quotation that stands nowhere, and the words that differ.

    ``written`` and ``found`` are the first stretch of words that differs; either can be empty. ``span`` is where
    ``found`` stands, or where ``written`` would; it takes no part in comparisons.
    """

    line: int
    passage: str
    written: str
    found: str
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Missing:
    """A quotation that does not stand in the lines it cites.

    ``elsewhere``: where it does stand, as source id and lines. ``nearest``: where it stands nowhere, the
    nearest passage of the cited source, if anything is near. ``stands`` has the stretches of the first of ``elsewhere``
    for each source; they take no part in comparisons. ``only`` says that it stands at one place of the cited source and at
    no other. ``marks`` is the quotation in the article's own marks, where it differs in nothing else.
    """

    elsewhere: tuple[tuple[str, LineRange], ...] = ()
    nearest: Nearest | None = None
    stands: Mapping[str, tuple[Span, ...]] = field(default_factory=dict, compare=False)
    only: bool = False
    marks: str = ""


@dataclass(frozen=True, slots=True)
class Examined:
    """One piece of evidence after analysis.

    ``quotation`` is None where source or lines are at fault, so that nothing can be said. ``text`` is the
    quotation in the source's own characters. ``cut_at`` is the negation or "but" right beside it that it leaves
    out. ``headline`` says that its words are those of the source's title and stand on the title's line.
    ``figure_stands`` says whether the figure stands in the quotation; None where there is no figure to look
    for. ``figure`` is the figure as it is read, ``reading`` the same in words. ``speaker`` and ``according_to`` are ids of origins; ``unnamed``
    lists those of the two that the source names nowhere. Where the source does not have the cited lines, ``only_at`` is where the
    quotation stands, if at one place.
    """

    evidence: Evidence
    quotation: Located | Missing | None
    text: str = ""
    cut_at: str | None = None
    headline: bool = False
    figure_stands: bool | None = None
    figure: Figure | None = None
    reading: Reading | None = None
    speaker: str | None = None
    according_to: str | None = None
    unnamed: tuple[Role, ...] = ()
    only_at: LineRange | None = None


@dataclass(frozen=True, slots=True)
class Derived:
    """The verdict that the rule gives, and why: the counts of articles that led to it, as a sentence."""

    verdict_class: VerdictClass
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """A consistency note that was computed: its kind, the statement, and the citations it rests on.

    ``citations`` are positions in the claim's evidence, from 0.
    """

    kind: NoteKind
    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Witnesses:
    """How many stand behind a claim: articles, and the origins that these go back to.

    ``credited`` are the ids of the origins that articles credit, in order; an article that credits nobody is an origin itself.
    """

    articles: int
    origins: int
    credited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Consistency:
    """How the evidence of a claim agrees and differs.

    ``stated`` are the figures that take part in comparisons, the claim's own among them, and ``pairs`` how each two of
    them stand to each other; ``conflict`` are two figures of articles that no value satisfies. ``scale`` has the figures laid on
    one scale, where two of articles can be.
    """

    stated: tuple[Stated, ...] = ()
    pairs: tuple[Pair, ...] = ()
    conflict: Conflict | None = None
    scale: Scale | None = None
    wordings: tuple[Compared, ...] = ()
    reckoned: tuple[Reckoned, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimFindings:
    """What was found out about one claim; ``evidence`` in the order of the fact file.

    ``figure`` is the claim's own as it is read, ``reading`` the same in words.
    """

    evidence: tuple[Examined, ...]
    derived: Derived
    witnesses: Witnesses
    consistency: Consistency = Consistency()
    figure: Figure | None = None
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class SourceFindings:
    """What was found out about one article.

    ``stated`` gives, for each particular of the source file (title, publisher, author, published) that stands in
    the article itself, the line where it does. ``names`` holds, for each origin that the article names, the names and
    aliases that it uses.
    """

    stated: Mapping[str, int] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What one claim is read against: everything that is not the claim itself.

    Two claims with the same background can be worked on apart, in any order or process. ``ids`` holds the
    ids of all files, per folder; ``origins_lost`` says that a fault hides some of the origins; ``articles`` holds
    what was found out about each source; ``called`` leads from every name of an origin, folded, to its id. ``copies`` leads from each source that shares its
    text with others to the first of them: they are one witness.
    """

    site: Site
    sources: Mapping[str, Source]
    texts: Mapping[str, SourceText]
    origins: Mapping[str, Origin]
    origins_lost: bool
    ids: Mapping[str, frozenset[str]]
    articles: Mapping[str, SourceFindings]
    called: Mapping[str, str]
    copies: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Method:
    """The tables that the analysis works by, for readers.

    ``rule``: condition and verdict, the first that holds decides. ``readings``: wordings of figures, each with what
    it is read as.
    """

    rule: tuple[tuple[str, VerdictClass], ...]
    readings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation of a claim, as pages other than its own need it: evidence, or one in the prose (no stance).

    ``words`` is the figure where the evidence has one, else the quotation, in the source's own characters. ``reading`` is
    what the figure is read as, in words; "" where that only repeats them.
    """

    source: str
    lines: LineRange
    spans: tuple[Span, ...]
    stance: Stance | None
    words: str = ""
    reading: str = ""


class Dated(NamedTuple):
    """What was done on a day, such as "checked" or "eastside published", and where the day is written."""

    what: str
    day: dt.date
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """What of a row only few pages need, and each of them only for few claims.

    ``cited`` holds the citations whose words were found. ``stated`` are the figures of its articles that those of other
    claims can be held against, ``scale`` has them laid on one scale, ``why`` is the computed sentence on why the articles
    disagree, where there is one. ``places`` leads back to the fact file, for the checks over all claims.
    ``dates`` are the days on which something was done to the claim, in the order of the file's keys, ``dates_read`` those on which
    the articles of its evidence were published.
    """

    cited: tuple[Cited, ...]
    stated: tuple[Stated, ...]
    scale: Scale | None
    why: str
    places: Places
    dates: tuple[Dated, ...] = ()
    dates_read: tuple[Dated, ...] = ()


ELSEWHERE = Detail(cited=(), stated=(), scale=None, why="", places=Places())
"""The detail of a row whose detail lies elsewhere."""


class Row(NamedTuple):
    """All that the rest of the site knows of a claim.

    ``verdict`` is the given one. ``sources`` names every source, in order, ``witnesses`` counts the articles of the
    evidence and their origins, ``quotations`` the verified quotations, and
    ``quoted`` those of each source. ``published`` is the day of first publication, as far as the file tells.
    ``whole`` says that no evidence was lost in reading, ``counts`` that it has figures which those of other claims can be held against.
    What it has in ``detail`` may have to be fetched each time that it is asked for.
    """

    id: str
    claim: str
    summary: str
    verdict: str
    topic: str | None
    measure: str | None
    checked: dt.date
    published: dt.date | None
    sources: tuple[str, ...]
    whole: bool
    witnesses: Witnesses
    quotations: int
    counts: bool
    aliases: tuple[str, ...]
    related: tuple[str, ...]
    corrections: tuple[Correction, ...]
    withdrawn: Withdrawal | None
    draft: bool
    quoted: tuple[tuple[str, int], ...]
    detail: Detail

    def apart(self) -> Row:
        """Return the row without its detail, which lies elsewhere."""
        return self._replace(detail=ELSEWHERE)

    @property
    def cited(self) -> tuple[Cited, ...]:
        """The citations whose words were found."""
        return self.detail.cited

    @property
    def stated(self) -> tuple[Stated, ...]:
        """The figures of its articles that those of other claims can be held against."""
        return self.detail.stated

    @property
    def scale(self) -> Scale | None:
        """These figures, laid on one scale."""
        return self.detail.scale

    @property
    def why(self) -> str:
        """Why the articles disagree, where they do."""
        return self.detail.why

    @property
    def places(self) -> Places:
        """Where each value stands in the fact file."""
        return self.detail.places

    @property
    def dates(self) -> tuple[Dated, ...]:
        """The days on which something was done to the claim."""
        return self.detail.dates

    @property
    def dates_read(self) -> tuple[Dated, ...]:
        """The days on which its articles were published."""
        return self.detail.dates_read


@dataclass(frozen=True, slots=True)
class Part:
    """A line, figure or quotation of an article: where it stands, its words, and the claims that cover it.

    ``claims`` are the ids of the claims that cite a character of it, in the order of the rows.
    """

    span: Span
    words: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What of an article claims cover: its lines, and the figures and quotations in them, in the order of the text.

    Lines that are empty or boilerplate are in none of the three. ``source`` is the id, ``file`` the article's file
    from the top of the site folder; ``hidden`` are the lines that the site may not print.
    """

    source: str
    file: str
    lines: tuple[Part, ...]
    figures: tuple[Part, ...]
    quotations: tuple[Part, ...]
    hidden: frozenset[int]

    @property
    def kinds(self) -> tuple[tuple[str, tuple[Part, ...]], ...]:
        """The three kinds of parts, each under its name."""
        return ("line", self.lines), ("figure", self.figures), ("quotation", self.quotations)

    @property
    def strokes(self) -> Strokes:
        """The same in brief, for what tells of many articles."""
        return tuple([(name, bytes([bool(part.claims) for part in parts])) for name, parts in self.kinds])


Strokes = tuple[tuple[str, bytes], ...]
"""How much of an article claims cover: the name of each kind of parts, and for each part in order 1 where a claim covers it, or 0."""


def tally(strokes: Iterable[Strokes]) -> tuple[tuple[str, int, int], ...]:
    """Return for each kind of parts its name, how many claims cover, and how many there are."""
    totals: dict[str, tuple[int, int]] = {"line": (0, 0), "figure": (0, 0), "quotation": (0, 0)}
    for one in strokes:
        for name, parts in one:
            covered, every = totals[name]
            totals[name] = covered + sum(parts), every + len(parts)
    return tuple((name, covered, every) for name, (covered, every) in totals.items())
