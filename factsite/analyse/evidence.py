"""One piece of evidence: where its quotation stands, what its figure is read as, whom it goes back to."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from factsite.analyse import figures, origins, quotations
from factsite.analyse.figures.explained import explained, printed, repeats
from factsite.analyse.passages import Passage, folded_text
from factsite.comparisons import Reading
from factsite.findings import Examined, Located
from factsite.values import Stance

if TYPE_CHECKING:
    import datetime as dt

    from factsite.findings import Background, Figure, Role
    from factsite.model import Claim, Evidence


CITATION = ("source", "lines", "quote")


class Attributed(TypedDict, total=False):
    """Whom a citation quotes and credits, and which of the two the article names nowhere."""

    speaker: str | None
    according_to: str | None
    unnamed: tuple[Role, ...]


def examine_evidence(piece: Evidence, claim: Claim, background: Background) -> Examined:
    """Find where the quotation stands and whom it goes back to, as far as the citation can be followed."""
    text = background.texts.get(piece.source)
    whom = _attributed(piece, background)
    if text is None or not piece.at.has(CITATION):
        return Examined(piece, None, **whom)
    if piece.lines.last > len(text.lines):
        return Examined(piece, None, only_at=quotations.only_at(piece.quote, text.lines), **whom)
    quotation = quotations.locate(piece.quote, piece.lines, piece.source, background.texts)
    if not isinstance(quotation, Located):
        return Examined(piece, quotation, **whom)
    words = quotations.quoted(quotation, text.lines)
    figure = figure_of(piece, words, claim, background.sources[piece.source].published)
    return Examined(
        piece,
        quotation,
        text=words,
        cut_at=quotations.cut_at(quotation, text.lines),
        headline=is_headline(piece.source, quotation, background),
        figure=figure,
        reading=reading_of(figure, inferred=piece.figure is None) if figure else None,
        figure_stands=_stands(piece.figure, words) if piece.figure else None,
        **whom,
    )


def figure_of(piece: Evidence, words: str, claim: Claim, published: dt.date | None) -> Figure | None:
    """Return the figure of a citation, read against the day of its article.

    Where the editor gives none and the claim has a measure, it is the only amount or date of the quotation, if that
    is of the kind of the claim's own figure. Context decides nothing, so nothing is inferred from it.
    """
    if piece.figure:
        return figures.read(piece.figure, published)
    if claim.measure is None or piece.stance is Stance.CONTEXT or not piece.at.has(["figure", "stance"]):
        return None
    found = [mention.figure for mention in figures.mentions(words, published) if is_read(mention.figure)]
    own = figures.read(claim.figure) if claim.figure else None
    alike = own is None or not found or is_date(own) == is_date(found[0])
    return found[0] if len(found) == 1 and alike else None


def is_read(figure: Figure) -> bool:
    """Say whether a figure is read as an amount or as days."""
    return figure.interval is not None or figure.days is not None


def is_date(figure: Figure) -> bool:
    """Say whether a figure is a date, resolved or not."""
    return figure.qualifier == "date"


def reading_of(figure: Figure, *, inferred: bool = False) -> Reading:
    """Return how a figure is read, in words; the meaning is "" where it is not read at all."""
    return Reading(printed(figure) if is_read(figure) else "", explained(figure), inferred, repeats(figure))


def _attributed(piece: Evidence, background: Background) -> Attributed:
    """Find whom a citation quotes and credits, and whether the article names them."""
    if not piece.speaker and not piece.according_to:
        return {}
    found: dict[Role, str | None] = {
        "speaker": _resolved(piece.speaker, background),
        "according_to": _resolved(piece.according_to, background),
    }
    article = background.articles.get(piece.source)
    unnamed = tuple(
        role for role, origin in found.items() if article and origin and origin not in article.names
    )
    return Attributed(speaker=found["speaker"], according_to=found["according_to"], unnamed=unnamed)


def _resolved(written: str | None, background: Background) -> str | None:
    return origins.resolve(written, background.origins, background.called) if written else None


def _stands(figure: str, words: str) -> bool:
    return Passage([words]).find(folded_text(figure)) is not None


def is_headline(source: str, quotation: Located, background: Background) -> bool:
    """Say whether the quotation is nothing but words of the article's headline."""
    title = background.sources[source].title
    line = background.articles[source].stated.get("title")
    if title is None or line is None or any(span.line != line for span in quotation.spans):
        return False
    return folded_text(background.texts[source].lines[line - 1]) == folded_text(title)
