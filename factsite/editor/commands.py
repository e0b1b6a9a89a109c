"""The page of all commands, from their docstrings and parsers: it says what ``--help`` says, at any width and on any day."""

from __future__ import annotations

import argparse
import inspect
from pathlib import Path
from typing import TYPE_CHECKING

from factsite.cli import parser, summary
from factsite.commands import COMMANDS, command

if TYPE_CHECKING:
    from collections.abc import Iterator


def commands() -> str:
    """Return ``docs/commands.md``: every command with what it takes."""
    return "\n".join(_commands()) + "\n"


def _commands() -> Iterator[str]:
    yield "# Commands"
    yield ""
    yield "What stands here as `build.py` is `python build.py` in this repository, and `factsite` where the package is installed."
    yield "Without a command, it builds. This page is generated from the code by `make docs`."
    yield ""
    yield "Exit status: 0 when everything holds (warnings or not), 1 when there are faults, 2 for wrong usage."
    yield ""
    yield "| command | what it does |"
    yield "| --- | --- |"
    for name in COMMANDS:
        yield f"| [`{name}`](#{name}) | {_in_table(summary(name))} |"
    for name in COMMANDS:
        yield ""
        yield f"## {name}"
        yield ""
        yield inspect.cleandoc(command(name).__doc__)
        yield ""
        yield "```sh"
        for example in command(name).EXAMPLES:
            yield f"build.py {name} {example}".rstrip()
        yield "```"
        yield from _arguments(parser(name, Path()), name)


def _arguments(made: argparse.ArgumentParser, name: str) -> Iterator[str]:
    """Yield a table of all that a command takes, and one for each command below it."""
    below: list[tuple[str, argparse.ArgumentParser]] = []
    rows = []
    for action in made._actions:
        if isinstance(action.choices, dict):
            below += action.choices.items()
        elif not isinstance(action, argparse._HelpAction):
            purpose = (action.help or "") % {**vars(action), "prog": made.prog}
            rows.append(f"| {_call(action)} | {_in_table(purpose)} |")
    if rows:
        yield from ("", "| argument | what it is for |", "| --- | --- |", *rows)
    for word, parser_below in below:
        yield from ("", f"### {name} {word}")
        if parser_below.description:
            yield from ("", parser_below.description)
        yield from _arguments(parser_below, f"{name} {word}")


def _call(action: argparse.Action) -> str:
    """Return how an argument is written: "`-q`, `--quiet`", "`--root DIR`"."""
    takes = "" if action.nargs == 0 else str(action.metavar or _choices(action) or action.dest.upper())
    if not action.option_strings:
        return f"`[{takes}]`" if action.nargs in ("?", "*") else f"`{takes}`"
    return ", ".join(f"`{f'{option} {takes}'.rstrip()}`" for option in action.option_strings)


def _choices(action: argparse.Action) -> str:
    """Return the words that an argument can be, as in usage lines: a bar would end the cell of a table."""
    return f"{{{','.join(map(str, action.choices))}}}" if action.choices is not None else ""


def _in_table(text: str) -> str:
    """Return a sentence as a cell of a table has it."""
    return text.replace("|", "\\|").replace("*", "\\*").replace("<", "\\<")
