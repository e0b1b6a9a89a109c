"""Repairs that are certain, made one after the other until none is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factsite import plain
from factsite.load import mend

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from factsite.diagnostic import Diagnostic
    from factsite.edits import Edit
    from factsite.pipeline import Outcome

ROUNDS = 8
"""A repair can bring to light one more; a quotation takes three at the most."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What came of repairing: ``before`` and ``after`` hold the files that change, ``outcome`` is the check of the latter.

    ``found`` is the check of what stands in the folder.
    """

    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    repairs: int
    found: Outcome
    outcome: Outcome


def fixed(folder: Path, check: Callable[[Mapping[str, bytes]], Outcome]) -> Fixed:
    """Make every certain repair, in memory. ``check`` checks the folder with other content in place of some files."""
    before: dict[str, bytes] = {}
    after: dict[str, bytes] = {}
    repairs = 0
    outcome = found = check(after)
    for _ in range(ROUNDS):
        made = 0
        for file, edits in edits_of(outcome.diagnostics).items():
            before.setdefault(file, plain.read(folder, file))
            content, refused = mend(file, after.get(file, before[file]), edits)
            made += len(edits) - len(refused) if content != after.get(file, before[file]) else 0
            after[file] = content
        if not made:
            break
        repairs += made
        outcome = check(after)
    changed = [file for file in after if after[file] != before[file]]
    return Fixed(
        {file: before[file] for file in changed},
        {file: after[file] for file in changed},
        repairs,
        found,
        outcome,
    )


def edits_of(diagnostics: Iterable[Diagnostic]) -> dict[str, list[Edit]]:
    """Return the repairs of some faults, by file, each once."""
    edits: dict[str, list[Edit]] = {}
    for diagnostic in diagnostics:
        if diagnostic.fix is not None:
            there = edits.setdefault(diagnostic.fix.place.file, [])
            if all(diagnostic.fix.place != edit.place for edit in there):
                there.append(diagnostic.fix)
    return edits
