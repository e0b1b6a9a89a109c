from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

QUOTE = "the Alm bridge is the longest in the valley"
AT_QUOTE = "content/facts/longest.yaml:8:12: error[quote-not-in-lines]"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "lines: 3",
            "lines: 4",
            [f"{AT_QUOTE} not in line 4 of survey; it stands at line 3", "    help: write `lines: 3`"],
            id="elsewhere in the source",
        ),
        pytest.param(
            f"lines: 3\n    quote: {QUOTE}",
            "lines: 1-2\n    quote: in the valley. Some 9,000 vehicles",
            [
                f"{AT_QUOTE} not in lines 1–2 of survey; it stands at lines 3–4",
                "    help: write `lines: 3-4`",
            ],
            id="elsewhere, over two lines",
        ),
        pytest.param(
            "source: survey",
            "source: walk",
            [
                f"{AT_QUOTE} not in line 3 of walk; it stands in survey, line 3",
                "    help: write `source: survey` and `lines: 3`",
            ],
            id="in another source",
        ),
        pytest.param(
            QUOTE,
            "With 431 metres the Alm bridge",
            [
                f"{AT_QUOTE} not in line 3 of survey; nearest is “With 430 metres the Alm bridge”, line 3",
                "    help: the article has “430” where you have “431”",
            ],
            id="another number",
        ),
        pytest.param(
            QUOTE,
            "the Alm bridge is now the longest in the valley",
            [
                f"{AT_QUOTE} not in line 3 of survey; nearest is “the Alm bridge is the longest in the valley”, line 3",
                "    help: the article does not have your “now” there",
            ],
            id="a word too many",
        ),
        pytest.param(
            QUOTE,
            "the Alm bridge is longest in the valley",
            [
                f"{AT_QUOTE} not in line 3 of survey; nearest is “the Alm bridge is the longest in the valley”, line 3",
                "    help: the article has “the” where you have nothing; to leave words out, write ` … ` between the parts",
            ],
            id="a word too few",
        ),
        pytest.param(
            QUOTE,
            "the Alm bridge ... in the valley",
            [
                f"{AT_QUOTE} not in line 3 of survey; nearest is “the Alm bridge is the longest in the valley”, line 3",
                "    help: the article has “is the longest” where you have “...”; to leave words out, write ` … ` (one character, with spaces)",
            ],
            id="three points",
        ),
        pytest.param(
            QUOTE,
            "Snow fell all night",
            [
                f"{AT_QUOTE} not in line 3 of survey",
                '    help: copy the words from the article, or find them with the command `cite "…"`',
            ],
            id="nothing near",
        ),
        pytest.param(
            "    stance",
            "    figure: 430 metres\n    stance",
            [
                "content/facts/longest.yaml:9:13: error[figure-not-in-quote] “430 metres” does not stand in the quotation",
                f"    help: copy it from “{QUOTE}”, or lengthen the quotation",
            ],
            id="a figure from elsewhere",
        ),
        pytest.param(
            f"survey\n    lines: 3\n    quote: {QUOTE}",
            "walk\n    lines: 4\n    quote: It was planned for twenty years",
            [
                "content/facts/longest.yaml:8:12: warning[quote-cut-short] the quotation leaves out the “but” right beside it",
                "    help: take the word into the quotation, unless it changes nothing",
            ],
            id="a but beside it",
        ),
        pytest.param(
            f"survey\n    lines: 3\n    quote: {QUOTE}",
            "walk\n    lines: 1\n    quote: A walk across the Alm",
            [
                "content/facts/longest.yaml:8:12: warning[quote-is-headline] these words are the headline of walk",
                "    help: cite the sentence in the article that says so",
            ],
            id="a headline",
        ),
    ],
)
def test_messages(judge: Callable[..., list[str]], old: str, new: str, expected: list[str]) -> None:
    """The message says what is wrong with the quotation, the help what to write."""
    assert judge(old, new) == expected


@pytest.mark.parametrize(
    "quote",
    [
        "the  Alm\n      bridge is the longest",
        "the Alm bridge … the valley.",
        "With 430 metres … the longest … valley",
        "'With 430 metres'",
    ],
)
def test_what_is_forgiven(judge: Callable[..., list[str]], quote: str) -> None:
    """White space, and words left out where an ellipsis says so, are no faults."""
    assert judge(QUOTE, quote) == []
