from __future__ import annotations

from factsite.changes import Change
from factsite.editor.comparison.claims import MOST, window

LONG = "word " * 200


def test_short_texts_stand_whole() -> None:
    """Both are shown, on one line."""
    assert window(Change("summary", "One\nline.", "Two lines.")) == ("summary", "One line. → Two lines.")


def test_what_is_on_one_side_only() -> None:
    """It was added, or removed."""
    assert window(Change("notes", "", "So.")) == ("notes", "added: So.")
    assert window(Change("notes", "So.", "")) == ("notes", "removed: So.")


def test_long_texts_are_cut_to_where_they_differ() -> None:
    """A word that differs in the middle of a long text is seen, with some words around it."""
    around = " ".join(["word"] * 12)
    text = window(Change("explanation", f"{LONG}old {LONG}end", f"{LONG}new {LONG}end"))[1]
    before, after = text.split(" → ")
    assert before.startswith(f"…{around}") and "old" in before and before.endswith("…")
    assert before.replace("old", "new") == after
    assert len(before) < MOST
