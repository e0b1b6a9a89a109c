"""docs/trust.md says what is recorded, and what is recorded is there."""

from __future__ import annotations

import datetime as dt
import re
from importlib.util import find_spec

import pytest

from tests.trust.page import RECORDS, ROOT, Subject, page, subjects

KEYS = {"promise", "tested", "figures"}


def test_the_page_is_as_recorded() -> None:
    """A page that differs was edited by hand, or `make trust` was forgotten."""
    assert (ROOT / "docs/trust.md").read_text("utf-8") == page(subjects())


@pytest.mark.parametrize("subject", subjects(), ids=lambda subject: subject["subject"])
def test_a_promise_names_tests_that_are_there_and_figures_that_can_be_taken_again(subject: Subject) -> None:
    """No key is missing or misspelt; files and modules exist; a figure has its day."""
    assert set(subject) == {"subject", "point", "promises"}
    for promise in subject["promises"]:
        assert KEYS <= set(promise) <= KEYS | {"short"}
        assert promise["tested"]
        for path in promise["tested"]:
            assert path.startswith("tests/")
            assert (ROOT / path).exists(), path
        for figure in promise["figures"]:
            assert set(figure) - {"count", "of"} == {"what", "command", "date"}
            assert len(set(figure) & {"count", "of"}) == 1
            dt.date.fromisoformat(figure["date"])
            assert runs(figure["command"]), figure["command"]


def runs(command: str) -> bool:
    """Return whether what a command names is there: a target of make, a module, tests."""
    if target := re.search(r"\bmake ([a-z]+)", command):
        return re.search(rf"(?m)^{target[1]}:", (ROOT / "Makefile").read_text("utf-8")) is not None
    if paths := re.findall(r"\btests/[\w/.-]+\.py\b", command):
        return all((ROOT / path).is_file() for path in paths)
    module = re.search(r"-m ([\w.]+)", command)
    return module is not None and find_spec(module[1]) is not None


def test_a_command_that_is_not_there_is_noticed() -> None:
    """What would pass anything proves nothing."""
    assert runs("python -m tests.trust")
    assert not runs("python -m tests.trust.nothing")
    assert not runs("make nothing")
    assert not runs("python -m pytest tests/test_nothing.py")


def test_there_is_something_to_hold() -> None:
    """The folder is where it is looked for."""
    assert list(RECORDS.glob("*.json"))
