"""Diagnostics as SARIF 2.1.0, which code scanning reads."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from factsite.report.ink import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.diagnostic import Diagnostic
    from factsite.place import Place
    from factsite.report.files import Files
    from factsite.report.manual import Manual

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def document(
    diagnostics: Sequence[Diagnostic], files: Files, rules: Sequence[Manual], version: str, prefix: str = ""
) -> str:
    """Return the text of a SARIF file with one run; ``rules`` are all there are, not only those that were broken.

    ``prefix`` leads from the top of the repository to the site folder: "" or "sites/rivers/".
    """
    numbers = {rule.name: number for number, rule in enumerate(rules)}
    driver = {"name": "factsite", "version": version, "rules": [_rule(rule) for rule in rules]}
    results = [
        _result(diagnostic, digest, numbers, files, prefix)
        for diagnostic, digest in zip(diagnostics, fingerprints(diagnostics, files), strict=True)
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _rule(rule: Manual) -> dict[str, Any]:
    """Return what the file says of a rule: its manual."""
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": f"{rule.what} {rule.why}"},
        "help": {
            "text": f"Why: {rule.why}\nFix: {rule.fix}",
            "markdown": f"**Why:** {rule.why}\n\n**Fix:** {rule.fix}",
        },
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(
    diagnostic: Diagnostic, digest: str, numbers: dict[str, int], files: Files, prefix: str
) -> dict[str, Any]:
    """Return one diagnostic."""
    told = diagnostic.message + (f"\n{diagnostic.help}" if diagnostic.help else "")
    result: dict[str, Any] = {
        "ruleId": diagnostic.rule,
        "ruleIndex": numbers[diagnostic.rule],
        "level": diagnostic.severity,
        "message": {"text": _plain(told)},
        "locations": [_location(diagnostic.place, files.end(diagnostic.place), prefix)],
        "partialFingerprints": {"factsite/v1": digest},
    }
    related = [(place, files.end(place), words) for place, words in diagnostic.also]
    related += [(mark.place, files.end(mark.place, mark.length), mark.words) for mark in diagnostic.marks]
    if related:
        result["relatedLocations"] = [
            {"id": number, **_location(place, end, prefix), "message": {"text": _plain(words)}}
            for number, (place, end, words) in enumerate(related, 1)
        ]
    return result


def _plain(text: str) -> str:
    r"""Return a text as a message: square brackets would be a link, and ``\`` escapes them."""
    lines = (printable(line) for line in text.split("\n"))
    return "\n".join(lines).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _location(place: Place, end: Place, prefix: str) -> dict[str, Any]:
    """Return a place with all four corners of what stands there."""
    region = {
        "startLine": place.line, "startColumn": place.column, "endLine": end.line, "endColumn": end.column,
    }  # fmt: skip
    file = {"uri": quote(prefix + place.file, errors="surrogateescape"), "uriBaseId": "%SRCROOT%"}
    return {"physicalLocation": {"artifactLocation": file, "region": region}}


def fingerprints(diagnostics: Sequence[Diagnostic], files: Files) -> Iterator[str]:
    """Yield for each diagnostic a digest that stays the same while its line moves about.

    It is made of the rule, the file and the words of the line; the second of two alike counts as such.
    """
    seen: dict[str, int] = {}
    for diagnostic in diagnostics:
        place = diagnostic.place
        key = "\0".join((diagnostic.rule, place.file, (files.line(place) or "").strip()))
        seen[key] = seen.get(key, 0) + 1
        yield hashlib.sha256(f"{key}\0{seen[key]}".encode(errors="surrogateescape")).hexdigest()[:32]
