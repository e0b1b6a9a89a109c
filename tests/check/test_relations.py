"""Messages on what the figures of a claim make together, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

FILE = "content/facts/longest.yaml"
FACT = """\
claim: About 9,000 vehicles cross the bridge a day, or 430.
verdict: supported
summary: Two articles say so.
checked: 2024-11-20
evidence:
  - source: opening
    lines: 6
    quote: about 9,000 vehicles a day
    stance: supports
  - source: survey
    lines: 3-4
    quote: With 430 metres … Some 9,000 vehicles cross it every day
    stance: supports
relations:
  - figure: 9,000 vehicles [@opening:6]
    of:
      - 9,000 vehicles [@survey:4]
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("", "", [], id="it holds"),
        pytest.param(
            "    of:\n",
            "    times: 3\n    of:\n",
            [
                f"{FILE}:15:13: error[arithmetic-does-not-hold] 3 times 9,000 (Bridges of the valley: a survey) makes 27,000; with "
                "rounding, 25,650 to 28,350, which “9,000 vehicles” (Alm bridge opens to traffic), read as 8,550 to 9,450, does not "
                "allow: a gap of 16,200",
                "    help: correct the relation; if the article reckons wrongly, say so in `notes` instead",
            ],
            id="a wrong multiple",
        ),
        pytest.param(
            "[@survey:4]",
            "[@survey:4]\n      - 430 metres [@survey:3]",
            [
                f"{FILE}:18:9: error[arithmetic-does-not-hold] “430 metres” cannot be reckoned with: it is no amount of the kind of the others",
                "    help: amounts of one unit can be added up; dates, and words such as “several”, cannot",
            ],
            id="another unit",
        ),
        pytest.param(
            "      - 9,000 vehicles [@survey:4]",
            "      - 9,000 vehicles [@walk:3]",
            [
                f"{FILE}:17:9: error[relation-not-in-evidence] no quotation from line 3 of walk has “9,000 vehicles”",
                "    help: copy the words from a quotation of this claim and cite its lines, or add it to `evidence`",
            ],
            id="from nowhere",
        ),
        pytest.param(
            "9,000 vehicles [@opening:6]",
            "9,000 vehicles",
            [
                f"{FILE}:15:13: error[not-a-cited-figure] `9,000 vehicles` is no figure with its citation: a citation follows the figure",
                "    help: the words of the quotation, then where they stand, as in `3,000 troops [@fair-game:4]`",
            ],
            id="without its citation",
        ),
        pytest.param(
            "    of:\n",
            "    times: double\n    of:\n",
            [
                f"{FILE}:16:12: error[not-a-cited-figure] `double` is no figure with its citation: a citation follows the figure",
                "    help: a number, as in `2`, or words with their citation, as in `double [@fair-game:4]`",
            ],
            id="a multiple without its citation",
        ),
        pytest.param(
            "checked: 2024-11-20\nevidence:",
            "checked: 2024-11-20\nmeasure: what is counted\nevidence:",
            [],
            id="figures of different units are no conflict",
        ),
        pytest.param(
            "    quote: With 430 metres … Some 9,000 vehicles cross it every day\n    stance: supports\nrelations:\n"
            "  - figure: 9,000 vehicles [@opening:6]\n    of:\n      - 9,000 vehicles [@survey:4]\n",
            "    quote: Some 9,000 vehicles cross it every day\n    stance: supports\n",
            [],
            id="no relations",
        ),
    ],
)
def test_relations(judge: Callable[..., list[str]], old: str, new: str, expected: list[str]) -> None:
    """Each fault is told at its own place, with the numbers that were worked out."""
    assert judge(old, new, FACT) == expected


CONFLICT = """\
claim: The bridge over the Alm is 430 metres long.
verdict: mixed
summary: The articles differ.
checked: 2024-11-20
measure: length of the bridge over the Alm
evidence:
  - source: opening
    lines: 5
    quote: The new bridge over the Alm is 412 metres long
    stance: refutes
    figure: 412 metres
  - source: survey
    lines: 3
    quote: With 430 metres the Alm bridge is the longest in the valley.
    stance: supports
"""


def test_a_conflict_needs_its_reason(judge: Callable[..., list[str]]) -> None:
    """Both figures are named with their places, and what the two allow."""
    assert judge(fact=CONFLICT) == [
        f"{FILE}:14:12: error[conflict-without-reason] no reason is given for a conflict: no number fits them all: “412 metres” "
        "(Alm bridge opens to traffic) ends at 412.5 metres, and “430 metres” (Bridges of the valley: a survey) begins at 425 "
        "metres: a gap of 12.5 metres",
        f"    {FILE}:11:13: the figure that it excludes",
        "    help: say why under `discrepancy`, with a `reason`, or give the figures their `scope` or `as_of`",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("measure: length", "discrepancy:\n  reason: unexplained\nmeasure: length"),
        ("    figure: 412 metres", "    figure: 412 metres\n    scope: without its ramps"),
        ("measure: length of the bridge over the Alm\n", ""),
    ],
)
def test_what_makes_it_no_fault(judge: Callable[..., list[str]], old: str, new: str) -> None:
    """A reason, another scope, or no measure: then nothing is missing."""
    assert judge(old, new, CONFLICT) == []
