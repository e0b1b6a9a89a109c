"""`build.py new`."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from factsite.editor.desk import desk, suggest_for
from factsite.editor.draft import as_text, from_suggestion
from factsite.pipeline import build
from tests.commands.sites import copied, run

ROOT = Path(__file__).parent.parent.parent
CLAIM = "The Alm bridge was planned for thirty years."
MADE = "content/facts/alm-bridge-planned-thirty-years.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a small site folder without a fault."""
    return copied(tmp_path)


def left_in(folder: Path) -> list[tuple[str, int]]:
    """Return rule and line of every fault of a site."""
    faults = build(folder, [ROOT / "templates"], dt.date(2026, 12, 31)).diagnostics
    return [(fault.rule, fault.place.line) for fault in faults]


def test_a_claim_with_citations(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything is filled in that can be, what is left is listed with its line, and is all that the check finds."""
    monkeypatch.chdir(folder)
    status, out, err = run(
        folder, capsys, "new", CLAIM, "--refutes", "walk:4", "--cite", "opening:8", "--quote", "waited twenty years",
    )  # fmt: skip
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        f"{MADE} is written.",
        "Left for you to decide:",
        "  line 3: summary: why, in one sentence, for a reader who reads nothing else",
        "  line 5: draft: delete this line when all is decided",
        "  line 6: topic: one of size, traffic; or no such line",
        "  line 7: measure: what the figure counts; or no such line",
        "  line 14: figure: the one that bears on the claim, or no such line: “twenty years”, “two”",
        "  line 18: stance: supports, refutes or context",
        "While you write, build.py serve shows it at http://127.0.0.1:8000/claims/alm-bridge-planned-thirty-years.html",
        "At last delete `draft: yes`; build.py check then tells what is still at fault.",
    ]
    assert (folder / MADE).read_text("utf-8").splitlines() == [
        "claim: The Alm bridge was planned for thirty years.",
        "verdict: refuted  # as it stands; it follows from the stances",
        "summary:  # TODO: why, in one sentence, for a reader who reads nothing else",
        "checked: 2024-12-01",
        "draft: yes  # TODO: delete this line when all is decided",
        "topic:  # TODO: one of size, traffic; or no such line",
        "measure:  # TODO: what the figure counts; or no such line",
        "figure: thirty years",
        "evidence:",
        "  - source: walk",
        "    lines: 4",
        "    quote: It was planned for twenty years, but built in two.",
        "    stance: refutes",
        "    figure:  # TODO: the one that bears on the claim, or no such line: “twenty years”, “two”",
        "  - source: opening",
        "    lines: 8",
        "    quote: waited twenty years",
        "    stance:  # TODO: supports, refutes or context",
    ]
    assert left_in(folder) == [("empty-value", line) for line in (3, 6, 7, 14, 18)]


def test_what_is_decided_can_be_published(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With stances, topic and measure given, a summary is all that is missing; the verdict is in the site's own words."""
    status, out, _ = run(
        folder, capsys, "new", "The council waited.", "--supports", "opening:8", "--refutes", "walk:3", "--topic", "size", "--id", "wait",
    )  # fmt: skip
    fact = folder / "content/facts/wait.yaml"
    text = fact.read_text("utf-8")
    assert status == 0
    assert "verdict: mixed\n" in text
    assert text.count("TODO") == out.count("  line ") == 2
    assert left_in(folder) == [("empty-value", 3)]
    fact.write_text(text.replace("summary:  # TODO: why", "summary: So it was.  # why"), "utf-8")
    assert left_in(folder) == []


def test_without_citations_passages_are_offered(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are comments; with their marks taken away, they are evidence whose stances are missing."""
    claim = "About 8,000 vehicles cross the Alm bridge every week."
    _, out, _ = run(folder, capsys, "new", claim, "--id", "week")
    assert (
        "Similar claims are there already; if none says the same, name those that belong to it under `related`:\n"
        "  traffic: About 9,000 vehicles cross the Alm bridge every day.\n"
    ) in out
    assert "  evidence: passages that may speak to it" in out.splitlines()
    fact = folder / "content/facts/week.yaml"
    text = fact.read_text("utf-8")
    assert text.partition("evidence:\n")[2].splitlines()[:6] == [
        "  # TODO: passages that may speak to it. Take the `# ` away before those that do, delete the others.",
        "  # # cited in traffic already",
        "  # - source: survey",
        "  #   lines: 4",
        "  #   quote: Some 9,000 vehicles cross it every day, according to the Alm Valley Council.",
        "  #   stance:  # TODO: supports, refutes or context",
    ]
    assert ("empty-value", 9) in left_in(folder)
    lines = text.splitlines()
    fact.write_text(
        "\n".join(
            line.replace("  # ", "  ", 1) if line.startswith("  # ") and "TODO: pass" not in line else line
            for line in lines
        )
        + "\n",
        "utf-8",
    )
    assert {rule for rule, _ in left_in(folder)} == {"empty-value"}


def test_a_dry_run_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file goes to the standard output alone, so that it can be kept; what is said of it goes beside it."""
    status, out, err = run(folder, capsys, "new", CLAIM, "--supports", "walk:4", "--dry-run")
    assert (status, out.splitlines()[0]) == (0, f"claim: {CLAIM}")
    assert err.splitlines()[:2] == [f"This would be {folder / MADE}.", "Left for you to decide:"]
    assert not (folder / MADE).exists()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ([], "a claim is needed: one sentence that can be checked, in quotes; or --from N"),
        (["So \x1b[31m it is."], "the claim holds a sign that cannot be seen; write it again"),
        (["the alm  bridge"], None),
        (["The bridge over the Alm is 412 metres long."], "length states this claim already: content/facts/length.yaml"),
        (["So it is.", "--id", "length"], "there is a claim length already, or it had that name; choose another with --id"),
        (["So it is.", "--id", "So"], "`So` is no id: did you mean `so`? small letters a to z, digits and single hyphens, as in `army-size`"),
        (["So it is.", "--topic", "sizes"], "there is no topic 'sizes'; did you mean `size`?"),
        (["So it is.", "--cite", "wlak:3"], "there is no source 'wlak'; did you mean `walk`?"),
        (["So it is.", "--cite", "walk:9"], "walk has 4 lines; there is no line 9"),
        (["So it is.", "--cite", "walk:2"], "line 2 of walk is empty"),
        (["So it is.", "--cite", "walk:4-3"], "`4-3` runs backwards; write walk:5 or walk:5-6"),
        (["So it is.", "--cite", "walk"], "say which lines of walk, as in walk:5; there are 4"),
        (["So it is.", "--cite", "opening:10"], "line 10 of opening can be no evidence: list of other stories"),
        (["So it is.", "--cite", "walk:3", "--quote", "in two"], "“in two” does not stand there; it stands at walk:4"),
        (["So it is.", "--cite", "walk:4", "--quote", "built in three"], "“built in three” does not stand in walk; nearest is “built in two.”, walk:4"),
        (["So it is.", "--quote", "twenty years"], "“twenty years” stands in several places: opening:8 and walk:4; say which with --cite before --quote"),
        (["So it is.", "--quote", "elections"], "“elections” stands in no article"),
        (["--from", "99"], "there is no suggestion 99; `build.py suggest` has 1 suggestion"),
        (["--from", "1", "--cite", "walk:3"], "--from brings its own citations and measure; add others to the file"),
    ],
)  # fmt: skip
def test_what_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], complaint: str | None
) -> None:
    """Wrong usage names the repair, and nothing is written."""
    before = sorted(path.name for path in (folder / "content/facts").iterdir())
    status, out, err = run(folder, capsys, "new", *words)
    if complaint is None:
        assert status == 0
        return
    assert (status, out, err) == (2, "", f"build.py: {complaint}\n")
    assert sorted(path.name for path in (folder / "content/facts").iterdir()) == before


def test_no_file_is_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second claim of the same words gets a name of its own, and a file that no one reads is left alone too."""
    run(folder, capsys, "new", "The Alm is wide.")
    run(folder, capsys, "new", "The wide Alm.", "--id", "wide-alm")
    _, out, _ = run(folder, capsys, "new", "Alm: wide!")
    assert (folder / "content/facts/alm-wide-2.yaml").exists(), out
    (folder / "content/facts/alm-deep.yaml").mkdir()
    status, _, err = run(folder, capsys, "new", "The Alm is deep.")
    assert (status, err.rpartition(" is there")[2]) == (2, " already; choose another name with --id\n")


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the real site without its claims, on which everything that articles disagree on is still to be suggested."""
    folder = tmp_path_factory.mktemp("articles")
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    for fact in (folder / "content/facts").iterdir():
        fact.unlink()
    return folder


def faults_of(folder: Path) -> dict[str, list[str]]:
    """Return for each fact file with faults the four lines that end with each."""
    found: dict[str, list[str]] = {}
    for fault in build(folder, [ROOT / "templates"], dt.date(2026, 12, 31)).diagnostics:
        if fault.place.file.startswith("content/facts/"):
            lines = (folder / fault.place.file).read_text("utf-8").splitlines()
            end = fault.place.line
            found.setdefault(fault.place.file, []).append("\n".join(lines[max(0, end - 5) : end]))
    return found


def test_every_suggestion_makes_a_whole_file(articles: Path) -> None:
    """A check of all of them finds only what they leave to the editor."""
    today = dt.date(2024, 12, 1)
    table = desk(articles)
    suggestions, _ = suggest_for(articles)
    for one in suggestions:
        text = as_text(from_suggestion(one, None, table, today, "numbers"))
        (articles / f"content/facts/from-{one.number}.yaml").write_text(text, "utf-8")
    faults = faults_of(articles)
    assert len(faults) == len(suggestions) > 5
    assert all("# TODO: " in around for some in faults.values() for around in some)
    for fact in (articles / "content/facts").iterdir():
        fact.unlink()


def test_a_number_stays_while_files_are_written(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What `suggest` printed under 2 and 3 is what the two files hold, one made after the other."""
    _, printed, _ = run(articles, capsys, "suggest")
    for number in ("2", "3"):
        shown = printed.partition(f"\n{number}. ")[2].partition("\n\n")[0]
        status, _, err = run(articles, capsys, "new", "--from", number, "--id", f"from-{number}")
        assert (status, err) == (0, "")
        text = (articles / f"content/facts/from-{number}.yaml").read_text("utf-8")
        wanted = [line.strip() for line in shown.splitlines() if re.match(" +(- source|lines):", line)]
        assert [line.strip() for line in text.splitlines() if re.match(" +(- source|lines):", line)] == wanted


def test_a_suggestion_that_a_claim_has_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """It says which file has it."""
    status, out, err = run(ROOT, capsys, "new", "--from", "5", "--dry-run")
    assert (status, out) == (2, "")
    assert err == "build.py: suggestion 5 is in a claim already: content/facts/army-size.yaml\n"
