"""What templates print: one frozen view per template, of the same name, in which everything is ready to be printed.

They are named tuples, which are made ten times faster than frozen data classes when the program starts.

Addresses in views count from the top of the site; a template puts ``page.root`` before them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from factsite.render.cards.colours import Colours
    from factsite.render.cards.fonts import Fonts

Segment = tuple[str, bool]
"""A stretch of a line, and whether it is marked as cited."""


class Link(NamedTuple):
    """An address and the words that lead there."""

    href: str
    words: str


class Frame(NamedTuple):
    """What every page has around it.

    ``root`` leads from the page to the top of the site; ``here`` is the page's own path; ``address`` its absolute
    address, where the site has one.
    """

    root: str
    here: str
    address: str | None
    title: str
    description: str
    language: str
    site_title: str
    publisher: str | None
    publisher_url: str | None
    home: str
    sources: str
    methodology: str
    data: str
    menu: tuple[Link, ...]


class Mark(NamedTuple):
    """A verdict as readers see it: its class, which gives shape and colour, and its words."""

    kind: str
    label: str


class CitedLine(NamedTuple):
    """A line of a source: its number, the link to it, and its text with the cited words marked.

    ``before`` and ``after`` say whether words of the line are left out at its ends.
    """

    number: int
    href: str
    segments: tuple[Segment, ...]
    before: bool = False
    after: bool = False


class EvidenceView(NamedTuple):
    """One citation on a claim's page; ``facts`` are the particulars an editor gave, as label and words.

    ``reading`` is there where the citation has a figure and the reading says more than its words.
    """

    number: int
    stance: str
    source: Link
    lines: tuple[CitedLine, ...]
    where: str
    facts: tuple[tuple[str, str], ...]
    note: str | None
    reading: ReadingView | None


class ReadingView(NamedTuple):
    """How a figure is read: in a few words, and in a sentence with the reason."""

    words: str
    explanation: str


class NoteView(NamedTuple):
    """A consistency note: its kind, its text, its citations, and who wrote it: "computed" or "editor".

    ``claim`` is the other claim that it speaks of, if it does.
    """

    kind: str
    text: str | Markup
    cites: tuple[Link, ...]
    by: str
    claim: Link | None = None


class PairView(NamedTuple):
    """Two figures of a claim, how they stand to each other, and the same in words; a figure of an article is a link."""

    one: Link
    other: Link
    kind: str
    words: str


class WordingView(NamedTuple):
    """One of two wordings: the article, how it has the words, and its line."""

    source: Link
    manner: str


class ComparedView(NamedTuple):
    """Two wordings of one speaker, word by word: stretches of kind "same", "added", "dropped" and "changed".

    ``touched`` says of each stretch what it bears on: "number, negation".
    """

    speaker: str
    one: WordingView
    others: tuple[WordingView, ...]
    stretches: tuple[tuple[str, str, str, str], ...]
    text: str


class Dated(NamedTuple):
    """A correction or withdrawal: the day for readers and for machines, and the text."""

    day: str
    iso: str
    text: Markup


class ClaimView(NamedTuple):
    """A claim's page. ``derived`` and ``because`` are there where the verdict departs from the rule."""

    frame: Frame
    claim: str
    mark: Mark
    verdict_href: str
    summary: str
    facts: tuple[str, ...]
    checked: str
    checked_iso: str
    topic: Link | None
    rule: str
    derived: Mark | None
    because: str | None
    evidence: tuple[EvidenceView, ...]
    pairs: tuple[PairView, ...]
    tally: str
    own: ReadingView | None
    wordings: tuple[ComparedView, ...]
    notes: tuple[NoteView, ...]
    explanation: Markup | None
    outside: Markup | None
    related: tuple[Link, ...]
    corrections: tuple[Dated, ...]
    withdrawn: Dated | None
    file: str
    edit: str | None
    data: str


class Side(NamedTuple):
    """One citation in a disagreement: stance, words, what they are read as, and the line they stand in."""

    stance: str
    words: str
    reading: str
    number: str
    source: str
    href: str


class ClaimItem(NamedTuple):
    """A claim in a list; ``witnesses`` are its articles and their origins, ``why`` says why its sides disagree."""

    href: str
    claim: str
    summary: str
    mark: Mark
    witnesses: str
    withdrawn: bool
    sides: tuple[Side, ...] = ()
    why: str = ""


class Group(NamedTuple):
    """Claims under a heading; the heading is a link where it has a page of its own."""

    heading: str
    href: str | None
    items: tuple[ClaimItem, ...]


class Tally(NamedTuple):
    """How many claims have a verdict."""

    mark: Mark
    claims: int
    href: str


class Particular(NamedTuple):
    """What is known of a source: its name, its value ("not stated" where there is none) and where it stands.

    ``line`` is the line of the article that has it; None with a value means that the editors gave it.
    """

    name: str
    value: str | None
    line: Link | None = None
    href: str | None = None


class SourceItem(NamedTuple):
    """A source in a list."""

    href: str
    label: str
    title: str | None
    particulars: tuple[Particular, ...]
    cited: str
    shares: str
    coverage: Link


class IndexView(NamedTuple):
    """The front page."""

    frame: Frame
    description: str | None
    facts: tuple[str | Link, ...]
    tallies: tuple[Tally, ...]
    disagreements: tuple[ClaimItem, ...]
    groups: tuple[Group, ...]
    sources: tuple[SourceItem, ...]


class ListView(NamedTuple):
    """The claims of a topic or of a verdict class; ``empty`` is what the page says where there are none."""

    frame: Frame
    kind: str
    heading: str
    mark: Mark | None
    description: str | None
    items: tuple[ClaimItem, ...]
    siblings: tuple[Link, ...]
    empty: str


class Backlink(NamedTuple):
    """A claim that cites a line, and with what stance (None: in its prose)."""

    href: str
    claim: str
    mark: Mark
    stance: str | None


class SourceLine(NamedTuple):
    """A line of an article on its own page. ``segments`` is None where the line is not shown."""

    number: int
    segments: tuple[Segment, ...] | None
    claims: tuple[Backlink, ...]
    boilerplate: str | None


class SharedView(NamedTuple):
    """What an article shares with another: what that amounts to, and where the same words stand.

    Each run has the number of its words, the lines here and there, and the words where both articles may be shown.
    """

    other: Link
    words: str
    copied: bool
    runs: tuple[tuple[str, Link, Link, str], ...]


class SourceView(NamedTuple):
    """A source's page."""

    frame: Frame
    label: str
    particulars: tuple[Particular, ...]
    file: str
    sha256: str
    note: Markup | None
    cited: str
    shared: tuple[SharedView, ...]
    coverage: Link
    partial: bool
    lines: tuple[SourceLine, ...]
    edit: str | None


class SourcesView(NamedTuple):
    """The list of sources; ``shared`` says whether any copy each other."""

    frame: Frame
    items: tuple[SourceItem, ...]
    shared: str
    coverage: Link


class Meter(NamedTuple):
    """How much of one kind claims cover, in words, and as a stroke for each line, figure or quotation of the text.

    A stroke that is true is covered; ``width`` is that of the picture.
    """

    name: str
    words: str
    strokes: tuple[bool, ...]
    width: int


class Unchecked(NamedTuple):
    """Figures and quotations of one sentence that no claim covers; the line has no segments where it may not be shown."""

    kinds: str
    line: CitedLine


class Covering(NamedTuple):
    """A claim that cites a line, and what it covers there: figures, and quotations with their marks."""

    claim: Link
    words: tuple[str, ...]


class CoveredLine(NamedTuple):
    """A line of an article with the claims that cite it."""

    number: int
    href: str
    claims: tuple[Covering, ...]


class SourceCoverage(NamedTuple):
    """What claims cover of one article. ``left_out`` are its lines that are not counted, with the reason."""

    id: str
    source: Link
    meters: tuple[Meter, ...]
    unchecked: tuple[Unchecked, ...]
    uncited: tuple[Link, ...]
    covered: tuple[CoveredLine, ...]
    left_out: tuple[tuple[Link, str], ...]


class CoverageView(NamedTuple):
    """What of the articles claims cover, and what nobody has checked yet."""

    frame: Frame
    facts: tuple[str, ...]
    articles: tuple[SourceCoverage, ...]
    data: str


class CardText(NamedTuple):
    """A line of text on a card: where it begins, or ends, the base that it stands on, its size, and its words."""

    x: int
    base: int
    size: int
    words: str


class PenStroke(NamedTuple):
    """The stroke of the pen behind a line of text: a box."""

    x: int
    y: int
    width: int
    height: int


class CardQuotation(NamedTuple):
    """A quotation on a card: the number of its line, the height at which that hangs, its text, and whose words they are."""

    number: CardText
    hangs: int
    strokes: tuple[PenStroke, ...]
    lines: tuple[CardText, ...]
    credit: CardText


class CardView(NamedTuple):
    """A claim's social card; everything is measured from its upper left corner.

    ``rule`` is where the rule stands, ``tick`` where what hangs on it begins. ``kind`` is the class of the verdict, ``colour``
    its colour.
    """

    width: int
    height: int
    rule: int
    tick: int
    fonts: Fonts
    colours: Colours
    colour: str
    kind: str
    verdict: CardText
    claim: tuple[CardText, ...]
    quotations: tuple[CardQuotation, ...]
    title: CardText
    counted: CardText


class RuleCase(NamedTuple):
    """A line of the verdict rule."""

    condition: str
    mark: Mark


class MethodologyView(NamedTuple):
    """How verdicts are reached: the editors' words, then the rule as the program has it."""

    frame: Frame
    text: Markup | None
    rule: tuple[RuleCase, ...]
    readings: tuple[tuple[str, str], ...]
    labels: tuple[tuple[Mark, Mark], ...]


class Change(NamedTuple):
    """A correction or withdrawal in the log."""

    kind: str
    dated: Dated
    claim: Link


class CorrectionsView(NamedTuple):
    """The policy on corrections, and all there were."""

    frame: Frame
    text: Markup | None
    changes: tuple[Change, ...]


class EssayView(NamedTuple):
    """A page of prose."""

    frame: Frame
    text: Markup


class NotFoundView(NamedTuple):
    """What a server shows for an address that there is not."""

    frame: Frame


class RedirectView(NamedTuple):
    """The page at an address that a claim had before."""

    frame: Frame
    claim: Link


TEMPLATES: Sequence[tuple[type, str]] = (
    (ClaimView, "pages/claim.html"),
    (IndexView, "pages/index.html"),
    (ListView, "pages/list.html"),
    (SourceView, "pages/source.html"),
    (SourcesView, "pages/sources.html"),
    (CoverageView, "pages/coverage.html"),
    (MethodologyView, "pages/methodology.html"),
    (CorrectionsView, "pages/corrections.html"),
    (EssayView, "pages/essay.html"),
    (NotFoundView, "pages/not-found.html"),
    (RedirectView, "pages/redirect.html"),
    (CardView, "cards/claim.svg"),
)
