"""Make a site folder to start from, with its workflows and an example.

The folder has content/, seeds/, the steps of its CI for GitHub, GitLab and others, forms for readers who report a
mistake, and, as an example to delete, a claim on which two short articles disagree. Its requirements.txt names the
factsite that made it. A folder in which something lies is refused, unless that is only a .git; nothing is overwritten.
"""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path

from factsite.commands import options as takes
from factsite.commands.terminal import misused, program, short
from factsite.editor import requirement, skeleton
from factsite.english import number_of
from factsite.report import printable

EXAMPLES = (
    "news",
    'news --title "Harbour news, checked" --base-url https://facts.example.org/',
    "news --no-example",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder; empty, or not there yet")
    parser.add_argument("--title", type=line, metavar="TEXT", help="the site's name")
    parser.add_argument("--base-url", type=takes.address, metavar="URL", help="where it will stand")
    parser.add_argument(
        "--requirement",
        type=line,
        metavar="TEXT",
        help="how to install factsite, as a line of requirements.txt (default: as this one was installed)",
    )
    parser.add_argument("--no-example", action="store_true", help="leave out the example")


def line(text: str) -> str:
    """Read a text of one line."""
    if not text.strip() or not text.isprintable():
        raise argparse.ArgumentTypeError(f"{text!r} is no text of one line")
    return text.strip()


def run(options: argparse.Namespace) -> int:
    """Lay the folder down, and say what to do next."""
    pin = options.requirement or requirement.own()
    new = skeleton.files(pin, title=options.title, base_url=options.base_url, example=not options.no_example)
    try:
        skeleton.lay(new, options.folder)
    except (skeleton.NotEmptyError, OSError) as refusal:
        return misused(f"nothing made: {refusal}")
    print(printable(f"Made a site folder in {short(options.folder)}: {number_of(len(new), 'file')}."))
    if doubt := "" if options.requirement else requirement.doubt(pin):
        print(
            printable(f"requirements.txt says `{pin}`, but {doubt}; put an address there for other machines,")
        )
        print("such as `factsite @ git+https://…@COMMIT`.")
    print("Next:")
    for command in following(shlex.quote(short(options.folder))):
        print(printable(f"  {command}"))
    return 0


def following(folder: str) -> tuple[str, ...]:
    """Return the next three commands."""
    if program() == "factsite":
        first = "factsite suggest" if folder == "." else f"cd {folder}"
        return first, "factsite check", "factsite serve"
    return tuple(f"python build.py {name} --root {folder}" for name in ("check", "suggest", "serve"))
