"""Every kind of file by itself, in a real Chromium, under the headers that the page on hosts gives."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from tests.browser.conftest import serving
from tests.browser.faults import none_of
from tests.browser.policies import complaints, wrong
from tests.test_hosting import BLOCKS, WRITTEN

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.browser.visits import Visit

HEADERS = dict(re.findall(WRITTEN["nginx"], BLOCKS["nginx"]))


def files_of(site: Path) -> list[str]:
    """Return a file of each ending, but for pages and what is hidden."""
    files = {file.suffix: file for file in sorted(site.rglob("*")) if file.suffix not in ("", ".html")}
    return [file.relative_to(site).as_posix() for file in files.values()]


def test_no_kind_of_page_breaks_the_policy(visits: tuple[Visit, ...]) -> None:
    """Each kind of page is sent with the documented headers, and no rule of the policy is broken by it."""
    none_of(f"{visit.name}: {fault}" for visit in visits for fault in wrong(visit.headers, HEADERS))
    none_of(f"{visit.name}: {words}" for visit in visits for words in visit.complaints)
    assert len(visits) > 30


def test_no_file_by_itself_breaks_the_policy(
    browser: Browser, hosts: dict[str, str], sites: dict[str, Path]
) -> None:
    """Data, feeds, style sheets, scripts and pictures are shown as what they are or kept, and nothing in them runs."""
    opened = {name: files_of(site) for name, site in sites.items()}
    none_of(
        words for name, files in opened.items() for words in complaints(browser, hosts[name], files, HEADERS)
    )
    endings = {PurePosixPath(file).suffix for files in opened.values() for file in files}
    assert endings >= {".bib", ".css", ".csv", ".js", ".json", ".jsonld", ".png", ".svg", ".txt", ".xml"}


def test_what_the_policy_is_against_is_found(browser: Browser, tmp_path: Path) -> None:
    """The test itself is proven: a script in the page, a style in it, another host's picture, and markup made by a script."""
    (tmp_path / "a.html").write_text(
        "<script>1</script><p style='color:red'></p><img src='https://evil.example/a.png'><script src=a.js></script>",
        "utf-8",
    )
    (tmp_path / "a.js").write_text("document.body.innerHTML = '<b>b</b>'", "utf-8")
    (tmp_path / "a.xml").write_text(
        "<a xmlns:h='http://www.w3.org/1999/xhtml'><h:style>p{}</h:style><h:img src='b.ico'/></a>", "utf-8"
    )
    (tmp_path / "a.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "utf-8"
    )
    with serving(tmp_path) as host:
        found = complaints(browser, host, ["a.html", "a.svg", "a.xml"], HEADERS)
    broken = {words.split(": violation: ")[1].split(" ")[0] for words in found if ": violation: " in words}
    assert broken == {
        "script-src-elem",
        "style-src-attr",
        "style-src-elem",
        "img-src",
        "require-trusted-types-for",
    }
    assert [words for words in found if "/b.ico" in words]
