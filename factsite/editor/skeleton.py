"""A site folder to start from: what is in it, and how it is laid down.

``skeleton/`` is a whole site folder, and is checked as such. What this project's own repository has too, word for
word, is not there a second time; an installed package has it all in one folder.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from factsite.bundled import bundled
from factsite.editor import workspace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SHARED: Final = (
    ".ci/compare",
    ".ci/site",
    ".ci/style",
    ".github/CODEOWNERS.example",
    ".github/ISSUE_TEMPLATE",
    ".github/dependabot.yml",
    ".github/pull_request_template.md",
    ".github/workflows",
    ".gitlab-ci.yml",
)
"""What this repository and a new site folder have in common; ``pyproject.toml`` packs the same."""

EXAMPLE: Final = "example-"
"""The names of the example's files begin so."""
FOLDERS: Final = ("content/facts", "content/sources", "seeds")
"""Where the example's files are; without it, git needs a file there to keep the folder."""
VERSIONED: Final = ".git"
"""A folder that holds nothing else is as good as empty: a repository that waits for its first commit."""

TITLE: Final = "title: A fact-check site\n"
ADDRESS: Final = "# base_url: https://facts.example.org/\n"
TOPICS: Final = "\ntopics:\n"

Files = dict[str, bytes]
"""Files by their paths in the folder."""


class NotEmptyError(Exception):
    """The folder holds something, or is none."""


def files(
    requirement: str, *, title: str | None = None, base_url: str | None = None, example: bool = True
) -> Files:
    """Return the files of a new site folder; what VS Code reads among them is made, not bundled."""
    found = dict(sorted(bundled_files()))
    if not example:
        found = {path: content for path, content in found.items() if not _name(path).startswith(EXAMPLE)}
        found |= {f"{folder}/.gitkeep": b"" for folder in FOLDERS}
    site = found["content/site.yaml"].decode()
    if title:
        site = site.replace(TITLE, f"title: {json.dumps(title, ensure_ascii=False)}\n")
    if base_url:
        site = site.replace(ADDRESS, f"base_url: {json.dumps(base_url)}\n")
    if not example:
        site = site.partition(TOPICS)[0]
    found["content/site.yaml"] = site.encode()
    found |= {path: text.encode() for path, text in workspace.files().items()}
    found["requirements.txt"] = f"# The factsite that makes this site.\n{requirement}\n".encode()
    return found


def bundled_files() -> Iterator[tuple[str, bytes]]:
    """Yield what came with the generator, by its path in a site folder."""
    skeleton = bundled("skeleton")
    yield from _below(skeleton, skeleton)
    for name in SHARED:
        if not (skeleton / name).exists():
            yield from _below(skeleton.parent, skeleton.parent / name)


def _below(top: Path, part: Path) -> Iterator[tuple[str, bytes]]:
    for path in [part] if part.is_file() else part.rglob("*"):
        if path.is_file():
            yield path.relative_to(top).as_posix(), path.read_bytes()


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def lay(new: Mapping[str, bytes], folder: Path) -> None:
    """Make a folder of these files, or nothing at all.

    Raises ``NotEmptyError`` where something is in the way, ``OSError`` where the disk refuses.
    """
    refuse_filled(folder)
    there = folder.is_dir()
    if not there:
        folder.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".factsite-", dir=folder if there else folder.parent))
    try:
        made = aside / "made"
        for path, content in new.items():
            _write(made / path, content)
        if there:
            _move_into(made, folder)
        else:
            made.rename(folder)
    finally:
        shutil.rmtree(aside)


def refuse_filled(folder: Path) -> None:
    """Raise ``NotEmptyError`` unless the folder is empty, or not there."""
    if folder.is_dir():
        held = next((path.name for path in sorted(folder.iterdir()) if path.name != VERSIONED), None)
        if held is not None:
            raise NotEmptyError(f"{folder} holds {held}; name a folder that is empty or not there yet")
    elif folder.exists() or folder.is_symlink():
        raise NotEmptyError(f"{folder} is no folder; name one that is empty or not there yet")


def _write(path: Path, content: bytes) -> None:
    """Write a file; a script can be run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    if content.startswith(b"#!"):
        path.chmod(0o755)


def _move_into(made: Path, folder: Path) -> None:
    """Move everything into a folder that is there; where that fails, take back what was moved."""
    moved: list[Path] = []
    try:
        for path in sorted(made.iterdir()):
            moved.append(path.rename(folder / path.name))
    except OSError:
        for path in moved:
            path.rename(made / path.name)
        raise
