"""Suggestions as an editor reads them in the terminal, and as JSON."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import yaml

from factsite.analyse.suggest import article, suggest
from factsite.cli import main
from factsite.editor.suggest import as_json, as_text

if TYPE_CHECKING:
    from pathlib import Path

    from factsite.findings import Suggestion

TODAY = dt.date(2024, 12, 1)
MILL = {
    "courier": "The fire at the mill killed 41 people in Torvik on Monday.",
    "herald": "The fire at the mill killed at least 50 people in Torvik on Monday.",
}
WORDS = {
    "courier": "“We will not leave this old town to them,” said Ambry.",
    "herald": "“We will leave this old town to them,” said Ambry.",
}
DAYS = {
    "courier": "The treaty was signed on May 3, 2024 in Torvik.",
    "herald": "The treaty was signed on May 5, 2024 in Torvik.",
}
SURE = {
    "courier": "The army has sent 3,000 soldiers to the border.",
    "herald": "The army may send 3,000 soldiers to the border.",
}


def suggested(texts: dict[str, str]) -> tuple[Suggestion, ...]:
    """Return what articles of one line each disagree on."""
    return suggest(article(name, [line]) for name, line in texts.items())


def test_the_json_of_figures() -> None:
    """Every passage has its source, line, text and words, and its figure as numbers; None is without end."""
    [suggestion] = suggested(MILL)
    assert json.loads(as_json([suggestion], TODAY)) == [
        {
            "number": 1,
            "kind": "figures",
            "relation": "conflicting",
            "score": suggestion.score,
            "measure": "people (dead)",
            "reason": "No number satisfies both: “41” and “at least 50”.",
            "claims": [],
            "items": [
                {
                    "source": "courier",
                    "line": 1,
                    "text": MILL["courier"],
                    "words": "41",
                    "figure": {"low": 40.5, "high": 41.5, "unit": "", "qualifier": "plain"},
                },
                {
                    "source": "herald",
                    "line": 1,
                    "text": MILL["herald"],
                    "words": "at least 50",
                    "figure": {"low": 50, "high": None, "unit": "", "qualifier": "at least"},
                },
            ],
        }
    ]


def test_the_json_of_days_and_of_words() -> None:
    """A date has days for ends, and its EDTF; words that are no figure have none."""
    [days] = json.loads(as_json(suggested(DAYS), TODAY))
    assert days["items"][0]["figure"] == {
        "low": "2024-05-03",
        "high": "2024-05-03",
        "unit": "date",
        "qualifier": "date",
        "edtf": "2024-05-03",
    }
    [words] = json.loads(as_json(suggested(WORDS), TODAY))
    assert (words["kind"], [item["figure"] for item in words["items"]]) == ("wording", [None, None])


def test_the_json_keeps_letters_as_they_are() -> None:
    """It is UTF-8, ends with a line, and nothing is an empty list."""
    assert "“We will" in as_json(suggested(WORDS), TODAY)
    assert as_json([], TODAY) == "[]\n"


def test_the_text_of_a_suggestion() -> None:
    """What it is, why, where, with the words in question in brackets, and a fact file to paste."""
    [suggestion] = suggested(MILL)
    assert as_text([suggestion], TODAY).splitlines() == [
        f"1. figures, conflicting, {suggestion.score:.2f}: people (dead)",
        "   No number satisfies both: “41” and “at least 50”.",
        "   courier:1:29: The fire at the mill killed [41] people in Torvik on Monday.",
        "   herald:1:29: The fire at the mill killed [at least 50] people in Torvik on Monday.",
        '     claim: "People (dead): 41."',
        "     verdict: conflicting",
        '     summary: "No number satisfies both: “41” and “at least 50”."',
        "     checked: 2024-12-01",
        "     measure: people (dead)",
        '     figure: "41"',
        "     evidence:",
        "       - source: courier",
        "         lines: 1",
        f"         quote: {MILL['courier']}",
        "         stance: supports",
        '         figure: "41"',
        "       - source: herald",
        "         lines: 1",
        f"         quote: {MILL['herald']}",
        "         stance: refutes",
        "         figure: at least 50",
        "     discrepancy:",
        "       reason: unexplained",
        "",
        "1 suggestion.",
    ]


def test_the_text_without_suggestions_is_their_number() -> None:
    """Nothing found is said in a line."""
    assert as_text([], TODAY) == "0 suggestions.\n"


def test_what_a_claim_has_already_is_named_and_not_printed_again() -> None:
    """The last line says how many these are."""
    [suggestion] = suggested(MILL)
    lines = as_text([suggestion, replace(suggestion, claims=("dead", "toll"))], TODAY).splitlines()
    assert lines[-3:] == ["   in dead, toll already", "", "2 suggestions, 1 of them in claims already."]
    assert sum(line.strip() == "verdict: conflicting" for line in lines) == 1


def test_of_a_long_line_what_stands_around_is_shown() -> None:
    """It is cut to whole words, and dots stand for the rest."""
    around = "far and wide, as all of them say once more and again, "
    texts = {name: f"{around * 4}{line[:-1]} {around * 4}" for name, line in MILL.items()}
    [suggestion] = suggested(texts)
    first = as_text([suggestion], TODAY).splitlines()[2]
    assert first.startswith("   courier:1:245: … ")
    assert first.endswith(" …")
    assert "killed [41] people" in first


def test_nothing_in_an_article_steers_a_terminal() -> None:
    """What is not printable is shown by its number."""
    texts = {name: line.replace("Torvik", "Tor\x1bvik") for name, line in MILL.items()}
    assert "\x1b" not in as_text(suggested(texts), TODAY)


@pytest.mark.parametrize("texts", [MILL, DAYS, WORDS, SURE], ids=["figures", "dates", "wording", "modality"])
def test_the_fact_file_that_is_printed_holds(
    texts: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Pasted into a site folder of these articles it passes the check as it is."""
    for name in ("seeds", "content/facts", "content/sources"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text("title: Torvik\n")
    for name, line in texts.items():
        (tmp_path / f"seeds/{name}.txt").write_text(f"{line}\n", "utf-8")
        digest = hashlib.sha256((tmp_path / f"seeds/{name}.txt").read_bytes()).hexdigest()
        (tmp_path / f"content/sources/{name}.yaml").write_text(f"file: {name}.txt\nsha256: {digest}\n")
    root = ["--root", str(tmp_path), "--date", TODAY.isoformat()]
    assert main(["suggest", *root]) == 0
    printed = capsys.readouterr().out.splitlines()
    first = printed.index(next(line for line in printed if line.startswith("     claim: ")))
    fact = "\n".join(line.removeprefix("     ") for line in printed[first : printed.index("", first)]) + "\n"
    (tmp_path / "content/facts/pasted.yaml").write_text(fact, "utf-8")
    status = main(["check", *root])
    assert capsys.readouterr().out.startswith("1 claim, 2 sources; everything holds. ")
    assert status == 0
    assert main(["suggest", *root]) == 0
    assert "   in pasted already" in capsys.readouterr().out.splitlines()
    assert yaml.safe_load(fact)["checked"] == TODAY
