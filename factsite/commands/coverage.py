"""Print what of the articles no claim covers: lines, figures and quotations."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from factsite import analyse
from factsite.commands import options as takes
from factsite.commands.checking import outcome_of
from factsite.commands.terminal import Watch, faulty, misused, no_site, tell
from factsite.editor import coverage

if TYPE_CHECKING:
    import argparse

EXAMPLES = ("", "--format json  # all of it, covered or not, as data")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    takes.add_site(parser)
    takes.add_date(parser)
    takes.add_format(parser, "text", "json")
    takes.add_loudness(parser)
    parser.set_defaults(base_url=None, no_cards=False, cluster=None)


def run(options: argparse.Namespace) -> int:
    """Print the coverage; faults go beside it, so that what is printed can be read by a program."""
    if problem := no_site(options.root):
        return misused(problem)
    with Watch(options) as watch:
        try:
            outcome = outcome_of(options, watch)
        except OSError as refusal:
            return misused(f"the disk refuses: {refusal}")
    tell(outcome.diagnostics, sys.stderr)
    if faulty(outcome.diagnostics):
        misused("a citation with a fault covers nothing; mend the faults first")
    written = coverage.as_json if options.format == "json" else coverage.as_text
    print(written(analyse.cover(outcome.corpus, outcome.rows)), end="")
    return 1 if faulty(outcome.diagnostics) else 0
