"""Say what a change means: claims, verdicts, figures, conflicts and coverage before and after, not which lines moved.

BASE is what to compare with: a git revision such as main or HEAD~3, or a folder that holds content/ and seeds/. The site
folder as it lies on the disk is the other side. A verdict or a figure of a published claim that was changed without a
correction is a fault, and so is a published claim that is gone; docs/reviewing.md says more.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from factsite.commands import options as takes
from factsite.commands.reporting import NoSummaryError, annotate, log, summarize
from factsite.commands.revision import RevisionError, write_revision
from factsite.commands.terminal import Watch, faulty, misused, no_site, tell
from factsite.editor.comparison import FORMS
from factsite.editor.comparison.surveying import difference, survey
from factsite.english import number_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from factsite.changes import Comparison
    from factsite.diagnostic import Diagnostic
    from factsite.survey import Survey

GITHUB: Final = "github"
"""The form for a run on GitHub, which is told in three places."""

EXAMPLES = (
    "main",
    "HEAD~1 --format markdown  # for a comment on a pull request",
    "HEAD~1 --format github  # annotations, and the summary of a run on GitHub",
    "../site-of-last-week --format json",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("base", metavar="BASE", help="a git revision, or a folder that holds content/")
    takes.add_site(parser)
    takes.add_date(parser)
    takes.add_format(parser, *FORMS, GITHUB)
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
    errors = [fault for fault in after.diagnostics if fault.severity == "error"]
    if options.format == GITHUB:
        try:
            _to_github(comparison, name, errors, options.root)
        except NoSummaryError as refusal:
            return misused(f"the summary cannot be written: {refusal}")
    else:
        if not options.quiet:
            print(FORMS[options.format](comparison, name), end="", flush=True)
        tell([*errors, *comparison.breaches], sys.stderr)
    return 1 if errors or faulty(comparison.breaches) else 0


def _to_github(comparison: Comparison, base: str, errors: Sequence[Diagnostic], root: Path) -> None:
    """Annotate the faults of the change, and tell the rest in the log and in the summary.

    What a check finds is only counted: the run on GitHub has a step for it, which tells all of it.
    """
    found = f"`check` finds {number_of(len(errors), 'fault')} here, and some of this may be owed to that"
    told = replace(comparison, faults_found=())
    annotate(comparison.breaches, root)
    log(f"{FORMS['text'](told, base)}{f'{found}.' if errors else ''}".splitlines())
    summarize(FORMS["markdown"](told, f"{base}. {found}" if errors else base))


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
