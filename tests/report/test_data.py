from __future__ import annotations

import json

from factsite.diagnostic import Diagnostic, Mark
from factsite.load import extents
from factsite.place import Place
from factsite.report import data
from factsite.report.files import Files

FILES = Files({"f.yaml": "claim: A claim\n", "seeds/a.txt": "Words\n"}.get, extents)


def test_everything_is_there() -> None:
    """A program needs to read no message: rule, place and end, repair and related places have their names."""
    found = Diagnostic(
        "a-rule", Place("f.yaml", 1, 8), "\x1b no", "write", ((Place("f.yaml", 1, 1), "first"),), "warning",
        (Mark(Place("seeds/a.txt", 1, 2), 2, "here"),),
    )  # fmt: skip
    text = data.document([found], FILES, {"errors": 0, "warnings": 1}, "sites/a/")
    assert text.isascii()
    assert json.loads(text) == {
        "version": 1,
        "folder": "sites/a/",
        "counts": {"errors": 0, "warnings": 1},
        "diagnostics": [
            {
                "rule": "a-rule", "severity": "warning", "message": "\x1b no", "help": "write",
                "file": "f.yaml", "line": 1, "column": 8, "end_line": 1, "end_column": 15,
                "related": [
                    {"file": "f.yaml", "line": 1, "column": 1, "end_line": 1, "end_column": 6, "message": "first"},
                    {"file": "seeds/a.txt", "line": 1, "column": 2, "end_line": 1, "end_column": 4, "message": "here"},
                ],
            }
        ],
    }  # fmt: skip
