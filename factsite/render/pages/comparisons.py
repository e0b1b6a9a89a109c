"""What was compared, as the claim's page shows it: readings of figures, pairs of them, wordings, and other claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.english import number_of
from factsite.render import urls
from factsite.render.views import ComparedView, Link, PairView, ReadingView, WordingView

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.comparisons import Reading, RelationKind, Wording
    from factsite.findings import Background, ClaimFindings, Row
    from factsite.model import Claim, Source


TALLIED: Sequence[RelationKind] = ("conflicting", "compatible", "equal", "not comparable")
"""In which order the kinds of pairs are counted."""


def cite_link(claim: Claim, position: int, sources: Mapping[str, Source]) -> Link:
    """Return the link from a note to a citation it rests on."""
    piece = claim.evidence[position]
    return Link(
        urls.source(piece.source, piece.lines), f"{sources[piece.source].label} {piece.lines.printed}"
    )


def cite_links(claim: Claim, positions: Sequence[int], sources: Mapping[str, Source]) -> tuple[Link, ...]:
    """Return the links from a note to what it rests on, each line once."""
    return tuple(dict.fromkeys(cite_link(claim, position, sources) for position in positions))


def witnesses(row: Row) -> str:
    """Return how many stand behind a claim: "3 articles, 1 origin"."""
    return f"{number_of(row.witnesses.articles, 'article')}, {number_of(row.witnesses.origins, 'origin')}"


def reading_view(reading: Reading) -> ReadingView:
    """Return how a figure is read, as the page shows it."""
    words = f"read as {reading.meaning}" if reading.meaning else "not read as an amount or a date"
    found = " It is the only figure of the quotation." if reading.inferred else ""
    return ReadingView(words, reading.explanation + found)


def own_reading(claim: Claim, found: ClaimFindings) -> ReadingView | None:
    """Return how the claim's own figure is read, where it takes part in comparisons."""
    return reading_view(found.reading) if found.reading and found.consistency.pairs else None


def pairs(claim: Claim, found: ClaimFindings, sources: Mapping[str, Source]) -> Iterator[PairView]:
    """Yield every two figures of a claim and how they stand to each other."""
    links: dict[int | None, Link] = {}
    for stated in found.consistency.stated:
        if stated.position is None:
            links[stated.position] = Link("", f"{stated.words} (the claim)")
        else:
            href = cite_link(claim, stated.position, sources).href
            links[stated.position] = Link(href, stated.named)
    for pair in found.consistency.pairs:
        yield PairView(links[pair.one], links[pair.other], pair.kind, pair.text)


def tally(views: Sequence[PairView]) -> str:
    """Return how many pairs of figures stand to each other how, those with the claim's own figure apart.

    "3 pairs of figures of the articles: 2 conflicting, 1 equal; 1 pair with the claim’s own figure: 1 compatible"
    """
    own = [view for view in views if not view.one.href]
    others = [view for view in views if view.one.href]
    counted = (_counted(others, "of figures of the articles"), _counted(own, "with the claim’s own figure"))
    return "; ".join(part for part in counted if part)


def _counted(views: Sequence[PairView], which: str) -> str:
    kinds = [view.kind for view in views]
    parts = [f"{kinds.count(kind)} {kind}" for kind in TALLIED if kind in kinds]
    return f"{number_of(len(views), 'pair')} {which}: {', '.join(parts)}" if views else ""


def wordings(claim: Claim, found: ClaimFindings, background: Background) -> Iterator[ComparedView]:
    """Yield the words of speakers as two articles have them, marked up."""
    for compared in found.consistency.wordings:
        yield ComparedView(
            background.origins[compared.speaker].name,
            _wording(claim, compared.one, background.sources),
            tuple(
                _wording(claim, wording, background.sources) for wording in (compared.other, *compared.same)
            ),
            tuple(
                (change.kind, change.one, change.other, ", ".join(change.touches))
                for change in compared.changes
            ),
            compared.text,
        )


def _wording(claim: Claim, wording: Wording, sources: Mapping[str, Source]) -> WordingView:
    manner = "in quotation marks" if wording.direct else "retold"
    if wording.beyond:
        manner += ", the end in its own words"
    piece = claim.evidence[wording.position]
    return WordingView(
        piece.lines.printed, urls.source(piece.source, piece.lines), sources[piece.source].label, manner
    )
