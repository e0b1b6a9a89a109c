"""What authors write: the records of a site folder, and the one statement of their file formats.

Every class here that has keys is one kind of YAML mapping. A field's annotation says how its value is read, its
``key`` what it is for, and its default that it may be left out. Reading, the field table in the docs and the
messages about missing and misspelt keys all follow from that.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003  read at run time, with the annotations
from collections.abc import Collection, Iterable, Mapping, Sequence  # noqa: TC003  read at run time, with the annotations
from dataclasses import MISSING, field
from functools import lru_cache
from itertools import accumulate
from typing import Any

from factsite.frozen import dataclass
from factsite.place import Places
from factsite.values import (
    LABELS,
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
    OriginType,
    Period,
    Prose,
    Reason,
    Show,
    Stance,
    Switch,
    VerdictClass,
)


def key(
    purpose: str,
    example: str,
    *,
    name: str | None = None,
    default: Any = MISSING,
    default_factory: Any = MISSING,
) -> Any:
    """Return the field of a key: what its value is for, a value as it stands in YAML, its YAML name if another.

    With a default, the key can be left out.
    """
    described = {"purpose": purpose, "example": example, "name": name}
    if default_factory is not MISSING:
        return field(default_factory=default_factory, metadata=described)
    return field(default=default, metadata=described)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A citation with a stance to the claim."""

    source: Id = key("the article: the name of its file in content/sources/, without .yaml", "eastside")
    lines: LineRange = key(
        "the line of the article, or the first and the last, as numbered in seeds/", "16-18"
    )
    quote: str = key(
        "the words that stand in those lines, exactly; ` … ` (with spaces) leaves words out",
        "surpassing 1.3 million personnel",
    )
    stance: Stance = key("what these words do to the claim", "refutes")
    figure: str | None = key(
        "the amount or date in the quotation that bears on the claim, in the article's words",
        "surpassing 1.3 million personnel",
        default=None,
    )
    according_to: str | None = key(
        "whom the article credits for it: an id, name or alias in content/origins.yaml", "nis", default=None
    )
    speaker: str | None = key(
        "whose words these are, where the article quotes someone: an id, name or alias in content/origins.yaml",
        "lloyd-austin",
        default=None,
    )
    as_of: Period | None = key(
        "the day, month, year or interval for which the article says it holds", "2024-10", default=None
    )
    scope: str | None = key(
        "what is counted, where it is a part or a variant of what the claim speaks of",
        "special forces only",
        default=None,
    )
    note: str | None = key(
        "what a reader should know about this citation, in a sentence",
        "A forecast, not a count.",
        default=None,
    )
    at: Places = field(default=Places(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """Why the sources differ, in the editor's judgement."""

    reason: Reason = key("why the sources differ", "unexplained")
    note: Prose | None = key(
        "the same in a sentence or two, Markdown",
        "None of the three says where its number comes from.",
        default=None,
    )
    at: Places = field(default=Places(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How figures of the evidence hang together: ``figure`` is ``times`` the sum ``of`` the others."""

    figure: CitedFigure = key(
        "what comes out, in the words of a quotation of this claim, and its citation",
        "3,000 troops [@fair-game:4]",
    )
    times: Factor | None = key(
        "what the sum is multiplied by: a number, or words such as “double” with their citation",
        "double [@fair-game:4]",
        default=None,
    )
    of: tuple[CitedFigure, ...] = key(
        "what is added up, one list item each; one item alone where it is only multiplied",
        '["1,500 soldiers [@pentagon-confirms:5]", "1,500 special forces [@fair-game:8]"]',
    )
    at: Places = field(default=Places(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A change to a published claim that readers are told of."""

    date: dt.date = key("the day of the correction", "2026-11-22")
    text: Prose = key(
        "what was wrong and what it says now, Markdown", "The line number of the second quotation was wrong."
    )
    verdict_was: str | None = key(
        "the verdict until then, where the correction changed it", "supported", default=None
    )
    at: Places = field(default=Places(), compare=False, repr=False)


def verdicts_after(corrections: Sequence[Correction], verdict: str) -> list[str]:
    """Return the verdict that held after each correction; ``verdict`` is the one that holds now."""
    after: list[str] = []
    for change in reversed(corrections):
        after.insert(0, verdict)
        verdict = change.verdict_was or verdict
    return after


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """Why a claim no longer stands; its page stays."""

    date: dt.date = key("the day of the withdrawal", "2026-11-22")
    reason: Prose = key("why the claim was withdrawn, Markdown", "The claim said two things at once.")
    at: Places = field(default=Places(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A fact file, ``content/facts/<id>.yaml``: one claim, its evidence and the verdict."""

    id: str
    claim: str = key(
        "one sentence that can be checked", "North Korea's armed forces have about 1.2 million personnel."
    )
    verdict: str = key("what the evidence amounts to: one of the site's verdicts", "conflicting")
    summary: str = key(
        "why, in one sentence, for a reader who reads nothing else",
        "Two articles say 1.2 million; a third says more than 1.3 million.",
    )
    checked: dt.date = key("the day you last checked every citation", "2026-11-21")
    draft: Switch = key(
        "whether it is unfinished: a draft is shown by `serve` alone and published nowhere, and its faults are warnings",
        "yes",
        default=Switch.NO,
    )
    published: dt.date | None = key(
        "the day the claim was first published; where it has no corrections, that is the day under `checked` unless you say otherwise",
        "2026-11-21",
        default=None,
    )
    topic: Id | None = key(
        "where the claim is listed: one of the topics in content/site.yaml", "armed-forces", default=None
    )
    measure: str | None = key(
        "what the figures count; figures of one measure can be compared, others cannot",
        "personnel of North Korea's armed forces",
        default=None,
    )
    figure: str | None = key(
        "the amount or date that the claim itself states, in the claim's words",
        "about 1.2 million personnel",
        default=None,
    )
    evidence: tuple[Evidence, ...] = key("the citations, one list item each", "a list; see below")
    discrepancy: Discrepancy | None = key(
        "why the sources differ, where they do", "a mapping; see below", default=None
    )
    relations: tuple[Relation, ...] = key(
        "how figures of the evidence hang together, one list item each; the arithmetic is checked",
        "a list; see below",
        default=(),
    )
    notes: tuple[Prose, ...] = key(
        "consistency notes written by hand, Markdown, one list item each",
        "[Neither article names a source for the number.]",
        default=(),
    )
    explanation: Prose | None = key(
        "what a reader needs beyond the summary, Markdown; `[@eastside:5]` cites a line",
        "The article gives no origin for the number [@eastside:5].",
        default=None,
    )
    outside: Prose | None = key(
        "what is known from elsewhere than these sources, Markdown; shown as such, and never decides the verdict",
        "Other estimates exist; none was checked here.",
        default=None,
    )
    because: str | None = key(
        "why the verdict departs from the one the rule derives",
        "The second article retells the first.",
        default=None,
    )
    related: tuple[Id, ...] = key(
        "ids of other claims worth reading with this one", "[soldiers-sent]", default=()
    )
    aliases: tuple[Id, ...] = key(
        "ids this claim had before; their addresses lead here", "[north-korea-army]", default=()
    )
    corrections: tuple[Correction, ...] = key(
        "changes since it was first published, one list item each, oldest first",
        "a list; see below",
        default=(),
    )
    withdrawn: Withdrawal | None = key(
        "that the claim no longer stands, and why; the page stays", "a mapping; see below", default=None
    )
    at: Places = field(default=Places(), compare=False, repr=False)

    @property
    def is_draft(self) -> bool:
        """Whether the claim is not to be published yet."""
        return self.draft is Switch.YES

    @property
    def first_published(self) -> dt.date | None:
        """The day of first publication, as far as the file tells: a claim that was corrected may have been checked anew."""
        return self.published or (None if self.corrections else self.checked)

    @property
    def prose(self) -> tuple[Prose, ...]:
        """All Markdown of the claim."""
        single = (
            self.discrepancy and self.discrepancy.note, self.explanation, self.outside,
            self.withdrawn and self.withdrawn.reason,
        )  # fmt: skip
        return (
            *self.notes,
            *(text for text in single if text),
            *(change.text for change in self.corrections),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Boilerplate:
    """Lines of an article that are not its text: tags, advertisements, lists of other stories."""

    lines: LineRange = key("the lines that are no evidence", "39-63")
    reason: str = key("what they are", "list of other stories")
    at: Places = field(default=Places(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source file, ``content/sources/<id>.yaml``: what is known of one article."""

    id: str
    file: FileName = key("the article's file in seeds/", "004_40b147887e31ef07.txt")
    sha256: Digest = key(
        "the SHA-256 of that file, from `sha256sum`: its pin",
        "d942c10dfc4f2f2efb4ac6d06690602eb2bc050d6d5e5c3ff9890ff80b8189f9",
    )
    name: str | None = key(
        "what the pages call the article for short; yours, not the article's", "Eastside", default=None
    )
    title: str | None = key("the article's headline", "North Korea deploys troops to Russia", default=None)
    publisher: str | None = key("who published it", "Eastside", default=None)
    author: str | None = key("who wrote it", "Chloe Ren", default=None)
    published: dt.date | None = key("the day it was published", "2024-10-23", default=None)
    url: Address | None = key(
        "where the publisher has it; quotations link to their words there",
        "https://example.org/story",
        default=None,
    )
    archived: Address | None = key(
        "where an archived copy is; quotations link to it", "https://archive.example.org/story", default=None
    )
    show: Show = key(
        "how much the site prints: all of it, or only cited lines and one around each",
        "full",
        default=Show.FULL,
    )
    boilerplate: tuple[Boilerplate, ...] = key(
        "lines that are not the article's text and cannot be cited, one list item each",
        "a list; see below",
        default=(),
    )
    note: Prose | None = key(
        "what a reader should know about the article, Markdown",
        "The text breaks off in line 9.",
        default=None,
    )
    at: Places = field(default=Places(), compare=False, repr=False)

    @property
    def label(self) -> str:
        """The article's name on the pages: the editor's, else its title, else its id."""
        return self.name or self.title or self.id

    def shows(self, line: int, cited: Collection[int]) -> bool:
        """Say whether the site prints a line, where these lines are ``cited``."""
        return self.show is Show.FULL or any(near in cited for near in (line - 1, line, line + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """An entry of ``content/origins.yaml``: a person or organization whom articles credit or quote."""

    name: str = key("the name the pages show", "National Intelligence Service")
    type: OriginType = key("what it is", "organization")
    aliases: tuple[str, ...] = key(
        "other names it goes by in the articles", "[NIS, South Korean intelligence]", default=()
    )
    at: Places = field(default=Places(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """An entry under ``topics`` in ``content/site.yaml``."""

    name: str = key("the heading the pages show", "Armed forces")
    description: str | None = key(
        "what belongs there, in a sentence", "How large the armies are said to be.", default=None
    )
    at: Places = field(default=Places(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """An entry under ``verdicts`` in ``content/site.yaml``: a label of the site's own."""

    label: str = key("the words the pages show", "Sources conflict")
    verdict_class: VerdictClass = key("the class it falls in", "conflicting", name="class")
    at: Places = field(default=Places(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who stands behind the site, under ``publisher`` in ``content/site.yaml``."""

    name: str = key("the publisher's name", "The factsite editors")
    url: Address | None = key("the publisher's own site", "https://example.org/", default=None)
    at: Places = field(default=Places(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The site's own colours in light or in dark. Boxes, hairlines and small print are mixed from them."""

    paper: Colour = key("what everything is printed on", "fdfdfb")
    ink: Colour = key("the text", "1b1e22")
    accent: Colour = key("links, and the numbers of lines", "1d4f91")
    pen: Colour = key("what quoted words are marked with, under the ink", "ffe680")
    supported: Colour = key("verdicts of this class, and evidence that supports", "00694b")
    refuted: Colour = key("verdicts of this class, and evidence that refutes", "b03f00")
    conflicting: Colour = key("verdicts of this class", "97366f")
    not_enough_evidence: Colour = key("verdicts of this class", "47647a", name="not-enough-evidence")
    at: Places = field(default=Places(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The site's own colours, under ``colours`` in ``content/site.yaml``: six digits, with or without a `#` in quotes."""

    light: Palette = key("where the reader's screen is set to light", "a mapping; see below")
    dark: Palette = key("where it is set to dark", "a mapping; see below")
    at: Places = field(default=Places(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """``content/site.yaml``: the site as a whole."""

    title: str = key("the site's name", "Line by line")
    description: str | None = key(
        "what the site is, in a sentence or two; the front page begins with it",
        "Five articles, checked against each other line by line.",
        default=None,
    )
    language: Language = key("the language tag of the pages", "en", default=Language("en"))
    base_url: BaseAddress | None = key(
        "where the site will stand; needed only for absolute addresses",
        "https://example.org/facts/",
        default=None,
    )
    publisher: Publisher | None = key("who stands behind it", "a mapping; see below", default=None)
    repository: Address | None = key(
        "where the fact files are edited; pages link to their own file there, and quotations to a new issue",
        "https://example.org/git/facts",
        default=None,
    )
    branch: str = key("the branch that those links open", "main", default="main")
    license: Address | None = key(
        "the licence under which others may use what you publish as data",
        "https://creativecommons.org/licenses/by/4.0/",
        default=None,
    )
    cards: Switch = key(
        "whether each claim gets a card, the picture that is shown where its address is shared; only with `base_url`",
        "no",
        default=Switch.YES,
    )
    topics: Mapping[Id, Topic] = key(
        "where claims are listed: an id and a mapping for each", "a mapping; see below", default_factory=dict
    )
    verdicts: Mapping[Id, Verdict] = key(
        "the site's own labels; a class without one keeps its own name",
        "a mapping; see below",
        default_factory=dict,
    )
    colours: Colours | None = key(
        "the site's own colours, in place of ours", "a mapping; see below", default=None
    )
    at: Places = field(default=Places(), compare=False, repr=False)

    @property
    def has_cards(self) -> bool:
        """Say whether claims have cards: they are found by absolute addresses alone, so they need a base address."""
        return self.cards is Switch.YES and self.base_url is not None

    @property
    def scale(self) -> Mapping[str, Verdict]:
        """The verdicts a claim can have: the site's own labels, and the classes that have none."""
        return _scale(tuple(self.verdicts.items()))


@lru_cache(maxsize=8)
def _scale(verdicts: tuple[tuple[Id, Verdict], ...]) -> Mapping[str, Verdict]:
    """Return the scale of a site with these labels; every claim is held against it, more than once."""
    named = {verdict.verdict_class for _, verdict in verdicts}
    return {str(name): verdict for name, verdict in verdicts} | {
        str(kind): Verdict(label=LABELS[kind], verdict_class=kind)
        for kind in VerdictClass
        if kind not in named
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Essay:
    """A page of prose, ``content/pages/<id>.md``: its first heading is its title, the rest its text."""

    id: str
    title: str
    text: Prose
    at: Places = field(default=Places(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class SourceText:
    """An article as received, its bytes in UTF-8, and their SHA-256.

    There may be many articles, and few are looked at at a time, so their lines are split when they are asked for.
    """

    content: bytes
    sha256: str

    @classmethod
    def of(cls, lines: Iterable[str], sha256: str = "") -> SourceText:
        """Return an article of these lines."""
        return cls("".join([f"{line}\n" for line in lines]).encode(), sha256)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines, without their ends."""
        return _lines(self.content)

    @property
    def starts(self) -> tuple[int, ...]:
        """At which character of the whole text each line begins, from 0."""
        return _starts(self.content)


@lru_cache(maxsize=128)
def _lines(content: bytes) -> tuple[str, ...]:
    return split_lines(content.decode())


@lru_cache(maxsize=128)
def _starts(content: bytes) -> tuple[int, ...]:
    return (0, *accumulate([len(line) + 1 for line in content.decode().split("\n")[:-1]]))


def split_lines(text: str) -> tuple[str, ...]:
    r"""Return the lines as ``sed -n`` numbers them: what stands between ``\n``s, without a trailing ``\r``."""
    lines = text.split("\n")
    if lines[-1] == "":
        del lines[-1]
    return tuple([line.removesuffix("\r") for line in lines] if "\r" in text else lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """A site folder, read. Mappings go by id, in the order of the ids.

    ``texts`` has no entry for a source whose file could not be read. ``origins_lost`` says that a fault hides some
    of the origins, so that a name which is none of theirs can still be right. ``ids`` holds, per folder of records
    ("facts", "sources"), every id that has a file, also where that file was too faulty to become a record; where drafts
    were taken out, these are the "drafts".
    ``seeds`` lists the files in ``seeds/``; ``digests`` has the SHA-256 of every file that was read, by its path.
    """

    site: Site
    sources: Mapping[str, Source]
    texts: Mapping[str, SourceText]
    origins: Mapping[str, Origin]
    origins_lost: bool
    claims: tuple[Claim, ...]
    essays: tuple[Essay, ...]
    ids: Mapping[str, frozenset[str]]
    seeds: tuple[str, ...]
    digests: Mapping[str, str] = field(default_factory=dict)


RECORDS: tuple[type, ...] = (
    Claim, Evidence, Discrepancy, Relation, Correction, Withdrawal, Source, Boilerplate, Origin, Site, Publisher, Topic, Verdict,
    Colours, Palette,
)  # fmt: skip
"""Every record that an author writes as a YAML mapping."""
