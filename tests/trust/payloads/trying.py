"""Trying payloads: a site and its twin built, and everything that is published of the two compared."""

from __future__ import annotations

import datetime as dt
import json
import re
import tempfile
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from factsite.load.scalars import read_text
from tests.built import ROOT, laid
from tests.trust.payloads import reading
from tests.trust.payloads.fields import HOSTS, MARKDOWN, PLAIN, Words, harmless, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Page as Tab

    from factsite.publish import Shelf
    from tests.trust.payloads.fields import Writer
    from tests.trust.payloads.reading import Files

TODAY = dt.date(2024, 12, 1)
MEANT = re.compile(r"[\\`*_\[\]#&!|~+={}-]|\d[.)]|[:>]|https?:|\n")
"""What may mean something in Markdown: a text without it stands on the page as it was typed."""


@dataclass(slots=True)
class Tried:
    """What was tried: how many fields, values, pages and other files; and what was found."""

    fields: set[tuple[str, str]] = field(default_factory=set)
    values: int = 0
    pages: int = 0
    files: int = 0
    cards: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: Tried) -> None:
        """Add what else was tried."""
        self.fields |= other.fields
        self.values += other.values
        self.pages += other.pages
        self.files += other.files
        self.cards += other.cards
        self.faults += other.faults


def tried(tab: Tab, payloads: Sequence[str], kind: str, host: str = HOSTS[0]) -> Tried:
    """Try payloads in all fields of a kind, and compare what comes of them with what comes of harmless words."""
    found = Tried()
    with tempfile.TemporaryDirectory() as place:
        writer, files, drawings = _built(Path(place) / "hostile", Words(payloads, kind), str, host, found)
        cited = [" [@s0:1]" if "[@s0:1]" in text else "" for text in payloads]
        neutral = [f"Neutral words {number}.{cite}" for number, cite in enumerate(cited)]
        words = Words(payloads if kind == PLAIN else neutral, kind)
        _, twin, others = _built(Path(place) / "twin", words, harmless, host, found)
    if found.faults:
        return found
    pairs = [*reading.pairs_of(files, twin)]
    typed = _typed(writer) if kind == PLAIN else _prose(writer)
    found.faults += reading.pages(tab, pairs, kind, typed)
    found.faults += [
        *reading.data(files, twin, kind),
        *reading.formulas(files),
        *reading.cards(drawings, others),
    ]
    if kind == PLAIN:
        found.faults += [*_as_typed(writer, files)]
    used = writer.words.used
    found.fields = {(record, key) for record, key in used}
    found.values = sum(map(len, used.values()))
    found.pages, found.files, found.cards = len(pairs), len(files), len(drawings)
    return found


def _built(
    folder: Path, words: Words, turn: Callable[[str], str], host: str, found: Tried
) -> tuple[Writer, Files, list[str]]:
    writer = write(folder, words, turn, host)
    outcome, shelf = laid(folder, [ROOT / "templates"], TODAY)
    wrong = [one for one in outcome.diagnostics if one.severity == "error"]
    found.faults += [f"{one.place} {one.rule} {one.message}" for one in wrong]
    return writer, {page.path: page.content for page in shelf.pages}, _drawn(shelf)


def _drawn(shelf: Shelf) -> list[str]:
    return [drawing.svg for drawing in shelf.drawings]


def _typed(writer: Writer) -> dict[str, list[str]]:
    """Return the words that were typed into the fields of each claim, by its page: those that the twin's page shows, this one has to."""
    return {
        f"claims/c{number}.html": [
            *{read_text(text) for text in _texts(writer.claim(number)) if text != harmless(text)}
        ]
        for number in range(2 * writer.count)
    }


def _prose(writer: Writer) -> dict[str, list[str]]:
    """Return the Markdown of each claim that means nothing in Markdown: it stands on the page as it was typed."""
    return {
        f"claims/c{number}.html": [
            text.strip() for text in _texts(writer.claim(number)) if text in writer.words.payloads and not MEANT.search(text)
        ]
        for number in range(0, 2 * writer.count, 2)
    }  # fmt: skip


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _as_typed(writer: Writer, files: Files) -> Iterator[str]:
    """Yield what the data does not say as it was typed: the JSON of claims, and the tables, whose cells can be read back."""
    claims = json.loads(files["data/claims.json"])["claims"]
    heads = {claim["id"]: claim for claim in claims}
    rows = _rows(files["data/claims.csv"])
    for number in range(2 * writer.count):
        name, written = f"c{number}", writer.claim(number)
        said = {"json": heads[name] | {"because": heads[name]["verdict"]["because"]}, "csv": rows[name]}
        for where, key in product(said, ("claim", "summary", "because", "measure")):
            if said[where][key] != read_text(written[key]):
                yield f"{where} of {name}: {key} is {said[where][key]!r}, and not {written[key]!r}"
        for piece, given in zip(heads[name]["evidence"], written["evidence"], strict=True):
            for key in ("scope", "note"):
                if piece[key] != read_text(given[key]):
                    yield f"json of {name}: {key} is {piece[key]!r}, and not {given[key]!r}"


def _rows(content: bytes) -> dict[str, dict[str, str]]:
    head, *rows = reading.table(content.decode())
    return {row[0]: {name: reading.cell(one) for name, one in zip(head, row, strict=True)} for row in rows}


KINDS = (PLAIN, MARKDOWN)
