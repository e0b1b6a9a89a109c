"""What is installed is what was locked: by hash, from wheels, in every place that installs anything."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.metadata import distributions
from pathlib import Path

import pytest

from supply.locks import CLUSTER, LOCKS, NODE_LOCKS, RUNTIME, TEST, locked, modules
from supply.parts import CARRIED, PARTS
from supply.record import MACHINES, PYTHONS, licence
from supply.table import recorded

ROOT = Path(__file__).parent.parent.parent
INSTALLS = re.compile(
    r"\b(?:pip3?|pipx|npm|yarn|pnpm|conda)\b.*\b(?:install|add|ci|sync|exec)\b|\b(?:uvx|npx)\b|\buv (?:pip install|add|run|tool|sync)\b"
)
"""A command that installs something, or runs what it has just fetched."""
FROM_LOCKS = (
    r'^"\$\{install\[@\]\}" --(?:no-deps -r requirements\.txt|require-hashes --only-binary :all: -r)',
    r"--require-hashes (?:\$\(WHEELS\)|--only-binary :all:)",
    r'--require-hashes", "--only-binary", ":all:"',
    r"npm ci .*--ignore-scripts",
    r'npm", "ci", "--ignore-scripts"',
    r"install --no-deps -r requirements\.txt",  # a new site's one line: factsite itself, by its commit or digest
    r"install --no-deps \.",  # this very checkout, its needs being there by then
)
"""What may stand in such a line, or in what is said of it."""
ALLOWED = {
    "CHANGELOG.md": 2,
    "CONTRIBUTING.md": 1,
    "Makefile": 1,  # what to do where there is no npm
    "README.md": 1,
    "bench/contestants.py": 2,  # the beginning of a command, which the next line ends
    "docs/decisions/0002-dependencies.md": 1,
    "docs/decisions/0031-supply-chain.md": 3,
    "factsite/commands/cluster.py": 1,
    "skeleton/.ci/setup": 1,  # the beginning of two commands
    "supply/record.py": 2,  # into a folder that is measured, by hashes and from wheels, as the options beside say
    "tests/conftest.py": 1,  # our own wheel, without what it needs, without a network
    "tests/test_cluster.py": 1,
    "tests/test_workflows.py": 1,
}
"""Where a line tells of installing without being one, and how often at the most."""


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_has_hashes_and_someone_who_asks_for_it(lock: str) -> None:
    """A line that is neither a pinned package nor a hash nor a comment is none that pip reads."""
    packages = locked(lock)
    assert packages
    for package in packages.values():
        assert package.askers, package.name
        assert len(set(package.hashes)) == len(package.hashes)
    text = (ROOT / lock).read_text("utf-8")
    assert not re.search(r"(?m)^ *(?:-|https?:|git\+|.* @ )", text.replace("    --hash=", "")), (
        "options, addresses"
    )


@pytest.mark.parametrize(
    "line",
    [
        "lamp==1.0",
        "lamp>=1.0 \\\n    --hash=sha256:" + "0" * 64,
        "lamp==1.0 \\\n    --hash=md5:" + "0" * 32,
        "lamp @ https://example.org/lamp.whl",
        "--extra-index-url https://example.org/",
        "lamp==1.0 \\\n    --index-url=https://example.org/",
    ],
)
def test_a_lock_with_anything_else_is_refused(tmp_path: Path, line: str) -> None:
    """What reads locks would notice a hash that is missing, another index, an address."""
    (tmp_path / RUNTIME).write_text(f"# made\n{line}\n    # via factsite (pyproject.toml)\n", "utf-8")
    with pytest.raises(ValueError, match=r"^requirements\.txt:2: "):
        locked(RUNTIME, tmp_path)


def test_what_makes_a_site_is_the_same_in_every_lock() -> None:
    """Tests run with the very versions, and the very files, that sites are made with."""
    for lock in (CLUSTER, TEST):
        others = locked(lock)
        for name, package in locked(RUNTIME).items():
            assert (others[name].version, others[name].hashes) == (package.version, package.hashes)


@pytest.mark.parametrize("lock", NODE_LOCKS)
def test_every_package_of_npm_has_a_hash(lock: str) -> None:
    """And comes from the registry of whoever installs it: no address, no file, no repository."""
    assert all(len(module.sha512) == 128 for module in modules(lock))
    assert '"resolved"' not in (ROOT / lock).read_text("utf-8")
    listed = json.loads((ROOT / lock).with_name("package.json").read_text("utf-8"))["dependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in listed.values())


def test_all_that_is_locked_has_a_wheel_where_we_say_so() -> None:
    """Nothing is built from source, and so no code of a package runs while it is installed."""
    everywhere = [f"{machine}, Python {python}" for machine in MACHINES for python in PYTHONS]
    assert recorded()["machines"] == dict.fromkeys((RUNTIME, CLUSTER, TEST), everywhere)


def files() -> list[str]:
    """Return the text files in git that could install something."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    data = (
        "tests/suggest/",
        "tests/cases/",
        "tests/sites/",
        "tests/supply/",
        "seeds/",
        "content/",
        "examples/",
        "docs/dependencies.md",
    )
    return [
        path
        for path in listed.stdout.splitlines()
        if not path.startswith(data)
        and path.rpartition(".")[2] not in ("png", "ttf", "json", "txt", "svg", "gz", "zip")
        and (ROOT / path).is_file()
    ]


def test_nothing_installs_but_from_a_lock() -> None:
    """Makefile, workflows, scripts, papers and programs: each line that installs does it by hashes, and from wheels."""
    loose: dict[str, list[str]] = {}
    for path in files():
        try:
            lines = (ROOT / path).read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found = [
            line
            for line in lines
            if INSTALLS.search(line) and not any(re.search(allowed, line) for allowed in FROM_LOCKS)
        ]
        if len(found) > ALLOWED.get(path, 0):
            loose[path] = found
    assert loose == {}


@pytest.mark.parametrize(
    "line",
    [
        "pip install lamp",
        "python -m pip install -r requirements.txt",
        "npx lamp",
        "uvx lamp run",
        "npm install lamp",
        "npm ci",
    ],
)
def test_a_line_that_installs_anything_else_is_noticed(line: str) -> None:
    """What would pass anything proves nothing."""
    assert INSTALLS.search(f"\t{line} add")
    assert not any(re.search(allowed, line) for allowed in FROM_LOCKS)


def test_what_runs_these_tests_is_what_was_locked() -> None:
    """Each package of the lock that is installed here has its version, and the licence that was written down."""
    packages = locked(TEST)
    said = recorded()["packages"]
    seen = 0
    for found in distributions():
        name = re.sub(r"[-_.]+", "-", found.metadata["Name"]).lower()
        if package := packages.get(name):
            assert found.version == package.version, name
            assert licence(found.metadata) == said[f"{name}=={package.version}"]["licence"]
            seen += 1
    assert seen > 20


def test_what_a_package_carries_is_what_is_told_of_it() -> None:
    """axe-core says its version in its first line."""
    import axe_playwright_python

    (axe,) = CARRIED
    script = next(Path(axe_playwright_python.__file__).parent.glob("*.js"))
    assert script.read_text("utf-8").startswith(f"/*! axe v{axe.version}\n")


def test_fonts_are_all_told_of() -> None:
    """And there is no other file by others: scripts, styles and icons are our own."""
    assert {ROOT / part.path for part in PARTS} == set((ROOT / "templates").rglob("*.ttf"))
    kinds = {
        path.suffix
        for path in (ROOT / "templates").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert kinds <= {".html", ".css", ".js", ".svg", ".ttf", ".txt", ".py", ".jinja", ".j2", ".xml"}
