from __future__ import annotations

import pytest

from factsite.analyse.origins import called, named_in, names_of, resolve
from factsite.analyse.passages import Passage
from tests.samples import origin

ORIGINS = {
    "council": origin("Alm Valley Council", "the council", "O’Connor & Co."),
    "courier": origin("Alm Valley Courier", "council-courier"),
}


@pytest.mark.parametrize(
    ("written", "identifier"),
    [
        ("council", "council"),
        ("Alm Valley Council", "council"),
        ("ALM valley  council", "council"),
        ("The Council", "council"),
        ("O'Connor & Co.", "council"),
        ("council-courier", "courier"),
        ("Council", None),
        ("Alm Valley", None),
        ("", None),
    ],
)
def test_resolve(written: str, identifier: str | None) -> None:
    """An id is written as it is; a name or an alias in any case, with any quotation marks."""
    assert resolve(written, ORIGINS, called(ORIGINS)) == identifier


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (["the Alm Valley", "Council said"], {"council"}),
        (["said the council’s speaker"], {"council"}),
        (["The council said"], set()),
        (["the councils said"], set()),
        (["Alm Valley Courier: the council said"], {"council", "courier"}),
        ([], set()),
    ],
)
def test_named_in(lines: list[str], named: set[str]) -> None:
    """An article names an origin by its name or an alias, in whole words and in its own case."""
    names = {identifier: names_of(known) for identifier, known in ORIGINS.items()}
    assert set(named_in(Passage(lines), names)) == named
