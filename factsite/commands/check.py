"""Check everything, write nothing.

It is a build that publishes nothing, so the two cannot disagree. Every fault is reported with its file, line and
column, all of them in one run. docs/reports.md says more of the forms in which they are told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.commands import options as takes
from factsite.commands.checking import outcome_of
from factsite.commands.cluster import ClusterError
from factsite.commands.fixing import add_fixing, repaired, repairs_left
from factsite.commands.reporting import FOR_PEOPLE, FOR_PROGRAMS, NoSummaryError, conclude, tell_outcome
from factsite.commands.terminal import Watch, faulty, misused, no_site
from factsite.english import number_of

if TYPE_CHECKING:
    import argparse

EXAMPLES = (
    "",
    "--format full  # with the lines themselves, and those of the articles",
    "--format github  # annotations on a pull request",
    "--fix  # make the repairs that are certain",
    "--root ../rivers  # the same for another site folder",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    takes.add_site(parser)
    takes.add_date(parser)
    takes.add_building(parser)
    takes.add_cluster(parser)
    takes.add_report(parser, *FOR_PEOPLE, *FOR_PROGRAMS)
    takes.add_loudness(parser)
    add_fixing(parser)


def run(options: argparse.Namespace) -> int:
    """Print the faults, and how much was checked."""
    if problem := no_site(options.root):
        return misused(problem)
    with Watch(options) as watch:
        try:
            outcome = repaired(options, watch) if options.fix or options.diff else outcome_of(options, watch)
        except ClusterError as refusal:
            return misused(f"nothing checked: {refusal}")
        except OSError as refusal:
            return misused(f"the disk refuses: {refusal}")
        if outcome is None:
            return 2
        try:
            with watch.aside():
                tell_outcome(
                    outcome, options, takes.counts(outcome.claims, outcome.sources, outcome.diagnostics)
                )
        except NoSummaryError as refusal:
            return misused(f"the summary cannot be written: {refusal}")
        fine = "" if faulty(outcome.diagnostics) else "; everything holds"
        with watch.aside():
            counts = takes.counts(outcome.claims, outcome.sources, outcome.diagnostics)
            checks = f"{number_of(outcome.checks, 'check')} in {watch.took():.2f} s"
            done = f"{counts}{takes.hidden(outcome.drafts)}{fine}. {checks}."
            conclude(options, done + repairs_left(options, outcome))
    return 1 if faulty(outcome.diagnostics) else 0
