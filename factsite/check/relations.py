"""Whether the relations between figures that an editor states are between figures of the evidence, and come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.diagnostic import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsite.comparisons import Reckoned
    from factsite.findings import Background, ClaimFindings
    from factsite.model import Claim
    from factsite.place import Place
    from factsite.values import CitedFigure


def relation_not_in_evidence(
    claim: Claim, found: ClaimFindings, background: Background
) -> Iterator[Diagnostic | None]:
    """A figure of a relation does not stand in a quotation of the claim that is cited from these lines.

    Why: a relation is between what articles say; what is reckoned with has to be seen on the page.
    Fix: copy the words from the quotation and cite its lines, or add the quotation to `evidence`.
    """
    for result in _judged(claim, found):
        for figure in result.missing:
            yield Diagnostic(
                "relation-not-in-evidence", _place(figure, result),
                f"no quotation from {figure.lines.words} of {figure.source} has “{figure.words}”",
                help="copy the words from a quotation of this claim and cite its lines, or add it to `evidence`",
            )  # fmt: skip
        if not result.missing:
            yield None


def arithmetic_does_not_hold(
    claim: Claim, found: ClaimFindings, background: Background
) -> Iterator[Diagnostic | None]:
    """A stated relation does not come out: the figure is not what the others make, or one of them is no amount.

    Why: "1,500 and 1,500 make 3,000" is a statement of ours, and checked with all that the figures leave possible.
    Fix: correct the relation. If it is the article that reckons wrongly, take the relation out and say so in `notes`.
    """
    for result in _judged(claim, found):
        for figure in result.unread:
            yield Diagnostic(
                "arithmetic-does-not-hold", _place(figure, result), f"“{figure.words}” cannot be reckoned with: it is no amount of the kind of the others",
                help="amounts of one unit can be added up; dates, and words such as “several”, cannot",
            )  # fmt: skip
        if result.holds is not None:
            yield None if result.holds else Diagnostic(
                "arithmetic-does-not-hold", _place(result.relation.figure, result), result.text,
                help="correct the relation; if the article reckons wrongly, say so in `notes` instead",
            )  # fmt: skip


def _judged(claim: Claim, found: ClaimFindings) -> tuple[Reckoned, ...]:
    """Return the relations of a claim whose evidence was read whole."""
    whole = claim.at.has(["evidence", "relations"]) and all(
        piece.at.has(["source", "lines", "quote"]) and examined.text
        for piece, examined in zip(claim.evidence, found.evidence, strict=True)
    )
    return found.consistency.reckoned if whole else ()


def _place(figure: CitedFigure, result: Reckoned) -> Place:
    return figure.place or result.relation.at.start


RULES = (relation_not_in_evidence, arithmetic_does_not_hold)
