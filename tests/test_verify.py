from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factsite import verify as verifier
from factsite.cli import main
from factsite.render.data import manifest as written

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
BASE = ROOT / "tests" / "sites" / "rivers"
MANIFEST = "site/data/manifest.json"
VERIFIER = ROOT / "factsite" / "verify.py"
DATE = ("--date", "2024-12-01")

Said = tuple[int, list[str]]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small site folder, built and indexed."""
    folder = tmp_path_factory.mktemp("original")
    for part in ("content", "seeds"):
        shutil.copytree(BASE / part, folder / part)
    assert main(["--root", str(folder), *DATE, "--quiet"]) == 0
    assert main(["index", "--root", str(folder), "--quiet"]) == 0
    return folder


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    """Return a copy of it."""
    return shutil.copytree(original, tmp_path / "rivers")


@pytest.fixture
def verify(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Verify the site by the command; return the exit status, and what is said but for the last two lines."""

    def verified(*options: str) -> Said:
        status = main(["verify", "--root", str(folder), *DATE, *options])
        said = capsys.readouterr().out.splitlines()
        assert said[-1] == f"The manifest is the one with SHA-256 {_sha(folder / MANIFEST)}."
        return status, said[:-2]

    return verified


def _sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def change(folder: Path, how: Callable[[Any], object]) -> None:
    """Change something in the manifest."""
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    how(manifest)
    (folder / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False), "utf-8")


def test_what_a_build_published_holds(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command finds the site by itself, and holds it against its manifest, what it was made from, and a new build."""
    assert main(["verify", "--root", str(folder), *DATE]) == 0
    count = sum(path.is_file() for path in folder.joinpath("site").rglob("[!.]*"))
    assert capsys.readouterr().out == (
        f"{count - 2} files and 7 quotations held against the manifest, the articles in seeds/, 11 files in content/, a new build: all hold.\n"
        f"The manifest is the one with SHA-256 {_sha(folder / MANIFEST)}.\n"
    )


def test_a_copy_alone(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A copy of the site holds without anything else; so it does where nothing is there that it was made from."""
    (tmp_path / "other").mkdir()
    copy = str(shutil.copytree(folder / "site", tmp_path / "a copy"))
    for options in (["--alone"], ["--root", str(tmp_path / "other")]):
        assert main(["verify", copy, *options]) == 0
        assert "7 quotations held against the manifest: all hold." in capsys.readouterr().out


def test_the_verifier_alone(folder: Path) -> None:
    """It runs by itself, on any Python, without the generator; what the site was made from need not be there."""
    command = [sys.executable, "-I", str(VERIFIER), str(folder / "site")]
    for more, against in (
        ([], ""),
        ([str(folder)], ", the articles in seeds/, 11 files in content/"),
    ):
        ended = subprocess.run([*command, *more], capture_output=True, check=False, text=True)
        assert (ended.returncode, ended.stderr) == (0, "")
        assert f"7 quotations held against the manifest{against}: all hold.\n" in ended.stdout


def test_everything_is_listed(folder: Path) -> None:
    """The manifest and the list of the index name every file but themselves, with its digest and length."""
    manifest, index = (
        json.loads((folder / "site" / path / "manifest.json").read_text("utf-8"))
        for path in ("data", "search")
    )
    listed = manifest["files"] | {f"search/{name}": one for name, one in index["files"].items()}
    for claim in manifest["claims"]:
        listed |= claim["files"]
    files = [
        path for path in folder.joinpath("site").rglob("*") if path.is_file() and path.name != ".factsite"
    ]
    assert listed == {
        path.relative_to(folder / "site").as_posix(): {"sha256": _sha(path), "bytes": path.stat().st_size}
        for path in files
        if path.name != "manifest.json"
    }
    assert {path.split("/")[0] for path in listed} >= {
        "cards",
        "claims",
        "sources",
        "assets",
        "search",
        "data",
    }
    read = dict(manifest["content"])
    read |= {claim["fact"]["file"]: claim["fact"]["sha256"] for claim in manifest["claims"]}
    read |= {source["file"]: source["sha256"] for source in manifest["sources"].values()}
    assert read == {
        path.relative_to(folder).as_posix(): _sha(path)
        for part in ("content", "seeds")
        for path in folder.joinpath(part).rglob("*")
        if path.is_file()
    }


def test_sha256sum_can_be_asked(folder: Path) -> None:
    """The command of the methodology page needs no Python: every file is found to be as listed, and a changed one is not."""
    if not (shutil.which("jq") and shutil.which("sha256sum")):
        pytest.skip("there is no jq, or no sha256sum")
    page = (ROOT / "templates/pages/methodology.html").read_text("utf-8")
    command = page.partition("<pre><code>jq")[2].partition("</code>")[0]
    command = "jq" + command.replace("&amp;", "&").replace("&gt;", ">").replace("&#34;", '"')
    for status in (0, 1):
        ended = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command], cwd=folder / "site", check=False, capture_output=True
        )
        assert bool(ended.returncode) == bool(status)
        (folder / "site/claims/mouth.json").write_text("{}")


KINDS = [
    "index.html", "claims/mouth.html", "claims/mouth.json", "claims/mouth.bib", "claims/mouth.csl.json", "claims/how-long.html",
    "cards/mouth.png", "sources/atlas.html", "sources/index.html", "topics/*.html", "assets/site.css", "assets/site.js",
    "assets/icon.svg", "data/claims.json", "data/claims.csv", "data/annotations.jsonld", "data/coverage.json", "sitemap.xml",
    "feed.xml", "robots.txt", "search/*",
]  # fmt: skip


def _file(folder: Path, kind: str) -> str:
    """Return the path of a file of a kind."""
    site = folder / "site"
    return next(
        path.relative_to(site).as_posix() for path in sorted(site.glob(kind)) if path.name != "manifest.json"
    )


@pytest.mark.parametrize("alone", [True, False])
def test_each_kind_of_file_that_is_tampered_with(
    folder: Path, verify: Callable[..., Said], alone: bool
) -> None:
    """A byte that is another, in each kind of file, is found in a copy alone, and where all can be compared."""
    site, said = folder / "site", []
    for path in sorted(_file(folder, kind) for kind in KINDS):
        content = (site / path).read_bytes()
        (site / path).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        digest = hashlib.sha256(content).hexdigest()
        said.append(f"{path} was changed: its SHA-256 is {_sha(site / path)}, not {digest}")
    assert verify(*["--alone"] * alone) == (1, said)


def _swap(folder: Path) -> None:
    one, another = folder / "site/claims/mouth.html", folder / "site/claims/rises.html"
    content = one.read_bytes()
    one.write_bytes(another.read_bytes())
    another.write_bytes(content)


def _delete(folder: Path) -> None:
    (folder / "site/cards/mouth.png").unlink()
    shutil.rmtree(folder / "site/topics")


def _add(folder: Path) -> None:
    (folder / "site/claims/new.html").write_text("new")
    (folder / "site/evil").mkdir()
    (folder / "site/evil/x.js").write_text("new")
    (folder / "site/search/more").write_text("new")


def _link(folder: Path) -> None:
    """Put the same content elsewhere."""
    shutil.copy(folder / "site/index.html", folder / "index.html")
    (folder / "site/index.html").unlink()
    (folder / "site/index.html").symlink_to(folder / "index.html")
    (folder / "site/sources").rename(folder / "sources")
    (folder / "site/sources").symlink_to(folder / "sources")
    os.mkfifo(folder / "site/waits.html")


TAMPERED: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "swapped": (_swap, ["claims/mouth.html was changed", "claims/rises.html was changed"]),
    "deleted": (_delete, ["cards/mouth.png is not there", "topics/"]),
    "added": (_add, [
        "claims/new.html was added: the manifest does not list it", "evil/x.js was added: the manifest does not list it",
        "search/more was added: the manifest does not list it",
    ]),
    "linked": (_link, ["index.html is a link or no plain file", "sources/", "sources was added", "waits.html was added"]),
}  # fmt: skip


@pytest.mark.parametrize(("how", "told"), TAMPERED.values(), ids=TAMPERED)
def test_what_is_done_to_a_copy(
    how: Callable[[Path], None], told: list[str], folder: Path, verify: Callable[..., Said]
) -> None:
    """What is swapped, deleted, added or no plain file is found in a copy alone."""
    how(folder)
    status, said = verify("--alone")
    assert status == 1
    assert all(any(line.startswith(start) for start in told) for line in said)
    assert all(any(line.startswith(start) for line in said) for start in told)


def _consistently(folder: Path, path: str, old: str, new: str) -> None:
    """Change words of a page, and what the manifest says of it."""
    page = folder / "site" / path
    assert old in page.read_text("utf-8")
    page.write_text(page.read_text("utf-8").replace(old, new), "utf-8")

    def told(manifest: Any) -> None:
        for files in (manifest["files"], *(claim["files"] for claim in manifest["claims"])):
            if path in files:
                files[path] = {"sha256": _sha(page), "bytes": page.stat().st_size}

    change(folder, told)


def test_a_manifest_that_agrees_with_a_changed_page(folder: Path, verify: Callable[..., Said]) -> None:
    """A copy alone cannot know it; a new build does, and tells the manifest itself and the page."""
    _consistently(folder, "claims/mouth.html", "Nobody", "Somebody")
    assert verify("--alone") == (0, [])
    status, said = verify()
    assert status == 1
    assert [line.partition(", from byte")[0] for line in said] == [
        "claims/mouth.html differs from what a new build makes",
        "data/manifest.json differs from what a new build makes",
    ]


def test_an_article_page_that_agrees_with_the_manifest_but_not_with_a_quotation(
    folder: Path, verify: Callable[..., Said]
) -> None:
    """Where the site shows the article, the words have to stand in it."""
    _consistently(folder, "sources/almanac.html", "Nobody has", "Everybody has")
    assert verify("--alone") == (1, ["mouth, quotation 1: not in line 6 of sources/almanac.html"])


def test_a_page_and_a_claim_that_a_build_does_not_make(folder: Path, verify: Callable[..., Said]) -> None:
    """What was published before or after the site folder was changed is told by file."""
    (folder / "content/facts/mouth.yaml").rename(folder / "content/facts/estuary.yaml")
    status, said = verify()
    assert status == 1
    assert "content/facts/mouth.yaml is not there" in said
    assert "claims/estuary.html is not there, and a new build makes it" in said
    assert "claims/mouth.html is there, and a new build does not make it" in said


def test_a_site_folder_with_faults(folder: Path, verify: Callable[..., Said]) -> None:
    """No site can be made of it to compare with."""
    (folder / "content/facts/mouth.yaml").write_text("claim: [\n")
    digest = json.loads((folder / MANIFEST).read_text("utf-8"))["claims"][2]["fact"]["sha256"]
    assert verify() == (
        1,
        [
            f"content/facts/mouth.yaml is another than the site was made from: its SHA-256 is not {digest}",
            f"{folder} has 1 error, so no site can be made of it; run check",
        ],
    )


def test_a_changed_article(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A changed byte is told, and every quotation that stands there no longer."""
    seed = folder / "seeds/almanac.txt"
    digest = json.loads((folder / MANIFEST).read_text("utf-8"))["sources"]["almanac"]["sha256"]
    seed.write_text(seed.read_text("utf-8").replace("Nobody", "Everybody"), "utf-8")
    assert verifier.main([str(folder / "site"), str(folder)]) == 1
    assert capsys.readouterr().out.splitlines()[:-2] == [
        f"seeds/almanac.txt is another than the site was made from: its SHA-256 is not {digest}",
        "mouth, quotation 1: not in line 6 of almanac",
    ]


def test_missing_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An article or fact file that is not there proves nothing."""
    (folder / "seeds/gazette.txt").unlink()
    (folder / "content/facts/mouth.yaml").unlink()
    assert verifier.main([str(folder / "site"), str(folder)]) == 1
    assert capsys.readouterr().out.splitlines()[:-2] == [
        "seeds/gazette.txt is not there",
        "content/facts/mouth.yaml is not there",
        "cafes, quotation 1: not in line 2 of gazette",
        "length, quotation 3: not in line 1 of gazette",
        "rises, quotation 2: not in line 3 of gazette",
    ]


def test_what_differs_as_data(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program is told the same."""
    (folder / "site/new.html").write_text("new")
    assert main(["verify", "--root", str(folder), "--alone", "--format", "json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert said.pop("checked")["quotations"] == 7
    assert said == {
        "site": str(folder / "site"),
        "manifest": {"file": "data/manifest.json", "sha256": _sha(folder / MANIFEST)},
        "holds": False,
        "against": [],
        "differences": [
            {"kind": "added", "file": "new.html", "message": "was added: the manifest does not list it"}
        ],
    }


def _set(**values: Any) -> Callable[[Any], None]:
    def how(manifest: Any) -> None:
        manifest["claims"][2]["quotations"][0]["stretches"][0].update(values)

    return how


def _quoting(**values: Any) -> Callable[[Any], object]:
    return lambda manifest: manifest["claims"][2]["quotations"][0].update(values)


LIES: dict[str, Callable[[Any], object]] = {
    "another word": _set(text="Nobody has measured the mouse."),
    "another line": _set(line=5),
    "a line outside the citation": _set(line=1),
    "another place": _set(start=1),
    "from the end": _set(start=-30, end=0),
    "nothing": _quoting(stretches=[]),
    "a word less": _set(end=6, text="Nobody"),
    "another digest": _quoting(sha256="0" * 64),
    "lines that there are not": _quoting(lines=[6, 600]),
}


@pytest.mark.parametrize("how", LIES.values(), ids=LIES)
def test_a_manifest_that_lies(
    folder: Path, how: Callable[[Any], object], capsys: pytest.CaptureFixture[str]
) -> None:
    """Words, place, lines and digest of a quotation all have to be right."""
    change(folder, how)
    assert verifier.main([str(folder / "site"), str(folder)]) == 1
    assert capsys.readouterr().out.startswith("mouth, quotation 1: not in line 6")


def _listing(path: str) -> Callable[[Any], object]:
    return lambda manifest: manifest["files"].update({path: {"sha256": "0" * 64, "bytes": 1}})


SHA = {"sha256": "0" * 64}
HOSTILE: dict[str, tuple[Callable[[Any], object], str]] = {
    "out": (_listing("../secret.txt"), "'../secret.txt' leads out of the folder"),
    "absolute": (_listing("/etc/passwd"), "'/etc/passwd' leads out of the folder"),
    "inside and out": (_listing("a/../../b"), "'a/../../b' leads out of the folder"),
    "backslashes": (_listing("..\\b"), "'..\\\\b' is no path"),
    "a zero": (_listing("a\0"), "'a\\x00' is no path"),
    "long": (_listing("a/" * 5000 + "a"), "is no path"),
    "a surrogate": (_listing("\udc80"), "is no path"),
    "an article elsewhere": (
        lambda manifest: manifest["sources"]["atlas"].update(file="../secret.txt"),
        "'../secret.txt' leads out of the folder",
    ),
    "a fact elsewhere": (
        lambda manifest: manifest["claims"][0]["fact"].update(file="../x"),
        "'../x' leads out of the folder",
    ),
    "an article's page elsewhere": (
        lambda manifest: manifest["sources"].update({"../x": {"file": "seeds/x", **SHA}}),
        "'../x' leads out of the folder",
    ),
    "no source": (_quoting(source="../../x"), "'mouth' quotes '../../x', which is no source"),
    "listed twice": (
        lambda manifest: manifest["claims"][0]["files"].update({"index.html": {**SHA, "bytes": 1}}),
        "'index.html' is listed twice",
    ),
    "words for numbers": (_set(line="6"), "'6' is no number of lines, characters or bytes"),
    "true for a number": (_set(line=True), "True is no number of lines, characters or bytes"),
    "a huge number": (_set(end=10**30), "is no number of lines, characters or bytes"),
    "no digest": (_quoting(sha256="0"), "'0' is no SHA-256"),
    "no list": (lambda manifest: manifest.update(claims={}), "claims is not of type list"),
    "no mapping": (lambda manifest: manifest.update(files=[]), "files is not of type dict"),
    "an address": (lambda manifest: manifest["made"].update(base_url=1), "base_url is not of type str"),
    "another version": (
        lambda manifest: manifest.update(version=1),
        "it is of version 1, and only 2 can be verified",
    ),
}


@pytest.mark.parametrize(("how", "told"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_manifest(
    how: Callable[[Any], object], told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is refused in a sentence, and nothing outside the folder is read."""
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    how(manifest)
    (folder / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    for words in ([], ["--alone"]):
        assert main(["verify", "--root", str(folder), *words]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith(
            f"build.py: nothing verified: {folder / MANIFEST} cannot be read as a manifest: "
        )
        assert said.err.endswith(f"{told}\n")


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"sources": 1}', "\0", "[" * 200_000, '{"version": 2, "version": 2}', '{"version": ' + "9" * 5000 + "}"],
    ids=range(8),
)  # fmt: skip
def test_what_is_no_manifest(text: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is wrong usage, and no proof; the verifier says the same by itself."""
    (folder / MANIFEST).write_text(text, "utf-8")
    assert main(["verify", "--root", str(folder)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"build.py: nothing verified: {folder / MANIFEST} ")
    assert verifier.main([str(folder / "site")]) == 2
    assert capsys.readouterr().err == said.replace("build.py", "verify")


def test_a_list_of_the_index_that_is_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It too is read as what anybody may have written."""
    (folder / "site/search/manifest.json").write_text(json.dumps({"files": {"../x": {**SHA, "bytes": 1}}}))
    assert main(["verify", "--root", str(folder)]) == 2
    assert capsys.readouterr().err == (
        f"build.py: nothing verified: {folder}/site/search/manifest.json cannot be read as a list of files: "
        "'../x' leads out of the folder\n"
    )


def test_a_manifest_too_large(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is not read."""
    monkeypatch.setattr(verifier, "LARGEST", 1 << 12)
    assert main(["verify", "--root", str(folder)]) == 2
    assert capsys.readouterr().err == f"build.py: nothing verified: {folder / MANIFEST} has more than 0 MB\n"


def test_no_manifest(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without one is no site; a link elsewhere is none."""
    (folder / MANIFEST).rename(tmp_path / "manifest.json")
    for _ in range(2):
        assert main(["verify", "--root", str(folder)]) == 2
        said = capsys.readouterr().err
        assert said == f"build.py: nothing verified: {folder / MANIFEST} is not there, or no plain file\n"
        (folder / MANIFEST).unlink(missing_ok=True)
        (folder / MANIFEST).symlink_to(tmp_path / "manifest.json")


def test_the_version_that_is_written_is_read() -> None:
    """The verifier shares no code with the build, so both state the version."""
    assert verifier.VERSION == written.VERSION


def test_signs_for_the_terminal_are_not_obeyed(folder: Path, verify: Callable[..., Said]) -> None:
    """Neither a manifest from elsewhere nor a file's name can clear the screen above what is told."""
    change(folder, lambda manifest: manifest["claims"][2].update(claim="\x1b[2Ja"))
    change(folder, _quoting(sha256="0" * 64))
    (folder / "site/\x1b[2Jb").write_text("")
    assert verify("--alone") == (
        1,
        [
            "\\x1b[2Jb was added: the manifest does not list it",
            "\\x1b[2Ja, quotation 1: not in line 6 of sources/almanac.html",
        ],
    )


def test_a_quiet_verification_says_nothing_where_all_holds(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As other commands do."""
    assert main(["verify", "--root", str(folder), *DATE, "--quiet"]) == 0
    assert capsys.readouterr().out == ""


def test_verify_takes_one_site(capsys: pytest.CaptureFixture[str]) -> None:
    """Two would be a slip."""
    with pytest.raises(SystemExit) as end:
        main(["verify", "one", "two"])
    assert end.value.code == 2
    assert "unrecognized arguments: two" in capsys.readouterr().err
