from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from factsite.commands.revision import RevisionError, fetching, is_inside, write_revision

if TYPE_CHECKING:
    from pathlib import Path

WHO = (
    "-c",
    "user.name=E",
    "-c",
    "user.email=e@example.org",
    "-c",
    "commit.gpgsign=false",
    "-c",
    "core.autocrlf=false",
)


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder; return what it prints."""
    command = ["git", "-C", str(folder), *WHO, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def commit(folder: Path, files: dict[str, str], message: str = "More") -> str:
    """Commit files; return the commit."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content.encode())
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository with two commits, in which the site folder stands below the top."""
    top = tmp_path / "top"
    top.mkdir()
    git(top, "init", "--quiet", "--initial-branch", "main")
    commit(
        top,
        {"news/content/site.yaml": "title: One\n", "news/seeds/a.txt": "a\r\n", "news/site/index.html": "x"},
    )
    commit(top, {"news/content/site.yaml": "title: Two\n", "content/site.yaml": "title: Top\n"})
    return top


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_the_site_folder_at_a_revision(repository: Path, tmp_path: Path) -> None:
    """What an author writes is there, byte for byte, and nothing else of the repository."""
    there = tmp_path / "there"
    first, files = write_revision(repository / "news", "HEAD~1", there)
    assert first == git(repository, "rev-parse", "HEAD~1")
    assert (contents(there), files) == ({"content/site.yaml": b"title: One\n", "seeds/a.txt": b"a\r\n"}, 2)


def test_the_top_of_the_repository(repository: Path, tmp_path: Path) -> None:
    """The site folder can be the repository itself."""
    write_revision(repository, "main", tmp_path / "there")
    assert contents(tmp_path / "there") == {"content/site.yaml": b"title: Top\n"}


def test_before_there_was_a_site_folder(repository: Path, tmp_path: Path) -> None:
    """A revision older than the site folder has no files of it."""
    assert write_revision(repository, "HEAD~1", tmp_path / "there")[1] == 0


def test_attributes_have_no_say(repository: Path, tmp_path: Path) -> None:
    """What git would leave out of an archive, or put into it, is read as it was committed."""
    commit(
        repository,
        {".gitattributes": "* export-ignore export-subst text eol=crlf\n", "content/x.md": "$Format:%H$\n"},
    )
    write_revision(repository, "HEAD", tmp_path / "there")
    assert contents(tmp_path / "there")["content/x.md"] == b"$Format:%H$\n"


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_links_are_left_out(repository: Path, tmp_path: Path) -> None:
    """A link could lead out of the folder."""
    (repository / "content/link.md").symlink_to("/etc/passwd")
    (repository / "seeds").symlink_to("/etc")
    commit(repository, {})
    write_revision(repository, "HEAD", tmp_path / "there")
    assert contents(tmp_path / "there") == {"content/site.yaml": b"title: Top\n"}


@pytest.mark.parametrize("name", ["../x", "a/../x", "/etc/x", "a//x", "", "C:/x", "a\\..\\x", "./x"])
def test_names_that_lead_out(name: str) -> None:
    """No file is written anywhere but in the folder."""
    assert not is_inside(name)
    assert is_inside("content/facts/Ünder way.yaml")


@pytest.mark.parametrize("revision", ["--output=/tmp/x", "-x", "", "^HEAD", "a\0b"])
def test_a_revision_is_no_option(repository: Path, tmp_path: Path, revision: str) -> None:
    """What begins with a hyphen would be an option of git, with `^` all commits but one; both are refused."""
    with pytest.raises(RevisionError, match="is no revision"):
        write_revision(repository, revision, tmp_path / "there")


@pytest.mark.parametrize("revision", ["nowhere", "HEAD:content", "HEAD~9", "main..HEAD"])
def test_an_unknown_revision(repository: Path, tmp_path: Path, revision: str) -> None:
    """It is named, and so is where others are found."""
    with pytest.raises(RevisionError) as refusal:
        write_revision(repository, revision, tmp_path / "there")
    assert str(refusal.value) == (
        f"there is no revision {revision!r} here, and no site folder of that name; `git fetch origin` brings what others have,"
        " `git log --oneline` lists what is here"
    )


def test_no_repository(tmp_path: Path) -> None:
    """Outside of a repository there are no revisions."""
    with pytest.raises(RevisionError, match="is in no git repository; give a folder to compare with instead"):
        write_revision(tmp_path, "main", tmp_path / "there")


def test_no_git(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git there are none either."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RevisionError, match="git is not installed"):
        write_revision(repository, "main", tmp_path / "there")


def test_within_a_hook(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What git tells its hooks of another repository does not mislead."""
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    assert write_revision(repository, "main", tmp_path / "there")[1] == 1


@pytest.fixture
def shallow(repository: Path, tmp_path: Path) -> Path:
    """Return a clone that has the newest commit alone."""
    git(repository, "config", "uploadpack.allowAnySHA1InWant", "true")
    git(tmp_path, "clone", "--quiet", "--depth", "1", repository.as_uri(), "shallow")
    return tmp_path / "shallow"


def test_a_shallow_clone(repository: Path, shallow: Path, tmp_path: Path) -> None:
    """The command that is shown fetches the base, and with that it works."""
    first = git(repository, "rev-parse", "HEAD~1")
    with pytest.raises(RevisionError) as refusal:
        write_revision(shallow / "news", first, tmp_path / "there")
    shown = f"git fetch --depth=1 origin {first}"
    assert str(refusal.value).endswith(f"This clone is shallow; get it with: {shown}")
    git(shallow, *shown.split()[1:])
    assert write_revision(shallow / "news", first, tmp_path / "there") == (first, 2)


def test_a_branch_that_a_shallow_clone_lacks(repository: Path, shallow: Path, tmp_path: Path) -> None:
    """The command that is shown brings the branch under the name that was asked for."""
    git(repository, "branch", "older", "HEAD~1")
    with pytest.raises(RevisionError) as refusal:
        write_revision(shallow / "news", "origin/older", tmp_path / "there")
    shown = str(refusal.value).rpartition(": ")[2]
    assert shown.startswith("git fetch ")
    git(shallow, *shown.split()[1:])
    assert write_revision(shallow / "news", "origin/older", tmp_path / "there")[1] == 2


@pytest.mark.parametrize(
    ("revision", "command"),
    [
        ("HEAD~3", "git fetch --unshallow origin"),
        ("v1", "git fetch --depth=1 origin v1, and compare with FETCH_HEAD"),
        ("a;b", "git fetch --depth=1 origin 'a;b', and compare with FETCH_HEAD"),
        ("origin/main", "git fetch --depth=1 origin +refs/heads/main:refs/remotes/origin/main"),
    ],
)
def test_how_to_get_a_revision(revision: str, command: str) -> None:
    """What is shown can be pasted into a shell, whatever was asked for."""
    assert fetching(revision) == command
