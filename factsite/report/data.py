"""Diagnostics as JSON, for programs; docs/reports.md states its form."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factsite.diagnostic import Diagnostic
    from factsite.place import Place
    from factsite.report.files import Files

VERSION: Final = 1
"""The version of the form: another number means that something has another name or meaning, not that something was added."""


def document(
    diagnostics: Sequence[Diagnostic], files: Files, counts: Mapping[str, int], prefix: str = ""
) -> str:
    """Return the text of a JSON file with all diagnostics and the ``counts`` of what was checked.

    ``prefix`` leads from the top of the repository to the site folder: "" or "sites/rivers/".
    """
    found = [_diagnostic(diagnostic, files) for diagnostic in diagnostics]
    whole = {"version": VERSION, "folder": prefix, "counts": counts, "diagnostics": found}
    return json.dumps(whole, indent=1) + "\n"


def _diagnostic(diagnostic: Diagnostic, files: Files) -> dict[str, Any]:
    related = [
        {**_stretch(place, files.end(place)), "message": words} for place, words in diagnostic.also
    ] + [
        {**_stretch(mark.place, files.end(mark.place, mark.length)), "message": mark.words}
        for mark in diagnostic.marks
    ]
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "help": diagnostic.help,
        **_stretch(diagnostic.place, files.end(diagnostic.place)),
        "related": related,
    }


def _stretch(place: Place, end: Place) -> dict[str, Any]:
    return {
        "file": place.file, "line": place.line, "column": place.column,
        "end_line": end.line, "end_column": end.column,
    }  # fmt: skip
