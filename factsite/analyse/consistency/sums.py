"""Relations between figures that an editor stated, worked out with what the figures allow."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factsite.analyse.figures import mentions, read
from factsite.analyse.figures.explained import in_unit, printed, repeats, span
from factsite.analyse.figures.numbers import number_at
from factsite.analyse.figures.relations import overlap
from factsite.analyse.figures.units import converted, dimension
from factsite.analyse.passages import Passage, folded_text
from factsite.comparisons import Reckoned
from factsite.english import amount, listed, sentence
from factsite.findings import Interval, Note
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factsite.findings import Examined, Figure
    from factsite.model import Relation, Source
    from factsite.values import CitedFigure, Factor

MULTIPLES = {
    r"(?:re)?doubl\w*|twice": "2", r"tripl\w*|trebl\w*|thrice": "3", r"quadrupl\w*": "4", r"quintupl\w*": "5", r"half|halv\w*": "0.5",
    r"(?P<number>\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten)(?:[- ]?fold| times)": "",
}  # fmt: skip
"""Words that say what another figure is multiplied by; without a number of its own the last is the number it names."""


class Term(NamedTuple):
    """A figure of a relation where it was found: its place in the evidence, its article, and how it is read."""

    position: int
    label: str
    figure: Figure

    @property
    def named(self) -> str:
        """The figure and its article."""
        return f"“{self.figure.words}” ({self.label})"


def reckon(relation: Relation, evidence: Sequence[Examined], sources: Mapping[str, Source]) -> Reckoned:
    """Work out a relation between figures of the evidence."""
    cited = relation.times.cited if relation.times else None
    written = [relation.figure, *relation.of]
    found = {
        id(figure): _found(figure, evidence, sources) for figure in (*written, *([cited] if cited else []))
    }
    missing = tuple(figure for figure in (*written, *([cited] if cited else [])) if found[id(figure)] is None)
    if missing:
        return Reckoned(relation, missing=missing)
    terms = [term for figure in written if (term := found[id(figure)])]
    factor = factor_of(relation.times)
    unread = [figure for figure, term in zip(written, terms, strict=True) if not _alike(term, terms[0])]
    if factor is None and cited:
        unread.append(cited)
    if unread or factor is None:
        return Reckoned(relation, unread=tuple(unread))
    positions = tuple(dict.fromkeys(term.position for term in found.values() if term))
    holds, text = _worked_out(terms[0], terms[1:], factor, relation.times)
    return Reckoned(relation, holds=holds, text=text, citations=positions)


def notes_on_sums(reckoned: Sequence[Reckoned]) -> Iterator[Note]:
    """Say of each relation that holds how it comes out."""
    for result in reckoned:
        if result.holds:
            yield Note("arithmetic", f"{sentence(result.text)}.", result.citations)


def _found(figure: CitedFigure, evidence: Sequence[Examined], sources: Mapping[str, Source]) -> Term | None:
    """Return where a figure stands: in a quotation of the evidence that is cited from these lines."""
    for position, piece in enumerate(evidence):
        given = piece.evidence
        near = given.source == figure.source and (
            figure.lines.first in given.lines or given.lines.first in figure.lines
        )
        if near and piece.text and Passage([piece.text]).find(folded_text(figure.words)):
            return Term(position, sources[given.source].label, read(figure.words))
    return None


def _alike(term: Term, first: Term) -> bool:
    """Say whether a term is an amount, and of the dimension of the first."""
    figure = term.figure
    return figure.interval is not None and dimension(figure.unit) == dimension(first.figure.unit)


def factor_of(times: Factor | None) -> Interval | None:
    """Return what a factor allows: a plain number itself, a word such as "nearly double" what its wording leaves open."""
    if times is None or times.cited is None:
        value = Decimal(times.words) if times else Decimal(1)
        return Interval(value, value)
    for pattern, number in MULTIPLES.items():
        found = re.search(rf"\b(?:{pattern})\b", times.words, re.IGNORECASE)
        if found:
            return read(times.words[: found.start()] + (number or found["number"])).interval
    return read(times.words).interval


def _worked_out(
    result: Term, terms: Sequence[Term], factor: Interval, times: Factor | None
) -> tuple[bool, str]:
    """Return whether the stated result fits what comes out, and both in words: the plain sum, then what rounding leaves."""
    unit = result.figure.unit
    total = _total(
        [converted(term.figure.interval, term.figure.unit, unit) for term in terms if term.figure.interval]
    )
    made = _product(total, factor)
    assert result.figure.interval is not None
    found = overlap([made, result.figure.interval])
    verb = "makes" if len(terms) == 1 else "make"
    by = f"{_by(times)} " if times else ""
    out = in_unit(span(made), unit)
    plain = _plainly(terms, times, unit)
    if plain is None:
        parts = f"{by}{listed([term.named for term in terms])} {verb} {out}"
    else:
        numbers = [
            f"{in_unit(amount(number_in(term) or Decimal(0)), term.figure.unit)} ({term.label})"
            for term in terms
        ]
        exact = Interval(plain, plain) == made
        rounded = "" if exact else f"; with rounding, {out}"
        parts = f"{by}{listed(numbers)} {verb} {in_unit(amount(plain), unit)}{rounded}"
    if found.common is not None:
        return True, f"{parts}, which {result.named} allows"
    read_as = "" if repeats(result.figure) else f", read as {printed(result.figure)},"
    gap = f": a gap of {in_unit(amount(found.gap), unit)}" if found.gap else ""
    return False, f"{parts}, which {result.named}{read_as} does not allow{gap}"


def _plainly(terms: Sequence[Term], times: Factor | None, unit: str) -> Decimal | None:
    """Return what the numbers make as they stand; None where one is a bound, or a range, or names none."""
    factor = _plain_factor(times)
    total = Decimal(0)
    for term in terms:
        number = number_in(term)
        if number is None or factor is None:
            return None
        total += converted(Interval(number, number), term.figure.unit, unit).low
    return total * (factor or Decimal(1))


def number_in(term: Term) -> Decimal | None:
    """Return the number that a figure is stated as, where it is one to reckon with."""
    if term.figure.qualifier not in ("plain", "about", "exactly"):
        return None
    for mention in mentions(term.figure.words):
        number = number_at(term.figure.words, mention.number)
        if mention.figure.interval == term.figure.interval and number:
            return number.value
    return None


def _plain_factor(times: Factor | None) -> Decimal | None:
    """Return the number that a factor is; None where its words say more or less than one."""
    if times is None or times.cited is None:
        return Decimal(times.words) if times else Decimal(1)
    factor = factor_of(times)
    for pattern, number in MULTIPLES.items():
        found = re.search(rf"\b(?:{pattern})\b", times.words, re.IGNORECASE)
        if found and factor == read(number or found["number"]).interval:
            stated = number_at(number or found["number"])
            return stated.value if stated else None
    return None


def _by(times: Factor) -> str:
    return f"“{times.words}” of" if times.cited else f"{times.words} times"


def _total(intervals: Sequence[Interval]) -> Interval:
    """Return what the sum of intervals can be."""
    highs = [interval.high for interval in intervals]
    return Interval(
        sum((interval.low for interval in intervals), Decimal(0)),
        None if None in highs else sum((high for high in highs if high is not None), Decimal(0)),
        all(interval.low_in for interval in intervals),
        all(interval.high_in for interval in intervals),
    )


def _product(one: Interval, other: Interval) -> Interval:
    """Return what the product of two intervals of numbers from 0 on can be."""
    high = None if one.high is None or other.high is None else one.high * other.high
    return Interval(one.low * other.low, high, one.low_in and other.low_in, one.high_in and other.high_in)
