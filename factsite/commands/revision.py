"""The site folder as git has it at some revision, written to another folder. No other module runs git.

Files are read as git keeps them (``git cat-file``): nothing is checked out, no attribute, filter or hook has a say, and links
are left out.
"""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTS: Final = ("content", "seeds", "templates")
"""The folders of a site folder that an author writes."""

LOCAL: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git tells its hooks of the repository; here the folder alone says which it is."""


class RevisionError(Exception):
    """Why there is no such revision to be had, and what to do."""


def write_revision(root: Path, revision: str, there: Path) -> tuple[str, int]:
    """Write the site folder ``root`` as it was at a revision to the folder ``there``.

    Return the commit, and how many files there were.
    """
    commit = commit_of(root, revision)
    try:
        prefix = os.fsdecode(_git(root, "rev-parse", "--show-prefix")).rstrip("\n")
        files = list(_listed(root, f"{commit}:{prefix}"))
        contents = _git(root, "cat-file", "--batch", given="".join(f"{blob}\n" for blob, _ in files).encode())
    except subprocess.CalledProcessError as refusal:
        raise RevisionError(_refused(refusal)) from refusal
    for name, content in _cut(contents, files):
        path = there.joinpath(*PurePosixPath(name).parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return commit, len(files)


def commit_of(root: Path, revision: str) -> str:
    """Return the commit that a revision names; one that begins with a hyphen would be an option, with ``^`` all but it."""
    if revision.startswith(("-", "^")) or not revision or "\0" in revision:
        raise RevisionError(f"{revision!r} is no revision")
    try:
        _git(root, "rev-parse", "--git-dir")
    except subprocess.CalledProcessError as refusal:
        raise RevisionError(_no_repository(root, refusal)) from refusal
    try:
        found = _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except subprocess.CalledProcessError as refusal:
        raise RevisionError(_unknown(root, revision)) from refusal
    return found.decode("ascii").strip()


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what a git command prints."""
    surroundings = {name: value for name, value in os.environ.items() if name not in LOCAL} | {"LC_ALL": "C"}
    try:
        return subprocess.run(
            ["git", "-C", str(root), *arguments],
            input=given,
            env=surroundings,
            capture_output=True,
            check=True,
        ).stdout
    except FileNotFoundError as missing:
        raise RevisionError("git is not installed; give a folder to compare with instead") from missing


def _no_repository(root: Path, refusal: subprocess.CalledProcessError) -> str:
    """Say why git finds no repository: there is none, or it does not trust the folder."""
    if b"not a git repository" in refusal.stderr:
        return f"{root} is in no git repository; give a folder to compare with instead of a revision"
    return _refused(refusal)


def _refused(refusal: subprocess.CalledProcessError) -> str:
    return f"git refuses: {' '.join(refusal.stderr.decode('utf-8', 'replace').split())}"


def _unknown(root: Path, revision: str) -> str:
    """Say that there is no such revision, and how to get it."""
    problem = f"there is no revision {revision!r} here, and no site folder of that name"
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != b"true":
        return (
            f"{problem}; `git fetch origin` brings what others have, `git log --oneline` lists what is here"
        )
    return f"{problem}. This clone is shallow; get it with: {fetching(revision)}"


def fetching(revision: str) -> str:
    """Return the command by which a shallow clone gets a revision."""
    if any(sign in revision for sign in "~^@:"):
        return "git fetch --unshallow origin"
    branch = revision.removeprefix("origin/")
    if branch != revision:
        return "git fetch --depth=1 origin " + shlex.quote(
            f"+refs/heads/{branch}:refs/remotes/origin/{branch}"
        )
    number = set(revision) <= set("0123456789abcdef")
    return f"git fetch --depth=1 origin {shlex.quote(revision)}" + (
        "" if number else ", and compare with FETCH_HEAD"
    )


def _listed(root: Path, tree: str) -> Iterator[tuple[str, str]]:
    """Yield blob and path of the files of a site folder; links and names that would lead out of it are left out."""
    try:
        listing = _git(root, "ls-tree", "-r", "-z", "--full-tree", tree, "--", *PARTS)
    except subprocess.CalledProcessError as refusal:
        if b"Not a valid object name" in refusal.stderr:
            return  # the site folder was not there yet
        raise
    for entry in listing.split(b"\0")[:-1]:
        about, _, raw = entry.partition(b"\t")
        mode, kind, blob = about.decode("ascii").split(" ")
        name = os.fsdecode(raw)
        if kind == "blob" and mode != "120000" and is_inside(name):
            yield blob, name


def is_inside(name: str) -> bool:
    """Say whether a path leads to a file in the folder that it is taken from, on any system."""
    parts = name.split("/")
    return not any(part in ("", ".", "..") or "\\" in part or ":" in part for part in parts) and bool(parts)


def _cut(answer: bytes, files: list[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    """Yield name and contents of each file out of the answer of ``git cat-file --batch``: a line with the size before each."""
    at = 0
    for blob, name in files:
        end = answer.index(b"\n", at)
        about = answer[at:end].split(b" ")
        if len(about) != 3:
            raise RevisionError(f"git has no contents of {name} ({blob}) here")
        size = int(about[2])
        yield name, answer[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
