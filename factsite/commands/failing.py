"""What is told of a fault of ours: of an exception that nobody expected.

Whoever sees one can do nothing about it but report it. So it is told in a paragraph: what was being done, with which file, and that
nothing was half written; the traceback goes to a file.
"""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Final

from factsite import __version__
from factsite.commands.terminal import program
from factsite.memo.memory import Memory
from factsite.report import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER: Final = "failures"
"""Where tracebacks are put, in the folder that builds remember in."""
KEPT: Final = 20
"""So many of them stay there, the newest: a build that is begun by every change of a file could fail all night."""


def told(fault: Exception, command: str, words: Sequence[str], root: Path) -> str:
    """Return what is told of a fault, in a sentence or five; its traceback is written to a file of the site folder.

    Where that cannot be written to, as on a full disk, it goes to the folder for what is temporary; where that cannot either, it is told.
    """
    doing = "".join(f", {note}" for note in getattr(fault, "__notes__", ())) or f", in `{command}`"
    what = "".join(traceback.format_exception_only(type(fault), fault)).partition("\n")[0]
    file = _written(_report(fault, words), root)
    where = f"The traceback is in {file}" if file else f"Its traceback:\n{_report(fault, words)}"
    return (
        f"this is a fault of factsite, and not of your files: {what}{doing}. What is published is whole. {where}; "
        "please report it with that, and with the file that it names: CONTRIBUTING.md of factsite says how."
    )


def _report(fault: Exception, words: Sequence[str]) -> str:
    """Return a fault as whoever mends it wants to see it."""
    python = f"Python {platform.python_version()}, {platform.platform()}"
    lines = [
        f"factsite {__version__}, {python}",
        f"arguments: {[*words]}",
        "",
        *traceback.format_exception(fault),
    ]
    return "\n".join(line.rstrip("\n") for line in lines) + "\n"


def _written(report: str, root: Path) -> Path | None:
    """Write a report to the first place that takes it; return where, or None."""
    own = Memory(root).file(FOLDER) if (root / "content").is_dir() else None
    for folder in (*([Path(own)] if own else []), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(
                "w", encoding="utf-8", errors="backslashreplace", dir=folder, prefix="factsite-", suffix=".txt", delete=False
            ) as file:  # fmt: skip
                file.write(report)
            if own and folder == Path(own):
                _remove_old(folder)
            return Path(file.name)
        except OSError:
            continue
    return None


def _remove_old(folder: Path) -> None:
    """Remove the oldest reports but for the last ones."""
    reports = sorted(folder.glob("factsite-*.txt"), key=lambda file: file.lstat().st_mtime_ns)
    for report in reports[:-KEPT]:
        report.unlink(missing_ok=True)


def failed(fault: Exception, command: str, words: Sequence[str], root: Path) -> int:
    """Tell a fault of ours, and return its exit status."""
    told_of = told(fault, command, words, root)
    print(f"{program()}: " + "\n".join(map(printable, told_of.split("\n"))), file=sys.stderr)
    return 3
