"""The published site itself: its content passes, its articles are as received, and it speaks of them alone."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.built import laid

if TYPE_CHECKING:
    from factsite.pipeline import Outcome

ROOT = Path(__file__).parent.parent
RECEIVED = {
    "000_a098e6d6fb83daf6.txt": "162d2397a394ea38e5b3b29009bbe2f53f6a6b534f1be5512a1259bf3071539d",
    "001_ee247df05954af55.txt": "f146ea944726e3eb0709c1d79a26fc7abad24b2274e26edd1ccc8819d90b252e",
    "002_7a1efa37b150c4ac.txt": "b7bc5993b82ace5995386b6dc57240f0a005372712848f76b2681ef6f0f0f65d",
    "003_f849b6cfeae00e11.txt": "02acca8800c9ec60d9f295edaff591c703a753546b313c296c8bf2430ab9f6cf",
    "004_40b147887e31ef07.txt": "d942c10dfc4f2f2efb4ac6d06690602eb2bc050d6d5e5c3ff9890ff80b8189f9",
}


@pytest.fixture(scope="module")
def outcome_and_pages() -> tuple[Outcome, dict[str, bytes]]:
    """Return what comes of the real content, today."""
    outcome, shelf = laid(ROOT, [ROOT / "templates"], dt.date.today())
    return outcome, {page.path: page.content for page in shelf.pages}


@pytest.fixture(scope="module")
def outcome(outcome_and_pages: tuple[Outcome, dict[str, bytes]]) -> Outcome:
    """Return what the build found out."""
    return outcome_and_pages[0]


@pytest.fixture(scope="module")
def pages(outcome_and_pages: tuple[Outcome, dict[str, bytes]]) -> dict[str, bytes]:
    """Return the files of the site."""
    return outcome_and_pages[1]


@pytest.fixture(scope="module")
def data(pages: dict[str, bytes]) -> dict:
    """Return data/claims.json as another program reads it."""
    return json.loads(pages["data/claims.json"])


def test_the_content_has_no_fault_and_no_warning(outcome: Outcome) -> None:
    """Everything that is published holds."""
    assert outcome.diagnostics == ()


@pytest.mark.parametrize("name", RECEIVED)
def test_an_article_is_byte_for_byte_as_received(name: str) -> None:
    """Nothing, git's line endings included, has touched the articles."""
    assert hashlib.sha256((ROOT / "seeds" / name).read_bytes()).hexdigest() == RECEIVED[name]


def test_every_quotation_is_found_again_from_the_published_offsets_alone(data: dict) -> None:
    """Whoever has claims.json and the articles can check every quotation without our code."""
    quotations = 0
    for claim in data["claims"]:
        for piece in claim["evidence"]:
            lines = (ROOT / piece["file"]).read_bytes().decode("utf-8").split("\n")
            stretches = [lines[span["line"] - 1][span["start"] : span["end"]] for span in piece["spans"]]
            assert " ".join(piece["quotation"].replace(" … ", " ").split()) == " ".join(
                " ".join(stretches).split()
            )
            assert all(piece["lines"][0] <= span["line"] <= piece["lines"][1] for span in piece["spans"])
            quotations += 1
    assert quotations >= 60


def test_the_size_of_the_army_is_told_by_the_three_articles_that_give_it(data: dict) -> None:
    """The claim that matters most has both sides, and the verdict follows from them."""
    army = next(claim for claim in data["claims"] if claim["id"] == "army-size")
    assert army["verdict"]["given"] == army["verdict"]["derived"] == "conflicting"
    assert [(piece["source"], piece["lines"], piece["figure"]) for piece in army["evidence"]] == [
        ("pentagon-confirms", [16, 16], "1.2 million-strong"),
        ("world-news", [35, 35], "around 1.2 million personnel"),
        ("eastside", [5, 5], "surpassing 1.3 million personnel"),
    ]


def test_what_the_next_steps_compute_on_is_filled_in(data: dict) -> None:
    """Claims about amounts have a measure and figures, and citations say whom the article credits or quotes."""
    measured = [claim for claim in data["claims"] if claim["measure"]]
    assert len(data["claims"]) >= 15
    assert len(measured) >= 10
    for claim in measured:
        assert claim["figure"], claim["id"]
        assert any(piece["figure"] for piece in claim["evidence"]), claim["id"]
    pieces = [piece for claim in data["claims"] for piece in claim["evidence"]]
    for key in ("according_to", "speaker", "as_of", "scope"):
        assert any(piece[key] for piece in pieces), key


def test_every_part_of_the_coverage_stands_where_it_says(pages: dict[str, bytes], data: dict) -> None:
    """Whoever has coverage.json and the articles finds every figure and quotation, covered by claims that there are."""
    claims = {claim["id"] for claim in data["claims"]}
    sources = json.loads(pages["data/coverage.json"])["sources"]
    assert {source["file"].removeprefix("seeds/") for source in sources} == set(RECEIVED)
    for source in sources:
        lines = (ROOT / source["file"]).read_bytes().decode("utf-8").split("\n")
        for part in (*source["figures"], *source["quotations"]):
            assert lines[part["line"] - 1][part["start"] : part["end"]] == part["words"]
            assert claims.issuperset(part["claims"])


def test_the_first_disagreement_explains_itself(pages: dict[str, bytes]) -> None:
    """The front page names articles, words, what they are read as and why no number fits, whatever an editor wrote."""
    front = pages["index.html"].decode()
    first = front[front.index('<article class="disagreement') :].split("</article>")[0]
    for words in (
        "up to 3,000 North Korean soldiers", "Pentagon confirms", "read as 2,400 to 2,600", "read as 10,800 to just under 12,000",
        "The figures that support the claim can all be true, at exactly 3,000. “approximately 2,500 North Korean troops” (No-limits "
        "partnership) ends at 2,600: a gap of 400 to “at least 3,000 soldiers” (Fair game). “nearly 12,000 soldiers” (Eastside) "
        "begins at 10,800: a gap of 7,800 to “up to 3,000 North Korean soldiers” (Pentagon confirms).",
    ):  # fmt: skip
        assert words in first


def test_every_kind_of_note_is_found_in_the_articles(data: dict) -> None:
    """The real articles differ in all these ways, and each computed note rests on citations."""
    notes = [note for claim in data["claims"] for note in claim["notes"] if note["by"] == "computed"]
    assert {note["kind"] for note in notes} == {
        "figures", "dates", "wording", "attribution", "scope", "time", "arithmetic", "name",
    }  # fmt: skip
    assert all(note["evidence"] for note in notes)
