from __future__ import annotations

import json
from typing import Any

from factsite import __version__
from factsite.diagnostic import Diagnostic, Mark
from factsite.load import extents
from factsite.place import Place
from factsite.report import sarif
from factsite.report.files import Files
from factsite.report.manual import manuals
from factsite.rules import RULES

FILES = Files({"content/f.yaml": "claim: A claim\n", "seeds/ä 1.txt": "Words\n"}.get, extents)
MANUALS = manuals(RULES)


def run(*diagnostics: Diagnostic, prefix: str = "") -> dict[str, Any]:
    """Return the one run of a file."""
    text = sarif.document(diagnostics, FILES, MANUALS, __version__, prefix)
    read = json.loads(text)
    assert (read["version"], list(read)) == ("2.1.0", ["$schema", "version", "runs"])
    (only,) = read["runs"]
    return dict(only)


def strings(value: Any) -> list[str]:
    """Return every text in a tree."""
    if isinstance(value, dict):
        return [text for part in value.values() for text in strings(part)]
    if isinstance(value, list):
        return [text for part in value for text in strings(part)]
    return [value] if isinstance(value, str) else []


def test_every_rule_is_there_with_its_manual() -> None:
    """A reader of the alert sees what, why and fix; no text is empty, for GitHub refuses such files."""
    driver = run()["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == sorted(
        rule.__name__.replace("_", "-") for rule in RULES
    )
    shown = next(rule for rule in driver["rules"] if rule["id"] == "repeated-key")
    assert shown == {
        "id": "repeated-key",
        "shortDescription": {"text": "A key stands twice in one mapping."},
        "fullDescription": {
            "text": "A key stands twice in one mapping. YAML readers keep the last of the two in silence, and a value is lost."
        },
        "help": {
            "text": "Why: YAML readers keep the last of the two in silence, and a value is lost.\n"
            "Fix: Keep one. Two pieces of evidence are two list items, each beginning with `- `.",
            "markdown": "**Why:** YAML readers keep the last of the two in silence, and a value is lost.\n\n"
            "**Fix:** Keep one. Two pieces of evidence are two list items, each beginning with `- `.",
        },
        "defaultConfiguration": {"level": "error"},
    }
    assert all(strings(driver))


def test_a_result_has_its_region_and_its_related_places() -> None:
    """All four corners are given, addresses are relative and escaped, and brackets are no links."""
    found = Diagnostic(
        "unknown-key", Place("content/f.yaml", 1, 8), "no [x](1)", marks=(Mark(Place("seeds/ä 1.txt", 1, 2), 3, "here"),)
    )  # fmt: skip
    (result,) = run(found, prefix="sites/a/")["results"]
    assert result.pop("partialFingerprints").keys() == {"factsite/v1"}
    number = next(number for number, rule in enumerate(MANUALS) if rule.name == "unknown-key")
    assert result == {
        "ruleId": "unknown-key",
        "ruleIndex": number,
        "level": "error",
        "message": {"text": "no \\[x\\](1)"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "sites/a/content/f.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 1, "startColumn": 8, "endLine": 1, "endColumn": 15},
                }
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": {"uri": "sites/a/seeds/%C3%A4%201.txt", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 1, "startColumn": 2, "endLine": 1, "endColumn": 5},
                },
                "message": {"text": "here"},
            }
        ],
    }


def test_a_fingerprint_does_not_move_with_its_line() -> None:
    """An alert stays the same when lines are added above; two alike are told apart."""

    def digests(text: str, *lines: int) -> list[str]:
        files = Files({"f.yaml": text}.get, extents)
        return list(
            sarif.fingerprints([Diagnostic("a-rule", Place("f.yaml", line), "no") for line in lines], files)
        )

    before = digests("a: 1\n", 1)
    assert digests("# more\n\na: 1\n", 3) == before
    assert digests("a: 2\n", 1) != before
    first, second = digests("a: 1\na: 1\n", 1, 2)
    assert [first] == before
    assert second != first
