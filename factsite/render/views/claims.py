"""What a claim's page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from markupsafe import Markup

    from factsite.render.views.frames import CitedLine, Dated, Frame, Link, Mark
    from factsite.render.views.pictures import StripView


class EvidenceView(NamedTuple):
    """One citation on a claim's page; ``facts`` are the particulars an editor gave, as label and words.

    ``reading`` is there where the citation has a figure and the reading says more than its words. ``publisher`` opens
    the publisher's own page at the words, ``archived`` its copy; ``dispute`` is where a reader says what is wrong.
    """

    number: int
    stance: str
    source: Link
    lines: tuple[CitedLine, ...]
    where: str
    facts: tuple[tuple[str, str], ...]
    note: str | None
    reading: ReadingView | None
    publisher: str | None
    archived: str | None
    dispute: str | None


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
    """Where one of two wordings stands: the number of its line with its link, the article, and how it has the words."""

    number: str
    href: str
    source: str
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


class CiteView(NamedTuple):
    """How the page is cited: a line of text, BibTeX, and the files for reference managers."""

    plain: str
    bibtex: str
    bibtex_href: str
    csl_href: str


class Gaps(NamedTuple):
    """Where a claim's page tells of other claims: what the macro of the same name in ``parts/around.html`` prints stands there.

    ``alone`` takes the place of ``others`` where the claim has no notes of its own.
    """

    in_head: str
    others: str
    alone: str
    related: str
    beside: str


class AroundView(NamedTuple):
    """What a claim's page tells of other claims.

    ``previous`` and ``following`` are those beside it in the lists, ``near`` those of its measure, ``others`` notes on those
    that its figures are held against.
    """

    previous: Link | None
    following: Link | None
    related: tuple[Link, ...]
    near: tuple[Link, ...]
    others: tuple[NoteView, ...]


class ClaimView(NamedTuple):
    """A claim's page. ``derived`` and ``because`` are there where the verdict departs from the rule.

    ``computed`` and ``written`` are its notes; where it tells of other claims, it has ``gaps``.
    """

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
    strip: StripView | None
    evidence: tuple[EvidenceView, ...]
    pairs: tuple[PairView, ...]
    tally: str
    own: ReadingView | None
    wordings: tuple[ComparedView, ...]
    computed: tuple[NoteView, ...]
    written: tuple[NoteView, ...]
    explanation: Markup | None
    outside: Markup | None
    gaps: Gaps
    corrections: tuple[Dated, ...]
    withdrawn: Dated | None
    file: str
    edit: str | None
    cite: CiteView
    data: str
    facets: tuple[str, ...]
    draft: bool = False


class RedirectView(NamedTuple):
    """The page at an address that a claim had before."""

    frame: Frame
    claim: Link
