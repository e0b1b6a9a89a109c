"""Make the search index of the site that was built.

The index goes to site/search/. It is a step of its own: the site is complete without it, and a build that changes a
page removes it. What it has of pages that did not change is recalled from .factsite/, so that after an edit it is made quickly.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factsite.commands import options as takes
from factsite.commands.terminal import Watch, misused, no_site, short, wait
from factsite.english import number_of
from factsite.memo.seen import SEARCH

if TYPE_CHECKING:
    import argparse

EXAMPLES = ("",)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    takes.add_site(parser)
    takes.add_loudness(parser)


def run(options: argparse.Namespace) -> int:
    """Make the index, and say of how many pages."""
    from factsite import search
    from factsite.memo.memory import Memory
    from factsite.memo.turn import turn
    from factsite.publish import for_all

    if problem := no_site(options.root):
        return misused(problem)
    memory = Memory(options.root)
    with Watch(options) as watch, turn(memory.file("turn"), partial(wait, watch)):
        watch.stage("index")
        try:
            with for_all():
                pages = search.index(options.root / "site", memory)
        except (search.NoIndexError, OSError) as refusal:
            return misused(f"no search index: {refusal}")
        if not options.quiet:
            folder = short(options.root / "site" / SEARCH)
            print(f"Search index of {number_of(pages, 'page')} in {folder}, in {watch.took():.2f} s.")
    return 0
