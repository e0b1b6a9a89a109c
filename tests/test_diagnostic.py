from __future__ import annotations

import pytest

from factsite.diagnostic import Diagnostic, did_you_mean, nearest, slips_of, sort_key
from factsite.place import Place, Places

STANCES = ("supports", "refutes", "context")


@pytest.mark.parametrize(
    ("word", "meant"),
    [("support", "supports"), ("REFUTES", "refutes"), ("contxt", "context"), ("partly", None), ("", None)],
)
def test_nearest(word: str, meant: str | None) -> None:
    """A slip of the pen, or another case, is known for what was meant."""
    assert nearest(word, STANCES) == meant


def test_nearest_keeps_the_case_of_what_is_known() -> None:
    """What is proposed is written as it has to be, and of two alike it is always the same."""
    assert nearest("alm council", ["Alm Council", "ALM COUNCIL"]) == "ALM COUNCIL"
    assert nearest("alm council", ["ALM COUNCIL", "Alm Council"]) == "ALM COUNCIL"


@pytest.mark.parametrize(
    ("word", "known", "advice"),
    [
        ("support", STANCES, "did you mean `supports`?"),
        ("partly", STANCES, "known here: `context`, `refutes`, `supports`"),
        ("partly", ["b", "a", "b"], "known here: `a`, `b`"),
        ("partly", [f"x{n}" for n in range(13)], ""),
        ("partly", [], ""),
    ],
)
def test_did_you_mean(word: str, known: list[str], advice: str) -> None:
    """The nearest word is proposed, else all, unless they are too many to read."""
    assert did_you_mean(word, known) == advice


def test_order() -> None:
    """Diagnostics go by file, line, column, rule and message; numbers as numbers."""
    in_order = [
        Diagnostic("b", Place("a.yaml", 2, 1), ""),
        Diagnostic("a", Place("a.yaml", 10, 1), ""),
        Diagnostic("a", Place("a.yaml", 10, 3), "x"),
        Diagnostic("a", Place("a.yaml", 10, 3), "y"),
        Diagnostic("b", Place("a.yaml", 10, 3), "x"),
        Diagnostic("a", Place("b.yaml", 1, 1), ""),
    ]
    assert sorted([*in_order[3:], *in_order[:3]], key=sort_key) == in_order


def test_places() -> None:
    """A key that was not given stands where the record stands; a lost key is known."""
    places = Places(Place("f", 3, 5), {"lines": (4, 12)}, frozenset({"quote"}))
    assert (places["lines"], places["figure"]) == (Place("f", 4, 12), Place("f", 3, 5))
    assert places.has(["lines", "figure"])
    assert not places.has(["lines", "quote"])


KEYS = ("quote", "lines", "as_of", "note", "notes", "title")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("qoute", ["quote"]),
        ("quot", ["quote"]),
        ("qquote", ["quote"]),
        ("Quote", ["quote"]),
        ("line", ["lines"]),
        ("lnies", ["lines"]),
        ("as-of", ["as_of"]),
        ("as of", ["as_of"]),
        ("qote", ["quote", "note"]),
        ("not", ["note"]),
        ("notee", ["note", "notes"]),
        ("qoutes", []),
        ("quotation", []),
        ("", []),
    ],
)
def test_a_slip_of_the_pen(word: str, meant: list[str]) -> None:
    """It is one letter too many, too few or another, or two exchanged."""
    assert slips_of(word, KEYS) == meant
