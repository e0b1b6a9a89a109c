"""A site that is kept in memory is the one that a build makes from nothing, whatever was done to its files in between."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsite.live.workshop import Workshop
from factsite.pipeline import build

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent.parent
TODAY = dt.date(2024, 7, 1)
FACTS = ("ashore", "boats", "day", "fewer", "passengers", "saved")
SOURCES = ("courier", "gazette", "herald")


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


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Return a site folder that nobody edited yet."""
    return Folder(tmp_path)


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


Edit = tuple[str, "Callable[[Folder, str], None]"]

OF_FACTS: dict[str, Callable[[Folder, str], None]] = {
    "summary": lambda folder, name: folder.change(fact(name), "summary: ", "summary: Now "),
    "claim": lambda folder, name: folder.change(fact(name), "claim: ", "claim: Now "),
    "comment": lambda folder, name: folder.change(fact(name), "claim: ", "# Look.\nclaim: "),
    "measure": lambda folder, name: folder.change(fact(name), "measure: ", "measure: other "),
    "quotation at fault": lambda folder, name: folder.change(fact(name), "quote: ", "quote: Never "),
    "verdict at fault": lambda folder, name: folder.change(fact(name), "verdict: ", "verdict: un"),
    "no YAML": lambda folder, name: folder.change(fact(name), "summary: ", "summary: : "),
    "related": lambda folder, name: folder.change(fact(name), "checked: ", "related: [day]\nchecked: "),
    "draft": lambda folder, name: folder.change(fact(name), "checked: ", "draft: yes\nchecked: "),
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
    "template": lambda folder, _: folder.write("templates/parts/opening.html", "{% macro opening(page) %}<p>Own.</p>{% endmacro %}"),
    "template at fault": lambda folder, _: folder.write("templates/parts/facts.html", "{% macro facts(list) %}{{ list.nothing.at }}{% endmacro %}"),
    "template that ends early": lambda folder, _: folder.write("templates/parts/facts.html", "{% macro facts(list) %}"),
    "templates removed": lambda folder, _: (folder.remove("templates/parts/facts.html"), folder.remove("templates/parts/opening.html"))[0],
}  # fmt: skip

EDITS = (
    st.tuples(st.sampled_from(sorted(OF_FACTS)), st.sampled_from(FACTS)).map(lambda edit: ("fact", *edit))
    | st.tuples(st.sampled_from(sorted(OF_SOURCES)), st.sampled_from(SOURCES)).map(lambda edit: ("source", *edit))
    | st.sampled_from(sorted(OF_THE_SITE)).map(lambda edit: ("site", edit, ""))
)  # fmt: skip
KINDS = {"fact": OF_FACTS, "source": OF_SOURCES, "site": OF_THE_SITE}


@settings(max_examples=4, deadline=None)
@given(st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=4))
def test_it_is_always_what_a_build_makes(rounds: list[list[tuple[str, str, str]]]) -> None:
    """After any edits the faults are those of a check, and where nothing is at fault every page is that of a build."""
    with tempfile.TemporaryDirectory() as name:
        folder = Folder(Path(name))
        workshop = folder.workshop()
        for edits in ([], *rounds):
            for kind, edit, about in edits:
                KINDS[kind][edit](folder, about)
            folder.refresh(workshop)
            state = workshop.complete() or workshop.state
            outcome = build(folder.path, folder.templates, TODAY)
            assert state.diagnostics == outcome.diagnostics
            assert (state.claims, state.sources, state.drafts) == (
                outcome.claims,
                outcome.sources,
                outcome.drafts,
            )
            if state.holds:
                assert state.pages is not None
                pages = dict(state.pages.every())
                assert all(state.pages.get(path) == content for path, content in pages.items())
                if outcome.drafts:
                    fresh = folder.workshop().refresh().pages
                    assert fresh is not None
                    assert pages == dict(fresh.every())
                else:
                    assert list(pages.items()) == [(page.path, page.content) for page in outcome.pages]


def page(workshop: Workshop, path: str) -> str:
    """Return a page that can be made, as text."""
    assert workshop.state.pages is not None
    content = workshop.state.pages.get(path)
    assert content is not None
    return content.decode()


def test_a_claim_at_fault_stays_as_it_was_and_the_others_go_on(folder: Folder) -> None:
    """What one file has wrong keeps nothing else from being seen."""
    workshop = folder.workshop()
    folder.refresh(workshop)
    before = page(workshop, "claims/day.html")
    folder.change(fact("day"), "quote: ", "quote: Never ")
    folder.change(fact("ashore"), "claim: 3,000", "claim: At last 3,000")
    folder.refresh(workshop)
    assert [str(fault.place) for fault in workshop.state.diagnostics] == ["content/facts/day.yaml:10:12"]
    assert page(workshop, "claims/day.html") == before
    assert "At last" in page(workshop, "claims/ashore.html")
    assert "At last" in page(workshop, "index.html")


def test_a_claim_that_never_was_whole_is_left_out(folder: Folder) -> None:
    """A site can be shown from the first moment, with the claims that hold."""
    folder.change(fact("day"), "quote: ", "quote: Never ")
    folder.change(fact("boats"), "checked: ", "related: [day]\nchecked: ")
    workshop = folder.workshop()
    folder.refresh(workshop)
    assert workshop.state.unmade == {"day"}
    assert "claims/day.html" not in page(workshop, "claims/index.html")
    assert ">day</a>" in page(workshop, "claims/boats.html")
    assert workshop.state.pages is not None
    assert workshop.state.pages.get("claims/day.html") is None


def test_a_fault_of_the_site_keeps_all_pages_as_they_were(folder: Folder) -> None:
    """Without a title there are no pages to make; those that were made are still there."""
    workshop = folder.workshop()
    folder.refresh(workshop)
    before = workshop.state.pages
    folder.change("content/site.yaml", "title: ", "titel: ")
    folder.refresh(workshop)
    assert not workshop.state.holds
    assert workshop.state.pages is before


def test_a_site_that_never_could_be_made_has_no_pages(folder: Folder) -> None:
    """Its faults are known all the same."""
    folder.remove("content/site.yaml")
    workshop = folder.workshop()
    folder.refresh(workshop)
    assert workshop.state.pages is None
    assert [fault.rule for fault in workshop.state.diagnostics] == ["missing-file"]


def test_a_draft_is_shown_as_a_draft(folder: Folder) -> None:
    """Its editor sees it on its page and in the lists; the build knows nothing of it."""
    folder.change(fact("day"), "checked: ", "draft: yes\nchecked: ")
    workshop = folder.workshop()
    folder.refresh(workshop)
    assert "<strong>Draft</strong>" in page(workshop, "claims/day.html")
    assert '<strong class="claim-item__withdrawn">draft</strong>' in page(workshop, "claims/index.html")
    built = build(folder.path, folder.templates, TODAY)
    assert built.drafts == 1
    assert built.claims == len(FACTS) - 1
    assert not [one.path for one in built.pages if b"7 May 2024.</a>" in one.content or "day" in one.path]


def test_faults_of_a_draft_are_warnings(folder: Folder) -> None:
    """An unfinished file keeps nothing from being published, and says all the same what it lacks."""
    folder.write(fact("new"), "claim: It rained.\ndraft: yes\nevidence: []\n")
    outcome = build(folder.path, folder.templates, TODAY)
    assert outcome.pages
    assert {(fault.place.file, fault.severity) for fault in outcome.diagnostics} == {
        ("content/facts/new.yaml", "warning")
    }
    workshop = folder.workshop()
    folder.refresh(workshop)
    assert workshop.state.diagnostics == outcome.diagnostics
    assert workshop.state.unmade == {"new"}


def test_what_did_not_change_is_not_made_again(folder: Folder) -> None:
    """A change of one claim leaves the examinations and pages of the others the very same."""
    workshop = folder.workshop()
    folder.refresh(workshop)
    assert workshop.state.pages is not None
    before = {name: workshop.state.pages.get(f"claims/{name}.html") for name in FACTS}
    folder.change(fact("boats"), "summary: ", "summary: At last ")
    folder.refresh(workshop)
    after = {name: workshop.state.pages.get(f"claims/{name}.html") for name in FACTS}
    assert [name for name in FACTS if before[name] is not after[name]] == ["boats"]
