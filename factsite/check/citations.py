"""Whether citations lead to lines of articles, and to lines that are evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factsite.diagnostic import Diagnostic, did_you_mean
from factsite.edits import Edit
from factsite.english import number_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factsite.findings import Background, ClaimFindings
    from factsite.model import Boilerplate, Claim, Evidence, Source, SourceText
    from factsite.place import Place
    from factsite.values import LineRange, Prose

Cite = tuple[str, "LineRange | None", "Place", "Place"]
"""A citation to check: source, lines (None where they could not be read), and the places of the two."""


def cites_of(evidence: Iterable[Evidence], prose: Iterable[Prose]) -> Iterator[Cite]:
    """Yield the citations of evidence and of prose alike."""
    for piece in evidence:
        if piece.at.has(["source"]):
            yield (
                piece.source,
                piece.lines if piece.at.has(["lines"]) else None,
                piece.at["source"],
                piece.at["lines"],
            )
    for text in prose:
        for inline in text.citations:
            yield inline.source, inline.lines, inline.place, inline.place


def unknown_source(claim: Claim, found: ClaimFindings, background: Background) -> Iterator[Diagnostic | None]:
    """A citation names a source that has no file in `content/sources/`.

    Why: what is cited cannot be looked up.
    Fix: correct the name, or add the source: its article to `seeds/`, its file to `content/sources/`.
    """
    yield from sources_known(cites_of(claim.evidence, claim.prose), background.ids["sources"])


def sources_known(cites: Iterable[Cite], known: frozenset[str]) -> Iterator[Diagnostic | None]:
    """Judge whether cited sources exist."""
    for source, _, place, _ in cites:
        yield None if source in known else _unknown(source, place, known)


def _unknown(source: str, place: Place, known: frozenset[str]) -> Diagnostic:
    advice = did_you_mean(source, known) or f"add content/sources/{source}.yaml"
    return Diagnostic("unknown-source", place, f"there is no source `{source}`", help=advice)


def lines_outside_source(
    claim: Claim, found: ClaimFindings, background: Background
) -> Iterator[Diagnostic | None]:
    """A citation names lines that the article does not have.

    Why: the reader would be led to nothing.
    Fix: use the numbers that stand beside the lines on the source's page, or that `nl -ba` prints.
    """
    repairs = {
        piece.evidence.at["lines"]: moved_to(
            piece.evidence, piece.only_at, background.sources[piece.evidence.source]
        )
        for piece in found.evidence
        if piece.only_at
    }
    for result in lines_exist(cites_of(claim.evidence, claim.prose), background.texts):
        yield result and replace(result, fix=repairs.get(result.place))


def lines_exist(cites: Iterable[Cite], texts: Mapping[str, SourceText]) -> Iterator[Diagnostic | None]:
    """Judge whether cited lines exist in the texts of the sources."""
    for source, lines, _, place in cites:
        if source in texts and lines is not None:
            length = len(texts[source].lines)
            yield None if lines.last <= length else Diagnostic(
                "lines-outside-source", place, f"{lines.words} cited, and {source} has {number_of(length, 'line')}",
                help=f"a line from 1 to {length}",
            )  # fmt: skip


def moved_to(piece: Evidence, lines: LineRange, source: Source) -> Edit | None:
    """Return the repair of a citation whose quotation stands in these lines alone, unless they are no evidence."""
    evident = not any(overlap(lines, part.lines) for part in source.boilerplate)
    return Edit(piece.at["lines"], str(lines)) if evident else None


def cites_boilerplate(
    claim: Claim, found: ClaimFindings, background: Background
) -> Iterator[Diagnostic | None]:
    """Evidence is cited from lines that are not the article's text: tags, advertisements, lists of other stories.

    Why: such lines belong to the page the article was copied from; nobody stands behind them as a statement.
    Fix: cite the article's text, or correct `boilerplate` in the source's file if the lines are text after all.
    """
    for piece in claim.evidence:
        source = background.sources.get(piece.source)
        if source is None or not piece.at.has(["lines", "source"]):
            continue
        touched = next((part for part in source.boilerplate if overlap(part.lines, piece.lines)), None)
        yield None if touched is None else _boilerplate(piece, touched)


def _boilerplate(piece: Evidence, part: Boilerplate) -> Diagnostic:
    return Diagnostic(
        "cites-boilerplate",
        piece.at["lines"],
        f"{piece.lines.words} of {piece.source} cited, and {part.lines.words} {'is' if part.lines.first == part.lines.last else 'are'} no evidence: {part.reason}",
        help="cite the article's own text",
        also=((part.at["lines"], "declared boilerplate here"),),
    )


def overlap(one: LineRange, other: LineRange) -> bool:
    """Say whether two line ranges share a line."""
    return one.first <= other.last and other.first <= one.last


def evidence_repeated(
    claim: Claim, found: ClaimFindings, background: Background
) -> Iterator[Diagnostic | None]:
    """The same words of the same lines are given as evidence twice.

    Why: it looks like two pieces of evidence and is one.
    Fix: delete one of the two.
    """
    first: dict[tuple[str, LineRange, str], Evidence] = {}
    for piece in claim.evidence:
        if not piece.at.has(["source", "lines", "quote"]):
            continue
        earlier = first.setdefault((piece.source, piece.lines, piece.quote), piece)
        if earlier is piece:
            yield None
        else:
            yield Diagnostic(
                "evidence-repeated", piece.at["quote"], "this quotation is given already",
                help="delete one of the two", also=((earlier.at["quote"], "first given here"),),
            )  # fmt: skip


RULES = (unknown_source, lines_outside_source, cites_boilerplate, evidence_repeated)
