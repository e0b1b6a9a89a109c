"""The schemas accept what can be published, and refuse what an editor can see to be wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from factsite.editor import schemas, workspace
from factsite.load import load

ROOT = Path(__file__).parent.parent.parent
CASES = ROOT / "tests/cases"

VALIDATORS = {name: jsonschema.Draft7Validator(schema) for name, schema in schemas.schemas().items()}

OF_FORM = (
    "unknown-key", "missing-key", "unknown-value", "empty-value", "wrong-shape", "not-a-date", "not-a-line-range",
    "not-a-digest", "not-a-colour", "not-an-address", "not-a-period", "not-an-id", "not-a-cited-figure", "not-a-file-name",
    "not-a-language",
)  # fmt: skip
"""Rules on what one value looks like; all others need more than the file, or speak of YAML itself."""


class Core(yaml.SafeLoader):
    """Reads YAML 1.2 by its core schema, as the language server does: `no` and `2024-10-23` are texts, `16` is a number."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", "null|Null|NULL|~|", ["~", "n", "N", ""]),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node), 10))


def kind_of(path: Path) -> str:
    """Return the kind of a file of a site folder or of a case."""
    named = path.name.split(".")[-2] if path.name.count(".") > 1 else path.stem
    return named if named in workspace.WHERE else path.parent.name.removesuffix("s")


def refusals(path: Path) -> list[str]:
    """Return what the schema has against a file."""
    value = yaml.load(path.read_text("utf-8"), Loader=Core)
    return [error.message for error in VALIDATORS[kind_of(path)].iter_errors(value)]


@pytest.mark.parametrize("name", workspace.WHERE)
def test_a_schema_is_one(name: str) -> None:
    """The schemas are valid themselves, and an empty mapping is no file of any kind."""
    schema = schemas.schemas()[name]
    jsonschema.Draft7Validator.check_schema(schema)
    assert not jsonschema.Draft7Validator(schema).is_valid({})


GOOD = sorted(
    path
    for top in ("content", "examples", "tests/sites", "tests/cases/base")
    for path in (ROOT / top).rglob("*.yaml")
    if "expected" not in path.parts
)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_published_is_accepted(path: Path) -> None:
    """No editor complains of a file that has no fault."""
    assert refusals(path) == []


BEYOND = (
    "not-a-line-range/backwards", "not-a-period/backwards", "not-an-id/Longest Bridge", "not-an-id/index",
    "not-a-file-name/opening",
)  # fmt: skip
"""Faults of form that no pattern sees: of two numbers, of the length in bytes, and of the file's own name."""

SEEN_AS_ANOTHER = ("hidden-sign/in-a-key",)
"""A key that holds such a sign is to a schema an unknown one."""

NO_TREE = (
    "yaml-syntax", "yaml-feature", "repeated-key", "too-deep", "empty-file", "byte-order-mark", "not-utf-8", "control-character",
)  # fmt: skip
"""Rules for files that no schema is held against."""

FAULTY = sorted(
    path
    for path in CASES.rglob("*.yaml")
    if path.relative_to(CASES).parts[0] not in (*NO_TREE, "base", "stray-file")
)


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.relative_to(CASES).as_posix())
def test_faults_of_form_are_refused_and_no_others(path: Path) -> None:
    """An editor shows what it can see while one types, and nothing that `check` would not say."""
    case = path.relative_to(CASES).as_posix()
    text = path.read_text("utf-8")
    marked = set(re.findall(r"expect(?:-next)?: ([a-z0-9-]+(?:, [a-z0-9-]+)*)", text))
    rules = {rule for rules in marked for rule in rules.split(", ")}
    seen = bool(rules & set(OF_FORM) or case.startswith(SEEN_AS_ANOTHER)) and not case.startswith(BEYOND)
    assert bool(refusals(path)) == seen, (refusals(path), rules)


def test_the_schemas_of_this_repository_are_current() -> None:
    """Whoever changed a field ran `make docs`; what a site suggests of its own may be older, and is no fault."""
    for name, text in workspace.files(program=(workspace.GENERATOR,)).items():
        written = (ROOT / name).read_text("utf-8")
        assert without_suggestions(json.loads(written)) == without_suggestions(json.loads(text)), name


def without_suggestions(value: Any) -> Any:
    """Return a schema without what a site knows of itself."""
    if isinstance(value, dict):
        return {key: without_suggestions(part) for key, part in value.items() if key != "defaultSnippets"}
    return [without_suggestions(part) for part in value] if isinstance(value, list) else value


def test_a_site_suggests_its_own_names() -> None:
    """Sources, topics, origins and verdicts come with what they stand for, and others are no fault."""
    schema = schemas.schemas(load(ROOT / "examples/summits-and-rivers")[0])["fact"]
    source = schema["definitions"]["Evidence"]["properties"]["source"]
    assert source["defaultSnippets"][0] == {
        "label": "companion",
        "description": "Companion",
        "body": "companion",
    }
    verdicts = [snippet["label"] for snippet in schema["properties"]["verdict"]["defaultSnippets"]]
    assert verdicts == ["agreed", "contradicted", "at-odds", "open"]
    assert jsonschema.Draft7Validator(source).is_valid("brand-new")


def test_every_key_and_every_choice_is_explained() -> None:
    """Hovering over a key, or choosing a word, teaches what it is for."""
    for schema in schemas.schemas().values():
        for record in (schema, *schema["definitions"].values()):
            assert record["additionalProperties"] is not True
            for name, key in record.get("properties", {}).items():
                assert key["description"] and key["markdownDescription"], name
                assert len(key.get("enum", ())) == len(key.get("enumDescriptions", ())), name


def test_settings_that_are_there_stay(tmp_path: Path) -> None:
    """Schemas are written anew, an author's own settings are not touched, and a second time nothing is."""
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode/settings.json").write_text("{}")
    assert workspace.write(tmp_path) == [
        *(f".vscode/schemas/{name}.schema.json" for name in ("fact", "source", "origins", "site")),
        ".vscode/extensions.json",
        ".vscode/tasks.json",
    ]
    assert (tmp_path / ".vscode/settings.json").read_text() == "{}"
    assert workspace.write(tmp_path) == []


def test_the_modeline_leads_from_a_file_to_its_schema() -> None:
    """Editors that read no `.vscode` follow it from the folder of the file."""
    for kind, where in workspace.WHERE.items():
        line = workspace.modeline(kind)
        target = line.removeprefix("# yaml-language-server: $schema=")
        assert (ROOT / where).parent.joinpath(target).resolve().is_file(), line
