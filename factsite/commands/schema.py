"""Write what an editor needs to complete and explain fact files while they are typed.

JSON Schemas of all files go to .vscode/schemas/ of the site folder, with its sources, topics, origins and verdicts to choose
from; settings that lead VS Code there go beside it, unless there are some. Do it again when these have changed: what an editor
does not know yet is not suggested, and no fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.commands import options as takes
from factsite.commands.terminal import misused, no_site, short
from factsite.editor import workspace
from factsite.editor.writing import RefusedError
from factsite.load import load

if TYPE_CHECKING:
    import argparse

EXAMPLES = ("", "--root ../rivers  # the same for another site folder")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    takes.add_site(parser)


def run(options: argparse.Namespace) -> int:
    """Write the schemas, and say which changed; faults of the content are told by ``check``."""
    if problem := no_site(options.root):
        return misused(problem)
    corpus, _ = load(options.root)
    try:
        written = workspace.write(options.root, corpus)
    except RefusedError as refusal:
        return misused(str(refusal))
    except OSError as refusal:
        return misused(f"the disk refuses: {refusal}")
    for name in written:
        print(short(options.root / name))
    if not written:
        print("The schemas are up to date.")
    return 0
