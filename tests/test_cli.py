from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from factsite import __version__
from factsite.cli import main, summary
from factsite.commands import COMMANDS

ROOT = Path(__file__).parent.parent
BASE = Path(__file__).parent / "cases" / "base"
DATE = ["--date", "2024-12-01"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a small site folder without a fault."""
    return shutil.copytree(BASE, tmp_path / "rivers")


def spoil(folder: Path) -> None:
    """Put a fault into the folder's content."""
    fact = folder / "content/facts/traffic.yaml"
    fact.write_text(fact.read_text("utf-8").replace("lines: 6", "lines: 5"), "utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def timeless(line: str) -> str:
    """Return a line with its number of checks and its time taken out."""
    return re.sub(r"\d+ checks in \d+\.\d\d s", "N checks in T s", line)


def run(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], str]:
    """Run a command on a folder; return its status, the lines it printed, and what it complained of."""
    dated = [] if arguments[:1] in (("index",), ("verify",)) else DATE
    status = main([*arguments, "--root", str(folder), *dated])
    out, err = capsys.readouterr()
    return status, [timeless(line) for line in out.splitlines()], err


def test_build(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A site without faults is published, and the last line says what was done."""
    monkeypatch.chdir(folder.parent)
    status, (last,), err = run(folder, capsys)
    assert (status, err) == (0, "")
    count = len(contents(folder / "site")) - len([".factsite"])
    assert (
        last
        == f"2 claims, 3 sources; {count} files in rivers/site ({count} written, 0 removed). N checks in T s."
    )
    assert (folder / "site/index.html").is_file()
    _, (again,), _ = run(folder, capsys)
    assert (
        again == f"2 claims, 3 sources; {count} files in rivers/site (0 written, 0 removed). N checks in T s."
    )


def test_build_says_where_the_site_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is not below the one the command was given in has its whole path."""
    _, (last,), _ = run(folder, capsys)
    assert f" files in {folder / 'site'} (" in last


def test_check_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says that everything holds, and leaves the folder as it was."""
    before = contents(folder)
    assert run(folder, capsys, "check") == (
        0,
        ["2 claims, 3 sources; everything holds. N checks in T s."],
        "",
    )
    assert contents(folder) == before
    assert not (folder / "site").exists()


FAULT = [
    "content/facts/traffic.yaml:9:12: error[quote-not-in-lines] not in line 5 of opening; it stands at line 6",
    "    help: write `lines: 6`",
]


@pytest.mark.parametrize(
    ("command", "last"),
    [
        (["build"], "2 claims, 3 sources: 1 error, 0 warnings; nothing published. N checks in T s."),
        ([], "2 claims, 3 sources: 1 error, 0 warnings; nothing published. N checks in T s."),
    ],
)
def test_faults_leave_the_site_untouched(
    folder: Path, capsys: pytest.CaptureFixture[str], command: list[str], last: str
) -> None:
    """The faults are shown, the status is 1, and what was published stays published."""
    run(folder, capsys)
    before = contents(folder / "site")
    spoil(folder)
    assert run(folder, capsys, *command) == (1, [*FAULT, last], "")
    assert contents(folder / "site") == before


def test_check_says_what_it_could_repair(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The last line has the command, where a fault has a certain repair."""
    spoil(folder)
    assert run(folder, capsys, "check") == (
        1,
        [
            *FAULT,
            "2 claims, 3 sources: 1 error, 0 warnings. N checks in T s.",
            "1 repair can be made by `build.py check --fix`",
        ],
        "",
    )


def test_warnings_do_not_keep_a_site_from_being_published(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are shown and counted."""
    (folder / "seeds/map.txt").write_text("A map")
    status, (first, _, last), _ = run(folder, capsys)
    assert status == 0
    assert first == "seeds/map.txt:1:1: warning[unlisted-seed] no source names this file"
    assert last.startswith("2 claims, 3 sources: 0 errors, 1 warning; ")
    assert (folder / "site/index.html").is_file()


def test_the_build_date_is_given(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No date may lie after it."""
    status = main(["check", "--root", str(folder), "--date", "2024-11-19"])
    lines = capsys.readouterr().out.splitlines()
    assert status == 1
    assert lines[0] == (
        "content/facts/length.yaml:4:10: error[date-in-future] 2024-11-20 has not come yet; today is 2024-11-19"
    )


def test_a_foreign_site_folder_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder named site with somebody else's files in it is left alone."""
    (folder / "site").mkdir()
    (folder / "site/thesis.txt").write_text("ten years of work")
    assert run(folder, capsys) == (
        2,
        [],
        f"build.py: nothing published: {folder / 'site'} holds thesis.txt, which factsite did not write\n",
    )
    assert contents(folder / "site") == {"thesis.txt": b"ten years of work"}


def test_a_folder_that_is_no_site_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is read or written where there is no content."""
    assert run(tmp_path, capsys) == (2, [], f"build.py: {tmp_path} is no site folder: it has no content/\n")
    assert contents(tmp_path) == {}


def test_a_base_address_given_with_the_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It takes the place of the one in site.yaml for this build alone, and makes addresses absolute."""
    before = (folder / "content/site.yaml").read_bytes()
    assert run(folder, capsys, "--base-url", "https://bridges.example.org/checked/")[0] == 0
    page = (folder / "site/claims/length.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://bridges.example.org/checked/claims/length.html">' in page
    assert (folder / "content/site.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--date", "30.11.2024"], "argument --date: '30.11.2024' is no date such as 2026-11-21"),
        (
            ["--base-url", "facts/"],
            "argument --base-url: `facts/` is no web address; write an address that begins with `https://`",
        ),
        (["serve", "--port", "eighty"], "argument --port: 'eighty' is no port from 0 to 65535"),
        (["serve", "--port", "65536"], "argument --port: '65536' is no port from 0 to 65535"),
        (["serve", "--port", "²"], "argument --port: '²' is no port from 0 to 65535"),
        (["coverage", "--format", "xml"], "argument --format: invalid choice: 'xml'"),
        (["--rooot=x"], "unrecognized arguments: --rooot=x"),
    ],
)
def test_wrong_usage(arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A command that makes no sense says why, with status 2."""
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert complaint in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["chek"], "there is no command 'chek'; did you mean `check`?"),
        (["publish\x1b[2J"], "there is no command 'publish\\x1b[2J'; look at `build.py --help`"),
        (["--root", "x", "check"], "the command comes first: build.py check …"),
    ],
)
def test_a_command_that_is_none(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told with the one that was probably meant, and nothing is done."""
    assert main(arguments) == 2
    assert capsys.readouterr() == ("", f"build.py: {complaint}\n")


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Its help begins with what it does, and has an example of itself."""
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert summary(name) in said
    assert f"examples:\n  build.py {name}" in said


def test_quiet_and_verbose(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Quietly nothing but faults is printed; at length each stage has its time, beside what is printed."""
    status, [last], err = run(folder, capsys, "build", "--verbose")
    assert (status, last.partition(";")[0]) == (0, "2 claims, 3 sources")
    assert [re.sub(r" +\d+\.\d+ s  ", "", line) for line in err.splitlines()] == [
        "load",
        "read articles",
        "check claims",
        "check the site",
        "render claims",
        "cover articles",
        "render the site",
        "join the data",
        "publish",
    ]
    assert run(folder, capsys, "build", "--quiet") == (0, [], "")
    assert run(folder, capsys, "build", "--verbose")[0] == 0
    spoil(folder)
    assert run(folder, capsys, "check", "-q") == (1, FAULT, "")


def test_a_port_that_is_taken(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The site cannot be shown, and nothing was done."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, _, err = run(folder, capsys, "serve", "--port", str(port))
    assert status == 2
    assert err.startswith(f"build.py: the site cannot be shown at port {port}: ")
    assert not (folder / "site").exists()


def test_drafts_are_counted_and_not_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An unfinished claim is left out of what is published, which is said in the last line; its faults are warnings."""
    fact = folder / "content/facts/traffic.yaml"
    fact.write_text(fact.read_text("utf-8") + "draft: yes\n", "utf-8")
    other = folder / "content/facts/length.yaml"
    other.write_text(other.read_text("utf-8").replace("related: [traffic]\n", ""), "utf-8")
    spoil(folder)
    status, lines, _ = run(folder, capsys, "check")
    assert status == 0
    assert lines[0] == FAULT[0].replace("error[", "warning[")
    assert any(
        line.startswith("1 claim, 3 sources: 0 errors, ")
        and line.endswith("; 1 draft not shown; everything holds. N checks in T s.")
        for line in lines
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["--version"], f"factsite {__version__}\n"), (["--help"], "exit status: 0 when everything holds")],
)
def test_what_the_command_says_of_itself(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Version and help are printed with status 0."""
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 0
    assert words in capsys.readouterr().out


@pytest.mark.parametrize(("fault", "status"), [(False, 0), (True, 1)])
def test_the_command_itself(folder: Path, fault: bool, status: int) -> None:
    """build.py works from any folder, its exit status is that of the check, and its output is UTF-8."""
    if fault:
        spoil(folder)
    ended = subprocess.run(
        [sys.executable, ROOT / "build.py", "check", "--root", folder.name, *DATE],
        cwd=folder.parent,
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (status, b"")
    assert ended.stdout.decode("utf-8").splitlines()[: -1 - fault] == (FAULT if fault else [])


COVERAGE = """\
opening: lines 2 of 7, figures 2 of 5, quotations 0 of 1
seeds/opening.txt:1:1: line "Alm bridge opens to traffic"
seeds/opening.txt:2:1: line "Alm Valley Courier"
seeds/opening.txt:3:1: line "October 3, 2024"
seeds/opening.txt:3:1: figure "October 3, 2024"
seeds/opening.txt:5:80: figure "Thursday"
seeds/opening.txt:7:1: line "The council does not expect that the bridge will be closed in winter."
seeds/opening.txt:8:1: line "“We waited twenty years for it,” the council’s speaker said."
seeds/opening.txt:8:2: quotation "We waited twenty years for it"
seeds/opening.txt:8:12: figure "twenty years"
survey: lines 2 of 3, figures 2 of 2, quotations 0 of 0
seeds/survey.txt:1:1: line "Bridges of the valley: a survey"
walk: lines 1 of 3, figures 1 of 4, quotations 0 of 0
seeds/walk.txt:1:1: line "A walk across the Alm"
seeds/walk.txt:3:63: figure "three"
seeds/walk.txt:4:1: line "It was planned for twenty years, but built in two."
seeds/walk.txt:4:20: figure "twenty years"
seeds/walk.txt:4:47: figure "two"
3 sources: lines 5 of 13, figures 5 of 11, quotations 0 of 1.
"""


def test_coverage_prints_what_no_claim_covers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written, and what is not covered is no fault."""
    before = contents(folder)
    assert run(folder, capsys, "coverage") == (0, COVERAGE.splitlines(), "")
    assert contents(folder) == before


def test_coverage_as_json_is_what_the_site_publishes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command and data/coverage.json are the same, byte for byte."""
    run(folder, capsys)
    assert main(["coverage", "--format", "json", "--root", str(folder), *DATE]) == 0
    printed = capsys.readouterr().out
    assert printed.encode() == (folder / "site/data/coverage.json").read_bytes()


def test_coverage_says_that_there_are_faults(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They stand beside what is printed, and the citation at fault covers nothing."""
    spoil(folder)
    status, lines, err = run(folder, capsys, "coverage")
    assert status == 1
    assert err.splitlines() == [
        *FAULT,
        "build.py: a citation with a fault covers nothing; mend the faults first",
    ]
    assert 'seeds/opening.txt:6:1: line "It carries about 9,000 vehicles a day."' in lines


MILL = {
    "courier.txt": "The fire at the mill killed 41 people in Torvik on Monday.\n",
    "later/herald.txt": "The fire at the mill killed 50 people in Torvik on Monday.\n",
}


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """Return a folder of two articles that disagree."""
    for name, text in MILL.items():
        (tmp_path / "articles" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "articles" / name).write_text(text, "utf-8")
    return tmp_path / "articles"


SUGGESTED = """\
   No number satisfies both: “412 metres” (411.5 to 412.5 metres) and “430 metres” (425 to 435 metres).
   opening:5:32: The new bridge over the Alm is [412 metres] long, the Alm Valley Council said on Thursday.
   survey:3:6: With [430 metres] the Alm bridge is the longest in the valley.
   walk:3:40: Whoever walks over the Alm bridge, all [412 metres] of it, sees three villages.
   in length already

1 suggestion, 1 of them in claims already.
"""


def test_suggest_prints_where_the_articles_of_a_site_disagree(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A claim that has a disagreement already is named with it; nothing is written."""
    before = contents(folder)
    status, lines, err = run(folder, capsys, "suggest")
    assert (status, err) == (0, "")
    assert lines[0].startswith("1. figures, conflicting, ")
    assert lines[1:] == SUGGESTED.splitlines()
    assert contents(folder) == before


def test_suggest_reads_a_folder_of_articles_without_fact_files(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A source is a file, named by its path in the folder; disagreements are no fault."""
    before = contents(seeds)
    assert main(["suggest", "--seeds", str(seeds), *DATE]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    lines = out.splitlines()
    assert lines[0].startswith("1. figures, conflicting, ")
    assert lines[2:4] == [
        "   courier.txt:1:29: The fire at the mill killed [41] people in Torvik on Monday.",
        "   later/herald.txt:1:29: The fire at the mill killed [50] people in Torvik on Monday.",
    ]
    assert "     checked: 2024-12-01" in lines
    assert lines[-1] == "1 suggestion."
    assert contents(seeds) == before


def test_suggest_as_json(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A list with an entry for each suggestion."""
    assert main(["suggest", "--seeds", str(seeds), "--format", "json"]) == 0
    [entry] = json.loads(capsys.readouterr().out)
    assert (entry["kind"], [item["words"] for item in entry["items"]]) == ("figures", ["41", "50"])


def test_suggest_in_an_empty_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No articles, no suggestions."""
    assert main(["suggest", "--seeds", str(tmp_path)]) == 0
    assert capsys.readouterr() == ("0 suggestions.\n", "")


def test_suggest_goes_on_where_a_file_is_no_text(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The fault stands beside what is printed, and the rest is compared."""
    (seeds / "broken.txt").write_bytes(b"The fire\nkilled \xff many\n")
    assert main(["suggest", "--seeds", str(seeds), "--format", "json"]) == 1
    out, err = capsys.readouterr()
    assert len(json.loads(out)) == 1
    assert err.splitlines()[0].startswith("broken.txt:2:8: error[")


def test_seeds_have_to_be_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is suggested where there is nothing to read."""
    assert main(["suggest", "--seeds", str(tmp_path / "nowhere")]) == 2
    assert capsys.readouterr() == ("", f"build.py: {tmp_path / 'nowhere'} is no folder\n")
