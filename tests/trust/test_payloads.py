"""Nothing that an author or a source supplies becomes code: payloads in every field, against the same site with harmless words."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from factsite.load.keys import keys_of
from factsite.model import RECORDS
from factsite.values import Prose
from tests.browser.chromium import launched
from tests.trust.payloads import told
from tests.trust.payloads.fields import HOSTS, MARKDOWN, PLAIN, SET
from tests.trust.payloads.lists import LINKS, OTHERS, TABLES, every, own, public
from tests.trust.payloads.trying import tried

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page as Tab

SAMPLE = 12
"""So many payloads stand in the fields at a time; the long run, ``python -m tests.trust.payloads``, tries all of them."""


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    """Return a page of a browser, whose parser reads the pages."""
    with launched() as chromium:
        yield chromium.new_page()


def sample(seed: int) -> list[str]:
    """Return some payloads, some of each kind among them."""
    chance = random.Random(seed)
    known = set(every())
    kinds = [[text for text in kind if text in known] for kind in (*public().values(), LINKS, OTHERS, TABLES)]
    texts = [
        "&title=x&body=y",
        *(text for kind in kinds for text in chance.sample(kind, 2)),
    ]  # the first for links to a new issue
    return list(dict.fromkeys(texts))[: SAMPLE + 3]


@pytest.mark.parametrize(("kind", "host"), [(PLAIN, HOSTS[0]), (PLAIN, HOSTS[1]), (MARKDOWN, HOSTS[2])])
def test_payloads_are_words(tab: Tab, kind: str, host: str) -> None:
    """Pages have the elements, attributes and addresses of the harmless site, data its form, and both the words as typed."""
    found = tried(tab, sample(HOSTS.index(host)), kind, host)
    assert found.faults == []
    assert found.pages > 200


def test_every_field_that_takes_a_text_is_tried(tab: Tab) -> None:
    """A text field that the schema gains is tried too: what is set apart is what has to be one of something."""
    payloads = sample(3)[:3]
    plain, markdown = (tried(tab, payloads, kind) for kind in (PLAIN, MARKDOWN))
    wanted = {
        (record.__name__, key.name, PLAIN if str in kinds else MARKDOWN)
        for record in RECORDS
        for key in keys_of(record).values()
        for kinds in [(key.type, *getattr(key.type, "__args__", ()))]
        if str in kinds or Prose in kinds
    }
    reached = {(*one, PLAIN) for one in plain.fields} | {(*one, MARKDOWN) for one in markdown.fields}
    assert {(record, key) for record, key, _ in wanted - reached} <= SET.keys()


def test_payloads_are_words_where_no_page_shows_them() -> None:
    """Names of files and values of every type are refused or harmless, and what is told of them, in whatever form, makes nothing but words."""
    counts, wrong = told.tried([*OF_GITHUB, *sample(5)[:8]], told.reader()[1])
    assert wrong == []
    assert counts["diagnostics"] > 200


OF_GITHUB = (
    "@everyone #1 GH-1", "see www.evil.example https://evil.example", "::error file=x::y", "##[group]x", "1. x", "+ x", "---", "\u202e\x1b[31mx",
)  # fmt: skip
"""What GitHub, its logs and terminals obey, and no page does."""


def test_the_lists_are_whole() -> None:
    """There are thousands of payloads, and each that a file can hold is tried."""
    assert {name: len(texts) for name, texts in public().items()} == {
        "brs-kb": 4460, "commonmark": 652, "blns": 455, "bleach": 20,
    }  # fmt: skip
    assert len(every()) > 6500 > len(own()["links"])
