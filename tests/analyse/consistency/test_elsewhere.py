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
    return row_of(made, examine_claim(made, AROUND), AROUND.sources)


def test_figures_of_two_claims_that_exclude_each_other() -> None:
    """Each claim tells of the other, with the two figures that are furthest apart."""
    assert elsewhere([row("one", "x"), row("two", "y")]) == {
        "one": (
            Elsewhere(
                "two", "figures", "conflicting",
                "Another claim cites “4 km” (y), which excludes “3 km” (x) here: a gap of 0.65 km.",
                (0,),
            ),
        ),
        "two": (
            Elsewhere(
                "one", "figures", "conflicting",
                "Another claim cites “3 km” (x), which excludes “4 km” (y) here: a gap of 0.65 km.",
                (0,),
            ),
        ),
    }  # fmt: skip


def test_figures_that_can_all_be_true() -> None:
    """Agreement is told too."""
    [told] = elsewhere([row("one", "x"), row("two", "z")])["one"]
    assert told.relation == "compatible"
    assert told.text == "The figures of another claim, on the same count, agree with these."


def test_the_same_citation_in_both_claims_is_nothing_new() -> None:
    """A claim that cites no other figure than this one has nothing to tell it."""
    found = elsewhere([row("one", "xy"), row("two", "x")])
    assert found["one"] == ()
    assert [told.claim for told in found["two"]] == ["one"]


def test_a_passage_that_is_cited_here_too_is_nothing_new_whatever_figure_is_taken_from_it() -> None:
    """Two claims can take different words of one passage for the figure."""
    around = background({"x": article("About 3 km, or 3 km to the pier."), "y": article("It is 9 km.")})
    long = replace(
        claim(evidence("x", quote="About 3 km, or 3 km", figure="About 3 km"), measure="length"), id="long"
    )
    short = replace(
        claim(
            evidence("x", quote="or 3 km to the pier", figure="3 km"), evidence("y", quote="9 km", figure="9 km"),
            measure="length",
        ), id="short",
    )  # fmt: skip
    found = elsewhere([row_of(made, examine_claim(made, around), around.sources) for made in (long, short)])
    assert [told.text for told in found["long"]] == [
        "Another claim cites “9 km” (y), which excludes “About 3 km” (x) here: a gap of 5.25 km."
    ]
    assert found["short"] == ()


def test_other_measures_and_none_are_left_alone() -> None:
    """What is not known to count the same is not compared."""
    assert elsewhere([row("one", "x", None), row("two", "y", None)]) == {}
    assert elsewhere([row("one", "x"), row("two", "y", "its height")]) == {"one": (), "two": ()}


def test_a_claim_that_is_alone_with_its_measure_is_held_against_nothing() -> None:
    """Nothing of its detail is asked for, which may lie far."""
    alone = row("one", "x")._replace(detail=None)  # type: ignore[arg-type]
    assert elsewhere([alone, row("two", "y", "width")]) == {"one": (), "two": ()}
