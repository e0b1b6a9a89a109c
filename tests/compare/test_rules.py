from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factsite.diagnostic import Diagnostic
from factsite.editor.comparison.surveying import difference, survey
from factsite.place import Place
from factsite.values import Switch
from tests.twins import LENGTH, TODAY, TRAFFIC, Twins

if TYPE_CHECKING:
    from pathlib import Path

    from factsite.survey import Survey


@pytest.fixture
def twins(tmp_path: Path) -> Twins:
    """Return two sites that are the same."""
    return Twins.at(tmp_path)


def flip(twins: Twins) -> None:
    """Change the verdict of a published claim, with the reason that a check asks for."""
    twins.edit(
        TRAFFIC, "verdict: supported", "verdict: not-enough-evidence\nbecause: Both rest on one count."
    )


def test_a_verdict_without_a_correction(twins: Twins) -> None:
    """The fault stands at the new verdict, and shows the entry to paste, with the day of the build."""
    flip(twins)
    assert twins.compared().breaches == (
        Diagnostic(
            "correction-missing", Place(TRAFFIC, 2, 10),
            "the verdict was changed: Supported → Not enough evidence, and no correction says so",
            help='write `corrections: [{date: 2024-12-01, text: "The verdict was “Supported”, and is “Not enough evidence” now.", verdict_was: supported}]`, `published: 2024-11-20`, and `checked: 2024-12-01` when you have checked every citation again',
        ),
    )  # fmt: skip


@pytest.mark.parametrize("older", ["", "corrections: [{date: 2024-11-21, text: A comma.}]\n"])
def test_what_is_shown_can_be_pasted(twins: Twins, older: str) -> None:
    """With the entry that the help shows, the change is without a fault, and so is the file."""
    for side in ("before", "after"):
        twins.edit(TRAFFIC, "evidence:", f"{older}evidence:", side=side)
    flip(twins)
    [breach] = twins.compared().breaches
    entry = re.search(r"(?<=`)(?:corrections: \[|- )(\{.*\})(?=]?`)", breach.help)
    assert entry
    every = f"corrections: [{older[14:-2]}, {entry[1]}]" if older else f"corrections: [{entry[1]}]"
    twins.edit(TRAFFIC, f"{older}evidence:", f"{every}\nevidence:")
    assert breach.help.endswith(", and `checked: 2024-12-01` when you have checked every citation again")
    twins.edit(TRAFFIC, "checked: 2024-11-20", "published: 2024-11-20\nchecked: 2024-12-01")
    comparison = twins.compared()
    assert (comparison.breaches, comparison.faults_found) == ((), ())


def test_one_fault_names_all_changes_of_a_claim(twins: Twins) -> None:
    """One correction can tell of several, so they are one fault, at the first of them."""
    flip(twins)
    twins.edit(TRAFFIC, "About 9,000", "About 19,000")
    [breach] = twins.compared().breaches
    assert breach.also == (
        (
            Place(TRAFFIC, 1, 8),
            "so did this: a figure was changed: About 9,000 [8,100, 9,900) → About 19,000 [18,000, 20,000)",
        ),
    )


def test_the_place_of_a_figure_of_a_citation(twins: Twins) -> None:
    """A figure of a citation is faulted where it stands in the new file."""
    twins.edit("seeds/survey.txt", "430 metres", "440 metres")
    twins.edit(LENGTH, "430 metres", "440 metres")
    [breach] = twins.compared().breaches
    assert str(breach.place) == "content/facts/length.yaml:22:13"
    assert breach.message.startswith("a figure was changed: 430 metres [")


def test_an_older_correction_does_not_do(twins: Twins) -> None:
    """Only an entry that is new tells of this change; one that was put in other words is none."""
    twins.edit(
        TRAFFIC, "evidence:", "corrections: [{date: 2024-11-21, text: A comma.}]\nevidence:", side="before"
    )
    twins.edit(TRAFFIC, "evidence:", "corrections: [{date: 2024-11-21, text: A colon.}]\nevidence:")
    flip(twins)
    assert [breach.rule for breach in twins.compared().breaches] == ["correction-missing"]


def with_draft(survey: Survey, draft: Switch) -> Survey:
    """Return a survey in which the claim on traffic is a draft, or says that it is none."""
    one = survey.claims["traffic"]
    claim = replace(one.claim, draft=draft)
    return replace(survey, claims={**survey.claims, "traffic": one._replace(claim=claim)})


def test_a_draft(twins: Twins) -> None:
    """What readers have not seen can be changed and thrown away; what they have seen is no draft any more."""
    flip(twins)
    before, after = survey(twins.before, TODAY), survey(twins.after, TODAY)
    was_draft = with_draft(before, Switch.YES)
    assert difference(was_draft, with_draft(after, Switch.NO), TODAY).breaches == ()
    [breach] = difference(with_draft(before, Switch.NO), with_draft(after, Switch.YES), TODAY).breaches
    assert (breach.rule, breach.message) == (
        "claim-removed",
        "this claim was published, and a draft has no page",
    )
    (twins.after / TRAFFIC).unlink()
    assert difference(was_draft, survey(twins.after, TODAY), TODAY).breaches == ()


def test_a_figure_that_is_added_needs_no_correction(twins: Twins) -> None:
    """Readers were told nothing else before."""
    twins.edit(
        TRAFFIC, "topic: traffic", "topic: traffic\nfigure: About 9,000 vehicles\nmeasure: vehicles a day"
    )
    comparison = twins.compared()
    assert comparison.claims_changed[0].figures
    assert comparison.breaches == ()
