from __future__ import annotations

from dataclasses import replace

import pytest

from factsite.analyse.consistency.names import notes_on_names, respelled
from factsite.findings import Examined, Note
from factsite.values import OriginType
from tests.samples import article, background, evidence, origin, source

SOURCES = {name: source(name, name=f"Paper {name.upper()}") for name in "abc"}
NAMED = origin("Volodymyr Zelenskyy", "Volodymyr Zelensky", "Zelensky", "Zelenskyy")


def notes(*quoted: str, kind: OriginType = OriginType.PERSON) -> list[Note]:
    """Return the notes on articles of one line each, which is quoted whole."""
    texts = {name: article(words) for name, words in zip("abc", quoted, strict=False)}
    pieces = [Examined(evidence(name), None, text=words) for name, words in zip("abc", quoted, strict=False)]
    return list(notes_on_names(pieces, background(texts, {"zelenskyy": replace(NAMED, type=kind)}, SOURCES)))


def test_one_person_in_two_spellings() -> None:
    """Each spelling is given in full, with the articles that have it; the note rests on the citations that have one."""
    assert notes("President Volodymyr Zelenskyy said", "Volodymyr Zelensky’s office", "the president") == [
        Note(
            "name",
            "One person’s name is spelled in different ways: “Volodymyr Zelenskyy” in Paper A and “Volodymyr Zelensky” in Paper B.",
            (0, 1),
        )
    ]


def test_a_person_whom_the_citation_credits_can_be_named_beside_the_quotation() -> None:
    """Words of a speaker are about the speaker's name where the cited lines have it; of others only their own words count."""
    texts = {"a": article("Zelenskyy said so.", "Zelenskyy left."), "b": article("So, said Zelensky.")}
    pieces = [
        Examined(evidence("a"), None, text="so", speaker="zelenskyy"),
        Examined(evidence("a", lines=2), None, text="left"),
        Examined(evidence("b"), None, text="So", according_to="zelenskyy"),
    ]
    origins = {"zelenskyy": replace(NAMED, type=OriginType.PERSON)}
    [note] = notes_on_names(pieces, background(texts, origins, SOURCES))
    assert note.citations == (0, 2)
    assert (
        note.text
        == "One person’s name is spelled in different ways: “Zelenskyy” in Paper A and “Zelensky” in Paper B."
    )
    unnamed = [replace(piece, speaker=None, according_to=None) for piece in pieces]
    assert list(notes_on_names(unnamed, background(texts, origins, SOURCES))) == []


def test_lines_that_are_not_cited_and_articles_that_are_not_there_say_nothing() -> None:
    """The name has to stand where the citation points."""
    texts = {"a": article("It was so.", "Zelenskyy left.")}
    pieces = [Examined(evidence(name), None, text="so", speaker="zelenskyy") for name in ("a", "b")]
    assert (
        list(
            notes_on_names(
                pieces,
                background(texts, {"zelenskyy": replace(NAMED, type=OriginType.PERSON)}, {"a": SOURCES["a"]}),
            )
        )
        == []
    )


def test_a_shorter_name_is_no_other_spelling() -> None:
    """Surname alone, initials and titles are not misspelt."""
    assert notes("Volodymyr Zelensky", "Zelensky", "nobody") == []


def test_organizations_have_no_spellings() -> None:
    """Words such as officials and official are no names."""
    assert notes("Zelenskyy", "Zelensky", kind=OriginType.ORGANIZATION) == []


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
