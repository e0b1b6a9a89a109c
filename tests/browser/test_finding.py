"""The search, the lists that are filtered in place, and the keys, in a real Chromium."""

from __future__ import annotations

import json
import shutil
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from factsite.cli import main
from factsite.search.words import words as in_python
from factsite.serve import server
from tests.browser.visits import SHIFT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).parent.parent.parent
SCRIPTS = sorted([*(ROOT / "templates/scripts").glob("*.js"), *(ROOT / "templates/assets").glob("*.js")])
SHOWN = "main li[data-verdict]:not([hidden]) a"
"""The claims of a list that are not filtered out."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the real site with its search index, built by the real commands."""
    newsroom = tmp_path_factory.mktemp("found")
    for part in ("content", "seeds"):
        shutil.copytree(ROOT / part, newsroom / part)
    assert main(["--root", str(newsroom)]) == 0
    assert main(["index", "--root", str(newsroom)]) == 0
    return newsroom / "site"


@pytest.fixture(scope="module")
def host(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the site, under a path."""
    top = tmp_path_factory.mktemp("top")
    shutil.copytree(folder, top / "deep")
    with server(top, 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}/deep"
        running.shutdown()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser with nothing in its memory."""
    fresh = browser.new_context(viewport={"width": 1280, "height": 900})
    yield fresh
    fresh.close()


@pytest.fixture
def opened(context: BrowserContext, host: str) -> Iterator[Callable[[str], Page]]:
    """Return a function that opens a page of the site; complaints of the console fail the test."""
    complaints: list[str] = []

    def go(path: str) -> Page:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.goto(f"{host}/{path}")
        return page

    yield go
    assert complaints == []


def claims_of(folder: Path) -> list[dict[str, Any]]:
    """Return the claims as the site publishes them for programs."""
    return json.loads((folder / "data/claims.json").read_bytes())["claims"]


def names(claim: dict[str, Any], source: str) -> bool:
    """Say whether a claim cites an article, in its evidence or in its prose."""
    fact = (ROOT / f"content/facts/{claim['id']}.yaml").read_text("utf-8")
    return f"source: {source}\n" in fact or f"[@{source}:" in fact


def told(page: Page, words: str) -> None:
    """Wait until the state of the search begins with these words."""
    page.locator(".finder__state", has_text=words).wait_for()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_every_script_is_well_formed(browser: Browser, path: Path) -> None:
    """A browser can read it."""
    page = browser.new_page()
    plain = path.read_text("utf-8").replace("export ", "")  # what only a module may say
    assert page.evaluate("text => String(new Function(text)).length", plain) > 0
    page.close()


def test_the_search_finds_claims_quotations_and_lines(opened: Callable[[str], Page]) -> None:
    """A word of an article leads to the claims, to the quotation, and to the line in which it stands."""
    page = opened("search.html")
    page.get_by_label("Words").fill("1.3 million")
    told(page, "Found: ")
    claim = page.locator(".found__item", has_text="armed forces have about 1.2 million personnel")
    assert "Sources conflict" in claim.inner_text()
    assert claim.locator("mark", has_text="1.3").first.is_visible()
    assert (
        claim.get_by_role("link", name="Quotation 3").get_attribute("href")
        == "claims/army-size.html#quotation-3"
    )
    line = page.locator(".found__passage", has_text="surpassing 1.3 million").locator("a.numeral")
    assert line.get_attribute("href") == "sources/eastside.html#L5"
    line.click()
    page.locator("#L5:target").wait_for()


@pytest.mark.parametrize(
    ("words", "also", "not_found"),
    [
        (
            '"1.2 million personnel"',
            "1.2 million",
            '"million 1.2 personnel"',
        ),  # a phrase, and in another order
        ("deployments", "deployed", "deployx"),  # another form of the word
        ("Volodym", "Volodymyr", "olodymyr"),  # its beginning, and not its end
        ("KURSK", "the Kursk", "Kursks xylophone"),  # in any letters, and small words do not matter
    ],
)
def test_phrases_forms_and_beginnings(
    opened: Callable[[str], Page], words: str, also: str, not_found: str
) -> None:
    """A phrase is found as it stands, a word in its forms and by its beginning; all words have to be there."""
    for query, expected in ((words, "Found: "), (also, "Found: "), (not_found, "Nothing found. ")):
        page = opened("search.html")
        page.get_by_label("Words").fill(query)
        told(page, expected)
        page.close()


def test_the_browser_takes_words_apart_as_the_index_does(opened: Callable[[str], Page], host: str) -> None:
    """The words of the site's own articles, and what is odd, are the same in both languages."""
    page = opened("search.html")
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").iterdir())]
    texts += ["Korea’s 1.2 million-strong", "87,600 Zürich ÉTÉ 12k", "KN平壤a かな", "a_b ... 1.2.3 İ ½ ﬁ"]
    taken = page.evaluate(
        "async ([address, texts]) => { const { words } = await import(address); return texts.map(words); }",
        [f"{host}/assets/finder.js", texts],
    )
    assert taken == [in_python(text) for text in texts]


def test_a_search_is_an_address(opened: Callable[[str], Page], host: str, folder: Path) -> None:
    """Words and filters stand in the address, and the address alone brings the same results."""
    page = opened("search.html")
    page.get_by_role("combobox", name="Article").select_option("eastside")
    page.get_by_role("checkbox", name="Sources conflict").check()
    expected = {
        claim["claim"]
        for claim in claims_of(folder)
        if claim["verdict"]["class"] == "conflicting" and names(claim, "eastside")
    }
    told(page, f"Found: {len(expected)} claims.")
    expect(page).to_have_url(f"{host}/search.html?verdict=conflicting&source=eastside")
    found = page.locator(".found__item h3")
    more = page.get_by_role("button", name="Show more")
    if more.is_visible():
        more.click()
        expect(found).to_have_count(len(expected))
    assert set(found.all_inner_texts()) == expected
    again = opened("search.html?verdict=conflicting&source=eastside")
    told(again, f"Found: {len(expected)} claims.")
    assert again.get_by_role("checkbox", name="Sources conflict").is_checked()


def test_each_choice_says_how_many_claims_it_leaves(opened: Callable[[str], Page], folder: Path) -> None:
    """The counts beside the verdicts follow the other filters, and not their own."""
    page = opened("search.html?topic=numbers&verdict=supported")
    told(page, "Found: ")
    verdicts = [claim["verdict"]["class"] for claim in claims_of(folder) if claim["topic"] == "numbers"]
    for kind in ("supported", "conflicting"):
        box = page.locator(".finder__verdict", has=page.locator(f"[value={kind}]"))
        assert box.locator(".tallies__count").inner_text() == str(verdicts.count(kind))


def test_nothing_found_is_said(opened: Callable[[str], Page]) -> None:
    """Words that stand nowhere are told so, and the lists below remain."""
    page = opened("search.html?q=xylophone")
    told(page, "Nothing found. Fewer or other words may find more.")
    assert page.get_by_role("link", name="All 65 claims").is_visible()


def test_nothing_found_with_filters_is_said_and_cleared(opened: Callable[[str], Page], host: str) -> None:
    """Where filters leave nothing, the page blames them, and one button clears them; no link keeps the field's anchor."""
    page = opened("search.html?q=Kursk&topic=names#search-words")
    told(page, "Nothing found with these filters. Other words, or fewer filters, may find more.")
    expect(page).to_have_url(f"{host}/search.html?q=Kursk&topic=names")
    page.get_by_role("button", name="Clear the search").click()
    expect(page).to_have_url(f"{host}/search.html")
    assert page.get_by_label("Words").input_value() == ""
    assert page.evaluate("document.activeElement.id") == "search-words"


def test_only_the_page_of_the_search_has_the_looser_policy(folder: Path) -> None:
    """Requests by scripts are allowed there and nowhere else."""
    looser = [path.name for path in folder.rglob("*.html") if "connect-src" in path.read_text("utf-8")]
    assert looser == ["search.html"]


def test_without_an_index_from_disk_and_without_scripts(
    browser: Browser, context: BrowserContext, folder: Path, tmp_path: Path
) -> None:
    """Where the search cannot work, the page says why, shows no dead field, and leads on by lists."""
    bare = shutil.copytree(folder, tmp_path / "bare", ignore=shutil.ignore_patterns("search"))
    page = context.new_page()
    with server(bare, 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        page.goto(f"http://127.0.0.1:{running.server_address[1]}/search.html?q=Kursk")
        told(page, "The search index could not be loaded. Everything can be reached from the lists below.")
        running.shutdown()
    assert not page.locator(".finder").is_visible()
    page.goto(f"{folder.as_uri()}/search.html")
    told(page, "Opened from disk, this page may not read its index")
    assert not page.locator(".finder").is_visible()
    assert page.get_by_role("link", name="All 65 claims").is_visible()

    unscripted = browser.new_context(java_script_enabled=False)
    plain = unscripted.new_page()
    plain.goto(f"{folder.as_uri()}/search.html")
    assert "needs JavaScript" in (plain.locator("noscript").text_content() or "")
    for path in ("search.html", "index.html"):
        plain.goto(f"{folder.as_uri()}/{path}")
        assert not plain.locator("form").first.is_visible()
    assert plain.locator(SHOWN).count() == len(claims_of(folder))
    unscripted.close()


@pytest.mark.parametrize("where", ["http", "disk"])
def test_a_list_is_filtered_and_sorted_in_place(
    context: BrowserContext, host: str, folder: Path, where: str
) -> None:
    """Verdict, article and words narrow the list, it is sorted as asked, and the address brings it back."""
    page = context.new_page()
    address = f"{host if where == 'http' else folder.as_uri()}/index.html"
    page.goto(address)
    claims = claims_of(folder)
    assert page.locator(SHOWN).count() == len(claims)
    page.get_by_role("combobox", name="Verdict").select_option("conflicting")
    page.get_by_role("combobox", name="Article").select_option("eastside")
    page.get_by_role("combobox", name="Order").select_option("articles")
    chosen = [
        claim for claim in claims
        if claim["verdict"]["class"] == "conflicting" and names(claim, "eastside")
    ]  # fmt: skip
    assert sorted(page.locator(SHOWN).all_inner_texts()) == sorted(claim["claim"] for claim in chosen)
    counts = [
        int(words.split()[0])
        for words in page.locator("li:not([hidden]) .claim-row__witnesses").all_inner_texts()
    ]
    assert counts == sorted(counts, reverse=True)
    state = page.locator(".sieve [role=status]")
    assert state.inner_text() == f"{len(chosen)} of {len(claims)} claims"
    expect(page).to_have_url(f"{address}?verdict=conflicting&source=eastside&sort=articles")

    page.reload()
    assert page.locator(SHOWN).count() == len(chosen)
    page.get_by_role("button", name="Show all").click()
    expect(state).to_have_text(f"{len(claims)} claims")
    expect(page).to_have_url(address)
    before = page.locator(SHOWN).all_inner_texts()
    page.get_by_label("Words").fill("KURSK")
    assert 0 < page.locator(SHOWN).count() < len(claims)
    page.get_by_label("Words").fill("")
    page.get_by_role("combobox", name="Order").select_option("claim")
    page.get_by_role("combobox", name="Order").select_option("")
    assert page.locator(SHOWN).all_inner_texts() == before


def test_nothing_moves_when_the_filters_appear(opened: Callable[[str], Page]) -> None:
    """The room for them is there from the beginning."""
    for path in ("index.html", "topics/numbers.html", "search.html"):
        page = opened(path)
        page.locator("main .sieve").wait_for()
        assert page.evaluate(SHIFT) == 0, path


def test_the_slash_leads_to_the_search_and_escape_back(opened: Callable[[str], Page], host: str) -> None:
    """From a claim it opens the search with its field ready; there Escape gives the focus back; it can be switched off."""
    page = opened("claims/army-size.html")
    page.keyboard.press("/")
    expect(page).to_have_url(f"{host}/search.html#search-words")
    page.locator("#search-words:focus").wait_for()
    link = page.get_by_role("link", name="About").first
    link.focus()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search-words"
    page.keyboard.type("a/b")
    assert page.get_by_label("Words").input_value() == "a/b"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "About"
    page.get_by_role("checkbox", name="The key / leads here").uncheck()
    page.goto(f"{host}/claims/army-size.html")
    page.evaluate("addEventListener('keydown', press => { window.taken = press.defaultPrevented; })")
    page.keyboard.press("/")
    assert page.evaluate("window.taken") is False


def test_an_address_lights_up_its_lines(opened: Callable[[str], Page]) -> None:
    """#L5-L6, also typed by hand, lights up both lines and no other, and the first is on the screen."""
    page = opened("sources/world-news.html#L35-L37")
    page.locator(".article-line--lit").first.wait_for()
    lit = "[...document.querySelectorAll('.article-line--lit')].map(line => line.id)"
    assert page.evaluate(lit) == ["L35", "L36", "L37"]
    assert page.locator("#L35").bounding_box()["y"] >= 0
    page.evaluate("location.hash = '#L2-L3'")
    page.locator("#L2.article-line--lit").wait_for()
    assert page.evaluate(lit) == ["L2", "L3"]
