"""The whole line, from a site folder to its pages."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

import pytest

from factsite.pipeline import build
from tests.built import built, laid

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates"
RIVERS = Path(__file__).parent / "sites" / "rivers"
TODAY = dt.date(2026, 12, 31)


class Elements(HTMLParser):
    """Collects what a page is made of: elements with their attributes, ids and the words between."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if attributes.get("id")]

    @property
    def addresses(self) -> list[str]:
        return [
            value
            for _, attributes in self.elements
            for name, value in attributes.items()
            if name in ("href", "src") and value
        ]


def pages_of(folder: Path) -> dict[str, str]:
    """Return the HTML pages of a site folder by path."""
    return {path: content.decode() for path, content in built(folder).items() if path.endswith(".html")}


@pytest.fixture(scope="module", params=[ROOT, RIVERS], ids=["content", "rivers"])
def pages(request: pytest.FixtureRequest) -> dict[str, Elements]:
    """Return the pages of the real content and of the golden site."""
    return {path: Elements(html) for path, html in pages_of(request.param).items()}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a copy of the golden site that a test may change."""
    for part in ("content", "seeds"):
        shutil.copytree(RIVERS / part, tmp_path / part)
    return tmp_path


def test_every_internal_link_and_fragment_resolves(pages: dict[str, Elements]) -> None:
    """No address inside the site leads to a page, file or place that there is not."""
    files = set(built(ROOT if "claims/army-size.html" in pages else RIVERS))
    for path, page in pages.items():
        for address in page.addresses:
            if re.match(r"[a-z]+:", address) or path == "404.html":
                continue
            target, _, fragment = address.partition("#")
            resolved = _resolved(path, target) if target else path
            assert resolved in files, f"{path}: {address}"
            assert not fragment or fragment in pages[resolved].ids, f"{path}: {address}"


def _resolved(page: str, target: str) -> str:
    parts: list[str] = []
    for part in (PurePosixPath(page).parent / target).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def test_every_page_has_one_heading_of_the_first_order_and_no_id_twice(pages: dict[str, Elements]) -> None:
    """Pages can be read aloud and linked into."""
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), path
        if not any(attributes.get("http-equiv") == "refresh" for _, attributes in page.elements):
            assert [tag for tag, _ in page.elements].count("h1") == 1, path


def test_no_page_has_script_inline_style_or_an_address_that_loads_from_elsewhere(
    pages: dict[str, Elements],
) -> None:
    """A page asks no other host for anything and runs nothing but the scripts of the site."""
    for path, page in pages.items():
        for tag, attributes in page.elements:
            assert tag not in ("style", "iframe", "object", "embed"), path
            if tag == "script":  # data, which nothing runs, or a file of the site's own
                top = r"/(?!/).*" if path == "404.html" else r"(?:\.\./)*"
                own = re.fullmatch(rf"{top}assets/[\w.-]+", attributes.get("src") or "")
                assert attributes == {"type": "application/ld+json"} or own, path
            assert "style" not in attributes, path
            assert not any(name.startswith("on") for name in attributes), path
            if tag in ("img", "link") and attributes.get("rel") != "canonical":
                assert not re.match(r"[a-z]+:|//", attributes.get("href") or attributes.get("src") or ""), (
                    path
                )


def test_what_authors_and_articles_supply_is_shown_and_never_obeyed() -> None:
    """Markup and template syntax in claims, notes, prose, origins and articles appear as typed."""
    pages = pages_of(RIVERS)
    claim = Elements(pages["claims/length.html"])
    words = "".join(claim.words)
    assert "The Long River is <b>1,200</b> km long." in words
    assert '<script>alert("river")</script> The river is {{ 7 * 7 }} km long & more than 1,300 km' in words
    assert "A note with <i>markup</i> & an ampersand." in words
    assert "<img src=x onerror=alert(1)>" in words
    assert "[@none:1]" in words
    assert "b" not in {tag for tag, _ in claim.elements}
    assert not any(address.startswith(("javascript:", "//")) for address in claim.addresses)
    assert '<script>alert("river")</script> The river is {{ 7 * 7 }} km' in "".join(
        Elements(pages["sources/gazette.html"]).words
    )


def test_two_builds_are_equal_in_every_byte_whatever_the_hash_seed_and_the_folder(tmp_path: Path) -> None:
    """What is published depends on the content alone."""
    sites = []
    for seed, name in (("1", "one"), ("2", "a much longer name than the other")):
        folder = tmp_path / name
        for part in ("content", "seeds"):
            shutil.copytree(ROOT / part, folder / part)
        command = [sys.executable, str(ROOT / "build.py"), "--root", str(folder), "--date", "2026-12-31"]
        subprocess.run(
            command,
            check=True,
            capture_output=True,
            cwd=tmp_path,
            env={"PYTHONHASHSEED": seed, "TZ": "Asia/Seoul", "LC_ALL": "C"},
        )
        site = folder / "site"
        sites.append(
            {
                path.relative_to(site).as_posix(): path.read_bytes()
                for path in site.rglob("*")
                if path.is_file()
            }
        )
    assert sites[0] == sites[1]
    assert len(sites[0]) > 70


def test_faults_of_all_files_are_shown_in_one_run_sorted_by_place(site: Path) -> None:
    """One fault in one file hides none in another."""
    (site / "content/facts/zzz.yaml").write_text("claim: [", encoding="utf-8")
    (site / "content/facts/rises.yaml").write_text("claim: It rises.\nverdikt: holds\n", encoding="utf-8")
    (site / "content/sources/atlas.yaml").write_text(
        "file: atlas.txt\nsha256: " + "0" * 64 + "\n", encoding="utf-8"
    )
    with (site / "content/pages/about.md").open("a", encoding="utf-8") as page:
        page.write("\n[@nobody:1]\n")
    outcome, shelf = laid(site, [TEMPLATES], TODAY)
    assert [(str(diagnostic.place), diagnostic.rule) for diagnostic in outcome.diagnostics] == [
        ("content/facts/rises.yaml:1:1", "missing-key"),
        ("content/facts/rises.yaml:1:1", "missing-key"),
        ("content/facts/rises.yaml:1:1", "missing-key"),
        ("content/facts/rises.yaml:2:1", "unknown-key"),
        ("content/facts/zzz.yaml:1:9", "yaml-syntax"),
        ("content/pages/about.md:10:1", "unknown-source"),
        ("content/sources/atlas.yaml:2:9", "pin-broken"),
    ]
    assert outcome.ledger is None
    assert shelf.pages == ()


def test_a_misspelt_key_is_read_as_what_was_meant_so_that_its_other_faults_show_too(site: Path) -> None:
    """One run tells of the key and of the value below it."""
    fact = site / "content/facts/mouth.yaml"
    fact.write_text(
        fact.read_text(encoding="utf-8").replace("stance: refutes", "stanse: refute"), encoding="utf-8"
    )
    rules = {
        (diagnostic.place.line, diagnostic.rule) for diagnostic in build(site, [TEMPLATES], TODAY).diagnostics
    }
    assert rules == {(9, "unknown-key"), (9, "unknown-value")}


def test_the_last_claim_of_a_site_can_go(site: Path) -> None:
    """A site without claims is a site; its unused sources are warnings."""
    shutil.rmtree(site / "content/facts")
    outcome, shelf = laid(site, [TEMPLATES], TODAY)
    assert {diagnostic.rule for diagnostic in outcome.diagnostics} == {"unused-source"}
    assert any(page.path == "index.html" for page in shelf.pages)


def test_a_site_can_bring_its_own_template(site: Path) -> None:
    """A template in the site's own folder goes before ours, the others stay."""
    own = site / "templates/pages"
    own.mkdir(parents=True)
    (own / "not-found.html").write_text("<h1>Nothing at {{ frame.site_title }}</h1>", encoding="utf-8")
    _, shelf = laid(site, [site / "templates", TEMPLATES], TODAY)
    found = {page.path: page.content.decode() for page in shelf.pages}
    assert found["404.html"] == "<h1>Nothing at Rivers &lt;&amp;&gt; &#34;reckoned&#34;</h1>"
    assert "<main" in found["index.html"]


def test_the_json_of_all_claims_is_that_of_each(site: Path) -> None:
    """Both files tell the same of a claim."""
    pages = {page.path: page.content for page in laid(site, [TEMPLATES], TODAY)[1].pages}
    together = json.loads(pages["data/claims.json"])["claims"]
    assert together == [json.loads(pages[f"claims/{claim['id']}.json"]) for claim in together]
