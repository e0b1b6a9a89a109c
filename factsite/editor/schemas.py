"""JSON Schemas of the files that authors write, by which their editors complete, explain and check while they type.

They follow from the one statement in ``model.py``, as reading does. A scalar is typed by the field that it stands in, but an
editor has typed it before: by YAML 1.2 `16` and `2024` are numbers there, so numbers are let through where they can be meant.
An example is told in the description and not under `examples`, for editors would paste that as the value.

The ids of a site are suggestions (`defaultSnippets`) and no enumeration: one that was added since is no fault.
"""

from __future__ import annotations

import datetime as dt
import inspect
import json
import typing
from collections import abc
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from factsite.analyse import method
from factsite.load import advice, keys_of
from factsite.model import RECORDS, Claim, Evidence, Origin, Site, Source
from factsite.values import (
    MEANINGS,
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
    VerdictClass,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factsite.load import Key
    from factsite.model import Corpus

Schema = dict[str, Any]
Suggested = dict[tuple[type, str], dict[str, str]]
"""Values that a site knows, each with what it stands for, by the record and the key that take them."""

MONTH = "(?!0000)[0-9]{4}-(0[1-9]|1[0-2])"
DAY = "(?!0000)[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))"
PERIOD = f"([0-9]{{4}}|{MONTH}|{DAY})"
ID = "[a-z0-9]+(-[a-z0-9]+)*"
LINES = "0*[1-9][0-9]{0,8}(-0*[1-9][0-9]{0,8})?"
LANGUAGE = (
    "[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
    "(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[A-WY-Za-wy-z0-9](-[A-Za-z0-9]{2,8})+)*(-[Xx](-[A-Za-z0-9]{1,8})+)?"
)
NAME = r'(?!\.{1,2}(/|$))[^\\:*?"<>|/]+'
CITED = r"\S[\s\S]*\[@[^\]\[:\s]+:[^\]\[\s]+\]"


def _text(pattern: str = "", *also: str, **more: Any) -> Schema:
    """Return the schema of a text that matches a pattern from end to end, or is of another type."""
    wanted = f"^{pattern}$" if pattern else r"\S"
    return {"type": ["string", *also] if also else "string", "pattern": wanted, **more}


SHAPES: Mapping[Any, Schema] = {
    str: _text("", "number"),
    Prose: _text("", "number"),
    Id: _text(ID, "number"),
    Address: _text('https?://[^\\s"<>\\\\^`{|}]+'),
    BaseAddress: _text('https?://[^\\s"<>\\\\^`{|}?#@]+'),
    Colour: _text("#?[0-9A-Fa-f]{6}", "number"),
    Digest: _text("[0-9a-f]{64}", "number"),
    FileName: _text(f"{NAME}(/{NAME})*", "number"),
    Language: _text(LANGUAGE),
    LineRange: _text(LINES, "integer", minimum=1),
    CitedFigure: _text(CITED),
    Factor: _text(rf"([0-9.]+|{CITED})", "number"),
    Period: _text(f"{PERIOD}(/{PERIOD})?", "integer", minimum=1, maximum=9999),
    dt.date: _text(DAY),
}
"""What an editor can hold a value against, by the type of its field."""

VERDICTS: tuple[type, str] = (Claim, "verdict")


def schemas(corpus: Corpus | None = None) -> dict[str, Schema]:
    """Return the schema of each kind of file, by its name; with a corpus, its ids are suggested."""
    suggested: Suggested = _of_the_site(corpus) if corpus else {VERDICTS: _verdicts(Site(title=""))}
    return {
        "fact": _whole(_record(Claim, suggested), suggested),
        "source": _whole(_record(Source, suggested), suggested),
        "origins": _whole({"title": "Origins", **_keyed(Origin)}, suggested),
        "site": _whole(_record(Site, suggested), suggested),
    }


def as_json(schema: Schema) -> str:
    """Return the text of a schema's file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _whole(top: Schema, suggested: Suggested) -> Schema:
    """Return a schema with the records that it leads to."""
    needed = _reached(top)
    made = {record.__name__: _record(record, suggested) for record in RECORDS if record in needed}
    comment = "Generated from factsite/model.py: `build.py schema` writes it anew."
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": comment,
        **top,
        "definitions": made,
    }


def _reached(schema: Schema) -> set[type]:
    """Return the records that a schema leads to, also by way of others."""
    reached: set[type] = set()
    text = json.dumps(schema)
    for record in RECORDS:
        if f'"#/definitions/{record.__name__}"' in text:
            reached |= {record} | _reached({key.name: _value(key.type) for key in keys_of(record).values()})
    return reached


def _record(record: type, suggested: Suggested) -> Schema:
    """Return the schema of a kind of mapping."""
    keys = keys_of(record)
    return {
        "title": record.__name__,
        **_described(inspect.cleandoc(record.__doc__ or "").replace("``", "`")),
        "type": "object",
        "properties": {name: _property(record, key, suggested) for name, key in keys.items()},
        "required": [key.name for key in keys.values() if key.required],
        "additionalProperties": False,
    }


def _property(record: type, key: Key, suggested: Suggested) -> Schema:
    """Return the schema of what stands under a key."""
    about = f"{key.purpose[0].upper()}{key.purpose[1:]}."
    shown = "" if key.example.endswith("see below") else key.example
    quoted = f"`` {shown} ``" if "`" in shown else f"`{shown}`"
    schema = _value(key.type) | _described(
        f"{about}\n\nExample: {quoted}" if shown else about, f"{about} Example: {shown}" if shown else about
    )
    if key.default is not None:
        schema["default"] = str(key.default)
    snippets = [
        {"label": value, "description": meaning, "body": value}
        for value, meaning in suggested.get((record, key.name), {}).items()
    ]
    if snippets:
        schema.get("items", schema)["defaultSnippets"] = snippets
    return schema


def _described(words: str, plain: str = "") -> Schema:
    """Return what a hover shows: Markdown, and the same for editors that know none."""
    return {"description": (plain or words).replace("`", ""), "markdownDescription": words}


def _value(kind: Any) -> Schema:
    """Return the schema of the values of a type."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return {"type": "array", "items": _value(arguments[0]), "minItems": 1}
    if origin is abc.Mapping:
        return _keyed(arguments[1])
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _choice(kind)
    if kind not in SHAPES:
        return _ref(kind)
    return SHAPES[kind] | {
        "patternErrorMessage": f"write {advice(kind)}" if advice(kind) else "write something here"
    }


def _choice(kind: type[StrEnum]) -> Schema:
    """Return the schema of a word that is one of a few, each with what it says."""
    meanings = _classes() if kind is VerdictClass else MEANINGS
    return {
        "type": "string",
        "enum": [str(choice) for choice in kind],
        "enumDescriptions": [meanings[choice] for choice in kind],
    }


def _keyed(record: type) -> Schema:
    """Return the schema of a mapping from ids to records."""
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^{ID}$"},
        "additionalProperties": _ref(record),
        "minProperties": 1,
    }


def _ref(record: type) -> Schema:
    return {"$ref": f"#/definitions/{record.__name__}"}


def _classes() -> dict[StrEnum, str]:
    """Return when the rule derives each class of verdicts."""
    conditions: dict[StrEnum, list[str]] = {kind: [] for kind in VerdictClass}
    for condition, verdict_class in method().rule:
        conditions[verdict_class].append(condition)
    return {kind: "; or ".join(stated) for kind, stated in conditions.items()}


def _verdicts(site: Site) -> dict[str, str]:
    """Return the verdicts of a site, each with its label and when the rule derives its class."""
    classes = _classes()
    return {
        name: f"{verdict.label}: {classes[verdict.verdict_class]}" for name, verdict in site.scale.items()
    }


def _of_the_site(corpus: Corpus) -> Suggested:
    """Return what a site's files name each other by."""
    origins = {name: ", ".join((origin.name, *origin.aliases)) for name, origin in corpus.origins.items()}
    return {
        VERDICTS: _verdicts(corpus.site),
        (Claim, "topic"): {name: topic.name for name, topic in corpus.site.topics.items()},
        (Evidence, "source"): {name: source.label for name, source in corpus.sources.items()},
        (Evidence, "speaker"): origins,
        (Evidence, "according_to"): origins,
    }
