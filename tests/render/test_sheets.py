"""What a page of the whole site is made from: nothing else changes it."""

from __future__ import annotations

import marshal
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from factsite import analyse, load, render
from factsite.facts import examine
from factsite.making import Making
from factsite.pipeline import background_of
from factsite.values import Show
from tests.built import HARBOUR, RIVERS, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from factsite.model import Corpus

Made = dict[str, tuple[tuple[Any, Any, bytes], bytes]]
"""For each page everything that it is made from, and its bytes."""

TEMPLATES = render.Templates([ROOT / "templates"])


@cache
def corpus(folder: Path) -> Corpus:
    """Return the records of a site."""
    return load.load(folder)[0]


def made(of: Corpus) -> Made:
    """Return the pages of a site that are made from rows."""
    shared = analyse.shared_texts(of.sources, of.texts)
    background = background_of(of, shared)
    rows = [examine(claim, background).row for claim in of.claims]
    covered = analyse.coverage_by_source(of, rows, {})
    making = Making(of, background, shared, rows, TEMPLATES, covered)
    told = {
        one.source: (of.sources[one.source], of.texts[one.source], one, [
            pair for pair in shared if one.source in (pair.one, pair.other)
        ])
        for one in map(covered, of.texts)
    }  # fmt: skip
    return {
        sheet.path: (
            (sheet.rows, [told[name] for name in sheet.sources], marshal.dumps(sheet.rest)),
            making.page(sheet.view()).content,
        )
        for sheet in making.sheets()
    }


@cache
def before(folder: Path) -> Made:
    """Return the pages of a site as it is."""
    return made(corpus(folder))


def edited(of: Corpus, edits: list[tuple[str, int, Any]]) -> Corpus:
    """Return a site of which some records say something else."""
    claims, sources, essays = list(of.claims), dict(of.sources), list(of.essays)
    for field, place, value in edits:
        if field in ("claim", "summary", "verdict", "topic", "measure", "withdrawn"):
            at = place % len(claims)
            value = next((one.topic for one in claims if one.topic), None) if field == "topic" else value
            claims[at] = replace(claims[at], **{field: value})
        elif field == "gone":
            claims = claims[: max(1, place % (len(claims) + 1))]
        elif field == "essay":
            essays = [replace(essay, title=value) for essay in essays]
        else:
            name = list(sources)[place % len(sources)]
            sources[name] = replace(sources[name], **{field: value})
    return replace(of, claims=tuple(claims), sources=sources, essays=tuple(essays))


WORDS = st.sampled_from(("It is so.", "It is not so."))
EDITS = st.one_of(
    st.tuples(st.sampled_from(("claim", "summary", "name", "title", "author", "essay")), st.integers(0, 9), WORDS),
    st.tuples(st.just("verdict"), st.integers(0, 9), st.sampled_from(("supported", "refuted", "conflicting"))),
    st.tuples(st.just("measure"), st.integers(0, 9), st.sampled_from((None, "length in km"))),
    st.tuples(st.sampled_from(("topic", "gone")), st.integers(0, 9), st.none()),
    st.tuples(st.just("published"), st.integers(0, 9), st.none()),
    st.tuples(st.just("show"), st.integers(0, 9), st.sampled_from(Show)),
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.sampled_from((RIVERS, HARBOUR)), st.lists(EDITS, min_size=1, max_size=3))
def test_a_page_that_is_made_from_the_same_is_the_same(
    folder: Path, edits: list[tuple[str, int, Any]]
) -> None:
    """Whatever is edited: a page whose rows, sources and counts are as before need not be made."""
    now = made(edited(corpus(folder), edits))
    for path, (key, content) in before(folder).items():
        if path in now and now[path][0] == key:
            assert now[path][1] == content, path


def test_a_name_is_part_of_every_page_that_says_it() -> None:
    """Also of lists that only let readers choose the article, and where no row happens to hold the name."""
    now = made(edited(corpus(HARBOUR), [("name", 0, "Another name")]))
    saying = {path for path, (_, content) in now.items() if b"Another name" in content}
    assert "claims/index.html" in saying
    assert not {path for path in saying if now[path][0] == before(HARBOUR)[path][0]}
    assert now["claims/index.html"][0][2] != before(HARBOUR)["claims/index.html"][0][2]


def test_an_edit_of_a_claim_leaves_most_pages_alone() -> None:
    """Lists of other claims, articles that it does not cite, and counts are as before."""
    now = made(edited(corpus(RIVERS), [("summary", 0, "Another.")]))
    changed = {path for path, (key, _) in before(RIVERS).items() if now[path][0] != key}
    assert not changed & {
        "coverage.html", "sources/index.html", "search.html", "topics/index.html", "methodology.html", "404.html"
    }  # fmt: skip
