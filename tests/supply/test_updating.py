"""The way to a new lock that CONTRIBUTING.md tells of leads there, in a copy, with an index on this machine."""

from __future__ import annotations

import datetime as dt
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from supply.locks import BENCH, CLUSTER, LOCKS, RUNTIME, TEST, locked
from tests.supply.index import Index, Wheel, offered, wheel

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
PAPER = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
SECTION = PAPER.partition("### The lock\n")[2].partition("\n### ")[0]
COPIED = (
    "pyproject.toml", "Makefile", "supply", *LOCKS, "factsite/__init__.py", "docs/dependencies.md", ".github/workflows",
    "templates/cards/fonts", "tests/audit/package.json", "tests/audit/package-lock.json", "bench/eleventy/package.json",
    "bench/eleventy/package-lock.json",
)  # fmt: skip
LONG_AGO = "2020-01-01T00:00:00Z"
ONLY_LOCKS = "RUN=true"
"""What has the locks made, and no table: the second time that is enough."""
NEWER, NEWEST = "3.99.0", "3.100.0"
"""Versions of jinja2: one that has been there for years, and one of today."""


def wheels() -> Iterator[Wheel]:
    """Yield every package that is locked, and two more of jinja2."""
    pins = {(package.name, package.version) for lock in LOCKS for package in locked(lock).values()}
    for name, version in sorted(pins):
        yield wheel(name, version, LONG_AGO)
    yield wheel("jinja2", NEWER, LONG_AGO)
    yield wheel("jinja2", NEWEST, dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


@pytest.fixture(scope="module")
def index() -> Index:
    """Return the index."""
    return Index(wheels())


@pytest.fixture(scope="module")
def address(index: Index) -> Iterator[str]:
    """Yield where it is offered."""
    with offered(index) as address:
        yield address


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory, index: Index) -> Path:
    """Return a copy of what locking needs, in git, with an environment that stands for one just made."""
    folder = tmp_path_factory.mktemp("copy")
    for name in COPIED:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    record = folder / "supply/record.py"
    text = re.sub(
        r"(?m)^PYTHONS = .*$", 'PYTHONS = ("3.13",)', record.read_text("utf-8")
    )  # else it asks twenty times
    record.write_text(text, "utf-8")
    # What `make lock` leaves alone names the files of this index, too.
    held = [
        f"{each.name}=={each.version} \\\n    --hash=sha256:{file.sha256}\n    # via {', '.join(each.askers)}\n"
        for each in locked(BENCH).values()
        for file in index.wheels
        if (file.name, file.version) == (each.name, each.version)
    ]
    (folder / BENCH).write_text("".join(held), "utf-8")
    (folder / ".gitignore").write_text(".venv/\n__pycache__/\n", "utf-8")
    for command in (
        ("init", "-q"),
        ("add", "."),
        ("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "Begin"),
    ):
        subprocess.run(["git", *command], cwd=folder, check=True)
    environment = folder / ".venv"
    (environment / "bin").mkdir(parents=True)
    tools = {"python": Path(sys.executable), "uv": Path(sys.executable).with_name("uv")}
    for name, tool in tools.items():
        (environment / "bin" / name).write_text(f'#!/bin/sh\nexec "{tool}" "$@"\n', "utf-8")
        (environment / "bin" / name).chmod(0o755)
    for mark in ("site", "test"):
        (environment / mark).touch()
    return folder


def told(number: int) -> list[str]:
    """Return the commands of one of the boxes of the section."""
    return re.findall(r"```sh\n(.*?)```", SECTION, re.DOTALL)[number].splitlines()


def typed(commands: list[str], copy: Path, address: str, *further: str) -> None:
    """Type commands of the paper, one after the other; make is told what stands for what, further."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_"))}
    surroundings |= {
        "UV_DEFAULT_INDEX": address,
        "UV_CACHE_DIR": str(copy / ".venv/cache"),
        "UV_NO_CONFIG": "1",
        "GIT_PAGER": "cat",
        "NO_PROXY": "127.0.0.1",
    }
    for command in commands:
        for mark in ("site", "test"):  # the environment is as new as the lock that was just written
            os.utime(copy / ".venv" / mark)
        done = subprocess.run(
            [*shlex.split(command), *(further if command.startswith("make ") else ())],
            cwd=copy,
            env=surroundings,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, command + "\n" + done.stdout + done.stderr


def contents(copy: Path) -> dict[str, bytes]:
    """Return all files of the copy but for those that git ignores."""
    listed = subprocess.run(["git", "ls-files"], cwd=copy, capture_output=True, text=True, check=True)
    return {path: (copy / path).read_bytes() for path in listed.stdout.splitlines()}


@pytest.fixture(scope="module")
def renewed(copy: Path, address: str) -> Path:
    """Return the copy after the commands of the first box."""
    typed(told(0), copy, address)
    return copy


def test_the_paper_leads_to_a_new_lock_with_hashes(renewed: Path, index: Index) -> None:
    """The newest version that is a week old, by the hash of its file, in every lock; the one of today is waited for."""
    (file,) = (each for each in index.wheels if (each.name, each.version) == ("jinja2", NEWER))
    for lock in (RUNTIME, CLUSTER, TEST):
        jinja2 = locked(lock, renewed)["jinja2"]
        assert (jinja2.version, jinja2.hashes) == (NEWER, (file.sha256,))


def test_the_table_and_what_the_index_says_are_renewed_with_it(renewed: Path) -> None:
    """The page has the new version, when it was released, and that there is one still newer."""
    page = (renewed / "docs/dependencies.md").read_text("utf-8")
    (row,) = re.findall(r"(?m)^\| \*\*jinja2\*\* \|.*$", page)
    assert [cell.strip() for cell in row.split("|")][2] == NEWER
    assert row.endswith(f"| MIT | 2020-01-01 | {NEWEST}, {dt.datetime.now(dt.UTC).date().isoformat()} |")


def test_nothing_else_is_changed_and_a_second_time_changes_nothing(renewed: Path, address: str) -> None:
    """Who reviews gets the same files."""
    said = subprocess.run(
        ["git", "diff", "--name-only"], cwd=renewed, capture_output=True, text=True, check=True
    )
    assert set(said.stdout.splitlines()) == {
        RUNTIME,
        CLUSTER,
        TEST,
        "docs/dependencies.md",
        "supply/recorded.json",
    }
    before = contents(renewed)
    typed(told(0), renewed, address, ONLY_LOCKS)
    assert contents(renewed) == before


def test_one_package_can_be_renewed_at_once(renewed: Path, address: str) -> None:
    """The second box takes the version of today, and no other package's."""
    before = locked(TEST, renewed)
    typed(told(1), renewed, address, ONLY_LOCKS)
    after = locked(TEST, renewed)
    assert after["jinja2"].version == NEWEST
    assert {name for name in after if after[name] != before.get(name)} == {"jinja2"}


def test_the_rest_of_the_paper_names_what_is_there() -> None:
    """The third box holds the result, by targets of the Makefile."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for command in told(2):
        program, *targets = shlex.split(command)
        assert program == "make"
        assert all(re.search(rf"(?m)^{target}:", makefile) for target in targets)


def test_pip_takes_what_was_locked_and_refuses_a_file_that_was_changed(
    renewed: Path, index: Index, address: str, tmp_path: Path
) -> None:
    """The options are those of the Makefile."""
    options = "install --require-hashes --only-binary :all:"
    assert f"{options.removesuffix(' --only-binary :all:')} $(WHEELS)" in (ROOT / "Makefile").read_text(
        "utf-8"
    )
    lines = (renewed / RUNTIME).read_text("utf-8")
    (block,) = re.findall(r"(?m)^snowballstemmer==.*\n(?:    --hash.*\n)+", lines)
    (tmp_path / "lock.txt").write_text(block, "utf-8")
    command = [
        sys.executable,
        "-m",
        "pip",
        "--isolated",
        "--disable-pip-version-check",
        "--no-cache-dir",
        *options.split(),
    ]
    command += ["--index-url", address, "--target", str(tmp_path / "there"), "-r", str(tmp_path / "lock.txt")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "there/snowballstemmer/__init__.py").is_file()
    (file,) = (each for each in index.wheels if each.name == "snowballstemmer")
    index.instead[file.file] = wheel(
        file.name, file.version, LONG_AGO, {"snowballstemmer/__init__.py": "bad"}
    ).content
    done = subprocess.run([*command, "--upgrade"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE" in done.stderr
    assert "bad" not in (tmp_path / "there/snowballstemmer/__init__.py").read_text("utf-8")
