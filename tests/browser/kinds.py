"""The sites that are opened in a browser, and one page or two of each kind that they have.

The kind of a page is its template and its folder. Nobody lists kinds or pages by hand: the sites are built a second time
with templates that leave their name in the page, so a new template or a new folder is measured from its first day.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from factsite.cli import main
from factsite.load import load
from factsite.render.urls import base_path
from tests.built import laid

ROOT = Path(__file__).parent.parent.parent
TEMPLATES = ROOT / "templates"
OWN = "line-by-line"
"""The site of this repository; the others are those that the tests and the examples have."""

NEWSROOMS = {
    OWN: ROOT,
    **{
        folder.parent.name: folder.parent
        for folder in sorted([*ROOT.glob("tests/sites/*/content"), *ROOT.glob("examples/*/content")])
    },
}

MARK = "<!-- made from {} -->"


@dataclass(frozen=True, slots=True)
class Kind:
    """Pages of one template in one folder of one site: the largest of them, and the smallest."""

    site: str
    template: str
    folder: str
    pages: tuple[str, ...]


def built(name: str, folder: Path, base_url: str | None = None) -> Path:
    """Build a copy of a site by the command, in a new folder, and return where its pages are."""
    for part in ("content", "seeds", "templates"):
        if (NEWSROOMS[name] / part).is_dir() and NEWSROOMS[name] / part != TEMPLATES:
            shutil.copytree(NEWSROOMS[name] / part, folder / part)
    if base_url is not None:
        site = folder / "content/site.yaml"
        lines = [line for line in site.read_text("utf-8").splitlines() if not line.startswith("base_url:")]
        site.write_text("\n".join([*lines, f"base_url: {base_url}", ""]), "utf-8")
    assert main(["--root", str(folder)]) == 0
    return folder / "site"


def path_of(name: str) -> str:
    """Return the path at which a site stands on its host: "/", "/checked/"."""
    return base_path(load(NEWSROOMS[name])[0].site)


def kinds_of(name: str, site: Path, marked: Path) -> tuple[Kind, ...]:
    """Return the kinds of pages of a built site; ``marked`` is a folder for templates that leave their name."""
    pages = defaultdict(list)
    for path, template in _made_from(NEWSROOMS[name], marked).items():
        pages[template, str(PurePosixPath(path).parent)].append(path)
    return tuple(
        Kind(name, template, folder, _extremes(name, site, paths))
        for (template, folder), paths in sorted(pages.items())
    )


def _extremes(name: str, site: Path, paths: list[str]) -> tuple[str, ...]:
    """Return the largest page, and of this repository's site the smallest too."""
    by_size = sorted(paths, key=lambda path: ((site / path).stat().st_size, path))
    return tuple(dict.fromkeys([by_size[-1], by_size[0] if name == OWN else by_size[-1]]))


def _made_from(newsroom: Path, marked: Path) -> dict[str, str]:
    """Return the template of every page of a site."""
    for templates in (TEMPLATES, newsroom / "templates"):
        for template in sorted((templates / "pages").glob("*.html")):
            text = template.read_text("utf-8")
            mark = "{% block content %}" + MARK.format(template.stem)
            assert "{% block content %}" in text, f"{template}: where would its name go?"
            (marked / "pages").mkdir(parents=True, exist_ok=True)
            (marked / "pages" / template.name).write_text(text.replace("{% block content %}", mark), "utf-8")
    _, shelf = laid(newsroom, [marked, newsroom / "templates", TEMPLATES], dt.date.today())
    found = {}
    for page in shelf.pages:
        if page.path.endswith(".html"):
            mark = re.search(MARK.format("(.+?)"), page.content.decode())
            assert mark, f"{page.path} is made from no template of pages/"
            found[page.path] = mark[1]
    return found
