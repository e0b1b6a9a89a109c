"""A claim and its findings to the claim's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factsite.english import long_date, long_period, number_of
from factsite.findings import Located
from factsite.model import verdicts_after
from factsite.render import markdown, urls
from factsite.render.data import citing
from factsite.render.disputes import dispute
from factsite.render.excerpts import excerpts
from factsite.render.fragments import text_fragment
from factsite.render.frames import class_mark, frame, mark
from factsite.render.pages import comparisons
from factsite.render.pages.comparisons import cite_links
from factsite.render.pages.finding import facets
from factsite.render.pictures.rows import strip_view
from factsite.render.views import CiteView, ClaimView, Dated, EvidenceView, Link, NoteView, ReadingView

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factsite.findings import Background, ClaimFindings, Examined, Row
    from factsite.model import Claim, Site, Source, Withdrawal
    from factsite.render.views import Gaps

REASONS = {
    "date": "The articles speak of different times.",
    "scope": "The articles count different things.",
    "definition": "The articles use a word in different senses.",
    "rounding": "The articles round differently.",
    "wording": "The articles word it differently.",
    "error": "One of the articles is in error.",
    "unexplained": "No reason is known.",
}
"""What the pages say for the reason of a discrepancy, where the editor does not say more."""


def claim_view(
    claim: Claim,
    found: ClaimFindings,
    background: Background,
    gaps: Gaps,
    review: dict[str, Any] | None = None,
    card: str | None = None,
) -> ClaimView:
    """Return the page of a claim, with ``gaps`` where it tells of others.

    ``review`` is the claim in the words of schema.org, ``card`` the path of its picture.
    """
    site = background.site
    here = urls.claim(claim.id)
    root = urls.root(here)
    verdict = mark(site, claim.verdict)
    departs = verdict.kind != found.derived.verdict_class
    pairs = tuple(comparisons.pairs(claim, found, background.sources))
    strip = strip_view(found.consistency.scale, background.sources)
    topic = site.topics[claim.topic] if claim.topic else None
    listed = Link(urls.topic(claim.topic), topic.name) if topic and claim.topic else None
    return ClaimView(
        frame=frame(
            site,
            here,
            claim.claim,
            claim.summary,
            kind="article",
            trail=(Link(urls.TOPICS, "Topics"), listed) if listed else (),
            review=review,
            card=card,
            card_alt=f"{verdict.label}: {claim.claim}",
        ),
        claim=claim.claim,
        mark=verdict,
        verdict_href=urls.verdict(verdict.kind),
        summary=claim.summary,
        facts=(
            number_of(found.witnesses.articles, "article"),
            number_of(found.witnesses.origins, "origin"),
            number_of(len(found.evidence), "quotation") + " verified",
        ),
        checked=long_date(claim.checked),
        checked_iso=claim.checked.isoformat(),
        topic=listed,
        rule=found.derived.reason,
        derived=class_mark(site, found.derived.verdict_class) if departs else None,
        because=claim.because if departs else None,
        strip=strip,
        evidence=tuple(
            _evidence(number, piece, claim, background) for number, piece in enumerate(found.evidence, 1)
        ),
        pairs=pairs,
        tally=comparisons.tally(pairs),
        own=comparisons.own_reading(claim, found),
        wordings=tuple(comparisons.wordings(claim, found, background)),
        computed=tuple(_computed(claim, found, background, strip.text if strip else "")),
        written=tuple(_written(claim, background, root)),
        explanation=markdown.html(claim.explanation, root, background.sources) if claim.explanation else None,
        outside=markdown.html(claim.outside, root, background.sources) if claim.outside else None,
        gaps=gaps,
        corrections=corrections_of(claim, root, site, background.sources),
        withdrawn=withdrawal_of(claim.withdrawn, root, background.sources) if claim.withdrawn else None,
        file=f"content/facts/{claim.id}.yaml",
        edit=urls.edit(site, f"content/facts/{claim.id}.yaml"),
        cite=_cite(claim, site),
        data=urls.claim_data(claim.id),
        facets=facets("claim", _sources(claim), verdict.kind, claim.topic),
        draft=claim.is_draft,
    )


def _cite(claim: Claim, site: Site) -> CiteView:
    """Return how a claim's page is cited."""
    return CiteView(
        citing.plain(claim, site),
        citing.bibtex(claim, site).strip(),
        urls.bibtex(claim.id),
        urls.csl(claim.id),
    )


def _sources(claim: Claim) -> Iterator[str]:
    """Yield every source that a claim names, in its evidence and in its prose."""
    yield from (piece.source for piece in claim.evidence)
    yield from (inline.source for text in claim.prose for inline in text.citations)


def _evidence(number: int, piece: Examined, claim: Claim, background: Background) -> EvidenceView:
    """Return one citation; its quotation has been located."""
    assert isinstance(piece.quotation, Located)
    evidence, spans = piece.evidence, piece.quotation.spans
    source, text = background.sources[evidence.source], background.texts[evidence.source]
    return EvidenceView(
        number=number,
        stance=evidence.stance,
        source=Link(urls.source(source.id, evidence.lines), source.label),
        lines=tuple(excerpts(spans, text.lines, source.id, evidence.lines)),
        where=evidence.lines.words,
        facts=tuple(_particulars(piece, background)),
        note=evidence.note,
        reading=_reading(piece),
        publisher=urls.with_fragment(source.url, text_fragment(spans, text.lines)) if source.url else None,
        archived=source.archived,
        dispute=dispute(claim, evidence, piece.text, source, background.site),
    )


def _reading(piece: Examined) -> ReadingView | None:
    """Return how the figure of a citation is read, unless that only repeats the words that the editor gave."""
    reading = piece.reading
    if reading is None or (reading.repeats and not reading.inferred):
        return None
    return comparisons.reading_view(reading)


def _particulars(piece: Examined, background: Background) -> Iterator[tuple[str, str]]:
    """Yield what the editor says of a citation."""
    evidence, origins = piece.evidence, background.origins
    if piece.speaker:
        yield "words of", origins[piece.speaker].name
    if piece.according_to:
        yield "according to", origins[piece.according_to].name
    if evidence.as_of:
        yield "as of", long_period(evidence.as_of.written)
    if evidence.scope:
        yield "scope", evidence.scope


def _computed(
    claim: Claim, found: ClaimFindings, background: Background, pictured: str
) -> Iterator[NoteView]:
    """Yield computed notes; what the picture or the words themselves are told with is not told again."""
    told = {pictured, *(compared.text for compared in found.consistency.wordings)}
    for note in found.consistency.notes:
        if note.text not in told:
            cites = cite_links(claim, note.citations, background.sources)
            yield NoteView(note.kind, note.text, cites, "computed")


def _written(claim: Claim, background: Background, root: str) -> Iterator[NoteView]:
    """Yield the editor's notes: on the discrepancy, and the others."""
    if claim.discrepancy:
        reason, words = claim.discrepancy.reason, claim.discrepancy.note
        text = markdown.inline(words, root, background.sources) if words else REASONS[reason]
        yield NoteView(f"discrepancy: {reason}", text, (), "editor")
    for words in claim.notes:
        yield NoteView("note", markdown.inline(words, root, background.sources), (), "editor")


def corrections_of(
    of: Claim | Row, root: str, site: Site, sources: Mapping[str, Source]
) -> tuple[Dated, ...]:
    """Return the corrections of a claim as pages show them."""
    after = verdicts_after(of.corrections, of.verdict)
    return tuple(
        Dated(
            long_date(change.date),
            change.date.isoformat(),
            markdown.inline(change.text, root, sources),
            mark(site, change.verdict_was) if change.verdict_was else None,
            mark(site, now) if change.verdict_was else None,
        )
        for change, now in zip(of.corrections, after, strict=True)
    )


def withdrawal_of(withdrawn: Withdrawal, root: str, sources: Mapping[str, Source]) -> Dated:
    """Return a withdrawal as pages show it."""
    return Dated(
        long_date(withdrawn.date),
        withdrawn.date.isoformat(),
        markdown.inline(withdrawn.reason, root, sources),
    )
