"""Put files in house order and style.

The keys of each record stand in the order of docs/fields.md, two spaces deep for each level, without blank lines that part
nothing. Every word, every quotation mark and every comment stays, and what is read from the file does not change. A file that
is no YAML is left alone, and its faults are shown.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factsite import plain, report
from factsite.commands import options as takes
from factsite.commands.reporting import NoSummaryError, annotate, log, summarize
from factsite.commands.terminal import misused, no_site, program, tell
from factsite.editor import ordering
from factsite.editor.workspace import WHERE
from factsite.editor.writing import RefusedError, write_changed
from factsite.english import number_of
from factsite.load import arranged, house_style
from factsite.report import printable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence

    from factsite.diagnostic import Diagnostic

EXAMPLES = (
    "",
    "content/facts/army-size.yaml",
    "--check  # for a machine: show what would change, write nothing",
    "--check --format github  # annotations on a pull request",
    "- < draft.yaml  # for an editor: read here, print there",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    takes.add_site(parser)
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="the files (default: all of the site folder); `-`: standard input",
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; print the difference, and exit 1 if there is one"
    )
    takes.add_format(parser, "patch", "github")
    parser.add_argument(
        "--kind", choices=tuple(WHERE), default="fact", help="what standard input holds (default: fact)"
    )


def run(options: argparse.Namespace) -> int:
    """Put the files in order; 1 where one has faults or, with --check, would change."""
    if options.files == [Path("-")]:
        return _stream(options)
    if not options.files and (problem := no_site(options.root)):
        return misused(problem)
    files = options.files or ordering.files_of(options.root)
    for path in files:
        if problem := _unfit(path):
            return misused(problem)
    try:
        return _all(files, options)
    except RefusedError as refusal:
        return misused(str(refusal))
    except OSError as refusal:
        return misused(f"the disk refuses: {refusal}")
    except NoSummaryError as refusal:
        return misused(f"the summary cannot be written: {refusal}")


def _unfit(path: Path) -> str:
    """Return why a file cannot be put in order, or ""."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        return f"{path} is no plain file; nothing is written through links"
    if not path.is_file():
        return f"there is no file {path}"
    if ordering.kind_of(path.absolute()) is None:
        return f"{path} has no house order; {', '.join(WHERE.values())} have one"
    return ""


def _all(files: Sequence[Path], options: argparse.Namespace) -> int:
    """Put files in order, and say which."""
    changed: list[Diagnostic] = []
    faulty = 0
    say = log if options.format == "github" else _print
    for path in files:
        content = plain.read(path.parent, path.name)
        name = _name(path, options.root)
        after = arranged(ordering.kind_of(path.absolute()) or "", name, content)
        if not isinstance(after, str):
            say(report.lines(after))
            faulty += 1
        elif after.encode() != content:
            changed.append(house_style(name, content.decode(), after))
            if options.check:
                say(_patch(name, content.decode(), after))
            else:
                write_changed(path.parent, {path.name: content}, {path.name: after.encode()})
                say([printable(name)])
    summary = _summary(len(changed), faulty, len(files), check=options.check)
    say([summary])
    if options.check and options.format == "github":
        annotate(changed, options.root)
        summarize(f"## House style\n\n{summary}\n" if changed else "")
    return 1 if faulty or (changed and options.check) else 0


def _summary(changed: int, faulty: int, files: int, *, check: bool) -> str:
    """Return how many files are how."""
    does = "would change" if check else "changed"
    parts = [f"{number_of(changed, 'file')} {does}", f"{files - changed - faulty} in order"]
    if faulty:
        parts.append(f"{faulty} left alone because of faults")
    advice = f" `{program()} fmt` puts them in order." if check and changed else ""
    return f"{', '.join(parts)}.{advice}"


def _stream(options: argparse.Namespace) -> int:
    """Print standard input in order; nothing where it has faults, which go beside it."""
    content = sys.stdin.buffer.read()
    after = arranged(options.kind, "-", content)
    if not isinstance(after, str):
        tell(after, sys.stderr)
        return 1
    if not options.check:
        sys.stdout.flush()
        sys.stdout.buffer.write(after.encode())
        return 0
    _print(_patch("-", content.decode(), after))
    return int(after.encode() != content)


def _patch(name: str, before: str, after: str) -> Iterator[str]:
    return map(printable, ordering.difference(name, before, after))


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _name(path: Path, root: Path) -> str:
    """Return a file's path from the site folder, as faults are reported, or as it was given."""
    there, top = path.resolve(), root.resolve()
    return there.relative_to(top).as_posix() if there.is_relative_to(top) else str(path)
