from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factsite.changes import Change, Citation, FigureChange, Moved, Told
from tests.twins import LENGTH, TRAFFIC, Twins

if TYPE_CHECKING:
    from pathlib import Path

SURVEYED = """\
  - source: survey
    lines: 4
    quote: Some 9,000 vehicles cross it every day, according to the Alm Valley Council.
    stance: supports
    according_to: council
"""


@pytest.fixture
def twins(tmp_path: Path) -> Twins:
    """Return two sites that are the same."""
    return Twins.at(tmp_path)


def test_evidence_dropped_and_added(twins: Twins) -> None:
    """A citation that only one side has is told with its words; the other way round it is added."""
    twins.edit(TRAFFIC, SURVEYED, "")
    citation = Citation(
        "survey",
        "4",
        "Some 9,000 vehicles cross it every day, according to the Alm Valley Council.",
        "supports",
    )
    assert (twins.changed().evidence_dropped, twins.changed().evidence_added) == ((citation,), ())
    [backwards] = twins.backwards().claims_changed
    assert (backwards.evidence_dropped, backwards.evidence_added) == ((), (citation,))


def test_the_rule_gives_another_verdict(twins: Twins) -> None:
    """What the rule derives is told apart from what the editors say."""
    twins.edit(TRAFFIC, SURVEYED, "")
    change = twins.changed()
    assert (change.verdict, change.derived) == (None, Change("derived", "supported", "not-enough-evidence"))


def test_a_quotation_at_other_lines_is_the_same(twins: Twins) -> None:
    """Lines that were put before a passage move its citations, and that is all that is told of the claim."""
    for file in ("seeds/survey.txt",):
        twins.edit(file, "Bridges of the valley: a survey\n", "Bridges of the valley: a survey\n\n")
    twins.edit(TRAFFIC, "lines: 4", "lines: 5")
    change = next(one for one in twins.compared().claims_changed if one.id == "traffic")
    assert change.moved == (Moved("survey", "4", "5"),)
    assert change.quiet


def test_prose_that_cites_other_lines_is_the_same(twins: Twins) -> None:
    """The lines in a note can move as those of evidence do."""
    twins.edit(LENGTH, "[@survey:3]", "[@survey:3-4]")
    change = twins.changed()
    assert change.moved == (Moved("discrepancy", "survey:3", "survey:3-4"),)
    assert change.quiet


def test_typography_is_no_change(twins: Twins) -> None:
    """Straight quotation marks for curly ones, and other white space, leave a quotation as it is."""
    quote = "    quote: “We waited twenty years for it,” the council’s speaker said.\n"
    for side, words in (
        ("before", quote),
        ("after", quote.replace("“", "'\"").replace("”", '"').replace("’s", "''s").replace("d.\n", "d.'\n")),
    ):
        twins.edit(
            TRAFFIC,
            SURVEYED,
            f"{SURVEYED}  - source: opening\n    lines: 8\n{words}    stance: context\n",
            side=side,
        )
    comparison = twins.compared()
    assert (comparison.claims_changed, comparison.base_faults) == ((), 0)


def test_words_of_a_quotation(twins: Twins) -> None:
    """A quotation that was cut or lengthened is the same citation with other words."""
    twins.edit(TRAFFIC, "cross it every day, according to the Alm Valley Council.", "cross it every day")
    change = twins.changed()
    assert change.quotations == (
        Change(
            "survey:4",
            "Some 9,000 vehicles cross it every day, according to the Alm Valley Council.",
            "Some 9,000 vehicles cross it every day",
        ),
    )
    assert (change.evidence_added, change.evidence_dropped) == ((), ())


def test_stance_and_particulars(twins: Twins) -> None:
    """Of the same citation, what it does to the claim and whom it credits."""
    twins.edit(
        TRAFFIC,
        SURVEYED,
        SURVEYED.replace("stance: supports", "stance: context").replace("council\n", "the council\n"),
    )
    change = twins.changed()
    assert change.stances == (Change("survey:4", "supports", "context"),)
    assert change.fields == (Change("according_to of survey:4", "council", "the council"),)


def test_a_figure_is_what_it_is_read_as(twins: Twins) -> None:
    """Another spelling of a number is no change; another number is, with both readings."""
    twins.edit(LENGTH, "figure: 430 metres", "figure: With 430 metres")
    assert twins.compared().claims_changed == ()
    twins.edit("seeds/survey.txt", "430 metres", "0.44 km")
    twins.edit(LENGTH, "With 430 metres the", "With 0.44 km the", "With 430 metres", "0.44 km")
    change = next(one for one in twins.compared().claims_changed if one.id == "length")
    assert change.figures == (
        FigureChange(
            "survey:3", Told("430 metres", "[425, 435)", "metre"), Told("0.44 km", "[0.435, 0.445)", "km"), 2
        ),
    )


def test_the_figure_of_the_sentence(twins: Twins) -> None:
    """A number in the claim's own sentence is a figure too, though no field names it."""
    twins.edit(TRAFFIC, "About 9,000 vehicles", "About 19,000 vehicles")
    assert twins.changed().figures == (
        FigureChange(
            "claim", Told("About 9,000", "[8,100, 9,900)"), Told("About 19,000", "[18,000, 20,000)")
        ),
    )


def test_the_same_figure_is_told_once(twins: Twins) -> None:
    """Where the claim's own figure and its sentence say the same, one of them is enough."""
    twins.edit(
        LENGTH,
        "is 412 metres long.",
        "is 415 metres long.",
        "\nfigure: 412 metres\ne",
        "\nfigure: 415 metres\ne",
    )
    assert [change.where for change in twins.changed().figures] == ["figure"]
