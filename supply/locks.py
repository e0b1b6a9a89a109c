"""What is locked: each package with its version, its hashes, where it is needed, and who asks for it."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parent.parent
RUNTIME, CLUSTER, TEST = "requirements.txt", "requirements-cluster.txt", "requirements-test.txt"
BENCH = "bench/requirements.txt"
LOCKS = (RUNTIME, CLUSTER, TEST, BENCH)
"""Of pip; what is in the first is in the next two, too."""
NODE_LOCKS = ("tests/audit/package-lock.json", "bench/eleventy/package-lock.json")
"""Of npm."""

HEAD = re.compile(r"([a-z0-9-]+)==([^ ;]+)(?: ; ([^\\]+?))? \\")
HASH = re.compile(r"    --hash=sha256:([0-9a-f]{64})(?: \\)?")
ASKED = ("dependencies", "optionalDependencies", "peerDependencies")
OURS = re.compile(r"factsite \(pyproject\.toml(?::(\w+))?\)|-r .*\.in")


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """One package of a lock."""

    name: str
    version: str
    marker: str | None
    hashes: tuple[str, ...]
    askers: tuple[str, ...]
    """The packages that ask for it, or, as a lock says it, what of ours."""

    @property
    def direct(self) -> bool:
        """Whether it is we who ask for it."""
        return any(OURS.fullmatch(asker) for asker in self.askers)

    @property
    def purl(self) -> str:
        """Its address among all packages: https://github.com/package-url/purl-spec."""
        return f"pkg:pypi/{self.name}@{self.version}"


def locked(lock: str, root: Path = ROOT) -> dict[str, Locked]:
    """Return the packages of a lock by their names; raise ``ValueError`` for a line that is none of a lock."""
    packages: dict[str, Locked] = {}
    lines = (root / lock).read_text("utf-8").splitlines()
    starts = [number for number, line in enumerate(lines) if not line.startswith((" ", "#"))]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        head = HEAD.fullmatch(lines[start])
        if head is None:
            raise ValueError(f"{lock}:{start + 1}: no package with its version and hashes: {lines[start]}")
        body = lines[start + 1 : end]
        comments = [line.strip(" #") for line in body if line.startswith("    #")]
        hashes = [found[1] for line in body if (found := HASH.fullmatch(line))]
        if len(comments) + len(hashes) != len(body) or not hashes:
            raise ValueError(f"{lock}:{start + 1}: not all that follows {head[1]} is a hash or says who asks")
        askers = [asker for line in comments if (asker := line.removeprefix("via").strip())]
        packages[head[1]] = Locked(
            name=head[1], version=head[2], marker=head[3], hashes=tuple(hashes), askers=tuple(askers)
        )
    return packages


def brought(names: Iterable[str], packages: dict[str, Locked]) -> set[str]:
    """Return these packages with all that they bring along."""
    found: set[str] = set()
    fresh = set(names)
    while fresh:
        found |= fresh
        fresh = {name for name, package in packages.items() if fresh & set(package.askers)} - found
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One package of a lock of npm."""

    name: str
    version: str
    sha512: str
    licence: str | None
    requires: tuple[str, ...]
    direct: bool

    @property
    def purl(self) -> str:
        """Its address among all packages."""
        return f"pkg:npm/{self.name.replace('@', '%40')}@{self.version}"


def modules(lock: str, root: Path = ROOT) -> list[Module]:
    """Return the packages of a lock of npm; raise ``ValueError`` for one without a hash."""
    return list(_modules(json.loads((root / lock).read_text("utf-8"))["packages"], lock))


def _modules(packages: dict[str, Any], lock: str) -> Iterator[Module]:
    direct = {f"node_modules/{name}" for name in packages[""]["dependencies"]}
    for path, package in packages.items():
        if path:
            integrity = package.get("integrity", "")
            if not integrity.startswith("sha512-"):
                raise ValueError(f"{lock}: {path} has no SHA-512")
            wanted = {name for kind in ASKED for name in package.get(kind, ())}
            found = {name: _version(packages, path, name) for name in sorted(wanted)}
            yield Module(
                name=path.rpartition("node_modules/")[2],
                version=package["version"],
                sha512=base64.b64decode(integrity.removeprefix("sha512-")).hex(),
                licence=package.get("license"),
                requires=tuple(f"{name}@{version}" for name, version in found.items() if version),
                direct=path in direct,
            )


def _version(packages: dict[str, Any], path: str, name: str) -> str | None:
    """Return which version of another a package finds, if any: the nearest folder upwards that has it."""
    while path:
        if there := packages.get(f"{path}/node_modules/{name}"):
            return str(there["version"])
        path = path.rpartition("/node_modules/")[0]
    there = packages.get(f"node_modules/{name}")
    return str(there["version"]) if there else None
