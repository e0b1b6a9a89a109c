from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from factsite.analyse.notes import notes_on
from factsite.findings import Note
from tests.samples import evidence, source

if TYPE_CHECKING:
    from factsite.model import Evidence

DATED = {
    "a": source("a", name="Courier", published=dt.date(2024, 10, 3)),
    "b": source("b", name="Gazette", published=dt.date(2024, 10, 4)),
}
UNDATED = {name: source(name) for name in "xyz"}


def figured(name: str, stance: str = "supports") -> Evidence:
    """Return a citation that gives a figure."""
    return evidence(name, stance, quote="about 3 km", figure="3 km")


@pytest.mark.parametrize(
    ("cited", "note"),
    [
        (
            "xy",
            "Neither of the two articles states its date, so it cannot be told which figure is the newer.",
        ),
        (
            "xyz",
            "None of the three articles states its date, so it cannot be told which figure is the newer.",
        ),
        (
            "xa",
            "Courier is dated 3 October 2024; the other article does not state a date, so it cannot be told which figure is the newer.",
        ),
        (
            "axy",
            "Courier is dated 3 October 2024; the other two articles do not state a date, so it cannot be told which figure is the newer.",
        ),
        (
            "abx",
            "Courier is dated 3 October 2024 and Gazette is dated 4 October 2024; the other article does not state a date, so it cannot be told which figure is the newer.",
        ),
    ],
)
def test_time(cited: str, note: str) -> None:
    """Which articles state no date is said, so that no figure is taken for the newer."""
    pieces = [figured(name) for name in cited]
    assert list(notes_on(pieces, DATED | UNDATED)) == [Note("time", note, tuple(range(len(cited))))]


@pytest.mark.parametrize("cited", ["", "x", "xx", "a", "ab"])
def test_no_note_where_there_is_nothing_to_say(cited: str) -> None:
    """One article, or articles that all state their date, need no note."""
    assert list(notes_on([figured(name) for name in cited], DATED | UNDATED)) == []


def test_context_and_words_without_a_figure_take_no_part() -> None:
    """A note rests on the citations that take a stance and give a figure."""
    pieces = [figured("a", "context"), figured("x"), figured("y", "refutes"), evidence("a")]
    assert [note.citations for note in notes_on(pieces, DATED | UNDATED)] == [(1, 2)]


def test_a_source_without_a_file_is_left_out() -> None:
    """A misspelt source is a fault elsewhere, and no article here."""
    assert list(notes_on([figured("x"), figured("nowhere")], UNDATED)) == []
