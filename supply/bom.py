"""The bill of materials, as CycloneDX 1.6 has it: ``make sbom``, or ``python -m supply.bom > factsite.cdx.json``.

Packages of all locks with hashes, licences, addresses (purl) and who asks for whom; fonts; actions of CI. ``required`` is what makes a site,
``optional`` what the extra brings, ``excluded`` what only tests, builds and measures. The same locks give the same bytes: no clock, no chance.
"""

from __future__ import annotations

import json
import re
import sys
import uuid
from typing import TYPE_CHECKING, Any

from factsite import __version__
from supply.locks import LOCKS, NODE_LOCKS, locked, modules
from supply.parts import CARRIED, PARTS, actions
from supply.table import KINDS, kinds, licence_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from supply.locks import Locked, Module
    from supply.parts import Part

Component = dict[str, Any]
ROOT_REF = f"pkg:pypi/factsite@{__version__}"
SCOPES = {KINDS[0][0]: "required", KINDS[2][0]: "optional"}
"""By what a package is needed for; all others are excluded from what runs."""
SPDX = re.compile(r"\(?(?:MIT|ISC|[A-Za-z][\w.+-]*-[\w.+-]*\d[\w.+-]*|\d?BSD-\d-Clause|0BSD)\)?")


def bom() -> dict[str, Any]:
    """Return the bill."""
    edges = _edges()
    components = sorted(_components(), key=lambda component: str(component["bom-ref"]))
    content = {
        "metadata": {
            "lifecycles": [{"phase": "pre-build"}],
            "component": {
                "type": "application",
                "bom-ref": ROOT_REF,
                "name": "factsite",
                "version": __version__,
                "licenses": _licences("MIT AND OFL-1.1"),
                "purl": ROOT_REF,
            },
        },
        "components": components,
        "dependencies": [
            {"ref": ref, "dependsOn": sorted(edges.get(ref, ()))}
            for ref in [ROOT_REF, *(component["bom-ref"] for component in components)]
        ],
    }
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(content)).urn,
        "version": 1,
        **content,
    }


def document() -> str:
    """Return the bill as it is written down."""
    return json.dumps(bom(), indent=2, ensure_ascii=False) + "\n"


def _components() -> Iterator[Component]:
    for heading, packages in kinds():
        for package in packages:
            yield _package(package, heading)
    yield from {module.purl: _module(module) for lock in NODE_LOCKS for module in modules(lock)}.values()
    yield from map(_part, PARTS)
    for action in actions():
        yield {
            "type": "application",
            "bom-ref": action.purl,
            "name": action.name,
            "version": action.version,
            "scope": "excluded",
            "purl": action.purl,
        }


def _package(package: Locked, heading: str) -> Component:
    component = {
        "type": "library",
        "bom-ref": package.purl,
        "name": package.name,
        "version": package.version,
        "scope": SCOPES.get(heading, "excluded"),
        "licenses": _licences(licence_of(package)),
        "purl": package.purl,
        "externalReferences": [
            {
                "type": "distribution",
                "url": package.purl,
                "comment": "any of these files",
                "hashes": [{"alg": "SHA-256", "content": digest} for digest in package.hashes],
            }
        ],
        "properties": [
            {"name": "factsite:for", "value": heading},
            *([{"name": "factsite:marker", "value": package.marker}] if package.marker else []),
        ],
    }
    carried = [
        {
            "type": "library",
            "bom-ref": f"{package.purl}#{each.name}",
            "name": each.name,
            "version": each.version,
            "licenses": _licences(each.licence),
            "purl": each.purl,
        }
        for each in CARRIED
        if each.within == package.name
    ]
    return component | ({"components": carried} if carried else {})


def _module(module: Module) -> Component:
    return {
        "type": "library",
        "bom-ref": module.purl,
        "name": module.name,
        "version": module.version,
        "scope": "excluded",
        **({"licenses": _licences(module.licence)} if module.licence else {}),
        "purl": module.purl,
        "externalReferences": [
            {
                "type": "distribution",
                "url": module.purl,
                "hashes": [{"alg": "SHA-512", "content": module.sha512}],
            }
        ],
    }


def _part(part: Part) -> Component:
    purl = f"pkg:npm/%40fontsource/{part.name}@{part.version}"
    return {
        "type": "file",
        "bom-ref": part.path,
        "name": part.path,
        "version": part.version,
        "scope": "required",
        "hashes": [{"alg": "SHA-256", "content": part.sha256}],
        "licenses": _licences(part.licence),
        "pedigree": {
            "ancestors": [{"type": "library", "name": part.name, "version": part.version, "purl": purl}],
            "notes": "cut to what cards need",
        },
    }


def _licences(text: str) -> list[dict[str, Any]]:
    """Return a licence: by its SPDX name where it has one, an expression of such names, or as it is called."""
    if SPDX.fullmatch(text):
        return [{"license": {"id": text}}]
    if all(SPDX.fullmatch(word) for word in re.split(r" (?:AND|OR) ", text)):
        return [{"expression": text}]
    return [{"license": {"name": text}}]


def _edges() -> dict[str, set[str]]:
    """Return who asks for whom."""
    edges: dict[str, set[str]] = {ROOT_REF: {part.path for part in PARTS}}
    for lock in LOCKS:
        packages = locked(lock)
        for package in packages.values():
            for asker in package.askers:
                # What is not a package of the lock is ours: a line of a file.
                ref = packages[asker].purl if asker in packages else ROOT_REF
                edges.setdefault(ref, set()).add(package.purl)
    for lock in NODE_LOCKS:
        every = modules(lock)
        purls = {f"{module.name}@{module.version}": module.purl for module in every}
        for module in every:
            edges.setdefault(module.purl, set()).update(purls[name] for name in module.requires)
            if module.direct:
                edges[ROOT_REF].add(module.purl)
    edges[ROOT_REF].update(action.purl for action in actions())
    return edges


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(document())
