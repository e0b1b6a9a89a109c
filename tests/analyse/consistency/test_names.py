from __future__ import annotations

from dataclasses import replace

import pytest

from factsite.analyse.consistency.names import notes_on_names, respelled
from factsite.findings import Examined, Note, SourceFindings
from factsite.values import OriginType
from tests.samples import evidence, origin, source

SOURCES = {name: source(name, name=f"Paper {name.upper()}") for name in "abc"}
NAMED = origin("Volodymyr Zelenskyy", "Volodymyr Zelensky", "Zelensky")


def notes(names: dict[str, tuple[str, ...]], kind: OriginType = OriginType.PERSON) -> list[Note]:
    articles = {
        name: SourceFindings(names={"zelenskyy": used} if used else {}) for name, used in names.items()
    }
    pieces = [Examined(evidence(name), None, speaker="zelenskyy") for name in names]
    return list(notes_on_names(pieces, SOURCES, articles, {"zelenskyy": replace(NAMED, type=kind)}))


def test_one_person_in_two_spellings() -> None:
    """Each spelling is given in full, with the articles that have it."""
    found = notes(
        {
            "a": ("Volodymyr Zelenskyy", "Zelenskyy"),
            "b": ("Volodymyr Zelensky", "Zelensky"),
            "c": ("Zelensky",),
        }
    )
    assert found == [
        Note(
            "name",
            "One person is spelled in different ways: “Volodymyr Zelenskyy” in Paper A, “Volodymyr Zelensky” in Paper B and "
            "“Zelensky” in Paper C.",
            (0, 1, 2),
        )
    ]


def test_a_shorter_name_is_no_other_spelling() -> None:
    """Surname alone, initials and titles are not misspelt."""
    assert notes({"a": ("Volodymyr Zelensky",), "b": ("Zelensky",), "c": ()}) == []


def test_organizations_have_no_spellings() -> None:
    """Words such as officials and official are no names."""
    assert notes({"a": ("Zelenskyy",), "b": ("Zelensky",)}, OriginType.ORGANIZATION) == []


@pytest.mark.parametrize(
    ("one", "other", "so"),
    [
        ("Zelensky", "Zelenskyy", True),
        ("Antony", "Anthony", True),
        ("Marlow", "Barlow", False),
        ("Kim", "Kym", False),
        ("Austin", "Austin", False),
        ("Dmitry", "Dmitrii", True),
        ("Marlow", "Merkel", False),
    ],
)
def test_respelled(one: str, other: str, so: bool) -> None:
    """Two words are spellings of one name where a letter or two are added, dropped or changed."""
    assert respelled(one, other) is so
