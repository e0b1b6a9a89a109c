"""A site that is kept in memory is the one that a build makes from nothing, whatever was done to its files in between."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.built import laid
from tests.edited import EDITS, FACTS, TODAY, Folder, edit, fact

if TYPE_CHECKING:
    from factsite.live.workshop import Workshop
    from tests.edited import Edit


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Return a site folder that nobody edited yet."""
    return Folder(tmp_path)


@settings(max_examples=4, deadline=None)
@given(st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=4))
def test_it_is_always_what_a_build_makes(rounds: list[list[Edit]]) -> None:
    """After any edits the faults are those of a check, and where nothing is at fault every page is that of a build."""
    with tempfile.TemporaryDirectory() as name:
        folder = Folder(Path(name))
        workshop = folder.workshop()
        for edits in ([], *rounds):
            for one in edits:
                edit(folder, one)
            folder.refresh(workshop)
            state = workshop.complete() or workshop.state
            outcome, shelf = laid(folder.path, folder.templates, TODAY)
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
                    assert sorted(pages.items()) == sorted((page.path, page.content) for page in shelf.pages)


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
    built, shelf = laid(folder.path, folder.templates, TODAY)
    assert built.drafts == 1
    assert built.claims == len(FACTS) - 1
    assert not [one.path for one in shelf.pages if b"7 May 2024.</a>" in one.content or "day" in one.path]


def test_faults_of_a_draft_are_warnings(folder: Folder) -> None:
    """An unfinished file keeps nothing from being published, and says all the same what it lacks."""
    folder.write(fact("new"), "claim: It rained.\ndraft: yes\nevidence: []\n")
    outcome, shelf = laid(folder.path, folder.templates, TODAY)
    assert shelf.pages
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
