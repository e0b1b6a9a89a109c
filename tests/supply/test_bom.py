"""The bill of materials is one that others' tools read, and tells of everything."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from referencing import Registry, Resource

from supply.bom import bom, document
from supply.locks import LOCKS, NODE_LOCKS, ROOT, RUNTIME, locked, modules

SCHEMAS = Path(__file__).parent / "cyclonedx"


@pytest.fixture(scope="module")
def official() -> Draft7Validator:
    """Return the validator of CycloneDX's own schema."""
    read = {path.name: json.loads(path.read_text("utf-8")) for path in SCHEMAS.glob("*.json")}
    at = "http://cyclonedx.org/schema/"
    registry: Registry = Registry().with_resources(
        [
            (at + name.replace(".SNAPSHOT", ""), Resource.from_contents(schema))
            for name, schema in read.items()
        ]
        + [(at + name, Resource.from_contents(schema)) for name, schema in read.items()]
    )
    return Draft7Validator(read["bom-1.6.SNAPSHOT.schema.json"], registry=registry)


def test_the_bill_is_valid(official: Draft7Validator) -> None:
    """By the schema that CycloneDX publishes, with its list of licences; in parts, for it compares each with each."""
    content = bom()
    components, size = content["components"], 40
    for start in range(0, len(components), size):
        part = content | {"components": components[start : start + size]}
        assert [f"{fault.json_path}: {fault.message}" for fault in official.iter_errors(part)] == []
        content["dependencies"] = []  # read once


def test_a_bill_with_a_fault_is_not_valid(official: Draft7Validator) -> None:
    """What would pass anything proves nothing."""
    for part, wrong in (("bomFormat", "Cyclone"), ("components", [{"name": "lamp"}]), ("serialNumber", "1")):
        assert not official.is_valid({**bom(), part: wrong})
    unknown = {"type": "library", "name": "lamp", "licenses": [{"license": {"id": "MIT-ish"}}]}
    assert not official.is_valid({**bom(), "components": [unknown]})


def test_the_bill_tells_of_every_package_with_its_hashes() -> None:
    """All locks of pip and npm, and nothing twice."""
    components = {component["bom-ref"]: component for component in bom()["components"]}
    assert len(components) == len(bom()["components"])
    for lock in LOCKS:
        for package in locked(lock).values():
            (files,) = components[package.purl]["externalReferences"]
            assert [found["content"] for found in files["hashes"]] == list(package.hashes)
            assert components[package.purl]["licenses"]
    for lock in NODE_LOCKS:
        for module in modules(lock):
            (file,) = components[module.purl]["externalReferences"]
            assert file["hashes"] == [{"alg": "SHA-512", "content": module.sha512}]


def test_what_makes_a_site_can_be_told_from_what_tests_it() -> None:
    """A tool that looks for known faults can leave out what never runs where a site is made."""
    required = [component for component in bom()["components"] if component["scope"] == "required"]
    packages = {component["name"] for component in required if component["type"] == "library"}
    assert packages == set(locked(RUNTIME))


def test_the_graph_is_whole() -> None:
    """Whoever is asked for is told of, and everything is asked for by someone."""
    content = bom()
    graph = {each["ref"]: each["dependsOn"] for each in content["dependencies"]}
    top = content["metadata"]["component"]["bom-ref"]
    assert set(graph) == {component["bom-ref"] for component in content["components"]} | {top}
    reached, fresh = set(), {top}
    while fresh:
        reached |= fresh
        fresh = {ref for one in fresh for ref in graph[one]} - reached
    assert reached == set(graph)


def test_the_bill_has_the_same_bytes_wherever_it_is_made(tmp_path: Path) -> None:
    """Another process, folder, hash seed, locale and time zone change nothing."""
    surroundings = {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Seoul"}
    made = subprocess.run(
        [sys.executable, "-m", "supply.bom"], cwd=tmp_path, env=surroundings, capture_output=True, check=True
    )
    assert made.stdout == document().encode()
