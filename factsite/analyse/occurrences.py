"""Where words stand in the articles, as they can be cited: the matching of quotations, asked the other way round.

Whatever is found is held against its lines as a quotation is, so no citation is offered that the check would refuse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factsite.analyse import figures, quotations
from factsite.analyse.evidence import is_headline, is_read
from factsite.analyse.figures.numbers import SCALES
from factsite.analyse.passages import INVISIBLE, Passage, folded_text
from factsite.analyse.wording.words import sentences
from factsite.findings import Located, Occurrence, Span
from factsite.progress import UNWATCHED
from factsite.values import LineRange

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from factsite.findings import Background, Figure, Match, Mention, Row
    from factsite.progress import Progress

UNSEEN = str.maketrans(dict.fromkeys(INVISIBLE))

SHORT = 6
"""Of at most so many words, passages are looked for too that have their figure in another form."""

JOINED = re.compile(r"(?<=\d)[.,\s](?=\d)")
"""What separates the digits of one number."""

SPELT = re.compile(rf"\b(?:{'|'.join(SCALES)})", re.IGNORECASE)
"""The words of large numbers; small ones that are spelt out are not looked for by their digits."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked through: the sources ``among`` all; ``sentence`` says that whole sentences are to be quoted."""

    background: Background
    rows: Sequence[Row]
    among: Sequence[str]
    sentence: bool = False

    def lines(self, source: str) -> Sequence[str]:
        """Return the lines of a source."""
        return self.background.texts[source].lines

    def published(self, source: str) -> dt.date | None:
        """Return the day of a source, where it is known."""
        return self.background.sources[source].published


def occurrences(words: str, search: Search, progress: Progress = UNWATCHED) -> tuple[Occurrence, ...]:
    """Return where words stand exactly; if nowhere, where in other capitals; if nowhere either, what is near.

    Behind these come passages whose figure reads as that of the words, in whatever form.
    """
    parts = quotations.parts_of(words)
    if not parts:
        return ()
    found: list[Occurrence] = []
    for look in (_exact, _in_other_case, _near):
        names = progress.each("look for the words", search.among, len(search.among))
        found = list(look(parts, names, search))
        if found:
            break
    names = progress.each("look for the figure", search.among, len(search.among))
    alike = [one for one in _alike(words, names, search) if not any(_touch(one, other) for other in found)]
    return (*_once(found), *_once(alike))


def _once(found: Iterable[Occurrence]) -> Iterator[Occurrence]:
    """Yield each citation once: words that a line has twice are cited alike."""
    known: set[tuple[str, LineRange, str]] = set()
    for one in found:
        citation = (one.source, one.lines, one.quote)
        if citation not in known:
            known.add(citation)
            yield one


def _touch(one: Occurrence, other: Occurrence) -> bool:
    return one.source == other.source and overlapping(one.spans, other.spans)


def overlapping(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Say whether two passages of an article share a character."""
    return any(a.line == b.line and a.start < b.end and b.start < a.end for a in one for b in other)


def _exact(parts: Sequence[str], names: Iterable[str], search: Search) -> Iterator[Occurrence]:
    for name in names:
        passage = Passage(search.lines(name))
        for stretches in _everywhere(parts, passage):
            yield from cited("exact", name, _spans(stretches, passage), search)


def _in_other_case(parts: Sequence[str], names: Iterable[str], search: Search) -> Iterator[Occurrence]:
    small = [_small(part) for part in parts]
    for name in names:
        passage = Passage(search.lines(name))
        folded = passage.folded
        passage.folded = replace(folded, text=_small(folded.text))
        for stretches in _everywhere(small, passage):
            there = " ".join(folded.text[start:end] for start, end in stretches)
            differs = [
                pair
                for pair in zip(" ".join(parts).split(" "), there.split(" "), strict=True)
                if len(set(pair)) > 1
            ]
            for one in cited("case", name, _spans(stretches, passage), search):
                yield replace(
                    one,
                    written=" ".join(mine for mine, _ in differs),
                    found=" ".join(its for _, its in differs),
                )


def _small(text: str) -> str:
    """Return a text in small letters, character by character, so that positions stay."""
    whole = text.lower()
    if len(whole) == len(text):
        return whole
    return "".join(small if len(small := sign.lower()) == 1 else sign for sign in text)


def _everywhere(parts: Sequence[str], passage: Passage) -> Iterator[list[tuple[int, int]]]:
    """Yield where all parts stand in order, each time as close together as they do."""
    position = 0
    while first := passage.find(parts[0], position):
        stretches = [first]
        for part in parts[1:]:
            found = passage.find(part, stretches[-1][1])
            if found is None:
                return
            stretches.append(found)
        position = first[1]
        again = passage.find(parts[0], position)
        if len(parts) == 1 or again is None or again[1] > stretches[1][0]:
            yield stretches


def _spans(stretches: Iterable[tuple[int, int]], passage: Passage) -> list[Span]:
    return [span for stretch in stretches for span in passage.spans(*stretch)]


def _near(parts: Sequence[str], names: Iterable[str], search: Search) -> Iterator[Occurrence]:
    """Yield the nearest passage of each article, the nearest of all first."""
    found: list[tuple[float, Occurrence]] = []
    for name in names:
        lines = search.lines(name)
        nearest = quotations.nearest_among(parts, lines, range(1, len(lines) + 1))
        if nearest is None:
            continue
        likeness, near = nearest
        at = LineRange(near.line, near.line)
        for passage in (near.passage, near.passage.rstrip(".,;:!?\"')]—–-")):
            located = quotations.locate(passage, at, name, {name: search.background.texts[name]})
            if isinstance(located, Located):
                found += (
                    (likeness, replace(one, written=near.written, found=near.found))
                    for one in cited("near", name, located.spans, search)
                )
                break
    return iter([one for _, one in sorted(found, key=lambda pair: -pair[0])])


def _alike(words: str, names: Iterable[str], search: Search) -> Iterator[Occurrence]:
    """Yield the figures that are the one of the words in another form: "1,300,000" for "1.3 million"."""
    own = [mention for mention in figures.mentions(words) if is_read(mention.figure)]
    if len(own) != 1 or len(words.split()) > SHORT:
        return
    wanted = _bare(words, own[0])
    digits = _digits(words) if wanted.days is None else ""
    for name in names:
        for number, line in enumerate(search.lines(name), 1):
            if digits and digits not in JOINED.sub("", line) and not SPELT.search(line):
                continue
            for mention in figures.mentions(line, search.published(name)):
                if is_read(mention.figure) and _same(wanted, _bare(line, mention, search.published(name))):
                    yield from cited("alike", name, [Span(number, mention.start, mention.end)], search)


def _digits(words: str) -> str:
    """Return the digits that a number has in every form that is not spelt out: "13" of "1.3 million" and "1,300,000"."""
    return max((run.strip("0") for run in re.findall(r"\d+", JOINED.sub("", words))), key=len, default="")


def _bare(text: str, mention: Mention, published: dt.date | None = None) -> Figure:
    """Return a figure as it would be read without its qualifier."""
    return figures.read(text[mention.number : mention.end], published)


def _same(one: Figure, other: Figure) -> bool:
    return is_read(one) and (one.interval, one.days, one.unit) == (other.interval, other.days, other.unit)


def cited(match: Match, source: str, spans: Sequence[Span], search: Search) -> Iterator[Occurrence]:
    """Yield a passage as it can be cited; nothing where its words cannot be quoted."""
    lines = search.lines(source)
    around = widened(spans, lines)
    words = quotable(quotations.quoted(Located(tuple(spans)), lines))
    context = quotable(quotations.quoted(Located(around), lines))
    quote = context if search.sentence else words
    at = LineRange(spans[0].line, spans[-1].line)
    located = quotations.locate(quote, at, source, search.background.texts)
    if not isinstance(located, Located):
        return
    held, figure = _figures(quote, words, search.published(source))
    claims, beside = _claims(source, at, located.spans, search.rows)
    yield Occurrence(
        match=match, source=source, lines=at, quote=quote, spans=located.spans, context=context, figures=held, figure=figure,
        boilerplate=_boilerplate(source, at, search), headline=is_headline(source, located, search.background),
        cut_at=quotations.cut_at(located, lines), claims=claims, beside=beside,
    )  # fmt: skip


def quotable(words: str) -> str:
    """Return words of an article as a fact file can hold them: white space single, nothing invisible."""
    return " ".join(words.translate(UNSEEN).split())


def widened(spans: Sequence[Span], lines: Sequence[str]) -> tuple[Span, ...]:
    """Return a passage with all of the sentences that it begins and ends in."""
    first, last = spans[0], spans[-1]
    start = max(
        (one.start for one in sentences(lines[first.line - 1]) if one.start <= first.start), default=0
    )
    ends = [one.start + len(one.text) for one in sentences(lines[last.line - 1])]
    end = min((point for point in ends if point >= last.end), default=last.end)
    return tuple(
        Span(number, left + len(text) - len(text.lstrip()), left + len(text.rstrip()))
        for number in range(first.line, last.line + 1)
        for left in [start if number == first.line else 0]
        for text in [lines[number - 1][left : end if number == last.line else None]]
        if text.strip()
    )


def _figures(quote: str, words: str, published: dt.date | None) -> tuple[tuple[str, ...], str]:
    """Return the figures of a quotation that can be given for it, and the only one that is among some of its words."""
    start = max(0, quote.find(words))
    end = start + len(words)
    held = [
        (mention, text)
        for mention in figures.mentions(quote, published)
        for text in [quote[mention.start : mention.end]]
        if is_read(mention.figure) and Passage([quote]).find(folded_text(text))
    ]
    among = [text for mention, text in held if mention.start < end and start < mention.end]
    return tuple(text for _, text in held), among[0] if len(among) == 1 else ""


def _claims(
    source: str, lines: LineRange, spans: Sequence[Span], rows: Iterable[Row]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the claims that cite some of the words, and those that cite others of the lines."""
    same, beside = [], []
    for row in rows:
        here = [one for one in row.cited if one.source == source]
        if any(overlapping(one.spans, spans) for one in here):
            same.append(row.id)
        elif any(span.line in lines for one in here for span in one.spans):
            beside.append(row.id)
    return tuple(same), tuple(beside)


def _boilerplate(source: str, lines: LineRange, search: Search) -> str:
    """Return what some of the lines are, where they are not the article's text."""
    parts = search.background.sources[source].boilerplate
    return next(
        (part.reason for part in parts if part.lines.first <= lines.last and lines.first <= part.lines.last),
        "",
    )
