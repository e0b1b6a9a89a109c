"""The command line: arguments in, exit status out.

0: everything holds. 1: the author's files have faults. 2: the command was used wrongly, or the disk refused. 3: factsite has a fault.
More than 128: it was stopped by a signal of that number less 128.
"""

from __future__ import annotations

import argparse
import io
import os
import signal
import sys
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from factsite import __version__
from factsite.commands import COMMANDS, command
from factsite.commands.terminal import misused, program
from factsite.diagnostic import nearest
from factsite.hands import KilledError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

STOPS: Final = ("SIGTERM", "SIGHUP")
"""What stops a program as Ctrl+C does: what it began is to be removed first."""

DESCRIPTION = """\
Check the fact files of a site folder against their source articles, and build the site.

A site folder holds content/ (site.yaml, facts/, sources/, origins.yaml, pages/), seeds/ (the articles) and,
if it wants, templates/ of its own. The site is written to its site/ folder."""

EPILOG = """\
Without a command, it builds. {program} COMMAND --help says more of each; docs/commands.md has them all.

exit status: 0 when everything holds (warnings or not), 1 when there are faults, 2 for wrong usage, 3 where factsite fails.
A fault is reported as file:line:column with the repair below; docs/rules.md explains every rule."""


def overview() -> argparse.ArgumentParser:
    """Return the parser of a command line without a command: it knows the help and the version."""
    names = [f"  {name:<10} {summary(name)}" for name in COMMANDS]
    parser = argparse.ArgumentParser(
        prog=program(),
        usage="%(prog)s [COMMAND] [options]",
        description="\n".join((DESCRIPTION, "", "commands:", *names)),
        epilog=EPILOG.format(program=program()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"factsite {__version__}")
    return parser


def summary(name: str) -> str:
    """Return what a command does, in a sentence: the first line of its module, which need not be run for that."""
    found = find_spec(f"factsite.commands.{name}")
    source = found and found.loader and found.loader.get_source(found.name)  # type: ignore[attr-defined]  # loaders of code have it
    return source.partition("\n")[0].strip('"') if source else ""


def parser(name: str, home: Path) -> argparse.ArgumentParser:
    """Return the parser of a command; ``home`` is the site folder where none is given."""
    module = command(name)
    examples = [f"  {program()} {name} {example}".rstrip() for example in module.EXAMPLES]
    made = argparse.ArgumentParser(
        prog=f"{program()} {name}",
        description=module.__doc__,
        epilog="\n".join(("examples:", *examples)),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.set_defaults(home=home)
    module.arguments(made)
    return made


def main(arguments: list[str] | None = None, *, home: Path | None = None) -> int:
    """Run a command and return the exit status; end quietly when whoever reads the output has seen enough.

    ``home`` is the site folder where no other is given, else the current folder is.
    """
    prepare_streams()
    try:
        with stoppable():
            status = run(sys.argv[1:] if arguments is None else arguments, home or Path())
            sys.stdout.flush()
    except KeyboardInterrupt as stop:
        return stopped(str(stop) or "SIGINT")
    except OSError as refusal:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1 if isinstance(refusal, BrokenPipeError) else misused(f"the disk refuses: {refusal}")
    return status


@contextmanager
def stoppable() -> Iterator[None]:
    """Let signals that would end the program at once end it as Ctrl+C does, unless whoever started it wants them ignored."""

    def stop(number: int, _: FrameType | None) -> None:
        raise KeyboardInterrupt(signal.Signals(number).name)

    numbers = [signal.Signals[name] for name in STOPS if name in signal.Signals.__members__]
    try:
        found = {one: signal.signal(one, stop) for one in numbers if signal.getsignal(one) is signal.SIG_DFL}
    except ValueError:
        found = {}  # no thread but the first is told of signals
    try:
        yield
    finally:
        for one, before in found.items():
            signal.signal(one, before)


def stopped(name: str) -> int:
    """Say that the program was stopped by a signal, and return its exit status."""
    with suppress(OSError):  # a terminal that is gone
        print(
            f"{program()}: stopped ({name}); what is published is whole, and the next build begins where this one began",
            file=sys.stderr,
        )
    return 128 + signal.Signals[name]


def prepare_streams() -> None:
    """Open on nothing what the caller closed, and print UTF-8 everywhere: what is printed is pasted into files of that.

    What no UTF-8 can be made of, as in a file's name of other bytes, is printed by its number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nothing = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115  it lasts as long as the program
            setattr(sys, name, nothing)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def run(words: list[str], home: Path) -> int:
    """Run a command and return the exit status."""
    if words and not words[0].startswith("-"):
        name, rest = words[0], words[1:]
        if name not in COMMANDS:
            meant = nearest(name, COMMANDS)
            advice = f"did you mean `{meant}`?" if meant else f"look at `{program()} --help`"
            return misused(f"there is no command {name!r}; {advice}")
    else:
        name, rest = "build", words
        if words and words[0] in ("-h", "--help", "--version"):
            overview().parse_args(words)
        if late := next((word for word in words if word in COMMANDS), None):
            return misused(f"the command comes first: {program()} {late} …")
    options = parser(name, home).parse_args(rest)
    try:
        return command(name).run(options)
    except OSError:
        raise
    except KilledError as fault:
        return misused(str(fault))
    except MemoryError:
        return misused("there is not enough memory; free some, and try again")
    except Exception as fault:
        from factsite.commands.failing import failed

        return failed(fault, name, words, getattr(options, "root", home))
