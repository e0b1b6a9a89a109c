"""The generated pages of ``docs/``: ``python -m factsite.reference`` writes rules, fields, commands, hosts and schemas anew.

What they say is stated once, in the code: rules in their docstrings, fields in ``model.py``, arguments in the
parsers of the commands.
"""

from __future__ import annotations

import datetime as dt
import inspect
import typing
from collections import abc
from dataclasses import is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factsite.editor import workspace
from factsite.editor.commands import commands
from factsite.editor.hosting import hosting
from factsite.load import keys_of, load
from factsite.model import RECORDS
from factsite.rules import RULES
from factsite.values import (
    Address,
    BaseAddress,
    CitedFigure,
    Colour,
    Digest,
    Factor,
    FileName,
    Id,
    Language,
    LineRange,
    Period,
    Prose,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DOCS = Path(__file__).resolve().parent.parent / "docs"

SHAPES: dict[Any, str] = {
    str: "text",
    Prose: "Markdown",
    Id: "id",
    Address: "web address",
    BaseAddress: "web address",
    Colour: "colour",
    Digest: "SHA-256",
    FileName: "file name",
    Language: "language tag",
    LineRange: "lines",
    CitedFigure: "figure with its citation",
    Factor: "number, or words with their citation",
    Period: "day, month, year or interval",
    dt.date: "date",
}


def rules() -> str:
    """Return ``docs/rules.md``: every rule with what, why and fix."""
    return "\n".join(_rules()) + "\n"


def _rules() -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield "Every fault that `build.py` reports has one of these names. A warning does not keep the site from being built."
    yield "This page is generated from the code by `make docs`; bad examples are in `tests/cases/`."
    for rule in sorted(RULES, key=rule_name):
        yield ""
        yield f"## {rule_name(rule)}"
        yield ""
        yield (
            inspect.cleandoc(rule.__doc__ or "")
            .replace("\nWhy: ", "\n**Why:** ")
            .replace("\nFix: ", "\n\n**Fix:** ")
        )


def rule_name(rule: Callable[..., Any]) -> str:
    """Return the name under which a rule's function reports: ``quote-not-in-lines``."""
    return str(rule.__name__).replace("_", "-")


def fields() -> str:
    """Return ``docs/fields.md``: every key of every file."""
    return "\n".join(_fields()) + "\n"


def _fields() -> Iterator[str]:
    yield "# Fields"
    yield ""
    yield "Every key of every file that an author writes. Keys in **bold** are needed, the others can be left out."
    yield "This page is generated from the code by `make docs`; [authoring.md](authoring.md) shows good and bad values."
    for record in RECORDS:
        yield ""
        yield f"## {record.__name__}"
        yield ""
        yield inspect.cleandoc(record.__doc__ or "")
        yield ""
        yield "| key | value | what it is for | example |"
        yield "| --- | --- | --- | --- |"
        for key in keys_of(record).values():
            name = f"**`{key.name}`**" if key.required else f"`{key.name}`"
            yield f"| {name} | {_shape(key.type)} | {key.purpose} | {_example(key.example)} |"


def _shape(kind: Any) -> str:
    """Return what a type is called in the table."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return f"list of {_shape(arguments[0])}"
    if origin is abc.Mapping:
        return f"mapping of ids to {_shape(arguments[1])}"
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return " \\| ".join(f"`{choice}`" for choice in kind)
    if kind in SHAPES:
        return SHAPES[kind]
    assert is_dataclass(kind)  # there is no other kind of type in model.py
    name = typing.cast("type", kind).__name__
    return f"[{name}](#{name.lower()})"


def _example(example: str) -> str:
    return (
        example
        if example.endswith("see below")
        else f"`{example}`"
        if "`" not in example
        else f"`` {example} ``"
    )


def main() -> None:
    """Write the generated pages, and this repository's schemas."""
    DOCS.mkdir(exist_ok=True)
    for name, text in (
        ("rules.md", rules()),
        ("fields.md", fields()),
        ("commands.md", commands()),
        ("hosting.md", hosting()),
    ):
        (DOCS / name).write_text(text, encoding="utf-8", newline="\n")
    workspace.write(DOCS.parent, load(DOCS.parent)[0])


if __name__ == "__main__":
    main()
