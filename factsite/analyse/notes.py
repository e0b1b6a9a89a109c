"""Consistency notes that are computed from what the sources and the evidence say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factsite.analyse.figures.explained import last_number, meaning, span
from factsite.analyse.figures.relations import overlap
from factsite.english import amount, in_words, listed, long_date, long_period, number_in_words, sentence
from factsite.findings import Note
from factsite.values import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.findings import Examined, Figure, Interval
    from factsite.model import Evidence, Source
    from factsite.values import Period


def notes_on(evidence: Sequence[Examined], sources: Mapping[str, Source]) -> Iterator[Note]:
    """Yield the notes on the evidence of a claim that has a measure, so that its figures count the same thing."""
    given = [
        Compared(
            position,
            piece.figure,
            piece.figure.interval,
            piece.evidence,
            sources[piece.evidence.source].label,
        )
        for position, piece in enumerate(evidence)
        if piece.figure and piece.figure.interval and piece.evidence.stance is not Stance.CONTEXT
    ]
    yield from _figures(given)
    yield from _time([piece.evidence for piece in evidence], sources)


class Compared(NamedTuple):
    """A figure that takes part in a comparison: its place in the evidence, its reading, its citation and article."""

    position: int
    figure: Figure
    interval: Interval
    evidence: Evidence
    label: str

    @property
    def words(self) -> str:
        """The figure as the article words it, in quotation marks."""
        return f"“{self.figure.words}”"

    @property
    def named(self) -> str:
        """The figure and its article."""
        return f"{self.words} ({self.label})"


def _figures(given: Sequence[Compared]) -> Iterator[Note]:
    """Say whether one number satisfies all figures that can be compared, and which are left out and why."""
    whole = [figure for figure in given if figure.evidence.scope is None]
    units = [figure.figure.unit for figure in whole]
    times = [figure.evidence.as_of for figure in whole if figure.evidence.as_of]
    reasons = [_left_out(figure, units, times) for figure in given]
    compared = [figure for figure, reason in zip(given, reasons, strict=True) if reason is None]
    if len(compared) < 2:
        return
    yield Note("figures", _statement(compared), tuple(figure.position for figure in compared))
    for figure, reason in zip(given, reasons, strict=True):
        if reason is not None:
            kind, words = reason
            yield Note(kind, f"{figure.named} is not compared: {words}.", (figure.position,))


def _left_out(figure: Compared, units: Sequence[str], times: Sequence[Period]) -> tuple[str, str] | None:
    """Return why a figure cannot be compared with the first that is whole, as kind of note and words."""
    scope, as_of, unit = figure.evidence.scope, figure.evidence.as_of, figure.figure.unit
    if scope is not None:
        return "scope", f"its scope is “{scope}”"
    if as_of is not None and as_of != times[0]:
        return "time", f"it holds for {long_period(as_of.written)}, not for {long_period(times[0].written)}"
    if unit != units[0]:
        return "figures", "it is given in another unit"
    return None


def _statement(figures: Sequence[Compared]) -> str:
    """Return how the figures are read, and which numbers fit them all or which two exclude each other."""
    if all(figure.interval == figures[0].interval for figure in figures):
        return (
            f"{listed([figure.named for figure in figures])} are read alike, as {meaning(figures[0].figure)}."
        )
    readings = [
        f"{figure.named} {'as' if position else 'is read as'} {meaning(figure.figure)}"
        for position, figure in enumerate(figures)
    ]
    found = overlap([figure.interval for figure in figures])
    if found.common:
        fitting = span(found.common)
        fits = f"Any number {'from ' if ' to ' in fitting else 'that is '}{fitting} fits them all."
    else:
        first, last = figures[found.first_to_end], figures[found.last_to_begin]
        ends, begins = amount(last_number(first.interval)), amount(last.interval.low)
        apart = f", {amount(found.gap)} above" if found.gap else ", a number that they do not both allow"
        fits = f"No number fits them all: {first.words} ends at {ends}, and {last.words} begins at {begins}{apart}."
    return f"{listed(readings)}. {fits}"


def _time(evidence: Sequence[Evidence], sources: Mapping[str, Source]) -> Iterator[Note]:
    """Say which of the articles that give a figure state no date, so that no figure is taken for the newer."""
    rests_on = tuple(
        position
        for position, piece in enumerate(evidence)
        if piece.figure and piece.stance is not Stance.CONTEXT
    )
    names = dict.fromkeys(evidence[position].source for position in rests_on)
    articles = [sources[name] for name in names if name in sources]
    dated = [article for article in articles if article.published]
    undated = len(articles) - len(dated)
    if len(articles) > 1 and undated:
        yield Note(
            "time", f"{_dates(dated, undated)}, so it cannot be told which figure is the newer.", rests_on
        )


def _dates(dated: Sequence[Source], undated: int) -> str:
    """Return which articles are dated, and how many are not."""
    if not dated:
        which = "Neither of the two" if undated == 2 else f"None of the {in_words(undated)}"
        return f"{which} articles states its date"
    known = [
        f"{article.label} is dated {long_date(article.published)}" for article in dated if article.published
    ]
    others = (
        "the other article does" if undated == 1 else f"the other {number_in_words(undated, 'article')} do"
    )
    return sentence(f"{listed(known)}; {others} not state a date")
