"""A new fact file: everything filled in that follows from claim and citations, the rest left to the editor, and named.

What is left has no value, so that the check faults it, and the file is a draft, which `serve` alone shows: nothing that is
unfinished can be published by accident, and it keeps nothing else from being published.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from factsite.editor.citations import about, citation
from factsite.editor.desk import key_words, own_figure
from factsite.editor.factfile import STEP, Remarked, comments, item, todo, written
from factsite.editor.suggest import fact_file
from factsite.facts import examine
from factsite.load import Refusal, keys_of, read_id
from factsite.model import Claim, Evidence
from factsite.report import printable
from factsite.values import Switch

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from factsite.editor.desk import Desk
    from factsite.findings import Occurrence, Suggestion
    from factsite.values import Stance

    Chosen = Sequence[tuple[Occurrence, Stance | None]]
    """Passages that are cited, each with its stance where the editor gave one."""

WORDS: Final = 5
"""An id is made of so many words of the claim."""

LONGEST: Final = 50

CANDIDATES: Final = 5
"""So many passages are offered where none is cited."""

MARK: Final = "TODO: "

SUMMARY: Final = todo("why, in one sentence, for a reader who reads nothing else")


def new_id(claim: str, taken: Collection[str]) -> str:
    """Return an id made of a claim, that no claim has."""
    words = [_plain(word) for word in key_words(claim)]
    made = ""
    for word in [word for word in words if word][:WORDS]:
        longer = f"{made}-{word}".strip("-")
        made = longer if len(longer) <= LONGEST else made
    first = made or "claim"
    if isinstance(read_id(first), Refusal):
        first = f"claim-{first}"
    return next(
        name
        for number in count(1)
        for name in [first if number == 1 else f"{first}-{number}"]
        if name not in taken
    )


def _plain(word: str) -> str:
    """Return a word in the letters that an id can have, without a genitive."""
    letters = unicodedata.normalize("NFKD", re.sub("'s?$", "", word)).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", letters).strip("-")


def taken_ids(desk: Desk) -> frozenset[str]:
    """Return the ids and former ids of all claims."""
    return desk.corpus.ids["facts"] | {alias for row in desk.rows for alias in row.aliases}


def from_citations(
    claim: str, chosen: Chosen, desk: Desk, today: dt.date, topic: str | None, measure: str | None
) -> dict[str, Any]:
    """Return the fact file of a claim that cites these passages."""
    figure = own_figure(claim)
    made: dict[str, Any] = {
        "claim": claim,
        "verdict": _verdict(claim, chosen, desk, today),
        "summary": SUMMARY,
        "checked": today,
        "evidence": [_evidence(one, stance, compared=bool(figure or measure)) for one, stance in chosen]
        or None,
    }
    if topic or desk.corpus.site.topics:
        made["topic"] = topic or todo(f"one of {', '.join(desk.corpus.site.topics)}; or no such line")
    if figure or measure:
        made["measure"] = measure or todo("what the figure counts; or no such line")
    if figure:
        made["figure"] = figure.words
    return _in_order(made)


def from_suggestion(suggestion: Suggestion, claim: str | None, desk: Desk, today: dt.date, topic: str | None) -> dict[str, Any]:  # fmt: skip
    """Return the fact file of a suggestion; what was put together from its words is left to the editor to put better."""
    made = fact_file(suggestion, today)
    made["claim"] = claim or Remarked(made["claim"], "TODO: a sentence of your own that can be checked")
    made["verdict"] = _named(made["verdict"], desk)
    made["summary"] = todo(f"why, in one sentence; found was: {made['summary']}")
    for piece, found in zip(made["evidence"], suggestion.items, strict=True):
        piece["quote"] = found.text[found.first : found.last]
        piece["stance"] = Remarked(
            piece["stance"], "TODO: seen from the first passage; say whether it is so of your claim"
        )
    if topic or desk.corpus.site.topics:
        made["topic"] = topic or todo(f"one of {', '.join(desk.corpus.site.topics)}; or no such line")
    return _in_order(made)


def _in_order(made: dict[str, Any]) -> dict[str, Any]:
    """Return a fact file in the order of the model, marked as a draft."""
    made["draft"] = Remarked(Switch.YES, "TODO: delete this line when all is decided")
    return {key: made[key] for key in keys_of(Claim) if key in made}


def _evidence(one: Occurrence, stance: Stance | None, *, compared: bool) -> dict[str, Any]:
    made = citation(one)
    if stance:
        made["stance"] = stance
    if not compared:
        made.pop("figure", None)
    return made


def _verdict(claim: str, chosen: Chosen, desk: Desk, today: dt.date) -> Any:
    """Return the verdict that the rule derives from the stances as they stand."""
    evidence = tuple(
        Evidence(source=one.source, lines=one.lines, quote=one.quote, stance=stance)  # type: ignore[arg-type]
        for one, stance in chosen
        if stance
    )
    stated = Claim(id="new", claim=claim, verdict="", summary="", checked=today, evidence=evidence)
    derived = examine(stated, desk.background).found.derived
    named = _named(derived.verdict_class, desk)
    return (
        named
        if len(evidence) == len(chosen) > 0
        else Remarked(named, "as it stands; it follows from the stances")
    )


def _named(verdict_class: str, desk: Desk) -> str:
    """Return the site's own name of a class of verdicts."""
    scale = desk.corpus.site.scale
    return next(name for name, verdict in scale.items() if verdict.verdict_class == verdict_class)


def as_text(record: Mapping[str, Any], candidates: Iterable[Occurrence] = ()) -> str:
    """Return the text of a fact file; where it cites nothing, with passages that may speak to the claim as comments."""
    lines = list(written(record))
    if record["evidence"] is None:
        offered = [one for one in candidates if not one.boilerplate][:CANDIDATES]
        lines += _offered(offered, compared="figure" in record)
    return "".join(f"{printable(line)}\n" for line in lines)


def _offered(candidates: Sequence[Occurrence], *, compared: bool) -> Iterator[str]:
    if not candidates:
        yield "  # TODO: passages of articles; `cite` finds them by their words"
        return
    yield "  # TODO: passages that may speak to it. Take the `# ` away before those that do, delete the others."
    for one in candidates:
        yield from comments(comments(_known(one)), STEP)
        yield from comments(
            (line[len(STEP) :] for line in item(_evidence(one, None, compared=compared))), STEP
        )


def _known(one: Occurrence) -> Iterator[str]:
    """Yield where a candidate stands and who cites it, without its sentence: it stands right below."""
    yield from (line.strip() for line in list(about(replace(one, beside=())))[1:])


def left(text: str) -> Iterator[str]:
    """Yield what a fact file leaves to the editor, each with its line; a comment on lines of its own is of the key below."""
    above = ""
    for number, line in enumerate(text.splitlines(), 1):
        before, sign, comment = line.partition("# ")
        if sign and not before.strip():
            above = f"{above} {comment}".strip()
            continue
        wanted = above or comment
        above = ""
        if wanted.startswith(MARK):
            yield f"line {number}: {before.strip(' -').partition(':')[0]}: {wanted.removeprefix(MARK)}"
    if above.startswith(MARK):
        yield f"evidence: {above.removeprefix(MARK).partition('.')[0]}"
