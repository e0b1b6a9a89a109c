from __future__ import annotations

import pytest

from factsite.analyse.quotations import locate
from factsite.findings import Missing
from factsite.values import LineRange
from tests.samples import article

TEXTS = {
    "a": article(
        "The war of 1914–18 – the “great” one – was… long.",
        "Its ﬁrst shot, in re-elected Sarajevo, fell at −5 °C.",
        "« Non », said the mayor. He went home and slept. Then he rose.",
        "He went home-made.",
        "A pre-war house.",
        "A pre–war house.",
    ),
    "b": article("A pre—war house."),
}


def marks(quote: str, line: int) -> str:
    """Return a quotation in the article's own marks."""
    found = locate(quote, LineRange(line, line), "a", TEXTS)
    return found.marks if isinstance(found, Missing) else "stands"


@pytest.mark.parametrize(
    ("quote", "line", "expected"),
    [
        ("The war of 1914-18", 1, "The war of 1914–18"),
        ("1914–18 - the 'great' one", 1, ""),
        ('1914–18 -- the "great" one--was', 1, "1914–18 – the “great” one – was"),
        ("one – was... long", 1, "one – was… long"),
        ("Its first shot", 2, "Its ﬁrst shot"),
        ("re–elected Sarajevo", 2, "re-elected Sarajevo"),
        ("fell at -5 °C", 2, "fell at −5 °C"),
        ('"Non", said', 3, "« Non », said"),
        ("the mayor. ... Then he rose", 3, "the mayor. … Then he rose"),
        ("the mayor [...] Then he", 3, "the mayor … Then he"),
        ("the mayor[…]slept", 3, "the mayor … slept"),
        ("The war of 1914-18", 5, "The war of 1914–18"),
        ("went home … He", 3, ""),
        ("the mayor ... Then she rose", 3, ""),
        ("the mayor ... Then he rose", 2, ""),
        ("The war of 191418", 1, ""),
        ("the war of 1914-18", 1, ""),
        ("The war of 1914-19", 1, ""),
        ("reelected Sarajevo", 2, ""),
        ("fell at 5 °C", 2, ""),
        ("A pre‐war house", 5, "A pre-war house"),
        ("A pre‐war house", 4, ""),
    ],
)
def test_only_marks_differ(quote: str, line: int, expected: str) -> None:
    """Dashes, dots and quotation marks become the article's; a letter, digit or dropped mark is no mark's matter."""
    assert marks(quote, line) == expected


def test_words_that_stand_in_another_article_are_not_put_in_these_marks() -> None:
    """Then it cannot be told whether the marks or the source is wrong."""
    assert marks("A pre—war house", 5) == ""
