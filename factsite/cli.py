"""The commands: arguments in, exit status out.

0: everything holds. 1: the author's files have faults. 2: the command was used wrongly, or the disk refused.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from factsite import __version__, publish, report
from factsite.english import number_of
from factsite.memo import Memory
from factsite.pipeline import (
    NotAnAddress,
    Outcome,
    build,
    draw,
    read_base_address,
    readings,
    suggest_for,
    suggest_in,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factsite.diagnostic import Diagnostic
    from factsite.findings import Suggestion
    from factsite.values import BaseAddress

OURS = Path(__file__).resolve().parent.parent
"""The folder of the generator: its templates serve every site that has none of its own."""

DESCRIPTION = """\
Check the fact files of a site folder against their source articles, and build the site.

A site folder holds content/ (site.yaml, facts/, sources/, origins.yaml, pages/), seeds/ (the articles) and,
if it wants, templates/ of its own. The site is written to its site/ folder."""

EPILOG = """\
examples:
  python build.py                    check everything; if it all holds, write site/
  python build.py check              check everything, write nothing
  python build.py index              make the search index of the site that was built
  python build.py serve              build, and show the site at http://127.0.0.1:8000/
  python build.py suggest            print where the articles disagree, with fact files to paste
  python build.py suggest --seeds ~/articles --format json
  python build.py read "nearly 12,000 soldiers"
  python build.py verify             hold the published proof manifest against the articles again
  python build.py coverage           print what of the articles no claim covers
  python build.py --root ../rivers   the same for another site folder

exit status: 0 when everything holds (warnings or not), 1 when there are faults, 2 for wrong usage.
A fault is reported as file:line:column with the repair below; docs/rules.md explains every rule."""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    top = argparse.ArgumentParser(
        prog="build.py",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"factsite {__version__}")
    top.add_argument(
        "command", nargs="?", default="build",
        choices=("build", "check", "index", "serve", "suggest", "coverage", "read", "verify"),
        help="build (the default): check and write site/. check: check alone. index: make the search index of site/. "
        "serve: build, index and show the site. "
        "suggest: print where the articles disagree. coverage: print what of the articles no claim covers. "
        "read: print how a figure is read, and why. verify: hold the published proof manifest against the articles",
    )  # fmt: skip
    top.add_argument(
        "words",
        nargs="*",
        help="read: the words of the figure. verify: the manifest (default: the site's data/manifest.json)",
    )
    top.add_argument(
        "--root", type=Path, default=OURS, metavar="DIR", help="the site folder (default: this project)"
    )
    top.add_argument(
        "--date",
        type=_day,
        metavar="YYYY-MM-DD",
        help="the build date, after which no date may lie (default: today)",
    )
    top.add_argument(
        "--base-url",
        type=_address,
        metavar="URL",
        help="where the site will stand, for this build (default: base_url of site.yaml)",
    )
    top.add_argument(
        "--seeds",
        type=Path,
        metavar="DIR",
        help="suggest: a folder of articles, *.txt, in place of a site folder",
    )
    top.add_argument(
        "--published",
        type=_day,
        metavar="YYYY-MM-DD",
        help="read: the day of the article, for “last week” and the like",
    )
    top.add_argument(
        "--no-cards", action="store_true", help="build, serve: draw no cards of claims, and publish none"
    )
    top.add_argument("--port", type=_port, default=8000, help="serve: the port (default: 8000)")
    top.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="suggest, coverage, read: how to print it (default: text)",
    )
    return top


def _day(text: str) -> dt.date:
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError as fault:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2026-11-21") from fault


def _address(text: str) -> BaseAddress:
    read = read_base_address(text)
    if isinstance(read, NotAnAddress):
        raise argparse.ArgumentTypeError(f"{read.message}; write {read.help}")
    return read


def _port(text: str) -> int:
    if not (text.isdecimal() and int(text) < 2**16):
        raise argparse.ArgumentTypeError(f"{text!r} is no port from 0 to 65535")
    return int(text)


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return the exit status; end quietly when whoever reads the output has seen enough."""
    try:
        status = run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def run(arguments: list[str] | None) -> int:
    """Run a command and return the exit status."""
    started = time.perf_counter()
    options = parser().parse_args(arguments)
    root: Path = options.root
    if options.command == "read":
        return _read(options)
    if options.command == "verify":
        return _verified(options)
    if options.words:
        return _misused(f"{options.command} takes no words: {' '.join(options.words)}")
    if options.seeds is not None:
        return _suggested_in(options.seeds, options)
    if not (root / "content").is_dir():
        return _misused(f"{root} is no site folder: it has no content/")
    if options.command == "index":
        return _indexed(root)
    if options.command == "suggest":
        return _suggested(suggest_for(root, options.date or dt.date.today()), options)
    try:
        outcome = build(
            root,
            [root / "templates", OURS / "templates"],
            options.date or dt.date.today(),
            base_url=options.base_url,
            cards=not options.no_cards,
        )
    except OSError as refusal:
        return _misused(f"the disk refuses: {refusal}")
    status = 1 if any(diagnostic.severity == "error" for diagnostic in outcome.diagnostics) else 0
    if options.command == "coverage":
        return _covered(outcome, options.format, status)
    for line in report.lines(outcome.diagnostics):
        print(line)
    done = _counts(outcome)
    if status == 0 and options.command != "check":
        try:
            done += _published(_publish(outcome, root), root)
        except (publish.NotOursError, OSError) as refusal:
            return _misused(f"nothing published: {refusal}")
    elif status == 0:
        done += "; everything holds"
    else:
        done += "; nothing published" if options.command != "check" else ""
    print(f"{done}. {number_of(outcome.checks, 'check')} in {time.perf_counter() - started:.2f} s.")
    if options.command == "serve" and status == 0:
        from factsite.serve import serve

        _indexed(root)
        try:
            serve(root / "site", options.port)
        except OSError as refusal:
            return _misused(f"the site cannot be shown at port {options.port}: {refusal}")
    return status


def _indexed(root: Path) -> int:
    """Make the search index of a site that was published."""
    from factsite import search

    started = time.perf_counter()
    try:
        pages = search.index(root / "site")
    except (search.NoIndexError, OSError) as refusal:
        return _misused(f"no search index: {refusal}")
    took = time.perf_counter() - started
    print(
        f"Search index of {number_of(pages, 'page')} in {_short(root / 'site' / publish.SEARCH)}, in {took:.2f} s."
    )
    return 0


def _read(options: argparse.Namespace) -> int:
    """Print how the figures of some words are read."""
    from factsite.editor import readings as written

    if not options.words:
        return _misused('read takes the words of a figure, as in: read "nearly 12,000 soldiers"')
    found = readings(" ".join(options.words), options.published)
    print((written.as_json if options.format == "json" else written.as_text)(found), end="")
    return 0


def _verified(options: argparse.Namespace) -> int:
    """Hold a proof manifest against the articles of a site folder."""
    from factsite.verify import main as verify

    if len(options.words) > 1:
        return _misused(f"verify takes one manifest: {' '.join(options.words)}")
    published = options.root / "site" / "data" / "manifest.json"
    return verify(Path(options.words[0]) if options.words else published, options.root)


def _suggested_in(folder: Path, options: argparse.Namespace) -> int:
    """Print where the articles of a folder disagree."""
    if options.command != "suggest":
        return _misused("--seeds goes with suggest")
    if not folder.is_dir():
        return _misused(f"{folder} is no folder")
    return _suggested(suggest_in(folder), options)


def _suggested(found: tuple[Sequence[Suggestion], Sequence[Diagnostic]], options: argparse.Namespace) -> int:
    """Print suggestions; faults go beside them, so that what is printed can be read by a program."""
    from factsite.editor import suggest

    suggestions, faults = found
    for line in report.lines(faults):
        print(line, file=sys.stderr)
    written = suggest.as_json if options.format == "json" else suggest.as_text
    print(written(suggestions, options.date or dt.date.today()), end="")
    return 1 if any(fault.severity == "error" for fault in faults) else 0


def _covered(outcome: Outcome, form: str, status: int) -> int:
    """Print the coverage; faults go beside it, so that what is printed can be read by a program."""
    from factsite.editor import coverage

    for line in report.lines(outcome.diagnostics):
        print(line, file=sys.stderr)
    if status:
        print("build.py: a citation with a fault covers nothing; mend the faults first", file=sys.stderr)
    written = coverage.as_json if form == "json" else coverage.as_text
    print(written(outcome.coverage), end="")
    return status


def _counts(outcome: Outcome) -> str:
    errors = sum(diagnostic.severity == "error" for diagnostic in outcome.diagnostics)
    warnings = len(outcome.diagnostics) - errors
    counts = f"{number_of(outcome.claims, 'claim')}, {number_of(outcome.sources, 'source')}"
    if errors or warnings:
        counts += f": {number_of(errors, 'error')}, {number_of(warnings, 'warning')}"
    return counts


def _publish(outcome: Outcome, root: Path) -> publish.Published:
    """Draw what is to be drawn, and publish it with the pages; what was not needed any more is forgotten then."""
    publish.refuse_foreign(root / "site")
    memory = Memory(root)
    files = publish.publish((*outcome.pages, *draw(outcome.drawings, memory)), root / "site")
    memory.forget_unused()
    return files


def _published(files: publish.Published, root: Path) -> str:
    total = files.written + files.unchanged
    return f"; {number_of(total, 'file')} in {_short(root / 'site')} ({files.written} written, {files.removed} removed)"


def _short(path: Path) -> str:
    """Return a path as seen from where the command was given, if that is above it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _misused(message: str) -> int:
    print(f"build.py: {message}", file=sys.stderr)
    return 2
