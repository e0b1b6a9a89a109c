"""Records to findings. Nothing here judges: what was found is a value, and ``check`` says whether it is a fault."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factsite.analyse import figures, origins, quotations
from factsite.analyse.coverage import cover
from factsite.analyse.figures import explained
from factsite.analyse.notes import notes_on
from factsite.analyse.passages import Passage, folded_text
from factsite.analyse.rows import row_of
from factsite.analyse.sources import examine_source
from factsite.analyse.verdict import RULE, derive
from factsite.findings import ClaimFindings, Examined, Located, Method

if TYPE_CHECKING:
    from factsite.findings import Background, Role
    from factsite.model import Claim, Evidence

__all__ = ["cover", "examine_claim", "examine_source", "method", "row_of"]


def method() -> Method:
    """Return the tables that verdicts and figures are read by."""
    return Method(tuple((case.condition, case.verdict_class) for case in RULE), explained.examples())


def examine_claim(claim: Claim, background: Background) -> ClaimFindings:
    """Find everything that one claim's page and checks need."""
    evidence = tuple(examine_evidence(piece, background) for piece in claim.evidence)
    notes = notes_on(evidence, background.sources) if claim.measure else ()
    return ClaimFindings(evidence, derive(claim.evidence), tuple(notes))


def examine_evidence(piece: Evidence, background: Background) -> Examined:
    """Find where the quotation stands and whom it goes back to, as far as the citation can be followed."""
    examined = _attributed(piece, background)
    text = background.texts.get(piece.source)
    readable = piece.at.has(["source", "lines", "quote"])
    if text is None or not readable or piece.lines.last > len(text.lines):
        return examined
    quotation = quotations.locate(piece.quote, piece.lines, piece.source, background.texts)
    if not isinstance(quotation, Located):
        return replace(examined, quotation=quotation)
    words = quotations.quoted(quotation, text.lines)
    return replace(
        examined,
        quotation=quotation,
        text=words,
        cut_at=quotations.cut_at(quotation, text.lines),
        headline=_is_headline(piece, quotation, background),
        figure=figures.read(piece.figure) if piece.figure else None,
        figure_stands=_stands(piece.figure, words) if piece.figure else None,
    )


def _attributed(piece: Evidence, background: Background) -> Examined:
    """Find whom a citation quotes and credits, and whether the article names them."""
    found: dict[Role, str | None] = {
        "speaker": origins.resolve(piece.speaker, background.origins) if piece.speaker else None,
        "according_to": origins.resolve(piece.according_to, background.origins)
        if piece.according_to
        else None,
    }
    article = background.articles.get(piece.source)
    unnamed = tuple(
        role for role, origin in found.items() if article and origin and origin not in article.names
    )
    return Examined(
        piece, None, speaker=found["speaker"], according_to=found["according_to"], unnamed=unnamed
    )


def _stands(figure: str, words: str) -> bool:
    return Passage([words]).find(folded_text(figure)) is not None


def _is_headline(piece: Evidence, quotation: Located, background: Background) -> bool:
    """Say whether the quotation is nothing but words of the article's headline."""
    title = background.sources[piece.source].title
    line = background.articles[piece.source].stated.get("title")
    if title is None or line is None or any(span.line != line for span in quotation.spans):
        return False
    return folded_text(background.texts[piece.source].lines[line - 1]) == folded_text(title)
