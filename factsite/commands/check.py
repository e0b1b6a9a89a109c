"""Check everything, write nothing.

It is a build that publishes nothing, so the two cannot disagree. Every fault is reported with its file, line and
column, all of them in one run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.commands import options as takes
from factsite.commands.build import counts, hidden, outcome_of
from factsite.commands.terminal import Watch, faulty, misused, no_site, tell
from factsite.english import number_of

if TYPE_CHECKING:
    import argparse

EXAMPLES = ("", "--root ../rivers  # the same for another site folder")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    takes.add_site(parser)
    takes.add_date(parser)
    takes.add_building(parser)
    takes.add_loudness(parser)


def run(options: argparse.Namespace) -> int:
    """Print the faults, and how much was checked."""
    if problem := no_site(options.root):
        return misused(problem)
    with Watch(options) as watch:
        try:
            outcome = outcome_of(options, watch)
        except OSError as refusal:
            return misused(f"the disk refuses: {refusal}")
        tell(outcome.diagnostics)
        fine = "" if faulty(outcome.diagnostics) else "; everything holds"
        if not options.quiet:
            print(
                f"{counts(outcome)}{hidden(outcome)}{fine}. {number_of(outcome.checks, 'check')} in {watch.took():.2f} s."
            )
    return 1 if faulty(outcome.diagnostics) else 0
