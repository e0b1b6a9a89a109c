"""The commands, one module each: ``arguments`` says what it takes, ``run`` does it and returns the exit status.

A module's docstring is the command's manual, its first sentence the line in the list of all commands.

options    what several commands take
reporting  how they tell of faults
terminal   what else they print, and where
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    import argparse

COMMANDS: Final = (
    "build", "check", "explain", "serve", "index", "cite", "new", "suggest", "fmt", "coverage", "compare", "read",
    "source", "repin", "schema", "init", "verify",
)  # fmt: skip
"""Every command, in the order in which an editor needs them."""


class Command(Protocol):
    """A module of this package that is a command."""

    __doc__: str
    EXAMPLES: tuple[str, ...]
    """What to type after the name of the program, with what it does behind a ``#``."""

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add what the command takes."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it; return 0 if all is well, 1 if the author's files have faults, 2 for wrong usage or where the disk refuses."""


def command(name: str) -> Command:
    """Return a command by its name; the others are not imported."""
    from importlib import import_module

    return cast("Command", import_module(f"factsite.commands.{name.replace('-', '_')}"))
