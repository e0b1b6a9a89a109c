"""Explain a rule: what the fault is, why it is one, how to mend it, and an example.

The rule is the name that stands in brackets where a fault is reported. Without one, all rules are listed.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from factsite.commands import options as takes
from factsite.commands.reporting import ink_for, room
from factsite.commands.terminal import misused, program
from factsite.diagnostic import nearest
from factsite.report.manual import manuals

if TYPE_CHECKING:
    import argparse

EXAMPLES = ("", "quote-not-in-lines")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("rule", nargs="?", help="the name of a rule (default: list all)")
    takes.add_color(parser)


def run(options: argparse.Namespace) -> int:
    """Print what there is to say of the rule, or all rules."""
    from factsite.editor import explain
    from factsite.rules import RULES

    known = {manual.name: manual for manual in manuals(RULES)}
    ink = ink_for(sys.stdout, options.color)
    if options.rule is None:
        for line in explain.listed(list(known.values()), room(sys.stdout), ink):
            print(line)
        return 0
    name = options.rule.strip().strip("[]").lower().replace("_", "-")
    if name not in known:
        meant = nearest(name, known)
        advice = f"did you mean `{meant}`?" if meant else f"`{program()} explain` lists all"
        return misused(f"there is no rule {options.rule!r}; {advice}")
    for line in explain.explained(known[name], room(sys.stdout), ink):
        print(line)
    return 0
