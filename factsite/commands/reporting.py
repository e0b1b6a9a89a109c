"""How a check or a build tells what it found: in the form, the colours and to the places that were asked for."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from factsite import __version__, report
from factsite.commands.terminal import program
from factsite.report.files import Files, reader
from factsite.report.ink import Ink, uncommanded

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Mapping, Sequence

    from factsite.diagnostic import Diagnostic
    from factsite.pipeline import Outcome
    from factsite.place import Place

FOR_PEOPLE: Final = ("concise", "full")
FOR_PROGRAMS: Final = ("github", "sarif", "json")
PIPE: Final = 100
"""The width of a page where no terminal gives one."""
ROOMY: Final = 120
"""Wider terminals are not filled: nobody reads such lines."""
NO_LINKS: Final = ("dumb", "linux")
"""Terminals that do not know links."""
RULES_PAGE: Final = Path(__file__).resolve().parent.parent.parent / "docs" / "rules.md"


class NoSummaryError(Exception):
    """The disk refuses the summary that GitHub asks for."""


def tell_outcome(outcome: Outcome, options: argparse.Namespace, counts: str) -> None:
    """Print the diagnostics of a run in the form of the options; ``counts`` says in a sentence how many there are."""
    if options.format in FOR_PEOPLE:
        for line in for_people(outcome.diagnostics, options):
            print(line)
    elif options.format == "github":
        _to_github(outcome.diagnostics, options.root, counts)
    else:
        print(_document(outcome, options), end="")


def conclude(options: argparse.Namespace, sentence: str) -> None:
    """Print how a run ended: beside what is for programs, below what is for people."""
    if not options.quiet:
        print(sentence, file=sys.stderr if options.format in FOR_PROGRAMS else sys.stdout)


def for_people(diagnostics: Iterable[Diagnostic], options: argparse.Namespace) -> Iterable[str]:
    """Return the lines that tell of diagnostics, in short or in full."""
    ink = ink_for(sys.stdout, options.color, options.root)
    if options.format == "full":
        from factsite.report import full

        return full.lines(diagnostics, files_of(options.root), room(sys.stdout), ink, program())
    return report.lines(diagnostics, ink)


def files_of(root: Path) -> Files:
    """Return the files of a site folder, for reports that show their lines."""
    from factsite.load import extents

    return Files(reader(root), extents)


def _document(outcome: Outcome, options: argparse.Namespace) -> str:
    """Return what was found as one file for programs."""
    prefix = path_in_repository(options.root)
    if options.format == "sarif":
        from factsite.report import sarif
        from factsite.report.manual import manuals
        from factsite.rules import RULES

        rules = manuals(RULES)
        return sarif.document(outcome.diagnostics, files_of(options.root), rules, __version__, prefix)
    from factsite.report import data

    errors = sum(diagnostic.severity == "error" for diagnostic in outcome.diagnostics)
    counts = {
        "errors": errors, "warnings": len(outcome.diagnostics) - errors,
        "claims": outcome.claims, "sources": outcome.sources, "checks": outcome.checks,
    }  # fmt: skip
    return data.document(outcome.diagnostics, files_of(options.root), counts, prefix)


def _to_github(diagnostics: tuple[Diagnostic, ...], root: Path, counts: str) -> None:
    """Print annotations, all diagnostics beside them for the log, and a table into the summary if there is one."""
    from factsite.report import github

    annotate(diagnostics, root)
    summarize(github.summary(diagnostics, counts, path_in_repository(root), _blob(os.environ)))


def annotate(diagnostics: Sequence[Diagnostic], root: Path) -> None:
    """Print diagnostics as annotations for GitHub, and beside them all of them for the log."""
    from factsite.report import github

    for line in github.annotated(diagnostics, files_of(root), path_in_repository(root)):
        print(line)
    log(report.lines(diagnostics))


def log(lines: Iterable[str]) -> None:
    """Print lines beside the annotations, so that nothing in them is taken for a command."""
    for line in lines:
        print(uncommanded(line), file=sys.stderr)


def summarize(text: str) -> None:
    """Add Markdown to the summary of a run on GitHub, if there is one."""
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        try:
            with Path(path).open("a", encoding="utf-8") as summary:
                summary.write(text)
        except OSError as refusal:
            raise NoSummaryError(refusal) from refusal


def _blob(environment: Mapping[str, str]) -> str:
    """Return the address of the repository's files at the commit of a run on GitHub, or ""."""
    parts = [environment.get(f"GITHUB_{name}", "") for name in ("SERVER_URL", "REPOSITORY", "SHA")]
    return "{}/{}/blob/{}/".format(*parts) if all(parts) else ""


def path_in_repository(root: Path) -> str:
    """Return the way from the top of the repository to a folder in it, with ``/`` at its end; "" for the top itself.

    A folder in no repository is its own top.
    """
    folder = root.resolve()
    for top in (folder, *folder.parents):
        if (top / ".git").exists():
            path = folder.relative_to(top).as_posix()
            return "" if path == "." else f"{path}/"
    return ""


def room(stream: TextIO) -> int:
    """Return how many cells a line on the stream has."""
    if not stream.isatty():
        return PIPE
    return max(40, min(ROOMY, shutil.get_terminal_size().columns))


def ink_for(stream: TextIO, wanted: str = "auto", root: Path | None = None) -> Ink:
    """Return the ink for a stream: ``wanted`` is always, never, or auto; then the terminal and the environment decide.

    Links lead to the files of the site folder ``root`` and to the page of the rules, and only a terminal has them.
    """
    terminal = stream.isatty()
    if not (wanted == "always" or (wanted == "auto" and _colourful(os.environ, terminal))):
        return Ink()
    if not terminal or os.environ.get("TERM", "") in NO_LINKS:
        return Ink(colours=True)

    def place_link(place: Place) -> str:
        path = ((root or Path()) / place.file).resolve()
        return path.as_uri() if path.exists() else ""

    return Ink(True, place_link, lambda rule: RULES_PAGE.as_uri() if RULES_PAGE.exists() else "")


def _colourful(environment: Mapping[str, str], terminal: bool) -> bool:
    """Say whether to use colours where nobody said so: https://no-color.org, https://force-color.org."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0") or environment.get("CLICOLOR_FORCE", "0") not in (
        "",
        "0",
    ):
        return True
    known = environment.get("TERM") or ("WT_SESSION" in environment and "windows")
    return terminal and environment.get("CLICOLOR") != "0" and known not in (False, "dumb")
