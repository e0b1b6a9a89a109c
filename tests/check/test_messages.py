"""Messages of the rules that say more than their name, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

FILE = "content/facts/longest.yaml"
END = "    stance: supports\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "source: survey",
            "source: surwey",
            [
                f"{FILE}:6:13: error[unknown-source] there is no source `surwey`",
                "    help: did you mean `survey`?",
            ],
            id="a misspelt source",
        ),
        pytest.param(
            "source: survey",
            "source: a-map",
            [
                f"{FILE}:6:13: error[unknown-source] there is no source `a-map`",
                "    help: known here: `opening`, `survey`, `walk`",
            ],
            id="a source that is not there",
        ),
        pytest.param(
            "lines: 3",
            "lines: 3-5",
            [
                f"{FILE}:7:12: error[lines-outside-source] lines 3–5 cited, and survey has 4 lines",
                "    help: a line from 1 to 4",
            ],
            id="lines after the end",
        ),
        pytest.param(
            "survey\n    lines: 3\n    quote: the Alm bridge is the longest in the valley",
            "opening\n    lines: 10\n    quote: Ten walks along the Alm",
            [
                f"{FILE}:7:12: error[cites-boilerplate] line 10 of opening cited, and lines 10–11 are no evidence: list of other stories",
                "    content/sources/opening.yaml:7:12: declared boilerplate here",
                "    help: cite the article's own text",
            ],
            id="boilerplate",
        ),
        pytest.param(
            END,
            END
            + "  - source: survey\n    lines: 3\n    quote: the Alm bridge is the longest in the valley\n    stance: refutes\n",
            [
                f"{FILE}:2:10: error[verdict-departs] the evidence gives `conflicting`, not `not-enough-evidence`: one article supports the claim, one refutes it",
                "    help: write `verdict: conflicting`, or say why not under `because`",
                f"{FILE}:12:12: error[evidence-repeated] this quotation is given already",
                f"    {FILE}:8:12: first given here",
                "    help: delete one of the two",
            ],
            id="two faults, in the order of their places",
        ),
        pytest.param(
            END,
            END + "    speaker: the mayor\n    according_to: courier\n",
            [
                f"{FILE}:10:14: error[unknown-origin] there is no origin `the mayor`",
                "    help: known here: `Alm Valley Council`, `Alm Valley Courier`, `council`, `courier`, `the council`; or add it to content/origins.yaml",
                f"{FILE}:11:19: error[origin-not-in-source] survey nowhere names Alm Valley Courier",
                "    help: add the name that the article uses to the aliases of `courier`, or take `according_to` out",
            ],
            id="origins",
        ),
        pytest.param(
            "checked: 2024-11-20",
            "checked: 2024-12-02",
            [
                f"{FILE}:4:10: error[date-in-future] 2024-12-02 has not come yet; today is 2024-12-01",
                "    help: write the day on which it was done",
            ],
            id="tomorrow",
        ),
        pytest.param(
            END,
            END + "corrections:\n  - date: 2024-11-21\n    text: The line was wrong.\n",
            [
                f"{FILE}:4:10: error[dates-out-of-order] checked 2024-11-20, before corrected 2024-11-21",
                f"    {FILE}:11:11: corrected 2024-11-21",
                "    help: correct the date that is wrong",
            ],
            id="corrected and not checked anew",
        ),
        pytest.param(
            END,
            END + "topic: trafic\nrelated: [longest]\naliases: [length]\n",
            [
                f"{FILE}:10:8: error[unknown-topic] there is no topic `trafic`",
                "    help: did you mean `traffic`?",
                f"{FILE}:11:10: error[unknown-claim] a claim is not related to itself",
                "    help: take `longest` out",
                f"{FILE}:12:10: error[alias-taken] the address `length` belongs to `length` already",
                "    help: take it out of one of the two",
            ],
            id="names",
        ),
    ],
)
def test_messages(judge: Callable[..., list[str]], old: str, new: str, expected: list[str]) -> None:
    """A message names this value and what it collides with; the help says what to write."""
    assert judge(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("lines: 3", "lines: three", "not-a-line-range"),
        ("lines: 3", "lines: 99", "lines-outside-source"),
        ("source: survey", "source: Survey", "not-an-id"),
        ("source: survey", "source: servey", "unknown-source"),
        ("stance: supports", "stance: refute", "unknown-value"),
        ("quote: the Alm bridge is the longest in the valley", "quote: ''", "empty-value"),
        ("    quote: the Alm bridge is the longest in the valley\n", "", "missing-key"),
        ("verdict: not-enough-evidence", "verdict: [a, b]", "wrong-shape"),
        ("verdict: not-enough-evidence", "verdict: unclear", "unknown-verdict"),
        ("checked: 2024-11-20", "checked: 2024-11-31", "not-a-date"),
        ("evidence:\n  - ", "evidence:\n    ", "wrong-shape"),
    ],
)
def test_one_slip_is_one_diagnostic(judge: Callable[..., list[str]], old: str, new: str, rule: str) -> None:
    """A value that was lost, or names nothing, is judged by no further rule."""
    first, _ = judge(old, new)
    assert f"error[{rule}]" in first


def test_one_slip_in_the_only_citation_of_a_source(judge: Callable[..., list[str]]) -> None:
    """A source is not unused because its citation has a fault."""
    fact = "claim: So.\nverdict: supported\nsummary: So.\nchecked: 2024-11-20\nevidence: []\n"
    assert judge(fact=fact) == [
        f"{FILE}:5:11: error[empty-value] `evidence` has no value",
        "    help: write the citations, one list item each; it is needed",
    ]
