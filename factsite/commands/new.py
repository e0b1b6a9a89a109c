"""Write a new fact file, with everything filled in that can be.

The file is named after the claim. Quoted is the sentence of the cited lines that speaks to the claim best, or the words
given with --quote. --supports, --refutes and --context are --cite with its stance. What only you can decide is left empty, and
listed. The file is a draft (`draft: yes`): `serve` shows it, the check warns of what is left, and it is published when you
delete that line. Without citations, passages that may speak to the claim are put in as comments.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from factsite.commands import options as takes
from factsite.commands.cite import unreadable
from factsite.commands.terminal import Watch, misused, no_site, program, short
from factsite.diagnostic import did_you_mean
from factsite.editor import draft
from factsite.editor.desk import (
    desk,
    occurrences,
    search_of,
    similar_claims,
    speaking,
    speaks_best,
    suggest_for,
)
from factsite.editor.writing import RefusedError, write_new
from factsite.english import listed, number_of
from factsite.load import Refusal, read_id, read_lines
from factsite.report import printable
from factsite.values import LineRange, Stance

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from factsite.editor.desk import Desk
    from factsite.findings import Occurrence

EXAMPLES = (
    '"North Korea’s army has 1.3 million soldiers."  # with passages that may speak to it',
    '"…" --supports eastside:5 --refutes world-news:35 --quote "around 1.2 million personnel"',
    '--from 3 "…"  # the third suggestion of `suggest`, with a claim of your own',
)


class _RefusalError(Exception):
    """Why no file can be written."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A citation as it was asked for: lines of a source, some words, or both."""

    stance: Stance | None
    source: str = ""
    lines: str = ""
    quote: str = ""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("claim", nargs="?", help="the claim: one sentence that can be checked")
    for name in ("cite", *Stance):
        parser.add_argument(
            f"--{name}", dest="pieces", action="append", default=[], metavar="SOURCE:LINES", type=_reader(name),
            help="lines to cite, as in eastside:5 or eastside:5-6" if name == "cite" else f"the same, with the stance `{name}`",
        )  # fmt: skip
    parser.add_argument(
        "--quote", dest="pieces", action="append", metavar="WORDS", type=_Quote,
        help="the words to quote of the lines before it; alone, they are looked for in all articles",
    )  # fmt: skip
    parser.add_argument("--from", dest="number", type=int, metavar="N", help="number N of `suggest`, whole")
    parser.add_argument("--id", help="the name of the file (default: made of the claim)")
    parser.add_argument("--topic", help="the topic under which it is listed")
    parser.add_argument("--measure", help="what its figures count")
    parser.add_argument("-n", "--dry-run", action="store_true", help="print the file, write nothing")
    takes.add_site(parser)
    takes.add_date(parser)
    takes.add_loudness(parser)


class _Quote(str):
    """Words to be quoted."""

    __slots__ = ()


def _reader(name: str) -> Any:
    """Return the reader of an option that cites."""

    def place(text: str) -> _Piece:
        source, _, lines = text.rpartition(":")
        return _Piece(None if name == "cite" else Stance(name), source or lines, lines if source else "")

    return place


def _pieces(given: list[_Piece | _Quote]) -> list[_Piece]:
    """Return the citations asked for: words belong to the lines before them, if these have none yet."""
    pieces: list[_Piece] = []
    for one in given:
        if isinstance(one, _Piece):
            pieces.append(one)
        elif pieces and not pieces[-1].quote:
            pieces[-1] = replace(pieces[-1], quote=str(one))
        else:
            pieces.append(_Piece(None, quote=str(one)))
    return pieces


def run(options: argparse.Namespace) -> int:
    """Write the file, and say what is left to decide."""
    if problem := no_site(options.root):
        return misused(problem)
    try:
        with Watch(options) as watch:
            claim = _sentence(options.claim, needed=options.number is None)
            table = desk(options.root, watch)
            record, candidates = _record(options, claim, table, watch)
        return _write(options, record, draft.as_text(record, candidates), table)
    except _RefusalError as refusal:
        return misused(str(refusal))


def _sentence(claim: str | None, *, needed: bool) -> str:
    """Return the claim in one line."""
    words = " ".join((claim or "").split())
    if needed and not any(sign.isalnum() for sign in words):
        raise _RefusalError("a claim is needed: one sentence that can be checked, in quotes; or --from N")
    if not words.isprintable():
        raise _RefusalError("the claim holds a sign that cannot be seen; write it again")
    return words


def _record(
    options: argparse.Namespace, claim: str, table: Desk, watch: Watch
) -> tuple[dict[str, Any], tuple[Occurrence, ...]]:
    """Return the fact file, and the passages to offer."""
    topics = table.corpus.site.topics
    if options.topic and options.topic not in topics:
        raise _RefusalError(
            f"there is no topic {options.topic!r}; {did_you_mean(options.topic, topics) or 'site.yaml has none'}"
        )
    if options.number is not None:
        if options.pieces or options.measure:
            raise _RefusalError("--from brings its own citations and measure; add others to the file")
        return _suggested(options, claim, table, watch), ()
    chosen = [
        (one, piece.stance) for piece in _pieces(options.pieces) for one in _found(piece, claim, table, watch)
    ]
    record = draft.from_citations(claim, chosen, table, options.date, options.topic, options.measure)
    return record, () if chosen else speaking(claim, search_of(table), watch)


def _suggested(options: argparse.Namespace, claim: str, table: Desk, watch: Watch) -> dict[str, Any]:
    """Return the fact file of a suggestion, by the number under which `suggest` prints it."""
    suggestions, _ = suggest_for(options.root, watch)
    chosen = next((one for one in suggestions if one.number == options.number), None)
    if chosen is None:
        raise _RefusalError(
            f"there is no suggestion {options.number}; `{program()} suggest` has {number_of(len(suggestions), 'suggestion')}"
        )
    if chosen.claims:
        files = listed([f"content/facts/{name}.yaml" for name in chosen.claims])
        raise _RefusalError(f"suggestion {options.number} is in a claim already: {files}")
    return draft.from_suggestion(chosen, claim, table, options.date, options.topic)


def _found(piece: _Piece, claim: str, table: Desk, watch: Watch) -> tuple[Occurrence, ...]:
    """Return what is quoted of a citation that was asked for."""
    if not piece.source:
        return _by_words(piece.quote, "", None, table, watch)
    if problem := unreadable(piece.source, table.corpus.texts):
        raise _RefusalError(problem)
    lines = _lines(piece, len(table.corpus.texts[piece.source].lines))
    if piece.quote:
        return _by_words(piece.quote, piece.source, lines, table, watch)
    found = speaks_best(claim, piece.source, lines, search_of(table))
    if not found:
        raise _RefusalError(
            f"{lines.words} of {piece.source} {'is' if lines.first == lines.last else 'are'} empty"
        )
    return _usable(found)


def _lines(piece: _Piece, length: int) -> LineRange:
    if not piece.lines:
        raise _RefusalError(
            f"say which lines of {piece.source}, as in {piece.source}:5; there are {length:,}"
        )
    lines = read_lines(piece.lines)
    if not isinstance(lines, LineRange):
        raise _RefusalError(f"{lines.message}; write {piece.source}:5 or {piece.source}:5-6")
    if lines.last > length:
        raise _RefusalError(f"{piece.source} has {number_of(length, 'line')}; there is no line {lines.last}")
    return lines


def _by_words(
    quote: str, source: str, lines: LineRange | None, table: Desk, watch: Watch
) -> tuple[Occurrence, ...]:
    """Return the one place where words stand."""
    among = search_of(table, [source] if source else ())
    found = [one for one in occurrences(quote, among, watch) if one.match != "alike"]
    exact = [one for one in found if one.match == "exact"]
    here = [one for one in exact if lines is None or (one.lines.first in lines and one.lines.last in lines)]
    if len(here) == 1 or (here and lines is not None):
        return _usable(tuple(here[:1]))
    where = listed([f"{one.source}:{one.lines}" for one in exact[:8]])
    if here:
        raise _RefusalError(
            f"“{quote}” stands in several places: {where}; say which with --cite before --quote"
        )
    if exact:
        raise _RefusalError(f"“{quote}” does not stand there; it stands at {where}")
    near = f"; nearest is “{found[0].quote}”, {found[0].source}:{found[0].lines}" if found else ""
    raise _RefusalError(
        f"“{quote}” stands in no article{near}"
        if not source
        else f"“{quote}” does not stand in {source}{near}"
    )


def _usable(found: tuple[Occurrence, ...]) -> tuple[Occurrence, ...]:
    """Return passages, unless the check would refuse them."""
    for one in found:
        if one.boilerplate:
            raise _RefusalError(f"{one.lines.words} of {one.source} can be no evidence: {one.boilerplate}")
    return found


def _write(options: argparse.Namespace, record: Mapping[str, Any], text: str, table: Desk) -> int:
    """Write the file, unless there is one; say what is left to decide."""
    claim = str(getattr(record["claim"], "value", record["claim"]))
    same = [row for row in table.rows if row.claim.casefold() == claim.casefold()]
    if same:
        raise _RefusalError(f"{same[0].id} states this claim already: content/facts/{same[0].id}.yaml")
    name = _name(options.id, claim, table)
    told = list(_told(claim, text, table))
    path = options.root / "content" / "facts" / f"{name}.yaml"
    if options.dry_run:
        print(text, end="")
        for line in (f"This would be {short(path)}.", *told):
            print(printable(line), file=sys.stderr)
        return 0
    try:
        write_new(path, text, options.root)
    except RefusedError as fault:
        if not path.resolve().is_relative_to(options.root.resolve()):
            raise _RefusalError(str(fault)) from fault
        raise _RefusalError(f"{short(path)} is there already; choose another name with --id") from fault
    except OSError as refusal:
        raise _RefusalError(f"the disk refuses: {refusal}") from refusal
    for line in (
        f"{short(path)} is written.",
        *told,
        f"While you write, {program()} serve shows it at http://127.0.0.1:8000/claims/{name}.html",
        f"At last delete `draft: yes`; {program()} check then tells what is still at fault.",
    ):
        print(printable(line))
    return 0


def _name(given: str | None, claim: str, table: Desk) -> str:
    """Return the id of the new claim."""
    taken = draft.taken_ids(table)
    if given is None:
        return draft.new_id(claim, taken)
    name = read_id(given)
    if isinstance(name, Refusal):
        raise _RefusalError(f"{name.message}: {name.help}")
    if name in taken:
        raise _RefusalError(f"there is a claim {name} already, or it had that name; choose another with --id")
    return name


def _told(claim: str, text: str, table: Desk) -> Iterator[str]:
    """Yield what the editor has to know of the file."""
    titles = {row.id: row.claim for row in table.rows}
    similar = list(similar_claims(claim, table.rows))
    if similar:
        yield "Similar claims are there already; if none says the same, name those that belong to it under `related`:"
        yield from (f"  {other}: {titles[other]}" for other in similar)
    todo = list(draft.left(text))
    if todo:
        yield "Left for you to decide:"
        yield from (f"  {one}" for one in todo)
