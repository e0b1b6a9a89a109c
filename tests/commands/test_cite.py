"""`build.py cite`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.commands.sites import copied, run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a small site folder without a fault."""
    return copied(tmp_path)


def test_words_that_stand_somewhere(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where they stand, what is around, who cites them, and the citation to paste under `evidence:`."""
    assert run(folder, capsys, "cite", "all", "412", "metres", "--source", "walk") == (
        0,
        "# walk:3:36: Whoever walks over the Alm bridge, [all 412 metres] of it, sees three villages.\n"
        "#   cited in length already\n"
        "  - source: walk\n"
        "    lines: 3\n"
        "    quote: all 412 metres\n"
        "    stance:  # TODO: supports, refutes or context\n"
        "\n"
        "# 1 place in 1 article.\n",
        "",
    )


def test_words_that_stand_nowhere(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The nearest passage of each article, with the difference; or that nothing is near."""
    status, out, _ = run(folder, capsys, "cite", "carries about 9,000 lorries a day", "--source", "opening")
    assert (status, out.splitlines()[:5]) == (
        0,
        [
            "# Nothing is exactly so; the nearest in each article:",
            "",
            "# opening:6:4: It [carries about 9,000 vehicles a day].",
            "#   - yours:     lorries",
            "#   + article's: vehicles",
        ],
    )
    status, out, _ = run(folder, capsys, "cite", "elections")
    assert (status, out) == (
        0,
        "# 0 places in 0 articles.\n# Nothing is near either. Look for fewer words, or read the articles: seeds/.\n",
    )


def test_what_the_citation_can_go_under(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its stance written, it takes its place in a fact file, and the check holds."""
    _, out, _ = run(folder, capsys, "cite", "in two", "--sentence")
    fact = folder / "content/facts/length.yaml"
    pasted = out.replace("stance:  #", "stance: context  #")
    fact.write_text(fact.read_text("utf-8").replace("discrepancy:", f"{pasted}discrepancy:"), "utf-8")
    status, out, _ = run(folder, capsys, "check")
    assert (status, out.partition("; ")[2].partition(".")[0]) == (0, "everything holds")
    assert "It was planned for twenty years, but built in two." in fact.read_text("utf-8")


def test_long_lists_are_cut(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Ten places are printed, and how many more there are; --all prints them."""
    (folder / "seeds/walk.txt").write_text("".join(f"Alm {number}.\n" for number in range(12)), "utf-8")
    _, out, _ = run(folder, capsys, "cite", "Alm", "--source", "walk")
    assert out.count("- source: walk") == 10
    assert "# … and 2 more; --all shows them" in out.splitlines()
    _, out, _ = run(folder, capsys, "cite", "Alm", "--source", "walk", "--all")
    assert out.count("- source: walk") == 12


def test_the_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every place with all that is known of it."""
    _, out, _ = run(folder, capsys, "cite", "430 metres", "--format", "json")
    assert json.loads(out) == [
        {
            "match": "exact",
            "source": "survey",
            "lines": "3",
            "quote": "430 metres",
            "context": "With 430 metres the Alm bridge is the longest in the valley.",
            "yours": "",
            "article": "",
            "figures": ["430 metres"],
            "figure": "430 metres",
            "boilerplate": None,
            "headline": False,
            "cut_at": None,
            "claims": ["length"],
            "claims_beside": [],
        }
    ]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["so", "--source", "wlak"], "there is no source 'wlak'; did you mean `walk`?"),
        (["—"], "there is no word to look for"),
    ],
)
def test_what_cannot_be_looked_for(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], complaint: str
) -> None:
    """An unknown article and a text without words are wrong usage."""
    assert run(folder, capsys, "cite", *words) == (2, "", f"build.py: {complaint}\n")


def test_nothing_in_an_article_steers_a_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sign that steers is left out, and the quotation is found without it."""
    (folder / "seeds/walk.txt").write_text("Whoever \x1b[31mwalks\u202e over it.\n", "utf-8")
    _, out, err = run(folder, capsys, "cite", "over it", "--sentence")
    assert (out + err).replace("\n", "").isprintable()
    assert "    quote: Whoever [31mwalks over it.\n" in out
