"""Hold the published proof manifest against the articles again.

No code of the build is used: `python factsite/verify.py MANIFEST FOLDER` does the same with nothing but Python.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factsite.commands import options as takes
from factsite.verify import main as verify

if TYPE_CHECKING:
    import argparse

EXAMPLES = ("", "~/downloads/manifest.json  # one that was published elsewhere")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    takes.add_site(parser)
    parser.add_argument(
        "manifest", nargs="?", type=Path, help="the manifest (default: the site's data/manifest.json)"
    )


def run(options: argparse.Namespace) -> int:
    """Verify a manifest."""
    return verify(options.manifest or options.root / "site" / "data" / "manifest.json", options.root)
