"""Pins and line ranges after articles really changed: the edits that move each range, and what nobody can move but an editor."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factsite import plain
from factsite.analyse.moved import Moves
from factsite.edits import Edit
from factsite.english import listed, number_of
from factsite.load import mend

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from factsite.findings import Missing
    from factsite.model import Claim, Corpus, Source
    from factsite.place import Place
    from factsite.values import CitedFigure, LineRange, Prose


@dataclass(frozen=True, slots=True)
class Range:
    """A range of lines that an author wrote: of evidence with its quotation, else ``quote`` is "".

    ``part`` is the citation in Markdown or in a relation whose range it is. ``claim`` is the id of the claim, "" elsewhere. ``seen_at`` is where the quotation begins.
    """

    source: str
    lines: LineRange
    place: Place
    quote: str = ""
    part: str = ""
    claim: str = ""
    seen_at: Place | None = None

    def edit(self, lines: LineRange) -> Edit:
        """Return the edit that makes it other lines."""
        return Edit(self.place, f"[@{self.source}:{lines}]" if self.part else str(lines), self.part)


@dataclass(slots=True)
class Repinned:
    """What is to be done after articles changed; ``moved`` and ``stayed`` count line ranges.

    ``open`` are the places that an editor has to look at, each with the reason.
    """

    edits: list[Edit] = field(default_factory=list)
    open: list[tuple[Place, str]] = field(default_factory=list)
    moved: int = 0
    stayed: int = 0


def changed(corpus: Corpus) -> list[Source]:
    """Return the sources whose article is not what their pin says."""
    return [
        source
        for source in corpus.sources.values()
        if source.id in corpus.texts
        and source.at.has(["sha256"])
        and corpus.texts[source.id].sha256 != source.sha256
    ]


def repin(corpus: Corpus, source: Source, was: Sequence[str] | None) -> Repinned:
    """Return what is to be done for one changed source; ``was`` are the lines of the article as it was, if known."""
    done = Repinned([Edit(source.at["sha256"], corpus.texts[source.id].sha256)])
    ranges = [one for one in ranges_of(corpus) if one.source == source.id]
    quoted = [one for one in ranges if one.quote]
    moves = Moves(corpus.texts[source.id].lines, [(one.lines, one.quote) for one in quoted], was)
    unknown = "gone, or rewritten" if was is not None else "nothing tells where that stands now"
    beside: dict[tuple[str, LineRange], set[LineRange]] = {}
    for one in quoted:
        result = moves.quotation(one.quote, one.lines)
        if result.lines:
            beside.setdefault((one.claim, one.lines), set()).add(result.lines)
        _note(done, one, result.lines, _why(one, result.several, result.missing))
    for one in ranges:
        if not one.quote:
            own = beside.get((one.claim, one.lines), set()) if one.claim else set()
            lines = next(iter(own)) if len(own) == 1 else moves.range(one.lines).lines
            _note(done, one, lines, f"{one.lines.words} of {one.source}: {unknown}")
    done.open.sort()
    return done


def _note(done: Repinned, one: Range, lines: LineRange | None, why: str) -> None:
    """Take note of where a range stands now, or of why that is not known."""
    if lines is None:
        done.open.append((one.seen_at or one.place, why))
    elif lines == one.lines:
        done.stayed += 1
    else:
        done.moved += 1
        done.edits.append(one.edit(lines))


def _why(one: Range, several: Sequence[LineRange], missing: Missing | None) -> str:
    """Return why a quotation has no lines now."""
    if several:
        return f"“{one.quote}” stands at {listed([place.words for place in several])} of {one.source} now; which of them is meant cannot be told"
    nearest = missing.nearest if missing else None
    near = f"; nearest is “{nearest.passage}”, line {nearest.line}" if nearest else ""
    return f"“{one.quote}” stands nowhere in {one.source} now{near}"


def ranges_of(corpus: Corpus) -> Iterator[Range]:
    """Yield every range of lines of an article that stands in an author's file."""
    for claim in corpus.claims:
        yield from _of_claim(claim)
    for essay in corpus.essays:
        yield from _in_prose([essay.text])
    for source in corpus.sources.values():
        yield from _in_prose([source.note] if source.note else [])
        for part in source.boilerplate:
            if part.at.has(["lines"]):
                yield Range(source.id, part.lines, part.at["lines"])


def _of_claim(claim: Claim) -> Iterator[Range]:
    for piece in claim.evidence:
        if piece.at.has(["source", "lines"]):
            quote = piece.quote if piece.at.has(["quote"]) else ""
            yield Range(
                piece.source, piece.lines, piece.at["lines"], quote, claim=claim.id, seen_at=piece.at["quote"]
            )
    for one in _in_prose(claim.prose):
        yield replace(one, claim=claim.id)
    for figure in _figures(claim):
        if figure.place is not None:
            written = f"[@{figure.source}:{figure.lines}]"
            yield Range(figure.source, figure.lines, figure.place, part=written, claim=claim.id)


def _figures(claim: Claim) -> Iterator[CitedFigure]:
    """Yield the figures of a claim's relations."""
    for relation in claim.relations:
        if relation.at.has(["figure"]):
            yield relation.figure
        yield from relation.of
        if relation.times and relation.times.cited:
            yield relation.times.cited


def _in_prose(texts: Iterable[Prose]) -> Iterator[Range]:
    """Yield the citations in Markdown."""
    for text in texts:
        for inline in text.citations:
            yield Range(inline.source, inline.lines, inline.place, part=inline.written)


def mended(
    folder: Path, edits: Iterable[Edit], told: Callable[[Edit], None]
) -> tuple[Mapping[str, bytes], Mapping[str, bytes]]:
    """Return the files that edits change, as they are and as they will be; ``told`` is given each that cannot be made."""
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.place.file, []).append(edit)
    before = {file: plain.read(folder, file) for file in by_file}
    after = {}
    for file, wanted in by_file.items():
        after[file], refused = mend(file, before[file], wanted)
        for edit in refused:
            told(edit)
    return before, after


def counted(source: str, done: Repinned) -> str:
    """Return in a line what was done for a source."""
    said = f"{source}: new pin; {number_of(done.moved, 'line range')} moved, {done.stayed} as before"
    return f"{said}; {len(done.open)} to look at" if done.open else said
