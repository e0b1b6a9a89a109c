"""What ``check --fix`` does: show every certain repair as a diff, make them all, and check again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from factsite.commands.checking import outcome_of
from factsite.commands.reporting import FOR_PROGRAMS
from factsite.commands.terminal import misused, program
from factsite.editor.changes import diff
from factsite.editor.fixing import fixed
from factsite.editor.writing import RefusedError, write_changed
from factsite.english import number_of

if TYPE_CHECKING:
    import argparse

    from factsite.commands.terminal import Watch
    from factsite.pipeline import Outcome


def add_fixing(parser: argparse.ArgumentParser) -> None:
    """Add the options for repairs."""
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--fix",
        action="store_true",
        help="make every repair that is certain (lines of a quotation that stands elsewhere in its article, its dashes and dots, a misspelt key): print the diff, make them, check again",
    )
    how.add_argument("--diff", action="store_true", help="print what --fix would change, and change nothing")


def repaired(options: argparse.Namespace, watch: Watch) -> Outcome | None:
    """Print the repairs and, unless only the diff is wanted, make them; return what is there then, None where it failed."""
    result = fixed(options.root, lambda instead: outcome_of(options, watch, instead))
    stream = sys.stderr if options.format in FOR_PROGRAMS else sys.stdout
    for line in diff(result.before, result.after):
        print(line, file=stream)
    if not result.after:
        if not options.quiet:
            print("no fault here has a repair that is certain", file=stream)
        return result.found
    said = f"{number_of(result.repairs, 'repair')} in {number_of(len(result.after), 'file')}"
    if options.diff:
        print(f"{said}; `--fix` makes them", file=stream)
        return result.found
    try:
        write_changed(options.root, result.before, result.after)
    except RefusedError as refusal:
        misused(f"nothing repaired: {refusal}")
        return None
    if not options.quiet:
        print(f"{said} made", file=stream)
    return result.outcome


def repairs_left(options: argparse.Namespace, outcome: Outcome) -> str:
    """Return the words on how many of the faults could be repaired, "" where none can."""
    silent = options.diff or options.format in FOR_PROGRAMS
    count = 0 if silent else sum(bool(fault.fix) for fault in outcome.diagnostics)
    return f"\n{number_of(count, 'repair')} can be made by `{program()} check --fix`" if count else ""
