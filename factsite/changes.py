"""What a comparison finds: plain values, mostly words, so that they can be printed and written as data alike.

In a ``Change`` and wherever there is a before and an after, "" stands for what was not there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factsite.frozen import dataclass

if TYPE_CHECKING:
    from factsite.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Change:
    """Something that is said differently: what it is, and its words before and after."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as it is worded, and as it is read: "[1.15 million, 1.25 million)", "[2024-10-23]"."""

    words: str
    reading: str
    unit: str = ""

    @property
    def meaning(self) -> tuple[str, str]:
        """What two figures have in common that mean the same."""
        return self.reading, self.unit

    def __str__(self) -> str:
        return f"{self.words} {self.reading}"


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that is read differently; None where there was none, or is none any more.

    ``where`` is "figure" for the claim's own, "claim" for one in its sentence, else source and lines of a citation, whose
    position in the evidence is ``citation`` (from 0).
    """

    where: str
    before: Told | None
    after: Told | None
    citation: int | None = None

    @property
    def corrects(self) -> bool:
        """Say whether readers were told something else before: a figure they had is another, or has left the sentence."""
        return self.before is not None and (self.after is not None or self.where == "claim")


@dataclass(frozen=True, slots=True)
class Citation:
    """A piece of evidence that was added or dropped."""

    source: str
    lines: str
    words: str
    stance: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The same words, cited by other lines. ``where`` is the source, or the field of prose that cites them."""

    where: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim that is on one side only. ``leads_to`` is the claim at which the address of a removed one arrives, if any."""

    id: str
    claim: str
    verdict: str
    draft: bool = False
    withdrawn: bool = False
    conflict: str = ""
    leads_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimChange:
    """How a claim differs from what it was.

    ``was`` is the id it had, where it was renamed. ``verdict`` is the editor's, ``derived`` the rule's. ``conflict`` are the
    two figures that no value satisfies. ``notes`` are the computed ones: before is "" for one that appeared. ``aliases`` are
    old addresses that are none any more. ``fields`` are all other fields of the file.
    """

    id: str
    claim: str
    published: bool = True
    was: str = ""
    wording: Change | None = None
    verdict: Change | None = None
    derived: Change | None = None
    figures: tuple[FigureChange, ...] = ()
    stances: tuple[Change, ...] = ()
    evidence_added: tuple[Citation, ...] = ()
    evidence_dropped: tuple[Citation, ...] = ()
    quotations: tuple[Change, ...] = ()
    moved: tuple[Moved, ...] = ()
    conflict: Change | None = None
    notes: tuple[Change, ...] = ()
    corrections: tuple[Change, ...] = ()
    withdrawn: Change | None = None
    aliases: tuple[str, ...] = ()
    fields: tuple[Change, ...] = ()

    @property
    def quiet(self) -> bool:
        """Say whether a reader notices nothing: lines moved, or the citations were checked once more."""
        loud = (
            self.was, self.wording, self.verdict, self.derived, self.figures, self.stances, self.evidence_added,
            self.evidence_dropped, self.quotations, self.conflict, self.notes, self.corrections, self.withdrawn, self.aliases,
        )  # fmt: skip
        return not any(loud) and all(change.what == "checked" for change in self.fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChange:
    """How a source differs: ``lines_added`` and ``lines_removed`` count those of its text, where it was ``repinned``."""

    id: str
    was: str = ""
    repinned: bool = False
    lines_added: int = 0
    lines_removed: int = 0
    fields: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverageChange:
    """How many lines, figures or quotations claims cover, and of how many; ``source`` is "" for all sources together."""

    source: str
    kind: str
    covered_before: int
    total_before: int
    covered_after: int
    total_after: int


@dataclass(frozen=True, slots=True)
class Look:
    """A page to look at, and why."""

    kind: Literal["claim", "source", "topic", "essay", "discrepancies", "index"]
    id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What a change means. ``breaches`` are the faults of the change itself, in the new files.

    ``conflicts`` are those between two claims: before is "" for one that was found. ``faults_found`` and ``faults_gone`` are
    what a check says of one side only. ``unread_before`` and ``unread_after`` are the claims that could not be read, and
    ``base_faults`` counts the errors of the older side.
    """

    claims_added: tuple[ClaimLine, ...] = ()
    claims_removed: tuple[ClaimLine, ...] = ()
    claims_changed: tuple[ClaimChange, ...] = ()
    conflicts: tuple[Change, ...] = ()
    sources_added: tuple[str, ...] = ()
    sources_removed: tuple[str, ...] = ()
    sources_changed: tuple[SourceChange, ...] = ()
    origins: tuple[Change, ...] = ()
    pages: tuple[Change, ...] = ()
    site: tuple[Change, ...] = ()
    templates: tuple[str, ...] = ()
    coverage: tuple[CoverageChange, ...] = ()
    faults_found: tuple[Diagnostic, ...] = ()
    faults_gone: tuple[Diagnostic, ...] = ()
    breaches: tuple[Diagnostic, ...] = ()
    unread_before: tuple[str, ...] = ()
    unread_after: tuple[str, ...] = ()
    base_faults: int = 0
    look: tuple[Look, ...] = ()
