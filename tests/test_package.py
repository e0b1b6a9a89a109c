"""What is handed on: the wheel holds the generator, all that it needs and nothing of a site, and does what build.py does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from factsite import __version__
from factsite.editor import skeleton

ROOT = Path(__file__).parent.parent
BASE = ROOT / "tests/cases/base"
DATE = ("--date", "2024-12-01")


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def run(installed: Path, *command: str, here: Path) -> str:
    """Return what a command of the installed package prints, given in a folder that is not the repository."""
    surroundings = os.environ | {"PYTHONPATH": str(installed)}
    done = subprocess.run(command, cwd=here, env=surroundings, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_installed_command_builds_the_same_site_as_build_py(installed: Path, tmp_path: Path) -> None:
    """Every file of the site has the same bytes; the site folder is the current one."""
    ours, theirs = (shutil.copytree(BASE, tmp_path / name) for name in ("ours", "theirs"))
    address = ("--base-url", "https://bridges.example.org/")
    command = [sys.executable, str(ROOT / "build.py"), "--root", str(ours), *DATE, *address]
    subprocess.run(command, check=True, capture_output=True)
    printed = run(installed, str(installed / "bin/factsite"), "build", *DATE, *address, here=theirs)
    assert printed.startswith("2 claims, 3 sources; ")
    assert contents(theirs / "site") == contents(ours / "site")


def test_python_m_factsite_is_the_command(installed: Path, tmp_path: Path) -> None:
    """Where scripts are not on the path, the package itself can be run, and calls itself by its name."""
    module = (sys.executable, "-m", "factsite")
    assert run(installed, *module, "--version", here=tmp_path) == f"factsite {__version__}\n"
    assert run(installed, *module, "--help", here=tmp_path).startswith("usage: factsite [COMMAND]")


def test_the_wheel_holds_templates_and_licences_and_nothing_of_a_site(installed: Path) -> None:
    """No article, no fact of ours and no test is handed on; fonts come with their licence."""
    package = contents(installed / "factsite")
    templates = {
        path: content for path, content in contents(ROOT / "templates").items() if ".pyc" not in path
    }
    assert {path: package[f"templates/{path}"] for path in templates} == templates
    handed_on = [path for path in package if not path.startswith("skeleton/")]
    assert not {"content", "seeds", "tests"} & {part for path in handed_on for part in path.split("/")}
    (record,) = installed.glob("factsite-*.dist-info")
    assert {path.name for path in (record / "licenses").rglob("*") if path.is_file()} == {
        "LICENSE",
        "OFL.txt",
    }
    assert {path.name for path in installed.iterdir()} == {"bin", "factsite", record.name}


def test_the_wheel_has_the_skeleton_that_a_checkout_has(installed: Path) -> None:
    """What this repository and new sites have in common is packed where it is looked for."""
    assert contents(installed / "factsite/skeleton") == dict(skeleton.bundled_files())


def test_the_wheel_carries_the_lock_that_new_sites_install_from(installed: Path) -> None:
    """Else a site would take the newest of everything; its `.ci/setup` takes nothing without a hash but factsite itself."""
    assert (installed / "factsite/requirements.txt").read_bytes() == (ROOT / "requirements.txt").read_bytes()
    setup = (ROOT / "skeleton/.ci/setup").read_text("utf-8")
    said = run(installed, sys.executable, *["-c", setup.split("-c '")[1].split("'")[0]], here=installed)
    assert said == f"{installed / 'factsite/requirements.txt'}\n"
    assert setup.count('"${install[@]}"') == 2
    assert '"${install[@]}" --require-hashes --only-binary :all: -r "$needs"' in setup
    assert '"${install[@]}" --no-deps -r requirements.txt' in setup


def test_the_sdist_can_be_built_from_and_holds_no_article(tmp_path: Path) -> None:
    """What is handed on as source gives the same wheel again, without what belongs to publishers."""
    build = (sys.executable, "-m", "hatchling", "build", "-d", str(tmp_path))
    subprocess.run([*build, "-t", "sdist"], cwd=ROOT, check=True, capture_output=True)
    (packed,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(packed) as archive:
        archive.extractall(tmp_path, filter="data")
    source = tmp_path / packed.name.removesuffix(".tar.gz")
    assert not {"content", "seeds", "tests", "examples"} & {path.name for path in source.iterdir()}
    subprocess.run([*build, "-t", "wheel"], cwd=source, check=True, capture_output=True)


@pytest.mark.parametrize("pattern", ["*.pyc", "site/*", ".venv/*"])
def test_nothing_that_was_made_is_packed(wheel: Path, pattern: str) -> None:
    """A wheel made in a folder that was worked in is as one made in a fresh one."""
    import zipfile

    with zipfile.ZipFile(wheel) as archive:
        assert not [name for name in archive.namelist() if Path(name).match(pattern)]
