"""Check everything; if it all holds, write the site.

The site goes to the folder site/ of the site folder: exactly its files, each replaced whole, and only if there is no
error. What has not changed since the last build is left as it is. This is also what is done where no command is named.
"""

from __future__ import annotations

import pickle
from functools import partial
from typing import TYPE_CHECKING, Any

from factsite import publish
from factsite.commands import options as takes
from factsite.commands.cluster import ClusterError, hands_of
from factsite.commands.terminal import Watch, complain, faulty, misused, no_site, wait
from factsite.drawing import CARDS, drawn
from factsite.english import number_of
from factsite.memo.last import Last
from factsite.memo.memory import Memory
from factsite.memo.pack import DamagedError
from factsite.memo.seen import outputs_of, state_of, told
from factsite.memo.turn import turn

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
    takes.add_cluster(parser)
    takes.add_report(parser, "concise", "full")
    takes.add_loudness(parser)


def run(options: argparse.Namespace) -> int:
    """Check everything; if it all holds, publish the site."""
    if problem := no_site(options.root):
        return misused(problem)
    memory = Memory(options.root)
    with Watch(options) as watch, turn(memory.file("turn"), partial(wait, watch)), publish.for_all():
        try:
            publish.bring_back(options.root / "site", memory)
            publish.refuse_foreign(options.root / "site")
            try:
                return _run(options, watch, memory)
            except DamagedError:
                memory.forget_all()
                return _run(options, watch, memory)
        except (publish.NotOursError, ClusterError) as refusal:
            return misused(f"nothing published: {refusal}")
        except publish.HalfDoneError as refusal:
            return misused(
                f"the disk refuses: {refusal}; it did so when some pages of the new site had taken their places:"
                " what is published is a mixture until a build succeeds"
            )
        except OSError as refusal:
            return misused(f"the disk refuses: {refusal}")


def _run(options: argparse.Namespace, watch: Watch, memory: Memory) -> int:
    """Build the site, or find that nothing has changed since that was done; say what came of it."""
    root, outputs = str(options.root), outputs_of(str(options.root))
    last = Last(
        memory, root, state_of(root, options.base_url or "", options.no_cards), options.date.isoformat()
    )
    said = last.said(outputs)
    published: publish.Published | None = publish.Published(0, 0, 0)
    if said is None:
        said, published = _built(options, watch, memory, last, outputs)
    diagnostics = pickle.loads(said[-1]) if said[-1] else ()
    with watch.aside():
        if diagnostics:
            from factsite.commands.reporting import for_people

            for line in for_people(diagnostics, options):
                print(line)
        done = f"{said[0]}; nothing published. {said[2]} in {watch.took():.2f} s."
        if published is not None:
            done = told(said, root, published.written, published.removed, watch.took())
        if not options.quiet:
            print(done)
    if memory.refused and published is not None:
        complain(
            f"the site is published, but not all could be remembered, so the next build takes longer: {memory.refused}"
        )
    return 1 if faulty(diagnostics) else 0


def _built(
    options: argparse.Namespace, watch: Watch, memory: Memory, last: Last, outputs: Standing
) -> tuple[tuple[Any, ...], publish.Published | None]:
    """Build and publish the site; return what is to be said of it, and what was done to its files, if anything."""
    from factsite.pipeline import build

    publication = publish.Publication(options.root / "site", partial(drawn, memory, watch), outputs, memory)
    try:
        with hands_of(options.cluster) as hands:
            publication.open()
            outcome = build(
                options.root,
                [options.root / "templates", takes.TEMPLATES],
                options.date,
                base_url=options.base_url,
                cards=not options.no_cards,
                into=publication,
                past=last.past(outputs),
                hands=hands,
                progress=watch,
            )
        diagnostics = pickle.dumps(outcome.diagnostics, 5) if outcome.diagnostics else b""
        counts = takes.counts(outcome.claims, outcome.sources, outcome.diagnostics)
        counts, checks = counts + takes.hidden(outcome.drafts), number_of(outcome.checks, "check")
        if outcome.ledger is None:
            return (counts, "", checks, diagnostics), None
        watch.stage("publish")
        paths = outcome.ledger.paths()
        files = publication.close(paths)
    finally:
        publication.leave()
    said = counts, number_of(len(paths), "file"), checks, diagnostics
    last.remember(outcome.ledger, publication.before, said)
    if outcome.ledger.cards:
        memory.use(CARDS, outcome.ledger.cards.values())
    memory.forget_unused()
    return said, files
