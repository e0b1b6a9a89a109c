"""Whether quotations stand in the lines they cite, and say there what they say here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.check.citations import moved_to
from factsite.diagnostic import LINE, Diagnostic, Mark
from factsite.edits import Edit
from factsite.findings import Located, Missing
from factsite.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factsite.findings import Background, ClaimFindings, Examined, Span
    from factsite.model import Claim, Evidence, Source


def quote_not_in_lines(
    claim: Claim, found: ClaimFindings, background: Background
) -> Iterator[Diagnostic | None]:
    """A quotation does not stand, word for word, in the lines that it cites.

    Why: a quotation is what the article says, or it is nothing. White space, no-break spaces and the shape of
    quotation marks are forgiven; words, digits, punctuation and case are not, and a quotation begins and ends
    with whole words and numbers, so "3 million" does not stand in "1.3 million".
    Fix: the message says where the words stand, or shows the nearest passage and the first difference. To leave
    words out, write ` … ` between the parts.
    """
    for piece in found.evidence:
        if piece.quotation is not None:
            yield (
                _not_there(piece.evidence, piece.quotation, background.sources)
                if isinstance(piece.quotation, Missing)
                else None
            )


def _not_there(piece: Evidence, missing: Missing, sources: Mapping[str, Source]) -> Diagnostic:
    message = f"not in {piece.lines.words} of {piece.source}"
    here = next((lines for source, lines in missing.elsewhere if source == piece.source), None)
    there = next(((source, lines) for source, lines in missing.elsewhere if source != piece.source), None)
    if here is not None:
        message += f"; it stands at {here.words}"
        advice = f"write `lines: {here}`"
    elif there is not None:
        message += f"; it stands in {there[0]}, {there[1].words}"
        advice = f"write `source: {there[0]}` and `lines: {there[1]}`"
    elif missing.nearest is not None:
        near = missing.nearest
        message += f"; nearest is “{near.passage}”, line {near.line}"
        advice = _difference(near.written, near.found)
    else:
        advice = 'copy the words from the article, or find them with the command `cite "…"`'
    if missing.nearest is not None and "..." in piece.quote:
        advice += "; to leave words out, write ` … ` (one character, with spaces)"
    elif missing.nearest is not None and _shorter(missing.nearest.written, missing.nearest.found):
        advice += "; to leave words out, write ` … ` between the parts"
    return Diagnostic(
        "quote-not-in-lines", piece.at["quote"], message, help=advice,
        marks=tuple(_where(piece, missing, sources)), fix=_repair(piece, missing, sources[piece.source]),
    )  # fmt: skip


def _repair(piece: Evidence, missing: Missing, source: Source) -> Edit | None:
    """Return what is certainly meant: the only lines that have the words, or the words in the article's own marks."""
    if missing.only:
        return moved_to(piece, missing.elsewhere[0][1], source)
    return Edit(piece.at["quote"], missing.marks) if missing.marks else None


def _where(piece: Evidence, missing: Missing, sources: Mapping[str, Source]) -> Iterator[Mark]:
    """Yield the cited lines, and of the articles where the words stand, or the difference to the nearest passage."""
    yield Mark(piece.at["lines"], None, f"{piece.lines.words} cited here")
    near = missing.nearest
    if near is not None and near.span is not None:
        have = f"you have “{near.written}”" if near.written else "you leave this out"
        yield _mark(piece.source, near.span, have if near.found else f"no “{near.written}” here", sources)
    elif missing.stands:
        name = piece.source if piece.source in missing.stands else next(iter(missing.stands))
        for span in missing.stands[name]:
            yield _mark(name, span, "it stands here", sources)
    else:
        file = f"seeds/{sources[piece.source].file}"
        yield Mark(Place(file, piece.lines.first), LINE, "what is cited")


def _mark(source: str, span: Span, words: str, sources: Mapping[str, Source]) -> Mark:
    """Return the mark of a stretch of an article."""
    place = Place(f"seeds/{sources[source].file}", span.line, span.start + 1)
    return Mark(place, span.end - span.start, words)


def _difference(written: str, found: str) -> str:
    if not found:
        return f"the article does not have your “{written}” there"
    return f"the article has “{found}” where you have " + (f"“{written}”" if written else "nothing")


def _shorter(written: str, found: str) -> bool:
    """Say whether fewer words stand here than in the article."""
    return len(written.split()) < len(found.split())


def figure_not_in_quote(
    claim: Claim, found: ClaimFindings, background: Background
) -> Iterator[Diagnostic | None]:
    """A figure does not stand in the quotation that it is given for.

    Why: the figure is read from the article's words; a figure from elsewhere would be compared under a false name.
    Fix: copy the amount or date from the quotation, with its "about" or "over", or lengthen the quotation.
    """
    for piece in found.evidence:
        if piece.figure_stands is not None:
            yield None if piece.figure_stands else Diagnostic(
                "figure-not-in-quote", piece.evidence.at["figure"],
                f"“{piece.evidence.figure}” does not stand in the quotation",
                help=f"copy it from “{piece.text}”, or lengthen the quotation",
                marks=(Mark(piece.evidence.at["quote"], None, "the quotation"),),
            )  # fmt: skip


def quote_cut_short(
    claim: Claim, found: ClaimFindings, background: Background
) -> Iterator[Diagnostic | None]:
    """A quotation stops right before, or begins right after, a "not" or a "but" (a warning).

    Why: "they have reached the front" can be cut out of "no reports suggest that they have reached the front".
    Fix: take the word into the quotation.
    """
    for piece in found.evidence:
        if piece.text:
            yield _cut(piece, background.sources) if piece.cut_at else None


def _cut(piece: Examined, sources: Mapping[str, Source]) -> Diagnostic:
    return Diagnostic(
        "quote-cut-short", piece.evidence.at["quote"], f"the quotation leaves out the “{piece.cut_at}” right beside it",
        help="take the word into the quotation, unless it changes nothing", severity="warning",
        marks=tuple(_stands(piece, "what is quoted", sources)),
    )  # fmt: skip


def quote_is_headline(
    claim: Claim, found: ClaimFindings, background: Background
) -> Iterator[Diagnostic | None]:
    """A quotation is nothing but words of the article's headline (a warning).

    Why: headlines are written by others than the article, shorter than the truth.
    Fix: cite the sentence in the article that the headline goes back to.
    """
    for piece in found.evidence:
        if piece.text:
            yield None if not piece.headline else Diagnostic(
                "quote-is-headline", piece.evidence.at["quote"], f"these words are the headline of {piece.evidence.source}",
                help="cite the sentence in the article that says so", severity="warning",
                marks=tuple(_stands(piece, "the headline", background.sources)),
            )  # fmt: skip


def _stands(piece: Examined, words: str, sources: Mapping[str, Source]) -> Iterator[Mark]:
    """Yield where a quotation stands in its article."""
    for span in piece.quotation.spans if isinstance(piece.quotation, Located) else ():
        yield _mark(piece.evidence.source, span, words, sources)


RULES = (quote_not_in_lines, figure_not_in_quote, quote_cut_short, quote_is_headline)
