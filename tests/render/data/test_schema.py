from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.built import BASE, HARBOUR, RIVERS, ROOT, Built, built

if TYPE_CHECKING:
    from collections.abc import Iterator


def schema_of(files: Built) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(files["data/claims.schema.json"])
    return document


def test_what_is_published_is_of_the_published_form(files: Built) -> None:
    """All claims together, and each claim alone."""
    schema = schema_of(files)
    Draft202012Validator.check_schema(schema)
    whole = Draft202012Validator(schema, format_checker=FormatChecker())
    whole.validate(json.loads(files["data/claims.json"]))
    one = Draft202012Validator({**schema, "$id": "urn:one", **schema["$defs"]["claim"]})
    documents = [path for path in files if path.startswith("claims/") and path.endswith(".json")]
    for path in documents:
        if not path.endswith(".csl.json"):
            one.validate(json.loads(files[path]))


@pytest.mark.parametrize("name", ["claims", "sources"])
def test_the_schema_refuses(name: str) -> None:
    """A missing key is refused, and so is one that it does not know."""
    schema, document = schema_of(built(RIVERS)), json.loads(built(RIVERS)["data/claims.json"])
    validator = Draft202012Validator(schema)
    assert not validator.is_valid({})
    record = document[name][0] if name == "claims" else next(iter(document[name].values()))
    record["extra"] = 1
    assert not validator.is_valid(document)
    del record["extra"], record[next(iter(record))]
    assert not validator.is_valid(document)


def keys_of(schema: Any, path: str = "") -> Iterator[str]:
    """Yield the path of every key that a schema names."""
    if isinstance(schema, dict):
        for name, kind in schema.get("properties", {}).items():
            yield f"{path}.{name}"
            yield from keys_of(kind, f"{path}.{name}")
        for name in ("items", "additionalProperties"):
            yield from keys_of(schema.get(name), f"{path}[]")
        for kind in schema.get("anyOf", ()):
            yield from keys_of(kind, path)
        for name, kind in schema.get("$defs", {}).items():
            yield from keys_of(kind, f"#{name}")
        if "$ref" in schema:
            yield f"{path}=#{schema['$ref'].rpartition('/')[2]}"


def seen_in(document: Any, schema: Any, defs: Any, path: str = "") -> Iterator[str]:
    """Yield the path of every key of a schema that a document has."""
    if document is None or not isinstance(schema, dict):
        return
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        yield f"{path}=#{name}"
        yield from seen_in(document, defs[name], defs, f"#{name}")
    for kind in schema.get("anyOf", ()):
        yield from seen_in(document, kind, defs, path)
    if isinstance(document, list):
        for item in document:
            yield from seen_in(item, schema.get("items"), defs, f"{path}[]")
    if isinstance(document, dict):
        for name, value in document.items():
            if name in schema.get("properties", {}):
                yield f"{path}.{name}"
                yield from seen_in(value, schema["properties"][name], defs, f"{path}.{name}")
            else:
                yield from seen_in(value, schema.get("additionalProperties"), defs, f"{path}[]")


def test_every_key_of_the_schema_is_in_some_document() -> None:
    """The schema states nothing that is never published, as far as the sites here show it."""
    schema = schema_of(built(ROOT))
    seen = {
        key
        for files in (built(ROOT), built(RIVERS), built(HARBOUR))
        for key in seen_in(json.loads(files["data/claims.json"]), schema, schema["$defs"])
    }
    two_of_three = {"#claim.wordings[].same[]=#wording"}  # no site here has three wordings, two of them alike
    assert set(keys_of(schema)) - seen <= two_of_three


def test_the_schema_says_where_it_stands_and_which_version_it_is() -> None:
    """Without a base address it has a name instead of an address."""
    assert schema_of(built(ROOT))["$id"] == "urn:factsite:claims:1"
    assert schema_of(built(ROOT, BASE))["$id"] == "https://example.org/under/data/claims.schema.json"
    assert schema_of(built(ROOT))["properties"]["version"] == {"const": 1}
