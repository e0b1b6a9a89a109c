"""Build, make the search index, and show the site on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.commands import build, index
from factsite.commands import options as takes
from factsite.commands.terminal import misused

if TYPE_CHECKING:
    import argparse

EXAMPLES = ("", "--port 9000")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    build.arguments(parser)
    parser.add_argument("--port", type=takes.port, default=8000, help="the port (default: 8000)")


def run(options: argparse.Namespace) -> int:
    """Build the site and show it until interrupted."""
    from factsite.serve import serve

    status = build.run(options) or index.run(options)
    if status == 0:
        try:
            serve(options.root / "site", options.port)
        except OSError as refusal:
            return misused(f"the site cannot be shown at port {options.port}: {refusal}")
    return status
