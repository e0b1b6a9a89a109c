"""Claims and their evidence as tables: CSV by RFC 4180, UTF-8, a heading, lines that end in CR LF.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula and runs it, and the words here are those
of articles. So text that begins so, after white space or not, gets a ``'`` before it, which spreadsheets do not show and
other readers take away. Numbers of ours are left as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from factsite.render.data.joined import Join

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

CLAIMS = (
    "id", "claim", "verdict", "label", "class", "derived", "because", "summary", "topic", "measure", "figure", "low", "high",
    "unit", "articles", "origins", "supports", "refutes", "context", "published", "checked", "corrections",
    "last_corrected", "withdrawn", "page",
)  # fmt: skip
"""The columns of ``data/claims.csv``."""

EVIDENCE = (
    "claim", "number", "source", "file", "first_line", "last_line", "quotation", "stance", "figure", "low", "high", "unit",
    "date", "according_to", "speaker", "as_of", "scope", "note", "page",
)  # fmt: skip
"""The columns of ``data/evidence.csv``."""

FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
"""How a cell begins that a spreadsheet would not take for text."""

QUOTED = re.compile(r'[,"\r\n]')
"""What a cell holds that stands in quotation marks."""


def table(path: str, columns: Sequence[str], lines: Iterable[bytes]) -> Join:
    """Return a table of lines that are written already."""
    return Join(path, _line(columns).encode(), lines, b"", b"")


def claim_line(document: Mapping[str, Any]) -> str:
    """Return a claim's line, from its JSON."""
    verdict, evidence, corrections = document["verdict"], document["evidence"], document["corrections"]
    stances = [piece["stance"] for piece in evidence]
    values = {
        **document,
        **_reading(document["reading"]),
        "verdict": verdict["given"],
        **{name: verdict[name] for name in ("label", "class", "derived", "because")},
        **{stance: stances.count(stance) for stance in ("supports", "refutes", "context")},
        "corrections": len(corrections),
        "last_corrected": corrections[-1]["date"] if corrections else None,
        "withdrawn": document["withdrawn"] and document["withdrawn"]["date"],
        "page": document["url"] or document["page"],
    }
    return _line(values[name] for name in CLAIMS)


def evidence_lines(document: Mapping[str, Any]) -> str:
    """Return the lines of a claim's citations, from its JSON."""
    page = document["url"] or document["page"]
    lines = []
    for number, piece in enumerate(document["evidence"], 1):
        values = {
            **piece,
            **_reading(piece["reading"]),
            "claim": document["id"],
            "number": number,
            "first_line": piece["lines"][0],
            "last_line": piece["lines"][1],
            "page": f"{page}#quotation-{number}",
        }
        lines.append(_line(values[name] for name in EVIDENCE))
    return "".join(lines)


def safe(text: str) -> str:
    """Return a text as a cell that no spreadsheet runs."""
    return f"'{text}" if FORMULA.match(text) else text


def _written(cell: object) -> str:
    if not isinstance(cell, str):
        return "" if cell is None else str(cell)
    text = cell if cell[:1].isalnum() else safe(cell)
    return '"' + text.replace('"', '""') + '"' if QUOTED.search(text) else text


def _reading(reading: Mapping[str, Any] | None) -> dict[str, Any]:
    return {name: reading[name] if reading else None for name in ("low", "high", "unit", "date")}


def _line(cells: Iterable[object]) -> str:
    return ",".join(map(_written, cells)) + "\r\n"
