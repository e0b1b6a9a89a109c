"""What was read and found out, kept: only what a change bears on is found out again.

Whether something is as before is told by identity: a file that has not changed gives the very same values again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.analyse import (
    basis_of,
    called,
    copies_of,
    cover,
    examine_source,
    looks_no_further,
    shared_texts,
    source_spans,
)
from factsite.comparisons import Sharing
from factsite.facts import examine
from factsite.findings import Background
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factsite.analyse import Spans
    from factsite.facts import Examination
    from factsite.findings import Coverage, Row, SourceFindings
    from factsite.model import Claim, Corpus

Basis = tuple[object, ...]
"""All that something was found out from."""

PLAIN = (str, bool, frozenset)
"""What is compared by value."""


class Known(NamedTuple):
    """What was found out about a claim, and from what."""

    claim: Claim
    background: Background
    basis: Basis
    examination: Examination


def same(one: Basis, other: Basis) -> bool:
    """Say whether two bases are the same things."""
    return len(one) == len(other) and all(
        here is there or (isinstance(here, PLAIN) and here == there)
        for here, there in zip(one, other, strict=True)
    )


class Articles:
    """What is known of the articles of a site, each by itself and all together."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[Basis, SourceFindings]] = {}
        self._spans: dict[str, tuple[Basis, Spans]] = {}
        self._together: Basis | None = None
        self.shared = Sharing()
        self.copies: Mapping[str, str] = {}
        self.findings: dict[str, SourceFindings] = {}

    def read(self, corpus: Corpus) -> None:
        """Find out what is not known of the articles of a corpus."""
        together = (*corpus.sources.values(), *corpus.texts.values())
        if self._together is None or not same(self._together, together):
            self._together = together
            self.shared = shared_texts(corpus.sources, corpus.texts)
            self.copies = copies_of(self.shared.copies())
        findings: dict[str, tuple[Basis, SourceFindings]] = {}
        for name, text in corpus.texts.items():
            basis = (corpus.sources[name], text, corpus.origins)
            known = self._found.get(name)
            if known is None or not same(known[0], basis):
                known = basis, examine_source(corpus.sources[name], text, corpus.origins)
            findings[name] = known
        self._found = findings
        self.findings = {name: found for name, (_, found) in findings.items()}

    def covered(self, corpus: Corpus, rows: Sequence[Row]) -> tuple[Coverage, ...]:
        """Return what these claims cover."""
        spans: dict[str, tuple[Basis, Spans]] = {}
        for name, text in corpus.texts.items():
            basis = (corpus.sources[name], text)
            known = self._spans.get(name)
            if known is None or not same(known[0], basis):
                known = basis, source_spans(corpus.sources[name], text)
            spans[name] = known
        self._spans = spans
        return cover(corpus, rows, {name: found for name, (_, found) in spans.items()})

    def background(self, corpus: Corpus) -> Background:
        """Return what each claim of a corpus is read against."""
        return Background(
            site=corpus.site, sources=corpus.sources, texts=corpus.texts, origins=corpus.origins,
            origins_lost=corpus.origins_lost, ids=corpus.ids, articles=self.findings, copies=self.copies, called=called(corpus.origins),
        )  # fmt: skip


class Backgrounds:
    """The background of the last state, which is that of the next one too where nothing in it is new."""

    def __init__(self) -> None:
        self._last: tuple[Basis, Background] | None = None

    def of(self, background: Background) -> Background:
        """Return the last background where it is the same as this one, else this one."""
        mappings = (
            background.sources,
            background.texts,
            background.articles,
            background.ids,
            background.copies,
        )
        basis = (
            background.site, background.origins, background.origins_lost,
            *(part for one in mappings for part in (*one, *one.values())),
        )  # fmt: skip
        if self._last is None or not same(self._last[0], basis):
            self._last = basis, background
        return self._last[1]


class Claims:
    """What is known of claims."""

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}
        self._used: dict[str, Known] = {}

    def examine(self, claim: Claim, background: Background, kind: str = "") -> Examination:
        """Return the examination of a claim; of one id there may be several claims, of as many kinds."""
        name = f"{claim.id}/{kind}"
        known = self._known.get(name)
        if known is None or known.claim is not claim or not self._holds(known, background):
            examination = examine(claim, background)
            known = Known(claim, background, _basis(examination, background), examination)
        elif known.background is not background:
            known = known._replace(background=background)
        self._used[name] = known
        return known.examination

    def forget_unused(self) -> None:
        """Forget the claims that were not asked for since this was last called."""
        self._known, self._used = self._used, {}

    @staticmethod
    def _holds(known: Known, background: Background) -> bool:
        """Say whether a claim that is as before is read against the same as before."""
        return known.background is background or same(known.basis, _basis(known.examination, background))


def _basis(examination: Examination, background: Background) -> Basis:
    """Return all of the background that the findings on a claim follow from."""
    claim, found = examination.claim, examination.found
    looked_at = basis_of(claim, background)
    basis: list[object] = [background.site, background.origins, background.origins_lost]
    for name in looked_at.sources:
        basis += (name in background.ids["sources"], background.sources.get(name), background.texts.get(name))
        basis += (background.articles.get(name), background.copies.get(name))
    if not looks_no_further(claim, found, background):
        basis.append(background.ids["sources"])
        everywhere = (background.sources, background.texts)
        basis += (part for one in everywhere for part in (*one, *one.values()))
    return tuple(basis)
