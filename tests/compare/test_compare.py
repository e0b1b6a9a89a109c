from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factsite.changes import (
    Change,
    ClaimChange,
    ClaimLine,
    Comparison,
    CoverageChange,
    Look,
    SourceChange,
)
from tests.twins import LENGTH, NEW, TRAFFIC, Twins

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def twins(tmp_path: Path) -> Twins:
    """Return two sites that are the same."""
    return Twins.at(tmp_path)


def test_a_site_does_not_differ_from_itself(twins: Twins) -> None:
    """Where nothing changed, nothing is told."""
    assert twins.compared() == Comparison()


def test_moved_lines_of_a_fact_file_are_nothing(twins: Twins) -> None:
    """A comment, another order of keys, other quotation marks: a reader sees none of them."""
    twins.edit(
        TRAFFIC,
        "checked: 2024-11-20\ntopic: traffic\n",
        "# counted\n\ntopic: traffic\nchecked: '2024-11-20'\n",
    )
    assert twins.compared() == Comparison()


def test_evidence_in_another_order_is_nothing(twins: Twins) -> None:
    """Which citation comes first means nothing."""
    text = (twins.after / TRAFFIC).read_text("utf-8")
    head, one, other = text.split("  - source: ")
    (twins.after / TRAFFIC).write_text("  - source: ".join((head, f"{other}\n", one)), "utf-8")
    assert twins.compared() == Comparison()


def test_a_claim_is_added(twins: Twins) -> None:
    """It comes with its verdict, as readers see it; its page and its topic are worth a look, and coverage does not shrink."""
    (twins.after / "content/facts/survey-length.yaml").write_text(NEW, "utf-8")
    line = ClaimLine("survey-length", "The Alm bridge is 430 metres long.", "Not enough evidence")
    assert twins.compared() == Comparison(
        claims_added=(line,),
        look=(Look("claim", "survey-length", "new"), Look("topic", "size", "other claims")),
    )
    backwards = twins.backwards()
    assert (backwards.claims_removed, backwards.claims_added) == ((line,), ())
    assert [breach.rule for breach in backwards.breaches] == ["claim-removed"]


def test_a_claim_is_renamed(twins: Twins) -> None:
    """The old name stands among the aliases of a claim that is new."""
    (twins.after / TRAFFIC).rename(twins.after / "content/facts/vehicles.yaml")
    twins.edit("content/facts/vehicles.yaml", "topic: traffic", "topic: traffic\naliases: [traffic]")
    twins.edit(LENGTH, "[traffic]", "[vehicles]")
    comparison = twins.compared()
    assert (comparison.claims_added, comparison.claims_removed, comparison.breaches) == ((), (), ())
    assert [(one.id, one.was) for one in comparison.claims_changed] == [
        ("length", ""),
        ("vehicles", "traffic"),
    ]


def test_a_claim_leads_to_another(twins: Twins) -> None:
    """A claim that is gone breaks no address if another takes it over."""
    (twins.after / TRAFFIC).unlink()
    twins.edit(LENGTH, "related: [traffic]", "aliases: [traffic]")
    comparison = twins.compared()
    assert [line.leads_to for line in comparison.claims_removed] == ["length"]
    assert comparison.breaches == ()


def test_an_alias_is_dropped(twins: Twins) -> None:
    """An old address that leads nowhere is a fault, at the place where the aliases stand."""
    twins.edit(LENGTH, "topic: size", "topic: size\naliases: [span, reach]", side="before")
    twins.edit(LENGTH, "topic: size", "topic: size\naliases: [reach]")
    [breach] = twins.compared().breaches
    assert (breach.rule, str(breach.place)) == ("claim-removed", "content/facts/length.yaml:6:10")
    assert breach.message == "`span` led here, and leads nowhere now"


def test_wording_summary_and_note(twins: Twins) -> None:
    """What a claim says, and what is said of it, in the words before and after."""
    twins.edit(TRAFFIC, "cross the Alm bridge", "use the Alm bridge", "say so, both", "agree, both")
    change = twins.changed()
    assert change.wording == Change(
        "claim", "About 9,000 vehicles cross the Alm bridge every day.", "About 9,000 vehicles use the Alm bridge every day."
    )  # fmt: skip
    assert change.fields == (
        Change(
            "summary",
            "Two articles say so, both on the word of the council.",
            "Two articles agree, both on the word of the council.",
        ),
    )


def test_items_of_a_list_are_told_one_by_one(twins: Twins) -> None:
    """Of a list, only what differs is told."""
    twins.edit(TRAFFIC, "topic: traffic", "topic: traffic\nnotes: [One., Two.]", side="before")
    twins.edit(TRAFFIC, "topic: traffic", "topic: traffic\nnotes: [One., 'Two, or three.', Four.]")
    assert twins.changed().fields == (Change("notes", "Two.", "Two, or three."), Change("notes", "", "Four."))


def test_a_withdrawal(twins: Twins) -> None:
    """A withdrawn claim says so itself, and whatever else of it changed needs no correction."""
    twins.edit(
        TRAFFIC,
        "verdict: supported",
        "verdict: not-enough-evidence\nbecause: So.\nwithdrawn: {date: 2024-11-30, reason: Nobody counted.}",
    )
    comparison = twins.compared()
    [change] = comparison.claims_changed
    assert change.withdrawn == Change("withdrawn", "", "date: 2024-11-30, reason: Nobody counted.")
    assert comparison.breaches == ()


def test_another_label_is_no_other_verdict(twins: Twins) -> None:
    """A label that is put in other words, or goes by another name, changes the site and no claim."""
    twins.edit("content/site.yaml", "mixed:", "differ:", "Articles differ", "They differ")
    twins.edit(LENGTH, "verdict: mixed", "verdict: differ")
    comparison = twins.compared()
    assert comparison.claims_changed == ()
    assert [change.what for change in comparison.site] == ["verdicts differ", "verdicts mixed"]


def test_a_label_in_another_class_is_another_verdict(twins: Twins) -> None:
    """A verdict whose class is changed in site.yaml changes with it, though its name stays."""
    twins.edit("content/site.yaml", "class: conflicting", "class: refuted")
    comparison = twins.compared()
    [change] = comparison.claims_changed
    assert change.verdict == Change("verdict", "conflicting", "refuted")
    assert [breach.rule for breach in comparison.breaches] == ["correction-missing"]


def test_sources(twins: Twins) -> None:
    """Sources are added and removed; one that was repinned tells how many lines of its text differ."""
    twins.edit(
        "seeds/walk.txt", "three villages", "four villages", "It was planned", "It rained.\nIt was planned"
    )
    twins.edit(
        "content/sources/walk.yaml",
        "b0f0dedba72e92faa3f723398eafac9b20105c98edb41e67b3f49e1b158df509",
        "a" * 64,
        "A walk across the Alm",
        "A walk",
    )
    (twins.after / "seeds/other.txt").write_text("Other\n", "utf-8")
    (twins.after / "content/sources/other.yaml").write_text(f"file: other.txt\nsha256: {'b' * 64}\n", "utf-8")
    comparison = twins.compared()
    assert comparison.sources_added == ("other",)
    assert comparison.sources_changed == (
        SourceChange(
            id="walk", repinned=True, lines_added=2, lines_removed=1,
            fields=(Change("title", "A walk across the Alm", "A walk"),),
        ),
    )  # fmt: skip
    assert twins.backwards().sources_removed == ("other",)


def test_a_source_is_renamed(twins: Twins) -> None:
    """The same article under another id is the same source, and its citations are the same."""
    (twins.after / "content/sources/walk.yaml").rename(twins.after / "content/sources/stroll.yaml")
    twins.edit("content/sources/stroll.yaml", "@walk:3", "@stroll:3")
    twins.edit(LENGTH, "source: walk", "source: stroll")
    comparison = twins.compared()
    assert (comparison.sources_added, comparison.sources_removed) == ((), ())
    assert [(one.id, one.was) for one in comparison.sources_changed] == [("stroll", "walk")]
    assert [change for one in comparison.claims_changed for change in one.evidence_added] == []


def test_what_stands_around_the_claims(twins: Twins) -> None:
    """Origins, pages, settings and templates each say what differs."""
    twins.edit("content/origins.yaml", "name: Alm Valley Courier", "name: The Courier")
    twins.edit("content/site.yaml", "Bridges of the Alm", "The Alm", "Who crosses", "Who crosses it")
    (twins.after / "content/pages/about.md").write_text("# About us\n\nWe read.\n", "utf-8")
    (twins.after / "templates/parts").mkdir(parents=True)
    (twins.after / "templates/parts/opening.html").write_text("", "utf-8")
    comparison = twins.compared()
    assert [change.what for change in comparison.origins] == ["courier"]
    assert [change.what for change in comparison.site] == ["title", "topics traffic"]
    assert [change.what for change in comparison.pages] == ["about"]
    assert comparison.templates == ("parts/opening.html",)


def test_coverage(twins: Twins) -> None:
    """What claims cover is told where it differs: of all sources, then of each."""
    twins.edit(
        TRAFFIC,
        "  - source: opening\n    lines: 6\n    quote: about 9,000 vehicles a day\n    stance: supports\n",
        "",
    )
    coverage = twins.compared().coverage
    assert [change for change in coverage if change.kind == "line"] == [
        CoverageChange("", "line", 5, 13, 4, 13),
        CoverageChange("opening", "line", 2, 7, 1, 7),
    ]


def test_faults_come_and_go(twins: Twins) -> None:
    """A fault of one side is told, wherever in its file it stands; one of both is not."""
    for side in ("before", "after"):
        twins.edit(LENGTH, "topic: size", "topic: sise", side=side)
    twins.edit(LENGTH, "claim:", "# moved\nclaim:")
    twins.edit(TRAFFIC, "topic: traffic", "topic: trafic")
    comparison = twins.compared()
    assert [fault.place.file for fault in comparison.faults_found] == [TRAFFIC]
    assert comparison.faults_gone == ()
    assert twins.backwards().faults_gone == comparison.faults_found
    assert comparison.base_faults == 1


def test_what_cannot_be_read_is_neither_added_nor_removed(twins: Twins) -> None:
    """A file with a fault of YAML says nothing, so nothing is said of it but that."""
    (twins.before / TRAFFIC).write_text("claim: [", "utf-8")
    comparison = twins.compared()
    assert (comparison.claims_added, comparison.unread_before) == ((), ("traffic",))
    backwards = twins.backwards()
    assert (backwards.claims_removed, backwards.unread_after, backwards.breaches) == ((), ("traffic",), ())


def test_an_older_form_is_compared_as_far_as_it_is_read(twins: Twins) -> None:
    """A key that there is no more hides itself alone; one that was lost is not taken for a change."""
    twins.edit(
        TRAFFIC, "verdict: supported", "verdict: 2024\nrating: 5", "checked: 2024-11-20", "", side="before"
    )
    change = twins.changed()
    assert change == replace(
        ClaimChange(id="traffic", claim=change.claim), verdict=Change("verdict", "2024", "Supported")
    )


def test_conflicts_between_claims(twins: Twins) -> None:
    """Two claims of one measure whose figures exclude each other are told of when they begin to, and when they end."""
    (twins.before / "content/facts/survey-length.yaml").write_text(NEW, "utf-8")
    (twins.after / "content/facts/survey-length.yaml").write_text(
        f"{NEW}measure: metres of the bridge\n", "utf-8"
    )
    twins.edit(
        LENGTH, "topic: size", "topic: size\nmeasure: metres of the bridge",
        "  - source: survey\n    lines: 3\n    quote: With 430 metres the Alm bridge is the longest in the valley.\n    stance: refutes\n    figure: 430 metres\n", "",
    )  # fmt: skip
    [conflict] = twins.compared().conflicts
    assert (conflict.what, conflict.before) == ("length – survey-length", "")
    [gone] = twins.backwards().conflicts
    assert (gone.after, gone.before) == ("", conflict.after)


def test_a_conflict_within_a_claim(twins: Twins) -> None:
    """Two figures of a claim that begin to exclude each other are told, and who has to look at it where."""
    for side in ("before", "after"):
        twins.edit(LENGTH, "topic: size", "topic: size\nmeasure: metres of the bridge", side=side)
    twins.edit(
        LENGTH, "    stance: refutes\n", "    stance: refutes\n    scope: with its ramps\n", side="before"
    )
    comparison = twins.compared()
    [change] = comparison.claims_changed
    assert change.conflict is not None
    assert (change.conflict.before, "430 metres" in change.conflict.after) == ("", True)
    assert Look("discrepancies", "", "conflicts changed") in comparison.look
