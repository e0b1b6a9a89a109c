from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.render.jsonld import embedded

HOSTILE = [
    "</script>",
    "<!--<script>",
    "]]>",
    "-->",
    '"',
    "'",
    "\\",
    "&lt;",
    "a\nb",
    "\u2028\u2029",
    "\0",
    "{{ 7 }}",
]


class Scripts(HTMLParser):
    """Collects the contents of script elements, and every tag."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.contents: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.contents.append(data)


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_breaks_out_of_its_element(words: str) -> None:
    """The element ends where it should, and its content is the document."""
    page = Scripts(f'<script type="application/ld+json">{embedded({"text": words})}</script><p>')
    assert page.tags == ["script", "p"]
    assert json.loads(page.contents[0]) == {"text": words}


@given(st.text())
def test_whatever_the_text_no_sign_of_html_is_left(words: str) -> None:
    """The text is kept, and nothing in it can be taken for markup."""
    printed = str(embedded({words: words}))
    assert not set(printed) & set("<>&\u2028\u2029\n\r")
    assert json.loads(printed) == {words: words}
