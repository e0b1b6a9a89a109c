"""Print how a figure is read, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.commands import options as takes
from factsite.editor import readings as written
from factsite.editor.desk import readings

if TYPE_CHECKING:
    import argparse

EXAMPLES = ('"nearly 12,000 soldiers"', '"last week" --published 2024-10-23')


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("words", nargs="+", help="the words of the figure")
    parser.add_argument(
        "--published",
        type=takes.day,
        metavar="YYYY-MM-DD",
        help="the day of the article, for “last week” and the like",
    )
    takes.add_format(parser, "text", "json")


def run(options: argparse.Namespace) -> int:
    """Print each figure of the words."""
    found = readings(" ".join(options.words), options.published)
    print((written.as_json if options.format == "json" else written.as_text)(found), end="")
    return 0
