"""What the examination of a claim looks at: the list by which it can be told that an earlier one still holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.analyse.origins import resolve
from factsite.findings import Missing
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsite.findings import Background, ClaimFindings
    from factsite.model import Claim


class Basis(NamedTuple):
    """All of a background that the findings, the row and the results of one claim follow from, besides its own file.

    Of each of ``sources`` it is whether it has a file, the record, the text, what was found out about the article and which
    one it copies. Of ``origins``, in the order of their file, it is the record. ``written`` leads from each name that the
    claim writes for an origin to the id. Besides there are the topics and the verdicts of the site.

    It holds for an examination that ``looks_no_further``. One that looked for what is not where it should be depends on the
    whole background.
    """

    sources: tuple[str, ...]
    origins: tuple[str, ...]
    written: tuple[tuple[str, str | None], ...]
    origins_lost: bool


def basis_of(claim: Claim, background: Background) -> Basis:
    """Return what the examination of a claim looks at, known before it is examined."""
    sources = tuple(sorted({*_cited(claim), *_reckoned(claim)}))
    names = {name for piece in claim.evidence for name in (piece.speaker, piece.according_to) if name}
    written = tuple((name, resolve(name, background.origins, background.called)) for name in sorted(names))
    named = {origin for _, origin in written if origin}
    for source in sources:
        if source in background.articles:
            named.update(background.articles[source].names)
    origins = tuple(name for name in background.origins if name in named) if named else ()
    return Basis(sources, origins, written, background.origins_lost)


def looks_no_further(claim: Claim, found: ClaimFindings, background: Background) -> bool:
    """Say whether an examination found all where it was looked for, so that nothing but its basis bears on it.

    A quotation that is missing is looked for in all articles; for a source or an origin that is missing, the nearest of all
    names is offered.
    """
    return (
        not any(isinstance(piece.quotation, Missing) for piece in found.evidence)
        and all(name in background.ids["sources"] for name in _cited(claim))
        and all(
            (piece.speaker or not piece.evidence.speaker)
            and (piece.according_to or not piece.evidence.according_to)
            for piece in found.evidence
        )
    )


def _cited(claim: Claim) -> Iterator[str]:
    """Yield the sources that a claim cites, in its evidence and its prose."""
    yield from (piece.source for piece in claim.evidence)
    yield from (inline.source for prose in claim.prose for inline in prose.citations)


def _reckoned(claim: Claim) -> Iterator[str]:
    """Yield the sources that a claim reckons with."""
    for relation in claim.relations:
        yield from (cited.source for cited in (relation.figure, *relation.of))
        if relation.times is not None and relation.times.cited is not None:
            yield relation.times.cited.source
