"""Say what a change means: claims, verdicts, figures, conflicts and coverage before and after, not which lines moved.

BASE is what to compare with: a git revision such as main or HEAD~3, or a folder that holds content/ and seeds/. The site
folder as it lies on the disk is the other side. A verdict or a figure of a published claim that was changed without a
correction is a fault, and so is a published claim that is gone; docs/reviewing.md says more.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from factsite.commands import options as takes
from factsite.commands.revision import RevisionError, write_revision
from factsite.commands.terminal import Watch, faulty, misused, no_site, tell
from factsite.editor.comparison import FORMS
from factsite.editor.comparison.surveying import difference, survey

if TYPE_CHECKING:
    import argparse

    from factsite.survey import Survey

EXAMPLES = (
    "main",
    "HEAD~1 --format markdown  # for the summary of a pull request",
    "../site-of-last-week --format json",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("base", metavar="BASE", help="a git revision, or a folder that holds content/")
    takes.add_site(parser)
    takes.add_date(parser)
    takes.add_format(parser, *FORMS)
    takes.add_loudness(parser)


def run(options: argparse.Namespace) -> int:
    """Print what the change means; faults go beside it, so that what is printed can be read by a program."""
    if problem := no_site(options.root):
        return misused(problem)
    with Watch(options) as watch:
        try:
            name, before = _base(options, watch)
            after = survey(options.root, options.date, watch)
        except (RevisionError, OSError) as refusal:
            return misused(f"nothing to compare with: {refusal}")
        watch.stage("compare")
        comparison = difference(before, after, options.date)
    if not options.quiet:
        print(FORMS[options.format](comparison, name), end="", flush=True)
    faults = [*after.diagnostics, *comparison.breaches]
    tell([fault for fault in faults if fault.severity == "error"], sys.stderr)
    return 1 if faulty(faults) else 0


def _base(options: argparse.Namespace, watch: Watch) -> tuple[str, Survey]:
    """Return the base, and what it is called: a folder, or else the site folder at a revision."""
    folder = Path(options.base)
    if options.base and (folder / "content").is_dir():
        return options.base, survey(folder, options.date, watch)
    with TemporaryDirectory(prefix="factsite-") as temporary:
        commit, files = write_revision(options.root, options.base, Path(temporary))
        named = options.base if options.base.startswith(commit[:12]) else f"{options.base} ({commit[:12]})"
        name = named if files else f"{named}, which has no site folder there yet"
        (Path(temporary) / "content").mkdir(exist_ok=True)
        return name, survey(Path(temporary), options.date, watch)
