"""The generators that are measured: how each is set up, what it reads, how it is run, and how its files are edited.

Each has a folder of its own with the whole site in it. All are run as their users run them: one command, into the folder where
the last site stands, with whatever caches they keep.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bench import corpus, inputs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HERE = Path(__file__).parent
ROOT = HERE.parent
VENV = HERE / ".venv"
NODE = HERE / "eleventy/node_modules"


class Contestant:
    """A generator with its site in a folder."""

    name: str
    output: str
    remembers: tuple[str, ...] = ()
    """What it keeps between two runs, besides its output."""
    claim_file: str
    source_file: str
    template: str
    """The template of a claim's page."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, claims: int) -> None:
        """Write the site folder with so many claims: inputs and templates."""
        raise NotImplementedError

    def command(self, scenario: str) -> Sequence[str | Path]:
        """Return what is run."""
        raise NotImplementedError

    def forget(self) -> None:
        """Put output and memory away."""
        for name in (self.output, *self.remembers):
            self.put_away(name)

    def put_away(self, name: str) -> None:
        """Take something out of the folder without removing it: a disk from which files were just removed is slow to make others."""
        away = self.folder.parent / "put-away"
        away.mkdir(exist_ok=True)
        if (self.folder / name).exists():
            (self.folder / name).rename(away / f"{self.name}-{len(list(away.iterdir()))}")

    def edit(self, number: int, edition: int) -> None:
        """Change the summary of a claim."""
        (self.folder / self.edited(number, edition)).rename(self._claim_file(number))

    def edited(self, number: int, edition: int) -> str:
        """Write a claim with another summary to a file beside the site's, and return the file's name."""
        name = "edited"
        text = self._claim_file(number).read_text("utf-8")
        (self.folder / name).write_text(_next(text, re.escape(corpus.summary(number)), edition), "utf-8")
        return name

    def _claim_file(self, number: int) -> Path:
        return self.folder / self.claim_file.format(corpus.claim_id(number))

    def edit_source(self, number: int, claims: int, edition: int) -> None:
        """Change a word in a line of an article that no claim cites: the last."""
        last = corpus.article(number, claims)[-1]
        self._edit(self.source_file.format(corpus.source_id(number)), re.escape(last), edition)

    def edit_template(self, edition: int) -> None:
        """Change the template of a claim's page, and so the page of every claim."""
        self._edit(self.template, "", edition, "</article>")

    def _edit(self, name: str, words: str, edition: int, then: str = "") -> None:
        path = self.folder / name
        path.write_text(_next(path.read_text("utf-8"), words, edition, then), "utf-8")


class Ours(Contestant):
    """The generator of this repository, with all that is on by default; cards are timed apart."""

    name = "factsite"
    output = "site"
    remembers = (".factsite", "templates")
    claim_file = "content/facts/{}.yaml"
    source_file = "seeds/{}.txt"
    template = "templates/pages/claim.html"

    def write(self, claims: int) -> None:
        """Write the site folder; it has no templates of its own, until one is changed."""
        corpus.write(self.folder, claims)

    def command(self, scenario: str) -> Sequence[str | Path]:
        """Return the command: build, or check."""
        does = ("check",) if scenario == "check" else ("build", "--no-cards")
        return (sys.executable, ROOT / "build.py", *does, "--quiet", "--root", self.folder)

    def edit_template(self, edition: int) -> None:
        """Change the template, as a site does: in a copy of its own."""
        own = self.folder / self.template
        own.parent.mkdir(parents=True, exist_ok=True)
        if not own.exists():
            shutil.copy(ROOT / self.template, own)
        super().edit_template(edition)

    def edit_source(self, number: int, claims: int, edition: int) -> None:
        """Change the article, and pin it anew."""
        super().edit_source(number, claims, edition)
        name = corpus.source_id(number)
        digest = hashlib.sha256((self.folder / f"seeds/{name}.txt").read_bytes()).hexdigest()
        path = self.folder / f"content/sources/{name}.yaml"
        path.write_text(re.sub("(?<=sha256: ).*", digest, path.read_text("utf-8")), "utf-8")


class Other(Contestant):
    """Another generator; its settings and templates lie in a folder of its name beside this file."""

    claim: Callable[[int, list[list[str]]], tuple[str, str]]
    source: Callable[[int, list[str]], tuple[str, str]]

    def write(self, claims: int) -> None:
        """Write the site folder."""
        theirs = HERE / self.name
        shutil.copytree(theirs, self.folder, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
        for where in corpus.places(claims):
            articles = corpus.articles_of(where, claims)
            for number, lines in enumerate(articles, where * corpus.TOGETHER):
                self._write(*type(self).source(number, lines))
            for number in corpus.numbers(where, claims):
                self._write(*type(self).claim(number, articles))

    def _write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


class Hugo(Other):
    """Hugo, with plain content files. A content adapter that reads files of data takes as long, cold and after an edit."""

    name = "hugo"
    output = "public"
    remembers = ("resources",)
    claim_file = "content/claims/{}.md"
    source_file = "content/sources/{}.md"
    template = "layouts/claims/page.html"
    claim = inputs.hugo_claim
    source = inputs.hugo_source

    def command(self, scenario: str) -> Sequence[str | Path]:
        """Return the command, without the Python script that its package starts it by."""
        return (hugo(),)


class Eleventy(Other):
    """Eleventy, with templates in JavaScript and pages made from data, which is its fastest."""

    name = "eleventy"
    output = "_site"
    remembers = (".cache",)
    claim_file = "content/claims/{}.json"
    source_file = "content/sources/{}.json"
    template = "pages/claim.11ty.js"
    claim = inputs.eleventy_claim
    source = inputs.eleventy_source

    def write(self, claims: int) -> None:
        """Write the site folder, with the packages that were installed."""
        super().write(claims)
        (self.folder / "node_modules").symlink_to(NODE)

    def command(self, scenario: str) -> Sequence[str | Path]:
        """Return the command, without npx before it."""
        return ("node", NODE / "@11ty/eleventy/cmd.cjs")


class Pelican(Other):
    """Pelican, with a reader for files of data and its cache of what was read."""

    name = "pelican"
    output = "output"
    remembers = ("cache",)
    claim_file = "content/claims/{}.json"
    source_file = "content/sources/{}.json"
    template = "theme/templates/article.html"
    claim = inputs.pelican_claim
    source = inputs.pelican_source

    def command(self, scenario: str) -> Sequence[str | Path]:
        """Return the command."""
        return (VENV / "bin/python", "-m", "pelican", "--settings", "pelicanconf.py", "--quiet")


class Floor(Contestant):
    """No generator: a program that reads our inputs and writes as many bytes as we do; when warm, it looks at each file's state."""

    name = "floor"

    def write(self, claims: int) -> None:
        """Write nothing: what it reads is in our folder."""
        self.folder.mkdir()

    def command(self, scenario: str) -> Sequence[str | Path]:
        """Return the command."""
        return (sys.executable, "-S", "-E", HERE / "floor.py", scenario, self.folder.parent / Ours.name)

    def forget(self) -> None:
        """Put away what was written."""
        self.put_away("out")

    def edit(self, number: int, edition: int) -> None:
        """Edit nothing, here and below."""

    def edit_source(self, number: int, claims: int, edition: int) -> None:
        """Edit nothing."""

    def edit_template(self, edition: int) -> None:
        """Edit nothing."""


ALL: tuple[type[Contestant], ...] = (Ours, Hugo, Eleventy, Pelican, Floor)


def _next(text: str, words: str, edition: int, then: str = "") -> str:
    """Return a text with the number of an edition between words, in place of the one that stands there."""
    edited = re.sub(f"({words})( Edition [0-9]+\\.)?({then})", rf"\1 Edition {edition}.\3", text, count=1)
    assert edited != text, f"nothing to edit: {words}"
    return edited


def hugo() -> Path:
    """Return the program of Hugo's package."""
    return next(VENV.glob("lib/python*/site-packages/hugo/binaries/hugo*"))


def set_up() -> None:
    """Install what is pinned in requirements.txt and eleventy/package-lock.json, if that was not done yet."""
    pinned = (HERE / "requirements.txt").read_bytes()
    mark = VENV / "installed"
    if not mark.exists() or mark.read_bytes() != pinned:
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
        install = [VENV / "bin/python", "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
        subprocess.run(
            [*install, "--require-hashes", "--only-binary", ":all:", "-r", HERE / "requirements.txt"],
            check=True,
        )
        mark.write_bytes(pinned)
    locked = (HERE / "eleventy/package-lock.json").read_bytes()
    mark = NODE / ".installed"
    if not mark.exists() or mark.read_bytes() != locked:
        install = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(install, cwd=HERE / "eleventy", check=True)
        mark.write_bytes(locked)
