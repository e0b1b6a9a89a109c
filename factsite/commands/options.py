"""What several commands take."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Final

from factsite.bundled import bundled
from factsite.english import number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factsite.diagnostic import Diagnostic
    from factsite.values import BaseAddress

TEMPLATES: Final = bundled("templates")
"""The generator's templates: they serve every site that has none of its own."""


def add_site(parser: argparse.ArgumentParser) -> None:
    """Add the site folder."""
    parser.add_argument(
        "--root",
        type=Path,
        default=parser.get_default("home"),
        metavar="DIR",
        help="the site folder, which holds content/ and seeds/ (default: that of build.py; the current folder for factsite)",
    )


def add_date(parser: argparse.ArgumentParser) -> None:
    """Add the build date."""
    parser.add_argument(
        "--date",
        type=day,
        default=dt.date.today(),
        metavar="YYYY-MM-DD",
        help="the build date, after which no date may lie (default: today)",
    )


def add_building(parser: argparse.ArgumentParser) -> None:
    """Add what a build takes that differs from what the site says of itself."""
    parser.add_argument(
        "--base-url",
        type=address,
        metavar="URL",
        help="where the site will stand, for this build (default: base_url of site.yaml)",
    )
    parser.add_argument("--no-cards", action="store_true", help="draw no cards of claims, and publish none")


def add_cluster(parser: argparse.ArgumentParser) -> None:
    """Add who examines the facts."""
    parser.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="have facts examined by the workers of a Dask scheduler, as in tcp://10.0.0.5:8786; slower for less than hundreds of thousands of claims",
    )


def add_loudness(parser: argparse.ArgumentParser) -> None:
    """Add how much is said besides faults."""
    how = parser.add_mutually_exclusive_group()
    how.add_argument("-q", "--quiet", action="store_true", help="print faults only")
    how.add_argument("-v", "--verbose", action="store_true", help="print how long each stage took")


def add_format(parser: argparse.ArgumentParser, *forms: str) -> None:
    """Add the form of what is printed; the first is the default."""
    parser.add_argument(
        "--format", choices=forms, default=forms[0], help=f"how to print it (default: {forms[0]})"
    )


def add_report(parser: argparse.ArgumentParser, *forms: str) -> None:
    """Add how faults are told; the first form is the default."""
    parser.add_argument(
        "--format", choices=forms, default=forms[0], help=f"how to tell of faults (default: {forms[0]})"
    )
    add_color(parser)


def add_color(parser: argparse.ArgumentParser) -> None:
    """Add whether to use colours."""
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="use colours (default: auto, on a terminal; NO_COLOR and FORCE_COLOR are respected)",
    )


def counts(claims: int, sources: int, diagnostics: Sequence[Diagnostic]) -> str:
    """Return how many claims, sources and faults there are."""
    errors = sum(diagnostic.severity == "error" for diagnostic in diagnostics)
    warnings = len(diagnostics) - errors
    found = f"{number_of(claims, 'claim')}, {number_of(sources, 'source')}"
    return found + (
        f": {number_of(errors, 'error')}, {number_of(warnings, 'warning')}" if diagnostics else ""
    )


def hidden(drafts: int) -> str:
    """Return how many drafts were left out, after a semicolon; "" if there is none."""
    return f"; {number_of(drafts, 'draft')} not shown" if drafts else ""


def day(text: str) -> dt.date:
    """Read a date."""
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError as fault:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2026-11-21") from fault


def address(text: str) -> BaseAddress:
    """Read the address of a site."""
    from factsite.load import Refusal, read_base_address

    read = read_base_address(text)
    if isinstance(read, Refusal):
        raise argparse.ArgumentTypeError(f"{read.message}; write {read.help}")
    return read


def web_address(text: str) -> str:
    """Read a web address."""
    from factsite.load import Refusal, read_address

    read = read_address(text)
    if isinstance(read, Refusal):
        raise argparse.ArgumentTypeError(f"{read.message}; write {read.help}")
    return read


def port(text: str) -> int:
    """Read the number of a port."""
    if not (text.isdecimal() and text.isascii() and int(text) < 2**16):
        raise argparse.ArgumentTypeError(f"{text!r} is no port from 0 to 65535")
    return int(text)
