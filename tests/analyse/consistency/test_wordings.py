from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from factsite.analyse import examine_claim
from tests.samples import article, background, claim, evidence, origin, source

if TYPE_CHECKING:
    from factsite.findings import Consistency

ORIGINS = {"austin": origin("Lloyd Austin", "Austin")}


def found(*said: str, **more: Any) -> Consistency:
    """Return what is found on articles that each quote Austin in one line."""
    names = [f"paper-{letter}" for letter in "abcd"[: len(said)]]
    around = background(
        {name: article(line) for name, line in zip(names, said, strict=True)},
        ORIGINS,
        {name: source(name, name=name.replace("paper-", "Paper ").title()) for name in names},
    )
    pieces = [
        evidence(name, quote=line, speaker="austin", **more) for name, line in zip(names, said, strict=True)
    ]
    return examine_claim(claim(*pieces), around).consistency


@pytest.mark.parametrize(
    ("one", "other", "text"),
    [
        (
            "“There is evidence that there are troops,” Austin said.",
            "Austin said: “There is evidence of troops.”",
            "Set against Paper A, Paper B has “of” in place of “that there are”. Both are in quotation marks, so at least one is "
            "not word for word what Lloyd Austin said.",
        ),
        (
            "Austin called it “very, very serious.”",
            "Austin called it “very, very serious,” particularly if the troops were to fight.",
            "Set against Paper A, Paper B adds “particularly if the troops were to fight”. That touches a condition or hedge (“if”).",
        ),
        (
            "Austin said: “We have seen 3,000 men on their way.”",
            "Austin said: “We have seen 5,000 men on their way.”",
            "Set against Paper A, Paper B has “5,000” in place of “3,000”. That touches a number. Both are in quotation marks, so "
            "at least one is not word for word what Lloyd Austin said.",
        ),
        (
            "Austin said: “The men have reached the front.”",
            "Austin said: “The men have not reached the front.”",
            "Set against Paper A, Paper B adds “not”. That touches a negation (“not”). Both are in quotation marks, so at least "
            "one is not word for word what Lloyd Austin said.",
        ),
        (
            "Austin said: “The men have reached the front.”",
            "Austin said the men have reached the front already.",
            "Set against Paper A, Paper B adds “Austin said” and “already”. Paper A quotes Lloyd Austin directly, Paper B retells it.",
        ),
    ],
)  # fmt: skip
def test_two_wordings(one: str, other: str, text: str) -> None:
    """What was added, dropped and changed is said, what it touches, and whether it can be word for word."""
    assert [compared.text for compared in found(one, other).wordings] == [text]


def test_other_utterances_are_not_compared() -> None:
    """Two sentences of one speaker that have little in common are two sentences."""
    consistency = found(
        "Austin said: “We waited long.”", "Austin said: “There is evidence of troops in Russia.”"
    )
    assert consistency.wordings == ()


def test_the_same_words_need_no_comparison() -> None:
    """Letter case and punctuation are no difference."""
    assert found("“Very serious,” Austin said.", "Austin: “very serious!”").wordings == ()


def test_several_articles_are_set_against_the_wording_that_has_most_in_common_with_all() -> None:
    """One comparison for each other wording, with all the articles that have it."""
    wordings = found(
        "Austin called it “a very, very serious and urgent issue.”",
        "Austin called it “very, very serious.”",
        "Austin called it “very serious.”",
        "Austin: “Very serious!”",
    ).wordings
    assert [
        (compared.one.label, compared.other.label, [same.label for same in compared.same])
        for compared in wordings
    ] == [
        ("Paper B", "Paper A", []),
        ("Paper B", "Paper C", ["Paper D"]),
    ]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("a very, very serious issue", "very, very serious", False),
        ("very, very serious", "the very, very serious threat", False),
        ("There is evidence of the troops", "There is evidence of troops", False),
        ("the most serious of issues", "a most serious of the issues", False),
        ("a very, very serious issue", "a very, very serious", True),
        ("a very, very serious issue", "very serious issue", True),
        ("They have reached the front", "They have reached the front already", True),
        ("a very, very serious and urgent issue", "very, very serious", True),
        ("a number of 3,000 men", "number of 2,000 men", True),
    ],
)
def test_where_an_article_quotes_from_is_no_difference(one: str, other: str, told: bool) -> None:
    """Articles alone, and the noun that they begin, are left out; a word more or less is told."""
    wordings = found(f"Austin: “{one}.”", f"Austin: “{other}.”").wordings
    assert bool(wordings) is told


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (
            ("Austin said: “There is evidence of troops.”", "Austin confirmed that soldiers were sent."),
            "Paper A quotes Lloyd Austin; Paper B reports Lloyd Austin without quoting.",
        ),
        (
            ("Austin said: “There is evidence of troops.”", "Austin said there is evidence of troops."),
            "Paper A puts words of Lloyd Austin in quotation marks; Paper B retells them in words of its own.",
        ),
        (
            (
                "Austin said: “There is evidence of troops.”", "“We have seen it,” Austin said.", "Austin confirmed this.",
                "Austin said there is evidence of troops.",
            ),
            "Paper A and Paper B quote Lloyd Austin; Paper C and Paper D report Lloyd Austin without quoting.",
        ),
    ],
)  # fmt: skip
def test_who_quotes_and_who_retells(lines: tuple[str, ...], text: str) -> None:
    """A direct quotation and a report are told apart; that it is one utterance is said only where the words show it."""
    consistency = found(*lines)
    compared = {wordings.text for wordings in consistency.wordings}
    notes = [note.text for note in consistency.notes if note.kind == "wording" and note.text not in compared]
    assert notes == [text]
