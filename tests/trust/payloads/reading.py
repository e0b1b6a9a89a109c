"""What stands in the files of a site and in those of its harmless twin: whether it is the same, but for the signs that are others there.

Pages are read by a browser's own parser, XML and JSON by strict ones, tables as a spreadsheet reads them. Each function returns
faults, a line for each.
"""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote
from xml.etree import ElementTree

from tests.trust.payloads.fields import HARMLESS, PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from playwright.sync_api import Page as Tab

Files = dict[str, bytes]
Pair = tuple[str, str, str]

SCRIPT: Final = (Path(__file__).parent / "pages.js").read_text("utf-8").partition("*/")[2].strip()
AT_ONCE: Final = 60
"""So many pages are handed to the browser at a time."""

FORMULA: Final = re.compile(r'(?:\A|[;\t\r\n])[\s"]*[=+\-@＝＋－＠]|\A[\t\r\n]')
"""What a spreadsheet may run: a cell that begins so, or what it takes for a cell where it parts them by other signs than commas."""
ESCAPED: Final = re.compile(r"\A'(?='*[\t\r\n])|(\A|[;\t\r\n])([\s\"']*)'([=+\-@＝＋－＠])")
"""The apostrophes that keep it from doing so."""
DIGEST: Final = re.compile(r"\b[0-9a-f]{64}\b|(?<=sha-256;)[\w-]{43}")


def alike(text: str) -> str:
    """Return a text in which a sign and its twin are the same."""
    return text.translate(HARMLESS)


def pages(tab: Tab, pairs: Sequence[Pair], kind: str, typed: Mapping[str, Sequence[str]]) -> list[str]:
    """Compare pages with their twins; ``typed`` are words that have to stand in the text of a page."""
    signs = {chr(one): chr(other) for one, other in HARMLESS.items()}
    faults = []
    for first in range(0, len(pairs), AT_ONCE):
        some = pairs[first : first + AT_ONCE]
        faults += tab.evaluate(
            SCRIPT,
            {
                "pages": some, "from": "".join(signs), "to": "".join(signs.values()), "kind": kind,
                "typed": {path: list(typed.get(path, ())) for path, *_ in some},
            },
        )  # fmt: skip
    return faults


def pairs_of(hostile: Files, twin: Files) -> Iterator[Pair]:
    """Yield everything that is HTML: the pages, and what feeds hold of it."""
    for path, content in hostile.items():
        if path.endswith(".html"):
            yield path, content.decode(), twin[path].decode()
    for name in ("feed.xml", "feed.json"):
        ours, theirs = ([*_of_feed(name, files[name])] for files in (hostile, twin))
        for number, (one, other) in enumerate(zip(ours, theirs, strict=True)):
            yield f"{name}#{number}", one, other


def _of_feed(name: str, content: bytes) -> Iterator[str]:
    if name.endswith(".json"):
        yield from (item["content_html"] for item in json.loads(content)["items"])
    else:
        atom = "{http://www.w3.org/2005/Atom}"
        yield from (entry.text or "" for entry in ElementTree.fromstring(content).iter(f"{atom}content"))


def data(hostile: Files, twin: Files, kind: str) -> Iterator[str]:
    """Yield what differs in the files that are no pages; where Markdown differs, so may they, but not in their form."""
    if hostile.keys() != twin.keys():
        yield f"other files: {sorted(hostile.keys() ^ twin.keys())[:5]}"
    for path, content in hostile.items():
        reader = READERS.get(path.rpartition(".")[2])
        if path.endswith((".html", ".js", ".css", "assets/icon.svg")) or path not in twin:
            continue
        if reader is None:
            yield f"{path}: nobody reads it"
            continue
        one, other = reader(content.decode()), reader(twin[path].decode())
        if kind == PLAIN and one != other:
            yield f"{path}: {_first(one, other)}"


def _first(one: Any, other: Any) -> str:
    """Return where two values differ first."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        return next(f"{key}: {_first(one[key], other[key])}" for key in one if one[key] != other[key])
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return next(
            f"{at}: {_first(*two)}" for at, two in enumerate(zip(one, other, strict=True)) if two[0] != two[1]
        )
    return f"{str(one)[:300]}\n   harmless: {str(other)[:300]}"


def _same(value: Any) -> Any:
    """Return a value of JSON in which all that may differ is the same; signs and their twins have other lengths in bytes."""
    if isinstance(value, str):
        return alike(unquote(DIGEST.sub("digest", value)))
    if isinstance(value, list):
        return [_same(one) for one in value]
    return (
        {key: _same(one) for key, one in value.items() if key != "bytes"}
        if isinstance(value, dict)
        else value
    )


def _json(text: str) -> Any:
    def refuse(constant: str) -> None:
        raise ValueError(f"{constant} is no JSON")

    return _same(json.loads(text, parse_constant=refuse))


def _xml(text: str) -> Any:
    return [
        [element.tag, sorted((name, alike(unquote(value))) for name, value in element.attrib.items()), alike(element.text or "") if "content" not in element.tag else ""]
        for element in ElementTree.fromstring(text.encode()).iter()
    ]  # fmt: skip


def table(text: str) -> list[list[str]]:
    """Return the cells of a table."""
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def cell(written: str) -> str:
    """Return the words of a cell as they were typed."""
    return ESCAPED.sub(lambda found: "".join(found.groups(default="")), written)


def _table(text: str) -> Any:
    cells = table(text)
    ran = [one for row in cells for one in row if FORMULA.search(one) and not NUMBER.fullmatch(one)]
    return {"cells": [[alike(cell(one)) for one in row] for row in cells], "formulas": ran}


NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")
FIELD: Final = re.compile(r"  (\w+) = (?:\{(.*)\}|(\w+)),")


def _bibtex(text: str) -> Any:
    """Return the names of the fields of an entry. Raises where it is none: BibTeX counts every brace."""
    head, *fields, foot = text.removesuffix("\n").split("\n")
    found = [FIELD.fullmatch(field) for field in fields]
    if not head.startswith("@misc{") or foot != "}" or None in found:
        raise ValueError(f"no BibTeX: {text}")
    for field in filter(None, found):
        depth = 0
        for sign in field[2] or "":
            depth += {"{": 1, "}": -1}.get(sign, 0)
            if depth < 0:
                raise ValueError(f"no BibTeX: {text}")
        if depth:
            raise ValueError(f"no BibTeX: {text}")
    return [field[1] for field in filter(None, found)]


READERS: Final = {
    "json": _json,
    "jsonld": _json,
    "xml": _xml,
    "csv": _table,
    "bib": _bibtex,
    "txt": str,
    "svg": _xml,
}


def formulas(files: Files) -> Iterator[str]:
    """Yield every cell that a spreadsheet may run."""
    for path, content in files.items():
        if path.endswith(".csv"):
            yield from (f"{path}: {one}" for one in _table(content.decode())["formulas"])


SVG: Final = "{http://www.w3.org/2000/svg}"


def cards(hostile: Iterable[str], twin: Iterable[str]) -> Iterator[str]:
    """Yield what drawings have that the harmless ones have not: an element, an attribute, something else in a text than words."""
    known = {form for one in twin for form in _forms(one)}
    for one in hostile:
        yield from (f"card: {form}" for form in _forms(one) if form not in known)
        for text in ElementTree.fromstring(one).iter(f"{SVG}text"):
            if len(text):
                yield f"card: {ElementTree.tostring(text)!r}"


def _forms(svg: str) -> Iterator[tuple[str, ...]]:
    for element in ElementTree.fromstring(svg).iter():
        yield (element.tag, *sorted(element.attrib))
