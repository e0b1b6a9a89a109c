"""What the index says of the locked packages, written down in ``supply/recorded.json``: ``python -m supply.record UV``.

For each package: licence, day of release, size, the newest release there is; for each lock: the machines on which all of it can be
installed from wheels. The last part of ``make lock``, for it asks the network; tables, bill of materials and tests read what is written here.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import tempfile
import tomllib
from email.parser import HeaderParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from supply.locks import BENCH, LOCKS, ROOT, TEST, Locked, locked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

RECORDED = ROOT / "supply/recorded.json"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
MACHINES = {
    "Linux x86-64": "x86_64-manylinux_2_28",
    "Linux ARM": "aarch64-manylinux_2_28",
    "macOS ARM": "aarch64-apple-darwin",
    "macOS x86-64": "x86_64-apple-darwin",
    "Windows x86-64": "x86_64-pc-windows-msvc",
}
"""By what we call them, what uv calls them."""
MEASURED = (("x86_64-manylinux_2_28", "3.13"), ("x86_64-pc-windows-msvc", "3.11"))
"""Where a package is measured: on the machine of CI; one that is not needed there, on the other."""


def record(uv: str) -> dict[str, Any]:
    """Return all that is recorded."""
    packages = {(each.name, each.version): each for lock in LOCKS for each in locked(lock).values()}
    names = sorted({name for name, _ in packages})
    with tempfile.TemporaryDirectory() as made:
        pinned = [f"{name}=={version}" for name, version in sorted(packages)]
        # Two versions of one package stand in two locks, so each version is asked for by itself.
        twice = [
            pin for pin in pinned if sum(other.startswith(pin.split("==")[0] + "==") for other in pinned) > 1
        ]
        batches = [[pin for pin in pinned if pin not in twice], *([pin] for pin in twice)]
        released = {pin: day for batch in batches for pin, day in _released(uv, batch, Path(made)).items()}
        days = _released(uv, names, Path(made))
        newest = dict(pin.split("==") for pin in days)
        measured = dict(_measured(uv, packages.values(), Path(made)))
    return {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "machines": _machines(uv),
        "packages": {
            pin: {
                **measured[pin],
                "released": released[pin],
                "newest": newest[name],
                "newest_released": days[f"{name}=={newest[name]}"],
            }
            for name, version in sorted(packages)
            for pin in [f"{name}=={version}"]
        },
    }


def _released(uv: str, asked: Iterable[str], folder: Path) -> dict[str, str]:
    """Return the day of release of each package that is asked for, by its name and version."""
    (folder / "asked.in").write_text("\n".join(asked) + "\n", "utf-8")
    (folder / "pylock.toml").unlink(missing_ok=True)
    options = ("--no-deps", "--universal", "--python-version", "3.11", "--format", "pylock.toml", "--quiet")
    command = [uv, "pip", "compile", "asked.in", *options, "-o", "pylock.toml"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    found = tomllib.loads((folder / "pylock.toml").read_text("utf-8"))["packages"]
    return {
        f"{each['name']}=={each['version']}": min(
            file["upload-time"] for file in [*each.get("wheels", ()), *filter(None, [each.get("sdist")])]
        )
        .date()
        .isoformat()
        for each in found
    }


def _measured(uv: str, packages: Iterable[Locked], folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield for each package its licence and how much it installs, from what its wheel says of itself; as pinned by hash."""
    left = {(each.name, each.version): each for each in packages}
    for count in range(len(MEASURED) + 2):  # two versions of a package are not installed in one folder
        machine, python = MEASURED[min(count // 2, 1)]
        batch = {name: each for (name, _), each in left.items()}
        target = folder / f"installed-{count}"
        _install(uv, batch.values(), folder, machine, python, target)
        for path in target.glob("*.dist-info"):
            said = HeaderParser().parsestr((path / "METADATA").read_text("utf-8"))
            name = said["Name"].lower().replace("_", "-").replace(".", "-")
            each = batch[name]
            del left[name, each.version]
            yield f"{name}=={each.version}", {"licence": licence(said), "installed": _size(path / "RECORD")}
        if not left:
            return
    raise LookupError(f"no wheel was measured of {', '.join(map(str, left))}")


def _install(
    uv: str, packages: Iterable[Locked], folder: Path, machine: str, python: str, target: Path
) -> None:
    lines = [
        f"{each.name}=={each.version}{f' ; {each.marker}' if each.marker else ''} "
        + " ".join(f"--hash=sha256:{digest}" for digest in each.hashes)
        for each in packages
    ]
    (folder / "pinned.txt").write_text("\n".join(lines) + "\n", "utf-8")
    options = ("--no-deps", "--require-hashes", "--only-binary", ":all:", "--quiet", "--target", target)
    place = ("--python-platform", machine, "--python-version", python)
    subprocess.run([uv, "pip", "install", *options, *place, "-r", "pinned.txt"], cwd=folder, check=True)


def licence(said: Any) -> str:
    """Return what the metadata of a package call its licence: an SPDX expression where they have one."""
    classes = [
        value.rpartition(" :: ")[2].replace("OSI Approved", "").strip()
        for value in said.get_all("Classifier", [])
        if value.startswith("License ::")
    ]
    short = (said.get("License") or "").strip()
    # What is longer than a name is the text of a licence.
    free = short if 0 < len(short) < 40 and "\n" not in short else ""
    return said.get("License-Expression") or " AND ".join(filter(None, classes)) or free or "not stated"


def _size(record: Path) -> int:
    """Return the bytes of all files that a record of installed files names."""
    rows = [line.rsplit(",", 2) for line in record.read_text("utf-8").splitlines()]
    return sum(int(size) for _, _, size in rows if size)


def _machines(uv: str) -> dict[str, list[str]]:
    """Return for each lock the machines for which every package has a wheel whose hash is in it."""
    found: dict[str, list[str]] = {lock: [] for lock in LOCKS if lock != BENCH}
    for name, machine in MACHINES.items():
        for python in PYTHONS:
            # What is in the other locks is in that of the tests.
            tests = _has_wheels(uv, TEST, machine, python)
            for lock, names in found.items():
                if tests or (lock != TEST and _has_wheels(uv, lock, machine, python)):
                    names.append(f"{name}, Python {python}")
    return found


def _has_wheels(uv: str, lock: str, machine: str, python: str) -> bool:
    """Return whether a lock can be installed on a machine without building anything."""
    options = ("--dry-run", "--require-hashes", "--only-binary", ":all:", "--quiet", "-r", lock)
    place = ("--python-platform", machine, "--python-version", python, "--target", "nowhere")
    command = [uv, "pip", "install", *options, *place]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True).returncode == 0


if __name__ == "__main__":
    text = json.dumps(record(str(Path(sys.argv[1]).absolute())), indent=2, ensure_ascii=False)
    RECORDED.write_text(text + "\n", encoding="utf-8", newline="\n")
