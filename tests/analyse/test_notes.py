from __future__ import annotations

import datetime as dt

import pytest

from factsite.analyse.notes import notes_on
from factsite.findings import Note
from tests.samples import evidence, source

DATED = {
    "a": source("a", name="Courier", published=dt.date(2024, 10, 3)),
    "b": source("b", name="Gazette", published=dt.date(2024, 10, 4)),
}
UNDATED = {name: source(name) for name in "xyz"}


@pytest.mark.parametrize(
    ("cited", "note"),
    [
        (
            "xy",
            "Neither of the two articles states its date, so it cannot be told which of them is the newer.",
        ),
        (
            "xyz",
            "None of the three articles states its date, so it cannot be told which of them is the newer.",
        ),
        (
            "xa",
            "Courier is dated 3 October 2024; the other article does not state a date, so it cannot be told which is the newer.",
        ),
        (
            "axy",
            "Courier is dated 3 October 2024; the other two articles do not state a date, so it cannot be told which is the newer.",
        ),
        (
            "abx",
            "Courier is dated 3 October 2024 and Gazette is dated 4 October 2024; the other article does not state a date, so it cannot be told which is the newer.",
        ),
    ],
)
def test_time(cited: str, note: str) -> None:
    """Which articles state no date is said, so that none of them is taken for the newer."""
    pieces = [evidence(name) for name in cited]
    assert list(notes_on(pieces, DATED | UNDATED)) == [Note("time", note, tuple(range(len(cited))))]


@pytest.mark.parametrize("cited", ["", "x", "xx", "a", "ab"])
def test_no_note_where_there_is_nothing_to_say(cited: str) -> None:
    """One article, or articles that all state their date, need no note."""
    assert list(notes_on([evidence(name) for name in cited], DATED | UNDATED)) == []


def test_context_takes_no_part() -> None:
    """A note rests on the citations that take a stance."""
    pieces = [evidence("a", "context"), evidence("x"), evidence("y", "refutes")]
    assert [note.citations for note in notes_on(pieces, DATED | UNDATED)] == [(1, 2)]


def test_a_source_without_a_file_is_left_out() -> None:
    """A misspelt source is a fault elsewhere, and no article here."""
    assert list(notes_on([evidence("x"), evidence("nowhere")], UNDATED)) == []
