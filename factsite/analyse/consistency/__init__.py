"""Consistency: how the evidence of a claim agrees and differs, and how the claims of one measure do.

pairs       each two figures of one measure
laid        figures laid over each other
figures     whether one value satisfies all figures that can be compared
times       which articles state no date
credits     whom the articles credit with one and the same thing
names       one person in several spellings
quoted      the words of a citation that are compared
wordings    the words of one speaker in several articles
sums        relations between figures that an editor stated
scales      the figures of a claim on one scale, for pictures
elsewhere   the figures of other claims of the same measure
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.analyse.consistency.credits import notes_on_credits
from factsite.analyse.consistency.elsewhere import by_measure, elsewhere, elsewhere_of, measure_of
from factsite.analyse.consistency.figures import conflict_in, measured, notes_on_figures
from factsite.analyse.consistency.names import notes_on_names
from factsite.analyse.consistency.pairs import figures_of
from factsite.analyse.consistency.quoted import wordings_of
from factsite.analyse.consistency.scales import scale_of
from factsite.analyse.consistency.sums import notes_on_sums, reckon
from factsite.analyse.consistency.times import notes_on_time
from factsite.analyse.consistency.wordings import compared_wordings, notes_on_wordings
from factsite.findings import Consistency

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.analyse.consistency.figures import Measured
    from factsite.analyse.consistency.quoted import Told
    from factsite.comparisons import Compared, Conflict, Reckoned
    from factsite.findings import Background, Examined, Note
    from factsite.model import Claim

__all__ = ["by_measure", "consistency_of", "elsewhere", "elsewhere_of", "measure_of"]


def consistency_of(claim: Claim, evidence: Sequence[Examined], background: Background) -> Consistency:
    """Find how the evidence of one claim agrees and differs."""
    sources = background.sources
    known = [piece for piece in evidence if piece.evidence.source in sources]
    if len(known) < len(evidence):
        return Consistency()
    figures = measured(tuple(figures_of(claim, evidence, sources)))
    told = wordings_of(evidence, sources, background.texts)
    wordings = tuple(compared_wordings(told, evidence, background.origins))
    reckoned = tuple(
        reckon(relation, evidence, sources) for relation in claim.relations if not relation.at.lost
    )
    conflict = conflict_in(figures)
    return Consistency(
        stated=figures.stated,
        pairs=figures.pairs,
        conflict=conflict,
        scale=scale_of(figures),
        wordings=wordings,
        reckoned=reckoned,
        notes=tuple(_notes(evidence, figures, conflict, told, wordings, reckoned, background)),
    )


def _notes(
    evidence: Sequence[Examined],
    figures: Measured,
    conflict: Conflict | None,
    told: Told,
    wordings: Sequence[Compared],
    reckoned: Sequence[Reckoned],
    background: Background,
) -> Iterator[Note]:
    """Yield all notes: what decides first, then where it comes from, then its words."""
    sources, origins = background.sources, background.origins
    yield from notes_on_figures(figures)
    yield from notes_on_sums(reckoned)
    yield from notes_on_time(conflict, figures.stated, sources)
    yield from notes_on_credits(evidence, figures.stated, sources, origins)
    yield from notes_on_wordings(wordings, told, origins)
    yield from notes_on_names(evidence, background)
