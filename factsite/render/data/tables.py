"""Claims and their evidence as tables: CSV by RFC 4180, UTF-8, a heading, lines that end in CR LF.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula and runs it, and the words here are those
of articles. So text gets a ``'`` before such a sign at its beginning, after white space or not; spreadsheets do not show it. In many
countries they part cells by ``;`` or a tab, whatever stands in quotation marks, so there the sign gets one too. Who reads the file
takes it away: the ``'`` before the sign at each of these places, however many there were. Numbers of ours are left as they are.
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

SIGN = re.compile(r"""([;\s"']*+)([=+\-@＝＋－＠]?)""")
"""What comes before a sign that a spreadsheet may obey, and the sign if it is one."""

PARTS = re.compile(r"[;\t\r\n]")
"""What may part cells."""

MAYBE = re.compile(r"""\A[\s"'=+\-@＝＋－＠]|[;\t\r\n]""")
"""What every such text has: most have it not, and need not be looked at again."""

QUOTED = re.compile(r'[,;"\t\r\n]')
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
    if not MAYBE.search(text):
        return text
    first = "'" if text.lstrip("'")[:1] in ("\t", "\r", "\n") else ""
    return first + SIGN.sub(_calmed, text)


def _calmed(found: re.Match[str]) -> str:
    """Return signs as they stand, but for one that a cell could begin with."""
    before, sign = found.groups()
    begins = sign and (found.start() == 0 or PARTS.search(before))
    return f"{before}'{sign}" if begins else found[0]


def _written(cell: object) -> str:
    if not isinstance(cell, str):
        return "" if cell is None else str(cell)
    text = safe(cell)
    return '"' + text.replace('"', '""') + '"' if QUOTED.search(text) else text


def _reading(reading: Mapping[str, Any] | None) -> dict[str, Any]:
    return {name: reading[name] if reading else None for name in ("low", "high", "unit", "date")}


def _line(cells: Iterable[object]) -> str:
    return ",".join(map(_written, cells)) + "\r\n"
