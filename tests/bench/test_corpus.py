"""The corpus to measure with: it holds, it is the same each time, and its names stay apart."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bench import corpus

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[2]


def digest(files: Iterable[tuple[str, str]]) -> str:
    """Return one digest of files."""
    found = hashlib.sha256()
    for path, text in sorted(files):
        found.update(f"{path}\0{text}\0".encode())
    return found.hexdigest()


def test_a_hundred_claims_hold(tmp_path: Path) -> None:
    """The check finds no error and no warning, and has all claims and articles before it."""
    corpus.write(tmp_path, 100)
    command = [sys.executable, ROOT / "build.py", "check", "--root", tmp_path, "--date", "2026-11-22"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("100 claims, 10 sources; everything holds. ")


def test_the_corpus_is_the_same_each_time() -> None:
    """Its bytes are those that results were measured with; the first claims do not depend on how many follow."""
    files = dict(corpus.files(100))
    assert digest(files.items()) == "70db0e6a2ff988505496829b92c58b7fc71fc7f7c25c4b881089d86da673dc6a"
    longer = dict(corpus.files(150))
    assert files.items() <= longer.items()


def test_places_have_names_of_their_own() -> None:
    """In 10,000 articles no two places have one name, so no two claims share a measure."""
    places = corpus.places(100_000)
    assert len({corpus.place(number) for number in places}) == len(places) == 2000
    things = {corpus.fact(number).thing for number in range(corpus.PER_PLACE)}
    assert len(things) == corpus.PER_PLACE


def test_files_come_place_by_place() -> None:
    """The first files of a large corpus are there at once: nothing waits for the last claim."""
    files = corpus.files(100_000)
    assert [next(files)[0] for _ in range(2)] == ["content/site.yaml", "seeds/article-0000.txt"]


def test_verdicts_of_all_classes_are_there() -> None:
    """Figures agree in some claims and conflict in others."""
    verdicts = {corpus.fact(number).verdict for number in range(10)}
    assert verdicts == {"supported", "refuted", "conflicting", "not-enough-evidence"}
