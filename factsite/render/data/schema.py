"""The form of ``claims/<id>.json`` and ``data/claims.json``, as a JSON Schema (2020-12).

It allows no key that it does not name and leaves out none that there is; the tests hold what is published against it both
ways. A word that the program chooses, such as the kind of a note, is a plain text here, for there may be more of them; what a
reader has to tell apart, stances and classes, is listed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factsite.page import Page
from factsite.render import urls
from factsite.render.data.claims import VERSION
from factsite.values import Reason, Stance, VerdictClass

if TYPE_CHECKING:
    from enum import StrEnum

    from factsite.model import Site

Schema = dict[str, Any]


def _either(kind: Schema) -> Schema:
    """Return the schema of something that can be null."""
    return {"anyOf": [kind, {"type": "null"}]}


def _record(about: str, **keys: Schema) -> Schema:
    """Return the schema of a mapping in which each of the keys stands, and no other."""
    return {
        "description": about,
        "type": "object",
        "properties": keys,
        "required": list(keys),
        "additionalProperties": False,
    }


def _list(of: Schema, **more: Any) -> Schema:
    return {"type": "array", "items": of, **more}


def _choice(of: type[StrEnum]) -> Schema:
    return {"enum": [str(choice) for choice in of]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


TEXT: Schema = {"type": "string"}
MAYBE_TEXT = _either(TEXT)
DAY: Schema = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
COUNT: Schema = {"type": "integer", "minimum": 0}
NUMBER: Schema = {"type": "number"}
FLAG: Schema = {"type": "boolean"}
ID: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
DIGEST: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
LINES = _list({"type": "integer", "minimum": 1}, minItems=2, maxItems=2)
POSITIONS = _list(COUNT)
"""Evidence of the claim, counted from 0."""

READING = _record(
    "A figure as it is read. Null where the wording names no number, no end or no day; date is EDTF.",
    qualifier=TEXT, unit=TEXT, low=_either(NUMBER), high=_either(NUMBER), low_in=_either(FLAG), high_in=_either(FLAG),
    date=MAYBE_TEXT, first=_either(DAY), last=_either(DAY), inferred=FLAG, words=MAYBE_TEXT, explanation=TEXT,
)  # fmt: skip
SPAN = _record(
    "Characters start to end (from 0, end excluded) of a line.", line=COUNT, start=COUNT, end=COUNT
)
EVIDENCE = _record(
    "A citation and its stance to the claim; the quotation is in the source's own characters.",
    source=ID, file=TEXT, lines=LINES, quotation=TEXT, spans=_list(_ref("span"), minItems=1), stance=_choice(Stance),
    figure=MAYBE_TEXT, reading=_either(_ref("reading")), according_to=_either(ID), speaker=_either(ID), as_of=MAYBE_TEXT,
    scope=MAYBE_TEXT, note=MAYBE_TEXT,
)  # fmt: skip
CITED = _record("A figure of an article, and where it stands.", words=TEXT, source=ID, lines=LINES)
WORDING = _record(
    "How an article has the words of a speaker.",
    evidence=COUNT, words=TEXT, direct=FLAG, beyond=FLAG,
)  # fmt: skip
CLAIM = _record(
    "A claim, its evidence and its verdict.",
    version={"const": VERSION},
    id=ID,
    page=TEXT,
    url=_either(TEXT),
    claim=TEXT,
    verdict=_record(
        "The verdict: as given, in the site's words, its class, and the class that the rule derives.",
        given=TEXT, label=TEXT, **{"class": _choice(VerdictClass)}, derived=_choice(VerdictClass), rule=TEXT, because=MAYBE_TEXT,
    ),
    summary=TEXT,
    checked=DAY,
    published=_either(DAY),
    topic=_either(ID),
    measure=MAYBE_TEXT,
    figure=MAYBE_TEXT,
    reading=_either(_ref("reading")),
    articles=COUNT,
    origins=COUNT,
    evidence=_list(_ref("evidence")),
    discrepancy=_either(_record("Why the sources differ.", reason=_choice(Reason), note=MAYBE_TEXT)),
    notes=_list(
        _record("A consistency note.", by={"enum": ["computed", "editor"]}, kind=TEXT, text=TEXT, evidence=POSITIONS)
    ),
    pairs=_list(
        _record(
            "How two figures stand to each other; null is the claim's own.",
            figures=_list(_either(COUNT), minItems=2, maxItems=2), relation=TEXT, gap=_either(NUMBER), why=MAYBE_TEXT, text=TEXT,
        )
    ),
    relations=_list(
        _record(
            "A sum or multiple that the editor states, and whether it comes out.",
            figure=_ref("cited"),
            times=_either(_record("What the sum is multiplied by.", words=TEXT, cited=_either(_ref("cited")))),
            of=_list(_ref("cited")), holds=_either(FLAG), text=TEXT, evidence=POSITIONS,
        )
    ),
    wordings=_list(
        _record(
            "Two wordings of one speaker, word by word.",
            speaker=TEXT, one=_ref("wording"), other=_ref("wording"), same=_list(_ref("wording")),
            changes=_list(_record("What differs.", kind=TEXT, one=TEXT, other=TEXT, touches=_list(TEXT))),
            touches=_list(TEXT), text=TEXT,
        )
    ),
    elsewhere=_list(
        _record(
            "How figures stand to those of another claim.",
            claim=ID, kind=TEXT, relation=TEXT, text=TEXT, evidence=POSITIONS,
        )
    ),
    explanation=MAYBE_TEXT,
    outside=MAYBE_TEXT,
    related=_list(ID),
    aliases=_list(ID),
    corrections=_list(
        _record("A change to the published claim.", date=DAY, text=TEXT, verdict_was=MAYBE_TEXT)
    ),
    withdrawn=_either(_record("That the claim no longer stands.", date=DAY, reason=TEXT)),
)  # fmt: skip
SOURCE = _record(
    "What is known of an article.",
    file=TEXT, sha256=DIGEST, title=MAYBE_TEXT, publisher=MAYBE_TEXT, author=MAYBE_TEXT, published=_either(DAY), url=MAYBE_TEXT,
)  # fmt: skip
SHARED = _record(
    "Text that two articles share: runs of words and sentences, by their lines.",
    sources=_list(ID, minItems=2, maxItems=2), runs=_list(_record("A run of words.", words=COUNT, lines=LINES)),
    sentences=_list(LINES), copied=FLAG,
)  # fmt: skip
CLAIMS = _record(
    "All claims of a site.",
    version={"const": VERSION}, title=TEXT, url=MAYBE_TEXT, license=MAYBE_TEXT, offsets=TEXT,
    sources={"type": "object", "propertyNames": ID, "additionalProperties": _ref("source")},
    shared=_list(_ref("shared")), claims=_list(_ref("claim")),
)  # fmt: skip


def schema(site: Site) -> Schema:
    """Return the schema of both documents: that of all claims, and under ``$defs/claim`` that of one."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": urls.absolute(site, urls.CLAIMS_SCHEMA) or f"urn:factsite:claims:{VERSION}",
        "title": f"Claims, version {VERSION}",
        **CLAIMS,
        "$defs": {
            "claim": CLAIM, "evidence": EVIDENCE, "reading": READING, "span": SPAN, "cited": CITED, "wording": WORDING,
            "source": SOURCE, "shared": SHARED,
        },
    }  # fmt: skip


def schema_page(site: Site) -> Page:
    """Return ``data/claims.schema.json``."""
    return Page(urls.CLAIMS_SCHEMA, (json.dumps(schema(site), ensure_ascii=False, indent=1) + "\n").encode())
