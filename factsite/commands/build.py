"""Check everything; if it all holds, write the site.

The site goes to the folder site/ of the site folder: exactly its files, each replaced whole, and only if there is no
error. This is also what is done where no command is named.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from factsite import publish
from factsite.commands import options as takes
from factsite.commands.reporting import FOR_PEOPLE, conclude, tell_outcome
from factsite.commands.terminal import Watch, faulty, misused, no_site, short
from factsite.english import number_of
from factsite.memo import Memory
from factsite.pipeline import build, draw

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping
    from pathlib import Path

    from factsite.live.workshop import State
    from factsite.pipeline import Outcome

EXAMPLES = (
    "",
    "--root ../rivers  # the same for another site folder",
    "--base-url https://facts.example.org/",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    takes.add_site(parser)
    takes.add_date(parser)
    takes.add_building(parser)
    takes.add_report(parser, *FOR_PEOPLE)
    takes.add_loudness(parser)


def run(options: argparse.Namespace) -> int:
    """Check everything; if it all holds, publish the site."""
    if problem := no_site(options.root):
        return misused(problem)
    with Watch(options) as watch:
        try:
            outcome = outcome_of(options, watch)
        except OSError as refusal:
            return misused(f"the disk refuses: {refusal}")
        with watch.aside():
            tell_outcome(outcome, options, counts(outcome))
        done = f"{counts(outcome)}{hidden(outcome)}; nothing published"
        if not faulty(outcome.diagnostics):
            try:
                done = f"{counts(outcome)}{hidden(outcome)}; {_published(outcome, options.root, watch)}"
            except (publish.NotOursError, OSError) as refusal:
                return misused(f"nothing published: {refusal}")
        with watch.aside():
            conclude(options, f"{done}. {number_of(outcome.checks, 'check')} in {watch.took():.2f} s.")
    return 1 if faulty(outcome.diagnostics) else 0


def outcome_of(
    options: argparse.Namespace, watch: Watch, instead: Mapping[str, bytes] = MappingProxyType({})
) -> Outcome:
    """Build the site folder of the options, with other content in place of some files; nothing is published yet."""
    return build(
        options.root,
        [options.root / "templates", takes.TEMPLATES],
        options.date,
        base_url=options.base_url,
        cards=not options.no_cards,
        instead=instead,
        progress=watch,
    )


def counts(outcome: Outcome | State) -> str:
    """Return how many claims, sources and faults there are."""
    errors = sum(diagnostic.severity == "error" for diagnostic in outcome.diagnostics)
    warnings = len(outcome.diagnostics) - errors
    found = f"{number_of(outcome.claims, 'claim')}, {number_of(outcome.sources, 'source')}"
    if errors or warnings:
        found += f": {number_of(errors, 'error')}, {number_of(warnings, 'warning')}"
    return found


def hidden(outcome: Outcome) -> str:
    """Return how many drafts were left out, after a semicolon; "" if there is none."""
    return f"; {number_of(outcome.drafts, 'draft')} not shown" if outcome.drafts else ""


def _published(outcome: Outcome, root: Path, watch: Watch) -> str:
    """Draw what is to be drawn, and publish it with the pages; what was not needed any more is forgotten then."""
    publish.refuse_foreign(root / "site")
    memory = Memory(root)
    drawn = draw(outcome.drawings, memory, watch)
    watch.stage("publish")
    files = publish.publish((*outcome.pages, *drawn), root / "site")
    memory.forget_unused()
    total = files.written + files.unchanged
    return f"{number_of(total, 'file')} in {short(root / 'site')} ({files.written} written, {files.removed} removed)"
