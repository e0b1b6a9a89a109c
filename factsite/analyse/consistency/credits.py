"""Notes on attribution: whom the articles credit with one and the same thing, and which of them name nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.analyse.consistency.laid import kind_of
from factsite.analyse.figures import mentions
from factsite.analyse.figures.numbers import number_at
from factsite.analyse.figures.units import dimension
from factsite.english import in_sentence, in_words, listed
from factsite.findings import Note
from factsite.values import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.comparisons import Stated
    from factsite.findings import Examined, Figure
    from factsite.model import Origin, Source

Credits = tuple[str, ...]
"""The ids of the origins that a citation goes back to; none where the article names nobody."""


def notes_on_credits(
    evidence: Sequence[Examined],
    stated: Sequence[Stated],
    sources: Mapping[str, Source],
    origins: Mapping[str, Origin],
) -> Iterator[Note]:
    """Say where articles credit different origins with the same figure or statement, or all of them one."""
    if not any(map(credited, evidence)):
        return
    told: list[Note] = []
    differing = len({credited(piece) for piece in evidence}) > 1
    for figures in _same_figures(stated) if differing else ():
        positions = [figure.position for figure in figures if figure.position is not None]
        what = "number" if kind_of(figures[0]) == "figures" else "date"
        told += _differing(_one_each(positions, evidence), evidence, sources, origins, what)
    supporting = [at for at, piece in enumerate(evidence) if piece.evidence.stance is Stance.SUPPORTS]
    cited = _one_each(supporting, evidence)
    if not told:
        told += _one_origin(cited, evidence, origins)
    if not told and not stated:
        told += _differing(cited, evidence, sources, origins)
    yield from told


def credited(piece: Examined) -> Credits:
    """Return whom a citation goes back to: whose words it quotes, and whom the article credits."""
    credit, speaker = piece.according_to, piece.speaker
    if credit and speaker and credit != speaker:
        return credit, speaker
    return (credit,) if credit else (speaker,) if speaker else ()


def _one_each(positions: Sequence[int], evidence: Sequence[Examined]) -> list[int]:
    """Return one citation of each article, one that credits somebody before one that does not."""
    chosen: dict[str, int] = {}
    for at in sorted(positions, key=lambda at: not credited(evidence[at])):
        chosen.setdefault(evidence[at].evidence.source, at)
    return sorted(chosen.values())


def _same_figures(stated: Sequence[Stated]) -> Iterator[list[Stated]]:
    """Yield the figures of articles that name the same number, however they qualify it, or the same days."""
    groups: dict[tuple[object, ...], list[Stated]] = {}
    for figure in stated:
        named = _named(figure.figure)
        if figure.position is not None and named is not None:
            groups.setdefault((*named, figure.scope), []).append(figure)
    yield from groups.values()


def _named(figure: Figure) -> tuple[object, ...] | None:
    """Return the number that a figure names, or its days."""
    if figure.days is not None:
        return figure.days.first, figure.days.last
    if figure.interval is None:
        return None
    for mention in mentions(figure.words):
        number = number_at(figure.words, mention.number)
        if mention.figure.interval == figure.interval and number and figure.qualifier != "range":
            return number.value, dimension(figure.unit)
    return figure.interval, dimension(figure.unit)


def _differing(
    cited: Sequence[int],
    evidence: Sequence[Examined],
    sources: Mapping[str, Source],
    origins: Mapping[str, Origin],
    what: str = "",
) -> Iterator[Note]:
    """Yield the note on citations that do not all go back to the same origins; ``what`` they give, if it is a figure."""
    crediting: dict[Credits, list[Examined]] = {}
    for at in cited:
        crediting.setdefault(credited(evidence[at]), []).append(evidence[at])
    if len(crediting) < 2:
        return
    own = crediting.pop((), [])
    parts = [_credit(given, pieces, sources, origins, what) for given, pieces in crediting.items()]
    if own:
        parts.append(f"{_labels(own, sources)} {'names' if len(own) == 1 else 'name'} nobody")
    lead = "The articles name different origins" + (f" for the same {what}" if what else "")
    if len(crediting) == 1:
        lead = f"Not every article names its source{f' for the {what}' if what else ''}"
    yield Note("attribution", f"{lead}: {'; '.join(parts)}.", tuple(cited))


def _credit(
    given: Credits,
    pieces: Sequence[Examined],
    sources: Mapping[str, Source],
    origins: Mapping[str, Origin],
    what: str,
) -> str:
    """Return whom citations credit, and with which words."""
    names = listed([in_sentence(origins[origin].name) for origin in given])
    words = (
        listed(list(dict.fromkeys(f"“{piece.figure.words}”" for piece in pieces if piece.figure)))
        if what
        else ""
    )
    return f"{_labels(pieces, sources)} {'credits' if len(pieces) == 1 else 'credit'} {names}{' with ' if words else ''}{words}"


def _labels(pieces: Sequence[Examined], sources: Mapping[str, Source]) -> str:
    return listed([sources[piece.evidence.source].label for piece in pieces])


def _one_origin(
    cited: Sequence[int], evidence: Sequence[Examined], origins: Mapping[str, Origin]
) -> Iterator[Note]:
    """Yield the note on several articles that all credit one and the same origin with what they say."""
    given = {credited(evidence[at]) for at in cited}
    retold = any(evidence[at].according_to for at in cited)
    if len(cited) < 2 or len(given) != 1 or not retold or len(next(iter(given))) != 1:
        return
    [[origin]] = given
    count = "Both" if len(cited) == 2 else f"All {in_words(len(cited))}"
    words = f"{count} articles that support the claim go back to one origin, {in_sentence(origins[origin].name)}: it is one account, told more than once."
    yield Note("attribution", words, tuple(cited))
