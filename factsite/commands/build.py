"""Check everything; if it all holds, write the site.

The site goes to the folder site/ of the site folder: exactly its files, each replaced whole, and only if there is no
error. What has not changed since the last build is left as it is. This is also what is done where no command is named.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factsite import publish
from factsite.commands import options as takes
from factsite.commands.terminal import Watch, faulty, misused, no_site, short
from factsite.english import number_of
from factsite.hands import together
from factsite.memo import Memory
from factsite.memo.last import Last, Said
from factsite.memo.made_with import state_of

if TYPE_CHECKING:
    import argparse

    from factsite.memo.standing import Standing

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
    takes.add_report(parser, "concise", "full")
    takes.add_loudness(parser)


def run(options: argparse.Namespace) -> int:
    """Check everything; if it all holds, publish the site."""
    if problem := no_site(options.root):
        return misused(problem)
    with Watch(options) as watch:
        try:
            return _run(options, watch)
        except publish.NotOursError as refusal:
            return misused(f"nothing published: {refusal}")
        except OSError as refusal:
            return misused(f"the disk refuses: {refusal}")


def _run(options: argparse.Namespace, watch: Watch) -> int:
    """Build the site, or find that nothing has changed since that was done; say what came of it."""
    site = options.root / "site"
    publish.refuse_foreign(site)
    standing = publish.standing_of(site)
    memory = Memory(options.root)
    state = state_of(options.root, options.base_url, options.no_cards)
    last = Last(memory, str(options.root), state, options.date.toordinal())
    said = last.said(standing)
    if said is not None:
        done = _files(options, said.files, 0, 0)
    else:
        said, done = _built(options, watch, memory, last, standing)
    diagnostics = said.diagnostics()
    with watch.aside():
        if diagnostics:
            from factsite.commands.reporting import for_people

            for line in for_people(diagnostics, options):
                print(line)
        if not options.quiet:
            counts = takes.counts(said.claims, said.sources, diagnostics) + takes.hidden(said.drafts)
            print(f"{counts}; {done}. {number_of(said.checks, 'check')} in {watch.took():.2f} s.")
    return 1 if faulty(diagnostics) else 0


def _built(
    options: argparse.Namespace, watch: Watch, memory: Memory, last: Last, standing: Standing
) -> tuple[Said, str]:
    """Build and publish the site; return what is to be said of it, and of its files."""
    from factsite.drawing import CARDS, drawn
    from factsite.pipeline import build

    publication = publish.Publication(options.root / "site", partial(drawn, memory, watch), standing)
    publication.open()
    outcome = build(
        options.root,
        [options.root / "templates", takes.TEMPLATES],
        options.date,
        base_url=options.base_url,
        cards=not options.no_cards,
        into=publication,
        past=last.past(standing),
        hands=together,
        progress=watch,
    )
    said = Said.of(outcome)
    if outcome.ledger is None:
        publication.leave()
        return said, "nothing published"
    watch.stage("publish")
    paths = outcome.ledger.paths()
    files = publication.close(paths)
    said = said._replace(files=len(paths))
    last.remember(outcome.ledger, publication.before, said)
    memory.use(CARDS, outcome.ledger.cards.values())
    memory.forget_unused()
    return said, _files(options, len(paths), files.written, files.removed)


def _files(options: argparse.Namespace, count: int, written: int, removed: int) -> str:
    site = short(options.root / "site")
    return f"{number_of(count, 'file')} in {site} ({written} written, {removed} removed)"
