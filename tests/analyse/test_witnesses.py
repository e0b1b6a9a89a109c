from __future__ import annotations

import pytest

from factsite.analyse.witnesses import copies_of, witnesses_of
from factsite.comparisons import Shared
from factsite.findings import Examined, Witnesses
from tests.samples import evidence


@pytest.mark.parametrize(
    ("given", "copies", "counted"),
    [
        ([("a", None), ("b", None)], {}, Witnesses(2, 2)),
        ([("a", "nis"), ("b", "nis"), ("c", "nis")], {}, Witnesses(3, 1, ("nis",))),
        ([("a", "nis"), ("a", None), ("b", None)], {}, Witnesses(2, 2, ("nis",))),
        (
            [("a", "nis"), ("b", "kirby")],
            {},
            Witnesses(
                2,
                2,
                (
                    "kirby",
                    "nis",
                ),
            ),
        ),
        ([("a", None), ("b", None)], {"a": "a", "b": "a"}, Witnesses(2, 1)),
        ([("a", "nis"), ("b", None)], {"a": "a", "b": "a"}, Witnesses(2, 1, ("nis",))),
        ([], {}, Witnesses(0, 0)),
    ],
)
def test_witnesses_of(
    given: list[tuple[str, str | None]],
    copies: dict[str, str],
    counted: Witnesses,
) -> None:
    """Articles and origins are counted apart; an article that credits nobody is an origin, copies are one."""
    pieces = [Examined(evidence(name), None, according_to=origin) for name, origin in given]
    assert witnesses_of(pieces, copies) == counted


def test_words_of_a_speaker_go_back_to_the_speaker() -> None:
    """Whoever is quoted is an origin, as whoever is credited."""
    pieces = [
        Examined(evidence("a"), None, speaker="austin"),
        Examined(evidence("b"), None, according_to="austin"),
    ]
    assert witnesses_of(pieces, {}) == Witnesses(2, 1, ("austin",))


def test_copies_of() -> None:
    """Whatever hangs together by copying is one, whichever copies which; what is only alike is not."""
    shared = [
        Shared("b", "c", (), copied=True),
        Shared("a", "c", (), copied=True),
        Shared("c", "e", ()),
        Shared("f", "g", (), copied=True),
    ]
    assert copies_of(shared) == {"a": "a", "b": "a", "c": "a", "f": "f", "g": "f"}
