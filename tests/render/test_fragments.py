"""Addresses that open somebody else's page at the words that are quoted from it."""

from __future__ import annotations

from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from factsite.findings import Span
from factsite.render import urls
from factsite.render.fragments import ENDS, text_fragment

LINES = (
    "The well-known bridge, says R&D, is 412 metres long.",
    "It is 412 metres long, and it took the builders of the valley more than eleven years to finish it in 1931.",
)


def fragment(*words: str) -> str:
    """Return the fragment that leads to words, each in the last line that has them."""
    spans = []
    for stretch in words:
        number, line = next((n, line) for n, line in reversed(list(enumerate(LINES, 1))) if stretch in line)
        spans.append(Span(number, line.index(stretch), line.index(stretch) + len(stretch)))
    return text_fragment(spans, LINES)


def test_a_short_quotation_is_given_whole() -> None:
    """What has a meaning in a fragment is encoded."""
    assert fragment("well-known bridge, says R&D") == ":~:text=well%2Dknown%20bridge%2C%20says%20R%26D"


def test_a_long_quotation_is_given_by_its_beginning_and_its_end() -> None:
    """Four words of each are enough to find it."""
    words = "it took the builders of the valley more than eleven years to finish it"
    assert fragment(words) == ":~:text=it%20took%20the%20builders,years%20to%20finish%20it"


def test_words_that_stand_elsewhere_too_are_told_apart_by_those_before_them() -> None:
    """The prefix ends in a hyphen."""
    assert fragment("412 metres long") == ":~:text=It%20is-,412%20metres%20long"


def test_parts_with_words_left_out_between_them_are_found_each() -> None:
    """Each stretch has a directive of its own."""
    assert fragment("builders", "in 1931") == ":~:text=builders&text=in%201931"


def test_a_fragment_follows_the_one_that_an_address_has() -> None:
    """Pages whose own address has a fragment keep it."""
    assert urls.with_fragment("https://a.example/b", ":~:text=c") == "https://a.example/b#:~:text=c"
    assert urls.with_fragment("https://a.example/b#d", ":~:text=c") == "https://a.example/b#d:~:text=c"


@given(st.text(min_size=1).filter(str.strip), st.text(), st.text())
def test_what_is_encoded_comes_back(words: str, before: str, after: str) -> None:
    """The parts of a directive, decoded, are the beginning and the end of the quotation and words before it."""
    line = f"{before} {words} {after}"
    start = len(before) + 1
    decoded = text_fragment([Span(1, start, start + len(words))], [line])
    assert decoded.startswith(":~:text=")
    assert decoded.count("&") == 0
    parts = decoded.removeprefix(":~:text=").split(",")
    if parts[0].endswith("-"):
        assert unquote(parts.pop(0)[:-1]) in before
    assert all("-" not in part for part in parts)
    if len(parts) == 1:
        assert unquote(parts[0]) == words.strip()
    else:
        assert words.strip().startswith(unquote(parts[0]))
        assert words.strip().endswith(unquote(parts[1]))
        assert len(unquote(parts[0]).split()) == ENDS
