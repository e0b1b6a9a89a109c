from __future__ import annotations

from typing import Any

import pytest

from factsite.analyse.consistency.credits import notes_on_credits
from factsite.analyse.consistency.pairs import figures_of
from factsite.analyse.figures import read
from factsite.findings import Examined, Note
from tests.samples import claim, evidence, origin, source

SOURCES = {name: source(name, name=f"Paper {name.upper()}") for name in "abcd"}
ORIGINS = {"nis": origin("The Service"), "kirby": origin("John Kirby")}


def cited(name: str, by: str | None = None, figure: str | None = None, **more: Any) -> Examined:
    """Return a citation that credits an origin, after analysis."""
    return Examined(
        evidence(name, figure=figure, **more), None, figure=read(figure) if figure else None, according_to=by
    )


def notes(*pieces: Examined) -> list[Note]:
    measured = any(piece.figure for piece in pieces)
    stated = list(figures_of(claim(measure="soldiers" if measured else None), pieces, SOURCES))
    return list(notes_on_credits(pieces, stated, SOURCES, ORIGINS))


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (
            (("a", "nis", "up to 3,000"), ("b", "kirby", "at least 3,000 men"), ("c", None, "3,000")),
            "The articles name different origins for the same number: Paper A credits the Service with “up to 3,000”; Paper B "
            "credits John Kirby with “at least 3,000 men”; Paper C names nobody.",
        ),
        (
            (("a", "nis", "about 3,000"), ("b", None, "3,000"), ("c", None, "3,000")),
            "Not every article names its source for the number: Paper A credits the Service with “about 3,000”; Paper B and "
            "Paper C name nobody.",
        ),
        (
            (("a", "nis", "in June 2024"), ("b", "kirby", "June 2024")),
            "The articles name different origins for the same date: Paper A credits the Service with “in June 2024”; Paper B "
            "credits John Kirby with “June 2024”.",
        ),
        (
            (("a", "nis", None), ("b", None, None)),
            "Not every article names its source: Paper A credits the Service; Paper B names nobody.",
        ),
        (
            (("a", "nis", None), ("b", "kirby", None), ("c", "kirby", None)),
            "The articles name different origins: Paper A credits the Service; Paper B and Paper C credit John Kirby.",
        ),
        (
            (("a", "nis", None), ("b", "nis", None)),
            "Both articles that support the claim go back to one origin, the Service: it is one account, told more than once.",
        ),
    ],
)
def test_credits(pieces: tuple[tuple[str, str | None, str | None], ...], text: str) -> None:
    """Whom each article credits is said where they differ, and where several articles are one account."""
    assert notes(*(cited(*piece) for piece in pieces)) == [
        Note("attribution", text, tuple(range(len(pieces))))
    ]


@pytest.mark.parametrize(
    "pieces",
    [
        (("a", None, None), ("b", None, None)),
        (("a", "nis", "3,000"), ("a", None, "3,000")),
        (("a", "nis", "3,000"), ("b", "kirby", "2,500")),
        (("a", "nis", None),),
    ],
)
def test_no_note_where_there_is_nothing_to_say(
    pieces: tuple[tuple[str, str | None, str | None], ...],
) -> None:
    """Articles that all speak for themselves, one article alone, and different numbers need no note."""
    assert notes(*(cited(*piece) for piece in pieces)) == []
