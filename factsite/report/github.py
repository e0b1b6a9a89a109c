"""Diagnostics as annotations on the lines of a pull request, and as a table for the summary of a run.

GitHub shows ten errors and ten warnings of a step and drops the rest in silence, so the last one shown says how many more
there are. What is wrong with an article or a setting comes before what is wrong with facts, for it is often their cause. What an author wrote can end no command and begin none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from factsite.english import number_of, plural
from factsite.report.ink import printable
from factsite.report.unlinked import unlinked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factsite.diagnostic import Diagnostic, Severity
    from factsite.report.files import Files

MOST: Final = 10
"""So many annotations of a kind GitHub shows of one step."""
LONGEST: Final = 4_000
"""A message is cut to so many characters; GitHub takes none of more than 64 KB."""
SUMMARY_BYTES: Final = 900_000
"""GitHub takes a summary of at most a mebibyte of all steps, or none of it."""

SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning")
"""The worst first."""
FACTS: Final = "content/facts/"
"""Where the files are that depend on all others."""


def annotated(diagnostics: Sequence[Diagnostic], files: Files, prefix: str = "") -> Iterator[str]:
    """Yield a workflow command for each diagnostic, the worst first, as many as GitHub shows.

    ``prefix`` leads from the top of the repository to the site folder: "" or "sites/rivers/".
    """
    for severity in SEVERITIES:
        found = [diagnostic for diagnostic in _ordered(diagnostics) if diagnostic.severity == severity]
        shown = found if len(found) <= MOST else found[: MOST - 1]
        for diagnostic in shown:
            yield _command(diagnostic, files, prefix)
        if more := len(found) - len(shown):
            title = f"{more} more {plural(severity) if more > 1 else severity}"
            yield f"::{severity} title={title}::{title}: the log and the summary of this run show all"


def _ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the worst first, and causes before what may follow from them."""
    return sorted(
        diagnostics,
        key=lambda fault: (SEVERITIES.index(fault.severity), fault.place.file.startswith(FACTS)),
    )


def _command(diagnostic: Diagnostic, files: Files, prefix: str) -> str:
    """Return the command that annotates one place. It takes columns only for what lies in one line."""
    place, end = diagnostic.place, files.end(diagnostic.place)
    properties = {"file": printable(prefix + place.file), "line": place.line, "endLine": end.line}
    if end.line == place.line:
        properties |= {"col": place.column, "endColumn": end.column}
    properties["title"] = diagnostic.rule
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{diagnostic.severity} {listed}::{_message(_told(diagnostic)[:LONGEST])}"


def _told(diagnostic: Diagnostic) -> str:
    """Return what is wrong, where else to look, and the repair, a line each."""
    others = [f"{place}: {printable(words)}" for place, words in diagnostic.also]
    repair = [f"help: {printable(diagnostic.help)}"] if diagnostic.help else []
    return "\n".join((printable(diagnostic.message), *others, *repair))


def _message(text: str) -> str:
    """Return a text as the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return a text as the value of a property of a command."""
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def summary(diagnostics: Sequence[Diagnostic], counts: str, prefix: str = "", blob: str = "") -> str:
    """Return a Markdown table of all diagnostics, the worst first, under the outcome and a sentence that counts them.

    ``blob`` is the address of the repository's files at this commit, with ``/`` at its end; "" links nothing.
    """
    head = f"## {_outcome(diagnostics)}\n\n{_escaped(counts)}.\n"
    if not diagnostics:
        return head
    table = head + "\n| | rule | place | what is wrong | repair |\n| --- | --- | --- | --- | --- |\n"
    rows = [_row(diagnostic, prefix, blob) for diagnostic in _ordered(diagnostics)]
    return table + _rows(rows, SUMMARY_BYTES)


def _outcome(diagnostics: Sequence[Diagnostic]) -> str:
    """Return what a check came to, in a few words."""
    errors = sum(diagnostic.severity == "error" for diagnostic in diagnostics)
    if errors:
        return f"{number_of(errors, 'fault')} to mend before the site can be published"
    return "Everything holds, with warnings" if diagnostics else "Everything holds"


def _rows(rows: Iterable[str], room: int) -> str:
    """Return the rows that take so many bytes at most, and a sentence on how many do not fit."""
    kept: list[str] = []
    left_out = 0
    for row in rows:
        room -= len(row.encode("utf-8"))
        if room >= 0:
            kept.append(row)
        else:
            left_out += 1
    return "".join(kept) + (f"\n{number_of(left_out, 'more fault')}: see the log.\n" if left_out else "")


def _row(diagnostic: Diagnostic, prefix: str, blob: str) -> str:
    place = _escaped(printable(f"{diagnostic.place.file}:{diagnostic.place.line}"))
    if blob:
        address = blob + quote(prefix + diagnostic.place.file, errors="surrogateescape")
        place = f"[{place}]({address}#L{diagnostic.place.line})"
    told = (_escaped(printable(diagnostic.message)), _escaped(printable(diagnostic.help)))
    return f"| {diagnostic.severity} | `{diagnostic.rule}` | {place} | {' | '.join(told)} |\n"


def _escaped(text: str) -> str:
    """Return a text that Markdown leaves as it is, and in which nothing is taken for an address or a name."""
    return re.sub(r"_|[^\w\s.,;!?'“”‘’…–—/%()\"=+-]", lambda sign: f"&#{ord(sign[0])};", unlinked(text))
