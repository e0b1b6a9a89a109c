"""What templates print: one frozen view per template, of the same name, in which everything is ready to be printed.

Addresses in views count from the top of the site; a template puts ``page.root`` before them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

Segment = tuple[str, bool]
"""A stretch of a line, and whether it is marked as cited."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address and the words that lead there."""

    href: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
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


@dataclass(frozen=True, slots=True)
class Mark:
    """A verdict as readers see it: its class, which gives shape and colour, and its words."""

    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class CitedLine:
    """A line of a source: its number, the link to it, and its text with the cited words marked.

    ``before`` and ``after`` say whether words of the line are left out at its ends.
    """

    number: int
    href: str
    segments: tuple[Segment, ...]
    before: bool = False
    after: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """One citation on a claim's page; ``facts`` are the particulars an editor gave, as label and words."""

    number: int
    stance: str
    source: Link
    lines: tuple[CitedLine, ...]
    where: str
    facts: tuple[tuple[str, str], ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class NoteView:
    """A consistency note: its kind, its text, its citations, and who wrote it: "computed" or "editor"."""

    kind: str
    text: str | Markup
    cites: tuple[Link, ...]
    by: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A correction or withdrawal: the day for readers and for machines, and the text."""

    day: str
    iso: str
    text: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
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
    notes: tuple[NoteView, ...]
    explanation: Markup | None
    outside: Markup | None
    related: tuple[Link, ...]
    corrections: tuple[Dated, ...]
    withdrawn: Dated | None
    file: str
    edit: str | None
    data: str


@dataclass(frozen=True, slots=True)
class Side:
    """One citation in a disagreement: stance, words, and the line they stand in."""

    stance: str
    words: str
    number: str
    source: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimItem:
    """A claim in a list."""

    href: str
    claim: str
    summary: str
    mark: Mark
    articles: str
    withdrawn: bool
    sides: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Claims under a heading; the heading is a link where it has a page of its own."""

    heading: str
    href: str | None
    items: tuple[ClaimItem, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims have a verdict."""

    mark: Mark
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Particular:
    """What is known of a source: its name, its value ("not stated" where there is none) and where it stands.

    ``line`` is the line of the article that has it; None with a value means that the editors gave it.
    """

    name: str
    value: str | None
    line: Link | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceItem:
    """A source in a list."""

    href: str
    label: str
    title: str | None
    particulars: tuple[Particular, ...]
    cited: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """The front page."""

    frame: Frame
    description: str | None
    facts: tuple[str, ...]
    tallies: tuple[Tally, ...]
    disagreements: tuple[ClaimItem, ...]
    groups: tuple[Group, ...]
    sources: tuple[SourceItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """The claims of a topic or of a verdict class."""

    frame: Frame
    kind: str
    heading: str
    mark: Mark | None
    description: str | None
    items: tuple[ClaimItem, ...]
    siblings: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Backlink:
    """A claim that cites a line, and with what stance (None: in its prose)."""

    href: str
    claim: str
    mark: Mark
    stance: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A line of an article on its own page. ``segments`` is None where the line is not shown."""

    number: int
    segments: tuple[Segment, ...] | None
    claims: tuple[Backlink, ...]
    boilerplate: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source's page."""

    frame: Frame
    label: str
    particulars: tuple[Particular, ...]
    file: str
    sha256: str
    note: Markup | None
    cited: str
    partial: bool
    lines: tuple[SourceLine, ...]
    edit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView:
    """The list of sources."""

    frame: Frame
    items: tuple[SourceItem, ...]


@dataclass(frozen=True, slots=True)
class RuleCase:
    """A line of the verdict rule."""

    condition: str
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodologyView:
    """How verdicts are reached: the editors' words, then the rule as the program has it."""

    frame: Frame
    text: Markup | None
    rule: tuple[RuleCase, ...]
    labels: tuple[tuple[Mark, Mark], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A correction or withdrawal in the log."""

    kind: str
    dated: Dated
    claim: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsView:
    """The policy on corrections, and all there were."""

    frame: Frame
    text: Markup | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EssayView:
    """A page of prose."""

    frame: Frame
    text: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """What a server shows for an address that there is not."""

    frame: Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView:
    """The page at an address that a claim had before."""

    frame: Frame
    claim: Link


TEMPLATES: Sequence[tuple[type, str]] = (
    (ClaimView, "pages/claim.html"),
    (IndexView, "pages/index.html"),
    (ListView, "pages/list.html"),
    (SourceView, "pages/source.html"),
    (SourcesView, "pages/sources.html"),
    (MethodologyView, "pages/methodology.html"),
    (CorrectionsView, "pages/corrections.html"),
    (EssayView, "pages/essay.html"),
    (NotFoundView, "pages/not-found.html"),
    (RedirectView, "pages/redirect.html"),
)
