"""Print where the articles disagree, with fact files to paste.

What no claim has yet comes first, each with the passages, how their figures are read, and a fact file. Any folder of
text files will do in place of a site folder.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factsite.commands import options as takes
from factsite.commands.terminal import Watch, faulty, misused, no_site, program, tell
from factsite.editor import suggest
from factsite.editor.desk import suggest_for, suggest_in

if TYPE_CHECKING:
    import argparse

EXAMPLES = ("", "--seeds ~/articles --format json")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    takes.add_site(parser)
    takes.add_date(parser)
    takes.add_format(parser, "text", "json")
    takes.add_loudness(parser)
    parser.add_argument(
        "--seeds", type=Path, metavar="DIR", help="a folder of articles, *.txt, in place of a site folder"
    )


def run(options: argparse.Namespace) -> int:
    """Print suggestions; faults go beside them, so that what is printed can be read by a program."""
    if options.seeds is not None and not options.seeds.is_dir():
        return misused(f"{options.seeds} is no folder")
    if options.seeds is None and (problem := no_site(options.root)):
        return misused(problem)
    with Watch(options) as watch:
        if options.seeds is not None:
            suggestions, faults = suggest_in(options.seeds, watch)
        else:
            suggestions, faults = suggest_for(options.root, watch)
    tell(faults, sys.stderr)
    written = suggest.as_json if options.format == "json" else suggest.as_text
    print(written(suggestions, options.date), end="")
    fresh = next((one.number for one in suggestions if not one.claims), None)
    if fresh is not None and options.seeds is None and options.format == "text":
        print(f"`{program()} new --from {fresh}` writes the fact file of the first of them.")
    return 1 if faulty(faults) else 0
