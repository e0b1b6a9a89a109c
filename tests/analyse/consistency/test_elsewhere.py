from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factsite.analyse import examine_claim, row_of
from factsite.analyse.consistency import elsewhere
from factsite.comparisons import Elsewhere
from tests.samples import article, background, claim, evidence

if TYPE_CHECKING:
    from factsite.findings import Row

AROUND = background(
    {
        "x": article("It is 3 km long."),
        "y": article("It is 4 km long."),
        "z": article("It is about 3 km long."),
    }
)
LONG = {"x": "3 km", "y": "4 km", "z": "about 3 km"}


def row(name: str, cited: str, measure: str | None = "length of the bridge") -> Row:
    """Return the row of a claim that cites some of the articles."""
    pieces = [evidence(source, quote=f"{LONG[source]} long", figure=LONG[source]) for source in cited]
    made = replace(claim(*pieces, measure=measure), id=name)
    return row_of(made, examine_claim(made, AROUND))


def test_figures_of_two_claims_that_exclude_each_other() -> None:
    """Each claim tells of the other, with the two figures that are furthest apart."""
    assert elsewhere([row("one", "x"), row("two", "y")]) == {
        "one": (
            Elsewhere(
                "two", "figures", "conflicting",
                "“3 km” (x) here and “4 km” (y) in another claim count the same measure and exclude each other: 0.65 km lie between.",
                (0,),
            ),
        ),
        "two": (
            Elsewhere(
                "one", "figures", "conflicting",
                "“4 km” (y) here and “3 km” (x) in another claim count the same measure and exclude each other: 0.65 km lie between.",
                (0,),
            ),
        ),
    }  # fmt: skip


def test_figures_that_can_all_be_true() -> None:
    """Agreement is told too."""
    [told] = elsewhere([row("one", "x"), row("two", "z")])["one"]
    assert told.relation == "compatible"
    assert (
        told.text
        == "Another claim counts the same measure; each of its figures can be true together with each of these."
    )


def test_the_same_citation_in_both_claims_is_nothing_new() -> None:
    """A claim that cites no other figure than this one has nothing to tell it."""
    found = elsewhere([row("one", "xy"), row("two", "x")])
    assert found["one"] == ()
    assert [told.claim for told in found["two"]] == ["one"]


def test_other_measures_and_none_are_left_alone() -> None:
    """What is not known to count the same is not compared."""
    assert elsewhere([row("one", "x", None), row("two", "y", None)]) == {}
    assert elsewhere([row("one", "x"), row("two", "y", "its height")]) == {"one": (), "two": ()}
