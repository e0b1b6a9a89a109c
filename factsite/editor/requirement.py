"""By which line of a requirements file this very factsite is installed again."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution

from factsite import __version__


def own() -> str:
    """Return the line for the factsite that is running."""
    try:
        origin = distribution("factsite").read_text("direct_url.json")
    except PackageNotFoundError:
        origin = None
    return pinned(__version__, origin)


def pinned(version: str, origin: str | None) -> str:
    """Return the line for a version, or for the address that it came from: ``origin`` is its record, as PEP 610 has it.

    A folder is no address: what lies in it can be another version tomorrow.
    """
    record = json.loads(origin) if origin else {}
    if "vcs_info" in record:
        came = record["vcs_info"]
        address, fragment = f"{came['vcs']}+{record['url']}@{came['commit_id']}", []
    elif "archive_info" in record:
        address, fragment = record["url"], _digest(record["archive_info"])
    else:
        return f"factsite=={version}"
    fragment += [f"subdirectory={record['subdirectory']}"] if "subdirectory" in record else []
    return f"factsite @ {address}{'#' if fragment else ''}{'&'.join(fragment)}"


def _digest(archive: dict[str, object]) -> list[str]:
    """Return the SHA-256 of an archive as pip takes it behind an address, if the record has it."""
    hashes = archive.get("hashes")
    if isinstance(hashes, dict) and "sha256" in hashes:
        return [f"sha256={hashes['sha256']}"]
    older = str(archive.get("hash", ""))
    return [older] if older.startswith("sha256=") else []


def doubt(requirement: str) -> str:
    """Return why a line may not do on another machine, or ""."""
    if "://" not in requirement:
        return "this factsite was not installed from an address, so it can be had again only where a package index has it"
    return "that file is on this machine only" if "file://" in requirement else ""
