"""Sites that are edited: what an editor may do to a site folder, for tests of what is remembered from before."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from factsite.live.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
TODAY = dt.date(2024, 7, 1)
FACTS = ("ashore", "boats", "day", "fewer", "passengers", "saved")
SOURCES = ("courier", "gazette", "herald")

Edit = tuple[str, str, str]
"""What is edited, how, and the id of the fact or source."""


class Folder:
    """A site folder that is edited, and the original that it was copied from."""

    def __init__(self, folder: Path, name: str = "harbour") -> None:
        self.path, self.original = folder, ROOT / "tests" / "sites" / name
        for part in ("content", "seeds"):
            shutil.copytree(self.original / part, folder / part)
        self.templates = [folder / "templates", ROOT / "templates"]
        self.edited: list[str] = []

    def write(self, file: str, text: str) -> None:
        """Write a file."""
        self.edited.append(file)
        (self.path / file).parent.mkdir(parents=True, exist_ok=True)
        (self.path / file).write_text(text, "utf-8")

    def remove(self, file: str) -> None:
        """Delete a file, if it is there."""
        self.edited.append(file)
        (self.path / file).unlink(missing_ok=True)

    def restore(self, file: str) -> None:
        """Put a file back as it was."""
        self.write(file, (self.original / file).read_text("utf-8"))

    def change(self, file: str, old: str, new: str) -> None:
        """Replace words of a file, where they are there."""
        path = self.path / file
        if path.is_file():
            self.write(file, path.read_text("utf-8").replace(old, new, 1))

    def workshop(self) -> Workshop:
        """Return a workshop of the folder, in which nothing was read yet."""
        return Workshop(self.path, self.templates, TODAY)

    def refresh(self, workshop: Workshop) -> None:
        """Tell a workshop of the edits."""
        workshop.refresh(self.edited)
        self.edited.clear()


def fact(name: str) -> str:
    return f"content/facts/{name}.yaml"


def seed(folder: Folder, name: str, *, pinned: bool) -> None:
    """Add a line to an article, and pin it anew or not."""
    path = folder.path / f"seeds/{name}.txt"
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    folder.write(f"seeds/{name}.txt", path.read_text("utf-8") + "Some 40 people saw it.\n")
    if pinned:
        after = hashlib.sha256(path.read_bytes()).hexdigest()
        folder.change(f"content/sources/{name}.yaml", before, after)


def another(folder: Folder, name: str) -> None:
    """Add a claim of a measure that others have too."""
    text = (folder.original / fact("fewer")).read_text("utf-8").replace("1,400", "1,390")
    folder.write(fact(f"more-{name}"), text + f"aliases: [old-{name}]\n")


def letter(folder: Folder, name: str) -> None:
    """Change one letter of a claim's summary: its file stays as long as it was."""
    path = folder.path / fact(name)
    if path.is_file():
        before, key, after = path.read_text("utf-8").partition("summary: ")
        folder.write(fact(name), before + key + after[:1].swapcase() + after[1:])


def rename(folder: Folder, name: str) -> None:
    """Call a claim by another name; or by its own again, if it has another."""
    names = [fact(name), fact(f"re-{name}")]
    old, new = names if (folder.path / names[0]).is_file() else reversed(names)
    if (folder.path / old).is_file():
        folder.write(new, (folder.path / old).read_text("utf-8"))
        folder.remove(old)


OF_FACTS: dict[str, Callable[[Folder, str], None]] = {
    "summary": lambda folder, name: folder.change(fact(name), "summary: ", "summary: Now "),
    "claim": lambda folder, name: folder.change(fact(name), "claim: ", "claim: Now "),
    "comment": lambda folder, name: folder.change(fact(name), "claim: ", "# Look.\nclaim: "),
    "letter": letter,
    "renamed": rename,
    "measure": lambda folder, name: folder.change(fact(name), "measure: ", "measure: other "),
    "quotation at fault": lambda folder, name: folder.change(fact(name), "quote: ", "quote: Never "),
    "verdict at fault": lambda folder, name: folder.change(fact(name), "verdict: ", "verdict: un"),
    "no YAML": lambda folder, name: folder.change(fact(name), "summary: ", "summary: : "),
    "related": lambda folder, name: folder.change(fact(name), "checked: ", "related: [day]\nchecked: "),
    "draft": lambda folder, name: folder.change(fact(name), "checked: ", "draft: yes\nchecked: "),
    "draft of tomorrow": lambda folder, name: folder.change(
        fact(name), "checked: ", "draft: yes\npublished: 2024-07-02\nchecked: "
    ),
    "removed": lambda folder, name: folder.remove(fact(name)),
    "added": another,
    "taken away": lambda folder, name: folder.remove(fact(f"more-{name}")),
    "restored": lambda folder, name: folder.restore(fact(name)),
}
OF_SOURCES: dict[str, Callable[[Folder, str], None]] = {
    "named": lambda folder, name: folder.change(f"content/sources/{name}.yaml", "name: The", "name: A"),
    "hidden": lambda folder, name: folder.change(f"content/sources/{name}.yaml", "name: ", "show: cited\nname: "),
    "dated": lambda folder, name: folder.change(f"content/sources/{name}.yaml", "name: ", "published: 2024-05-08\nname: "),
    "article": lambda folder, name: seed(folder, name, pinned=True),
    "article without pin": lambda folder, name: seed(folder, name, pinned=False),
    "removed": lambda folder, name: folder.remove(f"content/sources/{name}.yaml"),
    "restored": lambda folder, name: (folder.restore(f"content/sources/{name}.yaml"), folder.restore(f"seeds/{name}.txt"))[0],
}  # fmt: skip
OF_THE_SITE: dict[str, Callable[[Folder, str], None]] = {
    "title": lambda folder, _: folder.change("content/site.yaml", "title: ", "title: All of "),
    "no title": lambda folder, _: folder.change("content/site.yaml", "title: ", "titel: "),
    "address": lambda folder, _: folder.change("content/site.yaml", "title: ", "base_url: https://example.org/\ntitle: "),
    "site restored": lambda folder, _: folder.restore("content/site.yaml"),
    "origins": lambda folder, _: folder.change("content/origins.yaml", "name: ", "name: The "),
    "no origins": lambda folder, _: folder.remove("content/origins.yaml"),
    "origins restored": lambda folder, _: folder.restore("content/origins.yaml"),
    "about": lambda folder, _: folder.write("content/pages/about.md", "# About\n\nIt tells [@courier:3].\n"),
    "no about": lambda folder, _: folder.remove("content/pages/about.md"),
    "template": lambda folder, _: folder.write("templates/parts/opening.html", "{% macro opening(page, frame) %}<p>Own.</p>{% endmacro %}"),
    "template that takes too little": lambda folder, _: folder.write("templates/parts/opening.html", "{% macro opening(page) %}<p>Own.</p>{% endmacro %}"),
    "template at fault": lambda folder, _: folder.write("templates/parts/facts.html", "{% macro facts(list) %}{{ list.nothing.at }}{% endmacro %}"),
    "template that ends early": lambda folder, _: folder.write("templates/parts/facts.html", "{% macro facts(list) %}"),
    "templates removed": lambda folder, _: (folder.remove("templates/parts/facts.html"), folder.remove("templates/parts/opening.html"))[0],
}  # fmt: skip

KINDS = {"fact": OF_FACTS, "source": OF_SOURCES, "site": OF_THE_SITE}
EDITS: st.SearchStrategy[Edit] = (
    st.tuples(st.just("fact"), st.sampled_from(sorted(OF_FACTS)), st.sampled_from(FACTS))
    | st.tuples(st.just("source"), st.sampled_from(sorted(OF_SOURCES)), st.sampled_from(SOURCES))
    | st.tuples(st.just("site"), st.sampled_from(sorted(OF_THE_SITE)), st.just(""))
)


def edit(folder: Folder, done: Edit) -> None:
    """Do an edit."""
    kind, name, about = done
    KINDS[kind][name](folder, about)
